"""How likely two figures measure the same: many small signs, weighed as the gold stories taught.

A rule that looks at one sign is wrong wherever a journalist words it another way. `signs.py` reads some eighty signs
off two mentions. Two readings of them, a logistic regression and a row of small decision trees, are averaged; both
were taught by the gold stories (`python -m bench.same_measure`) and are plain data, in `weights/same_measure.json`.
Where the signs leave room for doubt a small model reads both sentences (`reader.py`) and its answer is weighed in.
"""

import json
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from claims.engine.compare.features import Features, figure_features
from claims.engine.compare.likeness import likeness, needed
from claims.engine.compare.reader import read
from claims.engine.compare.signs import signs
from claims.engine.lexicon import lexicon
from claims.engine.records import Mention

_WEIGHTS = Path(__file__).parent.parent / "weights" / "same_measure.json"
# Two are not taken to measure the same below this, whatever their words suggest.
LEAST = 0.35
# The same for two that say alike, each in its own clause, what happened to those counted.
LEAST_OF_STATUS = 0.06
# From here on two are taken to measure the same though their words have nothing in common, and from where on where each
# is the only figure of its text that counts such a thing, or both have half of the words that are asked for.
SURE = 0.5
SURE_OF_LONE = 0.2
SURE_OF_HALF = 0.37
# From where on two count one group though a rule takes one of them for a part, or the tables tell them apart; what must
# be alike in both for the former.
ONE_GROUP = 0.6
OF_A_GROUP = ("groups", "severe", "base", "other")
# No sum of signs says more than this.
FURTHEST = 30.0
# The odds, as logarithms, between which the reader is asked: beyond them its answer would change nothing.
DOUBTFUL = (-3.0, 4.0)
# What the odds of the signs and those of the reader are worth together, and what is added. Chosen on fifteen stories
# that had taught neither (`python -m bench.teach_reader`).
WORTH_OF_SIGNS, WORTH_OF_READER, LEVEL = 0.8, 0.6, -0.2


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the gold stories taught.

    weights: what each sign adds to the logarithm of the odds, `intercept` whatever the signs. trees: each a number, or
    [sign, bound, tree up to the bound, tree above it]; their numbers are added up.
    """

    weights: dict[str, float]
    trees: tuple[Any, ...]


def same_measure(a: Mention, b: Mention, language: str = "en") -> float:
    """The likelihood, 0 to 1, that two mentions of figures measure the same thing. Raises TypeError for other kinds."""
    odds = log_odds(signs(a, b, language), _lesson())
    read_odds = read(a, b, language) if DOUBTFUL[0] < odds < DOUBTFUL[1] else None
    if read_odds is not None:
        odds = WORTH_OF_SIGNS * odds + WORTH_OF_READER * read_odds + LEVEL
    return 1 / (1 + exp(-odds))


class Likelihoods:
    """What `same_measure` says of the pairs of one turn, each worked out once; mentions are known by their keys."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._known: dict[tuple[str, str], float] = {}

    def of(self, a: Mention, b: Mention) -> float:
        """The likelihood of two mentions of figures, in either order. Raises TypeError for other kinds."""
        pair = (a.key, b.key) if a.key < b.key else (b.key, a.key)
        if pair not in self._known:
            self._known[pair] = same_measure(a, b, self.language)
        return self._known[pair]


def likelihood(found: dict[str, float], lesson: Lesson) -> float:
    """The likelihood, 0 to 1, that some signs alone give under a lesson; a sign that is not among them is nought."""
    return 1 / (1 + exp(-log_odds(found, lesson)))


def log_odds(found: dict[str, float], lesson: Lesson) -> float:
    """The same as the logarithm of the odds, FURTHEST at most on either side."""
    weighed = sum(lesson.weights.get(name, 0.0) * value for name, value in found.items()) + lesson.weights["intercept"]
    if lesson.trees:
        grown = sum(_answer(tree, found) for tree in lesson.trees)
        weighed = (_bounded(weighed) + _bounded(grown)) / 2
    return _bounded(weighed)


def _bounded(odds: float) -> float:
    return max(-FURTHEST, min(FURTHEST, odds))


def _answer(tree: Any, found: dict[str, float]) -> float:
    while not isinstance(tree, float):
        name, bound, low, high = tree
        tree = low if found.get(name, 0.0) <= bound else high
    return tree


@cache
def _lesson() -> Lesson:
    return lesson_of(json.loads(_WEIGHTS.read_text(encoding="utf-8")))


def lesson_of(stored: dict[str, Any]) -> Lesson:
    """A lesson from its JSON form: `weights` and `trees`."""
    return Lesson(stored["weights"], tuple(stored["trees"]))


def is_likely(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether two mentions of figures are likely enough to measure the same to be held against each other."""
    first, second = figure_features(a, language), figure_features(b, language)
    slip_of_noughts = first.dimension.is_money and first.digits and first.digits == second.digits
    kinds = {first.dimension.name, second.dimension.name}
    # Days, minutes and months are told of many things in one text; two that run up to one moment are of one.
    of_one_moment = first.counted_to == second.counted_to != ""
    spans_of_time = kinds <= lexicon(language, "conversions").SPANS_OF_TIME and not of_one_moment
    other_unit = first.dimension != second.dimension and not first.dimension.is_count and not spans_of_time
    if slip_of_noughts or other_unit:
        return True  # where the gap of the values, or the unit, is what is wrong, it speaks for nothing
    # Of those who were badly hurt a clause of a larger number tells as well as a sentence of their own.
    own = (first.severe and second.severe) or not (first.inherited or second.inherited)
    told = first.status == second.status != "" and own
    return same_measure(a, b, language) >= (LEAST_OF_STATUS if told else LEAST)


def is_one_group(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether two mentions of figures in two documents count one group, though one reads like a part or a remainder.

    Only where nothing in the texts says otherwise: no other name, status, motion or group, nor a number that the other
    is a part of.
    """
    first, second = figure_features(a, language), figure_features(b, language)
    alike = all(getattr(first, name) == getattr(second, name) for name in ("dimension", *OF_A_GROUP))
    if a.document == b.document or not alike or _kept_apart(first, second, ("names", "matter")):
        return False
    return same_measure(a, b, language) >= ONE_GROUP


def is_read_as_one(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether two figures of two documents are likely one though the tables tell their nouns apart, or know only of one
    what befell those counted: "31 shelters", "13 centres".

    Only where they are of one kind, and no name, motion, status, sense, group or remainder keeps them apart.
    """
    first, second = figure_features(a, language), figure_features(b, language)
    comparable = first.dimension == second.dimension or (first.dimension.is_count and second.dimension.is_count)
    apart = first.other or second.other or first.groups != second.groups
    if a.document == b.document or not comparable or apart or _kept_apart(first, second, ("names", "matter", "sense")):
        return False
    return same_measure(a, b, language) >= ONE_GROUP


def _kept_apart(first: Features, second: Features, told: tuple[str, ...]) -> bool:
    """Whether two figures tell two statuses, or in one of some features nothing that the other has."""
    other_status = bool(first.status and second.status) and first.status != second.status
    return other_status or any(_told_apart(getattr(first, name), getattr(second, name)) for name in told)


def _told_apart(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others and not some & others)


def is_surely_one(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether two mentions are so likely to measure the same that they need not be worded alike.

    Less is asked of two that have half of the words asked for in common, and of two that are the only ones in their
    texts to count a thing: "11 schools", "only nine schools".
    """
    first, second = figure_features(a, language), figure_features(b, language)
    apart = _told_apart(first.names, second.names)
    if (a.document, a.version) == (b.document, b.version) or first.other or second.other or apart:
        return False
    if _both_lone(a, b, first, second):
        return same_measure(a, b, language) >= SURE_OF_LONE
    half_alike = likeness(first, second) >= needed(first, second, language) / 2
    return same_measure(a, b, language) >= (SURE_OF_HALF if half_alike else SURE)


def _both_lone(a: Mention, b: Mention, first: Features, second: Features) -> bool:
    counted = first.dimension.name == second.dimension.name and first.dimension.is_count
    return counted and a.lone and b.lone and first.dimension.name != "count:person"
