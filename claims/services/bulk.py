"""Acts of one person on several claims at once, and how they are taken back: all of them, or none."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from claims.enums import Change, Priority
from claims.errors import StaleClaim
from claims.models import Claim, ClaimMove
from claims.permissions import assign_others
from claims.services import assignments

_WENT_ON = "Somebody went on from there, so it is not undone. Look at the claims again."


def take_all(claims: Sequence[Claim], *, by: User) -> list[ClaimMove]:
    """Takes claims that nobody has. Raises WrongRole, and StaleClaim where somebody has one of them."""
    with transaction.atomic():
        return [made for claim in claims if (made := assignments.take(claim, by=by))]


def take_back(moves: Sequence[ClaimMove], *, by: User) -> None:
    """Undoes moves that this person made: who had the claims, their deadlines, their priorities.

    Each claim has to stand as the move left it. Raises StaleClaim, WrongRole; then nothing was undone.
    """
    if not moves:
        raise StaleClaim(_WENT_ON)
    with transaction.atomic():
        for move in moves:
            _undo(move, by)


def _undo(move: ClaimMove, by: User) -> None:
    claim = move.claim
    if move.by_id != by.pk or _later(move):
        raise StaleClaim(_WENT_ON)
    what = Change(move.what)
    if what is Change.DUE:
        due_at = datetime.fromisoformat(move.was) if move.was else None
        assignments.set_due([claim], due_at=due_at, by=by)
    elif what is Change.PRIORITY:
        assignments.set_priority([claim], priority=Priority[move.was.upper()], by=by)
    elif what is Change.ASSIGNEE and assign_others(by):
        assignments.assign([claim], to=User.objects.filter(username=move.was).first(), by=by)
    elif what is Change.ASSIGNEE:
        assignments.give_back(claim, by=by)


def _later(move: ClaimMove) -> bool:
    """Whether the same thing about the claim was changed since."""
    return ClaimMove.objects.filter(claim=move.claim_id, what=move.what, pk__gt=move.pk).exists()
