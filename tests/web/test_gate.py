"""The pages of the gate: what it says, letting a text out, taking that back, and what it goes by."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from claims.enums import GateReason, Kind, Rating
from claims.models import GateOverride, GatePolicy
from sources.models import ArticleVersion
from tests import factories


@pytest.fixture
def wrong(checker: User, reviewer: User) -> ArticleVersion:
    version = factories.first_version("12 people died.", by=checker)
    mention = factories.figure(version, "12 people died", "12", 12, 12)
    factories.approved(mention, checker, reviewer, rating=Rating.WRONG)
    return version


def shown(client: Client, version: ArticleVersion) -> str:
    return client.get(reverse("article_gate", args=[version.article_id])).content.decode()


def basis_of(page: str) -> str:
    return re.search(r'name="basis" value="([0-9a-f]{64})"', page)[1]


def test_the_desk_head_lets_it_out_and_takes_that_back(
    as_desk_head: Client, as_checker: Client, wrong: ArticleVersion
) -> None:
    page = shown(as_checker, wrong)
    assert "<span>Found wrong</span>" in page
    assert "Let it out" not in page
    place = reverse("gate_override", args=[wrong.article_id])
    given = {"v": 1, "basis": basis_of(shown(as_desk_head, wrong)), "reason": "They confirmed it."}
    assert as_checker.post(place, given).status_code == 403
    for change in ({"reason": ""}, {"basis": "0" * 64}, {"basis": ""}):
        assert as_desk_head.post(place, given | change).status_code == 422
    assert not GateOverride.objects.exists()
    assert as_desk_head.post(place, given).status_code == 302
    assert "They confirmed it." in shown(as_checker, wrong)
    back = reverse("gate_withdraw", args=[GateOverride.objects.get().pk])
    assert as_checker.post(back).status_code == 403
    assert as_desk_head.post(back, {"v": 1}).url == f"{reverse('article_gate', args=[wrong.article_id])}?v=1"
    assert "They confirmed it." not in shown(as_checker, wrong)


def test_nobody_sees_the_gate_of_a_text_that_she_does_not_see(as_reporter: Client, wrong: ArticleVersion) -> None:
    assert as_reporter.get(reverse("article_gate", args=[wrong.article_id])).status_code == 404
    assert as_reporter.get(reverse("article_gate", args=[wrong.article_id]) + "?v=0").status_code == 404


@pytest.mark.parametrize("claims", [1, 3])
def test_questions_asked_of_the_database_do_not_grow(
    as_checker: Client, claims: int, django_assert_num_queries: Any
) -> None:
    version = factories.first_version("12 people died. 3 boats burned. 5 fled.", by=None)
    for words, value in (("12 people died", "12"), ("3 boats burned", "3"), ("5 fled", "5"))[:claims]:
        factories.figure(version, words, value, value, value)
    as_checker.get("/")
    with django_assert_num_queries(QUERIES):
        shown(as_checker, version)


QUERIES = 14


def test_an_admin_says_what_stops(as_admin: Client, as_desk_head: Client, wrong: ArticleVersion) -> None:
    place = reverse("gate_policy")
    assert as_desk_head.get(place).status_code == 403
    assert "Nobody has changed it yet." in as_admin.get(place).content.decode()
    given = dict.fromkeys((reason.value for reason in GateReason), "note") | {
        "unchecked_percent": 50,
        "stale_days": 30,
        "kinds": [kind.value for kind in Kind],
        "least_priority": 0,
        "revision": 0,
    }
    for change in ({"unchecked_percent": 101}, {"kinds": []}, {"conflict": "perhaps"}, {"stale_days": 0}):
        assert as_admin.post(reverse("gate_set"), given | change).status_code == 422
    assert as_desk_head.post(reverse("gate_set"), given).status_code == 403
    assert as_admin.post(reverse("gate_set"), given).status_code == 302
    assert GatePolicy.objects.get().effects["rated_wrong"] == "note"
    assert "Go, with notes." in shown(as_desk_head, wrong)
    refused = as_admin.post(reverse("gate_set"), given)
    assert refused.status_code == 422
    assert "Somebody else changed these settings" in refused.content.decode()
