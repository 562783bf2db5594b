"""Mentions, and what people said and corrected about claims."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api import examples_desk as examples
from claims.api.claim_shapes import ListedMentionShape
from claims.api.evidence_shapes import CommentShape, CorrectionShape, NewComment
from claims.api.filters import CommentFilters, CorrectionFilters, MentionFilters
from claims.api.included import WITH_MENTIONS, WITH_REMARKS
from claims.models import Claim
from claims.queries.resources import comments_listed, corrections_listed, mentions_listed
from claims.services import comments
from sources.api.desk import DeskView
from sources.api.problems import answers
from sources.enums import Scope
from sources.permissions import readable


class MentionList(DeskView):
    """Where claims stand, version by version, the newest first."""

    allows = {"GET": permissions.read}
    serializer_class = ListedMentionShape
    filterset_class = MentionFilters
    is_list = True
    is_sparse = True
    includes = WITH_MENTIONS

    def get_queryset(self) -> Any:
        return mentions_listed(self.request.user)

    @extend_schema(summary="List mentions", responses=answers({200: ListedMentionShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()


class CorrectionList(DeskView):
    """What people overruled of what the engine read, the latest first."""

    allows = {"GET": permissions.read}
    serializer_class = CorrectionShape
    filterset_class = CorrectionFilters
    is_list = True
    is_sparse = True
    includes = WITH_REMARKS

    def get_queryset(self) -> Any:
        return corrections_listed(self.request.user)

    @extend_schema(summary="List corrections of readings", responses=answers({200: CorrectionShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()


class CommentList(DeskView):
    """What the desk says about claims, the latest first."""

    allows = {"GET": permissions.read, "POST": permissions.comment}
    scopes = {"GET": Scope.READ, "POST": Scope.PUSH}
    serializer_class = CommentShape
    filterset_class = CommentFilters
    is_list = True
    is_sparse = True
    includes = WITH_REMARKS

    def get_queryset(self) -> Any:
        return comments_listed(self.request.user)

    @extend_schema(summary="List comments", responses=answers({200: CommentShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Say something about a claim",
        request=NewComment,
        responses=answers({201: CommentShape}, 422),
        examples=examples.NEW_COMMENT,
    )
    def post(self, request: Request) -> Response:
        body = self.checked(NewComment)
        claim = Claim.objects.filter(readable(request.user, "article"), pk=body["claim"]).first()
        if claim is None:
            raise ValidationError({"claim": "There is no such claim."})
        said = comments.say(claim, body["text"], by=request.user)
        return Response(CommentShape(said).data, status.HTTP_201_CREATED)
