"""What must never be false about verdicts, evidence and comments is held by the database."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F, Value
from django.utils import timezone

from claims.enums import Act, Change, EventType, NoteKind, VerdictState
from claims.models import (
    ClaimMove,
    Comment,
    Correction,
    Delivery,
    Event,
    Evidence,
    NoteDraft,
    Review,
    SavedView,
    Verdict,
    VerdictContributor,
    VerdictEvidence,
    Webhook,
)
from tests import factories
from tests.claims.refused import again, broken

pytestmark = pytest.mark.django_db
TEXT = "12 people died. 9 people died."


@pytest.fixture
def rows(checker: User, reviewer: User) -> dict[str, Any]:
    """One valid row of each kind; the verdict is a draft of the checker's."""
    version = factories.first_version(TEXT)
    figure = factories.figure(version, "12 people died", "12", 12, 12)
    proof = factories.first_version("12 people died, the police say.", source="Police")
    evidence = Evidence.objects.create(
        claim=figure.claim, version=proof, start=0, end=14, text="12 people died", added_by=checker
    )
    verdict = Verdict.objects.create(claim=figure.claim, mention=figure, author=checker)
    contributor, _ = VerdictContributor.objects.get_or_create(verdict=verdict, person=checker)
    event = Event.objects.create(type=EventType.TEST)
    webhook = Webhook.objects.create(url="https://desk.example/hook", secret="whsec_a")
    return {
        "move": ClaimMove.objects.create(claim=figure.claim, what=Change.STATE, was="unchecked", became="check"),
        "comment": Comment.objects.create(claim=figure.claim, by=checker, text="Look."),
        "view": SavedView.objects.create(owner=checker, name="Mine", query="state=check"),
        "evidence": evidence,
        "correction": Correction.objects.create(
            claim=figure.claim, mention=figure, before={"unit": "person"}, after={"unit": "child"}, by=checker
        ),
        "verdict": verdict,
        "contributor": contributor,
        "under": VerdictEvidence.objects.create(verdict=verdict, evidence=evidence),
        "review": Review(verdict=verdict, act=Act.SUBMIT, was="draft", became="in_review", by=checker),
        "reviewer": reviewer,
        "note": NoteDraft.objects.create(earlier=version, later=proof, kind=NoteKind.UPDATE, text="Later.", by=checker),
        "event": event,
        "webhook": webhook,
        "delivery": Delivery.objects.create(webhook=webhook, event=event, due_at=factories.MORNING),
    }


CHANGES = [
    ("saved_view_named", "view", {"name": ""}),
    ("evidence_span", "evidence", {"start": 14}),
    ("evidence_text_not_empty", "evidence", {"text": ""}),
    ("evidence_stands_there", "evidence", {"text": "13 people died"}),
    ("evidence_stands_there", "evidence", {"start": 3}),
    ("evidence_part", "evidence", {"part": "footer"}),
    ("evidence_stance", "evidence", {"stance": "likes"}),
    ("evidence_contains", "evidence", {"contains": "maybe"}),
    # Taken back by nobody, or by somebody at no time.
    ("evidence_removed_by_somebody", "evidence", {"removed_at": factories.MORNING}),
    ("evidence_removed_by_somebody", "evidence", {"removed_by": F("added_by")}),
    ("evidence_restored_by_somebody", "evidence", {"restored_at": factories.MORNING}),
    ("evidence_restored_by_somebody", "evidence", {"restored_by": F("added_by")}),
    ("correction_undone_by_somebody", "correction", {"undone_at": factories.MORNING}),
    ("correction_undone_by_somebody", "correction", {"undone_by": F("by")}),
    ("correction_corrects", "correction", {"after": {"unit": "person"}}),
    ("verdict_rating", "verdict", {"rating": "true"}),
    ("verdict_in_substance", "verdict", {"in_substance": "true"}),
    # Submitted with half of it.
    ("verdict_submitted_is_whole", "verdict", {"state": VerdictState.IN_REVIEW}),
    ("verdict_submitted_is_whole", "verdict", {"state": VerdictState.IN_REVIEW, "rating": "wrong"}),
    ("verdict_submitted_is_whole", "verdict", {"state": VerdictState.IN_REVIEW, "rationale": "No."}),
    ("event_type", "event", {"type": "rumour"}),
    ("note_draft_kind", "note", {"kind": "rumour"}),
    ("note_draft_between_two", "note", {"later": F("earlier")}),
    ("webhook_says_why_off", "webhook", {"active": False}),
    ("webhook_secret", "webhook", {"secret": Value("whsec_as-it-is")}),
    ("delivery_state", "delivery", {"state": "lost"}),
    ("verdict_state", "verdict", {"state": "lost", "rating": "wrong", "rationale": "No."}),
    # Approved at a time while it is a draft.
    ("verdict_decided_by_somebody", "verdict", {"approved_at": factories.MORNING}),
]


@pytest.mark.parametrize(("constraint", "row", "change"), CHANGES)
def test_a_change_is_refused(rows: dict[str, Any], constraint: str, row: str, change: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        type(rows[row]).objects.filter(pk=rows[row].pk).update(**change)
    assert broken(refused.value) == constraint


COPIES = [
    ("comment_not_empty", "comment", {"text": ""}),
    ("claim_move_what", "move", {"what": "colour"}),
    ("claim_move_moves", "move", {"was": "check"}),
    ("review_act", "review", {"act": "wave"}),
    ("review_says_why", "review", {"act": Act.SEND_BACK}),
    ("review_says_why", "review", {"act": Act.RETRACT}),
    ("review_says_why", "review", {"act": Act.APPROVE, "override": True}),
    ("saved_view_name", "view", {"query": ""}),
    # The same passage with another stance: the one that stands has to be taken back first.
    ("evidence_once", "evidence", {"stance": "refutes"}),
    ("contributor_once", "contributor", {}),
    ("verdict_evidence_once", "under", {}),
    ("note_draft_once", "note", {"text": "Another."}),
    ("delivery_once", "delivery", {"attempts": 1}),
    ("verdict_one_in_work", "verdict", {"revision": 2}),
    ("verdict_revision_from_one", "verdict", {"revision": 0}),
]


@pytest.mark.parametrize(("constraint", "row", "changes"), COPIES)
def test_a_second_row_is_refused(rows: dict[str, Any], constraint: str, row: str, changes: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        again(rows[row], **changes).save()
    assert broken(refused.value) == constraint


def test_a_revision_has_its_number_for_itself(rows: dict[str, Any]) -> None:
    _submitted(rows)
    Verdict.objects.update(state=VerdictState.APPROVED, approved_by=rows["reviewer"], approved_at=timezone.now())
    again(rows["review"], act=Act.APPROVE, was="in_review", became="approved", by=rows["reviewer"]).save()
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        again(rows["verdict"]).save()
    assert broken(refused.value) == "verdict_revision_once"
    again(rows["verdict"], revision=2).save()


def test_the_author_does_not_approve(rows: dict[str, Any]) -> None:
    _submitted(rows)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Verdict.objects.update(state=VerdictState.APPROVED, approved_by=F("author"), approved_at=timezone.now())
    assert broken(refused.value) == "verdict_four_eyes"


def test_nobody_approved_is_not_approved(rows: dict[str, Any]) -> None:
    _submitted(rows)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Verdict.objects.update(state=VerdictState.APPROVED, approved_at=timezone.now())
    assert broken(refused.value) == "verdict_decided_by_somebody"


# Near misses: rows that are right.
@pytest.mark.parametrize(
    ("row", "change"),
    [
        ("evidence", {"removed_at": factories.MORNING, "removed_by": F("added_by")}),
        ("verdict", {"in_substance": "wrong"}),
        ("verdict", {"rating": "", "rationale": ""}),
    ],
)
def test_what_is_allowed(rows: dict[str, Any], row: str, change: dict[str, Any]) -> None:
    assert type(rows[row]).objects.filter(pk=rows[row].pk).update(**change) == 1


def test_a_passage_that_was_taken_back_may_be_linkedagain(rows: dict[str, Any]) -> None:
    Evidence.objects.update(removed_at=timezone.now(), removed_by=F("added_by"))
    again(rows["evidence"]).save()
    assert Evidence.objects.filter(removed_at=None).count() == 1


def _submitted(rows: dict[str, Any]) -> None:
    Verdict.objects.update(state=VerdictState.IN_REVIEW, rating="wrong", rationale="No.")
    rows["review"].save()
