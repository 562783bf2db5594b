"""Figures: every quantity of a version that a checker could check."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Context, Decimal

from claims.engine.extract.figures.bounds import approximation, interval
from claims.engine.extract.figures.context import as_of, group, place, thing
from claims.engine.extract.figures.homes import Homes, homes_of
from claims.engine.extract.figures.lexemes import Line
from claims.engine.extract.figures.measures import Measure, measures_of
from claims.engine.extract.figures.noted import from_note, to_note
from claims.engine.extract.figures.quantities import quantities
from claims.engine.extract.figures.quantity import Quantity
from claims.engine.extract.figures.reading import reading
from claims.engine.extract.figures.spans import Stretch, stretches
from claims.engine.parse import Parsed, Sentence
from claims.engine.records import Figure, Why
from claims.enums import Part

_READER = "figures"
# More digits than any figure of news has; thirds and sixths end here.
_PRECISION = Context(prec=20)


@dataclass(frozen=True, slots=True)
class _Topic:
    """The units last counted: near, in the paragraph; far, in the text."""

    near: str
    far: str


def extract_figures(parsed: Parsed, published: datetime | None) -> list[Figure]:
    """The figures of a parsed version, in the order of the text, with nobody credited yet.

    published: when the version appeared, to read "on Friday" against.
    """
    found: list[Figure] = []
    homes = homes_of(parsed)
    before, far, at = "", "", (Part.BODY, -1)
    for sentence in parsed.sentences:
        if (sentence.part, sentence.paragraph) != at:
            before, at = "", (sentence.part, sentence.paragraph)
        figures = _noted(parsed, sentence, _Topic(before, far), homes)
        found.extend(figures)
        before = _topic(figures) or before
        far = _topic(figures) or far
    return found


def _noted(parsed: Parsed, sentence: Sentence, topic: _Topic, homes: Homes) -> list[Figure]:
    """The figures of a sentence, from the note of the version before where nothing that they depend on is new."""
    given = [topic.near, topic.far, [list(unit) for unit in homes.units]]
    note = parsed.notes.found(_READER, sentence.text, given)
    if note is not None:
        return list(from_note(note, sentence))
    found = list(_of_sentence(sentence, parsed.language, topic, homes))
    parsed.notes.keep(_READER, sentence.text, given, to_note(found, sentence))
    return found


def _topic(figures: list[Figure]) -> str:
    """What a number without a noun in the next sentence most likely counts: people, else the first thing counted."""
    counted = [figure.unit for figure in figures if figure.why.rule == "figure.count"]
    return "person" if "person" in counted else next(iter(counted), "")


def _of_sentence(sentence: Sentence, language: str, topic: _Topic, homes: Homes) -> Iterator[Figure]:
    read = quantities(sentence, language, topic.near, homes, topic.far)
    if read is None:
        return
    line, found = read
    kept = [quantity for quantity in found if not quantity.amount.dropped]
    parts = stretches(line, kept)
    measures = measures_of(line, kept, parts)
    for quantity, stretch, measure in zip(kept, parts, measures, strict=True):
        yield _figure(line, quantity, stretch, measure)


def _figure(line: Line, quantity: Quantity, stretch: Stretch, measure: Measure) -> Figure:
    amount, noun = quantity.amount, quantity.noun
    low, high = interval(amount.low, amount.high, amount.meaning)
    kind = approximation(amount.meaning)
    part = line.sentence.part
    return Figure(
        span=line.span(stretch.first, stretch.end),
        value_span=line.span(amount.outer, amount.outer_end),
        low=_rounded(low),
        high=_rounded(high),
        approximation=kind,
        unit=amount.unit,
        measure=measure.words,
        measure_key=measure.key,
        thing=thing(line, stretch.left, amount.outer),
        place=place(line, stretch.first, stretch.end),
        as_of=as_of(line, stretch.left, stretch.right),
        group=group(line, noun),
        direction=measure.direction,
        why=Why(
            f"figure.{amount.form}",
            line.text(amount.outer, amount.outer_end),
            reading((low, high), kind, amount.unit, measure.words, line.language),
        ),
        part=part,
    )


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else _PRECISION.plus(value).normalize(_PRECISION)
