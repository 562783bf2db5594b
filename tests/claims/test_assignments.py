"""Who has a claim, until when, how urgent it is; and claims out of the coverage."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from claims.enums import Change, ClaimState, Priority
from claims.errors import ReasonMissing, StaleClaim, WrongRole, WrongState
from claims.models import Claim, ClaimMove
from claims.services import assignments, claim_moves, verdicts
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims() -> list[Claim]:
    version = factories.first_version("12 people died. 9 were hurt.")
    return [
        factories.figure(version, "12 people died", "12", 12, 12).claim,
        factories.figure(version, "9 were hurt", "9", 9, 9).claim,
    ]


def _rows(claim: Claim) -> list[tuple[str, str, str, User | None]]:
    return [(row.what, row.was, row.became, row.by) for row in ClaimMove.objects.filter(claim=claim)]


def _stored(claims: list[Claim]) -> list[tuple[User | None, str]]:
    return [(row.assignee, row.state) for row in Claim.objects.filter(pk__in=[one.pk for one in claims])]


def test_the_desk_head_assigns_several(claims: list[Claim], desk_head: User, checker: User) -> None:
    assert len(assignments.assign(claims, to=checker, by=desk_head)) == 2
    assert _stored(claims) == [(checker, ClaimState.CHECK)] * 2
    assert _rows(claims[0]) == [
        ("assignee", "", "checker", desk_head),
        ("state", "unchecked", "check", desk_head),
    ]
    # Once more is nothing; taking them off leads back.
    assert assignments.assign(claims, to=checker, by=desk_head) == []
    assignments.assign(claims, to=None, by=desk_head)
    assert _stored(claims) == [(None, ClaimState.UNCHECKED)] * 2


def test_all_or_none(claims: list[Claim], desk_head: User, checker: User, second_checker: User) -> None:
    assignments.take(Claim.objects.get(pk=claims[1].pk), by=second_checker)
    with pytest.raises(StaleClaim):
        assignments.assign(claims, to=checker, by=desk_head)
    assert _stored(claims) == [(None, ClaimState.UNCHECKED), (second_checker, ClaimState.CHECK)]
    assert _rows(claims[0]) == []


def test_a_claim_with_a_draft_stays_in_check(claims: list[Claim], desk_head: User, checker: User) -> None:
    verdicts.open_draft(claims[0], by=checker)
    claims[0].refresh_from_db()
    assignments.give_back(claims[0], by=checker)
    assert _stored(claims[:1]) == [(None, ClaimState.CHECK)]


def test_a_claim_that_somebody_has_is_not_taken(claims: list[Claim], checker: User, second_checker: User) -> None:
    assignments.take(claims[0], by=checker)
    with pytest.raises(StaleClaim):
        assignments.take(claims[0], by=second_checker)
    with pytest.raises(StaleClaim):
        assignments.give_back(claims[0], by=second_checker)
    assert assignments.take(claims[0], by=checker) is None


@pytest.mark.parametrize("name", ["reporter", "checker", "reviewer", "admin", "stranger"])
def test_only_the_desk_head_arranges(request: pytest.FixtureRequest, claims: list[Claim], name: str) -> None:
    person = request.getfixturevalue(name)
    with pytest.raises(WrongRole):
        assignments.assign(claims, to=person, by=person)
    with pytest.raises(WrongRole):
        assignments.set_due(claims, due_at=None, by=person)
    with pytest.raises(WrongRole):
        assignments.set_priority(claims, priority=Priority.URGENT, by=person)
    assert not ClaimMove.objects.exists()


@pytest.mark.parametrize("name", ["reporter", "admin", "stranger"])
def test_claims_go_to_people_who_check(
    request: pytest.FixtureRequest, claims: list[Claim], desk_head: User, name: str
) -> None:
    with pytest.raises(WrongRole):
        assignments.assign(claims, to=request.getfixturevalue(name), by=desk_head)


def test_deadlines_and_priorities(claims: list[Claim], desk_head: User) -> None:
    noon = factories.MORNING + timedelta(hours=3)
    assignments.set_due(claims, due_at=noon, by=desk_head)
    assignments.set_due(claims, due_at=noon + timedelta(seconds=1), by=desk_head)
    assignments.set_due(claims, due_at=None, by=desk_head)
    assignments.set_priority(claims[:1], priority=Priority.URGENT, by=desk_head)
    assert [row[:3] for row in _rows(claims[0])] == [
        ("due", "", "2026-04-15T12:00:00+00:00"),
        ("due", "2026-04-15T12:00:00+00:00", "2026-04-15T12:00:01+00:00"),
        ("due", "2026-04-15T12:00:01+00:00", ""),
        ("priority", "normal", "urgent"),
    ]


def test_a_change_of_another_thing_is_no_clash(claims: list[Claim], desk_head: User, checker: User) -> None:
    seen = Claim.objects.get(pk=claims[0].pk)
    assignments.take(claims[0], by=checker)
    assignments.set_priority([seen], priority=Priority.HIGH, by=desk_head)
    row = Claim.objects.get(pk=seen.pk)
    assert (row.assignee, row.priority, row.edits) == (checker, Priority.HIGH, 3)


def test_not_checkable_for_a_reason_and_back(claims: list[Claim], checker: User) -> None:
    with pytest.raises(ReasonMissing):
        claim_moves.mark_not_checkable(claims[0], by=checker, reason=" ")
    made = claim_moves.mark_not_checkable(claims[0], by=checker, reason="A forecast.")
    assert made is not None
    assert (made.became, made.reason) == ("not_checkable", "A forecast.")
    with pytest.raises(WrongState):
        claim_moves.mark_not_checkable(claims[0], by=checker, reason="Again.")
    claim_moves.mark_checkable(claims[0], by=checker)
    assert _stored(claims[:1]) == [(None, ClaimState.UNCHECKED)]
    with pytest.raises(WrongState):
        claim_moves.mark_checkable(claims[0], by=checker)


def test_what_waits_for_a_reviewer_is_not_waved_through(claims: list[Claim], checker: User) -> None:
    draft = verdicts.open_draft(claims[0], by=checker)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating="wrong", rationale="No.")
    verdicts.submit(draft, by=checker, edits=draft.edits)
    claim = Claim.objects.get(pk=claims[0].pk)
    with pytest.raises(WrongState):
        claim_moves.mark_not_checkable(claim, by=checker, reason="A forecast.")
    # Nor where a later version changed what it says meanwhile.
    claim_moves.engine_moved(Change.STATE, ClaimState.RECHECK, {claim.pk: "12 became 13."})
    claim.refresh_from_db()
    with pytest.raises(WrongState):
        claim_moves.mark_not_checkable(claim, by=checker, reason="A forecast.")


def test_a_glance_ends_with_a_look(claims: list[Claim], checker: User, reporter: User) -> None:
    claim_moves.engine_moved(Change.GLANCE, True, {claims[0].pk: "Reworded."})
    claim = Claim.objects.get(pk=claims[0].pk)
    assert claim.glance
    with pytest.raises(WrongRole):
        claim_moves.still_right(claim, by=reporter)
    claim_moves.still_right(claim, by=checker)
    assert not Claim.objects.get(pk=claim.pk).glance
    assert claim_moves.still_right(claim, by=checker) is None
    assert _rows(claim) == [("glance", "", "asked for", None), ("glance", "asked for", "", checker)]
