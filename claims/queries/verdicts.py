"""Revisions of verdicts: what decisions about them rest on, how a claim came to its verdict, what waits for whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import F, Prefetch, Q, QuerySet

from claims.enums import Change, ClaimState, FlagState, Rating, Relation, VerdictState
from claims.models import Claim, ClaimMove, ContradictionFlag, Review, Verdict, VerdictEvidence
from claims.permissions import approve_verdicts
from claims.queries import evidence
from claims.queries.mentions import last_change, mentions_that_hold
from claims.workflow import Facts
from sources.permissions import is_service, roles

IN_WORK = (VerdictState.DRAFT, VerdictState.IN_REVIEW)
# What an event is called that opened a revision.
OPENED = "open"
_TOLD_OTHERWISE = (
    Q(what=Change.STATE, by__isnull=False) & ~Q(was=ClaimState.NOT_CHECKABLE) & ~Q(became=ClaimState.NOT_CHECKABLE)
)
HOLDING = (VerdictState.APPROVED, VerdictState.PUBLISHED)
DECIDED = (*HOLDING, VerdictState.RETRACTED)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing that a person did to a claim or its verdict, or that a version did to it (by is None).

    what: an Act of a review, a Change of the claim, or "open" for a new revision. revision: of the verdict, None for a
    change of the claim.
    """

    at: datetime
    by: User | None
    what: str
    was: str
    became: str
    reason: str
    revision: int | None = None
    override: bool = False


def facts(verdict: Verdict, user: User, *, override: bool = False, reason: str = "") -> Facts:
    """What a decision on an act of this person on this revision rests on, as the rows stand now."""
    claim = verdict.claim
    return Facts(
        state=VerdictState(verdict.state),
        roles=roles(user),
        contributor=user.pk == verdict.author_id or verdict.contributors.filter(person=user).exists(),
        service=is_service(user),
        latest=not claim.verdicts.filter(revision__gt=verdict.revision).exists(),
        rating=Rating(verdict.rating) if verdict.rating else None,
        reasoned=bool(verdict.rationale.strip()),
        evidence=_evidence_count(verdict),
        conflicts=open_conflicts(claim).count(),
        override=override,
        reason=bool(reason.strip()),
        current=says_the_same(verdict),
        checkable=claim.state != ClaimState.NOT_CHECKABLE,
    )


def says_the_same(verdict: Verdict) -> bool:
    """Whether the claim still says what it said in the words that the revision judges."""
    change = last_change(verdict.claim)
    return change is None or change.version.number <= verdict.mention.version.number


def open_conflicts(claim: Claim) -> QuerySet[ContradictionFlag]:
    """The open conflict flags on what the claim says now."""
    now = mentions_that_hold(claim).values("pk")
    return ContradictionFlag.objects.filter(
        Q(a__in=now) | Q(b__in=now), state=FlagState.OPEN, relation=Relation.CONFLICT
    )


def in_work(claim: Claim) -> Verdict | None:
    """The revision that is a draft or in review, None where there is none."""
    return claim.verdicts.filter(state__in=IN_WORK).select_related("mention__version", "author", "changed_by").first()


def revisions(claim: Claim) -> list[Verdict]:
    """All revisions of a claim with their people, the oldest first, without the texts that they judge. One query."""
    people = ("author", "changed_by", "approved_by")
    found = claim.verdicts.select_related("mention__version", *people).defer("mention__version__text", "mention__keys")
    return sorted(found.order_by(), key=lambda verdict: verdict.revision)


def history(claim: Claim, opened: Iterable[Verdict] | None = None) -> list[HistoryRow]:
    """What happened to a claim and its verdicts, the newest first; three queries, two with its revisions (`opened`).

    The moves of the claim's state that are told by an act on a verdict, or by an assignment, are left out.
    """
    if opened is None:
        opened = claim.verdicts.select_related("author")
    reviews = Review.objects.filter(verdict__claim=claim).select_related("by", "verdict")
    moves = ClaimMove.objects.filter(claim=claim).select_related("by").exclude(_TOLD_OTHERWISE)
    events = [
        *(HistoryRow(row.created_at, row.author, OPENED, "", VerdictState.DRAFT, "", row.revision) for row in opened),
        *(
            HistoryRow(row.at, row.by, row.act, row.was, row.became, row.reason, row.verdict.revision, row.override)
            for row in reviews
        ),
        *(HistoryRow(row.at, row.by, row.what, row.was, row.became, row.reason) for row in moves),
    ]
    return sorted(events, key=lambda event: event.at, reverse=True)


def awaiting_review(user: User) -> QuerySet[Verdict]:
    """Revisions in review that this person may approve or send back, the most urgent claims first, then the oldest."""
    if not approve_verdicts(user):
        return Verdict.objects.none()
    return (
        Verdict.objects.filter(state=VerdictState.IN_REVIEW)
        .exclude(Q(author=user) | Q(contributors__person=user))
        .select_related("claim__article__source", "mention__version", "author")
        .prefetch_related(Prefetch("stands_on", VerdictEvidence.objects.select_related("evidence")))
        .order_by("-claim__priority", F("claim__due_at").asc(nulls_last=True), "changed_at", "pk")
    )


def _evidence_count(verdict: Verdict) -> int:
    """Passages that can stand alone: of those that it was submitted on, once it was; else of the claim's."""
    found = [row.evidence.pk for row in evidence.standing(verdict.claim) if row.alone]
    if verdict.state == VerdictState.DRAFT:
        return len(found)
    return verdict.stands_on.filter(evidence__in=found).count()
