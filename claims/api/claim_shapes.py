"""How claims and their mentions look to clients, and how marks come in."""

from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.article_shapes import ProcessingShape
from claims.api.flag_shapes import FlagShape
from claims.api.included_shapes import (
    IncludedClaimShape,
    IncludedEvidenceShape,
    IncludedFlagShape,
    IncludedVerdictShape,
)
from claims.engine.records import Span
from claims.enums import (
    Approximation,
    ClaimState,
    Direction,
    Kind,
    Outcome,
    Part,
    Polarity,
)
from claims.models import Claim, ExtractionRun, Mention
from claims.queries import Standing
from claims.services.by_hand import AttributionContent, FigureContent, Marking, QuoteContent
from sources.api.fields import Code, Measured, Moment, Name, NewNumber, Number, StrictSerializer
from sources.api.shapes import IncludedArticleShape, SourceShape

LAST_OFFSET = 2**31 - 1


class FigureShape(serializers.Serializer[Any]):
    """A quantity. Null bounds are unbounded."""

    low = Number(allow_null=True)
    high = Number(allow_null=True)
    approximation = Code(Approximation)
    unit = serializers.CharField(help_text="Singular with underscores, an ISO 4217 code, or what is counted.")
    measure = serializers.CharField(help_text="What is counted, in plain words.")
    measure_key = serializers.CharField(help_text="The measure's stable id; empty where it has none.")
    thing = serializers.CharField()
    place = serializers.CharField()
    as_of = serializers.CharField()
    group = serializers.CharField()
    direction = Code(Direction)
    value_start = serializers.IntegerField()
    value_end = serializers.IntegerField()


class QuoteShape(serializers.Serializer[Any]):
    """The words that stand in quotation marks."""

    words = serializers.CharField(source="text")


class AttributionShape(serializers.Serializer[Any]):
    """What somebody is reported to say."""

    proposition = serializers.CharField()
    polarity = Code(Polarity)
    anonymous = serializers.CharField(help_text="The kind of an unnamed source; empty where there is a name.")
    proposition_start = serializers.IntegerField(allow_null=True)
    proposition_end = serializers.IntegerField(allow_null=True)


class MentionShape(serializers.Serializer[Any]):
    """Where a claim stands in one version, and what is read there. Of the three contents, its kind's is not null."""

    id = serializers.IntegerField()
    version = serializers.IntegerField(source="version.number", help_text="The number of the version.")
    part = Code(Part)
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField(help_text="What stands from start to end.")
    sentence = serializers.CharField()
    claimant = serializers.CharField(allow_null=True, help_text="Who says so; null for the outlet's own voice.")
    cue = serializers.CharField()
    rule = serializers.CharField(help_text="`by_hand` where a person marked it.")
    reading = serializers.CharField(help_text="The content in plain words.")
    outcome = Code(Outcome, help_text="Against the version before.")
    outcome_reason = serializers.CharField()
    carried_from = serializers.IntegerField(source="carried_from_id", allow_null=True, help_text="A mention's id.")
    figure = serializers.SerializerMethodField()
    quote = serializers.SerializerMethodField()
    attribution = serializers.SerializerMethodField()

    @extend_schema_field(FigureShape(allow_null=True))
    def get_figure(self, mention: Mention) -> Any:
        return FigureShape(mention).data if mention.kind == Kind.FIGURE else None

    @extend_schema_field(QuoteShape(allow_null=True))
    def get_quote(self, mention: Mention) -> Any:
        return QuoteShape(mention).data if mention.kind == Kind.QUOTE else None

    @extend_schema_field(AttributionShape(allow_null=True))
    def get_attribution(self, mention: Mention) -> Any:
        return AttributionShape(mention).data if mention.kind == Kind.ATTRIBUTION else None


class IncludedInMentionShape(serializers.Serializer[Any]):
    """What was asked for with `include`."""

    claim = IncludedClaimShape(required=False)
    article = IncludedArticleShape(required=False)


class ListedMentionShape(MentionShape):
    """A mention with what it belongs to."""

    claim = serializers.IntegerField(source="claim_id")
    article = serializers.IntegerField(source="version.article_id")
    kind = Code(Kind)
    included = IncludedInMentionShape(required=False)


class IncludedShape(serializers.Serializer[Any]):
    """What was asked for with `include`."""

    article = IncludedArticleShape(required=False)
    source = SourceShape(required=False)
    verdict = IncludedVerdictShape(required=False, allow_null=True)
    evidence = IncludedEvidenceShape(required=False, many=True)
    flags = IncludedFlagShape(required=False, many=True)


class ClaimShape(serializers.Serializer[Any]):
    """What an article asserts, as it stands in the latest version that has it."""

    id = serializers.IntegerField()
    article = serializers.IntegerField(source="article_id")
    kind = Code(Kind)
    state = Code(ClaimState)
    created_at = Moment()
    open_flags = serializers.SerializerMethodField()
    mention = serializers.SerializerMethodField()
    included = IncludedShape(required=False)

    def get_open_flags(self, claim: Claim) -> int:
        return int(self.context["open_flags"][claim.pk])

    @extend_schema_field(MentionShape(allow_null=True))
    def get_mention(self, claim: Claim) -> Any:
        latest = claim.latest_mentions  # type: ignore[attr-defined]  # of `claims_listed`
        return MentionShape(latest[0]).data if latest else None


class StatusShape(serializers.Serializer[Any]):
    """Where a claim stands now."""

    state = Code(ClaimState, source="claim.state")
    recheck = serializers.CharField(help_text="Why it was sent back to be checked; empty where it was not.")
    latest_version = serializers.IntegerField(source="latest.number", help_text="Of the article.")
    processed = serializers.BooleanField(help_text="Whether the engine is through with the latest version.")
    processing = serializers.SerializerMethodField()
    outcome = Code(
        Outcome,
        allow_null=True,
        help_text="What became of the claim in the latest version; null until that is processed.",
    )
    open_flags = FlagShape(many=True)
    mentions = MentionShape(many=True, help_text="Oldest version first.")

    @extend_schema_field(ProcessingShape)
    def get_processing(self, standing: Standing) -> Any:
        return ProcessingShape(standing.run or ExtractionRun()).data


class ClaimDetailShape(serializers.Serializer[Any]):
    """A claim and where it stands."""

    id = serializers.IntegerField(source="claim.id")
    article = serializers.IntegerField(source="claim.article_id")
    kind = Code(Kind, source="claim.kind")
    created_at = Moment(source="claim.created_at")
    status = StatusShape(source="*")
    included = IncludedShape(required=False)


class NewFigure(StrictSerializer):
    """The bounds that the approximation needs, the unit, and what is counted."""

    low = NewNumber(default=None, allow_null=True)
    high = NewNumber(default=None, allow_null=True)
    approximation = Code(Approximation)
    unit = Name(max_length=80)
    measure = Name(max_length=300)
    measure_key = Measured(default="", allow_blank=True, max_length=80)
    thing = Name(default="", max_length=300)
    place = Name(default="", max_length=300)
    as_of = Name(default="", max_length=200)
    direction = Code(Direction, default=Direction.NONE)
    value_start = serializers.IntegerField(default=None, allow_null=True, min_value=0, max_value=LAST_OFFSET)
    value_end = serializers.IntegerField(default=None, allow_null=True, min_value=0, max_value=LAST_OFFSET)


class NewAttribution(StrictSerializer):
    """What is said, and whether it is affirmed or denied."""

    proposition = Name(max_length=2_000)
    polarity = Code(Polarity)
    anonymous = Name(default="", max_length=80)
    proposition_start = serializers.IntegerField(default=None, allow_null=True, min_value=0, max_value=LAST_OFFSET)
    proposition_end = serializers.IntegerField(default=None, allow_null=True, min_value=0, max_value=LAST_OFFSET)


class NewClaim(StrictSerializer):
    """A claim marked at a span of a version. Give the content of its kind and no other; a quote has none."""

    article = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    version = serializers.IntegerField(min_value=1, max_value=2**31 - 1)
    kind = Code(Kind)
    part = Code(Part, default=Part.BODY)
    start = serializers.IntegerField(min_value=0, max_value=LAST_OFFSET)
    end = serializers.IntegerField(min_value=0, max_value=LAST_OFFSET)
    claimant = Name(default=None, allow_null=True, max_length=300)
    cue = Name(default="", max_length=300)
    figure = NewFigure(default=None, allow_null=True)
    attribution = NewAttribution(default=None, allow_null=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        for name in (Kind.FIGURE.value, Kind.ATTRIBUTION.value):
            if (attrs["kind"] == name) != (attrs[name] is not None):
                must = "Is needed for" if attrs["kind"] == name else "Has no place in"
                raise serializers.ValidationError({name: f"{must} a claim of kind {attrs['kind']}."})
        _span(attrs, "start", "end")
        return attrs


def marking_of(body: dict[str, Any]) -> Marking:
    """What a valid body of NewClaim marks."""
    content: dict[str, Callable[[], FigureContent | QuoteContent | AttributionContent]] = {
        Kind.FIGURE.value: lambda: _figure(body["figure"]),
        Kind.QUOTE.value: QuoteContent,
        Kind.ATTRIBUTION.value: lambda: _attribution(body["attribution"]),
    }
    span = _span(body, "start", "end")
    assert span is not None
    return Marking(Part(body["part"]), span, content[body["kind"]](), body["claimant"], body["cue"])


def _figure(given: dict[str, Any]) -> FigureContent:
    names = ("low", "high", "unit", "measure", "measure_key", "thing", "place", "as_of")
    return FigureContent(
        approximation=Approximation(given["approximation"]),
        direction=Direction(given["direction"]),
        value=_span(given, "value_start", "value_end", "figure"),
        **{name: given[name] for name in names},
    )


def _attribution(given: dict[str, Any]) -> AttributionContent:
    return AttributionContent(
        given["proposition"],
        Polarity(given["polarity"]),
        _span(given, "proposition_start", "proposition_end", "attribution"),
        given["anonymous"],
    )


def _span(given: dict[str, Any], first: str, last: str, path: str = "") -> Span | None:
    """The span that two fields give; None where neither is given. Raises ValidationError."""
    start, end = given[first], given[last]
    if start is None and end is None:
        return None
    if start is None or end is None or start >= end:
        problem: Any = {last: f"Give both ends, {last} after {first}."}
        raise serializers.ValidationError({path: problem} if path else problem)
    return Span(start, end)
