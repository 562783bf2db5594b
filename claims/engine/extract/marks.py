"""Finds what stands inside quotation marks, in one pass over a paragraph.

A mark is read from its own shape and its two neighbours, and from what is open at that point; nothing is searched for
beyond a fixed distance, so the time is linear however many marks a text holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.engine.lexicon import lexicon
from claims.engine.records import Span

_BEFORE_OPENING = "([{<-–—/:…"
_ENDS = ".,!?…;:"
# How many marks can be open at once, and how far a closing mark is looked for behind a plural's apostrophe.
_DEEPEST = 4
_NEAR = 400


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks of one paragraph.

    outer takes in the marks that are there; inner leaves them out, and a final comma or full stop. depth: 0 for one
    that stands in no other. around: the index of the quotation that it stands in. paragraph: counts in the text given.
    goes_on: the index of the quotation in the paragraph before that this one continues. single: in single marks.
    """

    outer: Span
    inner: Span
    paragraph: int
    depth: int = 0
    around: int | None = None
    goes_on: int | None = None
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """One mark of the text; before, after: the characters beside it, a space at a paragraph's edge."""

    shape: str
    at: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Open:
    shape: str
    at: int
    end: int
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
        self.words = lexicon(language, "marks")
        self.text = text
        self.pairs: Mapping[str, Sequence[str]] = self.words.PAIRS
        self.shapes = frozenset(char for shape, closers in self.pairs.items() for char in shape + "".join(closers))
        self.slots: list[Quotation | None] = []
        # What the paragraph before left open.
        self.pending: _Open | None = None

    def found(self) -> tuple[Quotation, ...]:
        kept = [index for index, one in enumerate(self.slots) if one is not None]
        place: dict[int | None, int | None] = {index: number for number, index in enumerate(kept)}
        return tuple(
            replace(one, around=place.get(one.around), goes_on=place.get(one.goes_on))
            for one in self.slots
            if one is not None
        )

    def read(self, number: int, paragraph: Span, after: Span | None) -> None:
        stack: list[_Open] = []
        carried, self.pending = self.pending, None
        if carried is not None and not self.text.startswith(carried.shape, paragraph.start):
            # The quotation runs on without a new mark.
            stack.append(_Open(carried.shape, paragraph.start, paragraph.start, self._slot()))
        for mark in self._marks(paragraph):
            self._take(mark, number, paragraph, stack)
        opened = stack[0] if stack else None
        if opened is not None and opened.shape not in self.words.SINGLE and self._goes_on(opened, after):
            self._fill(opened, number, paragraph.end, paragraph.end, ())
            self.pending = opened
        if carried is not None:
            self._link(carried.slot, number)

    def _marks(self, paragraph: Span) -> Iterator[_Mark]:
        text, at = self.text, paragraph.start
        while at < paragraph.end:
            if text[at] not in self.shapes and text[at] != "`":
                at += 1
                continue
            shape = self._shape(at, paragraph)
            end = at + (2 if shape in self.words.DOUBLED else 1)
            before = text[at - 1] if at > paragraph.start else " "
            after = text[end] if end < paragraph.end else " "
            yield _Mark(self.words.SAME.get(shape, shape), at, end, before, after)
            at = end

    def _shape(self, at: int, paragraph: Span) -> str:
        """One mark, or two characters that are one; of three in a row at a word's end the first stands for itself."""
        text = self.text
        pair = text[at : min(at + 2, paragraph.end)]
        if pair not in self.words.DOUBLED:
            return text[at]
        at_end = at > paragraph.start and not text[at - 1].isspace()
        if at_end and text[at : at + 3] == pair + pair[0] and at + 2 < paragraph.end:
            return text[at]
        return pair

    def _slot(self) -> int:
        self.slots.append(None)
        return len(self.slots) - 1

    def _take(self, mark: _Mark, number: int, paragraph: Span, stack: list[_Open]) -> None:
        if mark.shape in self.words.APOSTROPHES and mark.before.isalnum() and mark.after.isalnum():
            return
        for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
            if mark.shape in self.pairs[stack[depth].shape] and self._closes(stack[depth], mark, paragraph):
                self._close(mark, number, stack, depth)
                return
        if mark.shape in self.pairs and self._opens(mark, stack, paragraph):
            stack.append(_Open(mark.shape, mark.at, mark.end, self._slot()))

    def _opens(self, mark: _Mark, stack: Sequence[_Open], paragraph: Span) -> bool:
        again = any(one.shape == mark.shape for one in stack)
        if mark.after.isspace() or len(stack) >= _DEEPEST or (again and not self._closed_twice(mark, paragraph)):
            return False
        if not (mark.before.isspace() or mark.before in _BEFORE_OPENING or mark.before in self.shapes):
            return False
        if mark.shape not in self.words.SINGLE:
            return True
        return not mark.after.isdigit() and self._word_at(mark.end) not in self.words.ELISIONS

    def _closes(self, opened: _Open, mark: _Mark, paragraph: Span) -> bool:
        if mark.at == opened.end and opened.at < opened.end:
            return False
        # A shape that opens as well closes only behind a word.
        if mark.shape in self.pairs and mark.before.isspace() and not mark.after.isspace():
            return False
        if mark.after.isalnum() and mark.shape in self.words.APOSTROPHES:
            return False
        if mark.shape in self.words.APOSTROPHES and mark.before in "sS" and mark.after.isspace():
            # "the drivers’ union": a plural's apostrophe, where another mark closes later.
            return not self._closed_later(mark, paragraph)
        return True

    def _closed_later(self, mark: _Mark, paragraph: Span) -> bool:
        limit = min(paragraph.end, mark.end + _NEAR)
        later = self.text.find(mark.shape, mark.end, limit)
        while later != -1:
            before = self.text[later - 1]
            after = self.text[later + 1] if later + 1 < paragraph.end else " "
            if not after.isalnum() and (before in _ENDS or (before.isalnum() and before not in "sS")):
                return True
            later = self.text.find(mark.shape, later + 1, limit)
        return False

    def _closed_twice(self, mark: _Mark, paragraph: Span) -> bool:
        """Whether a mark that only opens, inside marks of its own shape, closes and then these: “a “big” stick”."""
        if mark.shape not in self.words.ONE_WAY:
            return False
        closer, limit = self.words.ONE_WAY[mark.shape], min(paragraph.end, mark.end + _NEAR)
        first = self.text.find(closer, mark.end, limit)
        second = self.text.find(closer, first + 1, limit) if first != -1 else -1
        return second != -1 and self.text.find(mark.shape, mark.end, second) == -1

    def _word_at(self, at: int) -> str:
        end = at
        while end < len(self.text) and end < at + 8 and self.text[end].isalpha():
            end += 1
        return self.text[at:end].lower()

    def _close(self, mark: _Mark, number: int, stack: list[_Open], depth: int) -> None:
        """Ends what stack[depth] opened; what was opened inside it and never closed were no quotation marks."""
        opened = stack[depth]
        del stack[depth:]
        self._fill(opened, number, mark.at, mark.end, [one.slot for one in stack])

    def _fill(self, opened: _Open, number: int, end: int, outer_end: int, around: Sequence[int]) -> None:
        inner = trimmed(self.text, opened.end, end)
        if inner is not None:
            outer = Span(opened.at, outer_end)
            single = opened.shape in self.words.SINGLE
            inside = around[-1] if around else None
            self.slots[opened.slot] = Quotation(outer, inner, number, len(around), inside, None, single)

    def _goes_on(self, opened: _Open, after: Span | None) -> bool:
        """Whether what a paragraph leaves open is taken up by the next: it opens with the same mark, or only closes."""
        if after is None:
            return False
        if self.text.startswith(opened.shape, after.start):
            return True
        for mark in self._marks(Span(after.start, min(after.end, after.start + 5 * _NEAR))):
            if mark.shape in self.words.APOSTROPHES:
                continue
            return mark.shape in self.pairs[opened.shape] and not mark.before.isspace() and not mark.after.isalnum()
        return False

    def _link(self, earlier: int, number: int) -> None:
        for slot in range(earlier + 1, len(self.slots)):
            one = self.slots[slot]
            if one is not None and one.paragraph == number and one.depth == 0:
                self.slots[slot] = replace(one, goes_on=earlier)
                return


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A stretch without white space at its edges and a final comma or full stop; an ellipsis stays."""
    while start < end and text[start].isspace():
        start += 1
    while end > start:
        last = text[end - 1]
        if last.isspace() or last == "," or (last == "." and not _ellipsis(text, start, end)):
            end -= 1
        else:
            break
    return Span(start, end) if start < end else None


def _ellipsis(text: str, start: int, end: int) -> bool:
    return end - start >= 2 and (text[end - 2] == "." or text[end - 3 : end - 1] == ". ")
