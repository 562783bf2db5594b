"""How long a session lasts, what ends it, and what the browser is told to forget."""

from collections.abc import Iterator

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from time_machine import Traveller

from factcheck.login.lifetime import NOTED, SAID
from tests import factories
from tests.web.conftest import Ferry
from tests.web.factors import prove
from tests.web.pages import page

LIFE, IDLE = settings.SESSION_COOKIE_AGE, settings.SESSION_IDLE


@pytest.fixture
def clock() -> Iterator[Traveller]:
    with time_machine.travel(factories.MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def mira(clock: Traveller, checker: User) -> Client:
    client = Client()
    client.post("/login/", {"username": "checker", "password": factories.PASSWORD})
    return client


def test_without_anybody_there_it_ends(mira: Client, clock: Traveller) -> None:
    clock.shift(IDLE - 1)
    assert mira.get("/").status_code == 200
    clock.shift(IDLE - 1)
    assert mira.get("/").status_code == 200
    clock.shift(IDLE)
    answer = mira.get("/", follow=True)
    assert answer.redirect_chain == [("/login/?next=/", 302)]
    assert page(answer).one("div", role="status").text == SAID
    assert mira.get("/api/v1/claims").status_code == 401


def test_it_ends_half_a_day_after_the_login_whoever_is_there(mira: Client, clock: Traveller) -> None:
    for _ in range(LIFE // 3600 - 1):
        clock.shift(3600)
        assert mira.get("/").status_code == 200
    clock.shift(3600)
    assert mira.get("/api/v1/claims").status_code == 401
    assert mira.get("/").status_code == 302


def test_what_a_page_asks_by_itself_keeps_no_session_alive(mira: Client, clock: Traveller, ferry: Ferry) -> None:
    for _ in range(2):
        clock.shift(IDLE // 2)
        mira.get(f"/articles/{ferry.article.pk}/live/?v=1", headers={"HX-Request": "true"})
    assert mira.get("/").status_code == 302


def test_that_somebody_is_there_is_written_down_now_and_then(mira: Client, clock: Traveller) -> None:
    for shift, noted in ((NOTED - 1, 0), (1, NOTED), (1, NOTED)):
        clock.shift(shift)
        mira.get("/rules/")
        assert mira.session["seen"] == int(factories.MORNING.timestamp()) + noted


def test_a_session_that_says_nothing_of_its_beginning_is_over(as_checker: Client) -> None:
    session = as_checker.session
    del session["began"]
    session.save()
    assert as_checker.get("/").status_code == 302


def test_its_key_is_another_after_the_login_and_after_the_password_was_given_again(checker: User) -> None:
    client = Client()
    client.get("/login/")
    planted = client.session
    planted["planted"] = True
    planted.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key
    client.post("/login/", {"username": "checker", "password": factories.PASSWORD})
    first = client.session.session_key
    prove(client)
    second = client.session.session_key
    assert len({planted.session_key, first, second}) == 3
    stolen = Client()
    for key in (planted.session_key, first):
        stolen.cookies[settings.SESSION_COOKIE_NAME] = key
        assert stolen.get("/").status_code == 302
    assert len(page(client.get("/me/sessions/")).one("tbody").all("th")) == 1


def test_logging_out_ends_it_and_empties_the_browser(as_checker: Client) -> None:
    key = as_checker.session.session_key
    assert as_checker.post("/logout/").headers["Clear-Site-Data"] == '"cache", "storage"'
    as_checker.cookies[settings.SESSION_COOKIE_NAME] = key
    assert as_checker.get("/").status_code == 302


def test_an_admin_ends_the_sessions_of_one_person(checker: User, as_checker: Client, as_admin: Client) -> None:
    assert as_checker.post(f"/people/{checker.pk}/log-out/").status_code == 403
    assert as_admin.post(f"/people/{checker.pk}/log-out/").status_code == 302
    assert (as_checker.get("/").status_code, as_admin.get("/").status_code) == (302, 200)
    assert [act.words for act in checker.acts_about.all()] == ["Logged out everywhere."]


def test_cookies_are_for_the_server_alone(checker: User) -> None:
    client = Client()
    kept = client.post("/login/", {"username": "checker", "password": factories.PASSWORD}).cookies
    session = kept[settings.SESSION_COOKIE_NAME]
    assert (session["httponly"], session["samesite"], session["max-age"]) == (True, "Lax", LIFE)
    assert kept[settings.CSRF_COOKIE_NAME]["samesite"] == "Lax"
