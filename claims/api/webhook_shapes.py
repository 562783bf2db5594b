"""How webhooks, deliveries and events look to clients, and how they come in."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.enums import DeliveryState, EventType
from sources.api.fields import Code, Measured, Moment, Name, StrictSerializer

LAST_SEQUENCE = 2**63 - 1
MOST = 1_000


class WebhookShape(serializers.Serializer[Any]):
    """An address that is told what happens."""

    id = serializers.IntegerField()
    url = serializers.CharField()
    types = serializers.ListField(child=Code(EventType), help_text="Empty for everything.")
    active = serializers.BooleanField()
    disabled_reason = serializers.CharField(help_text="Why it was switched off; empty while it is on.")
    failing_since = Moment(allow_null=True, help_text="Of the row of failed attempts that goes on.")
    earlier_secret_until = Moment(
        source="earlier_until", allow_null=True, help_text="Until then the secret before signs too."
    )
    created_at = Moment()


class WebhookWithSecretShape(WebhookShape):
    """With the secret, which is told when it is made and when it is rotated."""

    secret = serializers.CharField(help_text="`whsec_` and the key in Base64.")


class NewWebhook(StrictSerializer):
    """Where to call, and what to tell."""

    url = Name(max_length=2_000, help_text="http or https, on the open internet.")
    types = serializers.ListField(
        child=Code(EventType), default=list, max_length=len(EventType), help_text="Empty for everything."
    )


class NewReplay(StrictSerializer):
    """The last number of the sequence that the receiver has."""

    after = serializers.IntegerField(min_value=0, max_value=LAST_SEQUENCE)


class ReplayedShape(serializers.Serializer[Any]):
    """How many events are sent again."""

    events = serializers.IntegerField()


class AttemptShape(serializers.Serializer[Any]):
    """What came of one attempt."""

    at = Moment()
    status = serializers.IntegerField(allow_null=True, help_text="Of the answer; null where there was none.")
    answer = serializers.CharField(help_text="Its first characters.")
    error = serializers.CharField(help_text="Why there was no answer.")
    milliseconds = serializers.IntegerField()


class DeliveryShape(serializers.Serializer[Any]):
    """One event on its way to one webhook."""

    id = serializers.IntegerField()
    event = serializers.UUIDField(source="event.uid", help_text="Without hyphens and after `msg_`: its `webhook-id`.")
    sequence = serializers.IntegerField(source="event.sequence")
    type = Code(EventType, source="event.type")
    state = Code(DeliveryState)
    due_at = Moment(help_text="When it is tried next, where it is due.")
    delivered_at = Moment(allow_null=True)
    attempts = AttemptShape(many=True, source="tries.all")


class EventShape(serializers.Serializer[Any]):
    """Something that happened, as webhooks are told it."""

    id = serializers.UUIDField(source="uid")
    sequence = serializers.IntegerField(help_text="Gapless, in the order of commits; what you may not see is left out.")
    type = Code(EventType)
    timestamp = Moment(source="at")
    data = serializers.SerializerMethodField()

    @extend_schema_field({"type": "object", "additionalProperties": True, "description": "Differs with the type."})
    def get_data(self, event: Any) -> Any:
        return event.payload


class EventsShape(serializers.Serializer[Any]):
    """Events in the order of the sequence."""

    next = serializers.CharField(allow_null=True, help_text="The address of what follows; null where there is no more.")
    results = EventShape(many=True)


class EventsAsked(StrictSerializer):
    """From where on, and what."""

    after = serializers.IntegerField(default=0, min_value=0, max_value=LAST_SEQUENCE)
    types = Measured(default="", max_length=400)
    limit = serializers.IntegerField(default=100, min_value=1, max_value=MOST)

    def validate_types(self, value: str) -> list[EventType]:
        names = [name for name in value.split(",") if name]
        if unknown := [name for name in names if name not in set(EventType)]:
            raise serializers.ValidationError(f"There is no type {unknown[0]}.", code="invalid_choice")
        return [EventType(name) for name in names]


class StreamAsked(EventsAsked):
    """As of the list, without a limit; the number may come as `Last-Event-ID`, which a browser sends by itself."""

    limit = None  # type: ignore[assignment]  # takes the field of the list away
