"""Flags: passages that contradict each other."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions, queries
from claims.api import examples
from claims.api.filters import FlagFilters
from claims.api.flag_shapes import FlagShape, NewFlag
from claims.api.included import WITH_FLAGS
from claims.enums import FlagType, Relation
from claims.queries.states import OF_FLAG
from claims.services.raising import raise_flag
from sources.api.conditional import Conditional
from sources.api.desk import DeskView
from sources.api.problems import answers
from sources.enums import Scope


class FlagList(DeskView):
    """All flags, the newest first."""

    allows = {"GET": permissions.read, "POST": permissions.raise_flags}
    scopes = {"GET": Scope.READ, "POST": Scope.CHECK}
    serializer_class = FlagShape
    filterset_class = FlagFilters
    orderings = ("-opened_at", "opened_at", "-id", "id")
    is_list = True
    is_sparse = True
    includes = WITH_FLAGS

    def get_queryset(self) -> Any:
        return queries.flags_listed(self.request.user)

    @extend_schema(summary="List flags", responses=answers({200: FlagShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Raise a flag by hand",
        request=NewFlag,
        responses=answers({201: FlagShape}, 409, 413, 422),
        examples=examples.NEW_FLAG,
    )
    def post(self, request: Request) -> Response:
        body = self.checked(NewFlag)
        pair = queries.mentions_to_join([body["one"], body["other"]], request.user)
        for side in ("one", "other"):
            if body[side] not in pair:
                raise ValidationError({side: "There is no such mention."})
        flag = raise_flag(
            pair[body["one"]],
            pair[body["other"]],
            type=FlagType(body["type"]),
            relation=Relation(body["relation"]),
            reason=body["reason"],
            by=request.user,
        )
        address = request.build_absolute_uri(reverse("api-flag", args=[flag.pk]))
        return Response(FlagShape(flag).data, status.HTTP_201_CREATED, headers={"Location": address})


class FlagDetail(Conditional):
    """One flag with both passages and readings."""

    allows = {"GET": permissions.read}
    serializer_class = FlagShape
    stated = OF_FLAG
    includes = WITH_FLAGS

    @extend_schema(summary="Read a flag", responses=answers({200: FlagShape}, 404), examples=examples.FLAG)
    def get(self, request: Request, flag_id: int) -> Response:
        flag = queries.flags_listed(request.user).filter(pk=flag_id).first()
        if flag is None:
            raise NotFound("There is no such flag.")
        return self.one(flag, FlagShape(flag).data)
