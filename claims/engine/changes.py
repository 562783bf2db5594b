"""Names, dates, hedges and credits that a new wording of a text has and the old one had not, or the other way round.

Claims are compared by what they assert (`carry`); this finds what changes a report though no claim was made of it: a
name spelt otherwise, another day, a "reportedly" that went, an "officials said" that is gone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from claims.engine.changing import credits_in, hedges_in, names_in, sayings
from claims.engine.compare.wording import Edit, edits
from claims.engine.days import day_spans
from claims.engine.records import Span
from claims.engine.sentences import sentences
from sources.engine.redline import Fate, Line

# Lines of which both wordings are known. What a whole paragraph brings or takes away is no change of a wording.
_REWORDED = (Fate.CHANGED, Fate.MOVED)


class Matter(StrEnum):
    NAME = "name"
    DATE = "date"
    HEDGE = "hedge"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class TextChange:
    """Words of one kind that took the place of others; old or new is "" where there were none, or are none.

    sentence: where they stand now, or stood. old_span, new_span: offsets in the two texts. times: how often it is so.
    """

    matter: Matter
    old: str
    new: str
    sentence: str
    old_span: Span | None
    new_span: Span | None
    times: int = 1


@dataclass(frozen=True, slots=True)
class _Found:
    """Words of a kind in a line. key: by which the same words elsewhere are known."""

    span: Span
    key: str


def text_changes(lines: Sequence[Line], language: str = "en") -> tuple[TextChange, ...]:
    """What changed in the wording of a text, the names first, then dates, hedges and credits; each in its order.

    lines: what `redline` gave for the two texts.
    """
    found: dict[tuple[Matter, str, str], TextChange] = {}
    for matter, finder in _FINDERS.items():
        search = finder(lines, language)
        for change in _of_one_kind(matter, lines, search, language):
            key = matter, change.old.casefold(), change.new.casefold()
            before = found.get(key)
            found[key] = replace(before, times=before.times + 1) if before else change
    return tuple(found.values())


Search = Callable[[str], Sequence[_Found]]


def _keyed(text: str, spans: Iterable[Span]) -> list[_Found]:
    return [_Found(span, " ".join(span.of(text).casefold().split())) for span in spans]


def _names(lines: Sequence[Line], language: str) -> Search:
    texts = [text for line in lines for text in _both(line)]
    known = frozenset(word for text in texts for word in names_in(text, language).surely)
    return cache(lambda text: _keyed(text, names_in(text, language).spans(known)))


def _dates(lines: Sequence[Line], language: str) -> Search:
    return cache(lambda text: _keyed(text, day_spans(text, language)))


def _hedges(lines: Sequence[Line], language: str) -> Search:
    return cache(lambda text: _keyed(text, hedges_in(text, language)))


def _credits(lines: Sequence[Line], language: str) -> Search:
    return cache(lambda text: _keyed(text, credits_in(text, language)))


_FINDERS: dict[Matter, Callable[[Sequence[Line], str], Search]] = {
    Matter.NAME: _names,
    Matter.DATE: _dates,
    Matter.HEDGE: _hedges,
    Matter.CREDIT: _credits,
}


def _of_one_kind(matter: Matter, lines: Sequence[Line], search: Search, language: str) -> Iterator[TextChange]:
    known = _Wordings(matter, lines, search, language)
    for line in lines:
        if line.fate in _REWORDED and line.reworded:
            for edit in edits(line.old_text, line.new_text, language):
                yield from _in_edit(line, edit, known)
        elif matter is Matter.NAME and line.fate in (Fate.OUT, Fate.IN):
            yield from _one_sided(line, (search(line.old_text), search(line.new_text)), known)


class _Wordings:
    """What is looked for, and how often it stands in either text: what stands as often as before only moved.

    A name is gone only where it stands nowhere any more, in whole or in part.
    """

    def __init__(self, matter: Matter, lines: Sequence[Line], search: Search, language: str) -> None:
        self.matter, self.search, self.language = matter, search, language
        self.old = Counter(found.key for line in lines for found in search(line.old_text))
        self.new = Counter(found.key for line in lines for found in search(line.new_text))
        self.parts = tuple(
            frozenset(part for key in side for part in key.replace("-", " ").split()) for side in (self.old, self.new)
        )

    def gone(self, found: _Found) -> bool:
        return self._lost(found.key, self.old, self.new, 1)

    def come(self, found: _Found) -> bool:
        return self._lost(found.key, self.new, self.old, 0)

    def _lost(self, key: str, had: Counter[str], has: Counter[str], other: int) -> bool:
        if self.matter is Matter.NAME:
            return not has[key] and not set(key.replace("-", " ").split()) <= self.parts[other]
        return had[key] > has[key]

    def swapped(self, old: _Found, new: _Found) -> bool:
        """Whether one took the other's place for good, and is no shorter or longer form of it."""
        ours, theirs = set(old.key.split()), set(new.key.split())
        fewer = self.old[old.key] > self.new[old.key] and self.new[new.key] > self.old[new.key]
        return fewer and not ours <= theirs and not theirs <= ours


def _in_edit(line: Line, edit: Edit, known: _Wordings) -> Iterator[TextChange]:
    gone = [found for found in known.search(line.old_text) if _touches(found, edit.old)]
    come = [found for found in known.search(line.new_text) if _touches(found, edit.new)]
    if known.matter in (Matter.HEDGE, Matter.CREDIT) and gone and come:
        return  # still hedged, still credited
    if known.matter is Matter.CREDIT and len({sayings(text, known.language) for text in _both(line)}) == 1:
        return  # the same credit in other words, or at another place
    paired = [pair for pair in zip(gone, come, strict=False) if known.swapped(*pair)]
    for before, after in paired:
        yield _change(line, before, after, known)
    taken = {id(found) for pair in paired for found in pair}
    rest = ([found for found in side if id(found) not in taken] for side in (gone, come))
    yield from _one_sided(line, tuple(rest), known)


def _both(line: Line) -> tuple[str, str]:
    return line.old_text, line.new_text


def _touches(found: _Found, words: Sequence[Any]) -> bool:
    return any(word.start < found.span.end and found.span.start < word.end for word in words)


def _one_sided(line: Line, sides: tuple[Sequence[_Found], ...], known: _Wordings) -> Iterator[TextChange]:
    for found in sides[0]:
        if known.gone(found):
            yield _change(line, found, None, known)
    for found in sides[1]:
        if known.come(found):
            yield _change(line, None, found, known)


def _change(line: Line, before: _Found | None, after: _Found | None, known: _Wordings) -> TextChange:
    text, place = (line.new_text, after.span) if after else (line.old_text, before.span if before else Span(0, 1))
    whole = Span(0, len(text))
    around = next((cut.of(text) for cut in sentences(text, whole, known.language) if cut.touches(place)), text)
    return TextChange(
        known.matter,
        before.span.of(line.old_text) if before else "",
        after.span.of(line.new_text) if after else "",
        around,
        _shifted(before.span, line.old_start) if before else None,
        _shifted(after.span, line.new_start) if after else None,
    )


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
