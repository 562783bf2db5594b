"""Requests that are made once however often they are sent: the header Idempotency-Key."""

import hashlib
import json
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter
from rest_framework import status
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from sources.models import ApiKey
from sources.services import kept_answers
from sources.services.kept_answers import Answer, Begun

HEADER, REPLAYED = "Idempotency-Key", "Idempotency-Replayed"
LONGEST = 255
# What says nothing of the request itself and may be otherwise a moment later.
PASSING = frozenset({status.HTTP_409_CONFLICT, status.HTTP_429_TOO_MANY_REQUESTS})
PARAMETER = OpenApiParameter(
    HEADER,
    {"type": "string", "minLength": 1, "maxLength": LONGEST},
    OpenApiParameter.HEADER,
    required=False,
    description="Any text of your own, such as a UUID. The same key with the same request is answered as the first time"
    " for 24 hours, and done once; with another request it is 422, and 409 while the first is being worked on.",
)


class LeaseLost(Exception):
    """Another request with the same key took over; what this one did must not be stored."""


class Once(APIView):
    """A view whose POST does its work once for each Idempotency-Key of a key (or, without one, of a person).

    Work and answer are stored in one transaction, so a server that dies in between has done nothing. Refusals are kept
    too; an error of ours, and 409 and 429, which may be otherwise a moment later, are not.
    """

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        given = request.headers.get(HEADER)
        handler = getattr(self, "post", None)
        if request.method == "POST" and given is not None and handler is not None:
            self.post = partial(self._once, handler, _key(given))

    def _once(self, handler: Callable[..., Response], key: str, request: Request, *args: Any, **kwargs: Any) -> Any:
        begun = kept_answers.begin(_asker(request), key, _fingerprint(request))
        if isinstance(begun, Answer):
            return _again(begun)
        try:
            return self._first(begun, handler, request, *args, **kwargs)
        except BaseException:
            kept_answers.give_back(begun)
            raise

    def _first(
        self, begun: Begun, handler: Callable[..., Response], request: Request, *args: Any, **kwargs: Any
    ) -> Response:
        try:
            with transaction.atomic():
                response = handler(request, *args, **kwargs)
                _keep(begun, response)
        except LeaseLost:
            raise
        except Exception as error:
            response = self.handle_exception(error)
            if response.status_code >= status.HTTP_500_INTERNAL_SERVER_ERROR or response.status_code in PASSING:
                kept_answers.give_back(begun)
            else:
                _keep(begun, response)
        return response


def _keep(begun: Begun, response: Response) -> None:
    data = getattr(response, "data", None)
    body = JSONRenderer().render(data) if data is not None else b""
    kind = getattr(response, "content_type", None) or "application/json"
    if not kept_answers.keep(begun, Answer(response.status_code, body, kind, response.headers.get("Location", ""))):
        raise LeaseLost


def _again(answer: Answer) -> HttpResponse:
    response = HttpResponse(answer.body, content_type=answer.content_type, status=answer.status)
    response[REPLAYED] = "true"
    if answer.location:
        response["Location"] = answer.location
    return response


def _key(given: str) -> str:
    """The header's value, a string in quotes as the draft has it, or bare as many send it."""
    key = given.strip()
    if len(key) >= 2 and key[0] == key[-1] == '"':
        key = key[1:-1]
    if not key or len(key) > LONGEST or not key.isascii() or not key.isprintable():
        said = f"Give 1 to {LONGEST} visible characters of ASCII."
        raise ValidationError({HEADER: ErrorDetail(said, "invalid")})
    return key


def _asker(request: Request) -> str:
    return f"key:{request.auth.pk}" if isinstance(request.auth, ApiKey) else f"person:{request.user.pk}"


def _fingerprint(request: Request) -> str:
    body = request.data
    written = body if isinstance(body, bytes) else json.dumps(body, sort_keys=True, default=str).encode()
    place = f"{request.method} {request.get_full_path()}\n".encode()
    return hashlib.sha256(place + written).hexdigest()
