"""Ties the mentions of a version to the claims that they repeat from the version before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.engine.carry import carry
from claims.engine.drift import uncredited
from claims.engine.records import Carry, Record
from claims.enums import Change, ClaimState, EventType, Outcome, Part, VerdictState
from claims.models import Claim, Mention, Verdict
from claims.services import claim_moves, corrected, events, marks, rerun, rows, standing
from sources.models import ArticleVersion

SENT_BACK = frozenset({Outcome.VALUE_CHANGED, Outcome.ATTRIBUTION_CHANGED})
_STILL_REWORDED = (Outcome.REWORDED, Outcome.REWORDED)
STALE = (VerdictState.IN_REVIEW, VerdictState.APPROVED, VerdictState.PUBLISHED)
# Their verdict was found for certain words; when these change, somebody looks whether it fits.
JUDGED = (ClaimState.REVIEW, ClaimState.APPROVED)


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
    # What people corrected is compared as the engine read it: it would read the same again.
    old_read = corrected.as_read(old)
    old_records = [rows.record_from(one.mention) for one in old_read]
    by_hand = tuple(row for row in mentions_of(version) if row.rule == marks.BY_HAND)
    found = tuple(rows.mentions_from(rerun.unmarked(records, version), version))
    new = (*found, *by_hand)
    as_read = (*found, *(one.mention for one in corrected.as_read(by_hand)))
    new_records = [rows.record_from(row) for row in as_read]
    old_texts = rows.parts(previous) if previous else {}
    carries = carry(old_texts, rows.parts(version), old_records, new_records, version.language)
    carries, plain = _in_its_own_voice(version, (old_texts, rows.parts(version)), (old_records, new_records), carries)
    new += plain
    carries, again = marks.stand_again(carries, old, old_texts, version)
    new += again
    existing = list(Mention.objects.filter(version=version).order_by("pk"))
    taken = rerun.adopt((*found, *plain), existing) | {row.claim_id for row in by_hand}
    for step in carries:
        if step.new is not None and new[step.new] not in by_hand:
            _tie(new[step.new], old[step.old] if step.old is not None else None, step, taken)
    held = corrected.hold_again(carries, old_read, found, run_id=run_id)
    _store(version, [row for row in new if row not in by_hand], run_id)
    corrected.keep(held)
    _send_back(_news(new, existing), version)
    standing.renew(version)
    return Carried(old, new, tuple(carries))


def _in_its_own_voice(
    version: ArticleVersion,
    texts: tuple[Mapping[Part, str], Mapping[Part, str]],
    records: tuple[Sequence[Record], Sequence[Record]],
    carries: Sequence[Carry],
) -> tuple[list[Carry], tuple[Mention, ...]]:
    """What was credited before and is plain fact now goes on as the same claim, credited to nobody.

    Gives the carries, in which those are no longer dropped, and their unsaved mentions, whose indices follow the rest.
    """
    steps = list(carries)
    found = uncredited(texts, records, steps, version.language)
    for number, voice in enumerate(found):
        at = next(at for at, step in enumerate(steps) if step.old == voice.old)
        outcome = Outcome.UNCHANGED if voice.again else Outcome.ATTRIBUTION_CHANGED
        reason = "Its words stand as they stood." if voice.again else "It is credited to nobody now."
        steps[at] = replace(
            steps[at], new=len(records[1]) + number, outcome=outcome, rule=f"carry.{outcome.value}", reason=reason
        )
    return steps, tuple(rows.mentions_from([voice.record for voice in found], version))


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


def _news(new: Sequence[Mention], existing: Sequence[Mention]) -> list[Mention]:
    """What this reading tells of claims that an earlier reading of the same version did not: no change counts twice."""
    told = {row.claim_id: row.outcome for row in existing}
    return [
        row
        for row in new
        if told.get(row.claim_id) not in SENT_BACK and (row.outcome, told.get(row.claim_id)) != _STILL_REWORDED
    ]


def _send_back(new: Sequence[Mention], version: ArticleVersion) -> None:
    """Claims that say something else now are to be checked again; a verdict on reworded ones is to be glanced at."""
    changed = {row.claim_id: row.outcome_reason for row in new if row.outcome in SENT_BACK}
    reworded = {row.claim_id: row.outcome_reason for row in new if row.outcome == Outcome.REWORDED}
    # An old version, read anew, says nothing of a verdict that was found on a later one.
    later = Verdict.objects.filter(claim__in=[*changed, *reworded], mention__version__number__gte=version.number)
    for pk in later.values_list("claim", flat=True):
        changed.pop(pk, None)
        reworded.pop(pk, None)
    judged = Claim.objects.filter(pk__in=reworded, state__in=JUDGED).values_list("pk", flat=True)
    claim_moves.engine_moved(Change.STATE, ClaimState.RECHECK, changed)
    for verdict in Verdict.objects.filter(claim__in=changed, state__in=STALE).select_related("claim"):
        events.verdict_moved(verdict, EventType.VERDICT_STALE, reason=changed[verdict.claim_id])
    claim_moves.engine_moved(Change.GLANCE, True, {pk: reworded[pk] for pk in judged})
