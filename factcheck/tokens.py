"""POST /api/v1/token: a key by password, and how often somebody may guess at one."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import authenticate
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import exceptions, serializers, status
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle

from factcheck import guesses
from factcheck.login.required import has_one, must_have
from sources.api.fields import Measured, Moment, StrictSerializer
from sources.api.problems import errors
from sources.engine import key_form
from sources.permissions import scopes_of
from sources.services import keys

NAME, LIFE = "by password", timedelta(hours=24)
EXAMPLE = {
    "token": key_form.written("k3Jd09", "x" * key_form.SECRET_LENGTH),
    "expires_at": "2026-04-16T09:00:00Z",
}


class Unavailable(exceptions.APIException):
    """Nobody can count the attempts now, so none is allowed."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_detail = "Tokens cannot be given out at the moment. Try again in a minute."
    default_code = "unavailable"


class BadCredentials(exceptions.APIException):
    """No such login, a wrong password, or a login that was closed: an answer never says which."""

    status_code = status.HTTP_400_BAD_REQUEST
    default_detail = "There is no login with this name and password."
    default_code = "bad_credentials"


class SecondFactorRequired(exceptions.APIException):
    """The password is right, and not enough: this way would go round the second factor."""

    status_code = status.HTTP_403_FORBIDDEN
    default_detail = "This login has a second factor. Log in with a browser and make a key at /me/keys/."
    default_code = "second_factor_required"


class Guesses(BaseThrottle):
    """At most `limit` attempts in a window, counted for all processes at once. What is counted: `of`."""

    limit = 0

    def of(self, request: Request) -> str:
        raise NotImplementedError

    def allow_request(self, request: Request, view: Any) -> bool:
        try:
            return guesses.count(type(self).__name__, self.of(request)) <= self.limit
        except guesses.CannotCount as error:
            raise Unavailable from error

    def wait(self) -> float:
        return guesses.seconds_left()


class GuessesFromAddress(Guesses):
    limit = guesses.FROM_ADDRESS

    def of(self, request: Request) -> str:
        return self.get_ident(request) or ""


class GuessesAtLogin(Guesses):
    limit = guesses.AT_LOGIN

    def of(self, request: Request) -> str:
        return guesses.name_of(request.data.get("username") if isinstance(request.data, dict) else None)


class Credentials(StrictSerializer):
    username = Measured(max_length=150)
    password = serializers.CharField(max_length=1_000, trim_whitespace=False)


class TokenShape(serializers.Serializer[Any]):
    token = serializers.CharField(help_text="To be sent with every request: `Authorization: Bearer ...`")
    expires_at = Moment()


class TokenView(GenericAPIView[Any]):
    """A key for a day, with every scope that the roles of a login allow."""

    authentication_classes = ()
    permission_classes = ()
    throttle_classes = (GuessesFromAddress, GuessesAtLogin)
    serializer_class = Credentials

    @extend_schema(
        summary="Get a token",
        auth=[],
        request=Credentials,
        responses={
            200: TokenShape,
            **errors(
                _400="Wrong name or password (`bad_credentials`), or a body that is not valid.",
                _403="The login has a second factor (`second_factor_required`): make a key at `/me/keys/`.",
                _429="Too many attempts; `Retry-After` says when to try again.",
                _503="Attempts cannot be counted now, so none is allowed.",
            ),
        },
        examples=[
            OpenApiExample("A login", {"username": "reporter", "password": "..."}, request_only=True),
            OpenApiExample("Its token", EXAMPLE, response_only=True),
        ],
    )
    def post(self, request: Request) -> Response:
        credentials = self.get_serializer(data=request.data)
        credentials.is_valid(raise_exception=True)
        user = authenticate(request, **credentials.validated_data)
        if user is None:
            raise BadCredentials
        if has_one(user) or must_have(user):
            raise SecondFactorRequired
        made = keys.create(user, name=NAME, scopes=scopes_of(user), by=user, expires_at=timezone.now() + LIFE)
        return Response({"token": made.plain, "expires_at": made.key.expires_at}, headers={"Cache-Control": "no-store"})
