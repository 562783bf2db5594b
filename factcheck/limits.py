"""Refuses what is too large before it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sources.api.problems import plain_problem


class BodyLimit:
    """Answers 413 to a request whose body is over DATA_UPLOAD_MAX_MEMORY_SIZE; Django's own limit spares files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return self.get_response(request)
        if request.path.startswith("/api/"):
            return plain_problem("too_large", "The request is too large.", request.path)
        return render(request, "413.html", {"limit": settings.TEXT_LIMIT}, status=413)
