"""Many answers at once to the question whether a verdict still fits: all or nothing, and taken back alike."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction

from claims.enums import Change
from claims.errors import StaleClaim
from claims.models import ClaimMove
from claims.services import claim_moves

_STALE = "Somebody answered for one of these in the meantime. Look at them again."
# What `claim_moves` writes of a glance that nobody asks for any more.
_ANSWERED = ""


def all_still_right(claims: Sequence[int], *, by: User) -> list[ClaimMove]:
    """The verdicts of these reworded claims, by id, fit the new words too. Raises WrongRole, and StaleClaim where one
    of them asks for no glance any more; then nothing is changed."""
    with transaction.atomic():
        found = claim_moves.lock(sorted(set(claims)))
        moves = [claim_moves.still_right(claim, by=by) for claim in found.values()]
        if len(found) != len(set(claims)) or any(move is None for move in moves):
            raise StaleClaim(_STALE)
    return [move for move in moves if move is not None]


def look_again(moves: Sequence[ClaimMove], *, by: User) -> list[ClaimMove]:
    """Takes these answers back, all or none. Raises StaleClaim where one of them is not the last word any more."""
    with transaction.atomic():
        found = claim_moves.lock(sorted({move.claim_id for move in moves}))
        latest = ClaimMove.objects.filter(claim__in=found, what=Change.GLANCE).order_by("claim_id", "-pk")
        last = {move.claim_id: move.pk for move in latest.distinct("claim_id")}
        if any(last.get(move.claim_id) != move.pk or move.became != _ANSWERED for move in moves):
            raise StaleClaim(_STALE)
        again = [
            claim_moves.move(claim, Change.GLANCE, True, by=by, reason="Taken back: to be looked at again.")
            for claim in found.values()
        ]
    return [move for move in again if move is not None]
