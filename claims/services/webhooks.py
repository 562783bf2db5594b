"""Telling webhooks: who is told, with which secret, when again, and when no more.

Signed as the Standard Webhooks description has it: https://github.com/standard-webhooks/standard-webhooks.
"""

import base64
import json
import secrets
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from standardwebhooks import Webhook as Signer

from claims.enums import DeliveryState, EventType
from claims.errors import NotDeliverable, ReasonMissing
from claims.models import Delivery, DeliveryAttempt, Event, Webhook
from claims.queries.webhooks import PRIVATE
from claims.services import events
from sources.connecting import Door
from sources.errors import Refusal
from sources.fetching import Limits, checked, fetch

log = structlog.get_logger(__name__)

# After each failed attempt so much later; after the last of these it is given up, and can be sent again by hand.
AGAIN_AFTER = tuple(
    timedelta(seconds=seconds) for seconds in (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
)
# An address that failed for so long without a break is switched off.
GIVE_UP_AFTER = timedelta(days=5)
# An earlier secret signs beside the new one for so long.
ROTATION = timedelta(hours=24)
UNREADABLE = "The secret cannot be read, as SECRET_KEY is another one by now. Make a new secret and tell the receiver."
LIMITS = Limits(seconds=10, bytes=100_000, redirects=0)
_REST = (timedelta(seconds=5), timedelta(hours=1))
# Sending takes no longer; until then a delivery is its sender's.
_SENDING = timedelta(seconds=LIMITS.seconds * 6)
# So far apart may be the clocks of two senders, and the moments at which they looked for what is due.
_APART = timedelta(minutes=1)
_SHOWN = 500
_GONE = 410


def add(url: str, types: Sequence[EventType], *, by: User) -> Webhook:
    """A webhook with a fresh secret. types: empty for all. Raises FetchRefused for an address that is never called."""
    checked(url, door())
    return Webhook.objects.create(url=url, types=sorted(set(types)), secret=_secret(), created_by=by)


def rotate(webhook: Webhook, *, by: User) -> None:
    """A new secret; the one before signs too for a day, so that the receiver can change over."""
    webhook.earlier_secret, webhook.earlier_until = webhook.secret, timezone.now() + ROTATION
    webhook.secret, webhook.changed_by = _secret(), by
    webhook.save(update_fields=["secret", "earlier_secret", "earlier_until", "changed_by"])


def renewed() -> Iterator[bool]:
    """Seals every secret with SECRET_KEY as it is now; of each webhook whether its secret could be read."""
    for key in Webhook.objects.values_list("pk", flat=True):
        with transaction.atomic():
            webhook = Webhook.objects.select_for_update().filter(pk=key).first()
            if webhook is None:
                continue
            if webhook.secret:
                webhook.save(update_fields=["secret", "earlier_secret"])
            yield bool(webhook.secret)


def switch_off(webhook: Webhook, reason: str, *, by: User | None = None) -> None:
    """Sends nothing more; what was due is given up. by: None where it happens by itself. Raises ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing("Say why it is switched off: whoever finds it silent reads that.")
    with transaction.atomic():
        Webhook.objects.filter(pk=webhook.pk).update(active=False, disabled_reason=reason.strip(), changed_by=by)
        webhook.deliveries.filter(state=DeliveryState.DUE).update(state=DeliveryState.FAILED)


def switch_on(webhook: Webhook, *, by: User) -> None:
    """Sends again, from now on; what was missed can be replayed."""
    Webhook.objects.filter(pk=webhook.pk).update(
        active=True, disabled_reason="", failing_since=None, resting_until=None, changed_by=by
    )


def remove(webhook: Webhook, *, by: User) -> None:
    """Forgets an address with all that was sent to it; the audit trail keeps that it was there."""
    with transaction.atomic():
        Webhook.objects.filter(pk=webhook.pk).update(active=False, disabled_reason="Removed.", changed_by=by)
        webhook.delete()


def send_test(webhook: Webhook, *, by: User) -> Event:
    """An event of type `test` to this webhook alone, at once. Raises NotDeliverable when it is switched off."""
    _refuse_inactive(webhook)
    with transaction.atomic():
        Webhook.objects.filter(pk=webhook.pk).update(resting_until=None)
        event = events.test(webhook, by=by)
    events.number()
    return event


def replay(webhook: Webhook, *, after: int) -> int:
    """Sends every event after a place in the sequence once more; how many. Raises NotDeliverable when switched off."""
    _refuse_inactive(webhook)
    own = Q(type=EventType.VERDICT_MATCHED, payload__webhook=webhook.pk)
    missed = Event.objects.filter(~Q(type__in=PRIVATE) | own, sequence__gt=after)
    if webhook.types:
        missed = missed.filter(type__in=webhook.types)
    now = timezone.now()
    with transaction.atomic():
        deliveries = [Delivery(webhook=webhook, event=event, due_at=now) for event in missed]
        Delivery.objects.bulk_create(
            deliveries,
            update_conflicts=True,
            unique_fields=["webhook", "event"],
            update_fields=["state", "attempts", "due_at"],
        )
        Webhook.objects.filter(pk=webhook.pk).update(resting_until=None)
    return len(deliveries)


def send_again(delivery: Delivery) -> None:
    """Has one delivery tried again at once. Raises NotDeliverable where its webhook is switched off."""
    _refuse_inactive(delivery.webhook)
    Delivery.objects.filter(pk=delivery.pk).update(state=DeliveryState.DUE, attempts=0, due_at=timezone.now())
    Webhook.objects.filter(pk=delivery.webhook_id).update(resting_until=None)


def deliver_due(limit: int = 50) -> int:
    """Sends what is due, the earliest events first, and gives how many were tried.

    After a failure an address rests, the longer the longer it fails: one that is down costs one attempt now and then,
    not one an event. A turn begins no call that its task may not live to note down: slow receivers would be
    told twice.
    """
    soft = settings.CELERY_TASK_SOFT_TIME_LIMIT
    tried, ends = 0, time.monotonic() + max(soft - LIMITS.seconds, soft / 2)
    while tried < limit and time.monotonic() < ends and (delivery := _claimed()) is not None:
        _settle(delivery, _send(delivery))
        tried += 1
    return tried


def due() -> bool:
    """Whether a delivery is due now."""
    return _due(timezone.now()).exists()


def signed(webhook: Webhook, event: Event, now: datetime) -> tuple[dict[str, str], bytes]:
    """The headers and the body of a delivery. The signature covers id, time and body.

    Raises NotDeliverable where the secret cannot be read, as SECRET_KEY is another one by now.
    """
    uid = f"msg_{event.uid.hex}"
    body = json.dumps(
        {
            "type": event.type,
            "timestamp": event.at.isoformat(),
            "sequence": event.sequence,
            "data": event.payload,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    if not webhook.secret:
        raise NotDeliverable(UNREADABLE)
    using = [webhook.secret]
    if webhook.earlier_secret and webhook.earlier_until and webhook.earlier_until > now:
        using.append(webhook.earlier_secret)
    headers = {
        "Content-Type": "application/json",
        "webhook-id": uid,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(Signer(secret).sign(uid, now, body) for secret in using),
    }
    return headers, body.encode()


def door() -> Door:
    """Where webhooks may lead: the open internet, encrypted, and the networks that the site names."""
    return Door(settings.CALL_NETWORKS, settings.CALL_PORTS, plain=settings.CALL_PLAIN)


@dataclass(frozen=True, slots=True)
class _Outcome:
    status: int | None
    answer: str
    error: str
    milliseconds: int

    @property
    def delivered(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


def _due(now: datetime) -> QuerySet[Delivery]:
    """What is to be sent now. What lies further ahead than anything is ever put off was put there before the clock
    went back, and waits no longer."""
    timely = Q(due_at__lte=now)
    for attempts, pause in enumerate((timedelta(0), *AGAIN_AFTER)):
        timely |= Q(attempts=attempts, due_at__gt=now + max(pause, _SENDING) + _APART)
    resting = Webhook.objects.filter(resting_until__gt=now, resting_until__lte=now + _REST[1], failing_since__lte=now)
    return Delivery.objects.filter(timely, state=DeliveryState.DUE, webhook__active=True).exclude(webhook__in=resting)


def _claimed() -> Delivery | None:
    """The next delivery, for this caller alone: its due time is pushed beyond what sending may take."""
    now = timezone.now()
    with transaction.atomic():
        delivery = (
            _due(now)
            .select_for_update(of=("self",), skip_locked=True)
            .select_related("webhook", "event")
            .order_by("due_at", "id")
            .first()
        )
        if delivery is not None:
            delivery.attempts += 1
            delivery.due_at = now + _SENDING
            delivery.save(update_fields=["attempts", "due_at"])
    return delivery


def _send(delivery: Delivery) -> _Outcome:
    began = time.monotonic()
    status, answer, error = None, "", ""
    try:
        headers, body = signed(delivery.webhook, delivery.event, timezone.now())
        got = fetch(delivery.webhook.url, method="POST", headers=headers, content=body, limits=LIMITS, door=door())
    except Refusal as refusal:
        error = str(refusal)
    else:
        status, answer = got.status, got.body[:_SHOWN].decode("utf-8", "replace").replace("\x00", "")
    return _Outcome(status, answer, error, int((time.monotonic() - began) * 1_000))


def _settle(delivery: Delivery, outcome: _Outcome) -> None:
    """Keeps what came of an attempt; a delivery that was settled or sent again meanwhile is left as it is."""
    now = timezone.now()
    held = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.DUE, attempts=delivery.attempts)
    hooks = Webhook.objects.filter(pk=delivery.webhook_id)
    with transaction.atomic():
        DeliveryAttempt.objects.create(
            delivery=delivery,
            status=outcome.status,
            answer=outcome.answer,
            error=outcome.error,
            milliseconds=outcome.milliseconds,
        )
        if outcome.delivered:
            held.update(state=DeliveryState.DELIVERED, delivered_at=now)
            hooks.update(failing_since=None, resting_until=None)
            return
        if delivery.attempts > len(AGAIN_AFTER):
            held.update(state=DeliveryState.FAILED)
        else:
            held.update(due_at=now + AGAIN_AFTER[delivery.attempts - 1])
        since = min(delivery.webhook.failing_since or now, now)
        hooks.update(failing_since=since, resting_until=now + min(max((now - since) / 2, _REST[0]), _REST[1]))
    _switch_off_dead(delivery.webhook, outcome, now)


def _switch_off_dead(webhook: Webhook, outcome: _Outcome, now: datetime) -> None:
    if outcome.status == _GONE:
        switch_off(webhook, "The address answers 410: it is gone for good.")
    elif Webhook.objects.filter(pk=webhook.pk, failing_since__lte=now - GIVE_UP_AFTER).exists():
        switch_off(webhook, f"Every attempt failed for {GIVE_UP_AFTER.days} days.")


def _refuse_inactive(webhook: Webhook) -> None:
    if not webhook.active:
        raise NotDeliverable("This webhook is switched off. Switch it on first.")


def _secret() -> str:
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
