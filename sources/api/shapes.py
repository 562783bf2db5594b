"""How sources and stories look to clients."""

from typing import Any

from rest_framework import serializers

from sources.api.fields import Code, Moment
from sources.enums import Independence, SourceKind, Tier


class SourceShape(serializers.Serializer[Any]):
    """Who publishes."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    kind = Code(SourceKind)
    tier = Code(Tier, help_text="How near it stands to what it reports.")
    independence = Code(Independence)


class StoryShape(serializers.Serializer[Any]):
    """One event that several articles report."""

    id = serializers.IntegerField()
    slug = serializers.CharField()
    title = serializers.CharField()
    created_at = Moment()
