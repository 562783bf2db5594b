"""Invented texts of forty figures each, with the records that the engine would find. For `bench.scale`."""

import random
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from claims.engine.records import Figure, Span, Why
from claims.enums import Approximation

MENTIONS = 40
EVENTS = 100
COUNTED = (
    ("killed", "people killed", "person", "people were killed"),
    ("injured", "people injured", "person", "people were injured"),
    ("missing", "people missing", "person", "people were missing"),
    ("evacuated", "people evacuated", "person", "people were evacuated"),
    ("", "homes damaged", "home", "homes were damaged"),
    ("", "flights cancelled", "flight", "flights were cancelled"),
    ("", "schools closed", "school", "schools were closed"),
    ("", "bridges closed", "bridge", "bridges were closed"),
)
DISTRICTS = ("Northgate", "Harrow Mile", "Eastmere", "Quarry Hill", "Saltmarsh")


@dataclass(frozen=True, slots=True)
class Text:
    """A body and the figures in it."""

    body: str
    records: tuple[Figure, ...]


@cache
def told(event: int, variant: int = 0) -> Text:
    """What one outlet says of an event: eight counts in five districts; a variant differs from the others in two."""
    values = random.Random(event)
    counts = [values.randint(11, 900) for _ in range(MENTIONS)]
    differs = random.Random(event * 1_000 + variant)
    for at in differs.sample(range(MENTIONS), 2 if variant else 0):
        counts[at] += 7
    sentences, records, start = [], [], 0
    for at, count in enumerate(counts):
        counted = COUNTED[at % len(COUNTED)]
        district = DISTRICTS[at // len(COUNTED)]
        claim = f"{count} {counted[3]} in {district}"
        sentence = f"Officials said {claim}."
        begin = start + sentence.index(claim)
        records.append(_figure(begin, claim, count, counted, district))
        sentences.append(sentence)
        start += len(sentence) + 1
    return Text(" ".join(sentences), tuple(records))


def _figure(start: int, claim: str, count: int, counted: tuple[str, str, str, str], district: str) -> Figure:
    key, measure, unit, _ = counted
    value = Decimal(count)
    return Figure(
        span=Span(start, start + len(claim)),
        value_span=Span(start, start + len(str(count))),
        low=value,
        high=value,
        approximation=Approximation.EXACT,
        unit=unit,
        measure=measure,
        why=Why("figure.count", str(count), f"{count} {measure}"),
        measure_key=key,
        place=district,
    )


def shifted(text: Text, by: str) -> Text:
    """The same text behind a new opening sentence."""
    offset = len(by) + 1
    moved = tuple(
        replace(
            record,
            span=Span(record.span.start + offset, record.span.end + offset),
            value_span=Span(record.value_span.start + offset, record.value_span.end + offset),
        )
        for record in text.records
    )
    return Text(f"{by} {text.body}", moved)
