"""The gate, asked over HTTP."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from claims.enums import Outcome, Rating, Relation, RunState
from tests import factories

URL = "https://ledger.example.org/ferry"


def asked(client: APIClient, code: int = 200, **body: Any) -> Any:
    answer = client.post("/api/v1/gate", body)
    assert answer.status_code == code, answer.json()
    return answer.json()


def test_from_unchecked_to_go_to_stop(checking: APIClient, checker: User, reviewer: User) -> None:
    version = factories.first_version("12 people died.", url=URL)
    mention = factories.figure(version, "12 people died", "12", 12, 12)
    first = asked(checking, url=URL)
    assert (first["answer"], first["reasons"], first["claims"][0]["reasons"]) == (
        "stop",
        ["mostly_unchecked"],
        ["unchecked"],
    )
    factories.approved(mention, checker, reviewer)
    gone = asked(checking, article=version.article_id)
    assert (gone["answer"], gone["claims"], gone["counted"], gone["poll"]) == ("go", [], 1, None)
    later = factories.next_version(version.article, "14 people died.")
    waiting = asked(checking, 202, article=version.article_id)
    assert waiting["answer"] is None
    assert checking.get(waiting["poll"]).json()["number"] == 2
    changed = factories.figure(
        later, "14 people died", "14", 14, 14, claim=mention.claim, outcome=Outcome.VALUE_CHANGED
    )
    factories.flag(mention, changed, silent=True, relation=Relation.UPDATE)
    factories.run(later, RunState.DONE)
    stopped = asked(checking, article=version.article_id)
    assert (stopped["answer"], stopped["claims"][0]["reasons"]) == ("stop", ["changed", "silent_change"])
    earlier = asked(checking, sha256=version.sha256)
    assert (earlier["answer"], earlier["reasons"], earlier["text"]["version"]) == ("go_with_notes", ["not_latest"], 1)


def test_a_wrong_one_stops(checking: APIClient, checker: User, reviewer: User) -> None:
    version = factories.first_version("12 people died.", url=URL)
    factories.approved(
        factories.figure(version, "12 people died", "12", 12, 12), checker, reviewer, rating=Rating.WRONG
    )
    found = asked(checking, url=URL)
    assert (found["answer"], found["claims"][0]["reasons"]) == ("stop", ["rated_wrong"])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, 400),
        ({"article": 999_999}, 404),
        ({"sha256": "x"}, 400),
        # What goes with a text alone, what goes with a stored one alone, no text, an article that is none.
        ({"article": 1, "title": "Ferry"}, 400),
        ({"text": "12 died.", "version": 1}, 400),
        ({"text": " \n"}, 422),
        ({"text": "12 died.", "article": 999_999}, 404),
    ],
)
def test_what_is_not_there_or_not_valid(checking: APIClient, body: Any, code: int) -> None:
    assert checking.post("/api/v1/gate", body).status_code == code
