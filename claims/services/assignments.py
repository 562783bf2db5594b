"""Who has a claim, until when, and how urgent it is. Several at once: all of them, or none."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from claims.enums import Change, ClaimState, Priority
from claims.errors import StaleClaim, WrongRole
from claims.models import Claim, ClaimMove
from claims.permissions import assign_others, check_claims
from claims.services import claim_moves

# Where having a claim, or not, is all there is to its state.
_SETTLED_BY_HOLDER = frozenset({ClaimState.UNCHECKED, ClaimState.CHECK})


def assign(claims: Sequence[Claim], *, to: User | None, by: User) -> list[ClaimMove]:
    """Gives claims to somebody who checks, or takes them off everybody; compare-and-set on who had each as seen.

    Raises WrongRole, StaleClaim; then none was assigned. Those that the person has already leave no row.
    """
    _may_assign(by)
    if to is not None and not check_claims(to):
        raise WrongRole(f"{to.get_username()} does not check claims. Choose a checker, a reviewer or the desk head.")
    with transaction.atomic():
        claim_moves.lock([claim.pk for claim in claims])
        return [made for claim in claims if (made := _give(claim, to, by))]


def take(claim: Claim, *, by: User) -> ClaimMove | None:
    """Takes a claim that nobody has. Raises WrongRole, and StaleClaim where somebody has it."""
    if not check_claims(by):
        raise WrongRole("This takes the role of checker, reviewer or desk head.")
    if claim.assignee_id not in {None, by.pk}:
        raise StaleClaim("Somebody has this claim already.")
    with transaction.atomic():
        claim_moves.lock([claim.pk])
        return _give(claim, by, by)


def give_back(claim: Claim, *, by: User) -> ClaimMove | None:
    """Lets go of a claim that one has. Raises StaleClaim where somebody else has it."""
    if claim.assignee_id != by.pk:
        raise StaleClaim("This claim is not yours to give back.")
    with transaction.atomic():
        claim_moves.lock([claim.pk])
        return _give(claim, None, by)


def set_due(claims: Sequence[Claim], *, due_at: datetime | None, by: User) -> list[ClaimMove]:
    """Sets or removes the deadline of claims. Raises WrongRole, StaleClaim; then none was set."""
    return _set(claims, Change.DUE, due_at, by)


def set_priority(claims: Sequence[Claim], *, priority: Priority, by: User) -> list[ClaimMove]:
    """Sets how urgent claims are. Raises WrongRole, StaleClaim; then none was set."""
    return _set(claims, Change.PRIORITY, priority, by)


def _set(claims: Sequence[Claim], what: Change, became: datetime | Priority | None, by: User) -> list[ClaimMove]:
    _may_assign(by)
    with transaction.atomic():
        claim_moves.lock([claim.pk for claim in claims])
        return [made for claim in claims if (made := claim_moves.move(claim, what, became, by=by))]


def _give(claim: Claim, to: User | None, by: User) -> ClaimMove | None:
    """Changes who has a claim, and its state where that says no more than whether somebody has it."""
    made = claim_moves.move(claim, Change.ASSIGNEE, to, by=by)
    if made and claim.state in _SETTLED_BY_HOLDER:
        claim_moves.move(claim, Change.STATE, claim_moves.resting_state(claim), by=by)
    return made


def _may_assign(by: User) -> None:
    if not assign_others(by):
        raise WrongRole("Only the desk head assigns claims, and sets deadlines and priorities.")
