"""How long a session lasts: SESSION_COOKIE_AGE from its login at most, SESSION_IDLE without anybody at it."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

# Seconds; that somebody is there is written down so often, not with every request.
NOTED = 5 * 60
# What an open page asks by itself, with nobody at it.
BY_ITSELF = frozenset({"article_live"})
SAID = "You were logged out, as sessions end after a while. Log in to go on."


def begin(session: SessionBase) -> None:
    """Called at every login, whatever way somebody came in."""
    session["began"] = session["seen"] = int(time.time())


def is_over(session: SessionBase, now: float) -> bool:
    """Whether a session has lasted for too long; one that does not say since when has."""
    return (
        now - session.get("began", 0) >= settings.SESSION_COOKIE_AGE
        or now - session.get("seen", 0) >= settings.SESSION_IDLE
    )


class SessionsEnd:
    """Logs a session out whose time is over, and notes of the others that somebody is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session and is_over(request.session, time.time()):
            logout(request)
            if not request.path.startswith("/api/"):
                messages.info(request, SAID)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, *_: object) -> None:
        if SESSION_KEY not in request.session or request.resolver_match.url_name in BY_ITSELF:
            return
        if time.time() - request.session["seen"] >= NOTED:
            request.session["seen"] = int(time.time())
