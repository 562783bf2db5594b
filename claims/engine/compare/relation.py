"""Conflict, or update? A count or a state that moved on is an update: both were right when said."""

from claims.engine.compare.features import Features, figure_features
from claims.engine.compare.values import transposed
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Mention
from claims.enums import Relation


def relation_of(a: Mention, b: Mention, language: str = "en") -> Relation:
    """Whether the later of two figures that cannot both hold replaces the earlier one, or one of them is wrong."""
    old, new = (a, b) if _when(a) <= _when(b) else (b, a)
    before, after = old.record, new.record
    assert isinstance(before, Figure)
    assert isinstance(after, Figure)
    if _when(a) == _when(b) or transposed(before.low, after.low):
        return Relation.CONFLICT
    if a.document != b.document and (_capped(before) or _capped(after)):
        return Relation.CONFLICT
    features = figure_features(old, language)
    if _moves(features, before.unit, language):
        return Relation.UPDATE
    if _grows(features, before.unit, language) and _is_above(after, before):
        return Relation.UPDATE
    return Relation.CONFLICT


def _capped(figure: Figure) -> bool:
    """Whether a figure only says what was not exceeded: no count that moved on, then or later."""
    return figure.low is None


def _when(mention: Mention) -> tuple[str, int]:
    return mention.published.isoformat(), mention.version


def _moves(features: Features, unit: str, language: str) -> bool:
    known = lexicon(language, "sameness")
    return bool(features.status in known.MOVING or unit in known.MOVING_UNITS or features.near & known.MOVING)


def _grows(features: Features, unit: str, language: str) -> bool:
    known = lexicon(language, "sameness")
    return bool(features.status in known.GROWING or unit in known.GROWING_UNITS or features.near & known.GROWING)


def _is_above(after: Figure, before: Figure) -> bool:
    return after.low is not None and before.high is not None and after.low > before.high
