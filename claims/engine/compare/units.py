"""Two units: whether they measure the same, and slips of a unit: points for per cent, one currency for another."""

from decimal import Decimal

from claims.engine.compare.features import figure_features
from claims.engine.compare.likeness import other_word_for_unit, people_by_their_calling
from claims.engine.compare.odds import is_surely_one
from claims.engine.compare.values import as_base, dimension, is_exact, same_dimension, significant
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Mention, Record


def other_unit(a: Mention, b: Mention, anchored: bool, language: str) -> str:
    """Why the units of two figures keep them apart, as a short rule name; "" where they do not.

    anchored: both stand in the same place of two versions of one text.
    """
    first, second = figure_features(a, language), figure_features(b, language)
    names = {first.dimension.name, second.dimension.name}
    unsaid = first.unsaid or second.unsaid or other_word_for_unit(first, second, language)
    unsaid = unsaid or people_by_their_calling(first, second, language)
    if same_dimension(first.dimension, second.dimension, unsaid):
        return ""
    if is_currency_slip(a.record, b.record, language):
        return "" if anchored or is_surely_one(a, b, language) else "unit"
    if names != {"ratio", "points"} or not _same_number(a, b):
        return "unit"
    return "direction" if first.direction == "level" and second.direction != "level" else ""


def is_points_for_percent(a: Figure, b: Figure) -> bool:
    """Whether one figure is a share and the other one points of a share."""
    return {dimension(a.unit).name, dimension(b.unit).name} == {"ratio", "points"}


def is_currency_slip(a: Record, b: Record, language: str) -> bool:
    """Whether two exact sums have one number of two digits or more in two currencies that are not both dollars."""
    if not isinstance(a, Figure) or not isinstance(b, Figure) or not is_exact(a) or not is_exact(b):
        return False
    kinds = {dimension(figure.unit, language) for figure in (a, b)}
    dollars = {kind.name for kind in kinds} <= lexicon(language, "conversions").DOLLARS
    of_money = len(kinds) > 1 and all(kind.is_money for kind in kinds) and not dollars
    return of_money and a.low is not None and a.low == b.low and significant(a.low) > 1


def _same_number(a: Mention, b: Mention) -> bool:
    """Whether a share and points of a share meet as bare numbers: 25 basis points are a quarter of a per cent."""
    first, second = a.record, b.record
    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    (low_a, high_a), (low_b, high_b) = (_as_points(figure) for figure in (first, second))
    if None in (low_a, high_a, low_b, high_b):  # "up to 10 per cent" meets any number of points
        return _holds_bound((low_a, high_a), (low_b, high_b)) or _holds_bound((low_b, high_b), (low_a, high_a))
    apart = [low is not None and high is not None and low > high for low, high in ((low_a, high_b), (low_b, high_a))]
    return not any(apart)


def _holds_bound(one: tuple[Decimal | None, Decimal | None], other: tuple[Decimal | None, Decimal | None]) -> bool:
    """Whether a bound of the one lies inside the other, an open end of which is taken to be its other bound."""
    low, high = (end if end is not None else other[1 - at] for at, end in enumerate(other))
    return low is not None and high is not None and any(end is not None and low <= end <= high for end in one)


def _as_points(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    unit = dimension(figure.unit)
    return as_base(figure.low, unit), as_base(figure.high, unit)
