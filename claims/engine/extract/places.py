"""Which quotation covers a place in a text, found by halving."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claims.engine.extract.marks import Quotation
from claims.engine.records import Span


class Places:
    """The outermost quotations of a text by their offsets."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self.found = found
        self._tops = [index for index, one in enumerate(found) if one.depth == 0]
        self._starts = [found[index].outer.start for index in self._tops]

    def top(self, offset: int) -> int | None:
        """The index of the outermost quotation over an offset, or None."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.found[self._tops[at]].outer.end:
            return self._tops[at]
        return None

    def within(self, span: Span) -> list[int]:
        """The indices of the outermost quotations that touch a stretch, in order."""
        at = max(bisect_right(self._starts, span.start) - 1, 0)
        touching = []
        while at < len(self._tops) and self._starts[at] < span.end:
            if self.found[self._tops[at]].outer.touches(span):
                touching.append(self._tops[at])
            at += 1
        return touching

    def last_before(self, offset: int) -> int | None:
        """The outermost quotation that ends last before an offset, or at it."""
        at = bisect_right(self._starts, offset) - 1
        while at >= 0:
            if self.found[self._tops[at]].outer.end <= offset:
                return self._tops[at]
            at -= 1
        return None

    def first_from(self, offset: int) -> int | None:
        """The outermost quotation that begins first at an offset or behind it."""
        at = bisect_left(self._starts, offset)
        return self._tops[at] if at < len(self._tops) else None
