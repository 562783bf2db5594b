"""Which words an editor sees lit up for a number: from its bound words or its verb to the end of what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.clauses import Numbers, left_edge, right_edge
from claims.engine.extract.figures.items import label_of
from claims.engine.extract.figures.lexemes import Line
from claims.engine.extract.figures.quantity import Quantity

_STEP = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lexemes of a figure, ends excluded. left, right: its clause; first, end: the words that are shown."""

    left: int
    right: int
    first: int
    end: int


def stretches(line: Line, found: Sequence[Quantity]) -> list[Stretch]:
    """The stretch of every quantity of a sentence, in order; no two begin and end alike."""
    numbers = Numbers.of(quantity.amount for quantity in found)
    clauses = [
        (left_edge(line, quantity.amount, numbers), right_edge(line, numbers, _core_end(found, index)))
        for index, quantity in enumerate(found)
    ]
    shown = _parted(line, found, clauses)
    return [Stretch(left, right, first, end) for (left, right), (first, end) in zip(clauses, shown, strict=True)]


def _core_end(found: Sequence[Quantity], index: int) -> int:
    """The end of the noun phrase, with a second number inside it ("eleven of the 37 stops")."""
    amount, noun = found[index].amount, found[index].noun
    end = max(noun.end if noun else 0, amount.outer_end)
    if index + 1 < len(found) and found[index + 1].amount.outer < end:
        inner = found[index + 1].noun
        end = max(end, inner.end if inner else 0, found[index + 1].amount.outer_end)
    return end


def _parted(line: Line, found: Sequence[Quantity], clauses: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts the words between two numbers of one clause among them."""
    shown = [(_start(line, quantity, left), right) for quantity, (left, right) in zip(found, clauses, strict=True)]
    for index in range(1, len(found)):
        a, b = found[index - 1], found[index]
        end = _core_end(found, index - 1)
        if b.amount.outer < end:
            shown[index] = _back_to_determiner(line, b.amount, a.amount.outer_end), shown[index][1]
            continue
        if shown[index][0] >= end:
            continue
        first = _border(line, a.amount, b.amount, end)
        if first is not None:
            shown[index] = first, shown[index][1]
            shown[index - 1] = shown[index - 1][0], max(end, min(shown[index - 1][1], first))
    return [
        (first, _trimmed(line, end, max(_core_end(found, index), first + 1)))
        for index, (first, end) in enumerate(shown)
    ]


def _start(line: Line, quantity: Quantity, left: int) -> int:
    """A count that is itself the subject begins with its noun phrase; any other figure with its clause."""
    amount = quantity.amount
    if label_of(line, amount) is not None:
        return left
    if amount.form in (Form.COUNT, Form.ZERO, Form.RATIO) and not _verb_between(line, left, amount.outer):
        return _back_to_determiner(line, amount, left)
    return left


def _verb_between(line: Line, start: int, end: int) -> bool:
    return any((token := line.token(at)) is not None and token.pos_ in ("VERB", "AUX") for at in range(start, end))


def _back_to_determiner(line: Line, amount: Amount, floor: int) -> int:
    words, at = line.words("nouns"), amount.outer
    while at > floor and (line.low(at - 1) in words.DETERMINERS or _is_modifier(line, at - 1)):
        at -= 1
    while at < amount.outer and line.low(at) in line.words("clauses").NEVER_FIRST:
        at += 1
    return at


def _is_modifier(line: Line, at: int) -> bool:
    token = line.token(at)
    if line.low(at) in line.words("not_figures").WEEKDAYS or line.low(at) in line.words("not_figures").MONTHS:
        return False
    return token is not None and (token.pos_ in ("ADJ", "NOUN", "PROPN") or line.low(at) in ("'", "’", "s"))


def _border(line: Line, a: Amount, b: Amount, end: int) -> int | None:
    """Where the words of b begin behind those of a; None where b says how far a step went ("rose 12% to $3bn")."""
    words, bounds = line.words("clauses"), line.words("bounds")
    gap = range(end, b.outer)
    if len(gap) <= _STEP and gap and line.low(gap[-1]) in bounds.TO | bounds.FROM:
        return None
    joined = [at for at in gap if line.low(at) in words.AND]
    if joined:
        return joined[-1] + 1
    linked = [at for at in gap if (token := line.token(at)) is not None and token.pos_ in ("ADP", "PRON")]
    if not linked:
        return end
    first, floor = linked[-1], a.outer_end
    while line.low(first) in line.words("numbers").OF and first > floor and _is_modifier(line, first - 1):
        first -= 1
        while first > floor and _is_modifier(line, first - 1):
            first -= 1
    if first > floor and line.low(first - 1) in line.words("nouns").DETERMINERS:
        first -= 1
    return first


def _trimmed(line: Line, end: int, floor: int) -> int:
    while end > floor and line.low(end - 1) in line.words("clauses").NEVER_LAST:
        end -= 1
    return end
