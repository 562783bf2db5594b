"""How evidence, corrections and comments look to clients, and how passages and comments come in."""

from typing import Any

from rest_framework import serializers

from claims.api.included_shapes import IncludedClaimShape
from claims.enums import Containment, Part, Stance
from claims.models import Comment
from sources.api.fields import Code, Moment, Name, StrictSerializer, Text
from sources.api.shapes import IncludedArticleShape, PersonShape, SourceShape

LAST_OFFSET = 2**31 - 1
LAST_ID = 2**63 - 1


class IncludedInEvidenceShape(serializers.Serializer[Any]):
    """What was asked for with `include`."""

    claim = IncludedClaimShape(required=False)
    article = IncludedArticleShape(required=False, allow_null=True, help_text="The passage's.")


class EvidenceShape(serializers.Serializer[Any]):
    """A passage of a stored version that bears on a claim."""

    id = serializers.IntegerField()
    claim = serializers.IntegerField(source="claim_id")
    article = serializers.IntegerField(source="version.article_id", help_text="The passage's, not the claim's.")
    version = serializers.IntegerField(source="version.number")
    source = SourceShape(source="version.article.source")
    part = Code(Part)
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()
    stance = Code(Stance)
    note = serializers.CharField()
    locator = serializers.CharField(help_text="Where a reader finds it: a page, a minute, a row.")
    contains = Code(Containment, help_text="Whether it holds what the claim says, as the engine compared it.")
    contains_reason = serializers.CharField()
    added_by = PersonShape()
    added_at = Moment()
    removed_at = Moment(allow_null=True)
    included = IncludedInEvidenceShape(required=False)


class NewEvidence(StrictSerializer):
    """A passage to link: its words, or where it starts and ends in the version."""

    claim = serializers.IntegerField(min_value=1, max_value=LAST_ID)
    article = serializers.IntegerField(min_value=1, max_value=LAST_ID)
    version = serializers.IntegerField(min_value=1, max_value=LAST_OFFSET)
    words = Text(default="", max_length=10_000, help_text="As they stand in the text, white space aside.")
    part = Code(Part, default=Part.BODY, help_text="Counts only with start and end.")
    start = serializers.IntegerField(default=None, allow_null=True, min_value=0, max_value=LAST_OFFSET)
    end = serializers.IntegerField(default=None, allow_null=True, min_value=0, max_value=LAST_OFFSET)
    stance = Code(Stance)
    note = Text(default="", max_length=4_000)
    locator = Name(default="", max_length=300)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        placed = attrs["start"] is not None and attrs["end"] is not None
        if placed == bool(attrs["words"].strip()) or (attrs["start"] is None) != (attrs["end"] is None):
            raise serializers.ValidationError({"words": "Give the words, or start and end, and not both."})
        return attrs


class IncludedInRemarkShape(serializers.Serializer[Any]):
    """What was asked for with `include`."""

    claim = IncludedClaimShape(required=False)


class CorrectionShape(serializers.Serializer[Any]):
    """What somebody overruled of what the engine read in one mention; values as text."""

    id = serializers.IntegerField()
    claim = serializers.IntegerField(source="claim_id")
    mention = serializers.IntegerField(source="mention_id")
    before = serializers.DictField()
    after = serializers.DictField()
    reason = serializers.CharField()
    by = PersonShape()
    at = Moment()
    undone_by = PersonShape(allow_null=True)
    undone_at = Moment(allow_null=True)
    included = IncludedInRemarkShape(required=False)


class CommentShape(serializers.Serializer[Any]):
    """What somebody on the desk says about a claim to the others."""

    id = serializers.IntegerField()
    claim = serializers.IntegerField(source="claim_id")
    by = PersonShape()
    text = serializers.CharField()
    people = serializers.SerializerMethodField(help_text="Who is named in it with @.")
    at = Moment()
    included = IncludedInRemarkShape(required=False)

    def get_people(self, comment: Comment) -> list[str]:
        return [person.username for person in comment.people.all()]


class NewComment(StrictSerializer):
    """Something to say about a claim. Whoever is named with @ finds it in her queue."""

    claim = serializers.IntegerField(min_value=1, max_value=LAST_ID)
    text = Text(max_length=8_000)
