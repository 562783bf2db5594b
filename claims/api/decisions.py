"""A desk's decisions on flags, by machine."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions, queries
from claims.api import examples_desk as examples
from claims.api.flag_shapes import FlagShape
from claims.enums import DismissalReason, FlagDecision, FlagState
from claims.models import ContradictionFlag, FlagMove
from claims.queries.states import OF_FLAG
from claims.services import decisions
from sources.api.conditional import Conditional
from sources.api.fields import Code, Moment, StrictSerializer, Text
from sources.api.problems import answers
from sources.api.shapes import PersonShape
from sources.enums import Scope

REASON_LENGTH = 4_000


class FlagMoveShape(serializers.Serializer[Any]):
    """One change of a flag's state; append-only. `by` is null for the engine."""

    id = serializers.IntegerField()
    flag = serializers.IntegerField(source="flag_id")
    was = Code(FlagState)
    became = Code(FlagState)
    by = PersonShape(allow_null=True)
    code = serializers.ChoiceField(
        [("", ""), *((one.value, one.name) for one in DismissalReason)],
        help_text="Why it was dismissed; empty for the rest.",
    )
    reason = serializers.CharField()
    at = Moment()


class NewDecision(StrictSerializer):
    """A decision. dismiss needs a code (`other` a reason too), resolve a reason."""

    decision = Code(FlagDecision)
    code = Code(DismissalReason, default=None, allow_null=True)
    reason = Text(default="", max_length=REASON_LENGTH)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if (attrs["decision"] is FlagDecision.DISMISS) != (attrs["code"] is not None):
            raise serializers.ValidationError({"code": "Dismiss with a code; the other decisions have none."})
        return attrs


class FlagDecisions(Conditional):
    """What the desk decided on a flag, the latest first."""

    allows = {"GET": permissions.read, "POST": permissions.decide_flags}
    scopes = {"GET": Scope.READ, "POST": Scope.CHECK}
    serializer_class = FlagShape  # what is decided on: its tag is the flag's
    row_shape = FlagMoveShape
    is_list = True
    is_sparse = True
    stated = OF_FLAG

    def get_queryset(self) -> Any:
        return FlagMove.objects.filter(flag=self.kwargs.get("flag_id")).select_related("by")

    @extend_schema(summary="List the decisions on a flag", responses=answers({200: FlagMoveShape(many=True)}, 404))
    def get(self, request: Request, flag_id: int) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Decide on a flag",
        request=NewDecision,
        responses=answers({201: FlagMoveShape}, 404, 409, 412, 422, 428),
        examples=[*examples.NEW_DECISION, *examples.flag_move("201")],
    )
    def post(self, request: Request, flag_id: int) -> Response:
        flag = _existing(flag_id, request)
        body = self.checked(NewDecision)
        self.demand_unchanged(flag_id=flag_id)
        move = decisions.decide(flag, body["decision"], by=request.user, code=body["code"], reason=body["reason"])
        return Response(FlagMoveShape(move).data, status.HTTP_201_CREATED)


def _existing(flag_id: int, request: Request) -> ContradictionFlag:
    flag = queries.flags_listed(request.user).filter(pk=flag_id).first()
    if flag is None:
        raise NotFound("There is no such flag.")
    return flag
