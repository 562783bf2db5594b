"""No contributor of a revision ever approves it: not by the services, not by SQL, not by a way round.

Each path is tried by somebody who otherwise may approve. `_broken` names the rule of the database that refuses.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from claims.enums import Act, Rating, VerdictState
from claims.errors import OwnRevision, ServiceAccount, StaleVerdict, VerdictRefusal, WrongRole
from claims.models import Claim, Evidence, Review, Verdict, VerdictContributor
from claims.services import verdicts
from sources.models import Profile
from sources.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    version = factories.first_version("12 people died, and 40 were hurt.")
    return factories.figure(version, "12 people died", "12", 12, 12).claim


@pytest.fixture
def row(claim: Claim, checker: User) -> Verdict:
    """In review, whole, on a passage; nothing but four eyes could stand in the way."""
    factories.evidence(claim, checker)
    draft = verdicts.open_draft(claim, by=checker)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=Rating.WRONG, rationale="It was 13.")
    return verdicts.submit(draft, by=checker, edits=draft.edits).verdict


def _back_to_draft(row: Verdict, checker: User) -> Verdict:
    return verdicts.withdraw(row, by=checker, edits=row.edits).verdict


def _submit(row: Verdict, checker: User) -> Verdict:
    row.refresh_from_db()
    return verdicts.submit(row, by=checker, edits=row.edits).verdict


def _wrote(row: Verdict, checker: User, reviewer: User) -> Verdict:
    draft = _back_to_draft(row, checker)
    verdicts.write(draft, by=reviewer, edits=draft.edits, rationale="It was 14.")
    return _submit(draft, checker)


def _only_saved(row: Verdict, checker: User, reviewer: User) -> Verdict:
    draft = _back_to_draft(row, checker)
    verdicts.write(draft, by=reviewer, edits=draft.edits)
    return _submit(draft, checker)


def _submitted(row: Verdict, checker: User, reviewer: User) -> Verdict:
    return _submit(_back_to_draft(row, checker), reviewer)


def _linked_in_draft(row: Verdict, checker: User, reviewer: User) -> Verdict:
    draft = _back_to_draft(row, checker)
    factories.evidence(row.claim, reviewer, source="Coast guard")
    return _submit(draft, checker)


def _linked_in_review(row: Verdict, checker: User, reviewer: User) -> Verdict:
    factories.evidence(row.claim, reviewer, source="Coast guard")
    return row


def _took_back_in_review(row: Verdict, checker: User, reviewer: User) -> Verdict:
    second = factories.evidence(row.claim, checker, source="Coast guard")
    Evidence.objects.filter(pk=second.pk).update(removed_by=reviewer, removed_at=timezone.now())
    return row


def _took_back_in_draft(row: Verdict, checker: User, reviewer: User) -> Verdict:
    draft = _back_to_draft(row, checker)
    second = factories.evidence(row.claim, checker, source="Coast guard")
    Evidence.objects.filter(pk=second.pk).update(removed_by=reviewer, removed_at=timezone.now())
    return _submit(draft, checker)


def _wrote_by_sql(row: Verdict, checker: User, reviewer: User) -> Verdict:
    draft = _back_to_draft(row, checker)
    Verdict.objects.filter(pk=draft.pk).update(rationale="It was 14.", changed_by=reviewer)
    return _submit(draft, checker)


def _named_a_contributor(row: Verdict, checker: User, reviewer: User) -> Verdict:
    VerdictContributor.objects.create(verdict=row, person=reviewer)
    return row


WAYS = [
    _wrote,
    _only_saved,
    _submitted,
    _linked_in_draft,
    _linked_in_review,
    _took_back_in_review,
    _took_back_in_draft,
    _wrote_by_sql,
    _named_a_contributor,
]


@pytest.mark.parametrize("way", WAYS)
def test_who_had_a_hand_in_it_does_not_approve(
    row: Verdict, checker: User, reviewer: User, way: Callable[[Verdict, User, User], Verdict]
) -> None:
    row = way(row, checker, reviewer)
    row.refresh_from_db()
    with pytest.raises(OwnRevision):
        verdicts.approve(row, by=reviewer, edits=row.edits)
    with pytest.raises(OwnRevision):
        verdicts.approve_all([(row, row.edits)], by=reviewer)
    assert _refused_by_sql(row, reviewer) == "verdict_four_eyes"
    # It is the person that stands in the way, nothing else.
    other = factories.person("second_reviewer", Role.REVIEWER)
    row.refresh_from_db()
    assert verdicts.approve(row, by=other, edits=row.edits).became == VerdictState.APPROVED


def test_evidence_linked_before_the_draft_counts(claim: Claim, checker: User, reviewer: User) -> None:
    factories.evidence(claim, reviewer)
    draft = verdicts.open_draft(claim, by=checker)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=Rating.WRONG, rationale="It was 13.")
    row = _submit(draft, checker)
    with pytest.raises(OwnRevision):
        verdicts.approve(row, by=reviewer, edits=row.edits)
    assert _refused_by_sql(row, reviewer) == "verdict_four_eyes"


def test_evidence_that_somebody_approved_before_does_not(row: Verdict, checker: User, reviewer: User) -> None:
    """Two pairs of eyes were on it; else a desk of two could never revise."""
    approved = verdicts.approve(row, by=reviewer, edits=row.edits).verdict
    second = verdicts.revise(approved, by=reviewer)
    second = verdicts.write(second, by=reviewer, edits=second.edits, rationale="It was 14.")
    second = _submit(second, reviewer)
    checker.groups.add(Group.objects.get(name="reviewer"))
    assert verdicts.approve(second, by=checker, edits=second.edits).became == VerdictState.APPROVED


def test_a_page_from_before_the_change_approves_nothing(row: Verdict, checker: User, reviewer: User) -> None:
    seen = row.edits
    factories.evidence(row.claim, checker, source="Coast guard")
    with pytest.raises(StaleVerdict):
        verdicts.approve(row, by=reviewer, edits=seen)


def test_a_machine_approves_nothing(row: Verdict, reviewer: User) -> None:
    Profile.objects.update_or_create(user=reviewer, defaults={"service": True})
    with pytest.raises(ServiceAccount):
        verdicts.approve(row, by=reviewer, edits=row.edits)
    assert _refused_by_sql(row, reviewer) == "verdict_approver"


def _leaves_the_role(person: User) -> None:
    person.groups.clear()


def _login_closed(person: User) -> None:
    person.is_active = False
    person.save(update_fields=["is_active"])


@pytest.mark.parametrize("lost", [_leaves_the_role, _login_closed])
def test_a_role_lost_meanwhile(row: Verdict, reviewer: User, lost: Callable[[User], None]) -> None:
    lost(reviewer)
    with pytest.raises(WrongRole):
        verdicts.approve(row, by=reviewer, edits=row.edits)
    assert _refused_by_sql(row, reviewer) == "verdict_approver"


@pytest.mark.parametrize("name", ["reporter", "checker", "second_checker", "admin", "stranger"])
def test_no_other_role_approves(request: pytest.FixtureRequest, row: Verdict, name: str) -> None:
    person = request.getfixturevalue(name)
    with pytest.raises(VerdictRefusal):
        verdicts.approve(row, by=person, edits=row.edits)
    assert _refused_by_sql(row, person) in {"verdict_approver", "verdict_four_eyes"}


def test_a_superuser_is_no_exception(row: Verdict, checker: User) -> None:
    checker.is_superuser = True
    checker.save(update_fields=["is_superuser"])
    with pytest.raises(OwnRevision):
        verdicts.approve(row, by=checker, edits=row.edits)
    assert _refused_by_sql(row, checker) == "verdict_four_eyes"


# What SQL is refused on a row in review, and by which rule: (rule, statement).
IN_REVIEW = [
    ("verdict_identity", "UPDATE claims_verdict SET author_id = {reviewer}"),
    ("verdict_identity", "UPDATE claims_verdict SET revision = 7"),
    ("verdict_content", "UPDATE claims_verdict SET rationale = 'It was 15.'"),
    ("verdict_content", "UPDATE claims_verdict SET rating = 'confirmed'"),
    # On the way back to the draft, too.
    ("verdict_content", "UPDATE claims_verdict SET state = 'draft', rating = 'confirmed'"),
    ("verdict_content", "UPDATE claims_verdict SET as_of = now()"),
    ("verdict_edits", "UPDATE claims_verdict SET edits = 0"),
    ("verdict_state", "UPDATE claims_verdict SET state = 'published'"),
    ("verdict_state", "UPDATE claims_verdict SET state = 'retracted'"),
    ("verdict_decided_by_somebody", "UPDATE claims_verdict SET approved_by_id = {reviewer}, approved_at = now()"),
    ("verdict_decided_by_somebody", "UPDATE claims_verdict SET override = 'I say so'"),
    ("verdict_published", "UPDATE claims_verdict SET published_at = now()"),
    # The rule on roles holds for overrides too.
    ("verdict_override", "{approve}, override = 'I say so'"),
    ("verdict_stays", "DELETE FROM claims_verdict"),
    ("contributor_stays", "DELETE FROM claims_verdictcontributor"),
    ("contributor_stays", "UPDATE claims_verdictcontributor SET person_id = {reviewer}"),
    ("review_stays", "DELETE FROM claims_review"),
    ("review_stays", "UPDATE claims_review SET by_id = {reviewer}"),
    ("verdict_evidence_stays", "DELETE FROM claims_verdictevidence"),
    ("verdict_evidence_stays", "UPDATE claims_verdictevidence SET evidence_id = evidence_id"),
    ("evidence_under_verdict", "UPDATE claims_evidence SET added_by_id = {reviewer}"),
    ("evidence_under_verdict", "UPDATE claims_evidence SET stance = 'refutes'"),
    ("evidence_stands_there", "UPDATE claims_evidence SET text = '13 people died'"),
    ("claim_move_stays", "UPDATE claims_claimmove SET by_id = {reviewer}"),
    ("claim_move_stays", "DELETE FROM claims_claimmove"),
]
APPROVE = "UPDATE claims_verdict SET state = 'approved', approved_by_id = {reviewer}, approved_at = now()"


@pytest.mark.parametrize(("rule", "statement"), IN_REVIEW)
def test_sql_on_what_is_in_review(row: Verdict, reviewer: User, rule: str, statement: str) -> None:
    assert _refused(statement.replace("{approve}", APPROVE), reviewer) == rule


# On a row that was approved.
APPROVED = [
    ("verdict_content", "UPDATE claims_verdict SET rationale = 'It was 15.'"),
    ("verdict_content", "UPDATE claims_verdict SET mention_id = mention_id + 1"),
    ("verdict_decided_by_somebody", "UPDATE claims_verdict SET approved_by_id = {other}"),
    ("verdict_decided_by_somebody", "UPDATE claims_verdict SET override = 'I say so'"),
    ("verdict_state", "UPDATE claims_verdict SET state = 'draft', approved_by_id = NULL, approved_at = NULL"),
    ("verdict_state", "UPDATE claims_verdict SET state = 'in_review'"),
    # The approver becomes a contributor afterwards, or somebody else does.
    (
        "contributor_in_time",
        "INSERT INTO claims_verdictcontributor (verdict_id, person_id, at) VALUES ({v}, {reviewer}, now())",
    ),
    (
        "contributor_in_time",
        "INSERT INTO claims_verdictcontributor (verdict_id, person_id, at) VALUES ({v}, {other}, now())",
    ),
    ("verdict_evidence_stays", "DELETE FROM claims_verdictevidence"),
    ("evidence_under_verdict", "UPDATE claims_evidence SET note = 'Another.'"),
]


@pytest.mark.parametrize(("rule", "statement"), APPROVED)
def test_sql_on_what_was_approved(row: Verdict, reviewer: User, desk_head: User, rule: str, statement: str) -> None:
    verdicts.approve(row, by=reviewer, edits=row.edits)
    assert _refused(statement.replace("{v}", str(row.pk)).replace("{other}", str(desk_head.pk)), reviewer) == rule


def test_a_draft_is_not_approved_by_sql(row: Verdict, checker: User, reviewer: User) -> None:
    _back_to_draft(row, checker)
    assert _refused(APPROVE, reviewer) == "verdict_state"


@pytest.mark.parametrize("state", ["in_review", "approved", "published", "retracted"])
def test_no_revision_is_born_decided(claim: Claim, checker: User, reviewer: User, state: str) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Verdict.objects.create(
            claim=claim,
            mention=claim.mentions.get(),
            author=checker,
            state=state,
            rating="wrong",
            rationale="No.",
            approved_by=reviewer,
            approved_at=timezone.now(),
        )
    assert _broken(refused.value) == "verdict_state"


def test_nothing_is_approved_on_nothing_by_sql(row: Verdict, checker: User, reviewer: User) -> None:
    Evidence.objects.update(removed_by=checker, removed_at=timezone.now())
    assert _refused(APPROVE, reviewer) == "verdict_has_evidence"


def _by(row: Verdict, person: User) -> None:
    Review.objects.create(verdict=row, act=Act.APPROVE, was="in_review", became="approved", by=person)


# A state and its review go together, whoever writes either.
HALVES = {
    "an approval without its review": lambda row, reviewer, other: _run(APPROVE, reviewer),
    "with the review of somebody else": lambda row, reviewer, other: (_run(APPROVE, reviewer), _by(row, other)),
    "a review of what did not happen": lambda row, reviewer, other: _by(row, reviewer),
}


@pytest.mark.parametrize("half", HALVES)
def test_half_of_an_approval_does_not_commit(row: Verdict, reviewer: User, desk_head: User, half: str) -> None:
    def commit() -> None:
        with transaction.atomic():
            HALVES[half](row, reviewer, desk_head)
            connection.check_constraints()

    with pytest.raises(IntegrityError) as refused:
        commit()
    assert _broken(refused.value) == "verdict_move_has_review"


def test_a_change_by_sql_is_counted(row: Verdict, checker: User, reviewer: User) -> None:
    draft = _back_to_draft(row, checker)
    _run("UPDATE claims_verdict SET rationale = 'It was 15.'", reviewer)
    with pytest.raises(StaleVerdict):
        verdicts.submit(draft, by=checker, edits=draft.edits)


def test_the_admin_has_no_door_to_verdicts(row: Verdict) -> None:
    boss = factories.person("boss", superuser=True)
    boss.is_staff = True
    boss.save(update_fields=["is_staff"])
    client = Client()
    client.force_login(boss)
    for name in ("verdict", "review", "verdictcontributor", "evidence", "claimmove"):
        answer = client.post(f"/admin/claims/{name}/{row.pk}/change/", {"state": "approved"})
        assert answer.status_code in {403, 404}
    assert client.post(f"/admin/claims/claim/{row.claim_id}/change/", {"state": "approved"}).status_code == 403


def _refused_by_sql(row: Verdict, person: User) -> str:
    return _refused(APPROVE, person)


def _refused(statement: str, reviewer: User) -> str:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        _run(statement, reviewer)
    return _broken(refused.value)


def _run(statement: str, reviewer: User) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement.replace("{reviewer}", str(reviewer.pk)))


def _broken(error: IntegrityError) -> str:
    cause: Any = error.__cause__
    return str(cause.diag.constraint_name)
