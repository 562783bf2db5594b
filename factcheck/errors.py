"""The page of a request that could not be read; Django answers 400 to one that is too large, too."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 where the request is over a limit."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", {"limit": settings.TEXT_LIMIT}, status=413)
    return render(request, "400.html", status=400)
