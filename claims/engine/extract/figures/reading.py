"""Says a figure in plain words: "at least 40 people killed"."""

from decimal import Decimal

from claims.engine.extract.figures.bounds import Interval
from claims.engine.lexicon import lexicon
from claims.enums import Approximation


def plain(value: Decimal) -> str:
    """A value without exponent or idle zeros, grouped by thousands."""
    text = f"{value:,f}"
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
    return " ".join(filter(None, (_with_unit(number, unit, measure, words.UNITS), measure if measure != unit else "")))


def _middle(low: Decimal | None, high: Decimal | None, approximation: Approximation) -> Decimal:
    if low is None or (approximation is Approximation.LESS_THAN and high is not None):
        return high if high is not None else Decimal(0)
    if approximation is Approximation.ABOUT and high is not None:
        return (low + high) / 2
    return low


def _with_unit(number: str, unit: str, measure: str, units: dict[str, str]) -> str:
    if unit in units:
        return units[unit].format(number)
    return number if not unit or unit in measure or unit == "person" else f"{number} {unit.replace('_', ' ')}"
