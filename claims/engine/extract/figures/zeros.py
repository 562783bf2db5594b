"""Finds the words that say "none at all"; whether they count anything is judged later, with the verb."""

from claims.engine.extract.figures.lexemes import Line

_LONGEST = 3


def read_zero(line: Line, index: int) -> int | None:
    """The lexeme behind "no one", "none of", "no" that begins at a lexeme, or None."""
    numbers = line.words("numbers")
    return next(
        (
            index + length
            for phrases in (numbers.NOBODY, numbers.NONE_OF, numbers.NO)
            if (length := line.longest_at(index, phrases, _LONGEST))
        ),
        None,
    )
