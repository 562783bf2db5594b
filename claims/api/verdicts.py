"""Verdicts: their revisions, how they are written, and the acts of reviewers. The rules are `claims.workflow`'s."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api import examples_desk as examples
from claims.api.filters import ReviewFilters, VerdictFilters
from claims.api.included import WITH_REVIEWS, WITH_VERDICTS
from claims.api.verdict_shapes import NewAct, NewVerdict, ReviewShape, VerdictShape, WrittenVerdict
from claims.enums import Act
from claims.models import Claim, Verdict
from claims.queries.resources import reviews_listed, verdicts_listed
from claims.queries.states import OF_VERDICT
from claims.services import verdicts
from sources.api.conditional import Conditional
from sources.api.desk import DeskView, demand_scope
from sources.api.problems import answers
from sources.enums import Scope
from sources.permissions import readable

# What whoever writes verdicts does; the rest is for a reviewer's key.
OF_WRITERS = frozenset({Act.SUBMIT, Act.WITHDRAW})


class VerdictList(DeskView):
    """All revisions of verdicts, the newest first."""

    allows = {"GET": permissions.read, "POST": permissions.check_claims}
    scopes = {"GET": Scope.READ, "POST": Scope.CHECK}
    serializer_class = VerdictShape
    filterset_class = VerdictFilters
    orderings = ("-id", "id", "-created_at", "created_at")
    is_list = True
    is_sparse = True
    includes = WITH_VERDICTS

    def get_queryset(self) -> Any:
        return verdicts_listed(self.request.user)

    @extend_schema(summary="List verdicts", responses=answers({200: VerdictShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Open a draft",
        description="The draft in work, or a new revision, which starts with what the latest one found.",
        request=NewVerdict,
        responses=answers({201: VerdictShape}, 409),
        examples=[*examples.NEW_VERDICT, *examples.verdict("201", draft=True)],
    )
    def post(self, request: Request) -> Response:
        wanted = self.checked(NewVerdict)["claim"]
        claim = Claim.objects.filter(readable(request.user, "article"), pk=wanted).first()
        if claim is None or not claim.mentions.exists():
            raise ValidationError({"claim": "There is no such claim."})
        draft = verdicts.open_draft(claim, by=request.user)
        state = OF_VERDICT.seen_by(request.user, draft.pk)
        assert state is not None
        headers = {"Location": _address(draft.pk, request), "ETag": VerdictDetail.tag(state)}
        return Response(VerdictShape(_existing(draft.pk, request)).data, status.HTTP_201_CREATED, headers=headers)


class VerdictDetail(Conditional):
    """One revision of a verdict."""

    allows = {"GET": permissions.read, "PATCH": permissions.check_claims}
    scopes = {"GET": Scope.READ, "PATCH": Scope.CHECK}
    serializer_class = VerdictShape
    stated = OF_VERDICT
    includes = WITH_VERDICTS

    @extend_schema(
        summary="Read a verdict", responses=answers({200: VerdictShape}, 404), examples=examples.verdict("200")
    )
    def get(self, request: Request, verdict_id: int) -> Response:
        row = _existing(verdict_id, request)
        return self.one(row, VerdictShape(row).data)

    @extend_schema(
        summary="Write in a draft",
        description="Whoever writes in it is one of its contributors, who may not approve it.",
        request=WrittenVerdict,
        responses=answers({200: VerdictShape}, 404, 409, 412, 428),
        examples=[*examples.WRITTEN_VERDICT, *examples.verdict("200", draft=True)],
    )
    def patch(self, request: Request, verdict_id: int) -> Response:
        row = _existing(verdict_id, request)
        body = self.checked(WrittenVerdict)
        self.demand_unchanged(verdict_id=verdict_id)
        verdicts.write(row, by=request.user, edits=row.edits, **body)
        return Response(VerdictShape(_existing(verdict_id, request)).data)


class VerdictActs(Conditional):
    """What is done with a revision: submit, withdraw, send_back, approve, publish, retract."""

    allows = {"POST": permissions.check_claims}
    scopes = {"POST": Scope.CHECK}
    serializer_class = VerdictShape  # what is acted on: its tag is the verdict's
    stated = OF_VERDICT

    @extend_schema(
        summary="Act on a verdict",
        description="By the table of docs/workflow.md: no contributor and no service account approves. "
        "A key needs the scope check to submit and withdraw, and review for the rest.",
        request=NewAct,
        responses=answers({201: ReviewShape}, 404, 409, 412, 422, 428),
        examples=[*examples.NEW_ACT, *examples.review("201")],
    )
    def post(self, request: Request, verdict_id: int) -> Response:
        row = _existing(verdict_id, request)
        body = self.checked(NewAct)
        demand_scope(request, Scope.CHECK if body["act"] in OF_WRITERS else Scope.REVIEW)
        self.demand_unchanged(verdict_id=verdict_id)
        given = {"reason": body["reason"], "override": body["override"]}
        review = verdicts.act(row, body["act"], by=request.user, edits=row.edits, **given)
        headers = {"Location": _address(verdict_id, request)}
        return Response(ReviewShape(review).data, status.HTTP_201_CREATED, headers=headers)


class ReviewList(DeskView):
    """What people did with verdicts, the latest first."""

    allows = {"GET": permissions.read}
    serializer_class = ReviewShape
    filterset_class = ReviewFilters
    orderings = ("-id", "id", "-at", "at")
    is_list = True
    is_sparse = True
    includes = WITH_REVIEWS

    def get_queryset(self) -> Any:
        return reviews_listed(self.request.user)

    @extend_schema(summary="List reviews", responses=answers({200: ReviewShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()


def _existing(verdict_id: int, request: Request) -> Verdict:
    row = verdicts_listed(request.user).filter(pk=verdict_id).first()
    if row is None:
        raise NotFound("There is no such verdict.")
    return row


def _address(verdict_id: int, request: Request) -> str:
    return request.build_absolute_uri(reverse("api-verdict", args=[verdict_id]))
