"""Verdicts, evidence and decisions by API: the same rules as on the pages, named by what was looked at."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.enums import DismissalReason, FlagState, Rating, VerdictState
from claims.models import Evidence, FlagMove, Mention, Review, Verdict
from sources.models import Profile
from sources.roles import Role
from tests import factories

VERDICTS = "/api/v1/verdicts"
Clients = Callable[..., APIClient]


@pytest.fixture
def mention(db: None) -> Mention:
    return factories.figure(factories.first_version("12 people died."), "12 people died", "12", 12, 12)


def _written(client: APIClient, mention: Mention) -> Any:
    """A draft with a finding, and a passage under it; the last answer."""
    said = factories.first_version("12 people died, the police said.", source="Harbour police")
    passage = {"claim": mention.claim_id, "article": said.article_id, "version": 1, "words": "12 people died"}
    assert client.post("/api/v1/evidence", passage | {"stance": "supports"}).status_code == 201
    draft = client.post(VERDICTS, {"claim": mention.claim_id})
    return client.patch(
        f"{VERDICTS}/{draft.json()['id']}",
        {"rating": "confirmed", "rationale": "The police say so."},
        headers={"If-Match": draft["ETag"]},
    )


def _act(client: APIClient, seen: Any, act: str, **body: Any) -> Any:
    """An act on the verdict that an answer showed, as that answer showed it."""
    verdict = seen.json().get("verdict", seen.json()["id"])
    return client.post(f"{VERDICTS}/{verdict}/acts", {"act": act} | body, headers={"If-Match": seen["ETag"]})


def test_a_verdict_goes_all_the_way(mention: Mention, api_of: Clients, checker: User, desk_head: User) -> None:
    checking, heading = api_of(checker), api_of(desk_head)
    submitted = _act(checking, _written(checking, mention), "submit")
    assert (submitted.status_code, submitted.json()["was"], submitted.json()["became"]) == (201, "draft", "in_review")
    approved = _act(heading, submitted, "approve")
    published = _act(heading, approved, "publish")
    retracted = _act(heading, published, "retract", reason="The police corrected themselves.")
    assert [answer.json()["became"] for answer in (approved, published, retracted)] == [
        "approved",
        "published",
        "retracted",
    ]
    row = heading.get(f"{VERDICTS}/{approved.json()['verdict']}")
    shown = row.json()
    assert row["ETag"] == retracted["ETag"]
    assert (shown["state"], shown["rating"], shown["author"]["username"]) == ("retracted", "confirmed", "checker")
    assert shown["approved_by"] == {"username": "desk_head", "name": "Desk head"}
    assert shown["evidence"] == [Evidence.objects.get().pk]
    acts = heading.get(f"/api/v1/reviews?verdict={shown['id']}&order=id").json()["results"]
    assert [(one["act"], one["by"]["username"]) for one in acts] == [
        ("submit", "checker"),
        ("approve", "desk_head"),
        ("publish", "desk_head"),
        ("retract", "desk_head"),
    ]


def test_four_eyes_hold_for_keys_too(mention: Mention, api_of: Clients, desk_head: User) -> None:
    heading = api_of(desk_head)
    submitted = _act(heading, _written(heading, mention), "submit")
    refused = _act(heading, submitted, "approve", override=True, reason="In a hurry.")
    assert (refused.status_code, refused.json()["code"]) == (403, "own_revision")
    assert Verdict.objects.get().state == VerdictState.IN_REVIEW


def test_a_service_account_never_approves(mention: Mention, api_of: Clients, checker: User) -> None:
    machine = factories.person("press", Role.DESK_HEAD)
    Profile.objects.update_or_create(user=machine, defaults={"service": True})
    checking = api_of(checker)
    submitted = _act(checking, _written(checking, mention), "submit")
    refused = _act(api_of(machine), submitted, "approve")
    assert (refused.status_code, refused.json()["code"]) == (403, "service_account")
    assert not Review.objects.filter(act="approve").exists()


def test_a_key_without_the_scope_review_cannot_approve(
    mention: Mention, api_of: Clients, checker: User, desk_head: User
) -> None:
    submitted = _act(api_of(checker), _written(api_of(checker), mention), "submit")
    refused = _act(api_of(desk_head, "read", "check"), submitted, "approve")
    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")
    narrow = api_of(checker, "read", "push")
    assert narrow.post(VERDICTS, {"claim": mention.claim_id}).json()["code"] == "scope_missing"
    assert Verdict.objects.get().state == VerdictState.IN_REVIEW


def test_a_decision_names_what_it_was_made_on(mention: Mention, checking: APIClient) -> None:
    written = _written(checking, mention)
    address = f"{VERDICTS}/{written.json()['id']}"
    without = checking.post(f"{address}/acts", {"act": "submit"})
    assert (without.status_code, without.json()["code"]) == (428, "if_match_required")
    # `*` would be a decision on something that nobody looked at.
    anything = checking.post(f"{address}/acts", {"act": "submit"}, headers={"If-Match": "*"})
    assert (anything.status_code, anything.json()["code"]) == (428, "if_match_required")
    # A weak tag is none; the others are of nothing.
    for tag in (f"W/{written['ETag']}", '"verdict-0-0"', "nonsense", ""):
        stale = checking.post(f"{address}/acts", {"act": "submit"}, headers={"If-Match": tag})
        assert (stale.status_code, stale.json()["code"]) == (412, "changed_meanwhile")
    assert Verdict.objects.get().state == VerdictState.DRAFT
    both = checking.post(f"{address}/acts", {"act": "submit"}, headers={"If-Match": f'"other", {written["ETag"]}'})
    assert both.status_code == 201


# What the rules refuse, each with the code of the rule.
@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"act": "approve"}, "wrong_state"),
        ({"act": "publish"}, "wrong_state"),
        ({"act": "retract", "reason": "So."}, "wrong_state"),
    ],
)
def test_steps_are_not_skipped(mention: Mention, api_of: Clients, desk_head: User, body: Any, code: str) -> None:
    heading = api_of(desk_head)
    written = _written(heading, mention)
    answer = _act(heading, written, **body)
    assert (answer.status_code, answer.json()["code"]) == (409, code)


def test_an_act_on_nothing_is_refused_before_the_header_is_asked_for(checking: APIClient) -> None:
    assert checking.post(f"{VERDICTS}/404/acts", {"act": "submit"}).status_code == 404


def test_state_author_and_approver_cannot_be_written(mention: Mention, checking: APIClient) -> None:
    written = _written(checking, mention)
    for field, value in (("state", "approved"), ("author", 1), ("approved_by", 1), ("edits", 9), ("revision", 2)):
        answer = checking.patch(
            f"{VERDICTS}/{written.json()['id']}", {field: value}, headers={"If-Match": written["ETag"]}
        )
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "unknown_field")


def test_a_reporter_sees_no_verdict_on_what_others_added(
    mention: Mention, api_of: Clients, reporter: User, checker: User, reviewer: User
) -> None:
    verdict = factories.approved(mention, checker, reviewer)
    own = factories.figure(factories.first_version("9 died.", by=reporter), "9 died", "9", 9, 9)
    seen = factories.approved(own, checker, reviewer)
    reporting = api_of(reporter)
    for path, mine in (("verdicts", seen.pk), ("evidence", own.claim.evidence.get().pk), ("mentions", own.pk)):
        assert [row["id"] for row in reporting.get(f"/api/v1/{path}").json()["results"]] == [mine]
    assert {row["verdict"] for row in reporting.get("/api/v1/reviews").json()["results"]} == {seen.pk}
    assert reporting.get(f"{VERDICTS}/{verdict.pk}").status_code == 404
    assert reporting.get(f"/api/v1/evidence/{mention.claim.evidence.get().pk}").status_code == 404
    assert reporting.get(f"{VERDICTS}?claim={mention.claim_id}").json()["results"] == []


def test_a_passage_is_linked_and_taken_off(mention: Mention, checking: APIClient) -> None:
    said = factories.first_version("At noon 12 people died.", source="Harbour police")
    body = {"claim": mention.claim_id, "article": said.article_id, "version": 1, "stance": "refutes"}
    linked = checking.post("/api/v1/evidence", body | {"start": 8, "end": 22, "note": "By name."})
    shown = linked.json()
    assert (linked.status_code, shown["text"], shown["stance"]) == (201, "12 people died", "refutes")
    again = checking.post("/api/v1/evidence", body | {"words": "12  people died"})
    assert (again.status_code, again.json()["code"]) == (409, "already_linked")
    assert checking.get(linked["Location"]).json() == shown
    assert checking.delete(linked["Location"]).status_code == 428
    seen = {"If-Match": checking.get(linked["Location"])["ETag"]}
    assert checking.delete(linked["Location"], headers=seen).status_code == 204
    assert checking.delete(linked["Location"], headers=seen).json()["code"] == "changed_meanwhile"
    gone = checking.delete(linked["Location"], headers={"If-Match": checking.get(linked["Location"])["ETag"]})
    assert (gone.status_code, gone.json()["code"]) == (409, "stale_evidence")
    assert checking.get("/api/v1/evidence?removed=false").json()["results"] == []
    assert [row["id"] for row in checking.get("/api/v1/evidence?removed=true").json()["results"]] == [shown["id"]]


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        # Neither words nor place; both; half a place.
        ({}, 400, "invalid"),
        ({"words": "12 people died", "start": 0, "end": 4}, 400, "invalid"),
        ({"start": 0}, 400, "invalid"),
        # One letter off; beyond the end; back to front.
        ({"words": "12 people dies"}, 422, "words_not_found"),
        ({"start": 0, "end": 9_999}, 422, "span_outside_text"),
        ({"start": 5, "end": 2}, 422, "span_outside_text"),
    ],
)
def test_passages_that_are_none(mention: Mention, checking: APIClient, given: Any, status: int, code: str) -> None:
    said = factories.first_version("At noon 12 people died.", source="Harbour police")
    body = {"claim": mention.claim_id, "article": said.article_id, "version": 1, "stance": "supports"}
    answer = checking.post("/api/v1/evidence", body | given)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Evidence.objects.exists()


def test_a_flag_is_decided_and_the_decision_taken_back(checking: APIClient, mention: Mention) -> None:
    other = factories.figure(factories.first_version("9 people died.", source="Quay Radio"), "9 people died", "9", 9, 9)
    flag = factories.flag(mention, other)
    address = f"/api/v1/flags/{flag.pk}"
    body = {"decision": "dismiss", "code": "another_time", "reason": "The count of the night before."}
    seen = checking.get(address)["ETag"]
    assert checking.post(f"{address}/decisions", body).status_code == 428
    decided = checking.post(f"{address}/decisions", body, headers={"If-Match": seen})
    assert (decided.status_code, decided.json()["became"], decided.json()["code"]) == (201, "dismissed", "another_time")
    late = checking.post(f"{address}/decisions", {"decision": "uphold"}, headers={"If-Match": seen})
    assert (late.status_code, late.json()["code"]) == (412, "changed_meanwhile")
    opened = checking.post(f"{address}/decisions", {"decision": "reopen"}, headers={"If-Match": decided["ETag"]})
    assert opened.json()["became"] == "open"
    # Open once more, and still another thing than before it was decided on.
    assert opened["ETag"] == checking.get(address)["ETag"]
    assert opened["ETag"] != seen
    moves = checking.get(f"{address}/decisions?order=id").json()["results"]
    assert [(row["was"], row["became"]) for row in moves] == [("open", "dismissed"), ("dismissed", "open")]
    assert FlagMove.objects.filter(code=DismissalReason.ANOTHER_TIME).count() == 1


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"decision": "dismiss"}, 400, "invalid"),
        ({"decision": "uphold", "code": "misread"}, 400, "invalid"),
        ({"decision": "dismiss", "code": "other"}, 422, "reason_missing"),
        ({"decision": "resolve"}, 422, "reason_missing"),
        ({"decision": "reopen"}, 409, "stale_flag"),
    ],
)
def test_decisions_that_are_none(checking: APIClient, mention: Mention, body: Any, status: int, code: str) -> None:
    other = factories.figure(factories.first_version("9 people died.", source="Quay Radio"), "9 people died", "9", 9, 9)
    flag = factories.flag(mention, other)
    address = f"/api/v1/flags/{flag.pk}"
    headers = {"If-Match": checking.get(address)["ETag"]}
    answer = checking.post(f"{address}/decisions", body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    flag.refresh_from_db()
    assert flag.state == FlagState.OPEN


@pytest.mark.parametrize("path", ["verdicts", "evidence", "mentions", "reviews", "comments", "corrections"])
def test_a_list_asks_no_more_for_three_than_for_one(
    path: str, checking: APIClient, checker: User, reviewer: User, django_assert_num_queries: Any
) -> None:
    def one_more(number: int) -> None:
        version = factories.first_version(f"{number} people died.")
        made = factories.figure(version, f"{number} people died", f"{number}", number, number)
        factories.approved(made, checker, reviewer, rating=Rating.CONFIRMED)
        checking.post("/api/v1/comments", {"claim": made.claim_id, "text": "Is that all, @reviewer?"})

    one_more(11)
    with CaptureQueriesContext(connection) as first:
        answer = checking.get(f"/api/v1/{path}")
        asked = len(first)
    assert len(answer.json()["results"]) == {"reviews": 2, "corrections": 0}.get(path, 1)
    one_more(12)
    one_more(13)
    with django_assert_num_queries(asked):
        checking.get(f"/api/v1/{path}")
