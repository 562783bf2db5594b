"""How sources and stories look to clients."""

from typing import Any

from rest_framework import serializers

from sources.api.fields import Code, Moment, Name, StrictSerializer
from sources.enums import ArticleKind, Independence, SourceKind, Tier


class PersonShape(serializers.Serializer[Any]):
    """Somebody with a login on this desk."""

    username = serializers.CharField()
    name = serializers.CharField(source="get_full_name")


class SourceShape(serializers.Serializer[Any]):
    """Who publishes."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    kind = Code(SourceKind)
    tier = Code(Tier, help_text="How near it stands to what it reports.")
    independence = Code(Independence)


class NewSourceShape(StrictSerializer):
    """A source that is not there yet."""

    name = Name(max_length=200)
    kind = Code(SourceKind, default=SourceKind.NEWS_OUTLET)
    tier = Code(Tier, default=None, allow_null=True, help_text="Left out: primary for those who speak first-hand.")
    relays = serializers.IntegerField(
        default=None,
        allow_null=True,
        min_value=1,
        max_value=2**63 - 1,
        help_text="The source whose texts it passes on, such as its agency.",
    )


class IncludedArticleShape(serializers.Serializer[Any]):
    """An article that comes along. source, story: their ids."""

    id = serializers.IntegerField()
    kind = Code(ArticleKind)
    url = serializers.CharField(source="canonical_url", allow_null=True)
    external_id = serializers.CharField(allow_null=True)
    source = serializers.IntegerField(source="source_id")
    story = serializers.IntegerField(source="story_id", allow_null=True)
    created_at = Moment()


class IncludedInStoryShape(serializers.Serializer[Any]):
    """What was asked for with `include`."""

    articles = IncludedArticleShape(many=True, required=False, help_text="The newest, at most 50.")


class StoryShape(serializers.Serializer[Any]):
    """One event that several articles report."""

    id = serializers.IntegerField()
    slug = serializers.CharField()
    title = serializers.CharField()
    created_at = Moment()
    included = IncludedInStoryShape(required=False)
