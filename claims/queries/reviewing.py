"""What a reviewer looks at: the revisions that wait, and all that one of them rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from claims.enums import VerdictState
from claims.models import AuditEntry, ContradictionFlag, Evidence, Verdict, VerdictContributor
from claims.queries.evidence import Standing, standing
from claims.queries.flags import flags_of
from claims.queries.verdicts import HistoryRow, history
from claims.workflow import Facts

DECIDED = (VerdictState.APPROVED, VerdictState.PUBLISHED, VerdictState.RETRACTED)
# Of those that wait, so many are listed; nobody reads further before deciding some.
LISTED = 100


@dataclass(frozen=True, slots=True)
class UnderReview:
    """A revision with what a decision on it rests on. approved: the revision that was approved last before it.

    evidence: what it was submitted on, each with why it cannot stand alone. before: what the approved one stood on.
    """

    verdict: Verdict
    facts: Facts
    approved: Verdict | None
    evidence: list[Standing]
    before: list[Evidence]
    flags: list[ContradictionFlag]
    history: list[HistoryRow]


def verdict_of(pk: int) -> Verdict | None:
    """A revision with its claim, its words, their version with its text, and its people; None where there is none."""
    people = ("author", "approved_by", "changed_by")
    return (
        Verdict.objects.select_related("claim__article__source", "claim__assignee", "mention__version", *people)
        .filter(pk=pk)
        .first()
    )


def under_review(verdict: Verdict, facts: Facts) -> UnderReview:
    """All that the page of a revision shows; the number of queries does not depend on how much that is."""
    earlier = verdict.claim.verdicts.filter(revision__lt=verdict.revision, approved_at__isnull=False)
    approved = earlier.select_related("mention", "approved_by").order_by("-revision").first()
    submitted_on = set(verdict.stands_on.values_list("evidence", flat=True))
    everything = standing(verdict.claim)
    return UnderReview(
        verdict,
        facts,
        approved,
        everything if verdict.state == VerdictState.DRAFT else [r for r in everything if r.evidence.pk in submitted_on],
        list(Evidence.objects.filter(verdicts=approved).select_related("version__article__source").order_by("pk")),
        flags_of([verdict.claim_id]),
        history(verdict.claim),
    )


def as_seen(verdict: Verdict, edits: int) -> Verdict | None:
    """The revision as it was after so many changes, unsaved; None where it never was, or is so now. One query."""
    if edits >= verdict.edits:
        return None
    written = AuditEntry.objects.filter(
        relation=Verdict._meta.db_table, subject=str(verdict.pk), payload__edits=edits
    ).order_by("-seq")
    row = written.values_list("payload", flat=True).first()
    if row is None:
        return None
    kept = {name: row[name] for name in ("rating", "in_substance", "rationale")}
    return Verdict(mention=verdict.mention, as_of=datetime.fromisoformat(row["as_of"]), edits=edits, **kept)


def own_in_review(user: User) -> QuerySet[Verdict]:
    """Revisions in review that the person wrote or changed, so that somebody else has to decide on them."""
    mine = Q(author=user) | Exists(VerdictContributor.objects.filter(verdict=OuterRef("pk"), person=user))
    return _listed(Verdict.objects.filter(mine, state=VerdictState.IN_REVIEW)).order_by("changed_at", "pk")


def standing_verdicts(state: VerdictState) -> QuerySet[Verdict]:
    """The latest revisions of claims that are in a state, those changed last first."""
    newer = Verdict.objects.filter(claim=OuterRef("claim"), revision__gt=OuterRef("revision"))
    found = Verdict.objects.filter(~Exists(newer), state=state)
    return _listed(found).order_by(Coalesce("published_at", "approved_at", "changed_at").desc(), "-pk")


def chosen(ids: Iterable[int]) -> dict[int, Verdict]:
    """Revisions by id, with their claims."""
    return {row.pk: row for row in Verdict.objects.filter(pk__in=list(ids)).select_related("claim")}


def _listed(found: QuerySet[Verdict]) -> QuerySet[Verdict]:
    return found.select_related("claim__article__source", "mention__version", "author").defer("mention__version__text")
