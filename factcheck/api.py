"""The API: all resources under one router, and refusals mapped to HTTP in one place."""

from typing import Any

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework import status
from rest_framework.authtoken.views import obtain_auth_token
from rest_framework.response import Response
from rest_framework.views import exception_handler

from sources.errors import Refusal

STATUS_OF = {
    "address_taken": status.HTTP_409_CONFLICT,
    "already_marked": status.HTTP_409_CONFLICT,
    "already_flagged": status.HTTP_409_CONFLICT,
    "not_failed": status.HTTP_409_CONFLICT,
    "text_too_long": status.HTTP_413_REQUEST_ENTITY_TOO_LARGE,
}


def refusal_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an error: a refusal with its code and words, anything else as the framework has it."""
    if isinstance(error, Refusal):
        code = STATUS_OF.get(error.code, status.HTTP_422_UNPROCESSABLE_ENTITY)
        return Response({"code": error.code, "detail": str(error)}, status=code)
    return exception_handler(error, context)


urlpatterns = [
    path("schema", SpectacularAPIView.as_view(), name="schema"),
    path("token", obtain_auth_token, name="token"),
    path("", include("sources.api.urls")),
    path("", include("claims.api.urls")),
]
