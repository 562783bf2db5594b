"""Claims: what articles assert, and where each stands."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions, queries
from claims.api import examples
from claims.api.claim_shapes import ClaimDetailShape, ClaimShape, IncludedShape, NewClaim, marking_of
from claims.api.filters import ClaimFilters
from claims.api.included import WITH_CLAIM
from claims.models import Claim
from claims.queries.claim_rows import claim_told, claims_seen
from claims.queries.states import OF_CLAIM
from claims.services.marking import mark
from sources.api.conditional import Conditional
from sources.api.problems import answers
from sources.api.told import ToldList
from sources.enums import Scope
from sources.models import ArticleVersion
from sources.permissions import readable


class ClaimList(ToldList):
    """All claims, the newest first."""

    allows = {"GET": permissions.read, "POST": permissions.mark_claims}
    scopes = {"GET": Scope.READ, "POST": Scope.CHECK}
    serializer_class = ClaimShape
    filterset_class = ClaimFilters
    queryset = Claim.objects.none()  # for the description
    includes = tuple(IncludedShape._declared_fields)
    rows = staticmethod(claims_seen)
    told = staticmethod(claim_told)

    @extend_schema(summary="List claims", responses=answers({200: ClaimShape(many=True)}))
    def get(self, request: Request) -> HttpResponse:
        return self.page(request)

    @extend_schema(
        summary="Mark a claim by hand",
        request=NewClaim,
        responses=answers({201: ClaimDetailShape}, 409, 413, 422),
        examples=examples.NEW_CLAIM,
    )
    def post(self, request: Request) -> Response:
        body = self.checked(NewClaim)
        versions = ArticleVersion.objects.filter(readable(request.user, "article")).select_related("article__source")
        version = versions.filter(article=body["article"], number=body["version"]).first()
        if version is None:
            raise ValidationError({"version": "There is no such version of such an article."})
        claim_id = mark(version, marking_of(body), by=request.user).claim_id
        address = request.build_absolute_uri(reverse("api-claim", args=[claim_id]))
        return Response(_detail(claim_id, request), status.HTTP_201_CREATED, headers={"Location": address})


class ClaimDetail(Conditional):
    """One claim with its status."""

    allows = {"GET": permissions.read}
    serializer_class = ClaimDetailShape
    stated = OF_CLAIM
    includes = WITH_CLAIM

    @extend_schema(
        summary="Read a claim and its status",
        responses=answers({200: ClaimDetailShape}, 404),
        examples=examples.CLAIM,
    )
    def get(self, request: Request, claim_id: int) -> Response:
        return self.one(Claim(pk=claim_id), _detail(claim_id, request))


def _detail(claim_id: int, request: Request) -> Any:
    standing = queries.standing_of(claim_id, request.user)
    if standing is None:
        raise NotFound("There is no such claim.")
    return ClaimDetailShape(standing).data
