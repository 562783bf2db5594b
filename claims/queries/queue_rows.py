"""What a row of the queue says of a claim beside its state."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count, Q

from claims.enums import Change, FlagState
from claims.models import Claim, ClaimMove, Comment, ContradictionFlag, Evidence, Mention, Verdict
from claims.queries.queue import to_answer

# What a row says of a mention: its words, where its value stands in them, whose they are.
_READ = (
    "claim_id", "kind", "text", "start", "claimant", "value_start", "value_end", "outcome_reason", "version__number"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class QueueClaim:
    """A claim with where it stands last, what hangs on it, and how it came to its state.

    flags: the open ones, the gravest first. verdict: its latest revision. move: the last change of its state.
    comment: what somebody said to the person and waits for an answer.
    """

    claim: Claim
    mention: Mention | None
    flags: list[ContradictionFlag]
    evidence: int
    verdict: Verdict | None
    move: ClaimMove | None
    comment: Comment | None


def queue_rows(claims: Sequence[Claim], user: User) -> list[QueueClaim]:
    """The rows of claims, in their order. Seven queries for any number of claims."""
    ids = [claim.pk for claim in claims]
    mentions = {mention.claim_id: mention for mention in _latest_mentions(ids)}
    flags, evidence = _open_flags(ids), _evidence(ids)
    verdicts = Verdict.objects.filter(claim__in=ids).select_related("author").order_by("claim_id", "-revision")
    moves = ClaimMove.objects.filter(claim__in=ids, what=Change.STATE).select_related("by").order_by("claim_id", "-pk")
    comments = to_answer(user).filter(claim__in=ids).select_related("by").order_by("claim_id", "-pk")
    by_claim = [{row.claim_id: row for row in found.distinct("claim_id")} for found in (verdicts, moves, comments)]
    return [
        QueueClaim(
            claim,
            mentions.get(claim.pk),
            flags[claim.pk],
            evidence.get(claim.pk, 0),
            *(found.get(claim.pk) for found in by_claim),
        )
        for claim in claims
    ]


def _latest_mentions(ids: Sequence[int]) -> list[Mention]:
    standing = Mention.objects.filter(claim__in=ids, withdrawn=False).select_related("version").only(*_READ)
    return list(standing.order_by("claim_id", "-version__number", "-pk").distinct("claim_id"))


def _open_flags(ids: Sequence[int]) -> dict[int, list[ContradictionFlag]]:
    """By claim. First the mentions, so that both sides of the flags are found by their indexes. Two queries."""
    claim_of = dict(Mention.objects.filter(claim__in=ids).values_list("pk", "claim_id"))
    either = Q(a__in=list(claim_of)) | Q(b__in=list(claim_of))
    found = ContradictionFlag.objects.filter(either, state=FlagState.OPEN).order_by("-severity", "-opened_at", "-pk")
    flags: dict[int, list[ContradictionFlag]] = defaultdict(list)
    for flag in found if claim_of else ():
        for claim in {claim_of.get(flag.a_id), claim_of.get(flag.b_id)} - {None}:
            flags[claim].append(flag)
    return flags


def _evidence(ids: Sequence[int]) -> dict[int, int]:
    linked = Evidence.objects.filter(claim__in=ids, removed_at=None).order_by()
    return dict(linked.values_list("claim").annotate(Count("pk")))
