"""What is answered where no view could: problem details under /api/, pages elsewhere."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

from sources.api.problems import plain_problem

API = "/api/"


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
    """500. What broke stands in the log and nowhere else."""
    if request.path.startswith(API):
        return plain_problem("internal_error", "Nothing that was saved is lost. Try again in a moment.", request.path)
    return defaults.server_error(request)
