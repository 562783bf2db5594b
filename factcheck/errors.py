"""What is answered where no view could: problem details under /api/, pages elsewhere."""

import sys

import structlog
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views import defaults
from psycopg.errors import ReadOnlySqlTransaction

from sources.api.problems import plain_problem

API = "/api/"
# Seconds after which another try is worth it where the database cannot answer.
AGAIN_IN = "5"

log = structlog.get_logger(__name__)


def database_cannot_answer(error: BaseException | None) -> bool:
    """Whether it is the database that is away, full, locked up, or for now a copy that only reads."""
    read_only = isinstance(getattr(error, "__cause__", None), ReadOnlySqlTransaction)
    return isinstance(error, OperationalError | InterfaceError) or read_only


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 where the request is over a limit: Django answers 400 to that, too."""
    too_big = isinstance(exception, RequestDataTooBig)
    if request.path.startswith(API):
        code = "too_large" if too_big else "bad_request"
        return plain_problem(code, "The request is too large." if too_big else "Nobody can read this.", request.path)
    if too_big:
        return render(request, "413.html", {"limit": f"{settings.TEXT_LIMIT:,}"}, status=413)
    return render(request, "400.html", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """500, or 503 where the database cannot answer. What broke stands in the log and nowhere else."""
    if request.path.startswith(API):
        return plain_problem("internal_error", "Nothing that was saved is lost. Try again in a moment.", request.path)
    error = sys.exception()
    if database_cannot_answer(error):
        log.error("database_unreachable", error=str(error))
        # Nothing around the page may ask the database: neither who asks nor what waits for them.
        page = loader.get_template("503.html").render()
        return HttpResponse(page, status=503, headers={"Retry-After": AGAIN_IN})
    return defaults.server_error(request)
