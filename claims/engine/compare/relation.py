"""Conflict, or update? A count or a state that moved on is an update: both were right when said."""

from dataclasses import dataclass
from datetime import datetime

from claims.engine.compare.aspects import leading
from claims.engine.compare.features import Features, figure_features
from claims.engine.compare.values import as_base, dimension, is_exact, transposed
from claims.engine.compare.words import words
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Mention
from claims.enums import Relation


@dataclass(frozen=True, slots=True)
class Course:
    """How one figure came after another: relation, rule id and which sentence says so."""

    relation: Relation
    rule: str
    sentence: str


# What a report gives once: how long, how far, how warm, how heavy.
NEVER_GROW = frozenset({"duration", "months", "temperature", "speed", "mass", "length", "magnitude"})

CONFLICT = Course(Relation.CONFLICT, "figure.value", "CONFLICTS")
SWAPPED = Course(Relation.CONFLICT, "figure.digits", "SWAPPED")
FELL = Course(Relation.CONFLICT, "figure.fell", "FELL")
ROSE = Course(Relation.UPDATE, "figure.update", "ROSE")
SANK = Course(Relation.UPDATE, "figure.update", "SANK")
MOVED = Course(Relation.UPDATE, "figure.update", "MOVED")


def course_of(old: Mention, new: Mention, language: str = "en") -> Course:
    """Whether the later of two figures that cannot both hold replaces the earlier one, or one of them is wrong.

    old, new: in the order of publication (see `in_time`).
    """
    before, after = old.record, new.record
    assert isinstance(before, Figure)
    assert isinstance(after, Figure)
    if is_exact(before) and is_exact(after) and transposed(before.low, after.low):
        return SWAPPED
    if _when(old) == _when(new) or (old.document != new.document and (_capped(before) or _capped(after))):
        return CONFLICT
    features = figure_features(old, language)
    if features.dimension.name in NEVER_GROW or features.periods.strict:
        return CONFLICT
    above, below = _is_above(after, before, language), _is_above(before, after, language)
    took_its_place = _took_its_place(features, new, language)
    if took_its_place or _moves(features, before.unit, language):
        return ROSE if above else SANK if below and not took_its_place else MOVED
    if _grows(features, before.unit, language) or _spreads(old, new, language):
        return ROSE if above else FELL
    return CONFLICT


def can_grow(old: Mention, new: Mention, language: str = "en") -> bool:
    """Whether two figures are counts of what goes on: no standing number, no sum of money, no time that is over."""
    if not isinstance(old.record, Figure) or not isinstance(new.record, Figure) or _when(old) == _when(new):
        return False
    features = figure_features(old, language)
    standing = lexicon(language, "statuses").FIXED
    stands = bool((features.near | {features.status}) & standing) or features.periods.strict or features.base
    return features.dimension.is_count and not stands


def rose(old: Mention, new: Mention, language: str = "en") -> bool:
    """Whether the later of two figures is above the earlier one."""
    before, after = (mention.record for mention in in_time(old, new))
    return isinstance(before, Figure) and isinstance(after, Figure) and _is_above(after, before, language)


def in_time(a: Mention, b: Mention) -> tuple[Mention, Mention]:
    """Two mentions, the earlier published one first."""
    return (a, b) if _when(a) <= _when(b) else (b, a)


def _capped(figure: Figure) -> bool:
    """Whether a figure only says what was not exceeded: no count that moved on, then or later."""
    return figure.low is None


def _when(mention: Mention) -> tuple[datetime, int]:
    return mention.published, mention.version


def _took_its_place(features: Features, new: Mention, language: str) -> bool:
    """Whether the later figure is said to be a new offer, demand or forecast in the place of the earlier one."""
    aspects, updates = lexicon(language, "aspects"), lexicon(language, "updates")
    told = {word.text.lower() for word in words(f"{leading(new, language)} {new.sentence}", language)}
    return bool(features.aspects & (aspects.MODAL | aspects.FORESEEN) and told & updates.MOVED_ON)


def _moves(features: Features, unit: str, language: str) -> bool:
    updates, statuses = lexicon(language, "updates"), lexicon(language, "statuses")
    is_state = features.status in updates.MOVING or (features.severe and not features.status)
    is_counted = unit in updates.MOVING_UNITS and not features.matter and features.status not in statuses.FIXED
    return bool(is_state or is_counted or _happened(features) & updates.MOVING)


def _grows(features: Features, unit: str, language: str) -> bool:
    updates, statuses = lexicon(language, "updates"), lexicon(language, "statuses")
    by_unit = unit in updates.GROWING_UNITS and features.status not in statuses.FIXED
    return bool(
        features.status in updates.GROWING or by_unit or _happened(features) & (updates.GROWING | updates.COUNTED_UP)
    )


def _spreads(old: Mention, new: Mention, language: str) -> bool:
    """Whether two areas are those of a fire, a slick or the like, as either sentence says."""
    told = {word.text.lower() for mention in (old, new) for word in words(mention.sentence, language)}
    is_area = figure_features(old, language).dimension.name == "area"
    return is_area and bool(told & lexicon(language, "updates").SPREADING)


def _happened(features: Features) -> frozenset[str]:
    """What the clause says happened, where the figure has no status of its own."""
    return frozenset() if features.status else features.near


def _is_above(after: Figure, before: Figure, language: str) -> bool:
    """Whether all that one figure may be is above all that the other may be, each in the base of its unit."""
    low = as_base(after.low, dimension(after.unit, language))
    high = as_base(before.high, dimension(before.unit, language))
    return low is not None and high is not None and low > high
