"""The usual GET of a machine, answered by one statement and one count, past the framework.

A key is remembered as it was when it was last looked up. The statement that finds the answer also gives the mark of
all that decides what the key is good for, so a key that was revoked, or whose owner lost a role, is noticed by it, and
what was found is thrown away. Whatever is not the usual case - no key, a key that is not known yet, a parameter,
nothing to be found, too many requests - is left to the view itself, so that each refusal is made in one place.
"""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any, NamedTuple

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from sources.api import rates
from sources.enums import Scope
from sources.models import ApiKey
from sources.queries import remembered
from sources.services.keys import use_noted

VARY = ["Authorization", "Cookie"]
ASK_AGAIN = "private, no-cache"
_VARY = ", ".join(VARY)
_JSON = frozenset({"*/*", "application/json"})
# Said of a request that was tried in this way already, under a name that no header can have.
_TRIED = "factcheck.tried_at_once"
# What a web server says of a request: headers as HTTP_*, and more (PEP 3333).
Environ = dict[str, Any]


class Answer(NamedTuple):
    """An answer that no framework has to render."""

    status: int
    body: bytes
    headers: dict[str, str]


def unchanged(headers: dict[str, str]) -> Answer:
    """304 with these headers."""
    return Answer(304, b"", {"Content-Length": "0"} | headers)


# The mark of the key that was read with it, and the answer; None where it has to be made the long way.
Found = tuple[str | None, Answer | None]
AtOnce = Callable[..., Found]
View = Callable[..., HttpResponseBase]
# An answer with all headers of the API, and the key that it is for.
Asked = tuple[Answer, ApiKey]


def tried_at_once(view: Any, usual: View) -> View:
    """A view function that asks `view.at_once` first and, where that has no answer, goes the usual way.

    Its `asked` is the first half alone, for who has nothing but the environ and the ids of the address.
    """
    allow = ", ".join(name.upper() for name in view.http_method_names if name == "head" or hasattr(view, name))
    ask = partial(_asked, view, allow)

    @wraps(usual)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = ask(request.META, kwargs)
        if found is None:
            return usual(request, *args, **kwargs)
        (status, body, headers), key = found
        request.user = key.owner
        response = HttpResponse(body, status=status, headers=headers)
        if "Content-Type" not in headers:
            del response["Content-Type"]
        return response

    answer.asked = ask  # type: ignore[attr-defined]  # see factcheck.straight
    return answer


def _asked(view: Any, allow: str, environ: Environ, ids: dict[str, Any]) -> Asked | None:
    key = None if _TRIED in environ else _key(view, environ)
    if key is None:
        return None
    environ[_TRIED] = True
    try:
        mark, answer = view.at_once(environ, key, **ids)
    except DatabaseError:
        return None
    if answer is None or mark != key.mark:  # type: ignore[attr-defined]  # of `key_sent`
        return None
    rate = environ[rates.NOTED] = rates.rate_of_key(key)  # so that it is not counted again
    if rate and rate.exceeded:
        return None
    answer.headers.update(rate.headers() if rate else ())
    answer.headers.update({"Allow": allow, "Cache-Control": ASK_AGAIN, "Vary": _VARY})
    return answer, key


def _key(view: Any, environ: Environ) -> ApiKey | None:
    """The key that a request carries, if it is known and good for reading; a query is for lists alone."""
    if (
        environ["REQUEST_METHOD"] != "GET"
        or (environ.get("QUERY_STRING") and not view.is_list)
        or environ.get("HTTP_ACCEPT", "*/*") not in _JSON
    ):
        return None
    word, _, secret = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    key = remembered(secret) if word.lower() == "bearer" else None
    if key is None:
        return None
    now = timezone.now()
    return key if key.works_at(now) and use_noted(key, now) and _reads(view, key) else None


def _reads(view: Any, key: ApiKey) -> bool:
    """Whether the key is good for reading and its owner's roles let her see this; looked up once while it is known."""
    known: dict[Any, bool] = key.reads  # type: ignore[attr-defined]  # of `remember`
    if view not in known:
        scoped = view.scopes.get("GET") == Scope.READ and Scope.READ in key.scopes
        known[view] = scoped and view.allows["GET"](key.owner)
    return known[view]
