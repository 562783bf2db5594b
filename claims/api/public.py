"""What anybody may read without a key: published verdicts as ClaimReview, as feeds, embedded, and as a badge."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.api import badges, feeds
from claims.api.claim_review import claim_review, context
from claims.models import Verdict
from claims.queries import public
from sources.api.problems import Problem
from sources.caching import base_of, kept

TEXT = OpenApiTypes.STR
NONE = OpenApiResponse(Problem, "There is no such published verdict.")
_PAGE = re.compile(r"/v/(\d{1,18})/(\d{1,9})/?\Z")
WIDTH, HEIGHT = 480, 200
PROBLEM = "application/problem+json"


class PublicView(APIView):
    """An answer without a login, whatever `Accept` says: feed readers ask for anything.

    It is not counted as a `DeskView` is: a cache in front asks for all readers, from one address.
    """

    authentication_classes = ()
    permission_classes = (AllowAny,)

    def perform_content_negotiation(self, request: Request, force: bool = False) -> tuple[Any, str]:
        return JSONRenderer(), "application/json"

    def of_all(self, rows: QuerySet[Verdict], build: Callable[[], HttpResponseBase]) -> HttpResponseBase:
        """An answer made of a set of verdicts."""
        state = public.state_of(rows)
        return kept(self.request._request, (state.count, state.passages, state.changed_at), state.changed_at, build)

    @property
    def base(self) -> str:
        return base_of(self.request._request)


class ClaimReviews(PublicView):
    """Everything that is published."""

    @extend_schema(
        summary="All published verdicts as ClaimReview",
        description="One JSON-LD object a line, the oldest first. Needs no key.",
        responses={(200, "application/x-ndjson"): TEXT},
        auth=[],
    )
    def get(self, request: Request) -> HttpResponseBase:
        rows = public.standing().order_by("published_at", "pk")
        return self.of_all(rows, lambda: StreamingHttpResponse(self._lines(rows), content_type="application/x-ndjson"))

    def _lines(self, rows: QuerySet[Verdict]) -> Iterator[bytes]:
        for row in rows.iterator(chunk_size=200):
            line = claim_review(row, self.base, supersedes=row.replaces)
            yield json.dumps(line, ensure_ascii=False).encode() + b"\n"


class Context(PublicView):
    """The words that schema.org lacks."""

    @extend_schema(
        summary="The JSON-LD context",
        description="asOf, revision, supersedes, contradicts, measuredValue, low, high, unit and bound. Needs no key.",
        responses={(200, "application/ld+json"): OpenApiTypes.OBJECT},
        auth=[],
    )
    def get(self, request: Request) -> HttpResponseBase:
        body = context(self.base)
        answer = lambda: JsonResponse(body, content_type="application/ld+json")  # noqa: E731  # built only when asked
        return kept(request._request, (), None, answer)


class Feed(PublicView):
    """The latest published verdicts, or the latest corrections, as Atom or JSON Feed."""

    @extend_schema(
        summary="Feeds of verdicts and corrections",
        description="`verdicts` are findings as they were published; `corrections` are those that were retracted, or "
        "replaced by a new revision. Atom (RFC 4287) and JSON Feed 1.1, the latest 50. Needs no key.",
        parameters=[
            OpenApiParameter("what", str, OpenApiParameter.PATH, enum=["verdicts", "corrections"]),
            OpenApiParameter("form", str, OpenApiParameter.PATH, enum=["atom", "json"]),
        ],
        responses={
            (200, "application/atom+xml"): TEXT,
            (200, "application/feed+json"): OpenApiTypes.OBJECT,
            (404, PROBLEM): NONE,
        },
        auth=[],
    )
    def get(self, request: Request, what: str, form: str) -> HttpResponseBase:
        if what not in feeds.FEEDS or form not in feeds.FORMS:
            raise NotFound("There is no such feed.")
        rows = public.standing() if what == "verdicts" else public.corrections()
        return self.of_all(rows, lambda: feeds.FORMS[form](what, feeds.latest(what, rows), self.base))


class Badge(PublicView):
    """A claim's finding with its date, small enough to stand beside a line of text."""

    @extend_schema(
        summary="A badge of what was found",
        description="SVG, with the rating and its as-of. 404 where nothing is published. Needs no key.",
        responses={(200, "image/svg+xml"): TEXT, (404, PROBLEM): NONE},
        auth=[],
    )
    def get(self, request: Request, claim_id: int) -> HttpResponseBase:
        verdict = public.latest(claim_id)
        if verdict is None:
            raise NotFound("Nothing is published about this claim.")
        drawn = badges.badge(verdict)
        picture = "image/svg+xml; charset=utf-8"
        answer = lambda: HttpResponse(drawn, content_type=picture)  # noqa: E731  # built only when asked
        return kept(request._request, (verdict.pk, verdict.edits), verdict.changed_at, answer)


class Embed(PublicView):
    """oEmbed (https://oembed.com): what a page of a verdict looks like inside another page."""

    @extend_schema(
        summary="oEmbed of a verdict's page",
        parameters=[
            OpenApiParameter("url", OpenApiTypes.URI, required=True, description="The address of a verdict's page."),
            OpenApiParameter("format", str, enum=["json"], description="JSON is the only one."),
            OpenApiParameter("maxwidth", int),
            OpenApiParameter("maxheight", int),
        ],
        responses={
            200: OpenApiTypes.OBJECT,
            (404, PROBLEM): NONE,
            (400, PROBLEM): OpenApiResponse(Problem, "Only JSON is spoken."),
        },
        auth=[],
    )
    def get(self, request: Request) -> HttpResponseBase:
        asked = request.query_params
        if asked.get("format", "json") != "json":
            raise ValidationError({"format": "Ask for format=json."})
        verdict = _of_page(asked.get("url", ""), self.base)
        if verdict is None:
            raise NotFound("This is no page of a published verdict.")
        width = _least(asked.get("maxwidth"), WIDTH)
        height = _least(asked.get("maxheight"), HEIGHT)
        body = feeds.embedded(verdict, self.base, width, height)
        marks = (verdict.pk, verdict.edits)
        return kept(request._request, marks, verdict.changed_at, lambda: JsonResponse(body))


def _of_page(url: str, base: str) -> Verdict | None:
    if not url.startswith(f"{base}/"):
        return None
    found = _PAGE.fullmatch(url.removeprefix(base))
    if found is None:
        return None
    verdict = public.finding(int(found[1]), int(found[2]))
    # What was replaced is shown as what took its place, so that no page keeps a finding that we stand by no longer.
    return public.latest(verdict.claim_id) if verdict is not None and verdict.state == "published" else None


def _least(asked: str | None, usual: int) -> int:
    given = asked is not None and asked.isascii() and asked.isdigit() and len(asked) < 6
    return min(int(asked or 0), usual) if given else usual
