"""POST /api/v1/token: who gets one, and how often one may guess."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from rest_framework.test import APIClient
from time_machine import Traveller

from factcheck import guesses, tokens
from sources.models import ApiKey
from tests import factories

TOKEN = "/api/v1/token"


@pytest.fixture(autouse=True)
def clock() -> Iterator[Traveller]:
    """The clock stands at the start of a window, so that none ends within a test."""
    with time_machine.travel(factories.MORNING, tick=False) as traveller:
        yield traveller


def _ask(name: Any, password: Any = "wrong", address: str = "192.0.2.1", **headers: str) -> tuple[int, Any]:
    answer = APIClient(REMOTE_ADDR=address).post(TOKEN, {"username": name, "password": password}, headers=headers)
    return answer.status_code, answer.json().get("code")


def test_a_password_gives_a_key_for_a_day(reporter: User, clock: Traveller) -> None:
    body = {"username": "reporter", "password": factories.PASSWORD}
    answer = APIClient().post(TOKEN, body)
    key = ApiKey.objects.get()
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert (answer.json()["expires_at"], key.name, key.scopes) == (
        "2026-04-16T09:00:00Z",
        "by password",
        ["read", "push"],
    )
    client = APIClient(headers={"Authorization": f"Bearer {answer.json()['token']}"})
    assert client.get("/api/v1/claims").status_code == 200
    clock.shift(timedelta(hours=24))
    assert client.get("/api/v1/claims").status_code == 401


# No answer tells a wrong name from a wrong password or from a login that was closed.
@pytest.mark.parametrize(
    ("name", "password"), [("reporter", "wrong"), ("nobody", factories.PASSWORD), ("closed", factories.PASSWORD)]
)
def test_a_wrong_guess_says_nothing(reporter: User, name: str, password: str) -> None:
    closed = factories.person("closed")
    User.objects.filter(pk=closed.pk).update(is_active=False)
    answer = APIClient().post(TOKEN, {"username": name, "password": password})
    assert (answer.status_code, answer.json()["code"], answer.json()["detail"]) == (
        400,
        "bad_credentials",
        "There is no login with this name and password.",
    )
    assert ApiKey.objects.count() == 0


@pytest.mark.parametrize("name", ["\x00", "", None, 5, ["reporter"], "x" * 151])
def test_names_that_are_none(name: Any) -> None:
    assert _ask(name)[0] == 400


def test_a_lone_surrogate_is_no_name() -> None:
    answer = APIClient().post(TOKEN, b'{"username": "\\ud800", "password": "x"}', content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_guesses_at_a_login_are_limited_wherever_they_come_from(reporter: User, clock: Traveller) -> None:
    for guess in range(tokens.GuessesAtLogin.limit):
        assert _ask("Reporter", address=f"192.0.2.{guess}") == (400, "bad_credentials")
    refused = APIClient(REMOTE_ADDR="192.0.2.99").post(TOKEN, {"username": "reporter", "password": factories.PASSWORD})
    assert (refused.status_code, refused.json()["code"], refused["Retry-After"]) == (429, "throttled", "60")
    assert _ask("desk_head", address="192.0.2.99") == (400, "bad_credentials")
    clock.shift(guesses.WINDOW)
    assert _ask("reporter", factories.PASSWORD)[0] == 200


def test_guesses_from_an_address_are_limited_whatever_it_claims_to_be() -> None:
    for guess in range(tokens.GuessesFromAddress.limit):
        forwarded = {"X-Forwarded-For": f"192.0.2.{guess}"}
        assert _ask(f"login {guess}", **forwarded) == (400, "bad_credentials")
    assert _ask("login 99", **{"X-Forwarded-For": "192.0.2.99"}) == (429, "throttled")
    assert _ask("login 99", address="192.0.2.2") == (400, "bad_credentials")


def test_nobody_may_guess_while_nobody_counts(reporter: User, settings: Any) -> None:
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "unix:///nowhere/valkey.sock",
        }
    }
    assert _ask("reporter", factories.PASSWORD) == (503, "unavailable")
    assert ApiKey.objects.count() == 0


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete", "options"])
def test_only_post(db: None, method: str) -> None:
    assert getattr(APIClient(), method)(TOKEN).status_code == 405
