"""The courses of a story's figures: what its sources gave for one and the same thing, one value after the other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User

from claims.engine import courses as engine
from claims.enums import Outcome
from claims.models import Mention
from claims.queries.series import given_last
from claims.services import rows
from sources.models import Story

# A course that nobody can read, and more than which no page should compare: the latest are taken.
MOST_FIGURES = 400


@dataclass(frozen=True, slots=True)
class Course:
    """points: in the order of time. changed: how many of them say otherwise than their text said before."""

    measure_key: str
    points: tuple[Mention, ...]

    @property
    def claims(self) -> frozenset[int]:
        return frozenset(point.claim_id for point in self.points)

    @property
    def changed(self) -> int:
        return sum(point.outcome == Outcome.VALUE_CHANGED for point in self.points)

    @property
    def is_one(self) -> bool:
        """Whether it goes on: two texts give it, and they are of two sources or give two values."""
        sources = {point.version.article.source_id for point in self.points}
        values = {(point.low, point.high, point.unit) for point in self.points}
        return len({point.version_id for point in self.points}) > 1 and (len(sources) > 1 or len(values) > 1)


def courses_in(story: Story, seen_by: User | None = None) -> tuple[list[Course], bool]:
    """The courses of a story as the person sees it, those first that changed most, and whether figures were left out.

    Of as many changes the longer one is first. Figures that the lexicon has no measure for are in none. One query.
    """
    points, cut = given_last(story, MOST_FIGURES, seen_by)
    found = [Course(key, tuple(course)) for key, course in _courses(points)]
    return sorted((one for one in found if one.is_one), key=lambda one: (-one.changed, -len(one.points))), cut


def _courses(points: Sequence[Mention]) -> Iterator[tuple[str, list[Mention]]]:
    placed = {row.pk: one for row, one in zip(points, rows.placed_alone(points), strict=True)}
    of_measure: dict[tuple[str, str], dict[int, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for row in points:
        of_measure[row.measure_key, row.version.language][row.claim_id].append(row)
    for (key, language), claims in of_measure.items():
        by_claim = list(claims.values())
        for course in engine.courses([[placed[row.pk] for row in claim] for claim in by_claim], language):
            within = {row.pk for at in course for row in by_claim[at]}
            yield key, [row for row in points if row.pk in within]
