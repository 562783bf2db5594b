"""Has this been checked? A text of anybody's, held against all verdicts that stand."""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from claims import permissions
from claims.api import examples_match as examples
from claims.api.match_shapes import LONGEST, MatchesShape, Words
from claims.api.status_body import moment, status_body
from claims.engine.lexicon import lexicon
from claims.enums import MatchRelation
from claims.queries.status import statuses
from claims.services.matching import LANGUAGE, MOST_CLAIMS, Answer, asked
from claims.services.told import told_of_claim, told_of_hit
from sources.api.desk import DeskView
from sources.api.fields import StrictSerializer
from sources.api.problems import answers
from sources.api.tags import tag_of, unless_known
from sources.enums import Scope

Body = dict[str, Any]


class MatchAsked(StrictSerializer):
    """The words that are looked up."""

    text = Words()


class Matches(DeskView):
    """Whether what a text says was checked."""

    allows = {"GET": permissions.read}
    scopes = {"GET": Scope.READ}
    serializer_class = MatchesShape
    parameters = frozenset(MatchAsked().fields)

    @extend_schema(
        summary="Ask whether something was checked",
        description="The text is read as an article is, and each claim in it is compared with the verdicts that stand,"
        " by what they say and not by their letters alone: 60 killed is not 133 killed.",
        parameters=[OpenApiParameter("text", str, required=True, description=f"1 to {LONGEST:,} characters.")],
        responses=answers({200: MatchesShape}),
        examples=examples.MATCHES,
    )
    def get(self, request: Request) -> HttpResponse:
        given = MatchAsked(data=request.query_params.dict())
        given.is_valid(raise_exception=True)
        text, now = given.validated_data["text"], timezone.now()
        return answered(request, MatchesShape, _body(text, asked(text, request.user, now), now))


def answered(request: Request, shape: type[BaseSerializer[Any]], body: Body) -> HttpResponse:
    """A body with its tag, which is weak, as the moment of the answer is not part of it; 304 to whoever has it."""
    tag = tag_of(shape, json.dumps(body).replace(body["checked_at"], ""), weak=True)
    return unless_known(request, tag, lambda: JsonResponse(body))


def status_of(text: str, seen_by: User) -> Body:
    """Where the verdicts on what a text says stand, as they do for the very words that were judged."""
    now = timezone.now()
    found = asked(text, seen_by, now)
    body = _body(text, found, now)
    known = _statuses(found, seen_by)
    for claim, answer in zip(body["claims"], found, strict=True):
        row = known.get(answer.same.row.pk) if answer.same else None
        claim["status"] = status_body(row, now) if row else None
    return body


def _statuses(found: Sequence[Answer], seen_by: User) -> dict[int, Any]:
    of_version: dict[int, list[int]] = defaultdict(list)
    for answer in found:
        if answer.same:
            of_version[answer.same.row.mention.version_id].append(answer.same.row.pk)
    known: dict[int, Any] = {}
    for version, claims in of_version.items():
        known |= statuses(claims, seen_by, version)
    return known


def _body(text: str, found: Sequence[Answer], now: datetime) -> Body:
    best = Counter(answer.hits[0].match.relation if answer.hits else None for answer in found)
    return {
        "text": text,
        "claims": [
            {**told_of_claim(answer.mention), "matches": [told_of_hit(hit) for hit in answer.hits]} for answer in found
        ],
        "counts": {
            "claims": len(found),
            **{relation.value: best[relation] for relation in MatchRelation},
            "none": best[None],
        },
        "checked_at": moment(now.astimezone(UTC).isoformat()),
        "summary": _summary(found),
    }


def _summary(found: Sequence[Answer]) -> str:
    if not found:
        return str(lexicon(LANGUAGE, "matching").NOTHING)
    covered = sum(answer.same is not None for answer in found)
    said = f"{covered} of {len(found)} claims in this text are covered by a verdict."
    if len(found) == MOST_CLAIMS:
        said += f" Only the first {MOST_CLAIMS} were looked up."
    if not any(answer.hits for answer in found):
        return f"{said} Nothing that was checked has to do with them; that says nothing of whether they are right."
    return said
