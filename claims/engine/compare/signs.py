"""The signs that two figures measure the same, each a number between two readings.

Shared words, words that mean much the same, the same status, values near each other ... What they are worth together
is told by `odds.py`.
"""

from collections.abc import Iterator
from math import log

from claims.engine.compare.features import Features, figure_features
from claims.engine.compare.likeness import likeness
from claims.engine.compare.meanings import covered, covered_by, meaning, nearness
from claims.engine.compare.values import same_dimension, size
from claims.engine.records import Figure, Mention

# A gap of values beyond e ** 8, some three thousandfold, says no more.
WIDEST = 8.0
NEAR, FAR = 0.7, 2.3  # of the logarithm: twofold and tenfold


def signs(a: Mention, b: Mention, language: str = "en") -> dict[str, float]:
    """What the likelihood is made of, by name; those that are nought may be left out."""
    first, second = figure_features(a, language), figure_features(b, language)
    return {
        **dict(_of_kinds(first, second)),
        **dict(_of_words(first, second)),
        **dict(_of_meanings(first, second)),
        **dict(_of_readings(first, second)),
        **dict(_of_values(first, second)),
        **dict(_of_speakers(a, b)),
    }


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


def _of_meanings(a: Features, b: Features) -> Iterator[tuple[str, float]]:
    """How near the words of two figures come, whatever their letters: their own, their clauses', their sentences'."""
    own, near, around = ((meaning(x), meaning(y)) for x, y in zip(a.terms, b.terms, strict=True))
    yield "meant_own", nearness(*own)
    yield "meant_near", nearness(*near)
    yield "meant_around", nearness(*around)
    yield "meant_own_low", covered(*own)[0]
    yield "meant_own_high", covered(*own)[1]
    yield "meant_near_low", covered(*near)[0]
    yield "meant_near_high", covered(*near)[1]
    for name, (ours, theirs) in (("near", near), ("around", around)):
        sides = sorted((covered_by(own[0], theirs), covered_by(own[1], ours)))
        yield f"meant_own_in_{name}_low", sides[0]
        yield f"meant_own_in_{name}_high", sides[1]


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
    for aspect in a.aspects ^ b.aspects:
        yield f"aspect_{aspect}_of_one", 1.0
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
    one_unit = a.dimension == b.dimension
    gap = min(abs(log(_size(a, one_unit) / _size(b, one_unit))), WIDEST)
    yield "gap", gap
    yield "gap_small", float(gap < NEAR)
    yield "gap_wide", float(gap > FAR)
    yield "slip", float(bool(a.slip & b.slip))
    yield "same_digits", float(len(a.digits) > 1 and sorted(a.digits) == sorted(b.digits))


def _size(features: Features, one_unit: bool) -> float:
    """A value for the gap, in the base of its unit where the other has another; a half more, so that none is nought."""
    return float(abs(features.value) if one_unit else size(features.value, features.dimension)) + 0.5


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
