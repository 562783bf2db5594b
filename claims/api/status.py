"""Status: by claim, by address, by text, by place in a text."""

import json
from datetime import UTC
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, PolymorphicProxySerializer, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from claims import permissions
from claims.api import examples_match, match
from claims.api import examples_status as examples
from claims.api.match_shapes import Words, WordsStatusShape
from claims.api.status_body import holds, moment, status_body
from claims.api.status_shapes import ClaimStatusShape, TextStatusShape
from claims.enums import Part
from claims.queries import status as queries
from sources.api.at_once import Answer, Environ, Found, unchanged
from sources.api.desk import DeskView
from sources.api.fields import Code, Measured, StrictSerializer
from sources.api.problems import answers
from sources.api.tags import is_known, tag_of, unless_known
from sources.enums import Scope
from sources.models import ApiKey
from sources.permissions import sight

LAST_ID, LAST_OFFSET = 2**63 - 1, 2**31 - 1


class ClaimStatus(DeskView):
    """Where one claim stands."""

    allows = {"GET": permissions.read}
    scopes = {"GET": Scope.READ}
    serializer_class = ClaimStatusShape

    @extend_schema(
        summary="Ask where a claim stands",
        responses=answers({200: ClaimStatusShape}, 404),
        examples=examples.CLAIM_STATUS,
    )
    def get(self, request: Request, claim_id: int) -> HttpResponse:
        _, row = queries.status_read(claim_id, sight(request.user))
        if row is None:
            raise NotFound("There is no such claim.")
        return unless_known(request, _tag(row), lambda: HttpResponse(_body(row), content_type="application/json"))

    @classmethod
    def at_once(cls, environ: Environ, key: ApiKey, claim_id: int) -> Found:
        """What `get` answers, with the key looked up by the same statement."""
        mark, row = queries.status_read(claim_id, key.eyes, key.pk)  # type: ignore[attr-defined]  # of `remember`
        if row is None:
            return mark, None
        if is_known(environ, tag := _tag(row)):
            return mark, unchanged({"ETag": tag})
        body = _body(row)
        said = {"Content-Type": "application/json", "Content-Length": str(len(body)), "ETag": tag}
        return mark, Answer(200, body, said)


def _tag(row: str) -> str:
    return tag_of(ClaimStatusShape, row, weak=True)


def _body(row: str) -> bytes:
    return json.dumps(status_body(json.loads(row), timezone.now())).encode()


class Asked(StrictSerializer):
    """Which text is meant, and which part of it; or words that stand in none."""

    text = Words(default="")
    url = Measured(default="", max_length=2_000)
    article = serializers.IntegerField(default=None, min_value=1, max_value=LAST_ID)
    version = serializers.IntegerField(default=None, min_value=1, max_value=LAST_OFFSET)
    sha256 = serializers.RegexField(r"^[0-9a-f]{64}\Z", default="")
    part = Code(Part, default=Part.BODY)
    start = serializers.IntegerField(default=None, min_value=0, max_value=LAST_OFFSET)
    end = serializers.IntegerField(default=None, min_value=1, max_value=LAST_OFFSET)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["text"]:
            return self._words_alone(attrs)
        if not (attrs["url"] or attrs["article"] or attrs["sha256"]):
            raise serializers.ValidationError({"url": "Say which text: url, article or sha256."}, code="required")
        start, end = attrs["start"], attrs["end"]
        if (start is None) != (end is None) or (start is not None and start >= end):
            raise serializers.ValidationError({"end": "Give both ends, end after start."})
        return attrs

    def _words_alone(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if len(self.initial_data) > 1:
            raise serializers.ValidationError({"text": "Give nothing besides: the words are looked up everywhere."})
        return attrs


_PARAMETERS = [
    OpenApiParameter("text", str, description="Words instead of a stored text: the answer has the shape of `/match`."),
    OpenApiParameter("url", str, description="The article's own address; its latest version without `version`."),
    OpenApiParameter("article", int, description="The article's id."),
    OpenApiParameter("version", int, description="The number of a version."),
    OpenApiParameter("sha256", str, description="Of the text's UTF-8 bytes, as stored."),
    OpenApiParameter("part", str, enum=[part.value for part in Part], description="What start and end count in."),
    OpenApiParameter("start", int, description="With `end`: only claims that stand in this stretch."),
    OpenApiParameter("end", int, description="Exclusive."),
]


_TEXT_OR_WORDS = PolymorphicProxySerializer("StatusAnswer", [TextStatusShape, WordsStatusShape], None)


class TextStatus(DeskView):
    """Where the claims of a text stand."""

    allows = {"GET": permissions.read}
    scopes = {"GET": Scope.READ}
    serializer_class = TextStatusShape
    parameters = frozenset(Asked().fields)

    @extend_schema(
        summary="Ask where the claims of a text stand",
        parameters=_PARAMETERS,
        responses=answers({200: _TEXT_OR_WORDS}, 404),
        examples=[*examples.TEXT_STATUS, *examples_match.STATUS],
    )
    def get(self, request: Request) -> HttpResponse:
        given = Asked(data=request.query_params.dict())
        given.is_valid(raise_exception=True)
        asked = given.validated_data
        if asked["text"]:
            return match.answered(request, WordsStatusShape, match.status_of(asked["text"], request.user))
        text = queries.text_asked(
            request.user,
            url=asked["url"],
            article=asked["article"],
            number=asked["version"],
            sha256=asked["sha256"],
        )
        if text is None:
            raise NotFound("There is no such text.")
        claims = queries.claims_in(text.version, asked["part"], asked["start"], asked["end"])
        rows = queries.statuses(claims, request.user, text.version.pk)
        found = [rows[claim] for claim in claims if claim in rows]
        named = _named(text)
        tag = tag_of(TextStatusShape, json.dumps([named, found]), weak=True)
        return unless_known(request, tag, lambda: JsonResponse(_text_body(named, found)))


def _named(text: queries.Text) -> dict[str, Any]:
    version = text.version
    return {
        "article": version.article_id,
        "version": version.number,
        "sha256": version.sha256,
        "latest": text.latest,
        "processed": text.processed,
    }


def _text_body(text: dict[str, Any], found: list[Any]) -> dict[str, Any]:
    now = timezone.now()
    checked = sum(holds(row) for row in found)
    at_odds = sum(bool(row["conflicts"]) for row in found)
    said = f"{checked} of {len(found)} claims are checked, {at_odds} have an open conflict."
    if not text["processed"]:
        said = f"The engine has not read this text yet; claims are missing. {said}"
    return {
        "text": text,
        "counts": {"claims": len(found), "checked": checked, "conflicts": at_odds},
        "claims": [status_body(row, now) for row in found],
        "checked_at": moment(now.astimezone(UTC).isoformat()),
        "summary": said,
    }
