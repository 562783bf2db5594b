"""The one shape of every error answer."""

from collections.abc import Iterator
from typing import Any

from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, ErrorDetail

# What a client sent is echoed in some messages; nobody reads more of it than this.
LONGEST = 300
TOP = ""


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
    """Every answer from 400 on. `code` is stable and for machines, `detail` is for people and may change."""

    code = serializers.CharField()
    detail = serializers.CharField()
    errors = FieldProblem(many=True, required=False)


def problem(code: str, detail: str, errors: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """The body of an error answer."""
    body: dict[str, Any] = {"code": code, "detail": safe(detail)}
    if errors:
        body["errors"] = errors
    return body


def field_problems(detail: Any, path: str = TOP) -> Iterator[dict[str, str]]:
    """The framework's nested messages as a flat list."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            below = path if name == "non_field_errors" else f"{path}.{name}" if path else str(name)
            yield from field_problems(inner, below)
    elif isinstance(detail, list):
        for inner in detail:
            yield from field_problems(inner, path)
    else:
        code = detail.code if isinstance(detail, ErrorDetail) else "invalid"
        yield {"field": safe(path), "code": str(code), "detail": safe(str(detail))}


def safe(text: str) -> str:
    """Text that fits into an answer: lone surrogates have no UTF-8 and would break it."""
    return text[:LONGEST].encode("utf-8", "backslashreplace").decode()


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
}


def answers(good: dict[int, Any], *bad: int) -> dict[int, Any]:
    """The answers of an operation for the schema: the good ones, and those errors besides 400, 401 and 403."""
    refused = sorted({400, 401, 403, *bad})
    return good | {code: OpenApiResponse(Problem, _MEANING[code]) for code in refused}
