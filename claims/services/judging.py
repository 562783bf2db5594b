"""Asks the site's judge, where it names one, about statements that are flagged already."""

from functools import cache

import structlog
from django.conf import settings
from django.utils.module_loading import import_string

from claims.engine.judge import Judge
from claims.engine.records import Comparison
from claims.enums import FlagType, Kind, Polarity
from claims.models import Mention

log = structlog.get_logger(__name__)

LONGEST = 300


def reason_for(a: Mention, b: Mention, comparison: Comparison) -> str:
    """The reason of a flag: the engine's own, and behind it what the judge holds."""
    return " ".join(filter(None, (comparison.reason, second_opinion(a, b, comparison.type))))


def second_opinion(a: Mention, b: Mention, kind: FlagType | None) -> str:
    """One sentence to stand behind the reason of a flag, "" where there is no judge or it is not about statements.

    a, b: unsaved or stored; the earlier published one first. A judge that fails costs its sentence and nothing else.
    """
    if not settings.JUDGE or kind is not FlagType.ATTRIBUTION or {a.kind, b.kind} != {Kind.ATTRIBUTION}:
        return ""
    try:
        found = judge_at(settings.JUDGE, settings.JUDGE_MODEL)(_statement(a), _statement(b))
    except Exception:
        log.exception("judge_failed", judge=settings.JUDGE)
        return ""
    return found.reason[:LONGEST]


@cache
def judge_at(path: str, model: str) -> Judge:
    """The judge that a dotted path names; what it names is called once, with the model's folder. Raises ImportError."""
    made: Judge = import_string(path)(model)
    return made


def _statement(row: Mention) -> str:
    """What is credited, with who says or denies it, as the models that were tried want it."""
    cue = "denied" if row.polarity == Polarity.DENIED else "said"
    return f"{row.claimant} {cue} that {row.proposition}" if row.claimant else row.proposition
