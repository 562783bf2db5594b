"""A figure in its sentence: its own words, its clause, and how far back the words go that it depends on."""

import re
from dataclasses import dataclass
from functools import cache

from claims.engine.compare.words import change_stems, content, unit_stems, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Span

_BREAK = re.compile(r"[;:()–—]|,(?!\d)|\s-\s")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# Clauses to the left that an elliptic one may borrow from.
STEPS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Offsets of a figure's span, value and clause in its sentence; `own` is the clause before it borrowed from others."""

    text: str
    span: Span
    value: Span
    own: Span
    clause: Span

    @property
    def borrows(self) -> bool:
        return self.clause != self.own


def place_of(figure: Figure, sentence: str, start: int | None, language: str) -> Place:
    """Where a figure stands in its sentence; without a known start the whole sentence is its span and clause."""
    text = sentence or " "
    whole = Span(0, len(text))
    if start is None:
        return Place(text, whole, whole, whole, whole)
    cuts = _cuts(text, language)
    given = _inside(figure.span, start, whole)
    value = _inside(figure.value_span, start, given)
    numbers = _numbers(text, whole, value, language)
    span = _its_own(text, given, value, cuts, numbers, language)
    following = min((number.start for number in numbers if number.start >= span.end), default=len(text))
    own = _clause(span, cuts, following)
    return Place(text, span, value, own, _with_what_it_leans_on(text, own, value, cuts, unit_stems(figure.unit, language), language))


def _inside(span: Span, start: int, bounds: Span) -> Span:
    low = min(max(span.start - start, bounds.start), bounds.end - 1)
    return Span(low, max(low + 1, min(span.end - start, bounds.end)))


def _its_own(text: str, span: Span, value: Span, cuts: list[int], numbers: list[Span], language: str) -> Span:
    """The span without what belongs to other numbers in it: from the cut behind the last one before the value on, and up
    to the cut before the next one."""
    low, high = span.start, span.end
    for number in numbers:
        if number.end <= value.start:
            low = max([low, *(cut for cut in cuts if number.end <= cut <= value.start)])
        elif not _takes_of(text[value.end : number.start], language):
            return Span(low, min([high, *(cut for cut in cuts if value.end <= cut <= number.start)]))
    return Span(low, high)


def _takes_of(between: str, language: str) -> bool:
    """Whether the next number is what the first one is taken of: "three of the 14"."""
    return between.strip().lower().startswith(lexicon(language, "sameness").TAKEN_OF)


def _numbers(text: str, span: Span, value: Span, language: str) -> list[Span]:
    spelt = lexicon(language, "morphology").NUMBER_WORDS
    found = [Span(word.start, word.end) for word in words(text, language) if word.is_number or word.text.lower() in spelt]
    return [
        number
        for number in found
        if span.covers(number) and not number.touches(value) and not _is_no_quantity(text, number, language)
    ]


def _is_no_quantity(text: str, number: Span, language: str) -> bool:
    """Whether a number is a year or somebody's age."""
    known = lexicon(language, "sameness")
    behind, before = text[number.end : number.end + 12], text[max(0, number.start - 8) : number.start]
    is_age = re.search(known.AGE, behind) or (behind[:1] in ",." and re.search(known.AGE_BEFORE, before))
    return bool(_YEAR.fullmatch(number.of(text)) or is_age)


def _cuts(text: str, language: str) -> list[int]:
    parting = lexicon(language, "sameness").CLAUSE_WORDS
    marks = {found.start() for found in _BREAK.finditer(text)}
    marks |= {word.start for word in words(text, language) if word.text.lower() in parting}
    inside = [Span(*found.span()) for found in _apposition(language).finditer(text)]
    return sorted(cut for cut in marks if not any(span.start <= cut < span.end for span in inside))


@cache
def _apposition(language: str) -> "re.Pattern[str]":
    return re.compile(lexicon(language, "sameness").APPOSITION)


def _clause(span: Span, cuts: list[int], limit: int) -> Span:
    low = max((cut for cut in cuts if cut < span.start), default=0)
    high = min((cut for cut in cuts if cut >= span.end), default=limit)
    return Span(low, max(min(high, limit), span.end))


def _with_what_it_leans_on(
    text: str, clause: Span, value: Span, cuts: list[int], unit_stems: frozenset[str], language: str
) -> Span:
    """The clause, with those before it while it says nothing of its own or only refers to what stands before it."""
    start = clause.start
    for _ in range(STEPS):
        if start == 0 or not _leans(text[start : clause.end], value, start, unit_stems, language):
            break
        start = max((cut for cut in cuts if cut < start), default=0)
    return Span(start, clause.end)


def _leans(text: str, value: Span, start: int, unit_stems: frozenset[str], language: str) -> bool:
    found = [word.text.lower() for word in words(text, language)]
    if found and found[0] in lexicon(language, "sameness").RELATIVE:
        return True
    ahead = [word.text.lower() for word in words(text[: max(0, value.start - start)], language)]
    if ahead and set(ahead) <= lexicon(language, "sameness").LEANS_ON | lexicon(language, "morphology").QUANTITY:
        return True
    blank = text[: max(0, value.start - start)] + " " + text[value.end - start :]
    return not content(blank, language) - unit_stems - change_stems(language)
