"""What a figure is about, read from the words around it in one place, whoever found the figure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.engine.compare.values import Dimension, dimension
from claims.engine.compare.words import Idea, Word, content, ideas, stem, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Mention, Span
from claims.enums import Direction

_BREAK = re.compile(r"[;:()–—]|,(?!\d)|\s-\s")
_YEAR = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,]|\.\d)")


@dataclass(frozen=True, slots=True)
class Features:
    """What one figure is about.

    status: what happened to the people counted; groups: who of a larger number; aspects: limit, forecast, average ...;
    periods: times other than the report's own; direction: "up", "down" or "level"; names: of people, bodies and places;
    core, near, around: content stems of the figure's own span, of its clause, of its sentence.
    """

    dimension: Dimension
    status: str
    groups: frozenset[str]
    aspects: frozenset[str]
    periods: frozenset[str]
    direction: str
    names: frozenset[str]
    core: frozenset[str]
    near: frozenset[str]
    around: frozenset[str]
    partial: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure in its sentence: offsets of its span, its value and its clause, all in the sentence's text."""

    text: str
    span: Span
    value: Span
    clause: Span


def figure_features(mention: Mention, language: str = "en") -> Features:
    """Reads a figure's features off its mention. Raises TypeError where the record is no figure."""
    if not isinstance(mention.record, Figure):
        raise TypeError(f"not a figure: {mention.record!r}")
    return _features(
        mention.record,
        mention.sentence,
        mention.sentence_start,
        mention.before,
        mention.published.year,
        language,
    )


@lru_cache(maxsize=20_000)
def _features(figure: Figure, sentence: str, start: int | None, before: str, year: int, language: str) -> Features:
    place = _place(figure, sentence, start, language)
    span, clause = place.span.of(place.text), place.clause.of(place.text)
    measure = content(f"{figure.measure} {figure.thing}", language)
    core = (content(span, language) | measure) - _unit_words(figure, language)
    return Features(
        dimension=dimension(figure.unit, language),
        status=_status(figure, place, language),
        groups=_named(span, clause, "GROUPS", language) | frozenset(stem(word, language) for word in figure.group),
        aspects=_named(span, clause, "ASPECTS", language),
        periods=_periods(place, year, language),
        direction=_direction(figure, place, language),
        names=_names(place, language),
        core=core,
        near=core | content(clause, language),
        around=core | content(sentence, language),
        partial=_is_part(place, language),
    )


def _place(figure: Figure, sentence: str, start: int | None, language: str) -> _Place:
    whole = Span(0, max(1, len(sentence)))
    if start is None:
        return _Place(sentence, whole, whole, whole)
    span = _inside(figure.span, start, whole)
    value = _inside(figure.value_span, start, span)
    return _Place(sentence, span, value, _clause(sentence, span, language))


def _inside(span: Span, start: int, bounds: Span) -> Span:
    low = min(max(span.start - start, bounds.start), bounds.end - 1)
    return Span(low, max(low + 1, min(span.end - start, bounds.end)))


def _clause(text: str, span: Span, language: str) -> Span:
    """The stretch around a span between the nearest marks or words that part clauses."""
    parting = lexicon(language, "sameness").CLAUSE_WORDS
    cuts = [found.start() for found in _BREAK.finditer(text)]
    cuts += [word.start for word in words(text, language) if word.text.lower() in parting]
    low = max((cut for cut in cuts if cut < span.start), default=0)
    high = min((cut for cut in cuts if cut >= span.end), default=len(text))
    return Span(low, max(high, span.end))


def _status(figure: Figure, place: _Place, language: str) -> str:
    """What happened to the people counted: from the span, else the clause, else the nearest words of the sentence."""
    if figure.measure_key in lexicon(language, "sameness").STATUS:
        return figure.measure_key
    found = ideas(place.text, "STATUS", language)
    for bounds in (place.span, place.clause):
        inside = [idea for idea in found if bounds.start <= idea.start and idea.end <= bounds.end]
        if inside:
            return _nearest(inside, place.value).idea
    return _nearest(found, place.value).idea if found and figure.unit == "person" else ""


def _nearest(found: "list[Idea] | tuple[Idea, ...]", value: Span) -> Idea:
    return min(found, key=lambda idea: (max(idea.start - value.end, value.start - idea.end, 0), idea.start))


def _named(span: str, clause: str, table: str, language: str) -> frozenset[str]:
    inside = ideas(span, table, language) or ideas(clause, table, language)
    return frozenset(idea.idea for idea in inside)


def _unit_words(figure: Figure, language: str) -> frozenset[str]:
    return frozenset(stem(part, language) for part in figure.unit.split("_")) | {"person"}


def _direction(figure: Figure, place: _Place, language: str) -> str:
    """Whether the number says by how much something rose or fell, or where it stands."""
    if figure.direction is not Direction.NONE:
        return figure.direction.value
    known = lexicon(language, "sameness")
    before = [word for word in words(place.text[place.clause.start : place.value.start], language)]
    after = words(place.text[place.value.end : place.clause.end], language)[:3]
    if before and before[-1].text.lower() in known.LEVEL_BEFORE:
        return "level"
    for word in [*reversed(before[-6:]), *after]:
        lower = word.text.lower()
        if lower in known.RISES:
            return "up"
        if lower in known.FALLS:
            return "down"
    return "level"


def _periods(place: _Place, year: int, language: str) -> frozenset[str]:
    """The times that the figure's clause names, but for the year of publication and what a change is measured against."""
    named = lexicon(language, "periods")
    text = place.clause.of(place.text).lower()
    text = re.sub(named.BASELINE + r"(?=" + "|".join(p for _, p in named.PERIODS) + r")(?:[a-z ]+)", " ", text)
    found = {name for name, pattern in named.PERIODS if re.search(pattern, text)}
    return frozenset(found | {y for y in _YEAR.findall(text) if int(y) != year})


def _names(place: _Place, language: str) -> frozenset[str]:
    """Stems of the names in the clause; a capital that only begins the sentence is none."""
    found = words(place.text, language)
    taken: list[Word] = []
    for at, word in enumerate(found):
        if not word.is_name or not place.clause.start <= word.start < place.clause.end:
            continue
        if (word.start > 0 and found[at - 1 : at]) or (at + 1 < len(found) and found[at + 1].is_name):
            taken.append(word)
    return frozenset(word.stem for word in taken) - lexicon(language, "morphology").TITLES


def _is_part(place: _Place, language: str) -> bool:
    """Whether the number counts some of those that another number counts ("five of them", "including three children")."""
    near = place.text[max(0, place.span.start - 20) : place.span.end].lower()
    return any(
        re.search(rf"(?<!\w){re.escape(words_)}(?!\w)", near) for words_ in lexicon(language, "sameness").PART_OF
    )
