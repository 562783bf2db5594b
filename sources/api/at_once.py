"""The usual GET of a machine, answered by one statement and one count, past the framework.

A key is remembered as it was when it was last looked up. The statement that finds the answer also gives the mark of
all that decides what the key is good for, so a key that was revoked, or whose owner lost a role, is noticed by it, and
what was found is thrown away. Whatever is not the usual case - no key, a key that is not known yet, a parameter,
nothing to be found, too many requests - is left to the view itself, so that each refusal is made in one place.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

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
# The mark of the key that was read with it, and the answer; None where it has to be made the long way.
Found = tuple[str | None, HttpResponse | None]
AtOnce = Callable[..., Found]
View = Callable[..., HttpResponseBase]


def tried_at_once(view: Any, usual: View) -> View:
    """A view function that asks `view.at_once` first and, where that has no answer, goes the usual way."""
    allow = ", ".join(name.upper() for name in view.http_method_names if name == "head" or hasattr(view, name))

    @wraps(usual)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return _at_once(view, allow, request, kwargs) or usual(request, *args, **kwargs)

    return answer


def _at_once(view: Any, allow: str, request: HttpRequest, kwargs: dict[str, Any]) -> HttpResponse | None:
    key = _key(view, request)
    if key is None:
        return None
    try:
        mark, answer = view.at_once(request, key, **kwargs)
    except DatabaseError:
        return None
    if answer is None or mark != key.mark:  # type: ignore[attr-defined]  # of `key_sent`
        return None
    rate = request.rate = rates.rate_of_key(key)  # type: ignore[attr-defined]  # so that it is not counted again
    if rate and rate.exceeded:
        return None
    for name, value in rate.headers().items() if rate else ():
        answer.headers[name] = value
    request.user = key.owner
    answer.headers["Allow"] = allow
    answer.headers["Cache-Control"] = ASK_AGAIN
    answer.headers["Vary"] = _VARY
    return answer


def _key(view: Any, request: HttpRequest) -> ApiKey | None:
    """The key that a request carries, if it is known and good for reading; a query is for lists alone."""
    sent = request.META
    if (
        request.method != "GET"
        or (sent.get("QUERY_STRING") and not view.is_list)
        or sent.get("HTTP_ACCEPT", "*/*") not in _JSON
    ):
        return None
    word, _, secret = sent.get("HTTP_AUTHORIZATION", "").partition(" ")
    key = remembered(secret) if word.lower() == "bearer" else None
    if key is None:
        return None
    now = timezone.now()
    reads = view.scopes.get("GET") == Scope.READ and Scope.READ in key.scopes
    works = reads and key.works_at(now) and use_noted(key, now)
    return key if works and view.allows["GET"](key.owner) else None
