"""What every page of the desk counts beside its own content."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet

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
    return counted(to_count(user))


def to_count(user: User) -> dict[str, QuerySet[Any]]:
    """What `counts_for` counts, for a page that counts more with it."""
    in_review = Verdict.objects.filter(state=VerdictState.IN_REVIEW)
    return {
        "open_flags": ContradictionFlag.objects.filter(readable(user, *SIDES), state=FlagState.OPEN),
        "mine": Claim.objects.filter(assignee=user, state__in=TO_CHECK, stands=True),
        "to_review": in_review.exclude(contributors__person=user),
    }
