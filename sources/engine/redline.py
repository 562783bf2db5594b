"""A text beside the one before it, line by line and word by word: what was put in, taken out, or stands elsewhere."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from sources.engine.diff import OffsetMap, Token

# The least share of the words of the shorter of two lines that they have in common, to be one line in two wordings.
SAME_LINE = 0.34
# So few words that stay between two replacements are shown as replaced too: a sentence in shreds cannot be read.
SHRED = 1

_LINE = re.compile(r"[^\n\r\u2028\u2029]*[^\s][^\n\r\u2028\u2029]*")


class Mark(StrEnum):
    KEPT = "kept"
    OUT = "out"
    IN = "in"


class Fate(StrEnum):
    """What became of a line."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, all of it kept, taken out, or put in; white space included."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one or both texts. old, new: its number there, from 1; None where it does not stand.

    old_text, new_text: the whole line, "" where it does not stand; old_start, new_start: where it begins in its text.
    A moved line can have changed words too.
    """

    fate: Fate
    pieces: tuple[Piece, ...]
    old: int | None = None
    new: int | None = None
    old_text: str = ""
    new_text: str = ""
    old_start: int = 0
    new_start: int = 0

    @property
    def reworded(self) -> bool:
        return any(piece.mark is not Mark.KEPT for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with the indices of its tokens."""

    start: int
    end: int
    tokens: range


class _Texts:
    """Two texts with their lines. partner: for each new line, by its index, the old one that it is."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.offsets = OffsetMap(old, new)
        self.ours, self.theirs = _rows(old, self.offsets.old), _rows(new, self.offsets.new)
        self.partner = _partners(self.ours, self.theirs, self.offsets)


def redline(old: str, new: str) -> tuple[Line, ...]:
    """The lines of the new text in their order, each old line that is gone where it stood."""
    texts = _Texts(old, new)
    gone = sorted(set(range(len(texts.ours))) - set(texts.partner.values()))
    lines: list[Line] = []
    last = -1
    for number in range(len(texts.theirs)):
        before = texts.partner.get(number)
        moved = before is not None and _stands_elsewhere(texts, before, number)
        if before is not None and not moved:
            last = before
        while gone and gone[0] <= last + (before is None):
            last = max(last, gone[0])
            lines.append(_out(texts, gone.pop(0)))
        lines.append(_in(texts, number) if before is None else _kept(texts, before, number, moved))
    return (*lines, *(_out(texts, at) for at in gone))


def _rows(text: str, tokens: Sequence[Token]) -> list[_Row]:
    starts = [token.start for token in tokens]
    return [
        _Row(found.start(), found.end(), range(bisect_left(starts, found.start()), bisect_left(starts, found.end())))
        for found in _LINE.finditer(text)
    ]


def _partners(ours: Sequence[_Row], theirs: Sequence[_Row], offsets: OffsetMap) -> dict[int, int]:
    """For each new line the old one that it is: the pairs with most words in common first, each line once."""
    begins = [row.tokens.start for row in theirs]
    shared: Counter[tuple[int, int]] = Counter()
    for at, row in enumerate(ours):
        for token in row.tokens:
            image = offsets.image(token)
            if image is not None:
                shared[at, bisect_right(begins, image) - 1] += 1
    found: dict[int, int] = {}
    taken: set[int] = set()
    for (at, number), count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        shorter = min(len(ours[at].tokens), len(theirs[number].tokens))
        if at not in taken and number not in found and count >= shorter * SAME_LINE:
            found[number] = at
            taken.add(at)
    return found


def _stands_elsewhere(texts: _Texts, at: int, number: int) -> bool:
    theirs = texts.theirs[number].tokens
    kept = [token for token in texts.ours[at].tokens if texts.offsets.image(token) in theirs]
    return 2 * sum(texts.offsets.is_moved(token) for token in kept) > len(kept)


def _out(texts: _Texts, at: int) -> Line:
    row = texts.ours[at]
    text = texts.old[row.start : row.end]
    return Line(Fate.OUT, (Piece(text, Mark.OUT),), old=at + 1, old_text=text, old_start=row.start)


def _in(texts: _Texts, number: int) -> Line:
    row = texts.theirs[number]
    text = texts.new[row.start : row.end]
    return Line(Fate.IN, (Piece(text, Mark.IN),), new=number + 1, new_text=text, new_start=row.start)


def _kept(texts: _Texts, at: int, number: int, moved: bool) -> Line:
    ours, theirs = texts.ours[at], texts.theirs[number]
    was, text = texts.old[ours.start : ours.end], texts.new[theirs.start : theirs.end]
    pieces = (Piece(text, Mark.KEPT),) if text == was else tuple(_pieces(texts, ours, theirs))
    same = Fate.SAME if all(piece.mark is Mark.KEPT for piece in pieces) else Fate.CHANGED
    return Line(Fate.MOVED if moved else same, pieces, at + 1, number + 1, was, text, ours.start, theirs.start)


@dataclass(slots=True)
class _Step:
    """Old tokens [old, old_end) that became the new tokens [new, new_end)."""

    kept: bool
    old: int
    old_end: int
    new: int
    new_end: int


def _pieces(texts: _Texts, ours: _Row, theirs: _Row) -> Iterator[Piece]:
    old, new, offsets = texts.old, texts.new, texts.offsets
    for step in _without_shreds(_steps(texts, ours, theirs)):
        if step.kept:
            yield Piece(_words(new, theirs, offsets.new, step.new, step.new_end), Mark.KEPT)
            continue
        sides = (
            (_words(old, ours, offsets.old, step.old, step.old_end), Mark.OUT),
            (_words(new, theirs, offsets.new, step.new, step.new_end), Mark.IN),
        )
        for words, mark in sides:
            bare = words.lstrip()
            if words == bare and mark is Mark.IN and bare and step.old < step.old_end:
                yield Piece(" ", Mark.KEPT)  # where a line begins, or a bracket
            if words != bare:
                yield Piece(words[: len(words) - len(bare)], Mark.KEPT)
            if bare:
                yield Piece(bare, mark)


def _steps(texts: _Texts, ours: _Row, theirs: _Row) -> list[_Step]:
    """The two lines as stretches that stay and stretches that do not, in turn.

    The lines are aligned by themselves: in the whole text a common word may have found its like in another line.
    """
    old = [token.text for token in texts.offsets.old[ours.tokens.start : ours.tokens.stop]]
    new = [token.text for token in texts.offsets.new[theirs.tokens.start : theirs.tokens.stop]]
    at, other = ours.tokens.start, theirs.tokens.start
    steps: list[_Step] = []
    for code in Indel.opcodes(old, new):
        kept = code.tag == "equal"
        if steps and not kept and not steps[-1].kept:
            steps[-1].old_end, steps[-1].new_end = at + code.src_end, other + code.dest_end
        else:
            edges = (at + code.src_start, at + code.src_end, other + code.dest_start, other + code.dest_end)
            steps.append(_Step(kept, *edges))
    return steps


def _without_shreds(steps: Sequence[_Step]) -> list[_Step]:
    joined: list[_Step] = []
    for at, step in enumerate(steps):
        between = step.kept and 0 < at < len(steps) - 1 and step.old_end - step.old <= SHRED
        if joined and not joined[-1].kept and (not step.kept or (between and _replaces(joined[-1], steps[at + 1]))):
            joined[-1].old_end, joined[-1].new_end = step.old_end, step.new_end
        else:
            joined.append(step)
    return joined


def _replaces(*steps: _Step) -> bool:
    """Whether each of them takes words out and puts others in."""
    return all(step.old < step.old_end and step.new < step.new_end for step in steps)


def _words(text: str, row: _Row, tokens: Sequence[Token], first: int, end: int) -> str:
    """The text of tokens [first, end) with the white space before them; the last one's with what ends the line."""
    if first == end:
        return ""
    start = row.start if first == row.tokens.start else tokens[first - 1].end
    return text[start : row.end if end == row.tokens.stop else tokens[end - 1].end]
