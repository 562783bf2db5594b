"""A story's figure over time: what each source gave, as a drawing and as a table that says the same."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User

from claims.enums import Approximation
from claims.models import Mention
from claims.queries.series import Line, Series, in_conflict, measures_on_the_move, series_of
from claims.web.content import WORDINGS, number
from claims.web.drawing import Drawing, Value
from sources.models import Source, Story

# More values than this are no drawing, and no table that anybody reads.
MOST = 120
# As many measures stand as links; whoever wants another one finds it by the API.
OFFERED = 8
_SIGNS = {
    Approximation.ABOUT: "about ",
    Approximation.AT_LEAST: "≥ ",
    Approximation.MORE_THAN: "> ",
    Approximation.AT_MOST: "≤ ",
    Approximation.LESS_THAN: "< ",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that can be chosen."""

    key: str
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
    """One measure of a story as the person sees it; without a measure that was given twice there is nothing."""

    def __init__(self, story: Story, chosen: str, user: User) -> None:
        found = measures_on_the_move(story, user)
        keys = [key for key, _ in found]
        self.key = chosen if chosen in keys else next(iter(keys), "")
        offered = found[:OFFERED] + [pair for pair in found[OFFERED:] if pair[0] == self.key]
        self.measures = [Measure(key, _label(key), count, key == self.key) for key, count in offered]
        self.series = series_of(story, self.key, user, most=MOST) if self.key else Series("", [], cut=False)
        self._conflicts = in_conflict(point.pk for point in self._points) if self.key else set()

    @property
    def label(self) -> str:
        return _label(self.key)

    @cached_property
    def _points(self) -> list[Mention]:
        return [point for line in self.series.lines for point in line.points]

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
        rows = [self._row(line, point) for line in self.series.lines for point in line.points]
        return sorted(rows, key=lambda row: (row.mention.version.published_at, row.mention.pk), reverse=True)

    @cached_property
    def drawing(self) -> Drawing:
        drawn = [(line, [point for point in line.points if self._drawn(point)]) for line in self.series.lines]
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


def _label(key: str) -> str:
    return key.replace("_", " ").capitalize()
