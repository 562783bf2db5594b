"""The figures of a sentence as a note (see `claims/engine/notes.py`), and back; offsets count from the sentence."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from claims.engine.parse import Sentence
from claims.engine.records import Figure, Span, Why
from claims.enums import Approximation, Direction


def to_note(figures: Iterable[Figure], sentence: Sentence) -> list[list[Any]]:
    """Everything of each figure but its part and its claimant, which the sentence alone does not tell."""
    base = sentence.span.start
    return [
        [
            *(one.span.start - base, one.span.end - base, one.value_span.start - base, one.value_span.end - base),
            *(_written(one.low), _written(one.high), one.approximation.value, one.unit, one.measure),
            *(one.why.rule, one.why.trigger, one.why.reading, one.measure_key, one.thing, one.place, one.as_of),
            *(list(one.group), one.direction.value),
        ]
        for one in figures
    ]


def from_note(note: Sequence[Sequence[Any]], sentence: Sentence) -> Iterator[Figure]:
    """The figures of a note in a sentence with the same letters, wherever it stands now."""
    base, part = sentence.span.start, sentence.part
    for (
        first,
        end,
        value,
        value_end,
        low,
        high,
        kind,
        unit,
        measure,
        *why,
        key,
        thing,
        place,
        as_of,
        group,
        way,
    ) in note:
        yield Figure(
            Span(base + first, base + end),
            Span(base + value, base + value_end),
            _read(low),
            _read(high),
            Approximation(kind),
            unit,
            measure,
            Why(*why),
            key,
            thing,
            place,
            as_of,
            tuple(group),
            Direction(way),
            part=part,
        )


def _written(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _read(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)
