"""Who changes what a verdict stands on takes part in it: she may not approve it, and it may not be with a reviewer."""

from django.contrib.auth.models import User

from claims.models import Claim, VerdictContributor
from claims.services import verdicts


def contribute(claim: Claim, *, by: User) -> None:
    """Makes somebody a contributor of the draft in work, opening one, or a new revision, where there is none.

    Raises WrongRole, and WrongState while a reviewer has the verdict or the claim is marked as not checkable.
    """
    draft = verdicts.open_draft(claim, by=by)
    VerdictContributor.objects.get_or_create(verdict=draft, person=by)


def contribute_if_judged(claim: Claim, *, by: User) -> None:
    """The same where somebody has begun to judge the claim; else nothing."""
    if claim.verdicts.exists():
        contribute(claim, by=by)
