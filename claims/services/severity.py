"""How much a flag matters, so that the first thing a desk sees is the one to look at first."""

from dataclasses import dataclass
from decimal import Decimal

from claims.enums import FlagType, Relation, Scope
from claims.models import Mention

# What readers are harmed by when it is wrong, before what they are merely misinformed by.
GRAVE_MEASURES = frozenset({"killed", "injured", "missing", "casualties", "victims", "detained", "evacuated"})
GRAVE, PLAIN = 30, 15
CONFLICT, UPDATE = 30, 10
SILENT = 15
WORDS_OF_OTHERS = 20
WIDEST_GAP = 20
FIRST_HAND = 5


@dataclass(frozen=True, slots=True)
class Weight:
    """What one thing adds to the severity of a flag. why: in plain words, shown as it is."""

    points: int
    why: str


def severity(a: Mention, b: Mention, *, kind: FlagType, relation: Relation, scope: Scope, silent: bool) -> int:
    """0 to 100: the sum of what `weights` gives."""
    found = weights(a, b, kind=kind, relation=relation, scope=scope, silent=silent)
    return min(100, sum(weight.points for weight in found))


def weights(
    a: Mention, b: Mention, *, kind: FlagType, relation: Relation, scope: Scope, silent: bool
) -> tuple[Weight, ...]:
    """The kind of measure, conflict before update, the size of the gap, silence, first-hand sources.

    A person put in quotation marks words that were not said, or was credited with another's, weighs as much as a toll.
    """
    if relation is Relation.CONFLICT:
        found = [Weight(CONFLICT, "a conflict: both cannot be right")]
    else:
        found = [Weight(UPDATE, "an update: the later one replaces the earlier one")]
    if kind in (FlagType.QUOTE, FlagType.SPEAKER, FlagType.ATTRIBUTION):
        found.append(Weight(WORDS_OF_OTHERS, "it is about what somebody said"))
    else:
        found += _of_figures(a, b)
    if silent:
        found.append(Weight(SILENT, "no note tells readers of the change"))
    if scope is Scope.BETWEEN_SOURCES and (a.version.article.source.first_hand or b.version.article.source.first_hand):
        found.append(Weight(FIRST_HAND, "one side speaks of what it did or found itself"))
    return tuple(found)


def _of_figures(a: Mention, b: Mention) -> list[Weight]:
    if {a.measure_key, b.measure_key} & GRAVE_MEASURES:
        found = [Weight(GRAVE, "it is about what happened to people")]
    else:
        found = [Weight(PLAIN, "it is about a figure")]
    apart = round(WIDEST_GAP * gap(a, b))
    return [*found, Weight(apart, "how far apart the two values are")] if apart else found


def gap(a: Mention, b: Mention) -> Decimal:
    """How far apart two intervals of one unit are, 0 (they touch) to 1 (tenfold or more, or from nothing)."""
    bounds = (a.low, a.high, b.low, b.high)
    if a.unit != b.unit or all(bound is None for bound in bounds):
        return Decimal(0)
    low = max(bound for bound in (a.low, b.low, Decimal(0)) if bound is not None)
    high = min((bound for bound in (a.high, b.high) if bound is not None), default=low)
    if low <= high:
        return Decimal(0)
    if high <= 0:
        return Decimal(1)
    return min(Decimal(1), (low / high - 1) / 9)
