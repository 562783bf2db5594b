"""Who let a text out that the gate stops."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound, PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api.examples_gate import GATE_OVERRIDE
from claims.api.filters import OverrideFilters
from claims.api.gate import NO_TEXT, jobs_seen, text_named
from claims.api.gate_shapes import GateOverrideShape, NewGateOverride
from claims.models import GateOverride
from claims.queries import gate as queries
from claims.services import gate as services
from sources.api.conditional import Conditional
from sources.api.desk import DeskView
from sources.api.problems import answers
from sources.enums import Scope
from sources.permissions import sees_embargoed
from sources.queries import State, mark_of, marked


class GateOverrideList(DeskView):
    """Every override, those that were taken back and those that lapsed among them."""

    allows = {"GET": permissions.read, "POST": permissions.override_gate}
    scopes = {"GET": Scope.READ, "POST": Scope.REVIEW}
    serializer_class = GateOverrideShape
    filterset_class = OverrideFilters
    is_list = True
    is_sparse = True

    def get_queryset(self) -> QuerySet[GateOverride]:
        return queries.overrides_listed(self.request.user)

    @extend_schema(
        summary="List overrides of the gate",
        responses=answers({200: GateOverrideShape(many=True)}),
    )
    def get(self, request: Request) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Let a text out that the gate stops",
        description="By the desk head, with a reason, never by a machine. It lapses once the text or what speaks"
        " against it changes.",
        request=NewGateOverride,
        responses=answers({201: GateOverrideShape}, 404, 409, 422),
        examples=GATE_OVERRIDE,
    )
    def post(self, request: Request) -> Response:
        asked = self.checked(NewGateOverride)
        if not sees_embargoed(request.user):
            raise PermissionDenied("This key lacks the scope embargoed: it does not see all that stops a text.")
        stop = _stop(asked, request)
        made = services.override(stop, basis=asked["basis"], reason=asked["reason"], by=request.user)
        address = request.build_absolute_uri(f"/api/v1/gate/overrides/{made.pk}")
        shown = GateOverrideShape(self.get_queryset().get(pk=made.pk)).data
        return Response(shown, status.HTTP_201_CREATED, headers={"Location": address})


class GateOverrideDetail(Conditional):
    """One override."""

    allows = {"GET": permissions.read, "DELETE": permissions.override_gate}
    scopes = {"GET": Scope.READ, "DELETE": Scope.REVIEW}
    serializer_class = GateOverrideShape

    def state_of(self, override_id: int) -> State | None:
        rows = queries.overrides_listed(self.request.user).select_related(None).filter(pk=override_id)
        changed = ["claims_gateoverride.at", "claims_gateoverride.withdrawn_at"]
        return marked(rows, [mark_of("claims_gateoverride")], changed)

    @extend_schema(
        summary="Read an override of the gate",
        responses=answers({200: GateOverrideShape}, 404),
        examples=GATE_OVERRIDE,
    )
    def get(self, request: Request, override_id: int) -> Response:
        return Response(GateOverrideShape(self._row(override_id)).data)

    @extend_schema(
        summary="Take back that a text may go out",
        description="The row stays, with who took it back.",
        responses=answers({200: GateOverrideShape}, 404, 412, 428),
    )
    def delete(self, request: Request, override_id: int) -> Response:
        row = self._row(override_id)
        services.withdraw(row, by=request.user)
        return Response(GateOverrideShape(self._row(override_id)).data)

    def _row(self, override_id: int) -> GateOverride:
        row = queries.overrides_listed(self.request.user).filter(pk=override_id).first()
        if row is None:
            raise NotFound("There is no such override.")
        return row


def _stop(asked: dict[str, Any], request: Request) -> services.Stop | None:
    if asked["job"]:
        job = jobs_seen(request).select_related("article").filter(pk=asked["job"]).first()
        if job is None:
            raise NotFound("There is no such job.")
        return services.stop_of_job(job)
    text = text_named(asked, request)
    if text is None:
        raise NotFound(NO_TEXT)
    return services.stop_of(text.version, latest=text.latest) if text.processed else None
