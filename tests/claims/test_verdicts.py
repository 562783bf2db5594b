"""A verdict's way from draft to published and back, by the services."""

import pytest
from django.contrib.auth.models import User

from claims.enums import Act, Change, ClaimState, Rating, VerdictState
from claims.errors import (
    ClaimChanged,
    EvidenceMissing,
    NotYours,
    OpenConflict,
    OverrideRefused,
    OwnRevision,
    RatingMissing,
    RationaleMissing,
    ReasonMissing,
    StaleVerdict,
    WrongRole,
    WrongState,
)
from claims.models import Claim, Evidence, Mention, Review, Verdict
from claims.queries import verdicts as queries
from claims.services import claim_moves, verdicts
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def mention() -> Mention:
    version = factories.first_version("12 people died, and 40 were hurt.")
    return factories.figure(version, "12 people died", "12", 12, 12)


@pytest.fixture
def claim(mention: Mention) -> Claim:
    return mention.claim


def _written(claim: Claim, by: User, *, passage: bool = True) -> Verdict:
    """A draft that lacks nothing."""
    if passage:
        factories.evidence(claim, by)
    draft = verdicts.open_draft(claim, by=by)
    return verdicts.write(draft, by=by, edits=draft.edits, rating=Rating.CONFIRMED, rationale="The police say so.")


def _submitted(claim: Claim, by: User, *, passage: bool = True) -> Verdict:
    draft = _written(claim, by, passage=passage)
    return verdicts.submit(draft, by=by, edits=draft.edits).verdict


def _approved(claim: Claim, by: User, reviewer: User) -> Verdict:
    row = _submitted(claim, by)
    return verdicts.approve(row, by=reviewer, edits=row.edits).verdict


def _state(claim: Claim) -> str:
    claim.refresh_from_db()
    return claim.state


def test_the_way_to_the_reader(claim: Claim, checker: User, reviewer: User, desk_head: User) -> None:
    draft = verdicts.open_draft(claim, by=checker)
    assert (draft.revision, draft.state, _state(claim)) == (1, VerdictState.DRAFT, ClaimState.CHECK)
    assert claim.assignee == checker
    factories.evidence(claim, checker)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=Rating.WRONG, rationale="  It was 13. ")
    assert (draft.rating, draft.rationale) == (Rating.WRONG, "It was 13.")
    row = verdicts.submit(draft, by=checker, edits=draft.edits).verdict
    assert _state(claim) == ClaimState.REVIEW
    assert [under.evidence.added_by for under in row.stands_on.all()] == [checker]
    row = verdicts.approve(row, by=reviewer, edits=row.edits).verdict
    assert _state(claim) == ClaimState.APPROVED
    assert (row.approved_by, row.override) == (reviewer, "")
    row = verdicts.publish(row, by=desk_head, edits=row.edits).verdict
    assert (row.state, _state(claim)) == (VerdictState.PUBLISHED, ClaimState.APPROVED)
    row = verdicts.retract(row, by=desk_head, edits=row.edits, reason="The police corrected it.").verdict
    assert (row.state, _state(claim)) == (VerdictState.RETRACTED, ClaimState.RECHECK)
    told = [(one.act, one.was, one.became, one.by, one.reason) for one in Review.objects.all()]
    assert told == [
        (Act.SUBMIT, "draft", "in_review", checker, ""),
        (Act.APPROVE, "in_review", "approved", reviewer, ""),
        (Act.PUBLISH, "approved", "published", desk_head, ""),
        (Act.RETRACT, "published", "retracted", desk_head, "The police corrected it."),
    ]


def test_sent_back_and_submitted_again(claim: Claim, checker: User, reviewer: User) -> None:
    row = _submitted(claim, checker)
    row = verdicts.send_back(row, by=reviewer, edits=row.edits, reason="Which police?").verdict
    assert (row.state, _state(claim)) == (VerdictState.DRAFT, ClaimState.SENT_BACK)
    assert verdicts.open_draft(claim, by=checker) == row
    row = verdicts.write(row, by=checker, edits=row.edits, rationale="The police of Kalderhaven.")
    assert _state(claim) == ClaimState.SENT_BACK
    row = verdicts.submit(row, by=checker, edits=row.edits).verdict
    assert verdicts.approve(row, by=reviewer, edits=row.edits).became == VerdictState.APPROVED


def test_only_who_wrote_it_withdraws(claim: Claim, checker: User, second_checker: User) -> None:
    row = _submitted(claim, checker)
    with pytest.raises(NotYours):
        verdicts.withdraw(row, by=second_checker, edits=row.edits)
    assert verdicts.withdraw(row, by=checker, edits=row.edits).became == VerdictState.DRAFT
    assert _state(claim) == ClaimState.CHECK


def test_nothing_is_submitted_by_halves(claim: Claim, checker: User) -> None:
    draft = verdicts.open_draft(claim, by=checker)
    with pytest.raises(RatingMissing):
        verdicts.submit(draft, by=checker, edits=draft.edits)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=Rating.WRONG, rationale=" \n")
    with pytest.raises(RationaleMissing):
        verdicts.submit(draft, by=checker, edits=draft.edits)
    assert not Review.objects.exists()


def test_a_stale_write_says_whose_change_it_met(claim: Claim, checker: User, second_checker: User) -> None:
    draft = verdicts.open_draft(claim, by=checker)
    verdicts.write(draft, by=second_checker, edits=draft.edits, rationale="Theirs.")
    with pytest.raises(StaleVerdict, match=r"^Second checker changed this at \d\d:\d\d\.$"):
        verdicts.write(draft, by=checker, edits=draft.edits, rationale="Mine.")
    draft.refresh_from_db()
    assert draft.rationale == "Theirs."


def test_a_passage_is_asked_for(claim: Claim, checker: User, reviewer: User, desk_head: User) -> None:
    row = _submitted(claim, checker, passage=False)
    with pytest.raises(EvidenceMissing):
        verdicts.approve(row, by=reviewer, edits=row.edits)
    with pytest.raises(OverrideRefused):
        verdicts.approve(row, by=reviewer, edits=row.edits, override=True, reason="I know it.")
    with pytest.raises(ReasonMissing):
        verdicts.approve(row, by=desk_head, edits=row.edits, override=True, reason=" ")
    review = verdicts.approve(row, by=desk_head, edits=row.edits, override=True, reason="I was there.")
    assert (review.override, review.reason, review.verdict.override) == (True, "I was there.", "I was there.")


def test_a_passage_that_came_after_the_submission_does_not_count(claim: Claim, checker: User, reviewer: User) -> None:
    row = _submitted(claim, checker, passage=False)
    factories.evidence(claim, checker)
    row.refresh_from_db()
    with pytest.raises(EvidenceMissing):
        verdicts.approve(row, by=reviewer, edits=row.edits)


def test_a_passage_that_was_taken_back_does_not_count(claim: Claim, checker: User, reviewer: User) -> None:
    row = _submitted(claim, checker)
    Evidence.objects.update(removed_at=factories.MORNING, removed_by=checker)
    row.refresh_from_db()
    with pytest.raises(EvidenceMissing):
        verdicts.approve(row, by=reviewer, edits=row.edits)


def test_an_open_conflict_stands_in_the_way(mention: Mention, claim: Claim, checker: User, reviewer: User) -> None:
    other = factories.figure(factories.first_version("9 people died", source="Other"), "9 people died", "9", 9, 9)
    row = _submitted(claim, checker)
    flag = factories.flag(other, mention)
    with pytest.raises(OpenConflict):
        verdicts.approve(row, by=reviewer, edits=row.edits)
    flag.relation = "update"
    flag.save(update_fields=["relation"])
    assert verdicts.approve(row, by=reviewer, edits=row.edits).became == VerdictState.APPROVED


def test_a_new_revision_starts_with_the_old_finding(claim: Claim, checker: User, reviewer: User) -> None:
    first = _approved(claim, checker, reviewer)
    second = verdicts.revise(first, by=reviewer)
    assert (second.revision, second.state, second.author) == (2, VerdictState.DRAFT, reviewer)
    assert (second.rating, second.rationale) == (first.rating, first.rationale)
    assert _state(claim) == ClaimState.CHECK
    assert [(row, row.state) for row in queries.revisions(claim)] == [(first, "approved"), (second, "draft")]
    with pytest.raises(WrongState):
        verdicts.revise(second, by=reviewer)


def test_what_stands_is_retracted_beside_a_new_revision(
    claim: Claim, checker: User, reviewer: User, desk_head: User
) -> None:
    first = _approved(claim, checker, reviewer)
    verdicts.revise(first, by=checker)
    verdicts.retract(first, by=desk_head, edits=first.edits, reason="It was never so.")
    assert _state(claim) == ClaimState.CHECK


def test_the_words_of_a_newer_version_have_to_be_judged(claim: Claim, checker: User, reviewer: User) -> None:
    row = _submitted(claim, checker)
    _changed_to_13(claim)
    with pytest.raises(ClaimChanged):
        verdicts.approve(row, by=reviewer, edits=row.edits)
    row = verdicts.withdraw(row, by=checker, edits=row.edits).verdict
    with pytest.raises(ClaimChanged):
        verdicts.submit(row, by=checker, edits=row.edits)
    row = verdicts.write(row, by=checker, edits=row.edits, rationale="13, the police say.")
    row = verdicts.submit(row, by=checker, edits=row.edits).verdict
    # The passage was linked for 12.
    with pytest.raises(EvidenceMissing):
        verdicts.approve(row, by=reviewer, edits=row.edits)


def test_what_changed_is_not_published(claim: Claim, checker: User, reviewer: User, desk_head: User) -> None:
    row = _approved(claim, checker, reviewer)
    _changed_to_13(claim)
    with pytest.raises(ClaimChanged):
        verdicts.publish(row, by=desk_head, edits=row.edits)


def test_several_at_once_or_none(checker: User, reviewer: User) -> None:
    version = factories.first_version("12 people died. 9 were hurt.")
    rows = [
        _submitted(factories.figure(version, words, words.split()[0], 1, 1).claim, checker, passage=passage)
        for words, passage in [("12 people died", True), ("9 were hurt", False)]
    ]
    with pytest.raises(EvidenceMissing) as refused:
        verdicts.approve_all([(row, row.edits) for row in rows], by=reviewer)
    assert refused.value.verdict_id == rows[1].pk
    assert set(Verdict.objects.values_list("state", flat=True)) == {VerdictState.IN_REVIEW}
    own = verdicts.withdraw(rows[1], by=checker, edits=rows[1].edits).verdict
    factories.evidence(own.claim, checker)
    rows[1] = verdicts.submit(own, by=checker, edits=own.edits).verdict
    assert len(verdicts.approve_all([(row, row.edits) for row in rows], by=reviewer)) == 2
    assert set(Verdict.objects.values_list("state", flat=True)) == {VerdictState.APPROVED}


@pytest.mark.parametrize("name", ["reporter", "admin", "stranger"])
def test_who_does_not_check_writes_no_verdict(request: pytest.FixtureRequest, claim: Claim, name: str) -> None:
    with pytest.raises(WrongRole):
        verdicts.open_draft(claim, by=request.getfixturevalue(name))


def test_a_claim_out_of_the_coverage_takes_no_verdict(claim: Claim, checker: User) -> None:
    draft = _written(claim, checker)
    claim.refresh_from_db()
    claim_moves.mark_not_checkable(claim, by=checker, reason="A forecast.")
    for act in (
        lambda: verdicts.open_draft(claim, by=checker),
        lambda: verdicts.write(draft, by=checker, edits=draft.edits, rationale="No."),
        lambda: verdicts.submit(draft, by=checker, edits=draft.edits),
    ):
        with pytest.raises(WrongState):
            act()
    claim_moves.mark_checkable(claim, by=checker)
    assert _state(claim) == ClaimState.CHECK
    verdicts.submit(draft, by=checker, edits=draft.edits)


def test_nobody_approves_their_own(claim: Claim, reviewer: User) -> None:
    row = _submitted(claim, reviewer)
    with pytest.raises(OwnRevision):
        verdicts.approve(row, by=reviewer, edits=row.edits)
    with pytest.raises(OwnRevision):
        verdicts.send_back(row, by=reviewer, edits=row.edits, reason="Mine.")


def test_what_waits_for_a_reviewer(claim: Claim, checker: User, reviewer: User, desk_head: User) -> None:
    row = _submitted(claim, desk_head)
    assert list(queries.awaiting_review(reviewer)) == [row]
    assert list(queries.awaiting_review(desk_head)) == []
    assert list(queries.awaiting_review(checker)) == []


def test_the_history_tells_each_thing_once(claim: Claim, checker: User, reviewer: User) -> None:
    row = _approved(claim, checker, reviewer)
    _changed_to_13(claim)
    told = [(one.what, one.by, one.became, one.revision) for one in queries.history(claim)]
    assert told == [
        ("state", None, "recheck", None),
        ("approve", reviewer, "approved", 1),
        ("submit", checker, "in_review", 1),
        ("assignee", checker, "checker", None),
        ("open", checker, "draft", 1),
    ]
    assert row.revision == 1


def _changed_to_13(claim: Claim) -> Mention:
    """The next version says 13; the claim is where the carry-over leaves it."""
    version = factories.next_version(claim.article, "13 people died, and 40 were hurt.")
    mention = factories.figure(version, "13 people died", "13", 13, 13, claim=claim, outcome="value_changed")
    claim_moves.engine_moved(Change.STATE, ClaimState.RECHECK, {claim.pk: "12 became 13."})
    return mention
