"""How much a flag matters, so that the first thing a desk sees is the one to look at first."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import Max

from claims.enums import FlagState, FlagType, Relation, Scope
from claims.models import ContradictionFlag, Mention
from sources.models import ArticleVersion

# What readers are harmed by when it is wrong, before what they are merely misinformed by.
GRAVE_MEASURES = frozenset({"killed", "injured", "missing", "casualties", "victims", "detained", "evacuated"})
GRAVE, PLAIN = 30, 15
CONFLICT, UPDATE = 30, 10
SILENT = 15
WORDS_OF_OTHERS = 20
WIDEST_GAP = 20
FIRST_HAND = 5
CONTESTED, BACKED, FRESH = 10, 5, 5
# So many independent origins on a side are several.
SEVERAL = 2
FRESH_FOR = timedelta(days=1)
# Of a story's flags so many lose their freshness at a time; the next text takes the rest.
MOST_FLAGS = 500


@dataclass(frozen=True, slots=True)
class Weight:
    """What one thing adds to the severity of a flag. why: in plain words, shown as it is."""

    points: int
    why: str


def severity(
    a: Mention, b: Mention, *, kind: FlagType, relation: Relation, scope: Scope, silent: bool, fresh: bool = False
) -> int:
    """0 to 100: the sum of what `weights` gives, before anybody counted the origins on its sides."""
    return of(_flag(a, b, kind, relation, scope=scope, silent=silent, fresh=fresh))


def of(flag: ContradictionFlag) -> int:
    """0 to 100: the sum of what `weights` gives for a flag, stored or not."""
    return min(100, sum(weight.points for weight in weights(flag)))


def _flag(
    a: Mention, b: Mention, kind: FlagType, relation: Relation, *, scope: Scope, silent: bool, fresh: bool
) -> ContradictionFlag:
    return ContradictionFlag(a=a, b=b, type=kind, relation=relation, scope=scope, silent=silent, fresh=fresh)


def weights(flag: ContradictionFlag) -> tuple[Weight, ...]:
    """The kind of measure, conflict before update, the gap, silence, first-hand sources, origins, freshness.

    A person put in quotation marks words that were not said, or was credited with another's, weighs as much as a toll.
    """
    a, b = flag.a, flag.b
    if flag.relation == Relation.CONFLICT:
        found = [Weight(CONFLICT, "a conflict: both cannot be right")]
    else:
        found = [Weight(UPDATE, "an update: the later one replaces the earlier one")]
    if flag.type in (FlagType.QUOTE, FlagType.SPEAKER, FlagType.ATTRIBUTION):
        found.append(Weight(WORDS_OF_OTHERS, "it is about what somebody said"))
    else:
        found += _of_figures(a, b)
    if flag.silent:
        found.append(Weight(SILENT, "no note tells readers of the change"))
    between = flag.scope == Scope.BETWEEN_SOURCES
    if between and (a.version.article.source.first_hand or b.version.article.source.first_hand):
        found.append(Weight(FIRST_HAND, "one side speaks of what it did or found itself"))
    return (*found, *_of_origins(flag), *_of_time(flag))


def _of_origins(flag: ContradictionFlag) -> list[Weight]:
    """Where independent origins stand on both sides nobody can be put right by a look at one source."""
    sides = sorted((flag.origins_a or 0, flag.origins_b or 0))
    if sides[0] >= SEVERAL:
        return [Weight(CONTESTED, "each side has two independent origins or more")]
    if sides[1] >= SEVERAL:
        return [Weight(BACKED, "one side has two independent origins or more")]
    return []


def _of_time(flag: ContradictionFlag) -> list[Weight]:
    return [Weight(FRESH, "it was published within a day of the story's latest text")] if flag.fresh else []


def is_fresh(b: Mention, newest: datetime | None) -> bool:
    """Whether the later passage of a flag was published within a day of the story's latest text, or is in no story."""
    return newest is None or b.version.published_at >= newest - FRESH_FOR


def newest_in(story_id: int | None) -> datetime | None:
    """When the latest text of a story was published, whether it is read yet or not."""
    if story_id is None:
        return None
    told = ArticleVersion.objects.filter(article__story=story_id)
    newest: datetime | None = told.aggregate(newest=Max("published_at"))["newest"]
    return newest


def age(story_id: int | None) -> None:
    """Takes freshness from a story's open flags that a later text has left behind."""
    newest = newest_in(story_id)
    if newest is None:
        return
    fresh = ContradictionFlag.objects.filter(story=story_id, state=FlagState.OPEN, fresh=True)
    sources = [f"{side}__version__article__source" for side in "ab"]
    stale = list(fresh.filter(b__version__published_at__lt=newest - FRESH_FOR).select_related(*sources)[:MOST_FLAGS])
    for flag in stale:
        flag.fresh = False
        flag.severity = of(flag)
    ContradictionFlag.objects.bulk_update(stale, ["fresh", "severity"], batch_size=200)


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
