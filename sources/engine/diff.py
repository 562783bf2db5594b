"""Where a stretch of one text stands in another version of it.

Whole words are aligned, never letters: a difference of letters cuts inside numbers, so that 133 and 137 would share two
thirds. Paragraphs that were moved are recognised by the runs of words that they keep.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")
_LINE = re.compile(r"[^\n\r]+")
# A run of this many words in a row is the mark of a paragraph; half of them must return for it to be the same one.
RUN = 3
KEPT = 0.5
# The work of an alignment grows with the product of the two lengths. Past this product, some seconds of it, only
# what is alike at both ends, and paragraphs that were moved, are taken to be the same.
LARGEST = 10**9


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of a text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Equal tokens: `length` of them, from `old` and from `new` on (indices of tokens). moved: out of the order."""

    old: int
    new: int
    length: int
    moved: bool = False


class OffsetMap:
    """Which words of an old text are which words of a new one.

    `old`, `new`: the tokens of the texts. `stretches`: equal runs, in the order of the old text; those not moved are in
    the order of the new text as well.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = tokens(old), tokens(new)
        self.stretches = _aligned(old, new, self.old, self.new)
        self._pairs: dict[int, int] = {}
        self._moved: set[int] = set()
        for stretch in self.stretches:
            for at in range(stretch.length):
                self._pairs[stretch.old + at] = stretch.new + at
                if stretch.moved:
                    self._moved.add(stretch.old + at)
        self._old_starts = [token.start for token in self.old]
        self._new_starts = [token.start for token in self.new]

    def old_tokens(self, start: int, end: int) -> range:
        """The indices of the old tokens that touch [start, end)."""
        return _touching(self.old, self._old_starts, start, end)

    def new_tokens(self, start: int, end: int) -> range:
        """The indices of the new tokens that touch [start, end)."""
        return _touching(self.new, self._new_starts, start, end)

    def image(self, token: int) -> int | None:
        """The index of the new token that an old one is, or None where it was taken out."""
        return self._pairs.get(token)

    def is_moved(self, token: int) -> bool:
        return token in self._moved

    def exact(self, start: int, end: int) -> tuple[int, int] | None:
        """Where [start, end) of the old text stands in the new one word for word, as offsets, or None."""
        inside = self.old_tokens(start, end)
        images = [self._pairs.get(at) for at in inside]
        if not images or images[0] is None or images != list(range(images[0], images[0] + len(images))):
            return None
        return self.new[images[0]].start, self.new[images[0] + len(images) - 1].end

    def slot(self, start: int, end: int) -> tuple[int, int]:
        """The new tokens [low, high) between the nearest kept words before and behind [start, end) of the old text."""
        inside = self.old_tokens(start, end)
        low = next((self._pairs[at] for at in range(inside.start - 1, -1, -1) if at in self._pairs), -1)
        high = next((self._pairs[at] for at in range(inside.stop, len(self.old)) if at in self._pairs), len(self.new))
        return (low + 1, high) if low < high else (low + 1, low + 1 + len(inside))


def tokens(text: str) -> list[Token]:
    """The words, numbers (with their separators) and marks of a text, in order."""
    return [Token(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(text)]


def _touching(all_tokens: Sequence[Token], starts: Sequence[int], start: int, end: int) -> range:
    first = max(0, bisect_right(starts, start) - 1)
    if first < len(all_tokens) and all_tokens[first].end <= start:
        first += 1
    return range(first, max(first, bisect_left(starts, end)))


def _aligned(old: str, new: str, old_tokens: Sequence[Token], new_tokens: Sequence[Token]) -> tuple[Stretch, ...]:
    straight = list(_equal_runs([t.text for t in old_tokens], [t.text for t in new_tokens], 0, 0, False))
    gone, come = _left_over(straight, len(old_tokens), len(new_tokens))
    moved = list(_moved(_lines(old, old_tokens, gone), _lines(new, new_tokens, come), old_tokens, new_tokens))
    taken_old = {s.old + at for s in moved for at in range(s.length)}
    taken_new = {s.new + at for s in moved for at in range(s.length)}
    kept = [piece for s in straight for piece in _without(s, taken_old, taken_new)]
    return tuple(sorted([*kept, *moved], key=lambda s: s.old))


def _equal_runs(old: Sequence[str], new: Sequence[str], at_old: int, at_new: int, moved: bool) -> Iterator[Stretch]:
    head = _alike(zip(old, new, strict=False))
    tail = _alike(zip(reversed(old[head:]), reversed(new[head:]), strict=False))
    ours, theirs = old[head : len(old) - tail], new[head : len(new) - tail]
    if head:
        yield Stretch(at_old, at_new, head, moved)
    if len(ours) * len(theirs) <= LARGEST:
        for step in Indel.opcodes(ours, theirs):
            if step.tag == "equal":
                begin = at_old + head + step.src_start, at_new + head + step.dest_start
                yield Stretch(*begin, step.src_end - step.src_start, moved)
    if tail:
        yield Stretch(at_old + len(old) - tail, at_new + len(new) - tail, tail, moved)


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs from the start on are equal."""
    count = 0
    for first, second in pairs:
        if first != second:
            break
        count += 1
    return count


def _left_over(runs: Sequence[Stretch], old: int, new: int) -> tuple[set[int], set[int]]:
    gone, come = set(range(old)), set(range(new))
    for run in runs:
        gone.difference_update(range(run.old, run.old + run.length))
        come.difference_update(range(run.new, run.new + run.length))
    return gone, come


def _lines(text: str, all_tokens: Sequence[Token], loose: set[int]) -> list[range]:
    """The tokens of each line that was for the most part taken out or put in."""
    starts = [token.start for token in all_tokens]
    found = [_touching(all_tokens, starts, line.start(), line.end()) for line in _LINE.finditer(text)]
    return [line for line in found if line and sum(at in loose for at in line) >= len(line) * (1 - KEPT)]


def _moved(
    old_lines: Sequence[range], new_lines: Sequence[range], old: Sequence[Token], new: Sequence[Token]
) -> Iterator[Stretch]:
    """Equal runs inside lines that stand elsewhere now; each new line is taken once, the likest first."""
    known: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, line in enumerate(new_lines):
        for run in _runs(line, new):
            known[run].append(number)
    choices = []
    for number, line in enumerate(old_lines):
        runs = _runs(line, old)
        shared = Counter(other for run in runs for other in known.get(run, ())[:8])
        choices += [(-count / len(runs), number, other) for other, count in shared.items() if count >= len(runs) * KEPT]
    done_old: set[int] = set()
    done_new: set[int] = set()
    for _, number, other in sorted(choices):
        if number in done_old or other in done_new:
            continue
        done_old.add(number)
        done_new.add(other)
        ours, theirs = old_lines[number], new_lines[other]
        yield from _equal_runs(
            [old[at].text for at in ours], [new[at].text for at in theirs], ours.start, theirs.start, True
        )


def _runs(line: range, all_tokens: Sequence[Token]) -> set[tuple[str, ...]]:
    said = [all_tokens[at].text for at in line]
    return {tuple(said[at : at + RUN]) for at in range(max(1, len(said) - RUN + 1))}


def _without(stretch: Stretch, taken_old: set[int], taken_new: set[int]) -> Iterator[Stretch]:
    """The pieces of a run whose tokens no moved paragraph claims."""
    begin: int | None = None
    for at in range(stretch.length + 1):
        free = at < stretch.length and stretch.old + at not in taken_old and stretch.new + at not in taken_new
        if free and begin is None:
            begin = at
        elif not free and begin is not None:
            yield Stretch(stretch.old + begin, stretch.new + begin, at - begin)
            begin = None
