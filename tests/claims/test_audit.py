"""The audit trail: who wrote what, in a chain that a change by SQL breaks, and `manage.py verify_audit`, which says so.

The tests commit, since entries are written when a transaction does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection

from claims.enums import Change, ClaimState, DismissalReason, Rating
from claims.models import AuditEntry, Claim, ClaimMove, Comment, Review, Verdict
from claims.queries import audit
from claims.services import assignments, claim_moves, decisions, verdicts
from sources.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
TABLES = ("claims_auditentry", *audit.AUDITED)


@pytest.fixture(autouse=True)
def _as_in_production(transactional_db: None) -> Iterator[None]:
    """With the trigger that keeps the trail from being emptied, which tests/conftest.py switches off."""
    _run("ALTER TABLE claims_auditentry ENABLE TRIGGER entry_stays_whole")
    yield
    _run("ALTER TABLE claims_auditentry DISABLE TRIGGER entry_stays_whole")


@pytest.fixture
def people() -> dict[str, User]:
    return {
        "checker": factories.person("checker", Role.CHECKER),
        "reviewer": factories.person("reviewer", Role.REVIEWER),
    }


@pytest.fixture
def approved(people: dict[str, User]) -> Verdict:
    """A verdict that went its way, with all that belongs to it."""
    version = factories.first_version("12 people died. 9 people died.")
    mention = factories.figure(version, "12 people died", "12", 12, 12)
    other = factories.figure(version, "9 people died", "9", 9, 9)
    claim, checker = mention.claim, people["checker"]
    factories.evidence(claim, checker)
    Comment.objects.create(claim=claim, by=checker, text="Ask the harbour.")
    decisions.dismiss(factories.flag(mention, other), by=checker, code=DismissalReason.ANOTHER_COUNT)
    draft = verdicts.open_draft(claim, by=checker)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=Rating.WRONG, rationale="It was 13.")
    row = verdicts.submit(draft, by=checker, edits=draft.edits).verdict
    return verdicts.approve(row, by=people["reviewer"], edits=row.edits).verdict


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def _switched_off() -> Iterator[None]:
    """As the owner of the tables can: for a while no trigger of ours looks."""
    for table in TABLES:
        _run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    for table in TABLES:
        _run(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def _verify(**options: str) -> tuple[list[str], list[str], str]:
    """What the command says, what it finds, and how it ends ("" for well)."""
    out, found, end = StringIO(), StringIO(), ""
    try:
        call_command("verify_audit", stdout=out, stderr=found, **options)
    except CommandError as error:
        end = str(error)
    return out.getvalue().splitlines(), found.getvalue().splitlines(), end


def _trail() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.values_list("what", "relation"))


def test_every_write_to_a_verdict_is_in_the_trail(people: dict[str, User], approved: Verdict) -> None:
    told = [entry for entry in _trail() if not entry[1].startswith(("auth_", "sources_"))]
    assert told == [
        ("insert", "claims_evidence"),
        ("insert", "claims_comment"),
        ("insert", "claims_flagmove"),
        # open_draft
        ("insert", "claims_verdict"),
        ("insert", "claims_verdictcontributor"),
        ("insert", "claims_claimmove"),
        ("insert", "claims_claimmove"),
        # write
        ("update", "claims_verdict"),
        # submit
        ("insert", "claims_verdictevidence"),
        ("update", "claims_verdict"),
        ("insert", "claims_claimmove"),
        ("insert", "claims_review"),
        # approve
        ("update", "claims_verdict"),
        ("insert", "claims_claimmove"),
        ("insert", "claims_review"),
    ]
    latest = AuditEntry.objects.filter(relation="claims_review").latest("seq")
    assert latest.payload["by_id"] == people["reviewer"].pk
    assert latest.subject == str(Review.objects.get(act="approve").pk)


def test_roles_and_logins_are_in_the_trail_and_passwords_are_not(people: dict[str, User]) -> None:
    checker = people["checker"]
    checker.groups.clear()
    checker.is_superuser = True
    checker.save()
    checker.set_password("another-one")
    checker.save()
    rows = AuditEntry.objects.filter(relation__startswith="auth_").values_list("what", "relation", "payload")
    told = [
        (what, relation)
        for what, relation, payload in rows
        if checker.pk == payload["user_id" if relation == "auth_user_groups" else "id"]
    ]
    assert told == [
        ("insert", "auth_user"),
        ("insert", "auth_user_groups"),
        ("delete", "auth_user_groups"),
        ("update", "auth_user"),
    ]
    for _, relation, payload in rows:
        if relation == "auth_user":
            assert set(payload) == {"id", "username", "is_active", "is_staff", "is_superuser"}


def test_what_the_engine_does_is_not(people: dict[str, User]) -> None:
    version = factories.first_version("12 people died.")
    claim = factories.figure(version, "12 people died", "12", 12, 12).claim
    before = AuditEntry.objects.count()
    claim_moves.engine_moved(Change.STATE, ClaimState.RECHECK, {claim.pk: "12 became 13."})
    assert ClaimMove.objects.count() == 1
    assert AuditEntry.objects.count() == before
    claim.refresh_from_db()
    assignments.take(claim, by=people["checker"])
    assert AuditEntry.objects.count() == before + 1


def test_what_is_rolled_back_is_not(people: dict[str, User], approved: Verdict) -> None:
    before = AuditEntry.objects.count()
    with pytest.raises(IntegrityError):
        _run("UPDATE claims_verdict SET rationale = 'No.'")
    assert AuditEntry.objects.count() == before


def test_a_trail_that_holds(approved: Verdict) -> None:
    count = AuditEntry.objects.count()
    said, found, end = _verify()
    assert (found, end) == ([], "")
    assert said == [
        f"{count} entries. End of the trail: {audit.head()}",
        "The audit trail holds, and the rows are as it says.",
    ]
    # What was noted is still there once the trail went on.
    noted = str(audit.head())
    Comment.objects.create(claim=Claim.objects.get(pk=approved.claim_id), by=approved.author, text="Done.")
    assert _verify(expect=noted)[2] == ""


def test_an_empty_trail_holds() -> None:
    assert _verify()[0][0] == f"0 entries. End of the trail: 0:{'0' * 64}"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims_auditentry SET payload = '{}'",
        "UPDATE claims_auditentry SET hash = previous",
        "DELETE FROM claims_auditentry",
    ],
)
def test_entries_are_not_rewritten(approved: Verdict, statement: str) -> None:
    with pytest.raises(IntegrityError, match="append-only"):
        _run(statement)


def test_the_trail_is_not_emptied(approved: Verdict) -> None:
    with pytest.raises(IntegrityError, match="append-only"):
        _run("TRUNCATE claims_auditentry")


def test_a_forged_entry_gets_its_place_from_the_chain(approved: Verdict) -> None:
    count = AuditEntry.objects.count()
    _run(
        "INSERT INTO claims_auditentry (seq, at, what, relation, subject, payload, previous, hash)"
        " VALUES (1, now(), 'update', 'claims_review', '0', '{}', 'x', 'x')"
    )
    assert AuditEntry.objects.latest("seq").seq == count + 1
    _, found, end = _verify()
    assert found == [f"claims_review 0 is gone; entry {count + 1} has it."]
    assert end == "The audit trail does not hold: 1 faults."


REHASH = """
    UPDATE claims_auditentry SET hash = encode(sha256(convert_to(concat_ws(E'\\n', previous, seq,
        to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), what, relation, subject, payload::text),
        'UTF8')), 'hex') WHERE seq = 3
"""
APPROVER = "UPDATE claims_verdict SET approved_by_id = (SELECT id FROM auth_user WHERE username = 'boss')"
CONTRIBUTOR = """
    INSERT INTO claims_verdictcontributor (id, verdict_id, person_id, at)
    SELECT 9999, (SELECT min(id) FROM claims_verdict), id, now() FROM auth_user WHERE username = 'boss'
"""
# What is done with the triggers switched off, and what is found; {braces} are filled with what the rows are called.
TAMPERED = [
    (APPROVER, "claims_verdict {verdict} is not as entry {verdict_entry} has it: approved_by_id."),
    (
        "UPDATE claims_verdict SET rationale = 'No.', edits = 9",
        "claims_verdict {verdict} is not as entry {verdict_entry} has it: edits, rationale.",
    ),
    (
        "UPDATE claims_review SET reason = 'Looked.' WHERE act = 'approve'",
        "claims_review {review} is not as entry {review_entry} has it: reason.",
    ),
    ("DELETE FROM claims_review WHERE act = 'approve'", "claims_review {review} is gone; entry {review_entry} has it."),
    (CONTRIBUTOR, "claims_verdictcontributor 9999 stands, and the trail knows nothing of it."),
    (
        "UPDATE auth_user SET is_superuser = true WHERE username = 'checker'",
        "auth_user {checker} is not as entry {checker_entry} has it: is_superuser.",
    ),
    # In the trail itself: one entry is changed; changed, and given a hash that fits; left out.
    ("UPDATE claims_auditentry SET at = now() WHERE seq = 3", "Entry 3 was changed: insert of auth_user {third}."),
    (
        f"UPDATE claims_auditentry SET at = now() WHERE seq = 3; {REHASH}",
        "Entry 4 does not follow from entry 3, which was changed and given a new hash.",
    ),
]


@pytest.mark.parametrize(("statement", "fault"), TAMPERED)
def test_what_is_changed_behind_its_back_is_found_and_named(
    people: dict[str, User], approved: Verdict, statement: str, fault: str
) -> None:
    factories.person("boss", Role.REVIEWER)
    checker, review = people["checker"], Review.objects.get(act="approve")
    names = {
        "verdict": approved.pk,
        "verdict_entry": _entry("claims_verdict", approved.pk),
        "review": review.pk,
        "review_entry": _entry("claims_review", review.pk),
        "checker": checker.pk,
        "checker_entry": _entry("auth_user", checker.pk),
        "third": AuditEntry.objects.get(seq=3).subject,
    }
    with _switched_off():
        _run(statement)
    _, found, end = _verify()
    assert found == [fault.format(**names)]
    assert end == "The audit trail does not hold: 1 faults."


def test_an_entry_that_is_left_out_is_missed(approved: Verdict) -> None:
    entry = AuditEntry.objects.get(seq=5)
    with _switched_off():
        _run("DELETE FROM claims_auditentry WHERE seq = 5")
    row = f"{entry.relation} {entry.subject} stands, and the trail knows nothing of it."
    assert _verify()[1] == ["Entries 5 to 5 are missing.", row]


def test_an_end_that_was_cut_off_is_missed(approved: Verdict) -> None:
    """Together with the rows it leaves a shorter trail that holds; only what was noted elsewhere tells."""
    noted = audit.head()
    review = Review.objects.latest("pk")
    with _switched_off():
        _run(f"DELETE FROM claims_auditentry WHERE seq = {noted.seq}")
        assert _verify()[1][0] == f"claims_review {review.pk} stands, and the trail knows nothing of it."
        _run(f"DELETE FROM claims_review WHERE id = {review.pk}")
    assert _verify()[1] == []
    assert _verify(expect=str(noted))[1] == [
        f"The trail ends at entry {noted.seq - 1}, and entry {noted.seq} was noted: its end was cut off."
    ]


def test_a_trail_that_was_written_anew_is_not_the_one_that_was_noted(approved: Verdict) -> None:
    noted = audit.head()
    with _switched_off():
        _run(f"UPDATE claims_auditentry SET at = now() WHERE seq = {noted.seq}")
        _run(REHASH.replace("seq = 3", f"seq = {noted.seq}"))
    assert _verify()[1] == []
    assert _verify(expect=str(noted))[1] == [f"Entry {noted.seq} is not the one that was noted."]


def test_a_trigger_that_is_switched_off_or_gone_is_named(approved: Verdict) -> None:
    _run("ALTER TABLE claims_review DISABLE TRIGGER audit_update")
    try:
        assert _verify()[1] == ["The trigger audit_update of claims_review is switched off."]
    finally:
        _run("ALTER TABLE claims_review ENABLE TRIGGER audit_update")


@pytest.mark.parametrize("given", ["12", "x:y", f"{'9' * 30}:{'0' * 64}", f"1:{'0' * 63}", ""])
def test_what_was_noted_has_to_be_readable(given: str) -> None:
    assert _verify(expect=given or ":")[2].startswith("--expect takes what an earlier run printed")


def _entry(relation: str, subject: int) -> int:
    return AuditEntry.objects.filter(relation=relation, subject=subject).latest("seq").seq
