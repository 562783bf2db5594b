"""What the log says of logins and of those who try, and what it never says."""

import io
import logging
from collections.abc import Mapping
from typing import Any

import pytest
import structlog
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.settings import api_settings

from factcheck.logs import without_secrets
from sources.services import people
from tests import factories
from tests.web.factors import code_of, set_up_app

NEW = "tide-lantern-88-osk"
Lines = list[Mapping[str, Any]]


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Lines:
    """Every line that was logged, as it is before it is written."""
    caplog.set_level("INFO")
    return _Seen(caplog)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """The log as it goes out."""
    sink = io.StringIO()
    (handler,) = [one for one in logging.getLogger().handlers if one.get_name() == "stderr"]
    monkeypatch.setattr(handler, "stream", sink)
    return sink


class _Seen(list[Mapping[str, Any]]):
    def __init__(self, caplog: pytest.LogCaptureFixture) -> None:
        super().__init__()
        self.caplog = caplog

    def of(self, *events: str) -> Lines:
        found = [record.msg for record in self.caplog.records if isinstance(record.msg, dict)]
        return [line for line in found if line["event"] in events]


def test_who_got_in_and_who_did_not(lines: Any, checker: User, client: Client) -> None:
    client.post("/login/", {"username": "checker", "password": "wrong"})
    client.post("/login/", {"username": "Nobody-my-password", "password": "wrong"})
    client.post("/login/", {"username": "checker", "password": factories.PASSWORD})
    client.post("/logout/")
    told = lines.of("login_failed", "login_step", "logged_in", "logged_out")
    assert [(line["event"], line["login"]) for line in told] == [
        ("login_failed", checker.pk),
        ("login_failed", None),
        ("login_step", checker.pk),
        ("logged_in", checker.pk),
        ("logged_out", checker.pk),
    ]
    assert all(line["ip"] == "127.0.0.1" and line["request_id"] and line["timestamp"].endswith("Z") for line in told)


def test_a_key_by_password_that_was_not_given(lines: Any, reporter: User, client: Client) -> None:
    credentials = {"username": "reporter", "password": "wrong"}
    client.post("/api/v1/token", credentials, content_type="application/json")
    assert [line["login"] for line in lines.of("login_failed")] == [reporter.pk]


def test_second_factors_and_passwords_that_change(
    lines: Any, checker: User, as_checker: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        set_up_app(as_checker)
    form = {"oldpassword": factories.PASSWORD, "password1": NEW, "password2": NEW}
    assert as_checker.post("/me/password/", form).status_code == 302
    guess = Client()
    guess.post("/login/", {"username": "checker", "password": NEW})
    guess.post("/login/code/", {"code": "000000"})
    told = lines.of("second_factor_changed", "password_changed", "second_factor_failed")
    assert [(line["event"], line.get("what"), line.get("kind"), line["login"]) for line in told] == [
        ("second_factor_changed", "added", "totp", checker.pk),
        ("second_factor_changed", "added", "recovery_codes", checker.pk),
        ("password_changed", None, None, checker.pk),
        ("second_factor_failed", None, None, checker.pk),
    ]


def test_no_secret_is_written(checker: User, admin: User, client: Client, written: io.StringIO) -> None:
    as_checker = Client()
    as_checker.force_login(checker)
    secret, codes = set_up_app(as_checker)
    link = people.offer_password(checker, by=admin)
    step = client.get(link)
    client.post(step.headers["Location"], {"password1": NEW, "password2": NEW})
    client.post("/login/", {"username": "checker", "password": NEW})
    client.post("/login/code/", {"code": code_of(secret)})
    client.get("/flags/?q=the+minister+resigns")
    key = factories.key(checker)
    client.get("/api/v1/claims", headers={"Authorization": f"Bearer {key}"})
    log = written.getvalue()
    assert "/login/password/" in log
    assert '"event": "logged_in"' in log
    secrets = [factories.PASSWORD, NEW, secret, *codes, key, key.rpartition("_")[2], link.rsplit("-", 1)[1].strip("/")]
    secrets += [client.session.session_key, as_checker.session.session_key, "minister"]
    assert [one for one in secrets if str(one) in log] == []


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("GET /login/password/3-cx9-8f3a/", "GET /login/password/3-…/"),
        ("Not Found: /login/password/3-cx9-8f3a", "Not Found: /login/password/3-…"),
        ("GET /login/oidc/login/callback/?code=abc&state=x", "GET /login/oidc/login/callback/?…"),
        # The page that the link leads on to carries no key.
        ("GET /login/password/3-set-password/", "GET /login/password/3-…/"),
        ("GET /articles/7/", "GET /articles/7/"),
        ("request_started", "request_started"),
    ],
)
def test_addresses_lose_what_is_secret_in_them(words: str, written: str) -> None:
    assert without_secrets(None, "info", {"event": words, "request": words}) == {"event": written, "request": written}


def test_refusals_stand_in_the_log(lines: Any, as_stranger: Client, stranger: User) -> None:
    as_stranger.get("/flags/")
    Client().get("/api/v1/claims", headers={"Authorization": "Bearer fcw_none"})
    Client().post("/theme/", {"theme": "pink"})
    told = lines.of("request_finished")
    assert [(line["code"], line["request"], line["user_id"]) for line in told] == [
        (403, "GET /flags/", stranger.pk),
        (401, "GET /api/v1/claims", None),
        (400, "POST /theme/", None),
    ]


def test_what_broke_stands_in_the_log_and_not_on_the_page(
    lines: Any, as_reporter: Client, reporter: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a detail of ours")

    monkeypatch.setattr("claims.web.rules.render", broken)
    as_reporter.raise_request_exception = False
    answer = as_reporter.get("/rules/")
    (told,) = lines.of("request_failed")
    assert (answer.status_code, b"a detail of ours" in answer.content) == (500, False)
    assert (told["code"], told["user_id"], "a detail of ours" in told["exception"]) == (500, reporter.pk, True)


def test_nobody_makes_up_where_she_comes_from(lines: Any, client: Client, db: None) -> None:
    client.get("/login/", headers={"X-Forwarded-For": "203.0.113.9", "X-Real-IP": "203.0.113.9"})
    assert {line["ip"] for line in lines.of("request_started")} == {"127.0.0.1"}


def test_behind_a_proxy_it_is_the_last_address_that_counts(
    lines: Any, client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api_settings, "NUM_PROXIES", 1)
    client.get("/login/", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.9"})
    assert {line["ip"] for line in lines.of("request_started")} == {"203.0.113.9"}


def test_a_line_stays_one_line(written: io.StringIO, client: Client, db: None) -> None:
    agent = "x\x1b[31m\nlogged_in login=1\r\n"
    client.post("/login/", {"username": agent, "password": "wrong"}, headers={"User-Agent": agent})
    structlog.get_logger("tests").warning("said", words=agent)
    lines = written.getvalue().splitlines()
    assert len(lines) >= 4
    assert all(line.isprintable() and line.startswith("{") and line.endswith("}") for line in lines)
