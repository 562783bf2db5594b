"""What a key asks most is answered before the framework begins, and nobody can tell but by the time it takes."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.handlers.wsgi import WSGIHandler
from django.db import DatabaseError
from django.test import RequestFactory
from django.test.utils import override_settings

from claims.models import Mention
from factcheck import straight
from factcheck.straight import Straight
from factcheck.wsgi import usual
from sources.api.at_once import Environ
from sources.queries import Prepared, keys
from tests import factories

pytestmark = pytest.mark.usefixtures("connection_of_the_test")
TLS = {"SECURE_SSL_REDIRECT": True, "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")}
Said = tuple[str, dict[str, str], bytes]


@pytest.fixture
def killed(checker: User) -> Mention:
    version = factories.first_version("12 passengers were killed. 9 left.", by=checker)
    factories.figure(version, "9 left", "9", 9, 9)
    return factories.figure(version, "12 passengers were killed", "12", 12, 12)


@pytest.fixture
def key(checker: User, killed: Mention) -> str:
    """A key that is known, as it was used a moment ago."""
    plain = factories.key(checker)
    for _ in range(2):
        assert _asked(usual, _environ(f"/api/v1/claims/{killed.claim_id}", plain))[0] == "200 OK"
    return plain


def _environ(path: str, key: str, method: str = "GET", body: str = "", **headers: str) -> Environ:
    said = {"Host": "testserver", "Authorization": f"Bearer {key}"} | headers
    environ: Environ = RequestFactory().generic(method, path, body, headers=said).environ
    return environ


def _asked(application: Callable[..., Iterable[bytes]], environ: Environ) -> Said:
    said: list[Any] = []
    body = b"".join(application(environ, lambda status, headers, *_: said.extend((status, dict(headers)))))
    return said[0], said[1], body


class _Usual:
    """What is left to the framework."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        self.asked.append(environ["PATH_INFO"])
        start_response("418 I'm a teapot", [])
        return [b""]


def _paths(killed: Mention) -> dict[str, str]:
    claim = f"/api/v1/claims/{killed.claim_id}"
    return {"status": f"{claim}/status", "claim": claim, "page": "/api/v1/claims?limit=1&fields=id,state"}


def _without_time(said: Said) -> Any:
    status, headers, body = said
    return status, {name: value for name, value in headers.items() if name != "RateLimit"}, body.split(b"checked_at")[0]


# What is asked, and the tag that is sent along: none, the right one.
@pytest.mark.parametrize(("what", "again"), [("status", False), ("status", True), ("claim", True), ("page", False)])
@pytest.mark.parametrize("behind_tls", [False, True])
def test_both_ways_give_the_same(what: str, again: bool, behind_tls: bool, killed: Mention, key: str) -> None:
    straight._common.cache_clear()
    path, headers = _paths(killed)[what], {"X-Forwarded-Proto": "https"}
    with override_settings(**TLS if behind_tls else {}, SECURE_HSTS_SECONDS=9 if behind_tls else 0):
        through = WSGIHandler()  # middleware reads its settings when it is made
        if again:
            headers["If-None-Match"] = _asked(through, _environ(path, key, **headers))[1]["ETag"]
        left = _Usual()
        told = _asked(Straight(left), _environ(path, key, **headers))
        keys._REMEMBERED.clear()
        assert _without_time(told) == _without_time(_asked(through, _environ(path, key, **headers)))
    straight._common.cache_clear()
    assert left.asked == []
    assert told[0] == ("304 Not Modified" if again else "200 OK")
    assert ("Strict-Transport-Security" in told[1]) == behind_tls


# What goes the usual way, although the key is known and what it asks for is there: how the environ differs.
USUAL: dict[str, dict[str, Any]] = {
    "a host that is not ours": {"Host": "elsewhere.example"},
    "no host": {"Host": ""},
    "a change": {"method": "POST", "body": "{}"},
    "a body where none belongs": {"body": "{}"},
    "what is no key": {"Authorization": "Bearer x"},
    "another form": {"Accept": "text/html"},
    "a parameter": {"path": "/api/v1/claims/{}/status?x=1"},
    "an id of no end": {"path": "/api/v1/claims/{}" + "0" * 5_000},
    "an id that is none": {"path": "/api/v1/claims/{}00"},
    "digits of another alphabet": {"path": "/api/v1/claims/\u0661"},
    "no such address": {"path": "/api/v1/claims/{}/nothing"},
    "a page for people": {"path": "/articles/"},
    "a view without a short way": {"path": "/api/v1/sources"},
}


@pytest.mark.parametrize("what", USUAL)
def test_the_rest_goes_the_usual_way(what: str, killed: Mention, key: str) -> None:
    given = {"path": "/api/v1/claims/{}/status", "key": key} | USUAL[what]
    given["path"] = given["path"].format(killed.claim_id)
    left = _Usual()
    assert _asked(Straight(left), _environ(**given))[0] == "418 I'm a teapot"
    assert len(left.asked) == 1


def test_a_key_that_travelled_in_the_open_is_refused(killed: Mention, key: str) -> None:
    with override_settings(**TLS):
        left = _Usual()
        _asked(Straight(left), _environ(_paths(killed)["status"], key))
        assert len(left.asked) == 1


@pytest.mark.parametrize("error", [DatabaseError("gone"), RuntimeError("a mistake of ours")])
def test_what_breaks_is_answered_the_usual_way(
    error: Exception, killed: Mention, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise error

    monkeypatch.setattr(Prepared, "_found", broken)
    left = _Usual()
    assert _asked(Straight(left), _environ(_paths(killed)["status"], key))[0] == "418 I'm a teapot"


def test_it_stands_in_the_log_as_other_requests_do(killed: Mention, key: str, caplog: pytest.LogCaptureFixture) -> None:
    path = _paths(killed)["status"]
    with caplog.at_level(logging.INFO):
        _asked(Straight(_Usual()), _environ(path, key))
        keys._REMEMBERED.clear()
        _asked(usual, _environ(path, key))
    early, through = [record.msg for record in caplog.records if "request_finished" in str(record.msg)]
    assert early.keys() == through.keys()
    told = ("event", "code", "request", "ip", "user_id")
    assert [early[name] for name in told] == [through[name] for name in told]
    assert early["request"] == f"GET {path}"
