"""Evidence: passages of stored versions under claims, linked and taken back."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api import examples_desk as examples
from claims.api.evidence_shapes import EvidenceShape, NewEvidence
from claims.api.filters import EvidenceFilters
from claims.api.included import WITH_EVIDENCE
from claims.enums import Part
from claims.models import Claim, Evidence
from claims.queries.resources import evidence_listed
from claims.queries.states import OF_EVIDENCE
from claims.services import evidence
from sources.api.conditional import Conditional
from sources.api.desk import DeskView
from sources.api.problems import answers
from sources.enums import Scope
from sources.models import ArticleVersion
from sources.permissions import readable


class EvidenceList(DeskView):
    """All evidence, the newest first."""

    allows = {"GET": permissions.read, "POST": permissions.check_claims}
    scopes = {"GET": Scope.READ, "POST": Scope.CHECK}
    serializer_class = EvidenceShape
    filterset_class = EvidenceFilters
    orderings = ("-id", "id", "-added_at", "added_at")
    is_list = True
    is_sparse = True
    includes = WITH_EVIDENCE

    def get_queryset(self) -> Any:
        return evidence_listed(self.request.user)

    @extend_schema(summary="List evidence", responses=answers({200: EvidenceShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Link a passage to a claim",
        description="Opens a draft of the verdict where there is none; who links is one of its contributors.",
        request=NewEvidence,
        responses=answers({201: EvidenceShape}, 409, 422),
        examples=[*examples.NEW_EVIDENCE, *examples.evidence("201")],
    )
    def post(self, request: Request) -> Response:
        body = self.checked(NewEvidence)
        claim = Claim.objects.filter(readable(request.user, "article"), pk=body["claim"]).first()
        if claim is None or not claim.mentions.exists():
            raise ValidationError({"claim": "There is no such claim."})
        bearing = evidence.Bearing(body["stance"], body["note"], body["locator"])
        row = evidence.link(claim, _passage(body, request), bearing, by=request.user)
        address = request.build_absolute_uri(reverse("api-evidence-row", args=[row.pk]))
        shown = EvidenceShape(_existing(row.pk, request)).data
        return Response(shown, status.HTTP_201_CREATED, headers={"Location": address})


class EvidenceDetail(Conditional):
    """One passage under a claim."""

    allows = {"GET": permissions.read, "DELETE": permissions.check_claims}
    scopes = {"GET": Scope.READ, "DELETE": Scope.CHECK}
    serializer_class = EvidenceShape
    stated = OF_EVIDENCE
    includes = WITH_EVIDENCE

    @extend_schema(
        summary="Read a passage", responses=answers({200: EvidenceShape}, 404), examples=examples.evidence("200")
    )
    def get(self, request: Request, evidence_id: int) -> Response:
        row = _existing(evidence_id, request)
        return self.one(row, EvidenceShape(row).data)

    @extend_schema(
        summary="Take a passage off its claim",
        description="The row stays, with `removed_at`, since a verdict may have stood on it.",
        request=None,
        responses=answers({204: None}, 404, 409, 412, 428),
    )
    def delete(self, request: Request, evidence_id: int) -> Response:
        row = _existing(evidence_id, request)
        self.demand_unchanged(evidence_id=evidence_id)
        evidence.remove(row, by=request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)


def _passage(body: dict[str, Any], request: Request) -> evidence.Passage:
    """The passage that a body points to. Raises ValidationError, WordsNotFound."""
    seen = ArticleVersion.objects.filter(readable(request.user, "article")).select_related("article__source")
    version = seen.filter(article=body["article"], number=body["version"]).first()
    if version is None:
        raise ValidationError({"version": "There is no such version of such an article."})
    if body["words"].strip():
        return evidence.find(version, body["words"])
    return evidence.Passage(version, Part(body["part"]), body["start"], body["end"])


def _existing(evidence_id: int, request: Request) -> Evidence:
    row = evidence_listed(request.user).filter(pk=evidence_id).first()
    if row is None:
        raise NotFound("There is no such passage.")
    return row
