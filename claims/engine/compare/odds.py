"""How likely two figures measure the same: many small signs, weighed as the gold stories taught.

A rule that looks at one sign is wrong wherever a journalist words it another way. Each sign here is a number between
two readings (shared words, the same status, values near each other); a logistic regression, trained on the gold stories
by `python -m bench.same_measure`, says what each is worth. The weights are data, in `weights/same_measure.json`.
"""

import json
from collections.abc import Iterator
from functools import cache
from math import exp, log
from pathlib import Path

from claims.engine.compare.features import Features, figure_features
from claims.engine.compare.likeness import likeness
from claims.engine.compare.values import same_dimension
from claims.engine.records import Figure, Mention

_WEIGHTS = Path(__file__).parent.parent / "weights" / "same_measure.json"
# A gap of values beyond e ** 8, some three thousandfold, says no more.
WIDEST = 8.0
NEAR, FAR = 0.7, 2.3  # of the logarithm: twofold and tenfold
# Two are not taken to measure the same below this, whatever their words suggest.
LEAST = 0.15
# The same for two that say alike, each in its own clause, what happened to those counted.
LEAST_OF_STATUS = 0.03
# From here on two are taken to measure the same though their words have too little in common, and from where on where
# each is the only figure of its text that counts such a thing.
SURE = 0.5
SURE_OF_LONE = 0.2


def same_measure(a: Mention, b: Mention, language: str = "en") -> float:
    """The likelihood, 0 to 1, that two mentions of figures measure the same thing. Raises TypeError for other kinds."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in signs(a, b, language).items())
    return 1 / (1 + exp(-max(-50.0, min(50.0, total + weights["intercept"]))))


def is_likely(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether two mentions of figures are likely enough to measure the same to be held against each other."""
    first, second = figure_features(a, language), figure_features(b, language)
    slip_of_noughts = first.dimension.is_money and first.digits and first.digits == second.digits
    other_unit = first.dimension != second.dimension and not first.dimension.is_count
    if slip_of_noughts or other_unit:
        return True  # where the gap of the values, or the unit, is what is wrong, it speaks for nothing
    told = first.status == second.status != "" and not first.inherited and not second.inherited
    return same_measure(a, b, language) >= (LEAST_OF_STATUS if told else LEAST)


def is_surely_one(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether two mentions are so likely to measure the same that they need not be worded alike.

    Less is asked of two that are the only ones in their texts to count a thing: "11 schools", "only nine schools".
    """
    first, second = figure_features(a, language), figure_features(b, language)
    apart = first.names and second.names and not first.names & second.names
    if a.document == b.document or first.other or second.other or apart:
        return False
    return same_measure(a, b, language) >= (SURE_OF_LONE if _both_lone(a, b, first, second) else SURE)


def _both_lone(a: Mention, b: Mention, first: Features, second: Features) -> bool:
    counted = first.dimension.name == second.dimension.name and first.dimension.is_count
    return counted and a.lone and b.lone and first.dimension.name != "count:person"


def signs(a: Mention, b: Mention, language: str = "en") -> dict[str, float]:
    """What the likelihood is made of, by name; those that are nought may be left out."""
    first, second = figure_features(a, language), figure_features(b, language)
    return {
        **dict(_of_kinds(first, second)),
        **dict(_of_words(first, second)),
        **dict(_of_readings(first, second)),
        **dict(_of_values(first, second)),
        **dict(_of_speakers(a, b)),
    }


@cache
def _weights() -> dict[str, float]:
    return {name: float(value) for name, value in json.loads(_WEIGHTS.read_text(encoding="utf-8")).items()}


def _kind(features: Features) -> str:
    dimension = features.dimension
    if dimension.is_count:
        return "person" if dimension.name == "count:person" else "count"
    if dimension.is_money:
        return "money"
    return {"ratio": "ratio", "points": "ratio", "duration": "duration", "months": "duration"}.get(
        dimension.name, "other"
    )


def _of_kinds(a: Features, b: Features) -> Iterator[tuple[str, float]]:
    kinds = sorted((_kind(a), _kind(b)))
    for kind in set(kinds):
        yield f"kind_{kind}", kinds.count(kind) / 2
    yield "dimension", float(a.dimension == b.dimension)
    yield "comparable", float(same_dimension(a.dimension, b.dimension, a.unsaid or b.unsaid))
    yield "unsaid", float(a.unsaid) + float(b.unsaid)


def _of_words(a: Features, b: Features) -> Iterator[tuple[str, float]]:
    for name in ("core", "near", "around"):
        ours, theirs = getattr(a, name), getattr(b, name)
        shared = len(ours & theirs)
        if ours and theirs:
            yield f"{name}_of_fewer", shared / min(len(ours), len(theirs))
            yield f"{name}_of_all", shared / len(ours | theirs)
        else:
            yield f"{name}_missing", 1.0
    for name in ("near", "around"):
        sides = sorted((_covered(a.core, getattr(b, name)), _covered(b.core, getattr(a, name))))
        yield f"core_in_{name}_low", sides[0]
        yield f"core_in_{name}_high", sides[1]
    yield "likeness", likeness(a, b)
    yield "names_shared", float(bool(a.names & b.names))
    yield "names_apart", float(bool(a.names and b.names and not a.names & b.names))


def _covered(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / len(some) if some else 0.0


def _of_readings(a: Features, b: Features) -> Iterator[tuple[str, float]]:
    yield "status_same", float(a.status == b.status != "")
    yield "status_apart", float(bool(a.status and b.status and a.status != b.status))
    yield "status_of_one", float(bool(a.status) != bool(b.status))
    yield "inherited", float(a.inherited) + float(b.inherited)
    yield "groups_same", float(a.groups == b.groups)
    yield "groups_shared", float(bool(a.groups & b.groups))
    yield "severe_of_one", float(a.severe != b.severe)
    yield "aspects_same", float(a.aspects == b.aspects)
    yield "aspects_shared", float(bool(a.aspects & b.aspects))
    yield "periods_agree", float(a.periods.agree(b.periods))
    yield "moments_shared", float(bool(a.moments & b.moments))
    yield "calling_shared", float(bool(a.calling & b.calling))
    yield "calling_apart", float(bool(a.calling and b.calling and not a.calling & b.calling))
    yield "direction_same", float(a.direction == b.direction)
    yield "level_and_change", float((a.direction == "level") != (b.direction == "level"))
    for name in ("part", "base", "other", "zero", "left"):
        ours, theirs = getattr(a, name), getattr(b, name)
        yield f"{name}_of_one", float(ours != theirs)
        yield f"{name}_of_both", float(ours and theirs)


def _of_values(a: Features, b: Features) -> Iterator[tuple[str, float]]:
    gap = min(abs(log(_size(a, a.dimension == b.dimension) / _size(b, a.dimension == b.dimension))), WIDEST)
    yield "gap", gap
    yield "gap_small", float(gap < NEAR)
    yield "gap_wide", float(gap > FAR)
    yield "slip", float(bool(a.slip & b.slip))
    yield "same_digits", float(len(a.digits) > 1 and sorted(a.digits) == sorted(b.digits))


def _size(features: Features, one_unit: bool) -> float:
    """A value for the gap, in the base of its unit where the other has another; a half more, so that none is nought."""
    factor = 1 if one_unit else features.dimension.factor
    return float(abs(features.value) * factor) + 0.5


def _of_speakers(a: Mention, b: Mention) -> Iterator[tuple[str, float]]:
    first, second = a.record, b.record
    if not isinstance(first, Figure) or not isinstance(second, Figure):
        raise TypeError("same_measure takes two mentions of figures")
    ours, theirs = _last_name(first.claimant), _last_name(second.claimant)
    yield "speaker_same", float(bool(ours) and ours == theirs)
    yield (
        "speaker_is_source",
        float(bool(ours and ours in b.source.lower()) or bool(theirs and theirs in a.source.lower())),
    )
    yield "bound_same", float(first.approximation == second.approximation)
    yield "unit_same", float(first.unit == second.unit)


def _last_name(claimant: str | None) -> str:
    return (claimant or "").lower().rpartition(" ")[2]
