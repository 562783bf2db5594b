"""Answers that every cache may keep are the same for everybody, and say so; what says nothing is kept by none."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from sources.caching import CACHED


class ForEverybody:
    """Takes `Vary` and cookies off answers that `sources.caching.kept` made.

    Middleware that looks who is logged in, for the log, would have every session get a copy of its own. Pages that are
    not ours, of the login and of second factors, often say nothing of caches.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if answer.headers.get("Cache-Control") == CACHED:
            answer.headers.pop("Vary", None)
            answer.cookies.clear()
        answer.headers.setdefault("Cache-Control", "private, no-store")
        return answer
