"""Where claims stand, by id, address, hash, version and place."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from rest_framework.test import APIClient

from claims.enums import Act, Outcome, Rating, Relation, RunState
from claims.models import Claim, Mention
from claims.services import verdicts
from sources.models import Article, ArticleVersion
from tests import factories

URL = "https://ledger.example.org/ferry"
TEXT = "12 passengers were killed on Tuesday. 31 people were hurt."


@pytest.fixture
def version(db: None) -> ArticleVersion:
    return factories.first_version(TEXT, url=URL)


@pytest.fixture
def killed(version: ArticleVersion) -> Mention:
    return factories.figure(version, "12 passengers were killed", "12", 12, 12)


@pytest.fixture
def hurt(version: ArticleVersion, killed: Mention) -> Mention:
    return factories.figure(version, "31 people were hurt", "31", 31, 31)


def status(client: APIClient, claim: int) -> Any:
    answer = client.get(f"/api/v1/claims/{claim}/status")
    assert answer.status_code == 200
    return answer.json()


def said(client: APIClient, **asked: Any) -> Any:
    answer = client.get("/api/v1/status", asked)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def test_what_nobody_checked_is_never_true(checking: APIClient, killed: Mention) -> None:
    found = status(checking, killed.claim_id)
    assert (found["checked"], found["rating"], found["verdict"], found["as_of"]) == (False, None, None, None)
    assert (found["state"], found["summary"]) == ("unchecked", "Nobody has checked this.")
    assert (found["evidence"], found["conflicts"]) == ([], {"count": 0, "flags": []})


def test_a_draft_or_a_verdict_in_review_is_no_finding(checking: APIClient, killed: Mention, checker: User) -> None:
    factories.evidence(killed.claim, checker)
    draft = verdicts.open_draft(killed.claim, by=checker)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=Rating.CONFIRMED, rationale="So they say.")
    assert (status(checking, killed.claim_id)["checked"], status(checking, killed.claim_id)["rating"]) == (False, None)
    verdicts.submit(draft, by=checker, edits=draft.edits)
    found = status(checking, killed.claim_id)
    assert (found["state"], found["checked"], found["rating"]) == ("review", False, None)
    assert found["summary"] == "This has not been checked yet: a verdict waits for a second person."


def test_an_approved_one_says_all_that_it_rests_on(
    checking: APIClient, killed: Mention, checker: User, reviewer: User
) -> None:
    verdict = factories.approved(killed, checker, reviewer)
    found = status(checking, killed.claim_id)
    assert (found["checked"], found["rating"], found["state"]) == (True, "confirmed", "approved")
    assert found["verdict"]["approved_by"] == "reviewer"
    assert (found["verdict"]["id"], found["verdict"]["revision"], found["verdict"]["state"]) == (
        verdict.pk,
        1,
        "approved",
    )
    assert found["reviewed"] == {
        "version": 1,
        "sha256": killed.version.sha256,
        "part": "body",
        "start": 0,
        "end": 25,
        "text": "12 passengers were killed",
    }
    (passage,) = found["evidence"]
    kept = verdict.stands_on.get().evidence
    assert passage["archived"] == f"/api/v1/articles/{kept.version.article_id}/versions/1"
    text = checking.get(passage["archived"]).json()["text"]
    assert text[passage["start"] : passage["end"]] == passage["text"] == "12 passengers were killed"
    assert (passage["stance"], passage["source"], passage["sha256"]) == (
        "supports",
        "Harbour police",
        kept.version.sha256,
    )
    assert "checker" not in str(found).lower().replace("checked", "")


def test_no_name_is_told(checking: APIClient, killed: Mention, checker: User, reviewer: User) -> None:
    for person in (checker, reviewer):
        User.objects.filter(pk=person.pk).update(username=f"quillfeather{person.pk}", first_name="Quillfeather")
        person.refresh_from_db()
    factories.approved(killed, checker, reviewer)
    assert "quillfeather" not in str(status(checking, killed.claim_id)).lower()


def test_a_verdict_does_not_hold_for_words_that_say_something_else(
    checking: APIClient, version: ArticleVersion, killed: Mention, checker: User, reviewer: User
) -> None:
    factories.approved(killed, checker, reviewer)
    later = factories.next_version(version.article, TEXT.replace("12", "14"))
    changed = factories.figure(
        later, "14 passengers were killed", "14", 14, 14, claim=killed.claim, outcome=Outcome.VALUE_CHANGED
    )
    found = status(checking, killed.claim_id)
    assert (found["checked"], found["rating"], found["reviewed"]["version"]) == (False, "confirmed", 1)
    assert (found["superseded_by"]["version"], found["superseded_by"]["text"]) == (2, changed.text)
    assert found["summary"] == (
        "Version 1 was rated confirmed; version 2 says something else than these words, so they count as unchecked."
    )
    # The words of version 1 are still those that were judged.
    assert said(checking, url=URL, version=1)["claims"][0]["checked"] is True
    assert said(checking, url=URL)["claims"][0]["checked"] is False


def test_a_verdict_on_new_words_does_not_hold_for_the_old_ones(
    checking: APIClient, version: ArticleVersion, killed: Mention, checker: User, reviewer: User
) -> None:
    later = factories.next_version(version.article, TEXT.replace("12", "14"))
    changed = factories.figure(
        later, "14 passengers were killed", "14", 14, 14, claim=killed.claim, outcome=Outcome.VALUE_CHANGED
    )
    factories.approved(changed, checker, reviewer)
    assert said(checking, url=URL)["claims"][0]["checked"] is True
    assert said(checking, url=URL, version=1)["claims"][0]["checked"] is False


def test_what_was_taken_back_counts_no_more(
    checking: APIClient, killed: Mention, checker: User, reviewer: User, desk_head: User
) -> None:
    verdict = factories.approved(killed, checker, reviewer)
    verdicts.retract(verdict, by=desk_head, edits=verdict.edits, reason="The bulletin was withdrawn.")
    found = status(checking, killed.claim_id)
    assert (found["checked"], found["rating"], found["evidence"]) == (False, None, [])
    assert found["retracted_at"] == found["withdrawn"]["retracted_at"]
    assert (found["state"], found["withdrawn"]["state"]) == ("recheck", "retracted")
    assert (found["withdrawn"]["rating"], found["withdrawn"]["reason"]) == ("confirmed", "The bulletin was withdrawn.")
    assert re.sub(r"as of .* UTC", "as of then", found["summary"]) == (
        "Revision 1, rated confirmed as of then, was taken back: no verdict is in force."
    )
    assert verdict.reviews.filter(act=Act.RETRACT).count() == 1


def test_a_newer_revision_is_told_and_the_old_one_holds_meanwhile(
    checking: APIClient, killed: Mention, checker: User, reviewer: User
) -> None:
    verdicts.revise(factories.approved(killed, checker, reviewer), by=checker)
    found = status(checking, killed.claim_id)
    assert (found["checked"], found["verdict"]["revision"]) == (True, 1)
    assert (found["superseded_by"]["revision"], found["superseded_by"]["state"]) == (2, "draft")
    assert found["summary"].endswith("approved by a reviewer. Revision 2 is being written.")


def test_open_conflicts_count_and_updates_and_decided_ones_do_not(
    checking: APIClient, killed: Mention, hurt: Mention
) -> None:
    other = factories.first_version("9 people died. 8 died. 7 died.", source="Harbour Gazette")
    a, b, c = (
        factories.figure(other, words, words[0], words[0], words[0]) for words in ("9 people died", "8 died", "7 died")
    )
    conflict = factories.flag(killed, a)
    factories.flag(killed, b, relation=Relation.UPDATE, rule="figure.update")
    decided = factories.flag(killed, c, rule="figure.other")
    type(decided).objects.filter(pk=decided.pk).update(state="dismissed")
    factories.flag(hurt, c)
    found = status(checking, killed.claim_id)["conflicts"]
    assert (found["count"], [flag["id"] for flag in found["flags"]]) == (1, [conflict.pk])
    assert found["flags"][0]["reason"] == "The two counts cannot both hold."


def test_a_version_that_is_not_read_yet_is_told(checking: APIClient, version: ArticleVersion, killed: Mention) -> None:
    later = factories.next_version(version.article, TEXT.replace("12", "14"))
    found = status(checking, killed.claim_id)
    assert found["latest"] == {"version": 2, "sha256": later.sha256, "processed": False, "outcome": None}
    assert found["summary"] == "Nobody has checked this. Version 2 has not been read yet."
    factories.run(later, RunState.DONE)
    found = status(checking, killed.claim_id)
    assert (found["latest"]["processed"], found["latest"]["outcome"]) == (True, "dropped")
    assert found["summary"] == "Nobody has checked this. Version 2 no longer says it."


def test_texts_are_found_by_address_version_hash_and_place(
    checking: APIClient, version: ArticleVersion, killed: Mention, hurt: Mention
) -> None:
    both = [killed.claim_id, hurt.claim_id]
    ways: list[tuple[dict[str, Any], list[int]]] = [
        ({"url": URL}, both),
        ({"url": URL, "version": 1}, both),
        ({"article": version.article_id}, both),
        ({"sha256": version.sha256}, both),
        ({"url": URL, "start": 0, "end": 3}, both[:1]),
        # Touching is standing there; ending where the claim begins is not.
        ({"url": URL, "start": 40, "end": 41}, both[1:]),
        ({"url": URL, "start": 26, "end": hurt.start}, []),
        ({"url": URL, "start": 0, "end": 60, "part": "headline"}, []),
    ]
    for asked, claims in ways:
        found = said(checking, **asked)
        assert [one["claim"] for one in found["claims"]] == claims, asked
        assert found["text"]["version"] == 1
    assert found["counts"] == {"claims": 0, "checked": 0, "conflicts": 0}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, 400),
        ({"url": "https://ledger.example.org/other"}, 404),
        ({"url": URL, "version": 2}, 404),
        ({"sha256": "0" * 64}, 404),
        ({"sha256": "0" * 63}, 400),
        ({"url": URL, "start": 1}, 400),
        ({"url": URL, "start": 3, "end": 3}, 400),
        ({"url": URL, "part": "footer"}, 400),
        ({"url": URL, "versoin": 1}, 400),
        ({"article": 2**63}, 400),
    ],
)
def test_what_is_not_there_or_not_valid(checking: APIClient, killed: Mention, asked: Any, code: int) -> None:
    assert checking.get("/api/v1/status", asked).status_code == code


def test_a_reporter_sees_her_own_alone(reporting: APIClient, killed: Mention, reporter: User) -> None:
    assert reporting.get(f"/api/v1/claims/{killed.claim_id}/status").status_code == 404
    assert reporting.get("/api/v1/status", {"url": URL}).status_code == 404
    Article.objects.update(created_by=reporter)
    assert status(reporting, killed.claim_id)["claim"] == killed.claim_id


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_statements_is_the_same_for_any_number_of_claims(
    checking: APIClient, count: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    words = " ".join(f"{n} people died." for n in range(1, count + 1))
    version = factories.first_version(words, url=URL)
    for n in range(1, count + 1):
        factories.figure(version, f"{n} people died", f"{n}", n, n)
    said(checking, url=URL)  # notes the use of the key, once a minute
    with django_assert_num_queries(6):
        assert len(said(checking, url=URL)["claims"]) == count
    claim = Claim.objects.first()
    assert claim is not None
    status(checking, claim.pk)  # makes the statement known to the connection, once
    with django_assert_num_queries(1):  # the key and the answer
        status(checking, claim.pk)


def test_what_was_evidence_under_embargo_is_absent(
    api_of: Callable[..., APIClient], killed: Mention, checker: User, reviewer: User
) -> None:
    factories.approved(killed, checker, reviewer)
    Article.objects.filter(source__name="Harbour police").update(embargoed_until=timezone.now() + timedelta(hours=1))
    assert status(api_of(checker, "read"), killed.claim_id)["evidence"] == []
