"""Keys in the settings: made, shown once, rotated, revoked, and nobody else's."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client

from sources.enums import Scope
from sources.models import ApiKey, Profile
from sources.services import keys
from tests import factories
from tests.web.factors import prove
from tests.web.pages import page

GIVEN = {"name": "CMS, live", "scopes": ["read", "push"], "days": "30"}


def _status(key: str, address: str = "/api/v1/claims") -> int:
    return Client().get(address, headers={"Authorization": f"Bearer {key}"}).status_code


def _said_of(user: User) -> list[str]:
    return [act.words for act in user.acts_about.order_by("pk")]


def test_a_key_asks_for_the_password_works_and_is_shown_once(as_checker: Client, checker: User) -> None:
    asked = as_checker.post("/me/keys/make/", GIVEN)
    assert (asked.headers["Location"], ApiKey.objects.count()) == ("/me/again/?next=%2Fme%2Fkeys%2Fmake%2F", 0)
    # The act that was put off is done once the password is given.
    made = as_checker.post("/me/again/?next=/me/keys/make/", {"password": factories.PASSWORD})
    plain = page(made).one("code", id="new-key").text
    key = ApiKey.objects.get()
    assert (key.name, key.scopes, key.owner, round((key.expires_at - key.created_at) / timedelta(days=1))) == (
        "CMS, live",
        ["read", "push"],
        checker,
        30,
    )
    assert _status(plain) == 200
    assert plain not in as_checker.get("/me/keys/").content.decode()
    assert plain not in str(list(ApiKey.objects.values()))
    assert _said_of(checker) == [f"CMS, live (fcw_{key.public_id}): Key made: read, push."]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": "\u200b"}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"scopes": []}, "scopes"),
        # A checker's roles do not allow these, and the last is none.
        ({"scopes": ["read", "review"]}, "scopes"),
        ({"scopes": ["webhooks"]}, "scopes"),
        ({"scopes": ["root"]}, "scopes"),
        ({"days": "36500"}, "days"),
    ],
)
def test_what_makes_no_key_is_said_at_its_field(changed: dict[str, object], field: str, as_checker: Client) -> None:
    prove(as_checker)
    answer = as_checker.post("/me/keys/make/", {**GIVEN, **changed})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert ApiKey.objects.count() == 0


def test_a_rotated_key_works_beside_its_successor_for_a_day(as_checker: Client, checker: User) -> None:
    prove(as_checker)
    old = factories.key(checker, "read")
    shown = page(as_checker.post(f"/me/keys/{ApiKey.objects.get().pk}/rotate/"))
    fresh = shown.one("code", id="new-key").text
    assert (_status(old), _status(fresh), ApiKey.objects.latest("pk").scopes) == (200, 200, ["read"])
    assert "Replaced" in [tag.text for tag in shown.all("span", cls="tag")]
    before = ApiKey.objects.earliest("pk")
    assert as_checker.post(f"/me/keys/{before.pk}/rotate/").status_code == 302  # once is enough
    assert ApiKey.objects.count() == 2
    with time_machine.travel(before.created_at + timedelta(hours=24, minutes=1)):
        assert (_status(old), _status(fresh)) == (401, 200)


def test_rotating_gives_no_key_more_time(checker: User) -> None:
    end = factories.MORNING + timedelta(hours=3)
    with time_machine.travel(factories.MORNING, tick=False):
        made = keys.create(checker, name="Short", scopes=[Scope.READ], by=checker, expires_at=end)
        fresh = keys.rotate(made.key, by=checker)
    made.key.refresh_from_db()
    assert (made.key.expires_at, fresh.key.expires_at) == (end, end)


def test_a_revoked_key_stops_at_once_and_comes_back_only_soon(as_checker: Client, checker: User) -> None:
    plain, key = factories.key(checker), ApiKey.objects.get()
    as_checker.post(f"/me/keys/{key.pk}/revoke/")
    assert _status(plain) == 401
    as_checker.post(f"/me/keys/{key.pk}/restore/")
    assert _status(plain) == 200
    as_checker.post(f"/me/keys/{key.pk}/revoke/")
    key.refresh_from_db()
    with time_machine.travel(key.revoked_at + timedelta(minutes=11)):
        as_checker.post(f"/me/keys/{key.pk}/restore/")
    assert _status(plain) == 401
    assert _said_of(checker)[1:] == [
        f"A program (fcw_{key.public_id}): {words}" for words in ("Key revoked.", "Key works again.", "Key revoked.")
    ]


def test_nobody_takes_back_what_another_revoked(as_checker: Client, checker: User, admin: User) -> None:
    plain = factories.key(checker)
    keys.revoke_all(checker, by=admin)
    as_checker.post(f"/me/keys/{ApiKey.objects.get().pk}/restore/")
    assert _status(plain) == 401


@pytest.mark.parametrize("act", ["rotate", "revoke", "restore"])
def test_the_keys_of_others_are_out_of_reach(act: str, as_checker: Client, reporter: User) -> None:
    prove(as_checker)
    plain, key = factories.key(reporter), ApiKey.objects.get()
    assert as_checker.post(f"/me/keys/{key.pk}/{act}/").status_code == 404
    assert (_status(plain), ApiKey.objects.count()) == (200, 1)


def test_an_admin_keeps_the_keys_of_machines_and_not_those_of_people(as_admin: Client, checker: User) -> None:
    factories.key(checker)
    prove(as_admin)
    assert as_admin.get(f"/people/{checker.pk}/keys/").status_code == 404
    assert as_admin.post(f"/people/{checker.pk}/keys/make/", GIVEN).status_code == 404
    assert as_admin.post(f"/people/{checker.pk}/keys/{ApiKey.objects.get().pk}/revoke/").status_code == 404
    Profile.objects.create(user=checker, service=True)
    made = as_admin.post(f"/people/{checker.pk}/keys/make/", GIVEN)
    assert _status(page(made).one("code", id="new-key").text) == 200


def test_a_login_has_fifty_keys_at_most(as_checker: Client, checker: User) -> None:
    for _ in range(keys.MOST):
        factories.key(checker)
    prove(as_checker)
    answer = as_checker.post("/me/keys/make/", GIVEN)
    assert (answer.status_code, ApiKey.objects.count()) == (422, keys.MOST)
    assert "Revoke those that nobody uses." in answer.content.decode()
    keys.revoke(ApiKey.objects.latest("pk"), by=checker)
    assert as_checker.post("/me/keys/make/", GIVEN).status_code == 200


def test_last_use_is_kept_once_a_minute(reporter: User, django_assert_num_queries: object) -> None:
    plain = factories.key(reporter)
    with time_machine.travel(factories.MORNING, tick=False) as clock:
        _status(plain)
        with django_assert_num_queries(2):  # the key with its owner, the page
            _status(plain, "/api/v1/sources")
        clock.shift(59)
        _status(plain)
        assert ApiKey.objects.get().last_used_at == factories.MORNING
        clock.shift(2)
        _status(plain)
        assert ApiKey.objects.get().last_used_at == factories.MORNING + timedelta(seconds=61)


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    count: int, as_checker: Client, checker: User, django_assert_num_queries: object
) -> None:
    for _ in range(count):
        factories.key(checker)
    with django_assert_num_queries(6):  # session, user, roles, keys, what her roles allow, counts of the navigation
        assert as_checker.get("/me/keys/").status_code == 200
