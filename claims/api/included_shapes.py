"""What comes along with rows that it belongs to, by `include`."""

from typing import Any

from rest_framework import serializers

from claims.enums import ClaimState, FlagType, Kind, Rating, Relation, Scope, Stance, VerdictState
from sources.api.fields import Code, Moment


class IncludedClaimShape(serializers.Serializer[Any]):
    """A claim. article: its id."""

    id = serializers.IntegerField()
    article = serializers.IntegerField(source="article_id")
    kind = Code(Kind)
    state = Code(ClaimState)
    created_at = Moment()


class IncludedVerdictShape(serializers.Serializer[Any]):
    """What the desk stands by: the latest revision that is approved or published."""

    id = serializers.IntegerField()
    revision = serializers.IntegerField()
    state = Code(VerdictState)
    rating = Code(Rating)
    in_substance = serializers.CharField()
    as_of = Moment()


class IncludedEvidenceShape(serializers.Serializer[Any]):
    """A passage that is linked now. version: its number."""

    id = serializers.IntegerField()
    stance = Code(Stance)
    text = serializers.CharField()
    article = serializers.IntegerField(source="version.article_id")
    version = serializers.IntegerField(source="version.number")


class IncludedFlagShape(serializers.Serializer[Any]):
    """An open flag."""

    id = serializers.IntegerField()
    type = Code(FlagType)
    scope = Code(Scope)
    relation = Code(Relation)
    severity = serializers.IntegerField()
    silent = serializers.BooleanField()
    reason = serializers.CharField()
