"""How watches look to clients, and how they come in."""

from typing import Any

from rest_framework import serializers

from claims.api.match_shapes import Words
from sources.api.fields import Moment, Name, StrictSerializer

LAST_ID = 2**63 - 1
LASTS, LONGEST = 90, 365


class WatchShape(serializers.Serializer[Any]):
    """A text of which somebody wants to hear once it is checked."""

    id = serializers.IntegerField()
    text = serializers.CharField(help_text="Cleaned, as it is read.")
    url = serializers.CharField(source="webhook.url", help_text="The address that is called.")
    webhook = serializers.IntegerField(source="webhook_id", help_text="The webhook behind it.")
    active = serializers.BooleanField(
        source="webhook.active", help_text="False once the webhook was switched off, as after days of failures."
    )
    created_at = Moment()
    expires_at = Moment()
    told_at = Moment(allow_null=True, help_text="When there was last something to tell.")


class NewWatchShape(WatchShape):
    """With the secret of an address that is new."""

    secret = serializers.CharField(
        allow_null=True, help_text="Signs the calls; told with the first watch of an address, null with others."
    )


class NewWatch(StrictSerializer):
    """What to wait for, and whom to call: an address of your own, or a webhook of the desk."""

    text = Words()
    url = Name(default="", allow_blank=True, max_length=2_000, help_text="http or https, on the open internet.")
    webhook = serializers.IntegerField(
        default=None,
        allow_null=True,
        min_value=1,
        max_value=LAST_ID,
        help_text="One that is there already; the desk head and admins may, with a key of the scope `webhooks`.",
    )
    days = serializers.IntegerField(default=LASTS, min_value=1, max_value=LONGEST, help_text="How long it lasts.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if bool(attrs["url"]) == bool(attrs["webhook"]):
            raise serializers.ValidationError({"url": "Say whom to call: url or webhook, and not both."})
        return attrs
