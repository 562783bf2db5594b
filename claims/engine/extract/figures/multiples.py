"""Multiples in one word: "doubled", "twice", "threefold"."""

from decimal import Decimal

from claims.engine.extract.figures.lexemes import NUMBER, Line


def read_multiple(line: Line, index: int) -> tuple[int, Decimal] | None:
    """The multiple that begins at a lexeme, as (the lexeme behind it, how many times), or None."""
    return _word(line, index) or _fold(line, index)


def _word(line: Line, index: int) -> tuple[int, Decimal] | None:
    numbers = line.words("numbers")
    low = line.low(index)
    if low not in numbers.TIMES_WORDS:
        return None
    following = line.low(index + 1)
    if following in numbers.TIMES_AS:
        token = line.token(index + 2)
        if token is None or token.pos_ not in ("ADJ", "ADV"):
            return None
    elif low not in numbers.TIMES_VERBS and following not in numbers.TIMES_OBJECTS:
        return None
    return index + 1, Decimal(numbers.TIMES_WORDS[low])


def _fold(line: Line, index: int) -> tuple[int, Decimal] | None:
    """ "threefold"; "10-fold" and "three-fold" are read with their number."""
    numbers = line.words("numbers")
    low = line.low(index)
    stem = low.removesuffix(numbers.FOLD_SUFFIX)
    if line.kind(index) == NUMBER or stem == low:
        return None
    value = numbers.ONES.get(stem) or numbers.TENS.get(stem)
    return (index + 1, Decimal(value)) if value else None
