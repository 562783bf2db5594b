"""Where the points, lines, words and ticks of a timeline stand: pure geometry, in units of its view box."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import pairwise

from django.utils import timezone

from claims.models import Mention

WIDTH, HEIGHT = 760, 300
LEFT, RIGHT, TOP, BOTTOM = 56, 744, 24, 262
# One for each source; whoever comes after these begins again.
SHAPES = ("circle", "square", "up", "diamond", "down", "ring")
TICKS = 4
# A letter is about so wide, at 12 units of type.
LETTER, LINE_HEIGHT, LIFT = 6.6, 13.0, 15.0
# Half as wide as a point with the room around it.
POINT = 6.0
_STEPS = [timedelta(hours=hours) for hours in (1, 2, 3, 6, 12)] + [timedelta(days=days) for days in (1, 2, 7, 14, 30)]


@dataclass(frozen=True, slots=True)
class Value:
    """A value to draw. low, high: None is unbounded, and not both are. told: its name for who cannot see it."""

    mention: Mention
    low: float | None
    high: float | None
    words: str
    told: str
    conflict: bool

    @property
    def at(self) -> datetime:
        return self.mention.version.published_at

    @property
    def middle(self) -> float:
        """Where its point stands: the bound that it has, or between both."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low  # type: ignore[return-value]  # one of them is there
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Point:
    """A value at its place. top, bottom: of the bar of a range, None without. label: its words, "" where no room is."""

    value: Value
    shape: str
    x: float
    y: float
    top: float | None
    bottom: float | None
    label: str

    @property
    def path(self) -> str:
        """Its shape, as SVG draws it."""
        x, y = self.x, self.y
        return {
            "square": f"M{x - 4:.1f} {y - 4:.1f}h8v8h-8z",
            "up": f"M{x:.1f} {y - 5:.1f}l5 9h-10z",
            "down": f"M{x:.1f} {y + 5:.1f}l5 -9h-10z",
            "diamond": f"M{x:.1f} {y - 5.5:.1f}l5.5 5.5-5.5 5.5-5.5-5.5z",
        }.get(self.shape, f"M{x - 4.5:.1f} {y:.1f}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z")

    @property
    def beside(self) -> bool:
        """Whether its words stand beside it: an arrow is above."""
        return self.value.high is None

    @property
    def arrow(self) -> str:
        """Upwards from "or more", downwards from "or less"."""
        if self.value.low is not None and self.value.high is not None:
            return ""
        up = -1 if self.beside else 1
        end = self.y + up * 20
        return f"M{self.x:.1f} {self.y:.1f}V{end:.1f}m-3.5 {-up * 4.5:.1f}l3.5 {up * 4.5:.1f}l3.5 {-up * 4.5:.1f}"


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: float
    words: str


class Drawing:
    """The drawing of what sources gave, each its name and values in the order of time."""

    def __init__(self, lines: Sequence[tuple[str, Sequence[Value]]]) -> None:
        self.lines = lines

    @cached_property
    def _values(self) -> list[Value]:
        return [value for _, line in self.lines for value in line]

    @cached_property
    def _step(self) -> float:
        """Between two ticks of the values: 1, 2 or 5 times a power of ten."""
        bounds = [abs(bound) for value in self._values for bound in (value.low, value.high) if bound is not None]
        rough = max([*bounds, 1]) / TICKS
        power = 10 ** math.floor(math.log10(rough))
        return next(power * one for one in (1, 2, 5, 10) if power * one >= rough)

    @cached_property
    def _range(self) -> tuple[float, float]:
        bounds = [bound for value in self._values for bound in (value.low, value.high) if bound is not None]
        low, high = min([*bounds, 0]), max([*bounds, 0])
        return math.floor(low / self._step) * self._step, max(math.ceil(high / self._step), 1) * self._step

    @cached_property
    def _span(self) -> tuple[datetime, datetime]:
        first, last = min(value.at for value in self._values), max(value.at for value in self._values)
        room = max((last - first) * 0.06, timedelta(minutes=30))
        return first - room, last + room

    def _x(self, at: datetime) -> float:
        first, last = self._span
        return LEFT + 8 + (RIGHT - LEFT - 16) * ((at - first) / (last - first))

    def _y(self, value: float) -> float:
        low, high = self._range
        return BOTTOM - (BOTTOM - TOP) * ((value - low) / (high - low))

    @cached_property
    def values_axis(self) -> list[Tick]:
        low, high = self._range
        steps = range(round((high - low) / self._step) + 1)
        return [Tick(self._y(low + step * self._step), _short(low + step * self._step)) for step in steps]

    @cached_property
    def time_axis(self) -> list[Tick]:
        """At most eight, on whole hours or days of the desk's zone."""
        first, last = (timezone.localtime(one) for one in self._span)
        step = next((one for one in _STEPS if (last - first) / one <= 8), (last - first) / 8)
        midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
        at = midnight + step * math.ceil((first - midnight) / step)
        ticks = []
        while at <= last:
            ticks.append(Tick(self._x(at), f"{at:%H:%M}" if at.hour or at.minute else f"{at.day} {at:%b}"))
            at += step
        return ticks

    @cached_property
    def points(self) -> list[Point]:
        """In the order of time, so that the keys walk them as one reads."""
        shapes = {id(value): SHAPES[rank % len(SHAPES)] for rank, (_, line) in enumerate(self.lines) for value in line}
        # No words stand over a point.
        taken = [(self._x(value.at), POINT, self._y(value.middle) + 4) for value in self._values]
        placed = []
        for value in sorted(self._values, key=lambda one: (one.at, one.mention.pk)):
            x, y = self._x(value.at), self._y(value.middle)
            ranged = value.low is not None and value.high is not None and value.low != value.high
            top = self._y(value.high) if ranged and value.high is not None else None
            bottom = self._y(value.low) if ranged and value.low is not None else None
            half = len(value.words) * LETTER / 2
            at, base = (x + 14 + half, y + 4) if value.high is None else (x, y - LIFT)
            label = value.words if _room_for(at, half, base, taken) else ""
            placed.append(Point(value, shapes[id(value)], x, y, top, bottom, label))
        return placed

    def paths(self) -> Iterator[str]:
        """A stepped line for each source that gave more than one value: what it said last holds until it says more.

        Where a source only said "or more" or "or less" its line is not led there.
        """
        for _, line in self.lines:
            closed = [value for value in line if value.low is not None and value.high is not None]
            corners = [(self._x(value.at), self._y(value.middle)) for value in closed]
            if len(corners) > 1:
                steps = "".join(f"H{x:.1f}V{y:.1f}" for _, (x, y) in pairwise(corners))
                yield f"M{corners[0][0]:.1f} {corners[0][1]:.1f}{steps}"

    def legend(self) -> list[tuple[str, Point]]:
        """Each source with its shape."""
        shown = {id(point.value): point for point in self.points}
        return [(name, _sample(shown[id(line[0])])) for name, line in self.lines]


def _sample(point: Point) -> Point:
    return Point(point.value, point.shape, 7, 7, None, None, "")


def _room_for(x: float, half: float, base: float, taken: list[tuple[float, float, float]]) -> bool:
    """Whether words have room there; then they have taken it. x: their middle; half: of their width."""
    free = all(abs(x - at) > half + other + 2 or abs(base - line) > LINE_HEIGHT for at, other, line in taken)
    if free:
        taken.append((x, half, base))
    return free


def _short(value: float) -> str:
    """A value of the axis: 4,000 stands as it is, four million as 4m."""
    for size, letter in ((1e9, "bn"), (1e6, "m"), (1e4, "k")):
        if abs(value) >= size:
            return f"{value / (1e3 if letter == 'k' else size):g}{letter}"
    return f"{value:,.10g}"
