"""The words that loosen or tighten a number, and the interval of values that they leave."""

from decimal import Decimal

from claims.engine.extract.figures.lexemes import MARK, Line
from claims.enums import Approximation

# How far "about" reaches either way, how far below "nearly", how far above "just over" (see FORMAT in docs/engine.md).
TOLERANCE = Decimal("0.1")
_APPROXIMATIONS = {
    "": Approximation.EXACT,
    "exact": Approximation.EXACT,
    "about": Approximation.ABOUT,
    "at_least": Approximation.AT_LEAST,
    "more_than": Approximation.MORE_THAN,
    "just_over": Approximation.MORE_THAN,
    "at_most": Approximation.AT_MOST,
    "less_than": Approximation.LESS_THAN,
    "nearly": Approximation.LESS_THAN,
    "between": Approximation.BETWEEN,
}
Interval = tuple[Decimal | None, Decimal | None]


def meaning_before(line: Line, index: int) -> tuple[str, int] | None:
    """What the words right before a lexeme say of a number there: (meaning, lexeme they begin at), or None."""
    table = line.words("bounds")
    if line.kind(index - 1) == MARK and line.low(index - 1) in table.MARKS_BEFORE:
        return table.MARKS_BEFORE[line.low(index - 1)], index - 1
    length = line.longest_before(index, table.BEFORE, table.LONGEST)
    if not length:
        return None
    if line.low(index - length - 1) in table.NO_BOUND_BEHIND.get(line.lows[index - length : index], ()):
        return None
    return table.BEFORE[line.lows[index - length : index]], index - length


def meaning_behind(line: Line, index: int) -> tuple[str, int] | None:
    """What the words from a lexeme on say of a number before it: (meaning, lexeme behind them), or None."""
    table = line.words("bounds")
    if line.low(index) in table.MARKS_AFTER and line.tight(index):
        return table.MARKS_AFTER[line.low(index)], index + 1
    at = index + 1 if line.low(index) in table.DASHES and line.tight(index) else index
    length = line.longest_at(at, table.AFTER, table.LONGEST)
    if not length:
        return None
    return table.AFTER[line.lows[at : at + length]], at + length


def interval(low: Decimal, high: Decimal | None, meaning: str) -> Interval:
    """The closed interval that a value, or a range of values, has under a meaning; None is unbounded."""
    top = low if high is None else high
    match meaning:
        case "about":
            return low - abs(low) * TOLERANCE, top + abs(top) * TOLERANCE
        case "at_least" | "more_than":
            return low, None
        case "just_over":
            return low, top + abs(top) * TOLERANCE
        case "at_most" | "less_than":
            return None, top
        case "nearly":
            return low - abs(low) * TOLERANCE, top
    return low, high


def approximation(meaning: str) -> Approximation:
    """The name under which a meaning is stored."""
    return _APPROXIMATIONS[meaning]
