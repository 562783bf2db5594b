"""The API: all resources under one address, and refusals mapped to HTTP in one place."""

from typing import Any

import structlog
from django.urls import include, path, re_path
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework import exceptions, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView, exception_handler

from factcheck.errors import AGAIN_IN, database_cannot_answer
from factcheck.problems import ProblemPage, meaning_of
from factcheck.tokens import TokenView
from sources.api.conditional import Unchanged
from sources.api.problems import KINDS, MEDIA_TYPE, field_problems, problem
from sources.errors import Refusal

log = structlog.get_logger(__name__)

STATUS_OF = {
    "address_taken": status.HTTP_409_CONFLICT,
    "already_marked": status.HTTP_409_CONFLICT,
    "already_flagged": status.HTTP_409_CONFLICT,
    "already_linked": status.HTTP_409_CONFLICT,
    "source_taken": status.HTTP_409_CONFLICT,
    "stale_evidence": status.HTTP_409_CONFLICT,
    "stale_flag": status.HTTP_409_CONFLICT,
    "idempotency_key_in_use": status.HTTP_409_CONFLICT,
    "not_failed": status.HTTP_409_CONFLICT,
    "own_revision": status.HTTP_403_FORBIDDEN,
    "service_account": status.HTTP_403_FORBIDDEN,
    "stale_claim": status.HTTP_409_CONFLICT,
    "stale_revision": status.HTTP_409_CONFLICT,
    "stale_verdict": status.HTTP_409_CONFLICT,
    "still_read": status.HTTP_409_CONFLICT,
    "too_many_streams": status.HTTP_503_SERVICE_UNAVAILABLE,
    "wrong_role": status.HTTP_403_FORBIDDEN,
    "wrong_state": status.HTTP_409_CONFLICT,
    "claim_changed": status.HTTP_409_CONFLICT,
    "stop_changed": status.HTTP_409_CONFLICT,
    "too_many_jobs": status.HTTP_429_TOO_MANY_REQUESTS,
    "text_too_long": status.HTTP_413_REQUEST_ENTITY_TOO_LARGE,
}


def refusal_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an error in the shape of `Problem`; None, which is a 500, for what nobody thought of."""
    if isinstance(error, Unchanged):
        return Response(status=error.status_code)
    if isinstance(error, Refusal):
        code = STATUS_OF.get(error.code, status.HTTP_422_UNPROCESSABLE_ENTITY)
        return _answer(Response(status=code), error.code, str(error), context, title=meaning_of(type(error)))
    if database_cannot_answer(error):
        log.error("database_unreachable", error=str(error))
        away = Response(status=status.HTTP_503_SERVICE_UNAVAILABLE, headers={"Retry-After": AGAIN_IN})
        return _answer(
            away,
            "unavailable",
            "The database is out of reach, or cannot take this now. Try again in a moment.",
            context,
        )
    response = exception_handler(error, context)
    return response and _answer(response, *_code_and_detail(error), context, error=error)


def _answer(
    response: Response,
    code: str,
    detail: str,
    context: dict[str, Any],
    *,
    title: str = "",
    error: Exception | None = None,
) -> Response:
    fields = list(field_problems(error.detail)) if isinstance(error, exceptions.ValidationError) else None
    title = title or KINDS.get(code, (0, detail))[1]
    path = context["request"].path
    response.data = problem(code, detail, status=response.status_code, title=title, path=path, errors=fields)
    response.content_type = MEDIA_TYPE
    return response


def _code_and_detail(error: Exception) -> tuple[str, str]:
    if isinstance(error, exceptions.ValidationError):
        return "invalid", "Some of what was sent is not valid."
    if isinstance(error, exceptions.APIException):
        return str(getattr(error.detail, "code", error.default_code)), str(error.detail)
    return "not_found", "There is nothing here."  # Http404; PermissionDenied of Django is never raised here


@extend_schema(exclude=True)
class NothingHere(APIView):
    """Any other address: the same error shape as everywhere."""

    permission_classes = ()
    authentication_classes = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise exceptions.NotFound("There is nothing at this address. Addresses of the API have no final slash.")


@extend_schema(exclude=True)
class Root(APIView):
    """Where everything is; open to everybody."""

    permission_classes = ()
    authentication_classes = ()

    def get(self, request: Request) -> Response:
        places = {"documentation": "/api/v1/docs/", "schema": "/api/v1/schema", "keys": "/me/keys/"}
        return Response(places, headers={"Cache-Control": "public, max-age=3600"})


urlpatterns = [
    path("", Root.as_view(), name="api-root"),
    path("", include("claims.api.urls")),  # the first, as it is asked most
    path("schema", SpectacularAPIView.as_view(), name="schema"),
    path("problems/<slug:code>", ProblemPage.as_view(status_of=STATUS_OF), name="problem"),
    path("token", TokenView.as_view(), name="token"),
    path("", include("sources.api.urls")),
    re_path(r"^", NothingHere.as_view()),
]
