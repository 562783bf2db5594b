"""What every page of the desk counts beside its own content."""

from django.contrib.auth.models import User

from claims.enums import FlagState, VerdictState
from claims.models import Claim, ContradictionFlag, Verdict
from claims.queries.counting import counted
from claims.queries.flags import SIDES
from claims.queries.queue import TO_CHECK
from sources.permissions import readable


def counts_for(user: User) -> dict[str, int]:
    """open_flags: those that the person sees. mine: claims that wait for her. to_review: verdicts that others wrote.

    One statement; each stops counting at a thousand.
    """
    in_review = Verdict.objects.filter(state=VerdictState.IN_REVIEW)
    return counted(
        {
            "open_flags": ContradictionFlag.objects.filter(readable(user, *SIDES), state=FlagState.OPEN),
            "mine": Claim.objects.filter(assignee=user, state__in=TO_CHECK, stands=True),
            "to_review": in_review.exclude(contributors__person=user),
        }
    )
