"""The verdict in the panel: the revision in work or the one that holds, and what may be done with it."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User

from claims import permissions, workflow
from claims.engine.evidence import Stretch, word_diff
from claims.enums import Act, ClaimState, VerdictState
from claims.models import Claim, Verdict
from claims.queries import verdicts as queries
from claims.web.verdict_form import RATINGS, VerdictForm
from claims.workflow import Decision


@dataclass(frozen=True)
class VerdictPanel:
    """given: the form with what a person typed and was refused."""

    claim: Claim
    user: User
    given: VerdictForm | None = None

    @cached_property
    def revisions(self) -> list[Verdict]:
        return queries.revisions(self.claim)

    @cached_property
    def in_work(self) -> Verdict | None:
        return next((one for one in self.revisions if one.state in queries.IN_WORK), None)

    @cached_property
    def holding(self) -> Verdict | None:
        """What the desk found last, unless it was taken back: shown while a new revision is made."""
        last = next((one for one in reversed(self.revisions) if one.state in queries.DECIDED), None)
        return last if last is not None and last.state in queries.HOLDING else None

    @cached_property
    def shown(self) -> Verdict | None:
        return self.in_work or self.holding

    @property
    def is_draft(self) -> bool:
        """Whether there is something to be written: a draft, or nothing yet."""
        return self.shown is None or self.shown.state == VerdictState.DRAFT

    @property
    def in_review(self) -> bool:
        return self.shown is not None and self.shown.state == VerdictState.IN_REVIEW

    @property
    def writable(self) -> bool:
        """Whether the person can write in it now."""
        checkable = self.claim.state != ClaimState.NOT_CHECKABLE
        return self.is_draft and checkable and permissions.check_claims(self.user)

    @property
    def old(self) -> Verdict | None:
        """The finding that held before, while a new one is made or asked for."""
        return self.holding if self.in_work is not None or self.claim.state == ClaimState.RECHECK else None

    @cached_property
    def form(self) -> VerdictForm:
        return self.given or VerdictForm.of(self.in_work)

    @cached_property
    def allowed(self) -> dict[str, Decision]:
        """Each act of the revision's state by its name, with what stands in its way."""
        if self.shown is None:
            return {}
        found = workflow.allowed(queries.facts(self.shown, self.user))
        return {act.value: decision for act, decision in found.items()}

    @property
    def conflicting(self) -> tuple[Stretch, ...]:
        """The reasons that a person typed against those that somebody else saved meanwhile, word by word."""
        if self.given is None or self.in_work is None:
            return ()
        mine, theirs = str(self.given["rationale"].value() or ""), self.in_work.rationale
        if self.given["edits"].value() in {str(self.in_work.edits), self.in_work.edits}:
            return ()
        return word_diff(mine, theirs, whole=True)

    @property
    def withdrawable(self) -> bool:
        decision = self.allowed.get(Act.WITHDRAW.value)
        return decision is not None and not decision.code


def rating_words(code: str) -> str:
    """A stored rating in words, "" for none."""
    return {rating.value: words for rating, words in RATINGS.items()}.get(code, "")
