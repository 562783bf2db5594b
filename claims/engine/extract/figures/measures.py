"""What a number measures: the key and the plain words of it, and which way it moved."""

from dataclasses import dataclass

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.lexemes import Line
from claims.engine.extract.figures.nouns import Noun
from claims.enums import Direction


@dataclass(frozen=True, slots=True)
class Measure:
    """key: the lexicon's id, or "". words: what is counted, in plain words. direction: of a change."""

    key: str
    words: str
    direction: Direction


def measure_of(line: Line, amount: Amount, noun: Noun | None, left: int, right: int) -> Measure:
    """The measure of an amount in its clause, the lexemes left to right (excluded)."""
    key = _key(line, amount, noun, left, right)
    direction = _direction(line, amount, left, right)
    return Measure(key, _words(line, amount, noun, key, direction), direction)


def _key(line: Line, amount: Amount, noun: Noun | None, left: int, right: int) -> str:
    table = line.words("measures")
    end = noun.end if noun else amount.outer_end
    if amount.form in (Form.COUNT, Form.ZERO):
        return (
            _counted(line, noun)
            or _first(line, end, right, table.PREDICATES)
            or _last(line, left, amount.outer, table.PREDICATES)
            or _last(line, left, amount.outer, table.SUBJECTS)
        )
    return (
        _last(line, left, amount.outer, table.SUBJECTS)
        or _first(line, amount.outer_end, right, table.SUBJECTS)
        or _befallen(line, amount, end, left, right)
    )


def _befallen(line: Line, amount: Amount, end: int, left: int, right: int) -> str:
    """What befell a share of things, or an area: no predicate tells what money measures."""
    table = line.words("measures")
    if amount.form is Form.MONEY:
        return ""
    return _first(line, end, right, table.PREDICATES) or _last(line, left, amount.outer, table.PREDICATES)


def _counted(line: Line, noun: Noun | None) -> str:
    if noun is None or noun.head is None:
        return ""
    table = line.words("measures").COUNTED
    return str(table.get((noun.head.lower_,), ""))


def _first(line: Line, start: int, end: int, table: dict[tuple[str, ...], str]) -> str:
    longest = line.words("measures").LONGEST
    for at in range(start, end):
        length = line.longest_at(at, table, min(longest, end - at))
        if length:
            return table[line.lows[at : at + length]]
    return ""


def _last(line: Line, start: int, end: int, table: dict[tuple[str, ...], str]) -> str:
    longest = line.words("measures").LONGEST
    for at in range(end, start, -1):
        length = line.longest_before(at, table, min(longest, at - start))
        if length:
            return table[line.lows[at - length : at]]
    return ""


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
