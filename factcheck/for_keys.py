"""Requests of the API that carry a key do not pass what is there for browsers."""

from collections.abc import Callable
from uuid import uuid4

import structlog
from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.urls import get_resolver
from django.utils.module_loading import import_string
from rest_framework.throttling import BaseThrottle

log = structlog.get_logger(__name__)
# No answer of the API is a page. The policy of the pages says what those may load.
POLICY = "default-src 'none'; frame-ancestors 'none'"
Answers = Callable[[HttpRequest], HttpResponse]


class ForKeys:
    """Sends what carries a key past sessions, cookies' guards, messages and the login's middleware.

    Of what comes after this one, MIDDLEWARE_FOR_KEYS alone is passed. A key takes the place of a session: the API asks
    for no session where a request has an `Authorization`, and a key needs no second factor.
    """

    def __init__(self, get_response: Answers) -> None:
        self.get_response = get_response
        answers = convert_exception_to_response(_logged)
        for path in reversed(settings.MIDDLEWARE_FOR_KEYS):
            answers = convert_exception_to_response(import_string(path)(answers))
        self.for_keys: Answers = answers

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "HTTP_AUTHORIZATION" not in request.META or not request.path_info.startswith("/api/"):
            return self.get_response(request)
        answer = self.for_keys(request)
        answer.headers["Content-Security-Policy"] = POLICY
        return answer


def _logged(request: HttpRequest) -> HttpResponse:
    """What the view answers, noted in the log as other requests are."""
    asked = f"{request.method} {request.get_full_path()}"
    ip = BaseThrottle().get_ident(request)
    structlog.contextvars.bind_contextvars(request_id=str(uuid4()), ip=ip)
    try:
        answer = _answer(request)
        user = getattr(request, "user", None)
        log.info("request_finished", code=answer.status_code, request=asked, user_id=getattr(user, "pk", None))
    finally:
        structlog.contextvars.clear_contextvars()
    return answer


def _answer(request: HttpRequest) -> HttpResponse:
    match = get_resolver().resolve(request.path_info)
    request.resolver_match = match
    answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
    # The framework's answers are rendered once all is known; Django does that between views and middleware.
    render = getattr(answer, "render", None)
    return render() if callable(render) else answer
