"""A story's figure over time: what each source gave, as a drawing and as a table that says the same."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User
from django.utils.text import Truncator, capfirst

from claims.engine.compare.values import dimension
from claims.enums import Approximation
from claims.models import Mention
from claims.queries.series import Line, in_conflict, lines_of
from claims.services.courses import Course, courses_in
from claims.web.content import WORDINGS, number
from claims.web.drawing import Drawing, Value
from sources.models import Source, Story

# More values than this are no drawing, and no table that anybody reads.
MOST = 120
# As many courses stand as links; the API has every value.
OFFERED = 12
# As much of what a course is of stands on its link.
LONGEST = 40
PERSON = "person"
_SIGNS = {
    Approximation.ABOUT: "about ",
    Approximation.AT_LEAST: "≥ ",
    Approximation.MORE_THAN: "> ",
    Approximation.AT_MOST: "≤ ",
    Approximation.LESS_THAN: "< ",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A course that can be chosen. of: a claim in it, by which it is asked for."""

    key: str
    of: int
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A value in the table. drawn: it is in the unit of the drawing."""

    mention: Mention
    source: Source
    words: str
    conflict: bool
    drawn: bool

    @property
    def unit_words(self) -> str:
        return self.mention.unit.replace("_", " ")


class Timeline:
    """One course of a story's figures as the person sees it; where no figure was given twice there is nothing.

    of: a claim in the course that is asked for. measure: else the first course of this measure, else the first of all.
    """

    def __init__(self, story: Story, user: User, *, of: int | None = None, measure: str = "") -> None:
        found, self.cut = courses_in(story, user)
        by_claim = next((one for one in found if of in one.claims), None)
        by_measure = next((one for one in found if one.measure_key == measure), None)
        self.course = by_claim or by_measure or next(iter(found), None)
        labels = _labels(found)
        offered = [one for at, one in enumerate(found) if at < OFFERED or one is self.course]
        self.choices = [
            Choice(one.measure_key, one.points[0].claim_id, labels[one], len(one.points), one is self.course)
            for one in offered
        ]
        self.label = labels[self.course] if self.course else ""
        self._points = list(self.course.points[-MOST:]) if self.course else []
        self._conflicts = in_conflict(point.pk for point in self._points) if self.course else set()

    @cached_property
    def lines(self) -> list[Line]:
        """What each source gave, those that began first before the others."""
        return lines_of(self._points)

    @property
    def left_behind(self) -> bool:
        """Whether there are values before these."""
        return self.cut or bool(self.course and len(self.course.points) > MOST)

    @cached_property
    def unit(self) -> str:
        """That of most values: others cannot stand on the same scale."""
        return next((unit for unit, _ in Counter(point.unit for point in self._points).most_common(1)), "")

    @property
    def unit_words(self) -> str:
        return self.unit.replace("_", " ")

    @cached_property
    def rows(self) -> list[TimelineRow]:
        """The values, the latest first."""
        rows = [self._row(line, point) for line in self.lines for point in line.points]
        return sorted(rows, key=lambda row: (row.mention.version.published_at, row.mention.pk), reverse=True)

    @cached_property
    def drawing(self) -> Drawing:
        drawn = [(line, [point for point in line.points if self._drawn(point)]) for line in self.lines]
        return Drawing(
            [(line.source.name, [self._value(line, one) for one in points]) for line, points in drawn if points]
        )

    @property
    def left_out(self) -> int:
        """Values in other units, or without a bound that a scale could have."""
        return sum(not row.drawn for row in self.rows)

    def _row(self, line: Line, point: Mention) -> TimelineRow:
        return TimelineRow(point, line.source, figure_words(point), point.pk in self._conflicts, self._drawn(point))

    def _drawn(self, point: Mention) -> bool:
        return point.unit == self.unit and (point.low is not None or point.high is not None)

    def _value(self, line: Line, point: Mention) -> Value:
        low, high = (None if bound is None else float(bound) for bound in (point.low, point.high))
        told = f"{figure_words(point)}, {line.source.name}"
        return Value(point, low, high, short_words(point), told, point.pk in self._conflicts)


def figure_words(mention: Mention) -> str:
    """A figure's value in words: "at least 9", "35 to 40", "12"."""
    low, high = number(mention.low, ""), number(mention.high, "")
    if low and high and low != high:
        return f"{low} to {high}"
    wording = Approximation(mention.approximation)
    return f"{WORDINGS[wording]} {low or high}" if wording in _SIGNS else low or high


def short_words(mention: Mention) -> str:
    """The same beside a point: "≥ 9", "35–40", "12"."""
    low, high = number(mention.low, ""), number(mention.high, "")
    if low and high and low != high:
        return f"{low}–{high}"
    return _SIGNS.get(Approximation(mention.approximation), "") + (low or high)


def _labels(courses: Sequence[Course]) -> dict[Course, str]:
    """What each course is called; one that would be called as one before it goes by its words."""
    labels: dict[Course, str] = {}
    taken: set[str] = set()
    for course in courses:
        label = _plain(course)
        labels[course] = _quoted(course) if label.casefold() in taken else label
        taken.add(label.casefold())
    return labels


def _plain(course: Course) -> str:
    """What is counted; of what is measured, its measure and what the texts say most often that it is of."""
    first = course.points[0]
    if first.unit == PERSON or course.measure_key.startswith(first.unit):
        return _measure(course)
    if dimension(first.unit, first.version.language).is_count:
        return capfirst(_most_often(point.measure for point in course.points) or _measure(course))
    thing = _most_often(point.thing for point in course.points)
    # One small word is who acts, and seldom what is measured.
    return f"{_measure(course)}: {_short(thing)}" if thing.strip().lower() != thing or " " in thing else _quoted(course)


def _quoted(course: Course) -> str:
    """The measure with the words of the value that began."""
    return f"{_measure(course)}: “{_short(course.points[0].text)}”"


def _measure(course: Course) -> str:
    return course.measure_key.replace("_", " ").capitalize()


def _most_often(said: Iterable[str]) -> str:
    return next((words for words, _ in Counter(words for words in said if words).most_common(1)), "")


def _short(words: str) -> str:
    return Truncator(words).chars(LONGEST)
