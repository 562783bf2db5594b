"""The audit trail as a desk reads it: who did what, the latest first, fifty to a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import Group, User
from django.db.models import Q, QuerySet

from claims.models import AuditCheck, AuditEntry, Claim, Review, Verdict, VerdictContributor, VerdictEvidence
from claims.queries.audit import Entry, as_hashed, hash_of

PAGE = 50


class About(StrEnum):
    """What an act is about."""

    VERDICTS = "verdicts"
    EVIDENCE = "evidence"
    CLAIMS = "claims"
    FLAGS = "flags"
    COMMENTS = "comments"
    GATE = "gate"
    EMBARGOES = "embargoes"
    PEOPLE = "people"
    KEYS = "keys"


RELATIONS = {
    About.VERDICTS: ("claims_review", "claims_verdict", "claims_verdictcontributor", "claims_verdictevidence"),
    About.EVIDENCE: ("claims_evidence",),
    About.CLAIMS: ("claims_claimmove", "claims_correction"),
    About.FLAGS: ("claims_flagmove",),
    About.COMMENTS: ("claims_comment",),
    About.GATE: ("claims_gatepolicy", "claims_gateoverride"),
    About.EMBARGOES: ("sources_embargomove",),
    About.PEOPLE: ("auth_user", "auth_user_groups", "sources_profile", "sources_personact", "mfa_authenticator"),
    About.KEYS: ("sources_apikey", "claims_webhook"),
}
# These name the revision, not the claim.
OF_VERDICT = (Review, VerdictContributor, VerdictEvidence)


@dataclass(frozen=True, slots=True)
class TrailFilters:
    """by: a person's key. claim: a claim's key. until: entries before this moment. before: entries before this one."""

    by: int | None = None
    about: About | None = None
    claim: int | None = None
    until: datetime | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class TrailRow:
    """An entry with what its keys stand for. holds: whether its hash is that of what it says and what went before.

    people, roles: names by key, of those that the payload speaks of. claim: its key, where it is about one, with its
    article.
    """

    entry: AuditEntry
    holds: bool
    people: dict[int, str]
    roles: dict[int, str]
    claim: int | None
    article: int | None


def trail_page(filters: TrailFilters) -> tuple[list[TrailRow], int | None]:
    """The rows, and the number before which the next page begins, None where this is the last. Six queries at most."""
    found = list(_matching(filters).order_by("-seq")[: PAGE + 1])
    entries, more = found[:PAGE], len(found) > PAGE
    holding = _holding([entry.seq for entry in entries])
    claims, people = _claims(entries), _people(entries)
    roles = dict(Group.objects.values_list("pk", "name"))
    claims |= {entry.seq: entry.claim for entry in entries if entry.claim}
    articles = dict(Claim.objects.filter(pk__in=set(claims.values())).values_list("pk", "article_id"))
    rows = []
    for entry in entries:
        claim = claims.get(entry.seq)
        rows.append(TrailRow(entry, entry.seq in holding, people, roles, claim, articles.get(claim)))
    return rows, entries[-1].seq if more else None


def latest_check() -> AuditCheck | None:
    """The last look at the whole trail that is finished."""
    return AuditCheck.objects.filter(finished_at__isnull=False).select_related("by").order_by("-finished_at").first()


def check_waits() -> bool:
    """Whether a look was asked for that is not finished."""
    return AuditCheck.objects.filter(finished_at=None).exists()


def _matching(filters: TrailFilters) -> QuerySet[AuditEntry]:
    found = AuditEntry.objects.all()
    if filters.by is not None:
        found = found.filter(by=filters.by)
    if filters.about is not None:
        found = found.filter(relation__in=RELATIONS[filters.about])
    if filters.claim is not None:
        found = found.filter(_of_claim(filters.claim))
    if filters.until is not None:
        found = found.filter(at__lt=filters.until)
    return found if filters.before is None else found.filter(seq__lt=filters.before)


def _of_claim(claim: int) -> Q:
    """Entries that name the claim, and those of rows that name a revision of it."""
    about = Q(claim=claim)
    for model in OF_VERDICT:
        ids = [str(pk) for pk in model.objects.filter(verdict__claim=claim).values_list("pk", flat=True)]
        about |= Q(relation=model._meta.db_table, subject__in=ids)
    return about


def _holding(seqs: list[int]) -> set[int]:
    """Which of these entries have the hash of what they say, and follow from the one before."""
    wanted = set(seqs) | {seq - 1 for seq in seqs}
    entries = {row[0]: Entry(*row) for row in as_hashed(AuditEntry.objects.filter(seq__in=wanted))}
    return {seq for seq in seqs if entries[seq].hash == hash_of(entries[seq]) and _follows(seq, entries)}


def _follows(seq: int, entries: dict[int, Entry]) -> bool:
    return seq == 1 or (seq - 1 in entries and entries[seq].previous == entries[seq - 1].hash)


def _claims(entries: Iterable[AuditEntry]) -> dict[int, int]:
    """The claim of what names a revision alone, by the number of the entry."""
    verdicts = {entry.seq: entry.payload["verdict_id"] for entry in entries if "verdict_id" in entry.payload}
    known = dict(Verdict.objects.filter(pk__in=set(verdicts.values())).values_list("pk", "claim_id"))
    return {seq: known[verdict] for seq, verdict in verdicts.items() if verdict in known}


def _people(entries: Iterable[AuditEntry]) -> dict[int, str]:
    keys = {key for entry in entries for key in _persons(entry.relation, entry.payload)} | {
        entry.by for entry in entries if entry.by
    }
    people = User.objects.filter(pk__in=keys).only("username", "first_name", "last_name")
    return {person.pk: person.get_full_name() or person.get_username() for person in people}


def _persons(relation: str, payload: dict[str, Any]) -> set[int]:
    named = {payload[name] for name in ("user_id", "person_id", "owner_id") if isinstance(payload.get(name), int)}
    return named | ({payload["id"]} if relation == "auth_user" else set())
