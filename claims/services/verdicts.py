"""Verdicts, written and moved: each act asks `claims.workflow`, changes one row by compare-and-set, and leaves one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims.enums import Act, Change, ClaimState, EventType, Rating, VerdictState
from claims.errors import OF_WORKFLOW, StaleVerdict, VerdictRefusal, VerdictRole, WrongState
from claims.models import Claim, Review, Verdict, VerdictContributor, VerdictEvidence
from claims.permissions import approve_verdicts, check_claims
from claims.queries import verdicts as queries
from claims.queries.mentions import current_mention
from claims.services import checked, claim_moves, events
from claims.workflow import REVISABLE, decide

_EVENT_OF = {
    Act.SUBMIT: EventType.VERDICT_SUBMITTED,
    Act.SEND_BACK: EventType.VERDICT_SENT_BACK,
    Act.APPROVE: EventType.VERDICT_APPROVED,
    Act.PUBLISH: EventType.VERDICT_PUBLISHED,
    Act.RETRACT: EventType.VERDICT_RETRACTED,
}
UNDONE = "It was sent back by mistake; that is undone."
WENT_ON = "Somebody went on from there, so it is not undone. Look at the verdict again."
STANDING = frozenset({VerdictState.APPROVED, VerdictState.PUBLISHED})
# What a new revision starts from, so that the old finding is at hand.
_COPIED = ("rating", "in_substance", "rationale")


def open_draft(claim: Claim, *, by: User) -> Verdict:
    """The draft in work, or a new revision in draft, which starts with what the latest one found.

    Whoever opens it is its author; a claim that nobody has becomes theirs. Raises WrongRole, and WrongState while a
    revision is in review or the claim is marked as not checkable.
    """
    _may_write(by)
    with transaction.atomic():
        claim = claim_moves.lock([claim.pk])[claim.pk]
        if claim.state == ClaimState.NOT_CHECKABLE:
            raise WrongState("The claim is marked as not checkable. Take that back first.")
        open_one = queries.in_work(claim)
        if open_one is not None:
            if open_one.state == VerdictState.IN_REVIEW:
                raise WrongState("This verdict is in review. Withdraw it to change it.")
            return open_one
        latest = claim.verdicts.order_by("-revision").first()
        started = {name: getattr(latest, name) for name in _COPIED} if latest else {}
        verdict = Verdict.objects.create(
            claim=claim,
            mention=current_mention(claim),
            revision=latest.revision + 1 if latest else 1,
            author=by,
            **started,
        )
        _contributes(verdict, by)
        if claim.assignee_id is None:
            claim_moves.move(claim, Change.ASSIGNEE, by, by=by)
        claim_moves.move(claim, Change.STATE, ClaimState.CHECK, by=by)
        return verdict


def revise(verdict: Verdict, *, by: User) -> Verdict:
    """A new revision of what was approved. Raises WrongRole, and WrongState for one that is still in work."""
    if verdict.state not in REVISABLE:
        raise WrongState("This verdict is still in work: change it as it is.")
    return open_draft(verdict.claim, by=by)


def write(
    verdict: Verdict,
    *,
    by: User,
    edits: int,
    rating: Rating | None = None,
    in_substance: Rating | str | None = None,
    rationale: str | None = None,
    as_of: datetime | None = None,
) -> Verdict:
    """Changes a draft; what is None stays. It then judges the words in which the claim stands now.

    edits: the count that the caller saw. in_substance: "" takes it back. Gives the row as it stands now. Raises
    WrongRole, WrongState where it is no draft, and StaleVerdict with who changed it and when.
    """
    _may_write(by)
    given = {"rating": rating, "in_substance": in_substance, "rationale": rationale, "as_of": as_of}
    written = {name: value for name, value in given.items() if value is not None}
    if rationale is not None:
        written["rationale"] = rationale.strip()
    with transaction.atomic():
        claim = claim_moves.lock([verdict.claim_id])[verdict.claim_id]
        seen = _seen(verdict, edits)
        if seen.state != VerdictState.DRAFT:
            raise WrongState("Only a draft can be changed. Withdraw it, or revise it.")
        if claim.state == ClaimState.NOT_CHECKABLE:
            raise WrongState("The claim is marked as not checkable. Take that back first.")
        _contributes(seen, by)
        _change(seen, by, **written, mention=current_mention(claim))
        if claim.state == ClaimState.RECHECK:
            claim_moves.move(claim, Change.STATE, ClaimState.CHECK, by=by)
        return seen


def submit(verdict: Verdict, *, by: User, edits: int) -> Review:
    """Hands a draft to the reviewers, on the evidence that stands under the claim now."""
    return _act(verdict, Act.SUBMIT, by=by, edits=edits)


def withdraw(verdict: Verdict, *, by: User, edits: int, reason: str = "") -> Review:
    """Takes back what one submitted."""
    return _act(verdict, Act.WITHDRAW, by=by, edits=edits, reason=reason)


def send_back(verdict: Verdict, *, by: User, edits: int, reason: str) -> Review:
    """Back to the author, who is told why."""
    return _act(verdict, Act.SEND_BACK, by=by, edits=edits, reason=reason)


def undo_send_back(verdict: Verdict, *, by: User, edits: int) -> Review:
    """Back into review as it was, by who sent it back and while nobody went on from there.

    It is no contribution: nothing of the revision changes, and it stands on what it was submitted on. Raises
    VerdictRole, WrongState, StaleVerdict.
    """
    if not approve_verdicts(by):
        raise VerdictRole("This takes the role of reviewer or desk head.")
    with transaction.atomic():
        claim = claim_moves.lock([verdict.claim_id])[verdict.claim_id]
        seen = _seen(verdict, edits)
        last = seen.reviews.order_by("-pk").first()
        own = last is not None and last.act == Act.SEND_BACK and last.by_id == by.pk == seen.changed_by_id
        if not own or seen.state != VerdictState.DRAFT or claim.state != ClaimState.SENT_BACK:
            raise _refusal(seen, WrongState.code, WENT_ON)
        _change(seen, by, state=VerdictState.IN_REVIEW)
        claim_moves.move(claim, Change.STATE, ClaimState.REVIEW, by=by, reason=UNDONE)
        events.verdict_moved(seen, EventType.VERDICT_SUBMITTED, reason=UNDONE)
        return Review.objects.create(
            verdict=seen, act=Act.SUBMIT, was=VerdictState.DRAFT, became=VerdictState.IN_REVIEW, by=by, reason=UNDONE
        )


def approve(verdict: Verdict, *, by: User, edits: int, reason: str = "", override: bool = False) -> Review:
    """A second person stands behind the finding. override: the desk head sets evidence and conflicts aside."""
    return _act(verdict, Act.APPROVE, by=by, edits=edits, reason=reason, override=override)


def approve_all(seen: Sequence[tuple[Verdict, int]], *, by: User, reason: str = "") -> list[Review]:
    """Approves several, each with the count of edits that the caller saw: all of them, or none.

    The refusal of the first that cannot be approved is raised, its `verdict_id` says which one that is.
    """
    with transaction.atomic():
        claim_moves.lock([verdict.claim_id for verdict, _ in seen])
        return [approve(verdict, by=by, edits=edits, reason=reason) for verdict, edits in seen]


def publish(verdict: Verdict, *, by: User, edits: int, reason: str = "") -> Review:
    """Readers see it from now on."""
    return _act(verdict, Act.PUBLISH, by=by, edits=edits, reason=reason)


def retract(verdict: Verdict, *, by: User, edits: int, reason: str) -> Review:
    """The desk no longer stands behind it; the claim is to be checked again.

    An earlier revision that readers still see goes with a later one that was to replace it, with a row of its own.
    """
    return _act(verdict, Act.RETRACT, by=by, edits=edits, reason=reason)


def act(verdict: Verdict, act: Act, *, by: User, edits: int, reason: str = "", override: bool = False) -> Review:
    """Any act of the table, for callers that are told which one. Raises what the act's own function raises."""
    return _act(verdict, act, by=by, edits=edits, reason=reason, override=override)


def _act(verdict: Verdict, act: Act, *, by: User, edits: int, reason: str = "", override: bool = False) -> Review:
    """One act by the table. Raises StaleVerdict, or the refusal of the first rule that stands in the way."""
    with transaction.atomic():
        claim = claim_moves.lock([verdict.claim_id])[verdict.claim_id]
        seen = _seen(verdict, edits)
        seen.claim = claim
        facts = queries.facts(seen, by, override=override, reason=reason)
        decision = decide(facts, act)
        if decision.became is None or decision.claim is None:
            raise _refusal(seen, decision.code, decision.says)
        if act is Act.SUBMIT:
            _contributes(seen, by)
            _stand_on_evidence(seen)
        _change(seen, by, state=decision.became, **_signed(act, by, reason if override else ""))
        if facts.latest:
            claim_moves.move(claim, Change.STATE, decision.claim, by=by, reason=reason)
        if act is Act.APPROVE:
            claim_moves.move(claim, Change.GLANCE, False, by=by)
        if act in _EVENT_OF:
            events.verdict_moved(seen, _EVENT_OF[act], reason=reason.strip())
        if act in {Act.APPROVE, Act.RETRACT}:
            checked.renew([claim.pk])
        review = Review.objects.create(
            verdict=seen,
            act=act,
            was=facts.state,
            became=decision.became,
            by=by,
            reason=reason.strip(),
            override=override,
        )
        if act is Act.RETRACT:
            _take_back_what_readers_see(seen, by, review.reason)
        return review


def _take_back_what_readers_see(gone: Verdict, by: User, reason: str) -> None:
    """Once nothing is in force, readers see nothing either: the earlier finding that was to be replaced goes along."""
    revisions = Verdict.objects.filter(claim=gone.claim_id)
    if revisions.filter(revision__gt=gone.revision, state__in=STANDING).exists():
        return
    shown = revisions.filter(published_at__isnull=False).order_by("-revision").first()
    if shown is not None and shown.state == VerdictState.PUBLISHED and shown.revision < gone.revision:
        said = f"Taken back with revision {gone.revision}: {reason}"
        _act(shown, Act.RETRACT, by=by, edits=shown.edits, reason=said)


def _seen(verdict: Verdict, edits: int) -> Verdict:
    """The row as it stands, where it is still what the caller saw."""
    row = Verdict.objects.select_related("claim", "mention__version", "author", "changed_by").get(pk=verdict.pk)
    if row.edits != edits:
        raise _stale(row)
    return row


def _change(seen: Verdict, by: User, **columns: Any) -> None:
    """Compare-and-set on (id, state, edits): a row that moved after it was looked at is not overwritten."""
    columns |= {"edits": seen.edits + 1, "changed_at": timezone.now(), "changed_by": by}
    unchanged = Verdict.objects.filter(pk=seen.pk, state=seen.state, edits=seen.edits)
    if not unchanged.update(**columns):
        raise _stale(Verdict.objects.select_related("author", "changed_by").get(pk=seen.pk))
    for name, value in columns.items():
        setattr(seen, name, value)


def _signed(act: Act, by: User, override: str) -> dict[str, Any]:
    if act is Act.APPROVE:
        return {"approved_by": by, "approved_at": timezone.now(), "override": override.strip()}
    return {"published_at": timezone.now()} if act is Act.PUBLISH else {}


def _stand_on_evidence(verdict: Verdict) -> None:
    """Keeps which passages a revision is submitted on."""
    verdict.stands_on.all().delete()
    standing = verdict.claim.evidence.filter(removed_at=None).order_by("pk")
    VerdictEvidence.objects.bulk_create(VerdictEvidence(verdict=verdict, evidence=row) for row in standing)


def _contributes(verdict: Verdict, person: User) -> None:
    VerdictContributor.objects.bulk_create([VerdictContributor(verdict=verdict, person=person)], ignore_conflicts=True)


def _may_write(by: User) -> None:
    if not check_claims(by):
        raise VerdictRole("This takes the role of checker, reviewer or desk head.")


def _refusal(verdict: Verdict, code: str, says: str) -> VerdictRefusal:
    refusal = OF_WORKFLOW[code](says)
    refusal.verdict_id = verdict.pk
    return refusal


def _stale(verdict: Verdict) -> StaleVerdict:
    person = verdict.changed_by or verdict.author
    at = timezone.localtime(verdict.changed_at)
    refusal = StaleVerdict(f"{person.get_short_name() or person.get_username()} changed this at {at:%H:%M}.")
    refusal.verdict_id = verdict.pk
    return refusal
