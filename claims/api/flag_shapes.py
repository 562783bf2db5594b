"""How flags look to clients, and how they come in."""

from typing import Any

from rest_framework import serializers

from claims.api.included_shapes import IncludedClaimShape
from claims.enums import FlagState, FlagType, Kind, Part, Relation, Scope
from sources.api.fields import Code, Moment, Name, StrictSerializer
from sources.api.shapes import StoryShape

REASON_LENGTH = 2_000


class SideShape(serializers.Serializer[Any]):
    """One of a flag's two passages."""

    mention = serializers.IntegerField(source="id")
    claim = serializers.IntegerField(source="claim_id")
    kind = Code(Kind)
    article = serializers.IntegerField(source="version.article_id")
    version = serializers.IntegerField(source="version.number")
    title = serializers.CharField(source="version.title")
    source = serializers.CharField(source="version.article.source.name")
    published_at = Moment(source="version.published_at")
    part = Code(Part)
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()
    sentence = serializers.CharField()
    claimant = serializers.CharField(allow_null=True)


class IncludedSidesShape(serializers.Serializer[Any]):
    """The claims of both passages; null for one that you do not see."""

    a = IncludedClaimShape(allow_null=True)
    b = IncludedClaimShape(allow_null=True)


class IncludedInFlagShape(serializers.Serializer[Any]):
    """What was asked for with `include`."""

    claims = IncludedSidesShape(required=False)
    story = StoryShape(required=False, allow_null=True)


class FlagShape(serializers.Serializer[Any]):
    """Two passages that cannot both stand, how they are read, and why. `a` was published earlier."""

    id = serializers.IntegerField()
    type = Code(FlagType)
    scope = Code(Scope)
    relation = Code(Relation)
    state = Code(FlagState)
    silent = serializers.BooleanField(help_text="The new version's note says nothing of the change.")
    severity = serializers.IntegerField(help_text="0 to 100: how much it matters.")
    rule = serializers.CharField(help_text="`by_hand` where a person raised it.")
    reason = serializers.CharField()
    story = serializers.IntegerField(source="story_id", allow_null=True)
    opened_at = Moment()
    reading_a = serializers.CharField()
    reading_b = serializers.CharField()
    suggestion = serializers.CharField(help_text="A line for the note of a silent change, or empty.")
    a = SideShape()
    b = SideShape()
    included = IncludedInFlagShape(required=False)


class NewFlag(StrictSerializer):
    """A flag between two mentions, given by their ids in any order."""

    one = serializers.IntegerField(min_value=1, max_value=2**63 - 1, help_text="A mention's id.")
    other = serializers.IntegerField(min_value=1, max_value=2**63 - 1, help_text="Another mention's id.")
    type = Code(FlagType)
    relation = Code(Relation, default=Relation.CONFLICT)
    reason = Name(max_length=REASON_LENGTH, help_text="Why the two cannot both stand.")
