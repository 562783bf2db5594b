"""Who may do what, by key and by session."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLResolver
from django.utils import timezone
from rest_framework.test import APIClient

from factcheck import api
from sources.api.desk import DeskView
from sources.engine import key_form
from sources.models import ApiKey
from sources.permissions import scopes_of
from sources.services import keys
from tests import factories
from tests.api import bodies

READ = [
    "/api/v1/articles",
    "/api/v1/articles/{article}",
    "/api/v1/articles/{article}/versions",
    "/api/v1/articles/{article}/versions/1",
    "/api/v1/claims",
    "/api/v1/claims/{claim}",
    "/api/v1/claims/{claim}/status",
    "/api/v1/status?article={article}",
    "/api/v1/flags",
    "/api/v1/flags/{flag}",
    "/api/v1/flags/{flag}/decisions",
    "/api/v1/mentions",
    "/api/v1/evidence",
    "/api/v1/verdicts",
    "/api/v1/reviews",
    "/api/v1/corrections",
    "/api/v1/comments",
    "/api/v1/sources",
    "/api/v1/stories",
    "/api/v1/stories/{story}",
    "/api/v1/stories/{story}/series?measure_key=killed",
]


@pytest.fixture
def ids(reporter: User) -> dict[str, int]:
    """One of everything, added by the reporter, so that nobody is refused for want of a row."""
    version = factories.first_version("12 people died. 9 people died.", story=factories.story(), by=reporter)
    a, b = (factories.figure(version, f"{n} people died", f"{n}", n, n) for n in (12, 9))
    story = version.article.story_id
    return {"article": version.article_id, "claim": a.claim_id, "flag": factories.flag(a, b).pk, "story": story}


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
    assert nobody["WWW-Authenticate"] == "Bearer"


# A reporter adds articles; marking and flagging are a checker's and the desk head's. 400, 428: let in, then refused.
@pytest.mark.parametrize(
    ("address", "statuses"),
    [
        ("/api/v1/articles", {"reporter": 400, "checker": 400, "desk_head": 400, "stranger": 403}),
        ("/api/v1/articles/{article}/versions", {"reporter": 400, "checker": 400, "desk_head": 400, "stranger": 403}),
        ("/api/v1/claims", {"reporter": 403, "checker": 400, "desk_head": 400, "stranger": 403}),
        ("/api/v1/flags", {"reporter": 403, "checker": 400, "desk_head": 400, "stranger": 403}),
        ("/api/v1/flags/{flag}/decisions", {"reporter": 403, "checker": 428, "desk_head": 428, "stranger": 403}),
        ("/api/v1/verdicts", {"reporter": 403, "checker": 400, "desk_head": 400, "stranger": 403}),
        ("/api/v1/evidence", {"reporter": 403, "checker": 400, "desk_head": 400, "stranger": 403}),
        ("/api/v1/comments", {"reporter": 400, "checker": 400, "desk_head": 400, "stranger": 403}),
        ("/api/v1/sources", {"reporter": 400, "checker": 400, "desk_head": 400, "stranger": 403}),
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


KEY = key_form.written("k3Jd09", "x" * key_form.SECRET_LENGTH)


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "Token",
        "Bearer",
        "Bearer 0",
        f"Bearer {KEY} more",
        f"Bearer  {KEY}",
        f"Bearer \x00{KEY[1:]}",
        "Bearer ünlesbar",
        # As a key looks, and nobody was ever given it.
        f"Bearer {KEY}",
        f"Token {KEY}",
        # The tokens of before.
        "Token " + "0" * 40,
        "Basic cmVwb3J0ZXI6a2VscA==",
    ],
)
def test_keys_that_are_none(db: None, sent: str) -> None:
    answer = APIClient().get("/api/v1/claims", headers={"Authorization": sent})
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


def test_what_cannot_be_a_key_never_reaches_the_database(
    reporter: User, django_assert_num_queries: Callable[[int], Any]
) -> None:
    key = factories.key(reporter)
    other = "A" if key[-1] != "A" else "B"
    cuts = [
        key[:-1],
        key[1:],
        key.upper(),
        key + "0",
        key[:-1] + other,
        key.replace("fcw", "fcx"),
        key[:12] + key[:11:-1],
    ]
    with django_assert_num_queries(0):
        answers = [APIClient().get("/api/v1/claims", headers={"Authorization": f"Bearer {cut}"}) for cut in cuts]
    assert {answer.status_code for answer in answers} == {401}


def test_the_secret_counts_and_not_the_name_of_the_key(reporter: User, checker: User) -> None:
    """With a checksum of its own, and the id of a key that there is."""
    key = factories.key(reporter)
    forged = key_form.written(str(key_form.id_of(key)), "x" * key_form.SECRET_LENGTH)
    swapped = key_form.written(str(key_form.id_of(factories.key(checker))), key[11 : 11 + key_form.SECRET_LENGTH])
    for sent in (forged, swapped):
        assert APIClient().get("/api/v1/claims", headers={"Authorization": f"Bearer {sent}"}).status_code == 401


def test_both_words_do(reporter: User) -> None:
    key = factories.key(reporter)
    for word in ("Bearer", "bearer", "Token"):
        assert APIClient().get("/api/v1/claims", headers={"Authorization": f"{word} {key}"}).status_code == 200


# What became of a key, and whether it works from then on.
@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, 200),
        ({"revoked": True}, 401),
        ({"expires_in": timedelta(seconds=5)}, 200),
        ({"expires_in": -timedelta(seconds=1)}, 401),
        ({"closed": True}, 401),
    ],
    ids=str,
)
def test_a_key_that_works_and_one_that_does_not_any_more(
    change: dict[str, Any], status: int, reporting: APIClient, reporter: User
) -> None:
    key = ApiKey.objects.get()
    assert reporting.get("/api/v1/claims").status_code == 200
    if "revoked" in change:
        keys.revoke(key, by=reporter)
    if "expires_in" in change:
        ApiKey.objects.update(expires_at=timezone.now() + change["expires_in"])
    if "closed" in change:
        User.objects.filter(pk=reporter.pk).update(is_active=False)
    answer = reporting.get("/api/v1/claims")
    assert answer.status_code == status
    if status == 401:  # the same words for all, so that nobody learns which keys there are
        assert answer.json()["detail"] == "There is no such key, or it does not work any more."


# A scope for each route and method; `{}` is a body that is let in and then refused as not valid.
ROUTES = [
    *(("get", address, "read", 200) for address in READ),
    ("post", "/api/v1/articles", "push", 400),
    ("post", "/api/v1/articles/{article}/versions", "push", 400),
    ("post", "/api/v1/claims", "check", 400),
    ("post", "/api/v1/flags", "check", 400),
]


@pytest.mark.parametrize(("method", "address", "scope", "status"), ROUTES)
def test_a_key_does_what_it_is_good_for_and_nothing_else(
    method: str,
    address: str,
    scope: str,
    status: int,
    ids: dict[str, int],
    api_of: Callable[..., APIClient],
    desk_head: User,
) -> None:
    def ask(*scopes: str) -> Any:
        return getattr(api_of(desk_head, *scopes), method)(address.format(**ids), {} if method == "post" else None)

    assert ask(scope).status_code == status
    refused = ask(*({one.value for one in scopes_of(desk_head)} - {scope}))
    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")


def test_every_method_of_every_view_names_its_scope() -> None:
    views = _views(api.urlpatterns)
    named = {(view.__name__, method): method in view.scopes for view in views for method in view.allows}
    assert len(views) > 9
    assert [place for place, has in named.items() if not has] == []


def _views(patterns: Any) -> list[Any]:
    found: list[Any] = []
    for one in patterns:
        if isinstance(one, URLResolver):
            found += _views(one.url_patterns)
        elif issubclass(view := one.callback.view_class, DeskView):
            found.append(view)
    return found


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
    for address in ("articles/", "checks", "articles/1.5", "articles/-1", "\x00", "%2e%2e/admin"):
        answer = APIClient().get(f"/api/v1/{address}")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
