"""What a number measures: the key and the plain words of it, and which way it moved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.families import family
from claims.engine.extract.figures.lexemes import Line
from claims.engine.extract.figures.nouns import Noun
from claims.engine.extract.figures.quantity import Quantity
from claims.engine.extract.figures.spans import Stretch
from claims.enums import Direction

# Things and areas that something befalls; money, time and speed are only of something.
_BEFALLEN = frozenset({"share", "area"})
# How many figures back a number may go on from.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Measure:
    """key: the lexicon's id, or "". words: what is counted, in plain words. direction: of a change."""

    key: str
    words: str
    direction: Direction


def measures_of(line: Line, found: Sequence[Quantity], stretches: Sequence[Stretch]) -> list[Measure]:
    """The measure of every quantity of a sentence; one that only converts or goes on takes that of the one before."""
    measures: list[Measure] = []
    for index, (quantity, stretch) in enumerate(zip(found, stretches, strict=True)):
        own = _key(line, quantity.amount, quantity.noun, stretch.left, stretch.right)
        if _goes_on(line, quantity.amount) and (not own or own in line.words("measures").BY_FAMILY.values()):
            own = next(
                (m.key for q, m in _before(found, measures, index) if _like(q.amount, quantity.amount, line)), own
            )
        measures.append(_measure(line, quantity.amount, quantity.noun, stretch, own))
    return measures


def _before(found: Sequence[Quantity], measures: list[Measure], index: int) -> Iterator[tuple[Quantity, Measure]]:
    """The quantities before one with their measures, the nearest first."""
    for at in range(index - 1, max(-1, index - 1 - _NEAR), -1):
        yield found[at], measures[at]


def _goes_on(line: Line, amount: Amount) -> bool:
    """ "(£35 million)", "from 5.1 per cent", "compared with $209 million"."""
    bounds = line.words("bounds")
    return line.low(amount.outer - 1) in bounds.LEANING | bounds.OR or line.low(amount.outer - 1) == bounds.BRACKETS[0]


def _like(a: Amount, b: Amount, line: Line) -> bool:
    table = line.words("units")
    return family(a, table) == family(b, table)


def _measure(line: Line, amount: Amount, noun: Noun | None, stretch: Stretch, key: str) -> Measure:
    left, right = stretch.left, stretch.right
    direction = _direction(line, amount, left, right)
    return Measure(key, _words(line, amount, noun, key, direction), direction)


def _key(line: Line, amount: Amount, noun: Noun | None, left: int, right: int) -> str:
    table = line.words("measures")
    kind = family(amount, line.words("units"))
    end = noun.end if noun else amount.outer_end
    search = _Search(line, kind)
    if kind == "count":
        return (
            _counted(line, amount, noun)
            or search.first(end, right, table.PREDICATES)
            or search.last(left, amount.outer, table.PREDICATES)
            or search.last(left, amount.outer, table.SUBJECTS)
        )
    return (
        search.last(left, amount.outer, table.SUBJECTS)
        or search.first(amount.outer_end, right, table.SUBJECTS)
        or (_befallen(search, amount, end, left, right) if kind in _BEFALLEN else "")
        or str(table.BY_FAMILY.get(kind, ""))
    )


def _befallen(search: "_Search", amount: Amount, end: int, left: int, right: int) -> str:
    """What befell a share of things, or an area: no predicate tells what money measures."""
    table = search.line.words("measures").PREDICATES
    return search.first(end, right, table) or search.last(left, amount.outer, table)


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for the words of a measure that numbers of a kind can have."""

    line: Line
    kind: str

    def first(self, start: int, end: int, table: Mapping[tuple[str, ...], str]) -> str:
        longest = self.line.words("measures").LONGEST
        for at in range(start, end):
            length = self.line.longest_at(at, table, min(longest, end - at))
            if length and self._fits(key := table[self.line.lows[at : at + length]]):
                return key
        return ""

    def last(self, start: int, end: int, table: Mapping[tuple[str, ...], str]) -> str:
        longest = self.line.words("measures").LONGEST
        for at in range(end, start, -1):
            length = self.line.longest_before(at, table, min(longest, at - start))
            if length and self._fits(key := table[self.line.lows[at - length : at]]):
                return key
        return ""

    def _fits(self, key: str) -> bool:
        families = self.line.words("measures").FAMILIES.get(key)
        return families is None or self.kind in families


def _counted(line: Line, amount: Amount, noun: Noun | None) -> str:
    table = line.words("measures").COUNTED
    if amount.side:
        return amount.side
    if noun is None or noun.head is None:
        return ""
    return str(table.get((noun.head.lower_,), ""))


def _direction(line: Line, amount: Amount, left: int, right: int) -> Direction:
    table = line.words("measures")
    if amount.negative and amount.form is Form.SHARE:
        return Direction.DOWN
    for index in [*range(amount.outer - 1, left - 1, -1), *range(amount.outer_end, min(right, amount.outer_end + 3))]:
        if line.low(index) in table.UP:
            return Direction.UP
        if line.low(index) in table.DOWN:
            return Direction.DOWN
    return Direction.NONE


def _words(line: Line, amount: Amount, noun: Noun | None, key: str, direction: Direction) -> str:
    table = line.words("measures")
    label = str(table.LABELS.get(key, ""))
    counted = line.text(noun.first, noun.end) if noun and noun.head is not None and not noun.partitive else ""
    if amount.form in (Form.COUNT, Form.ZERO):
        if counted and noun and noun.head and noun.head.lower_ in (w for (w,) in table.COUNTED_WORDS):
            return counted.lower()
        return " ".join(filter(None, (counted.lower() or _plural_unit(line, amount), label)))
    if direction is not Direction.NONE and amount.form in (Form.SHARE, Form.MULTIPLE) and label:
        return f"{table.RISE if direction is Direction.UP else table.FALL} {label}"
    return label or counted.lower() or amount.unit.replace("_", " ")


def _plural_unit(line: Line, amount: Amount) -> str:
    return str(line.words("nouns").PLURALS.get(amount.unit, amount.unit.replace("_", " ")))
