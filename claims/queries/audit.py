"""Does the audit trail hold? The chain is worked out anew, and compared with the rows as they stand.

Nothing here asks a function of the database for a hash, so one that was rewritten cannot vouch for itself.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from claims.models import AuditEntry

FIRST = "0" * 64
# Tables under audit, each with which of its rows are: the engine's own moves are not, people's are.
ALL, BY_PEOPLE = "true", "by_id IS NOT NULL"
AUDITED = {
    "claims_review": ALL,
    "claims_verdict": ALL,
    "claims_verdictcontributor": ALL,
    "claims_verdictevidence": ALL,
    "claims_evidence": ALL,
    "claims_comment": ALL,
    "claims_claimmove": BY_PEOPLE,
    "claims_flagmove": BY_PEOPLE,
    "claims_correction": ALL,
    "claims_gatepolicy": ALL,
    "claims_gateoverride": ALL,
    "auth_user_groups": ALL,
    "auth_user": ALL,
    "sources_profile": ALL,
    "sources_apikey": ALL,
    "sources_personact": ALL,
    "sources_embargomove": ALL,
    "claims_webhook": ALL,
    "mfa_authenticator": ALL,
}
# Of these only what bears on who may do what: no password, no address.
COLUMNS = {
    "auth_user": ("id", "username", "is_active", "is_staff", "is_superuser"),
    "sources_profile": ("user_id", "service"),
    "sources_apikey": (
        "id",
        "public_id",
        "owner_id",
        "name",
        "scopes",
        "created_by_id",
        "expires_at",
        "revoked_at",
        "revoked_by_id",
    ),
    "claims_webhook": (
        "id",
        "url",
        "types",
        "active",
        "disabled_reason",
        "earlier_until",
        "created_by_id",
        "changed_by_id",
    ),
    "mfa_authenticator": ("id", "user_id", "type"),
}
# So many entries are read between two words on the progress.
STEP = 50_000


@dataclass(frozen=True, slots=True)
class Head:
    """The latest entry. Noted somewhere else, it shows later that nothing before it was changed or cut off."""

    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in words. seq: of the entry that it is about, None where there is none."""

    words: str
    seq: int | None = None

    def __str__(self) -> str:
        return self.words


class Entry(NamedTuple):
    """An AuditEntry as it is hashed. payload: as PostgreSQL writes jsonb as text."""

    seq: int
    at: datetime
    what: str
    relation: str
    subject: str
    payload: str
    previous: str
    hash: str


def head() -> Head:
    """The end of the chain; 0 and 64 zeros while it is empty."""
    latest = AuditEntry.objects.order_by("-seq").values_list("seq", "hash").first()
    return Head(*latest) if latest else Head(0, FIRST)


def chain_faults(*, expect: Head | None = None, told: Callable[[int], None] = lambda seq: None) -> Iterator[Fault]:
    """What is wrong with the chain itself, an entry a line. told: called with a seq, every 50,000 entries."""
    before = Head(0, FIRST)
    noted = expect is None or expect == before
    for entry in _entries():
        if entry.seq != before.seq + 1:
            yield Fault(f"Entries {before.seq + 1} to {entry.seq - 1} are missing.", entry.seq)
        elif entry.previous != before.hash:
            words = (
                f"Entry {entry.seq} does not follow from entry {before.seq}, which was changed and given a new hash."
            )
            yield Fault(words, entry.seq)
        if entry.hash != hash_of(entry):
            words = f"Entry {entry.seq} was changed: {entry.what} of {entry.relation} {entry.subject}."
            yield Fault(words, entry.seq)
        before = Head(entry.seq, entry.hash)
        if expect is not None and entry.seq == expect.seq:
            noted = True
            if entry.hash != expect.hash:
                yield Fault(f"Entry {entry.seq} is not the one that was noted.", entry.seq)
        if entry.seq % STEP == 0:
            told(entry.seq)
    if not noted:
        cut = f"The trail ends at entry {before.seq}, and entry {expect and expect.seq} was noted: its end was cut off."
        yield Fault(cut, before.seq)


def hash_of(entry: Entry) -> str:
    """The SHA-256, in hex, of the lines previous, seq, at (UTC, microseconds), what, relation, subject, payload."""
    moment = f"{entry.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}"
    lines = (entry.previous, str(entry.seq), moment, entry.what, entry.relation, entry.subject, entry.payload)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def row_faults() -> Iterator[Fault]:
    """Rows that are not as the trail left them: changed, removed or added while the triggers did not look."""
    for relation, audited in AUDITED.items():
        for subject, seq, what, kept, stands in _unlike(relation, audited):
            row = f"{relation} {subject}"
            if seq is None:
                yield Fault(f"{row} stands, and the trail knows nothing of it.")
            elif stands is None:
                yield Fault(f"{row} is gone; entry {seq} has it.", seq)
            elif what == "delete":
                yield Fault(f"{row} stands again, though entry {seq} says that it was removed.", seq)
            elif columns := _changed(json.loads(kept), json.loads(stands)):
                yield Fault(f"{row} is not as entry {seq} has it: {', '.join(columns)}.", seq)


def trigger_faults() -> Iterator[Fault]:
    """Triggers of ours that are switched off, and tables under audit that have lost theirs."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, tgname, tgenabled FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace ORDER BY relname, tgname"
        )
        triggers = cursor.fetchall()
    watched = {table for table, name, _ in triggers if name.startswith("audit_")}
    yield from (Fault(f"No trigger writes what happens to {table}.") for table in AUDITED if table not in watched)
    yield from (
        Fault(f"The trigger {name} of {table} is switched off.") for table, name, enabled in triggers if enabled == "D"
    )


def as_hashed(rows: QuerySet[AuditEntry]) -> QuerySet[AuditEntry, Any]:
    """Entries as rows for `Entry`."""
    columns = ("seq", "at", "what", "relation", "subject", "words", "previous", "hash")
    return rows.annotate(words=Cast("payload", TextField())).values_list(*columns)


def _entries() -> Iterator[Entry]:
    return (Entry(*row) for row in as_hashed(AuditEntry.objects.order_by("seq")).iterator(chunk_size=5_000))


def _unlike(relation: str, audited: str) -> Iterator[tuple[Any, ...]]:
    """Subjects of which the last entry and the row differ: subject, seq, what, payload, the row, both as text."""
    # Names of tables and columns from the constants above.
    stands = "to_jsonb(t)"
    if relation in COLUMNS:
        stands = "jsonb_build_object({})".format(", ".join(f"'{name}', t.{name}" for name in COLUMNS[relation]))
    key = COLUMNS.get(relation, ("id",))[0]
    statement = f"""
        WITH latest AS (
            SELECT DISTINCT ON (subject) subject, seq, what, payload FROM claims_auditentry
            WHERE relation = %s ORDER BY subject, seq DESC
        ), standing AS (SELECT t.{key}::text AS subject, {stands} AS payload FROM {relation} AS t WHERE {audited})
        SELECT subject, seq, what, latest.payload::text, standing.payload::text
        FROM latest FULL JOIN standing USING (subject)
        WHERE CASE WHEN what = 'delete' THEN standing.payload IS NOT NULL
            ELSE latest.payload IS DISTINCT FROM standing.payload END
        ORDER BY seq, subject
    """  # noqa: S608  # nothing in it comes from outside
    with connection.cursor() as cursor:
        cursor.execute(statement, [relation])
        while rows := cursor.fetchmany(1_000):
            yield from rows


def _changed(kept: dict[str, Any], stands: dict[str, Any]) -> list[str]:
    """The columns that differ; those that a later migration added or took away are none."""
    return sorted(name for name in kept.keys() & stands.keys() if kept[name] != stands[name])
