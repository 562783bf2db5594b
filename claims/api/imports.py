"""Imports: many articles in one piece, recorded line by line in the background."""

from typing import Any

from django.db.models import QuerySet
from django.db.transaction import on_commit
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions, tasks
from claims.api.filters import LineFilters
from claims.api.import_bodies import JSONL, ImportedArticle, JSONLines, JSONList, lines_of
from claims.enums import LineState, RunState
from claims.models import BulkImport, ImportLine
from claims.queries import imports as queries
from claims.services import imports as services
from claims.services.imports import Unreadable
from sources.api.conditional import Conditional
from sources.api.desk import DeskView, ScopeMissing, demand_scope
from sources.api.fields import Code, Moment
from sources.api.problems import answers
from sources.api.shapes import PersonShape
from sources.enums import Scope
from sources.permissions import sees_embargoed
from sources.queries import State

SOON = 2  # seconds


class ImportShape(serializers.Serializer[Any]):
    """How far an import is. A line that failed stops no other; `lines` of it says why."""

    id = serializers.IntegerField()
    state = Code(RunState)
    error = serializers.CharField(help_text="Why it was given up; empty where it was not.")
    lines = serializers.IntegerField()
    done = serializers.IntegerField()
    failed = serializers.IntegerField()
    by = PersonShape(source="owner")
    created_at = Moment()
    finished_at = Moment(allow_null=True)


class ImportLineShape(serializers.Serializer[Any]):
    """What became of one line. pointer: to what was refused in it, as a JSON pointer (RFC 6901)."""

    number = serializers.IntegerField(help_text="As it was sent, from 1.")
    state = Code(LineState)
    article = serializers.IntegerField(source="article_id", allow_null=True)
    created = serializers.BooleanField(help_text="Whether anything of it was new.")
    code = serializers.CharField(help_text="As a refusal's; empty where it was not refused.")
    pointer = serializers.CharField()
    detail = serializers.CharField()


_IMPORT = {
    "id": 5,
    "state": "running",
    "error": "",
    "lines": 200,
    "done": 120,
    "failed": 1,
    "by": {"username": "ann.vale", "name": "Ann Vale"},
    "created_at": "2026-04-15T09:00:00Z",
    "finished_at": None,
}


class ImportList(DeskView):
    """Every import, the newest first."""

    allows = {"GET": permissions.import_articles, "POST": permissions.import_articles}
    scopes = {"GET": Scope.READ, "POST": Scope.PUSH}
    parser_classes = [JSONList, JSONLines, JSONL]
    serializer_class = ImportShape
    is_list = True
    is_sparse = True

    def get_queryset(self) -> QuerySet[BulkImport]:
        return queries.imports_listed(self.request.user)

    @extend_schema(
        summary="List imports",
        responses=answers({200: ImportShape(many=True)}),
    )
    def get(self, request: Request) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Import many articles",
        description="One JSON list, or JSON lines (`application/x-ndjson`), at most 2,000 lines and 16 MB. Each line is"
        " recorded whole or not at all; one that is refused stops no other. The same line again adds nothing.",
        request={"application/json": ImportedArticle(many=True)},
        responses=answers({202: ImportShape}, 413),
        examples=[
            OpenApiExample(
                "An article with a later version",
                {
                    "title": "Ferry fire in Kalderhaven",
                    "text": "12 passengers were killed when a ferry burned.",
                    "source": {"name": "Tidewater Ledger"},
                    "url": "https://ledger.example.org/ferry",
                    "versions": [{"text": "14 passengers were killed when a ferry burned.", "note": "A new count."}],
                },
                request_only=True,
                media_type="application/json",
            ),
            OpenApiExample("Begun", _IMPORT | {"state": "due"}, response_only=True, status_codes=["202"]),
        ],
    )
    def post(self, request: Request) -> Response:
        bulk = services.start(list(lines_of(request.data, lambda body: _refused(body, request))), by=request.user)
        on_commit(lambda: tasks.send_import(bulk.pk), robust=True)
        shown = ImportShape(self.get_queryset().get(pk=bulk.pk)).data
        place = {"Location": request.build_absolute_uri(f"/api/v1/imports/{bulk.pk}"), "Retry-After": str(SOON)}
        return Response(shown, status.HTTP_202_ACCEPTED, headers=place)


class ImportDetail(Conditional):
    """One import."""

    allows = {"GET": permissions.import_articles}
    serializer_class = ImportShape

    def state_of(self, import_id: int) -> State | None:
        return queries.import_state(import_id, self.request.user)

    @extend_schema(
        summary="Ask how far an import is",
        responses=answers({200: ImportShape}, 404),
        examples=[OpenApiExample("Under way", _IMPORT, response_only=True, status_codes=["200"])],
    )
    def get(self, request: Request, import_id: int) -> Response:
        bulk = queries.imports_listed(request.user).filter(pk=import_id).first()
        if bulk is None:
            raise NotFound("There is no such import.")
        waits = {"Retry-After": str(SOON)} if bulk.state in (RunState.DUE, RunState.RUNNING) else {}
        return Response(ImportShape(bulk).data, headers=waits)


class ImportLines(DeskView):
    """The lines of an import, in the order in which they were sent."""

    allows = {"GET": permissions.import_articles}
    serializer_class = ImportLineShape
    filterset_class = LineFilters
    orderings = ("id", "-id")
    is_list = True
    is_sparse = True

    def get_queryset(self) -> QuerySet[ImportLine]:
        return queries.lines_of(self.kwargs.get("import_id"), self.request.user)

    @extend_schema(
        summary="List what became of the lines of an import",
        responses=answers({200: ImportLineShape(many=True)}, 404),
    )
    def get(self, request: Request, import_id: int) -> Response:
        if not queries.imports_listed(request.user).filter(pk=import_id).exists():
            raise NotFound("There is no such import.")
        return self.page_of()


def _refused(body: dict[str, Any], request: Request) -> Unreadable | None:
    """What of a valid line is not for whoever sent it: articles that she would not see, and claims."""
    until = body["embargoed_until"]
    if until is not None and until > timezone.now() and not sees_embargoed(request.user):
        return Unreadable("scope_missing", "/embargoed_until", "This key lacks the scope embargoed.")
    if not body["claims"]:
        return None
    if not permissions.mark_claims(request.user):
        return Unreadable("permission_denied", "/claims", "No role of the login allows marking claims.")
    try:
        demand_scope(request, Scope.CHECK)
    except ScopeMissing as error:
        return Unreadable("scope_missing", "/claims", str(error.detail))
    return None
