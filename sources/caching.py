"""Answers that anybody may have and every cache may keep."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

CACHED = "public, max-age=60, stale-while-revalidate=600"


def base_of(request: HttpRequest) -> str:
    """The address that readers know the desk by, without a final slash."""
    return settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")


def kept(
    request: HttpRequest, marks: Sequence[object], changed_at: datetime | None, build: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """What `build` gives, with a strong ETag; 304, with nothing built, to whoever has it already.

    marks: other values whenever the answer would be another one. The desk's name and address count too.
    """
    parts = [settings.PUBLIC_NAME, base_of(request), request.get_full_path(), *marks]
    tag = f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'
    # Only the tag is asked: with If-None-Match, If-Modified-Since does not count, and a second is too coarse alone.
    answer: HttpResponseBase = get_conditional_response(request, etag=tag) or build()
    answer["ETag"] = tag
    answer["Cache-Control"] = CACHED
    answer["Access-Control-Allow-Origin"] = "*"
    if changed_at is not None:
        answer["Last-Modified"] = http_date(changed_at.timestamp())
    return answer
