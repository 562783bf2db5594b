"""GET /api/v1/problems/{code}: what an error code means. The `type` of every error leads here."""

from collections.abc import Iterator, Mapping
from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import exceptions, serializers
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from sources.api.problems import HOME, KINDS, errors
from sources.errors import Refusal

UNPROCESSABLE = 422


class ProblemKindShape(serializers.Serializer[Any]):
    """What an error code means, always."""

    type = serializers.CharField()
    code = serializers.CharField()
    status = serializers.IntegerField()
    title = serializers.CharField()


def meaning_of(refusal: type[Refusal]) -> str:
    """The first sentence that its class says of itself."""
    return str(refusal.__doc__).strip().splitlines()[0]


def catalogue(status_of: Mapping[str, int]) -> dict[str, tuple[int, str]]:
    """Every code with its status and meaning: those of this layer, and each refusal of a service."""
    refusals = {one.code: (status_of.get(one.code, UNPROCESSABLE), meaning_of(one)) for one in _below(Refusal)}
    return KINDS | refusals


def _below(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


class ProblemPage(GenericAPIView[Any]):
    """The meaning of one code; open to everybody, and the same until the next release."""

    authentication_classes = ()
    permission_classes = ()
    serializer_class = ProblemKindShape
    status_of: Mapping[str, int] = {}

    @extend_schema(
        summary="Read what an error code means",
        auth=[],
        responses={200: ProblemKindShape, **errors(404)},
        examples=[
            OpenApiExample(
                "A code",
                {"type": f"{HOME}throttled", "code": "throttled", "status": 429, "title": KINDS["throttled"][1]},
                response_only=True,
            )
        ],
    )
    def get(self, request: Request, code: str) -> Response:
        found = catalogue(self.status_of).get(code)
        if found is None:
            raise exceptions.NotFound("There is no such code.")
        body = {"type": f"{HOME}{code}", "code": code, "status": found[0], "title": found[1]}
        return Response(body, headers={"Cache-Control": "public, max-age=3600"})
