"""Who may do what, by token and by session."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from tests import factories
from tests.api import bodies

READ = [
    "/api/v1/articles",
    "/api/v1/articles/{article}",
    "/api/v1/articles/{article}/versions",
    "/api/v1/articles/{article}/versions/1",
    "/api/v1/claims",
    "/api/v1/claims/{claim}",
    "/api/v1/flags",
    "/api/v1/flags/{flag}",
    "/api/v1/sources",
    "/api/v1/stories",
]


@pytest.fixture
def ids(reporter: User) -> dict[str, int]:
    """One of everything, added by the reporter, so that nobody is refused for want of a row."""
    version = factories.first_version("12 people died. 9 people died.", story=factories.story(), by=reporter)
    a, b = (factories.figure(version, f"{n} people died", f"{n}", n, n) for n in (12, 9))
    return {"article": version.article_id, "claim": a.claim_id, "flag": factories.flag(a, b).pk}


@pytest.mark.parametrize("address", READ)
def test_who_may_read(
    address: str, ids: dict[str, int], api_of: Callable[[User], APIClient], reporter: User, stranger: User
) -> None:
    path = address.format(**ids)
    assert api_of(reporter).get(path).status_code == 200
    refused = api_of(stranger).get(path)
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied")
    nobody = APIClient().get(path)
    assert (nobody.status_code, nobody.json()["code"]) == (401, "not_authenticated")
    assert nobody["WWW-Authenticate"] == "Token"


# A reporter adds articles; marking and flagging are a checker's and the desk head's. 400: let in, the body is refused.
@pytest.mark.parametrize(
    ("address", "statuses"),
    [
        ("/api/v1/articles", {"reporter": 400, "checker": 400, "desk_head": 400, "stranger": 403}),
        ("/api/v1/articles/{article}/versions", {"reporter": 400, "checker": 400, "desk_head": 400, "stranger": 403}),
        ("/api/v1/claims", {"reporter": 403, "checker": 400, "desk_head": 400, "stranger": 403}),
        ("/api/v1/flags", {"reporter": 403, "checker": 400, "desk_head": 400, "stranger": 403}),
    ],
)
def test_who_may_write(
    address: str,
    statuses: dict[str, int],
    ids: dict[str, int],
    api_of: Callable[[User], APIClient],
    reporter: User,
    checker: User,
    desk_head: User,
    stranger: User,
) -> None:
    people = (reporter, checker, desk_head, stranger)
    answers = {person.username: api_of(person).post(address.format(**ids), {}).status_code for person in people}
    assert answers == statuses
    assert APIClient().post(address.format(**ids), {}).status_code == 401


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("address", READ)
def test_nothing_else_is_allowed(address: str, method: str, ids: dict[str, int], reporting: APIClient) -> None:
    answer = getattr(reporting, method)(address.format(**ids))
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")


@pytest.mark.parametrize(
    "token",
    [
        "",
        "Token",
        "Token 0",
        "Token " + "0" * 40,
        "Token " + "0" * 40 + " more",
        "Token \x00" + "0" * 39,
        "Token ünlesbar",
        "Bearer " + "0" * 40,
        "Basic cmVwb3J0ZXI6a2VscA==",
    ],
)
def test_tokens_that_are_none(db: None, token: str) -> None:
    assert APIClient().get("/api/v1/claims", headers={"Authorization": token}).status_code == 401


def test_a_truncated_token_is_none(reporter: User) -> None:
    key = Token.objects.create(user=reporter).key
    for cut in (key[:-1], key[1:], key.upper() if key.upper() != key else key[::-1], key + "0"):
        assert APIClient().get("/api/v1/claims", headers={"Authorization": f"Token {cut}"}).status_code == 401


def test_a_revoked_token_and_a_closed_login(reporting: APIClient, reporter: User) -> None:
    assert reporting.get("/api/v1/claims").status_code == 200
    User.objects.filter(pk=reporter.pk).update(is_active=False)
    assert reporting.get("/api/v1/claims").status_code == 401
    User.objects.filter(pk=reporter.pk).update(is_active=True)
    Token.objects.all().delete()
    assert reporting.get("/api/v1/claims").status_code == 401


def test_a_role_that_was_taken_away_counts_at_once(reporting: APIClient, reporter: User) -> None:
    assert reporting.get("/api/v1/claims").status_code == 200
    reporter.groups.clear()
    assert reporting.get("/api/v1/claims").status_code == 403


def test_a_session_reads_but_writes_only_with_its_csrf_token(reporter: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(reporter)
    assert browser.get("/api/v1/articles").status_code == 200
    answer = browser.post("/api/v1/articles", bodies.article(), content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")


def test_addresses_that_are_none(db: None) -> None:
    for address in ("", "articles/", "verdicts", "articles/1.5", "articles/-1", "\x00", "%2e%2e/admin"):
        answer = APIClient().get(f"/api/v1/{address}")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
