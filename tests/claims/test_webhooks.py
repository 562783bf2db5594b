"""Whom we tell, how it is signed, and what becomes of a receiver that does not listen."""

import http.server
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection, connections
from django.utils import timezone
from standardwebhooks import Webhook as Reader
from standardwebhooks import WebhookVerificationError

from claims.enums import EventType
from claims.errors import NotDeliverable
from claims.models import Delivery, DeliveryAttempt, Event, Webhook
from claims.services import events, webhooks
from sources.errors import FetchRefused
from tests import factories
from tests.sites import LOOPBACK, Site, body

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _may_call_loopback(settings: Any, site: Site) -> None:
    settings.CALL_NETWORKS = (LOOPBACK,)
    settings.CALL_PORTS = frozenset({site.port})
    site.pages["/"] = body(b"heard")


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2026, 4, 15, 9, tzinfo=UTC), tick=False) as clock:
        yield clock


def happens(text: str = "Nothing to count.") -> Event:
    version = factories.first_version(text)
    Event.objects.filter(article=version.article_id).delete()
    events.version_recorded(version)
    events.number()
    return Event.objects.latest("id")


def states(webhook: Webhook) -> list[tuple[str, int]]:
    return list(webhook.deliveries.order_by("id").values_list("state", "attempts"))


def test_a_receiver_can_tell_that_it_was_us(site: Site, desk_head: User) -> None:
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    event = happens()
    assert webhooks.deliver_due() == 1
    read = Reader(webhook.secret).verify(site.bodies[0], site.headers[0])
    assert read == {
        "type": "version.recorded",
        "timestamp": event.at.isoformat(),
        "sequence": event.sequence,
        "data": event.payload,
    }
    assert site.headers[0]["webhook-id"] == f"msg_{event.uid.hex}"
    with pytest.raises(WebhookVerificationError):
        Reader(webhook.secret).verify(site.bodies[0] + b" ", site.headers[0])
    assert states(webhook) == [("delivered", 1)]
    assert webhooks.deliver_due() == 0


def test_only_what_was_asked_for_and_since_it_was_asked_for(site: Site, desk_head: User) -> None:
    happens("Before.")
    wanted = webhooks.add(site.address("/"), [EventType.VERSION_RECORDED], by=desk_head)
    unwanted = webhooks.add(site.address("/"), [EventType.FLAG_OPENED], by=desk_head)
    off = webhooks.add(site.address("/"), [], by=desk_head)
    webhooks.switch_off(off, "Not now.")
    happens("After.")
    assert [len(states(hook)) for hook in (wanted, unwanted, off)] == [1, 0, 0]


def test_a_new_secret_and_the_earlier_one_for_a_day(site: Site, desk_head: User, clock: time_machine.Traveller) -> None:
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    earlier = webhook.secret
    webhooks.rotate(webhook, by=desk_head)
    assert webhook.secret != earlier
    happens()
    webhooks.deliver_due()
    for secret in (earlier, webhook.secret):
        assert json.loads(site.bodies[0]) == Reader(secret).verify(site.bodies[0], site.headers[0])
    clock.shift(webhooks.ROTATION + timedelta(seconds=1))
    happens("A day later.")
    webhooks.deliver_due()
    Reader(webhook.secret).verify(site.bodies[1], site.headers[1])
    with pytest.raises(WebhookVerificationError):
        Reader(earlier).verify(site.bodies[1], site.headers[1])


def test_its_secret_lies_in_the_database_encrypted(site: Site, desk_head: User, settings: Any) -> None:
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    webhooks.rotate(webhook, by=desk_head)
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(t)::text FROM claims_webhook AS t")
        ((row,),) = cursor.fetchall()
    kept = webhook.secret, webhook.earlier_secret
    assert [one for secret in kept for one in (secret, secret.removeprefix("whsec_")) if one in row] == []
    # With another SECRET_KEY it cannot be read, which is said where one looks; with the earlier one at hand it can.
    settings.SECRET_KEY, earlier = "another", settings.SECRET_KEY
    happens()
    webhooks.deliver_due()
    assert DeliveryAttempt.objects.values_list("status", "error").get() == (None, webhooks.UNREADABLE)
    assert site.bodies == []
    settings.SECRET_KEY_FALLBACKS = [earlier]
    webhook.refresh_from_db()
    assert (webhook.secret, webhook.earlier_secret) == kept
    settings.SECRET_KEY_FALLBACKS = []
    webhooks.rotate(webhook, by=desk_head)
    webhooks.send_again(webhook.deliveries.get())
    webhooks.deliver_due()
    Reader(Webhook.objects.get().secret).verify(site.bodies[0], site.headers[0])


# Status, or None for a connection that is dropped; whether it counts as delivered.
@pytest.mark.parametrize(
    ("status", "delivered"), [(200, True), (204, True), (302, False), (400, False), (500, False), (None, False)]
)
def test_what_counts_as_heard(status: int | None, delivered: bool, site: Site, desk_head: User) -> None:
    def drop(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.close_connection = True

    site.pages["/"] = body(b"", status, Location="/elsewhere") if status else drop
    site.pages["/elsewhere"] = body(b"heard")
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    happens()
    webhooks.deliver_due()
    assert states(webhook) == [("delivered" if delivered else "due", 1)]
    attempt = webhook.deliveries.get().tries.get()
    assert (attempt.status, bool(attempt.error)) == ((None, True) if status in {None, 302} else (status, False))


def test_it_is_tried_again_later_and_later_and_then_given_up(
    site: Site, desk_head: User, clock: time_machine.Traveller
) -> None:
    site.pages["/"] = body(b"busy", 503)
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    happens()
    waits: list[float] = []
    while Delivery.objects.filter(state="due").exists() and Webhook.objects.get().active:
        delivery = Delivery.objects.get()
        hook = Webhook.objects.get()
        due = max(delivery.due_at, hook.resting_until or delivery.due_at)
        waits.append((due - timezone.now()).total_seconds())
        clock.move_to(due)
        assert webhooks.deliver_due() == 1
    assert waits == [0.0, *(step.total_seconds() for step in webhooks.AGAIN_AFTER)]
    assert states(webhook) == [("failed", len(webhooks.AGAIN_AFTER) + 1)]
    assert [one.status for one in Delivery.objects.get().tries.all()] == [503] * 10


def test_one_that_is_down_costs_one_attempt_and_not_one_an_event(
    site: Site, desk_head: User, clock: time_machine.Traveller
) -> None:
    site.pages["/"] = body(b"busy", 503)
    site.pages["/well"] = body(b"heard")
    down, well = (webhooks.add(site.address(path), [], by=desk_head) for path in ("/", "/well"))
    for text in ("One.", "Two.", "Three."):
        happens(text)
    assert webhooks.deliver_due() == 4
    assert sorted(states(down)) == [("due", 0), ("due", 0), ("due", 1)]
    assert states(well) == [("delivered", 1)] * 3
    # As soon as it answers, everything reaches it.
    site.pages["/"] = body(b"heard")
    clock.shift(timedelta(seconds=6))
    assert webhooks.deliver_due() == 3
    assert {state for state, _ in states(down)} == {"delivered"}
    down.refresh_from_db()
    assert (down.failing_since, down.resting_until) == (None, None)


@pytest.mark.django_db(transaction=True)
def test_of_several_who_send_at_once_each_is_told_once(site: Site, desk_head: User) -> None:
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    told = [f"msg_{happens(f'{number} people died.').uid.hex}" for number in range(6)]
    start, sent = threading.Barrier(3), []

    def send() -> None:
        try:
            start.wait(timeout=10)
            sent.append(webhooks.deliver_due())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sum(sent) == 6
    assert sorted(headers["webhook-id"] for headers in site.headers) == sorted(told)
    assert states(webhook) == [("delivered", 1)] * 6


def test_what_a_sender_with_a_faster_clock_holds_is_not_due(site: Site, desk_head: User) -> None:
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    happens("Held.")
    assert webhooks.due()
    # As one that is being sent for at most a minute looks to another sender, two seconds behind.
    webhook.deliveries.update(attempts=1, due_at=timezone.now() + timedelta(seconds=62))
    assert not webhooks.due()


def test_a_clock_that_goes_back_sends_nothing_twice(site: Site, desk_head: User, clock: time_machine.Traveller) -> None:
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    clock.shift(timedelta(hours=2))
    happens("Before.")
    assert webhooks.deliver_due() == 1
    clock.shift(timedelta(hours=-1))
    happens("After.")
    assert webhooks.deliver_due() == 1
    clock.shift(timedelta(hours=1))
    assert webhooks.deliver_due() == 0
    assert states(webhook) == [("delivered", 1)] * 2


def test_a_turn_ends_before_its_task_is_cut_off(site: Site, desk_head: User, settings: Any) -> None:
    """A receiver that takes longer than half of what a task may take leaves the next call to the next turn."""
    settings.CELERY_TASK_SOFT_TIME_LIMIT = 0.05
    slow = threading.Event()

    def take_time(handler: http.server.BaseHTTPRequestHandler) -> None:
        slow.wait(0.06)
        body(b"heard")(handler)

    site.pages["/"] = take_time
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    for text in ("One.", "Two."):
        happens(text)
    assert [webhooks.deliver_due(), webhooks.due(), webhooks.deliver_due(), webhooks.due()] == [1, True, 1, False]
    assert states(webhook) == [("delivered", 1)] * 2


def test_what_waits_to_be_tried_again_waits_no_longer_where_the_clock_goes_back(
    site: Site, desk_head: User, clock: time_machine.Traveller
) -> None:
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    clock.shift(timedelta(hours=2))
    site.pages["/"] = body(b"busy", 503)
    happens()
    tried = [webhooks.deliver_due(), webhooks.deliver_due()]
    clock.shift(timedelta(hours=-1))
    # Once at once; from then on it waits as ever, by the clock as it goes.
    tried += [webhooks.deliver_due(), webhooks.deliver_due()]
    site.pages["/"] = body(b"heard")
    clock.shift(webhooks.AGAIN_AFTER[1])
    tried += [webhooks.deliver_due(), webhooks.deliver_due()]
    assert tried == [1, 0, 1, 0, 1, 0]
    assert states(webhook) == [("delivered", 3)]
    clock.shift(timedelta(hours=1))
    assert webhooks.deliver_due() == 0


def test_one_that_is_gone_or_failed_for_days_is_switched_off(
    site: Site, desk_head: User, clock: time_machine.Traveller
) -> None:
    site.pages["/"] = body(b"", 410)
    gone = webhooks.add(site.address("/"), [], by=desk_head)
    happens()
    webhooks.deliver_due()
    gone.refresh_from_db()
    assert (gone.active, gone.disabled_reason) == (False, "The address answers 410: it is gone for good.")
    assert states(gone) == [("failed", 1)]
    site.pages["/"] = body(b"", 500)
    failing = webhooks.add(site.address("/"), [], by=desk_head)
    happens("Two.")
    webhooks.deliver_due()
    clock.shift(webhooks.GIVE_UP_AFTER + timedelta(seconds=1))
    webhooks.deliver_due()
    failing.refresh_from_db()
    assert (failing.active, failing.disabled_reason) == (False, "Every attempt failed for 5 days.")


def test_what_was_missed_can_be_had_again(site: Site, desk_head: User) -> None:
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    first, second = happens("One."), happens("Two.")
    webhooks.switch_off(webhook, "A holiday.")
    third = happens("Three.")
    assert webhooks.deliver_due() == 0
    webhook.refresh_from_db()
    with pytest.raises(NotDeliverable):
        webhooks.replay(webhook, after=0)
    webhooks.switch_on(webhook, by=desk_head)
    webhook.refresh_from_db()
    assert first.sequence is not None
    assert webhooks.replay(webhook, after=first.sequence) == 2
    assert webhooks.deliver_due() == 2
    heard = [json.loads(sent)["sequence"] for sent in site.bodies]
    assert sorted(heard) == [second.sequence, third.sequence]
    # The same id as the first time, so that a receiver sees that it knows it already.
    webhooks.send_again(webhook.deliveries.get(event=second))
    webhooks.deliver_due()
    ids = [headers["webhook-id"] for headers in site.headers]
    assert ids[2] == f"msg_{second.uid.hex}"
    assert len(set(ids)) == 2


@pytest.mark.parametrize("url", ["http://10.0.0.1:22/", "file:///etc/passwd", "https://me:word@example.org/"])
def test_an_address_that_is_never_called_is_refused_at_once(url: str, desk_head: User) -> None:
    with pytest.raises(FetchRefused):
        webhooks.add(url, [], by=desk_head)
    assert Webhook.objects.count() == 0


# With CALL_NETWORKS 127.0.0.0/8: the address, CALL_PLAIN, whether it may be called.
@pytest.mark.parametrize(
    ("url", "plain", "called"),
    [
        ("https://example.org/", False, True),
        ("http://example.org/", False, False),
        ("http://93.184.216.34/", False, False),
        ("http://10.0.0.1/", False, False),  # another network than the one that is named
        ("http://[::1]/", False, False),
        ("http://localhost/", False, False),  # a name leads where its owner has it lead
        ("http://127.0.0.1/", False, True),
        ("http://example.org/", True, True),
    ],
)
def test_what_may_be_told_without_encryption(
    url: str, plain: bool, called: bool, desk_head: User, settings: Any
) -> None:
    settings.CALL_PLAIN, settings.CALL_PORTS = plain, frozenset({80, 443})
    if called:
        assert webhooks.add(url, [], by=desk_head).url == url
        return
    with pytest.raises(FetchRefused, match=r"Give an https:// address, or have the site set CALL_PLAIN\.$"):
        webhooks.add(url, [], by=desk_head)


def test_one_that_was_added_before_is_not_told_without_encryption(site: Site, desk_head: User, settings: Any) -> None:
    settings.CALL_PLAIN = True
    webhook = webhooks.add(f"http://localhost:{site.port}/", [], by=desk_head)
    settings.CALL_PLAIN = False
    happens()
    assert webhooks.deliver_due() == 1
    assert site.asked == []
    assert (
        webhook.deliveries.get().tries.get().error.startswith("Anybody on the way could read what localhost is told.")
    )


def test_a_private_address_is_not_called_unless_the_site_says_so(site: Site, desk_head: User, settings: Any) -> None:
    settings.CALL_NETWORKS, settings.CALL_PLAIN = (), True
    webhook = webhooks.add(site.address("/"), [], by=desk_head)
    happens()
    webhooks.deliver_due()
    assert site.asked == []
    assert webhook.deliveries.get().tries.get().error == (
        "127.0.0.1 leads to a machine that is not on the open internet."
    )
