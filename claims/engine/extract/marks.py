"""Finds what stands inside quotation marks, in one pass over a paragraph.

A mark is read from its own shape and its two neighbours, and from what is open at that point; nothing is searched for,
so the time is linear however many marks a text holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.engine.lexicon import lexicon
from claims.engine.records import Span

_BEFORE_OPENING = "([{<-–—/:…"
_SENTENCE_END = ".,!?…;:"
_TRIMMED_AFTER = " \t\u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks of one paragraph.

    outer takes in the marks that are there; inner leaves them out, and a final comma or full stop. depth: 0 for one that
    stands in no other. around: the index of the quotation that it stands in. paragraph: counts in the text given.
    goes_on: the index of the quotation in the paragraph before that this one continues.
    """

    outer: Span
    inner: Span
    paragraph: int
    depth: int = 0
    around: int | None = None
    goes_on: int | None = None


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    slot: int


def quotations(text: str, paragraphs: Sequence[Span], language: str) -> tuple[Quotation, ...]:
    """All quotations of a text in the order of their beginning; paragraphs: where each one stands."""
    reader = _Reader(text, language)
    for number, paragraph in enumerate(paragraphs):
        after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        reader.read(number, paragraph, after)
    return reader.found()


class _Reader:
    def __init__(self, text: str, language: str) -> None:
        marks = lexicon(language, "marks")
        self.text = text
        self.pairs: Mapping[str, str] = marks.PAIRS
        self.closers = frozenset("".join(self.pairs.values()))
        self.apostrophes: frozenset[str] = marks.APOSTROPHES
        self.elisions: frozenset[str] = marks.ELISIONS
        self.slots: list[Quotation | None] = []
        # The mark that the paragraph before left open, and the slot of what it opened.
        self.pending: tuple[str, int] | None = None

    def found(self) -> tuple[Quotation, ...]:
        kept = [index for index, one in enumerate(self.slots) if one is not None]
        place = {index: number for number, index in enumerate(kept)}
        return tuple(_renumbered(one, place) for one in self.slots if one is not None)

    def read(self, number: int, paragraph: Span, after: Span | None) -> None:
        stack: list[_Open] = []
        carried = self.pending
        self.pending = None
        start = paragraph.start
        if carried and self.text[start] != carried[0]:
            # The quotation runs on without a new mark.
            stack.append(_Open(carried[0], start - 1, self._slot()))
        for at in range(start, paragraph.end):
            if self.text[at] in self.pairs or self.text[at] in self.closers:
                self._mark(at, number, paragraph, stack)
        self._finish(number, paragraph, after, stack, carried)

    def _slot(self) -> int:
        self.slots.append(None)
        return len(self.slots) - 1

    def _mark(self, at: int, number: int, paragraph: Span, stack: list[_Open]) -> None:
        mark = self.text[at]
        before = self.text[at - 1] if at > paragraph.start else " "
        after = self.text[at + 1] if at + 1 < paragraph.end else " "
        if mark in self.apostrophes and before.isalnum() and after.isalnum():
            return
        for depth in range(len(stack) - 1, max(-1, len(stack) - 5), -1):
            if mark in self.pairs[stack[depth].mark] and self._closes(stack[depth], at, before, after, paragraph):
                self._close(at, number, stack, depth)
                return
        if mark in self.pairs and self._opens(mark, at, before, after, stack):
            stack.append(_Open(mark, at, self._slot()))

    def _opens(self, mark: str, at: int, before: str, after: str, stack: Sequence[_Open]) -> bool:
        if after.isspace() or any(one.mark == mark for one in stack):
            return False
        if not (before.isspace() or before in _BEFORE_OPENING or before in self.pairs):
            return False
        if mark not in "'‘":
            return True
        return not after.isdigit() and self._word_at(at + 1) not in self.elisions

    def _closes(self, opened: _Open, at: int, before: str, after: str, paragraph: Span) -> bool:
        if at == opened.at + 1:
            return False
        mark = self.text[at]
        if after.isalnum() and (mark in self.apostrophes or before.isspace()):
            return False
        if mark in self.apostrophes and before in "sS" and after.isspace():
            # "the drivers’ union": a plural's apostrophe, unless nothing closes later.
            return not self._closed_later(mark, at, paragraph)
        return True

    def _closed_later(self, mark: str, at: int, paragraph: Span) -> bool:
        later = self.text.find(mark, at + 1, min(paragraph.end, at + 400))
        while later != -1:
            before = self.text[later - 1]
            after = self.text[later + 1] if later + 1 < paragraph.end else " "
            if not after.isalnum() and (before in _SENTENCE_END or (before.isalnum() and before not in "sS")):
                return True
            later = self.text.find(mark, later + 1, min(paragraph.end, at + 400))
        return False

    def _word_at(self, at: int) -> str:
        end = at
        while end < len(self.text) and end < at + 8 and self.text[end].isalpha():
            end += 1
        return self.text[at:end].lower()

    def _close(self, at: int, number: int, stack: list[_Open], depth: int) -> None:
        """Ends what stack[depth] opened; what was opened inside it and never closed were no quotation marks."""
        opened = stack[depth]
        del stack[depth:]
        around = [one.slot for one in stack]
        self._fill(opened, number, Span(max(opened.at, 0), at + 1), opened.at + 1, at, around)

    def _fill(
        self, opened: _Open, number: int, outer: Span, start: int, end: int, around: Sequence[int], goes_on: int | None = None
    ) -> None:
        inner = trimmed(self.text, start, end)
        if inner is not None:
            slot = around[-1] if around else None
            self.slots[opened.slot] = Quotation(outer, inner, number, len(around), slot, goes_on)

    def _finish(
        self, number: int, paragraph: Span, after: Span | None, stack: list[_Open], carried: tuple[str, int] | None
    ) -> None:
        """What is open at a paragraph's end goes on in the next, or was no quotation."""
        opened = stack[0] if stack else None
        if opened is not None and opened.mark not in self.apostrophes and self._goes_on(opened, after):
            self._fill(opened, number, Span(max(opened.at, 0), paragraph.end), opened.at + 1, paragraph.end, ())
            self.pending = (opened.mark, opened.slot)
        if carried is not None:
            self._link(carried[1], number)

    def _goes_on(self, opened: _Open, after: Span | None) -> bool:
        if after is None:
            return False
        if self.text[after.start] == opened.mark:
            return True
        closing = self.pairs[opened.mark]
        window = self.text[after.start : min(after.end, after.start + 2_000)]
        first = next((index for index, char in enumerate(window) if char in closing or char == opened.mark), None)
        if first is None or window[first] not in closing:
            return False
        following = window[first + 1] if first + 1 < len(window) else " "
        return first > 0 and not window[first - 1].isspace() and not following.isalnum()

    def _link(self, earlier: int, number: int) -> None:
        for slot in range(earlier + 1, len(self.slots)):
            one = self.slots[slot]
            if one is not None and one.paragraph == number and one.depth == 0:
                self.slots[slot] = Quotation(one.outer, one.inner, number, 0, None, earlier)
                return


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A stretch without white space at its edges and a final comma or full stop; an ellipsis stays."""
    while start < end and text[start].isspace():
        start += 1
    while end > start:
        last = text[end - 1]
        if last.isspace() or last == "," or (last == "." and text[end - 2 : end] != ".." and end - start > 1):
            end -= 1
        else:
            break
    return Span(start, end) if start < end else None


def _renumbered(one: Quotation, place: Mapping[int, int]) -> Quotation:
    around = place.get(one.around) if one.around is not None else None
    goes_on = place.get(one.goes_on) if one.goes_on is not None else None
    return Quotation(one.outer, one.inner, one.paragraph, one.depth, around, goes_on)


def around_each(found: Sequence[Quotation]) -> Iterator[tuple[int, Quotation]]:
    """The quotations that stand in no other, with their index."""
    return ((index, one) for index, one in enumerate(found) if one.depth == 0)
