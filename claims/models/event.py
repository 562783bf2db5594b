import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from django.db.models.lookups import StartsWith

from claims.enums import DeliveryState, EventType
from claims.models.claim import Claim
from sources.models import Article
from sources.models.choices import choices, one_of
from sources.models.sealed import SealedField


class Event(models.Model):
    """Something that happened, written in the transaction in which it did.

    sequence: gapless and in the order of commits; given afterwards, by `claims.services.events.number`, since an id is
    taken before the commit and two transactions may commit the other way round. uid: the same in every delivery.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveBigIntegerField(null=True, unique=True)
    type = models.CharField(max_length=24, choices=choices(EventType))
    article = models.ForeignKey(Article, null=True, on_delete=models.CASCADE, related_name="events")
    claim = models.ForeignKey(Claim, null=True, on_delete=models.CASCADE, related_name="events")
    payload = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["sequence"]
        constraints = [one_of("type", EventType, "event_type")]
        indexes = [models.Index(fields=["id"], condition=Q(sequence=None), name="event_unnumbered")]

    def __str__(self) -> str:
        return f"{self.type} {self.sequence or 'unnumbered'}"


class Webhook(models.Model):
    """An address that is told what happens. types: empty for everything.

    secret, earlier_secret: `whsec_...`, sealed in the database; the earlier one signs too until earlier_until, while a
    receiver changes over.
    resting_until: nothing is sent before, since the last attempt failed. failing_since: of the row of failures that
    goes on. disabled_reason: why it was switched off, by a person or by itself.
    changed_by: who switched it or rotated its secret last; None where it went off by itself.
    """

    url = models.URLField(max_length=2_000)
    types = ArrayField(models.CharField(max_length=24), default=list, blank=True)
    secret = SealedField()
    earlier_secret = SealedField(blank=True, default="")
    earlier_until = models.DateTimeField(null=True, blank=True)
    active = models.BooleanField(default=True)
    disabled_reason = models.TextField(blank=True, default="")
    failing_since = models.DateTimeField(null=True, blank=True)
    resting_until = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(active=True) | ~Q(disabled_reason=""), name="webhook_says_why_off"),
            models.CheckConstraint(
                condition=StartsWith(Cast("secret", models.TextField()), "gAAAA"), name="webhook_secret"
            ),
        ]

    def __str__(self) -> str:
        return self.url


class Delivery(models.Model):
    """One event on its way to one webhook. due_at: when it is to be tried (again); pushed forward while it is tried."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="deliveries")
    state = models.CharField(max_length=10, choices=choices(DeliveryState), default=DeliveryState.DUE.value)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(fields=["webhook", "event"], name="delivery_once"),
            one_of("state", DeliveryState, "delivery_state"),
        ]
        indexes = [models.Index(fields=["due_at", "id"], condition=Q(state="due"), name="delivery_due")]

    def __str__(self) -> str:
        return f"{self.event} to {self.webhook}"


class DeliveryAttempt(models.Model):
    """What came of one attempt. status: of the answer, None where there was none. answer: its first characters."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="tries")
    at = models.DateTimeField(auto_now_add=True)
    status = models.PositiveSmallIntegerField(null=True)
    answer = models.TextField(blank=True, default="")
    error = models.TextField(blank=True, default="")
    milliseconds = models.PositiveIntegerField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.status or self.error}"
