"""Reads of webhooks, of what was sent to them, and of what happened."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.paginator import Page, Paginator
from django.db.models import BigIntegerField, Count, Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from claims.enums import DeliveryState, EventType
from claims.models import ContradictionFlag, Delivery, Event, Webhook
from claims.queries.flags import SIDES
from sources.permissions import out_of_embargo, readable, sees_embargoed

DELIVERIES = 25
# What one webhook alone is told: its id stands in the payload.
PRIVATE = (EventType.TEST, EventType.VERDICT_MATCHED)


def webhooks_listed() -> QuerySet[Webhook]:
    """All webhooks, each with how many deliveries are due and how many were given up."""
    counts = {
        state.value: Count("deliveries", filter=Q(deliveries__state=state.value), distinct=True)
        for state in DeliveryState
    }
    return Webhook.objects.select_related("created_by").annotate(**counts).order_by("-id")


def deliveries_listed(webhook_id: int) -> QuerySet[Delivery]:
    """What was sent to a webhook, with each event and each attempt."""
    return Delivery.objects.filter(webhook=webhook_id).select_related("event", "webhook").prefetch_related("tries")


def delivery_page(webhook: Webhook, number: str | None) -> Page[Delivery]:
    """One page of its delivery log, the newest first."""
    return Paginator(deliveries_listed(webhook.pk).order_by("-id"), DELIVERIES).get_page(number)


def events_after(
    sequence: int, *, types: Sequence[EventType] = (), seen_by: AbstractBaseUser | AnonymousUser | None
) -> QuerySet[Event]:
    """What a person sees of what happened after a place in the sequence, in its order; what is PRIVATE left out.

    types: empty for all.
    """
    found = Event.objects.filter(readable(seen_by, "article"), sequence__gt=sequence).exclude(type__in=PRIVATE)
    if not sees_embargoed(seen_by):
        found = found.exclude(Exists(_flags_held_back()))
    if types:
        found = found.filter(type__in=types)
    return found.order_by("sequence")


def open_to_all(events: Sequence[Event]) -> frozenset[int]:
    """The ids of those events that tell of nothing under embargo: what a webhook, which has no scopes, may be told."""
    rows = Event.objects.filter(out_of_embargo("article"), pk__in=[event.pk for event in events])
    return frozenset(rows.exclude(Exists(_flags_held_back())).values_list("pk", flat=True))


def _flags_held_back() -> QuerySet[ContradictionFlag]:
    """The flag of an event, where one of its sides is under embargo: the event belongs to the other one's article."""
    flag = Cast(KeyTextTransform("flag", OuterRef("payload")), BigIntegerField())
    return ContradictionFlag.objects.filter(~out_of_embargo(*SIDES), pk=flag)
