"""A figure in its sentence: its own words, its clause, and how far back the words go that it depends on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claims.engine.compare.words import Word, change_stems, content, unit_stems, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Span

_BREAK = re.compile(r"[;:()–—]|,(?!\d)|\s-\s")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# Clauses to the left that an elliptic one may borrow from.
STEPS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Offsets of a figure's span, value and clause in its sentence; `own` is the clause before it borrowed from
    others. numbers: the other numbers of the sentence."""

    text: str
    span: Span
    value: Span
    own: Span
    clause: Span
    numbers: tuple[Span, ...] = ()

    @property
    def borrows(self) -> bool:
        return self.clause != self.own


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with the place of a figure's value, where its clauses part and where other numbers stand in it."""

    text: str
    value: Span
    cuts: tuple[int, ...]
    numbers: tuple[Span, ...]
    language: str


def place_of(figure: Figure, sentence: str, start: int | None, language: str) -> Place:
    """Where a figure stands in its sentence; without a known start the whole sentence is its span and clause."""
    text = sentence or " "
    whole = Span(0, len(text))
    if start is None:
        return Place(text, whole, whole, whole, whole)
    given = _inside(figure.span, start, whole)
    value = _inside(figure.value_span, start, given)
    text = _without_aside(text, value, language)
    known = _Sentence(text, value, _cuts(text, language), _numbers(text, value, language), language)
    span = _its_own(known, given)
    own = _clause(known, span)
    clause = _with_what_it_leans_on(known, own, unit_stems(figure.unit, language))
    return Place(text, span, value, own, clause, known.numbers)


def _without_aside(text: str, value: Span, language: str) -> str:
    """A sentence with the share that stands between a number's noun and its verb blanked out.

    "860 employees, or 59 per cent of our workforce, had not come": the 860 are those who had not. Offsets stay.
    """
    found: re.Match[str] | None = lexicon(language, "clauses").ASIDE.match(text, value.end)
    if not found:
        return text
    start, end = found.span(1)
    return text[:start] + " " * (end - start) + text[end:]


def _inside(span: Span, start: int, bounds: Span) -> Span:
    low = min(max(span.start - start, bounds.start), bounds.end - 1)
    return Span(low, max(low + 1, min(span.end - start, bounds.end)))


def _its_own(known: _Sentence, span: Span) -> Span:
    """The span without what belongs to other numbers of the sentence.

    It begins at the cut behind the last number before the value and ends at the cut before the next one.
    """
    low, high, value = span.start, span.end, known.value
    for number in known.numbers:
        if number.end <= value.start:
            low = max([low, *(cut for cut in known.cuts if number.end <= cut <= value.start)])
        elif not _takes_of(known.text[value.end : number.start], known.language):
            return Span(low, min([high, *(cut for cut in known.cuts if value.end <= cut <= number.start)]))
    return Span(low, high)


def _takes_of(between: str, language: str) -> bool:
    """Whether the next number is what the first one is taken of: "three of the 14"."""
    return between.strip().lower().startswith(lexicon(language, "parts").TAKEN_OF)


def _numbers(text: str, value: Span, language: str) -> tuple[Span, ...]:
    """The other numbers of a sentence, years and ages left out."""
    spelt = lexicon(language, "morphology").NUMBER_WORDS
    found = (Span(w.start, w.end) for w in words(text, language) if w.is_number or w.text.lower() in spelt)
    return tuple(n for n in found if not n.touches(value) and not _is_no_quantity(text, n, language))


def _is_no_quantity(text: str, number: Span, language: str) -> bool:
    """Whether a number is a year or somebody's age."""
    clauses = lexicon(language, "clauses")
    behind, before = text[number.end : number.end + 12], text[max(0, number.start - 8) : number.start]
    is_age = re.search(clauses.AGE, behind) or (behind[:1] in ",." and re.search(clauses.AGE_BEFORE, before))
    return bool(_YEAR.fullmatch(number.of(text)) or is_age)


def _cuts(text: str, language: str) -> tuple[int, ...]:
    parting = lexicon(language, "clauses").CLAUSE_WORDS
    marks = {found.start() for found in _BREAK.finditer(text)}
    marks |= {
        word.start
        for word, before, behind in _with_neighbours(text, language)
        if word.text.lower() in parting and not _joins_nouns(before, word, behind, language)
    }
    inside = [Span(*found.span()) for found in _apposition(language).finditer(text)]
    return tuple(sorted(cut for cut in marks if not any(span.start <= cut < span.end for span in inside)))


def _with_neighbours(text: str, language: str) -> Iterator[tuple[Word, Word | None, Word | None]]:
    found = words(text, language)
    return zip(found, (None, *found), (*found[1:], None), strict=False)


def _joins_nouns(before: Word | None, word: Word, behind: Word | None, language: str) -> bool:
    """Whether a word stands between two plurals that are one subject: "patients and staff have come down with"."""
    rules, clauses = lexicon(language, "morphology"), lexicon(language, "clauses")
    if before is None or behind is None or word.text.lower() not in clauses.JOINING:
        return False
    both = before.text.lower(), behind.text.lower()
    plural = [noun in clauses.PLURALS or (noun.endswith("s") and not noun.endswith("ss")) for noun in both]
    changes = lexicon(language, "changes")
    return all(plural) and not set(both) & (rules.STOP | rules.QUANTITY | changes.RISES | changes.FALLS)


@cache
def _apposition(language: str) -> "re.Pattern[str]":
    return re.compile(lexicon(language, "clauses").APPOSITION)


def _clause(known: _Sentence, span: Span) -> Span:
    limit = min((number.start for number in known.numbers if number.start >= span.end), default=len(known.text))
    low = max((cut for cut in known.cuts if cut < span.start), default=0)
    high = min((cut for cut in known.cuts if cut >= span.end), default=limit)
    return Span(low, max(min(high, limit), span.end))


def _with_what_it_leans_on(known: _Sentence, clause: Span, own_unit: frozenset[str]) -> Span:
    """The clause, with those before it while it says nothing of its own or only refers to what stands before it."""
    start = clause.start
    for _ in range(STEPS):
        if start == 0 or not _leans(known, Span(start, clause.end), own_unit):
            break
        start = max((cut for cut in known.cuts if cut < start), default=0)
    return Span(start, clause.end)


def is_put_on(before: str, language: str = "en") -> bool:
    """Whether the words before a number put it on what was named before: "the league put it at"."""
    return re.search(lexicon(language, "clauses").PUT_AT, before.lower()) is not None


def _leans(known: _Sentence, clause: Span, own_unit: frozenset[str]) -> bool:
    clauses, bends = lexicon(known.language, "clauses"), lexicon(known.language, "morphology")
    before = known.text[clause.start : max(clause.start, known.value.start)]
    ahead = [word.text.lower() for word in words(before, known.language)]
    if ahead and ahead[0] in clauses.RELATIVE:
        return True
    if ahead and set(ahead) <= clauses.LEANS_ON | bends.QUANTITY:
        return True
    if is_put_on(before, known.language):
        return True
    rest = content(f"{before} {known.text[known.value.end : clause.end]}", known.language)
    return not rest - own_unit - change_stems(known.language)
