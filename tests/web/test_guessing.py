"""How often somebody may guess at a password: by login, by address, on the desk and in the administration."""

from collections.abc import Iterator

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from time_machine import Traveller

from factcheck import guesses
from tests import factories
from tests.web.pages import page

TOO_MANY = "Too many attempts. Wait a minute, then try again."
DESK, ADMINISTRATION = "/login/", "/admin/login/"


@pytest.fixture(autouse=True)
def clock() -> Iterator[Traveller]:
    """The clock stands at the start of a window, so that none ends within a test; each test has a window of its own."""
    with time_machine.travel(factories.MORNING.replace(hour=3), tick=False) as traveller:
        yield traveller


def guess(name: str, password: str = "wrong", *, address: str = "192.0.2.7") -> int:
    return Client(REMOTE_ADDR=address).post(DESK, {"username": name, "password": password}).status_code


def test_guesses_at_a_login_are_limited_wherever_they_come_from(db: None, clock: Traveller) -> None:
    factories.person("mira")
    for number in range(guesses.AT_LOGIN):
        assert guess("MIRA" if number % 2 else "mira", address=f"192.0.2.{number}") == 200
    answer = Client(REMOTE_ADDR="192.0.2.99").post(DESK, {"username": "mira", "password": factories.PASSWORD})
    # The right password is not looked at any more, or it could be told from a wrong one.
    assert (answer.status_code, "_auth_user_id" in answer.client.session) == (429, False)
    assert page(answer).one("span", id="login-e").text == TOO_MANY
    clock.shift(guesses.WINDOW)
    assert guess("mira", factories.PASSWORD) == 302


def test_the_administration_has_no_door_of_its_own(db: None) -> None:
    factories.person("mira", superuser=True)
    User.objects.update(is_staff=True)
    answer = Client().post(f"{ADMINISTRATION}?next=/admin/", {"username": "mira", "password": factories.PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/login/?next=%2Fadmin%2F")
    assert "_auth_user_id" not in answer.client.session


def test_guesses_from_an_address_are_limited_whatever_names_they_try(db: None) -> None:
    for number in range(guesses.FROM_ADDRESS):
        assert guess(f"nobody {number}", address="192.0.2.50") == 200
    assert guess("nobody", address="192.0.2.50") == 429
    assert guess("nobody", address="192.0.2.51") == 200


def test_a_refusal_says_when_to_try_again(db: None) -> None:
    for _ in range(guesses.AT_LOGIN):
        guess("somebody", address="192.0.2.60")
    answer = Client(REMOTE_ADDR="192.0.2.60").post(DESK, {"username": "somebody", "password": "wrong"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "61")
    assert page(answer).one("span", id="login-e").text == TOO_MANY


def test_logging_in_is_no_guess(reporter: User) -> None:
    for _ in range(guesses.AT_LOGIN + guesses.FROM_ADDRESS + 1):
        assert guess("reporter", factories.PASSWORD, address="192.0.2.70") == 302


def test_where_nobody_can_count_nobody_gets_in(reporter: User, settings: object) -> None:
    settings.CACHES = {
        "default": {**settings.CACHES["default"], "LOCATION": "redis://127.0.0.1:1/0"},
    }
    answer = Client().post(DESK, {"username": "reporter", "password": factories.PASSWORD})
    assert (answer.status_code, "_auth_user_id" in answer.client.session) == (503, False)
    assert page(answer).one("span", id="login-e").text == (
        "Logging in is not possible at the moment. Try again in a minute."
    )
