"""A story's figures over time: who gave which value, when."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count, Q, QuerySet

from claims.enums import FlagState, Kind, Outcome, Relation
from claims.models import ContradictionFlag, Mention
from sources.models import Source, Story
from sources.permissions import readable

# A value that a later version repeats is no new point.
GIVEN_ANEW = (Outcome.NEW, Outcome.VALUE_CHANGED, Outcome.ATTRIBUTION_CHANGED)
# More points than this are no chart; the earliest are given, and the answer says that there are more.
MOST_POINTS = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """What one source gave for a measure, by time of publication."""

    source: Source
    points: list[Mention]


@dataclass(frozen=True, slots=True)
class Series:
    """The lines of one measure in a story, those that began first before the others. cut: there are more points."""

    measure_key: str
    lines: list[Line]
    cut: bool


def measures_in(story: Story, seen_by: User | None = None) -> list[tuple[str, int]]:
    """The measures that a story's articles give figures for, each with how often, the most frequent first."""
    counted = _given(story, seen_by).exclude(measure_key="").order_by().values_list("measure_key")
    return sorted(counted.annotate(count=Count("pk")), key=lambda pair: (-pair[1], pair[0]))


def given_last(story: Story, most: int, seen_by: User | None = None) -> tuple[list[Mention], bool]:
    """The figures with a measure that a story's articles gave anew, in the order of time, with their sources.

    most: the latest so many, and whether there are more. One query.
    """
    found = _given(story, seen_by).exclude(measure_key="").select_related("version__article__source")
    latest = found.defer("version__text", "keys").order_by("-version__published_at", "-version_id", "-start", "-pk")
    rows = list(latest[: most + 1])
    return rows[:most][::-1], len(rows) > most


def series_of(story: Story, measure_key: str, seen_by: User | None = None, *, most: int = MOST_POINTS) -> Series:
    """Every value of a measure that a story's articles gave anew, by source and time. One query.

    most: points, the earliest; the series says where it is cut.
    """
    found = _given(story, seen_by).filter(measure_key=measure_key)
    in_time = found.select_related("version__article__source").defer("version__text")
    points = list(in_time.order_by("version__published_at", "version_id", "start", "pk")[: most + 1])
    return Series(measure_key, lines_of(points[:most]), len(points) > most)


def lines_of(points: Iterable[Mention]) -> list[Line]:
    """Values, in the order of time, by the source that gave them."""
    lines: dict[int, Line] = {}
    for point in points:
        source = point.version.article.source
        lines.setdefault(source.pk, Line(source, [])).points.append(point)
    return list(lines.values())


def in_conflict(mentions: Iterable[int]) -> set[int]:
    """Those of the mentions that an open conflict is about."""
    ids = list(mentions)
    found = ContradictionFlag.objects.filter(
        Q(a__in=ids) | Q(b__in=ids), state=FlagState.OPEN, relation=Relation.CONFLICT
    )
    return {side for pair in found.values_list("a_id", "b_id") for side in pair} & set(ids)


def _given(story: Story, seen_by: User | None) -> QuerySet[Mention]:
    figures = Mention.objects.filter(kind=Kind.FIGURE, withdrawn=False, outcome__in=GIVEN_ANEW)
    return figures.filter(readable(seen_by, "version__article"), version__article__story=story)
