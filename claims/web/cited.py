"""A stored text as it is shown to choose a passage in: its paragraphs, and what is linked already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.engine.sentences import paragraphs
from claims.enums import Part
from claims.models import Claim, Evidence
from sources.models import ArticleVersion

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    linked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. start: where it begins in the text, in code points."""

    start: int
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class CitedText:
    headline: Line
    lines: list[Line]


def text_to_cite(version: ArticleVersion, claim: Claim) -> CitedText:
    """The paragraphs of a version, with the passages that are linked to the claim set apart. One query."""
    rows = Evidence.objects.filter(claim=claim, version=version, removed_at=None)
    return text_with(version, {part: [(row.start, row.end) for row in rows if row.part == part] for part in Part})


def text_with(version: ArticleVersion, spans: Mapping[Part, Spans]) -> CitedText:
    """The paragraphs of a version with stretches of its parts set apart."""
    body = [_line(version.text, line.start, line.end, spans[Part.BODY]) for line in paragraphs(version.text)]
    return CitedText(_line(version.title, 0, len(version.title), spans[Part.HEADLINE]), body)


def _line(text: str, start: int, end: int, linked: Spans) -> Line:
    inside = [(max(start, a), min(end, b)) for a, b in linked if a < end and b > start]
    cuts = sorted({start, end, *(edge for span in inside for edge in span)})
    pieces = [Piece(text[a:b], any(low <= a and b <= high for low, high in inside)) for a, b in pairwise(cuts)]
    return Line(start, pieces)
