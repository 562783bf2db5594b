"""The API: all resources under one address, and refusals mapped to HTTP in one place."""

from typing import Any

import structlog
from django.db import InterfaceError, OperationalError
from django.urls import include, path, re_path
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework import exceptions, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView, exception_handler

from factcheck.tokens import TokenView
from sources.api.conditional import Unchanged
from sources.api.problems import field_problems, problem
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
    "not_failed": status.HTTP_409_CONFLICT,
    "own_revision": status.HTTP_403_FORBIDDEN,
    "service_account": status.HTTP_403_FORBIDDEN,
    "stale_claim": status.HTTP_409_CONFLICT,
    "stale_revision": status.HTTP_409_CONFLICT,
    "stale_verdict": status.HTTP_409_CONFLICT,
    "still_read": status.HTTP_409_CONFLICT,
    "wrong_role": status.HTTP_403_FORBIDDEN,
    "wrong_state": status.HTTP_409_CONFLICT,
    "claim_changed": status.HTTP_409_CONFLICT,
    "text_too_long": status.HTTP_413_REQUEST_ENTITY_TOO_LARGE,
}


def refusal_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an error in the shape of `Problem`; None, which is a 500, for what nobody thought of."""
    if isinstance(error, Unchanged):
        return Response(status=error.status_code)
    if isinstance(error, Refusal):
        code = STATUS_OF.get(error.code, status.HTTP_422_UNPROCESSABLE_ENTITY)
        return Response(problem(error.code, str(error)), status=code)
    if isinstance(error, OperationalError | InterfaceError):
        log.error("database_unreachable", error=str(error))
        body = problem("unavailable", "The database is out of reach. Try again in a moment.")
        return Response(body, status=status.HTTP_503_SERVICE_UNAVAILABLE, headers={"Retry-After": "5"})
    response = exception_handler(error, context)
    if response is not None:
        response.data = _problem_of(error)
    return response


def _problem_of(error: Exception) -> dict[str, Any]:
    if isinstance(error, exceptions.ValidationError):
        return problem("invalid", "Some of what was sent is not valid.", list(field_problems(error.detail)))
    if isinstance(error, exceptions.APIException):
        return problem(str(getattr(error.detail, "code", error.default_code)), str(error.detail))
    return problem("not_found", "There is nothing here.")  # Http404; PermissionDenied of Django is never raised here


@extend_schema(exclude=True)
class NothingHere(APIView):
    """Any other address: the same error shape as everywhere."""

    permission_classes = ()
    authentication_classes = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise exceptions.NotFound("There is nothing at this address. Addresses of the API have no final slash.")


urlpatterns = [
    path("schema", SpectacularAPIView.as_view(), name="schema"),
    path("token", TokenView.as_view(), name="token"),
    path("", include("sources.api.urls")),
    path("", include("claims.api.urls")),
    re_path(r"^", NothingHere.as_view()),
]
