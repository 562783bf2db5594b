"""Refuses what is too large before it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.api.import_bodies import IMPORT_BYTES
from sources.api.problems import plain_problem

# Addresses that take more, and read it as it comes in.
LIMITS = {"/api/v1/imports": IMPORT_BYTES}


class BodyLimit:
    """Answers 413 to a request whose body is over DATA_UPLOAD_MAX_MEMORY_SIZE; Django's own limit spares files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        limit = LIMITS.get(request.path, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
        if not length.isdecimal() or int(length) <= limit:
            return self.get_response(request)
        if request.path.startswith("/api/"):
            return plain_problem("too_large", f"The body is over the limit of {limit:,} bytes.", request.path)
        return render(request, "413.html", {"limit": settings.TEXT_LIMIT}, status=413)
