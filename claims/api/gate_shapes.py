"""What the gate is asked, and how it answers."""

from typing import Any

from rest_framework import serializers

from claims.api.article_shapes import NOTE_LENGTH
from claims.engine.lexicon import LANGUAGES
from claims.enums import GateAnswer, GateEffect, GateReason, Kind, Part, RunState
from sources.api.fields import Code, Measured, Moment, Name, StrictSerializer, Text
from sources.services.articles import TITLE_LENGTH

LAST_ID, LAST_NUMBER = 2**63 - 1, 2**31 - 1
OF_TEXT = ("title", "note", "source", "published_at", "language")
WHICH = "Say which text: article, url, sha256, or the text itself."


class NamedText(StrictSerializer):
    """A text that is stored: an article's id or address, its latest version where none is named, or a hash."""

    article = serializers.IntegerField(default=None, allow_null=True, min_value=1, max_value=LAST_ID)
    url = Measured(default="", allow_blank=True, max_length=2_000)
    version = serializers.IntegerField(default=None, allow_null=True, min_value=1, max_value=LAST_NUMBER)
    sha256 = serializers.RegexField(
        r"^[0-9a-f]{64}\Z", required=False, trim_whitespace=False, help_text="Of the text's UTF-8 bytes."
    )


class GateAsked(NamedText):
    """Which text wants to go out: one that is stored, or `text` itself, which is not recorded.

    With `article` or `url` it is held against that article's latest version, as its next one would be.
    """

    text = Text(required=False, help_text="The text without headline; paragraphs end with a line feed.")
    title = Text(required=False, max_length=TITLE_LENGTH)
    note = Text(required=False, max_length=NOTE_LENGTH, help_text="The note that it would be published with.")
    language = serializers.ChoiceField(LANGUAGES, required=False)
    source = Name(required=False, max_length=200, help_text="Who publishes it, where the article is not there yet.")
    published_at = Moment(required=False, help_text="Left out: now.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "text" in attrs:
            of_stored = [name for name in ("version", "sha256") if attrs.get(name)]
            if of_stored:
                said = "This names a text that is stored; leave it out where the text itself is sent."
                raise serializers.ValidationError(dict.fromkeys(of_stored, said))
            return attrs
        if not (attrs["article"] or attrs["url"] or attrs.get("sha256")):
            raise serializers.ValidationError({"article": WHICH}, code="required")
        of_text = [name for name in OF_TEXT if name in attrs]
        if of_text:
            raise serializers.ValidationError(dict.fromkeys(of_text, "This goes with `text` alone."))
        return attrs


class GateTextShape(serializers.Serializer[Any]):
    """The text that was asked about. article, version: null where there is none that has it."""

    article = serializers.IntegerField(allow_null=True)
    version = serializers.IntegerField(allow_null=True)
    sha256 = serializers.CharField()
    latest = serializers.BooleanField()
    processed = serializers.BooleanField(help_text="The engine has read it. Without that there is no answer.")


class AgainstShape(serializers.Serializer[Any]):
    """A claim against which something speaks, and where it stands in the text."""

    claim = serializers.IntegerField(allow_null=True, help_text="Null: it would be new, and is not stored.")
    kind = Code(Kind)
    part = Code(Part)
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField(allow_null=True)
    reasons = serializers.ListField(child=Code(GateReason))
    stops = serializers.BooleanField(help_text="Whether one of the reasons is enough to stop the text.")
    summary = serializers.CharField()


class GateRuleShape(serializers.Serializer[Any]):
    """A rule that applied."""

    reason = Code(GateReason)
    effect = Code(GateEffect)
    meaning = serializers.CharField()


class GatePolicyShape(serializers.Serializer[Any]):
    """What the desk wants of its gate."""

    revision = serializers.IntegerField(help_text="0: as it comes.")
    changed_at = Moment(allow_null=True)
    unchecked_percent = serializers.IntegerField()
    stale_days = serializers.IntegerField()
    kinds = serializers.ListField(child=Code(Kind))
    least_priority = serializers.CharField()


class GateOverrideShape(serializers.Serializer[Any]):
    """Somebody let the text out although it is stopped. It lapses once the text, or what speaks against it, changes."""

    id = serializers.IntegerField()
    article = serializers.IntegerField(source="article_id", allow_null=True)
    role = serializers.CharField()
    reason = serializers.CharField()
    against = serializers.ListField(child=Code(GateReason), source="told", help_text="What was set aside.")
    at = Moment()
    withdrawn_at = Moment(allow_null=True)


class GateJobState(serializers.Serializer[Any]):
    """How far a text that is not stored is. It is forgotten at expires_at."""

    id = serializers.UUIDField()
    state = Code(RunState)
    attempts = serializers.IntegerField()
    error = serializers.CharField()
    expires_at = Moment()


class GateShape(serializers.Serializer[Any]):
    """May it go out? `answer` is null while the engine reads the text: ask again at `poll`."""

    answer = Code(GateAnswer, allow_null=True)
    text = GateTextShape()
    reasons = serializers.ListField(child=Code(GateReason), help_text="Against the text as a whole.")
    claims = AgainstShape(many=True, help_text="Only those against which something speaks.")
    counted = serializers.IntegerField(help_text="How many claims stand in the text.")
    rules = GateRuleShape(many=True, help_text="What each reason that was found does, as the desk wants it.")
    policy = GatePolicyShape()
    override = GateOverrideShape(allow_null=True, help_text="Where one holds, the answer is `go_with_notes`.")
    basis = serializers.CharField(
        allow_null=True, help_text="Of a stop, for whoever may override it: what an override has to name."
    )
    job = GateJobState(allow_null=True, help_text="Of a text that is not stored.")
    poll = serializers.CharField(allow_null=True, help_text="While it is read: where to ask how far that is.")
    checked_at = Moment()


class NewGateOverride(NamedText):
    """Lets a text out: one that is stored, or that of a `job`. basis: from the answer that stopped it."""

    job = serializers.UUIDField(default=None, allow_null=True)
    basis = serializers.RegexField(r"^[0-9a-f]{64}\Z", trim_whitespace=False)
    reason = Text(max_length=NOTE_LENGTH, help_text="Whoever asks the gate reads it.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not (attrs["article"] or attrs["url"] or attrs.get("sha256") or attrs["job"]):
            raise serializers.ValidationError({"article": "Say which text: article, url, sha256 or job."})
        return attrs
