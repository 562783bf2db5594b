"""Cuts a text into pieces with and without a mark, so that no mark stands inside another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.engine.records import Span
from claims.engine.sentences import paragraphs
from claims.enums import Kind
from claims.queries.reading import Listed


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. mention: whose mark it is, None for plain text. state: what the mark shows.

    goes_from, goes_on: the same mark has a part before it, after it.
    """

    text: str
    mention: Listed | None = None
    state: str = ""
    goes_from: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text in pieces. changed: the version before has no such line. start: where in it this begins."""

    pieces: list[Piece]
    changed: bool = False
    start: int = 0


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters [start, end) that one mention, or none, has for itself."""

    start: int
    end: int
    mention: Listed | None


def marked(text: str, states: Mapping[Listed, str], before: str | None = None) -> list[Paragraph]:
    """The paragraphs of a text with the marks of the mentions that stand in it.

    states: the mentions, whose offsets count in `text`, each with the state to be shown. before: the text of the
    version before, if there is one. Where marks overlap, the shorter one has the characters; every mention that can
    keep a character keeps one.
    """
    old = None if before is None else {span.of(before) for span in paragraphs(before)}
    runs = _runs(len(text), list(states))
    starts = [run.start for run in runs]
    edges = _edges(runs)
    lines = []
    for span in paragraphs(text):
        inside = runs[max(0, bisect_right(starts, span.start) - 1) : bisect_left(starts, span.end)]
        pieces = [piece for run in inside for piece in _pieces(text, run, span, edges, states)]
        lines.append(Paragraph(pieces, changed=old is not None and span.of(text) not in old, start=span.start))
    return lines


def _pieces(
    text: str, run: _Run, line: Span, edges: Mapping[int, tuple[int, int]], states: Mapping[Listed, str]
) -> Iterator[Piece]:
    """A run as pieces of one line; white space at the ends of a mark stays outside it."""
    start, end = max(run.start, line.start), min(run.end, line.end)
    words = text[start:end]
    if run.mention is None:
        yield Piece(words)
        return
    first, last = edges[run.mention.pk]
    goes_from, goes_on = start > first, end < last
    bare = words.strip() or words
    before = "" if goes_from else words[: words.index(bare)]
    after = "" if goes_on else words[words.index(bare) + len(bare) :]
    yield from (Piece(space) for space in [before] if space)
    marked_words = words[len(before) : len(words) - len(after)]
    yield Piece(marked_words, run.mention, states[run.mention], goes_from=goes_from, goes_on=goes_on)
    yield from (Piece(space) for space in [after] if space)


def _edges(runs: Sequence[_Run]) -> dict[int, tuple[int, int]]:
    """Where the first part of each mention begins and its last one ends."""
    edges: dict[int, tuple[int, int]] = {}
    for run in runs:
        if run.mention:
            first, _ = edges.get(run.mention.pk, (run.start, run.end))
            edges[run.mention.pk] = (first, run.end)
    return edges


def _runs(length: int, mentions: Sequence[Listed]) -> list[_Run]:
    """The text in runs of one owner each."""
    spans = {mention.pk: (mention.start, mention.end) for mention in mentions}
    runs = _laid(length, mentions, spans)
    seen = {run.mention.pk for run in runs if run.mention}
    hidden = [mention for mention in mentions if mention.pk not in seen]
    if not hidden:
        return runs
    # A figure that fills a quote, or two counts in one phrase: each figure draws back to its number.
    for mention in mentions:
        if mention.kind == Kind.FIGURE and any(_overlap(mention, other) for other in hidden):
            spans[mention.pk] = (mention.value_start, mention.value_end)
    return _laid(length, mentions, spans)


def _laid(length: int, mentions: Sequence[Listed], spans: dict[int, tuple[int, int]]) -> list[_Run]:
    """Lays the marks over each other, the longest first, and gives what is seen from above."""
    cuts = sorted({0, length, *(edge for span in spans.values() for edge in span)})
    place = {cut: at for at, cut in enumerate(cuts)}
    owners: list[Listed | None] = [None] * (len(cuts) - 1)
    for mention in sorted(mentions, key=lambda one: spans[one.pk][0] - spans[one.pk][1]):
        start, end = (place[edge] for edge in spans[mention.pk])
        owners[start:end] = [mention] * (end - start)
    runs: list[_Run] = []
    for start, end, owner in zip(cuts, cuts[1:], owners, strict=False):
        if runs and runs[-1].mention is owner:
            runs[-1] = replace(runs[-1], end=end)
        else:
            runs.append(_Run(start, end, owner))
    return runs


def _overlap(a: Listed, b: Listed) -> bool:
    return a.start < b.end and b.start < a.end
