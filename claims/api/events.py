"""What happened: as a list to read on in, and as a stream that stays open."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import APIException
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from claims import permissions
from claims.api import examples_events as examples
from claims.api.webhook_shapes import MOST, EventsAsked, EventShape, EventsShape, StreamAsked
from claims.enums import EventType
from claims.errors import TooManyStreams
from claims.models import Event
from claims.queries.webhooks import events_after
from claims.services import streams
from sources.api import sparse
from sources.api.desk import DeskView
from sources.api.problems import answers, errors
from sources.enums import Scope

AFTER = OpenApiParameter("after", int, description="The last number of the sequence that you have; 0 for all.")
TYPES = OpenApiParameter("types", str, description=f"With commas: {', '.join(EventType)}. All without.")
LAST_EVENT_ID = OpenApiParameter("Last-Event-ID", int, OpenApiParameter.HEADER, description="The same as `after`.")
LIMIT = OpenApiParameter(
    "limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": 100}, description="How many at most."
)
RENDERED = JSONRenderer()


class EventList(DeskView):
    """What happened after a place in the sequence, the earliest first."""

    allows = {"GET": permissions.read}
    scopes = {"GET": Scope.READ}
    serializer_class = EventShape
    parameters = frozenset(EventsAsked().fields) | {sparse.FIELDS}

    @extend_schema(
        summary="Read what happened",
        parameters=[AFTER, TYPES, LIMIT, sparse.parameter(sparse.FIELDS, EventShape._declared_fields)],
        responses=answers({200: EventsShape}),
        examples=examples.EVENTS,
    )
    def get(self, request: Request) -> Response:
        given = request.query_params.dict()
        fields, _ = sparse.wanted(given, self.known_fields())
        given.pop(sparse.FIELDS, None)
        asked = EventsAsked(data=given)
        asked.is_valid(raise_exception=True)
        after, limit = asked.validated_data["after"], asked.validated_data["limit"]
        found = list(events_after(after, types=asked.validated_data["types"], seen_by=request.user)[: limit + 1])
        page, following = found[:limit], None
        if len(found) > limit:
            following = replace_query_param(request.build_absolute_uri(), "after", page[-1].sequence)
        told = EventShape(page, many=True).data
        return Response({"next": following, "results": [{name: one[name] for name in fields} for one in told]})


class AlwaysJson(BaseContentNegotiation):
    """Refusals of a stream are JSON, whatever the client accepts: it asks for `text/event-stream`."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0] if parsers else None

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        return renderers[0], renderers[0].media_type


class EventStream(DeskView):
    """What happens, as it happens: server-sent events."""

    allows = {"GET": permissions.read}
    scopes = {"GET": Scope.READ}
    content_negotiation_class = AlwaysJson
    is_tagged = False
    parameters = frozenset(StreamAsked().fields)

    @extend_schema(
        summary="Follow what happens",
        description="Server-sent events: `id` is the number in the sequence, `event` the type, `data` what "
        "`/api/v1/events` gives. A comment comes every 15 seconds. The stream ends after ten minutes, or where the "
        "server stops; a client connects again with `Last-Event-ID` and has missed nothing.",
        parameters=[AFTER, TYPES, LAST_EVENT_ID],
        responses=answers({(200, "text/event-stream"): OpenApiTypes.STR})
        | errors(_503="As many streams are open as may be; `Retry-After` says when to ask again."),
    )
    def get(self, request: Request) -> HttpResponse:
        asked = StreamAsked(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        last = StreamAsked(data={"after": request.headers.get("Last-Event-ID", asked.validated_data["after"])})
        last.is_valid(raise_exception=True)
        found = partial(events_after, types=asked.validated_data["types"], seen_by=request.user)
        after = last.validated_data["after"]
        try:
            stream = streams.Stream(
                lambda last: list(found(last)[:MOST]), after, written=_lines, opening=b"retry: 2000\n\n"
            )
        except TooManyStreams as refusal:
            raise Busy(str(refusal)) from refusal
        answer = StreamingHttpResponse(stream, content_type="text/event-stream")
        for name, value in {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}.items():
            answer.headers[name] = value
        return answer


class Busy(APIException):
    """No stream is free; asked again a little later."""

    status_code = 503
    default_code = TooManyStreams.code
    wait = 10


def _lines(found: Sequence[Event]) -> bytes:
    """Server-sent events; none is a comment, which keeps proxies from closing what looks dead."""
    lines = [
        f"id: {event.sequence}\nevent: {event.type}\ndata: {RENDERED.render(EventShape(event).data).decode()}\n\n"
        for event in found
    ]
    return "".join(lines).encode() or b": still here\n\n"
