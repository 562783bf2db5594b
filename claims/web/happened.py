"""What happened to a claim, newest first, each in one plain line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from claims.enums import Act, Change, FlagState
from claims.models import Claim, Correction, Evidence, Verdict
from claims.queries.verdicts import OPENED, HistoryRow, history
from claims.web.rows import FlagRow
from claims.web.words import state_of

ACTS = {
    Act.SUBMIT: "submitted revision {revision} for review",
    Act.WITHDRAW: "withdrew revision {revision}",
    Act.SEND_BACK: "sent revision {revision} back",
    Act.APPROVE: "approved revision {revision}",
    Act.PUBLISH: "published revision {revision}",
    Act.RETRACT: "retracted revision {revision}",
}
FLAG_WORDS = {
    FlagState.OPEN: "opened a flag again",
    FlagState.UPHELD: "upheld a flag",
    FlagState.DISMISSED: "dismissed a flag",
    FlagState.RESOLVED: "resolved a flag",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """by: None for the engine. words: what was done. reason: why, "" where nobody said."""

    at: datetime
    by: User | None
    words: str
    reason: str = ""


def happened(
    claim: Claim,
    revisions: Sequence[Verdict],
    evidence: Sequence[Evidence],
    corrections: Sequence[Correction],
    flags: Sequence[FlagRow],
) -> list[Happening]:
    """Moves, reviews, evidence, corrections and flags of a claim, the newest first. Two queries; the rest is given."""
    told = [_event(event) for event in history(claim, revisions)]
    told += _evidence(evidence)
    told += _corrections(corrections)
    told += _flags(flags)
    return sorted(told, key=lambda one: one.at, reverse=True)


def _event(event: HistoryRow) -> Happening:
    if event.what in ACTS:
        words = ACTS[Act(event.what)].format(revision=event.revision)
        return Happening(
            event.at, event.by, f"{words}, setting a rule aside" if event.override else words, event.reason
        )
    if event.what == OPENED:
        return Happening(event.at, event.by, f"opened revision {event.revision}", event.reason)
    return Happening(event.at, event.by, _change(event), event.reason)


def _change(event: HistoryRow) -> str:
    if event.what == Change.STATE:
        return f"moved it from {state_of(event.was)} to {state_of(event.became)}"
    if event.what == Change.ASSIGNEE:
        if event.by is not None and event.became == event.by.get_username():
            return "took it"
        return f"gave it to {event.became}" if event.became else f"took it from {event.was}"
    if event.what == Change.DUE:
        return "set a deadline" if event.became else "took the deadline away"
    if event.what == Change.PRIORITY:
        return f"set the priority to {event.became}"
    return "asked for a glance at the new words" if event.became else "found the new words right"


def _evidence(rows: Sequence[Evidence]) -> Iterator[Happening]:
    for row in rows:
        source = row.version.article.source.name
        yield Happening(row.added_at, row.added_by, f"linked a passage of {source}", row.note)
        if row.removed_at is not None:
            yield Happening(row.removed_at, row.removed_by, f"removed a passage of {source}")
        if row.restored_at is not None:
            yield Happening(row.restored_at, row.restored_by, f"put a passage of {source} back")


def _corrections(rows: Sequence[Correction]) -> Iterator[Happening]:
    for row in rows:
        yield Happening(row.at, row.by, "corrected what the engine read", row.reason)
        if row.undone_at is not None:
            yield Happening(row.undone_at, row.undone_by, "took a correction back")


def _flags(flags: Sequence[FlagRow]) -> Iterator[Happening]:
    for row in flags:
        opened = "raised a flag" if row.flag.raised_by else "found a flag"
        yield Happening(row.flag.opened_at, row.flag.raised_by, opened, row.flag.reason)
        for move in row.flag.moves.all():
            yield Happening(move.at, move.by, FLAG_WORDS[FlagState(move.became)], move.reason)
