"""What a person did a moment ago, with the way to undo it."""

from dataclasses import dataclass

from django.http import QueryDict

from claims.enums import ClaimState
from claims.models import Claim
from claims.web.forms import number_in
from sources.models import Article


@dataclass(frozen=True, slots=True)
class Done:
    """A claim that was just decided. submitted: its verdict waits for a reviewer, and can be withdrawn."""

    claim: Claim

    @property
    def submitted(self) -> bool:
        return self.claim.state == ClaimState.REVIEW

    @property
    def not_checkable(self) -> bool:
        return self.claim.state == ClaimState.NOT_CHECKABLE


def done_just_now(asked: QueryDict, article: Article) -> Done | None:
    """The claim of `?done=`; None without, or where somebody moved it on."""
    pk = number_in(asked, "done")
    claim = Claim.objects.filter(pk=pk, article=article).first() if pk else None
    done = Done(claim) if claim else None
    return done if done and (done.submitted or done.not_checkable) else None
