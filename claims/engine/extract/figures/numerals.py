"""Reads one number, in digits, in words or mixed: "3.4bn", "twenty-two", "two and a half million", "two-thirds"."""

from dataclasses import replace
from decimal import Decimal
from types import ModuleType

from claims.engine.extract.figures.digits import read_digits
from claims.engine.extract.figures.lexemes import NUMBER, WORD, Line
from claims.engine.extract.figures.numeral import COUNT, HYPHEN, Numeral, scale_word
from claims.engine.extract.figures.parts import read_band, read_part, read_vague


def read_numeral(line: Line, index: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at a lexeme, as long as it goes, or None.

    money: a currency sign stands before it, so that "3m" is three million.
    """
    numbers = line.words("numbers")
    found = (
        read_band(line, index, numbers)
        or read_vague(line, index, numbers)
        or read_part(line, index, numbers)
        or _plain(line, index, numbers)
    )
    if found is None or found.form != COUNT:
        return found
    found = _with_half(line, found, numbers)
    return _with_half(line, _scaled(line, found, numbers, money), numbers)


def _plain(line: Line, index: int, numbers: ModuleType) -> Numeral | None:
    if line.kind(index) == NUMBER:
        return _in_digits(line, index, numbers)
    mark = numbers.FRACTION_MARKS.get(line.low(index))
    if mark is not None:
        return Numeral(index, index + 1, Decimal(mark), raw=Decimal(mark))
    return _in_words(line, index, numbers)


def _in_digits(line: Line, index: int, numbers: ModuleType) -> Numeral | None:
    value = read_digits(line.lexemes[index].text, numbers)
    if value is None:
        return None
    end = index + 1
    text = line.lexemes[index].text
    while _is_group(line, end) and text.isdecimal() and len(text.lstrip("0")) in range(1, 4) and end - index < 5:
        value = value * 1000 + Decimal(line.low(end))
        end += 1
    mark = numbers.FRACTION_MARKS.get(line.low(end)) or _mixed(line, end, numbers)
    if mark is not None and value == value.to_integral_value():
        value, end = value + Decimal(mark), end + 1
    return Numeral(index, end, value, raw=value)


def _is_group(line: Line, index: int) -> bool:
    """Three digits behind a plain space: "10 000"."""
    return (
        line.kind(index) == NUMBER
        and not line.tight(index)
        and len(line.low(index)) == 3
        and line.low(index).isdecimal()
    )


def _mixed(line: Line, index: int, numbers: ModuleType) -> Decimal | None:
    """The fraction of "2 1/2"."""
    if line.kind(index) != NUMBER or "/" not in line.low(index):
        return None
    return read_digits(line.low(index), numbers)


def _in_words(line: Line, index: int, numbers: ModuleType) -> Numeral | None:
    total = held = chunk = Decimal(0)
    at, last = index, ""
    if line.low(at) in numbers.ARTICLES or line.low(at) in numbers.ANOTHER:
        if scale_word(line.low(at + 1), numbers) is None:
            return None
        held, at, last = Decimal(1), at + 1, "one"
    while True:
        step = _step(line, at, last, numbers)
        if step is None:
            break
        before = last
        at, last, value = step
        if last in ("hundred", "dozen"):
            held = (held or 1) * value
        elif last == "scale":
            # "three lakh crore": one scale on another; "two million five thousand": two summands.
            total, chunk = (total - chunk, chunk * value) if before == "scale" else (total, (held or 1) * value)
            total, held = total + chunk, Decimal(0)
        else:
            held += value
    if at == index or not last:
        return None
    value, at = _pointed(line, at, total + held, numbers)
    scale = Decimal(scale_word(line.low(at - 1), numbers) or 1)
    return Numeral(index, at, value, raw=value / scale, scale=scale, in_words=True)


def _step(line: Line, at: int, last: str, numbers: ModuleType) -> tuple[int, str, Decimal] | None:
    """One more number word that may follow the last: (the lexeme behind it, its class, its value)."""
    word = at
    if last and (line.low(word) in numbers.AND and last in ("hundred", "scale")):
        if line.low(word + 1) not in numbers.ONES and line.low(word + 1) not in numbers.TENS:
            return None
        word += 1
    elif last and HYPHEN.fullmatch(line.low(word)) and line.tight(word) and line.tight(word + 1):
        word += 1
    low = line.low(word)
    for kind, table, after in (
        ("one", numbers.ONES, ("", "ten", "hundred", "scale")),
        ("ten", numbers.TENS, ("", "hundred", "scale")),
        ("hundred", numbers.HUNDRED, ("one", "ten", "")),
        ("dozen", numbers.DOZEN, ("one", "ten")),
        ("scale", numbers.SCALES, ("one", "ten", "hundred", "dozen", "scale")),
    ):
        if low in table and last in after:
            return word + 1, kind, Decimal(table[low])
    return None


def _pointed(line: Line, at: int, value: Decimal, numbers: ModuleType) -> tuple[Decimal, int]:
    """Reads on behind "point": "three point four two"."""
    if line.low(at) not in numbers.POINT or line.low(at + 1) not in numbers.ONES:
        return value, at
    digits, at = "", at + 1
    while line.low(at) in numbers.ONES and len(digits) < 12:
        digits += str(numbers.ONES[line.low(at)])
        at += 1
    return value + Decimal(f"0.{digits}"), at


def _scaled(line: Line, found: Numeral, numbers: ModuleType, money: bool) -> Numeral:
    end, scale = found.end, Decimal(1)
    while (factor := _factor(line, end, found, numbers, money)) is not None:
        scale *= factor
        end += 2 if HYPHEN.fullmatch(line.low(end)) else 1
        money = False
    return replace(found, end=end, value=found.value * scale, scale=scale) if end > found.end else found


def _factor(line: Line, end: int, found: Numeral, numbers: ModuleType, money: bool) -> int | None:
    low = line.low(end)
    factor: int | None
    if HYPHEN.fullmatch(low) and line.tight(end) and line.tight(end + 1):
        factor = numbers.SCALES.get(line.low(end + 1))
        return factor
    factor = numbers.SCALES.get(low) or (None if found.in_words else scale_word(low, numbers))
    if factor is None and not found.in_words and _is_short_scale(line, end, numbers, money):
        factor = numbers.SHORT_SCALES[low]
    return factor


def _is_short_scale(line: Line, end: int, numbers: ModuleType, money: bool) -> bool:
    if line.low(end) not in numbers.LETTER_SCALES:
        return line.low(end) in numbers.SHORT_SCALES
    if not line.tight(end):
        return line.lexemes[end].text.isupper() and line.low(end) in "mb" and _counts(line, end + 1)
    return money or _letter_scales(line, end, numbers)


def _letter_scales(line: Line, end: int, numbers: ModuleType) -> bool:
    """Whether a letter behind digits is a scale with no currency: "19m passengers", "25k people", "40k"."""
    if line.low(end) == "k":
        return line.tight(end) and line.lexemes[end].text == "k"
    apart = not (line.tight(end + 1) and line.kind(end + 1) in (WORD, NUMBER))
    return line.tight(end) and apart and (line.lexemes[end].text.isupper() or _counts(line, end + 1))


def _counts(line: Line, index: int) -> bool:
    """Whether a plural noun follows, with or without adjectives before it, or some of known things ("of its")."""
    if line.low(index) in line.words("numbers").OF and line.low(index + 1) in line.words("nouns").DETERMINERS:
        return True
    for at in range(index, index + 5):
        token = line.token(at)
        if token is None or line.kind(at) != WORD:
            return False
        if token.tag_ in ("NNS", "NNPS") or (token.pos_ == "NOUN" and token.lower_ in line.words("people").PEOPLE):
            return True
        if token.pos_ not in ("ADJ", "VERB", "CCONJ", "NOUN", "PROPN"):
            return False
    return False


def _with_half(line: Line, found: Numeral, numbers: ModuleType) -> Numeral:
    """ "two and a half", "a million and a half", "three and three quarters", "three and a half billion"."""
    if line.low(found.end) not in numbers.AND or found.value != found.value.to_integral_value():
        return found
    part = read_part(line, found.end + 1, numbers)
    if part is not None and part.value >= 1 and part.scale > 1 and part.raw < 1 and found.scale == 1:
        raw = found.raw + part.raw
        return replace(found, end=part.end, raw=raw, value=raw * part.scale, scale=part.scale)
    if part is None or part.value >= 1 or line.low(part.end) in numbers.OF or not part.in_words:
        return found
    raw = found.raw + part.value
    return replace(found, end=part.end, raw=raw, value=found.value + part.value * found.scale)
