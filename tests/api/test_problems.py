"""Errors have one shape (RFC 9457), wherever they come from, and codes that mean what docs/api.md says."""

from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from rest_framework.exceptions import APIException
from rest_framework.test import APIClient

from claims.api import flags
from factcheck import api, problems
from sources.models import Article, Source
from tests import factories
from tests.api import bodies

NAMES = ["type", "title", "status", "detail", "instance", "code"]


def _checked(answer: Any, status: int, code: str, path: str) -> dict[str, Any]:
    """The body, whose members agree with each other and with the answer."""
    body: dict[str, Any] = answer.json()
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert list(body)[:6] == NAMES
    assert (body["status"], body["code"], body["instance"]) == (status, code, path)
    explained = APIClient().get(body["type"])
    assert explained.status_code == 200
    assert explained.json() == {"type": body["type"], "code": code, "status": status, "title": body["title"]}
    assert body["detail"]
    return body


# Who refuses: the door, the parser, the serializer, the router, the service, and the middlewares before them all.
@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "code"),
    [
        ("get", "claims/0", {}, 404, "not_found"),
        ("get", "nothing", {}, 404, "not_found"),
        ("delete", "claims", {}, 405, "method_not_allowed"),
        ("get", "claims", {"headers": {"Accept": "text/csv"}}, 406, "not_acceptable"),
        ("post", "claims", {"data": b"{", "content_type": "application/json"}, 400, "parse_error"),
        ("post", "claims", {"data": b"a", "content_type": "text/plain"}, 415, "unsupported_media_type"),
        ("post", "articles", {"data": {}, "format": "json"}, 400, "invalid"),
        ("post", "articles", {"data": b" " * 9_000_000, "content_type": "application/json"}, 413, "too_large"),
        ("post", "articles", {"data": {**bodies.article(), "text": "\x00"}, "format": "json"}, 422, "empty_text"),
        ("get", "problems/nonsense", {}, 404, "not_found"),
    ],
)
def test_every_refusal_has_the_shape(
    method: str, path: str, sent: dict[str, Any], status: int, code: str, checking: APIClient
) -> None:
    body = _checked(getattr(checking, method)(f"/api/v1/{path}", **sent), status, code, f"/api/v1/{path}")
    assert ("errors" in body) == (code == "invalid")


def test_those_of_keys_and_roles(reporter: User, stranger: User) -> None:
    path = "/api/v1/flags"
    _checked(APIClient().get(path), 401, "not_authenticated", path)
    _checked(APIClient(headers={"Authorization": "Bearer x"}).get(path), 401, "authentication_failed", path)
    key = APIClient(headers={"Authorization": f"Bearer {factories.key(stranger)}"})
    _checked(key.get(path), 403, "permission_denied", path)
    key = APIClient(headers={"Authorization": f"Bearer {factories.key(reporter, 'push')}"})
    _checked(key.get(path), 403, "scope_missing", path)


def test_a_second_factor_that_is_missing(reviewer: User, as_reviewer: Client, settings: Any) -> None:
    settings.REQUIRE_TWO_FACTOR = "approvers"
    _checked(as_reviewer.get("/api/v1/flags"), 403, "second_factor_required", "/api/v1/flags")


def test_what_breaks_says_nothing_of_how(checker: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("the password is kelp")

    monkeypatch.setattr(flags.FlagList, "get_queryset", broken)
    client = Client(raise_request_exception=False)
    client.force_login(checker)
    body = _checked(client.get("/api/v1/flags"), 500, "internal_error", "/api/v1/flags")
    assert "kelp" not in str(body)


# What PostgreSQL may answer to any write, here by a trigger: the disk is full; two have locked each other up; one
# transaction does not fit behind another; after a change-over it is the copy that only reads.
@pytest.mark.parametrize("code", ["53100", "40P01", "40001", "25006"])
def test_a_database_that_cannot_take_it_costs_a_second_try(code: str, checking: APIClient) -> None:
    path, body = "/api/v1/articles", bodies.article()
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION cannot_take_it() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION 'not now' USING ERRCODE = '{code}'; END $$;"
            "CREATE TRIGGER cannot_take_it BEFORE INSERT ON sources_articleversion"
            " FOR EACH ROW EXECUTE FUNCTION cannot_take_it()"
        )
        sent = partial(checking.post, path, body, format="json", headers={"Idempotency-Key": "one"})
        refused = sent()
        _checked(refused, 503, "unavailable", path)
        assert (refused["Retry-After"], Article.objects.exists(), Source.objects.exists()) == ("5", False, False)
        cursor.execute("DROP TRIGGER cannot_take_it ON sources_articleversion")
    assert (sent().status_code, Article.objects.count()) == (201, 1)


def test_a_request_for_no_host_of_ours() -> None:
    answer = Client().get("/api/v1/claims", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


def test_every_error_class_of_ours_has_a_kind_with_its_status() -> None:
    ours = [
        one
        for one in APIException.__subclasses__()
        if one.__module__.split(".")[0] in {"sources", "claims", "factcheck"}
    ]
    errors = {one.default_code: one.status_code for one in ours if one.status_code >= 400}
    assert len(errors) >= 5
    known = problems.catalogue(api.STATUS_OF)
    assert errors == {code: known[code][0] for code in errors if code in known}


def test_meanings_are_sentences() -> None:
    for code, (status, meaning) in problems.catalogue(api.STATUS_OF).items():
        assert 400 <= status < 600, code
        assert meaning.endswith("."), code
