"""What machines ask most is answered before the framework begins: its cycle costs more than all that there is to do.

Only what `sources.api.at_once` can answer. Anything else, refusals and errors among it, goes the usual way; and a test
holds both ways to the same answer, header by header.
"""

import logging
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from http import HTTPStatus
from io import BytesIO
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import structlog
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.http import HttpResponse
from django.http.request import split_domain_port, validate_host
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware
from django.urls import Resolver404, resolve
from django.utils.encoding import iri_to_uri
from rest_framework.throttling import BaseThrottle

from factcheck.for_keys import POLICY
from sources.api.at_once import Answer, Asked, Environ

log = structlog.get_logger(__name__)
_LEVEL = logging.getLogger(__name__)
# An id of more digits is none.
LONGEST = 18
Start = Callable[[str, list[tuple[str, str]]], Any]
Server = Callable[[Environ, Start], Iterable[bytes]]


class Straight:
    """A WSGI application that answers what it can, and leaves the rest to the `usual` one."""

    def __init__(self, usual: Server) -> None:
        self.usual = usual

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        try:
            found = _answer(environ)
        except Exception:  # the usual way says what is wrong, as it would have without this one
            log.exception("not_answered_at_once")
            found = None
        if found is None:
            return self.usual(environ, start_response)
        status, body, headers = found
        start_response(
            f"{status} {HTTPStatus(status).phrase}", [*headers.items(), *_common(settings.SECURE_SSL_REDIRECT)]
        )
        return [body]


def _answer(environ: Environ) -> Answer | None:
    if environ["REQUEST_METHOD"] != "GET" or "HTTP_AUTHORIZATION" not in environ or not _plain(environ):
        return None
    path = environ.get("PATH_INFO", "")
    place = _place(path) if path.startswith("/api/") and path.isascii() else None
    if place is None:
        return None
    if connection.connection is not None and not connection.in_atomic_block:  # as before each request that Django gets
        connection.close_if_unusable_or_obsolete()
    ask, ids = place
    found = ask(environ, ids)
    if found is None:
        return None
    answer, key = found
    if _LEVEL.isEnabledFor(logging.INFO):
        _note(environ, answer.status, key.owner_id)
    return answer


def _plain(environ: Environ) -> bool:
    """Whether the request has no body, a host of ours, and came as it has to."""
    if environ.get("CONTENT_LENGTH") or environ.get("HTTP_TRANSFER_ENCODING") or environ.get("SCRIPT_NAME"):
        return False
    if settings.SECURE_SSL_REDIRECT and not _is_secure(environ):
        return False
    host = environ.get("HTTP_HOST")
    return host is not None and _is_ours(host, tuple(settings.ALLOWED_HOSTS))


def _is_secure(environ: Environ) -> bool:
    name, value = settings.SECURE_PROXY_SSL_HEADER or ("wsgi.url_scheme", "https")
    return bool(environ.get(name, "").partition(",")[0].strip() == value)


@lru_cache(maxsize=64)
def _is_ours(host: str, allowed: tuple[str, ...]) -> bool:
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, allowed)


def _place(path: str) -> tuple[Callable[[Environ, dict[str, int]], Asked | None], dict[str, int]] | None:
    """What answers at an address, with the ids that it names."""
    parts = path.split("/")
    numbers = [part for part in parts if part.isdecimal()]
    if any(len(number) > LONGEST for number in numbers):
        return None
    found = _view("/".join("0" if part.isdecimal() else part for part in parts), settings.ROOT_URLCONF)
    if found is None or len(found[1]) != len(numbers):
        return None
    return found[0], dict(zip(found[1], map(int, numbers), strict=True))


@lru_cache(maxsize=256)
def _view(path: str, urls: str) -> tuple[Any, tuple[str, ...]] | None:
    """What answers at addresses that are the same but for their numbers, and the names of these, in their order."""
    try:
        match = resolve(path, urls)
    except Resolver404:
        return None
    ask = getattr(match.func, "asked", None)
    return None if ask is None or any(value != 0 for value in match.kwargs.values()) else (ask, tuple(match.kwargs))


@cache
def _common(secure: bool) -> tuple[tuple[str, str], ...]:
    """The headers that middleware gives to every answer to a key."""
    name, value = settings.SECURE_PROXY_SSL_HEADER or ("wsgi.url_scheme", "https")
    environ = {"REQUEST_METHOD": "GET", "wsgi.input": BytesIO(), "wsgi.url_scheme": "http"}
    through = SecurityMiddleware(XFrameOptionsMiddleware(lambda _: HttpResponse()))
    answer = through(WSGIRequest(environ | ({name: value} if secure else {})))
    assert isinstance(answer, HttpResponse)
    del answer["Content-Type"]
    return (*answer.items(), ("Content-Security-Policy", POLICY))


def _note(environ: Environ, status: int, user: int) -> None:
    """The line in the log that `factcheck.for_keys` writes of other requests."""
    query = environ.get("QUERY_STRING")
    asked = f"GET {environ['PATH_INFO']}" + (f"?{iri_to_uri(query)}" if query else "")
    # All that is read of a request.
    sender = SimpleNamespace(META=environ, headers={"x-forwarded-for": environ.get("HTTP_X_FORWARDED_FOR")})
    ip = BaseThrottle().get_ident(sender)  # type: ignore[arg-type]
    log.info("request_finished", request_id=str(uuid4()), ip=ip, code=status, request=asked, user_id=user)
