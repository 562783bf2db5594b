"""The sentences of a version with the figures that they tell, in the order of the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.engine.records import Figure, Mention, Span
from claims.enums import Part

# The most that stands between two sentences of which one follows the other: a break between paragraphs.
NEXT = 3
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of a part, from its start there, with its figures by the place of their values."""

    part: Part
    start: int
    text: str
    figures: tuple[Mention, ...]

    def place(self, mention: Mention) -> Span:
        """Where a figure's value stands in the sentence."""
        span = figure_of(mention).value_span
        start = min(max(0, span.start - self.start), len(self.text) - 1)
        return Span(start, max(start + 1, min(span.end - self.start, len(self.text))))

    def before(self, mention: Mention) -> str:
        return self.text[: self.place(mention).start]

    def opening(self, mention: Mention) -> str:
        """What stands before the digits of a value, words of the value included: "a total of " of "a total of 90"."""
        place = self.place(mention)
        digit = _DIGIT.search(place.of(self.text))
        return self.text[: place.start + (digit.start() if digit else 0)]

    def behind(self, mention: Mention) -> str:
        return self.text[self.place(mention).end :]

    def between(self, a: Mention, b: Mention) -> str:
        return self.text[self.place(a).end : self.place(b).start]

    def follows(self, other: "Told") -> bool:
        """Whether nothing stands between the other sentence and this one."""
        return self.part is other.part and 0 <= self.start - other.start - len(other.text) <= NEXT


def told(ordered: Sequence[Mention]) -> list[Told]:
    """The sentences that tell figures. ordered: the figures of one version by part and place of their values.

    Figures whose sentence's start is not known are left out, and of two that are read off the same number one.
    """
    found = []
    known = [m for m in ordered if m.sentence_start is not None]
    for (part, start), group in groupby(known, key=lambda m: (m.record.part, m.sentence_start or 0)):
        figures = {figure_of(m).value_span: m for m in reversed(list(group))}
        text = max((m.sentence for m in figures.values()), key=len)
        found.append(Told(part, start, text, tuple(figures[span] for span in sorted(figures))))
    return found


def figure_of(mention: Mention) -> Figure:
    """The figure of a mention. Raises TypeError where it is of another kind."""
    if not isinstance(mention.record, Figure):
        raise TypeError("not a mention of a figure")
    return mention.record
