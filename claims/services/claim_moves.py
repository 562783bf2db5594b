"""How claims move: each change of where one stands goes through `move` and leaves one row."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from claims.enums import Change, ClaimState, Priority, VerdictState
from claims.errors import ReasonMissing, StaleClaim, WrongRole, WrongState
from claims.models import Claim, ClaimMove
from claims.permissions import check_claims
from claims.queries.verdicts import in_work
from claims.services import events

Became = ClaimState | User | datetime | Priority | bool | None
_COLUMN = {
    Change.STATE: "state",
    Change.ASSIGNEE: "assignee_id",
    Change.DUE: "due_at",
    Change.PRIORITY: "priority",
    Change.GLANCE: "glance",
}
_STALE = "Somebody changed this claim in the meantime. Look at it again."
# A claim whose verdict waits for a reviewer, or stands, is not waved through as uncheckable beside it.
_OPEN = frozenset({ClaimState.UNCHECKED, ClaimState.CHECK, ClaimState.SENT_BACK, ClaimState.RECHECK})


def lock(ids: Sequence[int]) -> dict[int, Claim]:
    """The claims as they stand, and nobody changes them until the transaction ends; always taken before verdicts.

    In the order of their ids, so that two people who act on several at once never wait for each other in a ring. Rows
    that only refer to a claim (evidence, comments) can be added meanwhile.
    """
    rows = Claim.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
    return {row.pk: row for row in rows}


def move(claim: Claim, what: Change, became: Became, *, by: User | None, reason: str = "") -> ClaimMove | None:
    """Changes one thing about a claim by compare-and-set on what the caller saw, and keeps who, when and why.

    became: a ClaimState for STATE, a User or None for ASSIGNEE, an aware time or None for DUE, a Priority, a bool for
    GLANCE. by: empty for the engine. Gives None, and changes nothing, where it stands so already. Raises StaleClaim.
    """
    column = _COLUMN[what]
    was = getattr(claim, column)
    value = became.pk if isinstance(became, User) else became
    if was == value:
        return None
    with transaction.atomic():
        now = timezone.now()
        spoken = _spoken(claim, what, became)
        changed = Claim.objects.filter(pk=claim.pk, **{column: was}).update(
            **{column: value}, edits=F("edits") + int(by is not None), changed_at=now
        )
        if not changed:
            raise StaleClaim(_STALE)
        setattr(claim, column, value)
        claim.edits += int(by is not None)
        claim.changed_at = now
        if what is Change.STATE:
            events.claims_changed([claim], was=was, reason=reason.strip())
        return ClaimMove.objects.create(
            claim=claim, what=what, was=spoken[0], became=spoken[1], by=by, reason=reason.strip()
        )


def engine_moved(what: Change, became: ClaimState | bool, reasons: Mapping[int, str]) -> None:
    """Moves many claims for the engine, each with its reason by the claim's id; those that stand so already stay."""
    if not reasons:
        return
    column = _COLUMN[what]
    with transaction.atomic():
        claims = [claim for claim in lock(list(reasons)).values() if getattr(claim, column) != became]
        _move_all(claims, what, became, reasons)


def _move_all(claims: Sequence[Claim], what: Change, became: ClaimState | bool, reasons: Mapping[int, str]) -> None:
    column = _COLUMN[what]
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(**{column: became}, changed_at=timezone.now())
    rows = []
    for claim in claims:
        was, now = _spoken(claim, what, became)
        setattr(claim, column, became)
        if what is Change.STATE:
            events.claims_changed([claim], was=was, reason=reasons[claim.pk])
        rows.append(ClaimMove(claim=claim, what=what, was=was, became=now, reason=reasons[claim.pk]))
    ClaimMove.objects.bulk_create(rows)


def mark_not_checkable(claim: Claim, *, by: User, reason: str) -> ClaimMove | None:
    """An opinion, a forecast, a matter of taste: out of the coverage, for a reason that is kept.

    Raises WrongRole, ReasonMissing, StaleClaim, and WrongState while a verdict waits for a reviewer or stands.
    """
    _may_check(by)
    if not reason.strip():
        raise ReasonMissing("Say why this cannot be checked.")
    with transaction.atomic():
        lock([claim.pk])
        verdict = in_work(claim)
        if claim.state not in _OPEN or (verdict and verdict.state == VerdictState.IN_REVIEW):
            raise WrongState("This claim has a verdict in review or approved. Withdraw or retract that first.")
        return move(claim, Change.STATE, ClaimState.NOT_CHECKABLE, by=by, reason=reason)


def mark_checkable(claim: Claim, *, by: User, reason: str = "") -> ClaimMove | None:
    """Takes the mark back. Raises WrongRole, StaleClaim, and WrongState where there is none."""
    _may_check(by)
    if claim.state != ClaimState.NOT_CHECKABLE:
        raise WrongState("This claim is not marked as not checkable.")
    with transaction.atomic():
        lock([claim.pk])
        return move(claim, Change.STATE, resting_state(claim), by=by, reason=reason)


def still_right(claim: Claim, *, by: User) -> ClaimMove | None:
    """The verdict fits the new words too: no glance is asked for any more. Raises WrongRole, StaleClaim."""
    _may_check(by)
    return move(claim, Change.GLANCE, False, by=by, reason="Still right in the new words.")


def resting_state(claim: Claim) -> ClaimState:
    """Where a claim stands while nothing is submitted: in check where somebody has it or a draft is open."""
    somebody = claim.assignee_id is not None or in_work(claim) is not None
    return ClaimState.CHECK if somebody else ClaimState.UNCHECKED


def _may_check(by: User) -> None:
    if not check_claims(by):
        raise WrongRole("This takes the role of checker, reviewer or desk head.")


def _spoken(claim: Claim, what: Change, became: Became) -> tuple[str, str]:
    """What stood and what stands now, as the row says it: codes, names, times in UTC."""
    if what is Change.ASSIGNEE:
        assert became is None or isinstance(became, User)
        before = claim.assignee if claim.assignee_id else None
        return before.get_username() if before else "", became.get_username() if became else ""
    was = getattr(claim, _COLUMN[what])
    return _word(what, was), _word(what, became)


def _word(what: Change, value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if what is Change.PRIORITY:
        return Priority(value).name.lower()  # type: ignore[arg-type]  # a Priority, by the change
    if what is Change.GLANCE:
        return "asked for" if value else ""
    return "" if value is None else str(value)
