"""The publish gate: a CMS asks before it publishes."""

from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api.status_body import holds, moment, summary
from claims.api.status_shapes import VersionAskedShape
from claims.enums import ClaimState, GateAnswer, GateReason, Kind, Rating
from claims.gate import ClaimFacts, rule
from claims.queries import status as queries
from sources.api.desk import DeskView
from sources.api.fields import Code, Moment, StrictSerializer
from sources.api.problems import answers
from sources.enums import Scope


class GateAsked(StrictSerializer):
    """Which text wants to go out: an article's id or address, its latest version where none is named, or a hash."""

    article = serializers.IntegerField(default=None, allow_null=True, min_value=1, max_value=2**63 - 1)
    url = serializers.CharField(default="", allow_blank=True, max_length=2_000)
    version = serializers.IntegerField(default=None, allow_null=True, min_value=1, max_value=2**31 - 1)
    sha256 = serializers.RegexField(r"^[0-9a-f]{64}\Z", required=False, help_text="Of the text's UTF-8 bytes.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not (attrs["article"] or attrs["url"] or attrs.get("sha256")):
            raise serializers.ValidationError({"article": "Say which text: article, url or sha256."}, code="required")
        return attrs


class AgainstShape(serializers.Serializer[Any]):
    """A claim against which something speaks."""

    claim = serializers.IntegerField()
    text = serializers.CharField(allow_null=True)
    reasons = serializers.ListField(child=Code(GateReason))
    summary = serializers.CharField()


class GateShape(serializers.Serializer[Any]):
    """May it go out? `answer` is null while the engine reads the text: ask again at `poll`."""

    answer = Code(GateAnswer, allow_null=True)
    text = VersionAskedShape()
    reasons = serializers.ListField(child=Code(GateReason), help_text="Against the text as a whole.")
    claims = AgainstShape(many=True, help_text="Only those against which something speaks.")
    counted = serializers.IntegerField(help_text="How many claims stand in the text.")
    poll = serializers.CharField(allow_null=True, help_text="The version, whose `processing` says when it is read.")
    checked_at = Moment()


EXAMPLES = [
    OpenApiExample("The latest version of an article", {"article": 7}, request_only=True),
    OpenApiExample("By its address", {"url": "https://ledger.example.org/ferry", "version": 2}, request_only=True),
]


class Gate(DeskView):
    """Whether a text may go out, by what is known now."""

    allows = {"POST": permissions.read}
    scopes = {"POST": Scope.READ}
    serializer_class = GateShape

    @extend_schema(
        summary="Ask whether a text may go out",
        description="202 while the engine has not read it: what is known so far is there, and no answer yet.",
        request=GateAsked,
        responses=answers({200: GateShape, 202: GateShape}, 404),
        examples=EXAMPLES,
    )
    def post(self, request: Request) -> Response:
        asked = self.checked(GateAsked)
        text = queries.text_asked(
            request.user,
            url=asked["url"],
            article=asked["article"],
            number=asked["version"],
            sha256=asked.get("sha256", ""),
        )
        if text is None:
            raise NotFound("There is no such text. Push it first; under embargo where it is not out yet.")
        code = status.HTTP_200_OK if text.processed else status.HTTP_202_ACCEPTED
        return Response(_body(text, request), code)


def _body(text: queries.Text, request: Request) -> dict[str, Any]:
    version, now = text.version, timezone.now()
    claims = queries.claims_in(version)
    rows = queries.statuses(claims, request.user, version.pk)
    silent = queries.changed_silently(version, request.user)
    found = [rows[claim] for claim in claims if claim in rows]
    ruling = rule([_facts(row, silent) for row in found], now, latest=text.latest)
    against = [row for row in found if row["id"] in ruling.claims]
    return {
        "answer": ruling.answer if text.processed else None,
        "text": {
            "article": version.article_id,
            "version": version.number,
            "sha256": version.sha256,
            "latest": text.latest,
            "processed": text.processed,
        },
        "reasons": ruling.text,
        "claims": [
            {
                "claim": row["id"],
                "text": row["words_text"],
                "reasons": ruling.claims[row["id"]],
                "summary": summary(row),
            }
            for row in against
        ],
        "counted": len(found),
        "poll": None if text.processed else f"/api/v1/articles/{version.article_id}/versions/{version.number}",
        "checked_at": moment(now.astimezone(UTC).isoformat()),
    }


def _facts(row: dict[str, Any], silent: frozenset[int]) -> ClaimFacts:
    return ClaimFacts(
        claim=row["id"],
        kind=Kind(row["kind"]),
        state=ClaimState(row["state"]),
        checked=holds(row),
        rating=Rating(row["rating"]) if row["rating"] else None,
        as_of=datetime.fromisoformat(row["as_of"]) if row["as_of"] else None,
        changed=row["verdict"] is not None and not holds(row),
        conflicts=len(row["conflicts"] or ()),
        silent=row["id"] in silent,
    )
