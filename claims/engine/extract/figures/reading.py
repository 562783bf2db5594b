"""Says a figure in plain words: "at least 40 people killed"."""

from decimal import Context, Decimal

from claims.engine.extract.figures.bounds import Interval
from claims.engine.lexicon import lexicon
from claims.enums import Approximation

# Digits of a third, as read aloud.
_READABLE = Context(prec=6)


def plain(value: Decimal) -> str:
    """A value without exponent or idle zeros, grouped by thousands."""
    text = f"{_READABLE.plus(value) if value % 1 else value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def reading(interval: Interval, approximation: Approximation, unit: str, measure: str, language: str) -> str:
    """The normalised reading of a figure."""
    words = lexicon(language, "reading")
    low, high = interval
    if approximation is Approximation.BETWEEN and low is not None and high is not None:
        number = words.BETWEEN.format(low=plain(low), high=plain(high))
    else:
        value = _middle(low, high, approximation)
        number = words.APPROXIMATIONS[approximation.value].format(plain(value))
    spelt = unit.replace("_", " ")
    return " ".join(filter(None, (_with_unit(number, unit, measure, words.UNITS), "" if measure == spelt else measure)))


def _middle(low: Decimal | None, high: Decimal | None, approximation: Approximation) -> Decimal:
    if low is None or (approximation is Approximation.LESS_THAN and high is not None):
        return high if high is not None else Decimal(0)
    if approximation is Approximation.ABOUT and high is not None:
        return (low + high) / 2
    return low


def _with_unit(number: str, unit: str, measure: str, units: dict[str, str]) -> str:
    spelt = unit.replace("_", " ")
    if unit in units:
        return units[unit].format(number)
    return number if not unit or (spelt in measure and spelt != measure) else f"{number} {spelt}"
