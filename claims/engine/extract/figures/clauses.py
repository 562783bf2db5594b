"""The clause around a number: how far to the left and right the words belong to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.engine.extract.figures.amounts import Amount
from claims.engine.extract.figures.items import label_of
from claims.engine.extract.figures.lexemes import MARK, WORD, Line

_LONGEST_LEFT, _LONGEST_RIGHT = 16, 16
_JOINERS = frozenset("'’-‐‑/&%$£€")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Where the numbers of a sentence stand: the lexemes that they cover, and those at which they begin."""

    covered: frozenset[int]
    starts: frozenset[int]

    @classmethod
    def of(cls, amounts: Iterable[Amount]) -> "Numbers":
        spans = [(amount.outer, amount.end) for amount in amounts]
        covered = frozenset(index for start, end in spans for index in range(start, end))
        return cls(covered, frozenset(start for start, _ in spans))


def left_edge(line: Line, amount: Amount, numbers: Numbers) -> int:
    """The lexeme at which the clause around an amount begins."""
    label = label_of(line, amount)
    if label is not None:
        return label[0]
    words = line.words("clauses")
    at = amount.outer
    while at > 0 and amount.outer - at < _LONGEST_LEFT:
        if _stops(line, at - 1, numbers.covered) or line.low(at - 1) in words.OPENERS:
            break
        if line.low(at - 1) in words.AND and _begins_clause(line, at):
            break
        at -= 1
    while at < amount.outer and line.low(at) in words.NEVER_FIRST:
        at += 1
    return at


def right_edge(line: Line, numbers: Numbers, floor: int) -> int:
    """The lexeme behind the clause around an amount; floor: where it may end at the earliest."""
    words = line.words("clauses")
    starts = numbers.starts
    at = floor
    while at < len(line.lexemes) and at - floor < _LONGEST_RIGHT:
        if _stops(line, at, numbers.covered) or line.low(at) in words.CLOSERS or at in starts:
            break
        if line.low(at) in words.AND and (_begins_clause(line, at + 1) or at + 1 in starts):
            break
        at += 1
    while at > floor and (
        line.low(at - 1) in words.NEVER_LAST or (line.kind(at - 1) == MARK and line.low(at - 1) not in "’%")
    ):
        at -= 1
    return at


def _stops(line: Line, index: int, covered: frozenset[int]) -> bool:
    if line.kind(index) != MARK or index in covered:
        return False
    if line.low(index) in _JOINERS and (line.tight(index) or line.tight(index + 1)):
        return False
    return not (line.low(index) == "." and line.tight(index) and line.kind(index - 1) == WORD and line.tight(index + 1))


def _begins_clause(line: Line, index: int) -> bool:
    """Whether the words behind an "and" make a clause of their own: a verb comes before any end of it."""
    for at in range(index, min(index + 6, len(line.lexemes))):
        token = line.token(at)
        if token is None or line.kind(at) == MARK:
            return False
        if (token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBG", "VBN")) or (
            at == index and token.pos_ == "VERB"
        ):
            return True
    return False
