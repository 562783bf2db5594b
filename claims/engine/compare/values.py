"""Values: whether two intervals can both hold, whatever units they are written in."""

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from claims.engine.lexicon import lexicon
from claims.engine.records import Figure
from claims.enums import Approximation

# Whole numbers of things are rounded in print only where they are large.
COUNTS_ROUNDED_FROM = Decimal(100_000)
# Two values with the same digits in another order are a slip only where there are enough of them.
SLIP_DIGITS = 4
# A month is so many days, and a year twelve months, as print allows it.
MONTH_SHORTEST, MONTH_LONGEST, MONTH_USUAL = Decimal(28), Decimal(31), Decimal("30.4")
DAY = Decimal(86_400)
# No difference of temperatures that is told is wider than this, in degrees Celsius.
WIDEST_DIFFERENCE = Decimal(20)
_OPEN = {Approximation.MORE_THAN, Approximation.LESS_THAN}


_ONE_SIDED = _OPEN | {Approximation.AT_LEAST, Approximation.AT_MOST}


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a unit measures ("speed", "money:EUR", "count:person"), and its size: base = (value * factor) + offset."""

    name: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)

    @property
    def is_count(self) -> bool:
        return self.name.startswith("count:")

    @property
    def is_money(self) -> bool:
        return self.name.startswith("money:")


@lru_cache(maxsize=5_000)
def dimension(unit: str, language: str = "en") -> Dimension:
    """What a unit of a record measures; a unit that is no measure is a thing that is counted."""
    units = lexicon(language, "conversions")
    known = units.FACTORS.get(unit)
    if known is not None:
        return Dimension(known[0], Decimal(known[1]), Decimal(known[2]))
    if len(unit) == 3 and unit.isupper():
        return Dimension(f"money:{unit}")
    return Dimension(f"count:{units.SAME_THINGS.get(unit, unit)}")


def same_dimension(a: Dimension, b: Dimension, either_unsaid: bool = False) -> bool:
    """Whether two units measure the same. either_unsaid: a count leaves out what it counts ("Aldous had 5,411")."""
    return a.name == b.name or (either_unsaid and a.is_count and b.is_count) or _are_spans_of_time(a, b)


def _are_spans_of_time(a: Dimension, b: Dimension) -> bool:
    return {a.name, b.name} == {"duration", "months"}


def size(value: Decimal, unit: Dimension) -> Decimal:
    """A value in the base of its unit, months as seconds, for telling how far two values are apart."""
    return abs(value) * unit.factor * (MONTH_USUAL * DAY if unit.name == "months" else 1)


def as_base(value: Decimal | None, unit: Dimension) -> Decimal | None:
    try:
        return None if value is None else value * unit.factor + unit.offset
    except InvalidOperation:
        return None


def step(value: Decimal) -> Decimal:
    """The worth of the last digit that is not a nought: 0.1 for 3.2, 100 for 12,900."""
    if not value.is_finite() or not value:
        return Decimal(0)
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def step_of(numeral: str) -> Decimal:
    """The worth of a numeral's last written digit: 0.01 for 1.61, 1 for 620."""
    return Decimal(1).scaleb(-len(numeral.partition(".")[2]))


def significant(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def both_can_hold(a: Figure, b: Figure, language: str = "en") -> bool:
    """Whether some value lies in both intervals, once in one unit and with rounding as print allows it.

    An exclusive bound that another figure's exact value touches shuts it out: twice is not more than twice. Between two
    units each bound may be off by half of its last digit.
    """
    first, second = dimension(a.unit, language), dimension(b.unit, language)
    if not same_dimension(first, second, either_unsaid=True):
        return True
    if first != second and not first.is_count:
        if _meet(*in_one_unit(a, b, language)):
            return True
        return first.name == "temperature" and _is_difference(a, first, b, second)
    if _above(a.low, b.high) or _above(b.low, a.high):
        return _rounds(a, b, first) or _rounds(b, a, first)
    return not (_touches(a, b) or _touches(b, a))


_Bounds = tuple[Decimal | None, Decimal | None]


def _meet(a: _Bounds, b: _Bounds) -> bool:
    return not (_above(a[0], b[1]) or _above(b[0], a[1]))


def in_one_unit(a: Figure, b: Figure, language: str = "en") -> tuple[_Bounds, _Bounds]:
    """The bounds of two figures of two units in one: the base of their dimension, seconds for days and months."""
    first, second = dimension(a.unit, language), dimension(b.unit, language)
    bounds = converted(a, first), converted(b, second)
    if first.name == second.name:
        return bounds
    return _in_seconds(bounds[0], first), _in_seconds(bounds[1], second)


def _in_seconds(bounds: _Bounds, unit: Dimension) -> _Bounds:
    """Bounds in months as seconds, between the shortest month and the longest; those of other units as they are."""
    low, high = bounds
    if unit.name != "months":
        return bounds
    return (
        None if low is None else low * MONTH_SHORTEST * DAY,
        None if high is None else high * MONTH_LONGEST * DAY,
    )


def _is_difference(a: Figure, first: Dimension, b: Figure, second: Dimension) -> bool:
    """Whether two temperatures are one difference: 1.4 degrees Celsius warmer are 2.5 degrees Fahrenheit."""
    both = [converted(figure, replace(unit, offset=Decimal(0))) for figure, unit in ((a, first), (b, second))]
    told = [abs(bound) for bounds in both for bound in bounds if bound is not None]
    return max(told, default=Decimal(0)) <= WIDEST_DIFFERENCE and _meet(*both)


def _above(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and low > high


def _touches(open_one: Figure, exact: Figure) -> bool:
    if open_one.approximation not in _OPEN or exact.approximation is not Approximation.EXACT:
        return False
    bound = open_one.low if open_one.approximation is Approximation.MORE_THAN else open_one.high
    return bound is not None and exact.low == exact.high == bound


def converted(figure: Figure, unit: Dimension) -> tuple[Decimal | None, Decimal | None]:
    """A figure's bounds in the base of its unit, each exact one widened by half of its last digit."""
    low, high = figure.low, figure.high
    half = max((step(value) for value in (low, high) if value is not None), default=Decimal(0)) / 2
    if low is not None and high is not None and low != high:
        half = min(half, (high - low))
    if figure.approximation in _ONE_SIDED:
        half = Decimal(0)
    return (
        as_base(None if low is None else low - half, unit),
        as_base(None if high is None else high + half, unit),
    )


def _rounds(rough: Figure, fine: Figure, unit: Dimension) -> bool:
    """Whether an exact figure is another one, written with fewer digits."""
    if rough.approximation is not Approximation.EXACT or fine.approximation is not Approximation.EXACT:
        return False
    value, exact = rough.low, fine.low
    if value is None or exact is None or step(value) <= step(exact):
        return False
    whole_scale = significant(value) == 1 and step(value).adjusted() % 3 == 0
    if not whole_scale and significant(value) < 2:
        return False
    if unit.is_count and (value < COUNTS_ROUNDED_FROM or significant(value) < 2):
        return False
    return abs(value - exact) <= step(value) / 2


def transposed(a: Decimal | None, b: Decimal | None) -> bool:
    """Whether two values are written with the same digits in another order, as by a slip of the pen: 1,605 and
    1,650."""
    if a is None or b is None or a == b:
        return False
    first, second = f"{a.normalize():f}".replace(".", ""), f"{b.normalize():f}".replace(".", "")
    return len(first) == len(second) >= 2 and sorted(first) == sorted(second)


def slip_key(figure: Figure) -> frozenset[str]:
    """The sorted digits of an exact value of four significant ones or more: alike for 8,142 and 8,412, rarely
    else."""
    if not is_exact(figure) or figure.low is None or significant(figure.low) < SLIP_DIGITS:
        return frozenset()
    digits = "".join(sorted(f"{figure.low.normalize():f}".replace(".", "").replace("-", "")))
    return frozenset({digits})


def spoken(figure: Figure, language: str = "en") -> str:
    """A figure's value in plain words: "at least 40", "3.5bn to 3.6bn USD", "12 percent"."""
    names = lexicon(language, "readings")
    low, high = figure.low, figure.high
    if low is not None and low == high:
        value = written(low)
    elif low is not None and high is not None:
        value = names.BETWEEN.format(low=written(low), high=written(high))
    elif low is not None:
        value = names.BOUNDS.get(figure.approximation.value, names.BOUNDS["at_least"]).format(value=written(low))
    elif high is not None:
        value = names.BOUNDS.get(figure.approximation.value, names.BOUNDS["at_most"]).format(value=written(high))
    else:
        value = names.UNBOUNDED
    unit = figure.unit.replace("_", " ")
    return f"{value} {unit}" if unit and not dimension(figure.unit, language).is_count else value


@lru_cache(maxsize=5_000)
def written(value: Decimal) -> str:
    """A value with commas between thousands and no needless noughts."""
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return str(value)
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_exact(figure: Figure) -> bool:
    """Whether a figure names one value."""
    return figure.approximation is Approximation.EXACT and figure.low is not None and figure.low == figure.high
