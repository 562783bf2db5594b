"""Ties the mentions of a version to the claims that they repeat from the version before."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.engine.carry import carry
from claims.engine.records import Carry, Record
from claims.enums import ClaimState, Outcome
from claims.models import Claim, Mention
from claims.services import marks, rerun, rows
from sources.models import ArticleVersion

SENT_BACK = frozenset({Outcome.VALUE_CHANGED, Outcome.ATTRIBUTION_CHANGED})


@dataclass(frozen=True, slots=True)
class Carried:
    """old, new: the mentions of both versions, in the order that the indices of `carries` count in."""

    old: tuple[Mention, ...]
    new: tuple[Mention, ...]
    carries: tuple[Carry, ...]


def apply(
    version: ArticleVersion, previous: ArticleVersion | None, records: Sequence[Record], *, run_id: int
) -> Carried:
    """Stores the mentions of a version, each with its claim: the old one where it was carried, else a new one.

    A claim whose value or speaker changed is sent back to be checked. A version that was read before keeps the rows of
    the mentions that are found again, and so their claims and decisions.
    """
    old = mentions_of(previous) if previous else ()
    old_records = [rows.record_from(row) for row in old]
    new = tuple(rows.mentions_from(rerun.unmarked(records, version), version))
    new_records = [rows.record_from(row) for row in new]
    old_texts = rows.parts(previous) if previous else {}
    carries = carry(old_texts, rows.parts(version), old_records, new_records, version.language)
    carries, again = marks.stand_again(carries, old, old_texts, version)
    new += again
    taken = rerun.adopt(new, list(Mention.objects.filter(version=version).order_by("pk")))
    for step in carries:
        if step.new is not None:
            _tie(new[step.new], old[step.old] if step.old is not None else None, step, taken)
    _store(version, new, run_id)
    _send_back(carries, new)
    return Carried(old, new, tuple(carries))


def mentions_of(version: ArticleVersion) -> tuple[Mention, ...]:
    """The mentions of a version in the order of its text, ready to be compared."""
    return tuple(
        Mention.objects.filter(version=version, withdrawn=False)
        .select_related("claim", "version__article__source")
        .order_by("pk")
    )


def _tie(row: Mention, before: Mention | None, step: Carry, taken: frozenset[int]) -> None:
    """Gives a row the claim of the one before, unless an earlier run tied either of them to another already."""
    row.outcome, row.outcome_reason = step.outcome, step.reason
    if before is None:
        return
    if not row.claim_id and before.claim_id not in taken:
        row.claim = before.claim
    if row.claim_id == before.claim_id:
        row.carried_from = before
    else:
        row.outcome = Outcome.NEW


def _store(version: ArticleVersion, new: Sequence[Mention], run_id: int) -> None:
    fresh = [row for row in new if row.claim_id is None]
    claims = Claim.objects.bulk_create(Claim(article_id=version.article_id, kind=row.kind) for row in fresh)
    for row, claim in zip(fresh, claims, strict=True):
        row.claim = claim
    for row in new:
        row.run_id = None if row.rule == marks.BY_HAND else run_id
    found_again = [row for row in new if row.pk is not None]
    Mention.objects.bulk_create([row for row in new if row.pk is None])
    rerun.store(found_again)


def _send_back(carries: Sequence[Carry], new: Sequence[Mention]) -> None:
    changed = [new[step.new].claim_id for step in carries if step.outcome in SENT_BACK and step.new is not None]
    Claim.objects.filter(pk__in=changed).update(state=ClaimState.RECHECK)
