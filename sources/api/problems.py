"""The one shape of every error answer."""

from collections.abc import Iterator
from typing import Any

from django.http import JsonResponse
from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, ErrorDetail

# What a client sent is echoed in some messages; nobody reads more of it than this.
LONGEST = 300
MEDIA_TYPE = "application/problem+json"
HOME = "/api/v1/problems/"
# What the framework and this layer say themselves: status and meaning. The refusals of services have their own.
KINDS = {
    "invalid": (400, "Something that was sent is not valid; `errors` names each."),
    "parse_error": (400, "The body cannot be read as JSON."),
    "bad_credentials": (400, "No login has this name and password."),
    "bad_request": (400, "The request cannot be read."),
    "not_authenticated": (401, "No key was sent."),
    "authentication_failed": (401, "There is no such key, or it does not work any more."),
    "permission_denied": (403, "No role of the login allows this."),
    "scope_missing": (403, "The key is not good for this, whatever its owner's roles allow."),
    "second_factor_required": (403, "The login needs its second factor for this."),
    "https_required": (403, "The API is asked over TLS alone; what a plain request carried is to be changed."),
    "not_found": (404, "There is nothing at this address, or nothing that this login sees."),
    "method_not_allowed": (405, "The address knows other methods only."),
    "not_acceptable": (406, "Answers are JSON."),
    "changed_meanwhile": (412, "It has changed since it was read."),
    "too_large": (413, "The body is over the size limit."),
    "unsupported_media_type": (415, "Bodies are JSON."),
    "if_match_required": (428, "A change has to say of which state it speaks."),
    "throttled": (429, "Too many requests; `Retry-After` says when to go on."),
    "internal_error": (500, "Something broke on our side."),
    "unavailable": (503, "Database or cache are out of reach for the moment."),
}


class TooLarge(APIException):
    """A body over the size limit."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = "The body is over the size limit."
    default_code = "too_large"


class FieldProblem(serializers.Serializer[Any]):
    """What is wrong with one value. `field` is its path, `figure.low`; empty where the body as a whole is meant."""

    field = serializers.CharField()
    code = serializers.CharField()
    detail = serializers.CharField()


class Problem(serializers.Serializer[Any]):
    """Every answer from 400 on: problem details for HTTP APIs, RFC 9457, as `application/problem+json`.

    `code` is stable and for machines, `title` says what it means, `detail` what happened this time, for people.
    """

    type = serializers.CharField(help_text="Where `code` is explained; resolved against the address that was asked.")
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField(help_text="The path that was asked.")
    code = serializers.CharField()
    errors = FieldProblem(many=True, required=False)


def problem(
    code: str, detail: str, *, status: int, title: str, path: str, errors: list[dict[str, str]] | None = None
) -> dict[str, Any]:
    """The body of an error answer."""
    body: dict[str, Any] = {
        "type": f"{HOME}{code}",
        "title": title,
        "status": status,
        "detail": safe(detail),
        "instance": safe(path),
        "code": code,
    }
    return body | {"errors": errors} if errors else body


def plain_problem(code: str, detail: str, path: str) -> JsonResponse:
    """An error answer from outside the API's views, of a code that stands in KINDS."""
    status, title = KINDS[code]
    body = problem(code, detail, status=status, title=title, path=path)
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE)


def field_problems(detail: Any) -> Iterator[dict[str, str]]:
    """The framework's nested messages as a flat list."""
    for path, found in _placed(detail, ()):
        code = found.code if isinstance(found, ErrorDetail) else "invalid"
        yield {"field": safe(".".join(path)), "code": str(code), "detail": safe(str(found))}


def pointer_of(detail: Any) -> str:
    """A JSON pointer (RFC 6901, 3) to what the first of the framework's nested messages is about; "" is the whole."""
    path, _ = next(_placed(detail, ()))
    return "".join("/" + safe(part).replace("~", "~0").replace("/", "~1") for part in path)


def _placed(detail: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each message with the names and numbers that lead to what it is about."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            yield from _placed(inner, path if name == "non_field_errors" else (*path, str(name)))
    elif isinstance(detail, list):
        for number, inner in enumerate(detail):  # of messages on one thing, or of what is wrong with each of many
            yield from _placed(inner, (*path, str(number)) if isinstance(inner, dict) else path)
    else:
        yield path, detail


def safe(text: str) -> str:
    """Text that fits into an answer and a row: lone surrogates have no UTF-8, and PostgreSQL takes no NUL."""
    return text[:LONGEST].replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode()


_MEANING = {
    400: "Something in the body, the address or the parameters is not valid; `errors` says what.",
    401: "No key, or one that does not work.",
    403: "The login has no role that allows this, or the key is good for less.",
    404: "There is nothing at this address.",
    409: "It is there already, or not ready yet; `code` says which.",
    412: "What you decide on changed since you read it.",
    413: "The body or the text is over the size limit.",
    422: "It reads well, but the rules do not allow it; `code` says why.",
    428: "A decision names what it was made on: send the ETag as `If-Match`.",
    429: "Too many requests; `Retry-After` says when to go on.",
}


def answers(good: dict[Any, Any], *bad: int) -> dict[Any, Any]:
    """The answers of an operation for the schema: the good ones, and those errors besides 400, 401, 403 and 429."""
    # The first code in the order of letters tells drf-spectacular whether this is a list, so all of them are pairs.
    named = {(key, "application/json") if isinstance(key, int) else key: shape for key, shape in good.items()}
    return named | errors(400, 401, 403, 429, *bad)


def errors(*bad: int, **said: str) -> dict[Any, Any]:
    """Error answers for the schema. said: what `_400` means here, and so on."""
    meanings = _MEANING | {int(code.lstrip("_")): words for code, words in said.items()}
    wrong = sorted({*bad, *(int(code.lstrip("_")) for code in said)})
    return {(code, MEDIA_TYPE): OpenApiResponse(Problem, meanings[code]) for code in wrong}
