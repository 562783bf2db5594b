"""How verdicts and what was done to them look to clients, and how drafts and acts come in."""

from typing import Any

from rest_framework import serializers

from claims.api.included_shapes import IncludedClaimShape, IncludedEvidenceShape, IncludedVerdictShape
from claims.enums import Act, Rating, VerdictState
from claims.models import Verdict
from sources.api.fields import Code, Moment, StrictSerializer, Text
from sources.api.shapes import PersonShape

RATIONALE_LENGTH = 8_000
REASON_LENGTH = 4_000
RATING_OR_NONE = [("", ""), *((one.value, one.name) for one in Rating)]


class IncludedInReviewShape(serializers.Serializer[Any]):
    """What was asked for with `include`."""

    verdict = IncludedVerdictShape(required=False)


class ReviewShape(serializers.Serializer[Any]):
    """One person's act on a revision; append-only."""

    id = serializers.IntegerField()
    verdict = serializers.IntegerField(source="verdict_id")
    claim = serializers.IntegerField(source="verdict.claim_id")
    revision = serializers.IntegerField(source="verdict.revision")
    act = Code(Act)
    was = Code(VerdictState)
    became = Code(VerdictState)
    by = PersonShape()
    reason = serializers.CharField()
    override = serializers.BooleanField(help_text="The act set a rule aside, for this reason.")
    at = Moment()
    included = IncludedInReviewShape(required=False)


class IncludedInVerdictShape(serializers.Serializer[Any]):
    """What was asked for with `include`."""

    claim = IncludedClaimShape(required=False)
    evidence = IncludedEvidenceShape(many=True, required=False, help_text="What it was submitted on.")
    reviews = ReviewShape(many=True, required=False, help_text="The earliest first.")


class VerdictShape(serializers.Serializer[Any]):
    """The desk's finding on a claim at one revision. Only `published` ones are for readers."""

    id = serializers.IntegerField()
    claim = serializers.IntegerField(source="claim_id")
    article = serializers.IntegerField(source="claim.article_id")
    revision = serializers.IntegerField(help_text="Counts from 1 within the claim.")
    state = Code(VerdictState)
    rating = serializers.ChoiceField(RATING_OR_NONE, help_text="Empty while a draft has none.")
    in_substance = serializers.ChoiceField(
        RATING_OR_NONE,
        help_text="Of an attribution: whether what they said is right. `rating` says whether they said so.",
    )
    rationale = serializers.CharField()
    as_of = Moment(help_text="The moment for which the finding holds.")
    mention = serializers.IntegerField(source="mention_id", help_text="The words that it judges.")
    version = serializers.IntegerField(source="mention.version.number", help_text="The version with these words.")
    evidence = serializers.SerializerMethodField(help_text="What it was submitted on, by id.")
    author = PersonShape()
    approved_by = PersonShape(allow_null=True)
    approved_at = Moment(allow_null=True)
    published_at = Moment(allow_null=True)
    override = serializers.CharField(help_text="Why rules were set aside when it was approved; empty where none was.")
    edits = serializers.IntegerField(help_text="Counts every change of the revision.")
    created_at = Moment()
    changed_at = Moment()
    included = IncludedInVerdictShape(required=False)

    def get_evidence(self, verdict: Verdict) -> list[int]:
        return [row.evidence_id for row in verdict.stands_on.all()]


class NewVerdict(StrictSerializer):
    """The claim whose verdict is to be written."""

    claim = serializers.IntegerField(min_value=1, max_value=2**63 - 1)


class WrittenVerdict(StrictSerializer):
    """What changes in a draft; what is left out stays."""

    rating = Code(Rating, required=False)
    in_substance = serializers.ChoiceField(RATING_OR_NONE, required=False, help_text="Empty takes it back.")
    rationale = Text(required=False, max_length=RATIONALE_LENGTH)
    as_of = Moment(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs:
            raise serializers.ValidationError("Give what is to change.", code="required")
        return attrs


class NewAct(StrictSerializer):
    """What is to be done with a revision. send_back and retract need a reason, and so does an override."""

    act = Code(Act)
    reason = Text(default="", max_length=REASON_LENGTH)
    override = serializers.BooleanField(
        default=False, help_text="With approve: the desk head sets evidence and conflicts aside."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["override"] and attrs["act"] is not Act.APPROVE:
            raise serializers.ValidationError({"override": "Only an approval can set rules aside."})
        return attrs
