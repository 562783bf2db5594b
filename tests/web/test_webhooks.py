"""The pages of webhooks: who looks after them, what a receiver needs, what came of each delivery."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Value
from django.test import Client
from standardwebhooks import Webhook as Reader

from claims.enums import EventType
from claims.models import AuditEntry, Delivery, Event, Webhook
from claims.services import events, webhooks
from sources.sealing import seal
from tests import factories
from tests.sites import LOOPBACK, Site, body
from tests.web.pages import page

pytestmark = pytest.mark.django_db
# For the person and her session, the counts of the navigation, and the page.
LISTED, SHOWN = 5, 8
ACTS = ("rotate", "off", "on", "test", "replay", "remove")


@pytest.fixture(autouse=True)
def _may_call_loopback(settings: Any, site: Site) -> None:
    settings.CALL_NETWORKS = (LOOPBACK,)
    settings.CALL_PORTS = frozenset({site.port})
    site.pages["/"] = body(b"heard")


@pytest.fixture
def hook(site: Site, desk_head: User) -> Webhook:
    return webhooks.add(site.address("/"), [], by=desk_head)


def happened() -> Event:
    version = factories.first_version("Nothing to count.")
    events.version_recorded(version)
    events.number()
    return Event.objects.latest("id")


def test_an_empty_page_says_what_it_is_for(as_admin: Client) -> None:
    shown = page(as_admin.get("/webhooks/"))
    assert "No address is told anything yet." in shown.one("main").text
    offered = {box.attrs["value"] for box in shown.all("input", name="types")}
    # A test is sent by hand, and a match is told to whoever watches for it.
    assert offered == set(EventType) - {EventType.TEST, EventType.VERDICT_MATCHED}


@pytest.mark.parametrize("who", ["reporter", "checker", "reviewer", "stranger"])
def test_only_the_desk_head_and_the_admin_look_after_them(
    who: str, hook: Webhook, request: pytest.FixtureRequest
) -> None:
    happened()
    delivery = Delivery.objects.get()
    client = Client()
    client.force_login(request.getfixturevalue(who))
    for path in ("/webhooks/", f"/webhooks/{hook.pk}/"):
        answer = client.get(path)
        assert (answer.status_code, hook.secret in answer.content.decode()) == (403, False)
    posts = ["/webhooks/add/", f"/deliveries/{delivery.pk}/again/", *(f"/webhooks/{hook.pk}/{act}/" for act in ACTS)]
    assert {client.post(path, {"url": hook.url, "reason": "No.", "after": 0}).status_code for path in posts} == {403}
    was = hook.secret
    hook.refresh_from_db()
    assert (hook.active, hook.secret, Webhook.objects.count()) == (True, was, 1)
    assert "/webhooks/" not in [link.attrs.get("href") for link in page(client.get("/me/")).all("a")]


def test_an_address_is_added_tried_and_its_log_read(as_desk_head: Client, site: Site) -> None:
    answer = as_desk_head.post("/webhooks/add/", {"url": site.address("/"), "types": ["verdict.published"]})
    hook = Webhook.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/webhooks/{hook.pk}/")
    other = webhooks.add(site.address("/other"), [], by=hook.created_by)
    rows = page(as_desk_head.get("/webhooks/")).all("tr", cls="row")
    assert rows[1].text == f"{hook.url} verdict.published Delivered: 0 Due: 0 Given up: 0 On"
    assert as_desk_head.post(f"/webhooks/{hook.pk}/test/").status_code == 302
    assert webhooks.deliver_due() == 1
    assert Reader(hook.secret).verify(site.bodies[0], site.headers[0]) == {
        "type": "test",
        "timestamp": Event.objects.get().at.isoformat(),
        "sequence": 1,
        "data": {"webhook": hook.pk, "by": "desk_head"},
    }
    assert other.deliveries.count() == 0
    shown = page(as_desk_head.get(f"/webhooks/{hook.pk}/"))
    attempt = hook.deliveries.get().tries.get()
    row = shown.one("tr", id=f"delivery-{attempt.delivery_id}").text
    assert f": 200, {attempt.milliseconds} ms heard" in row
    assert hook.secret in shown.one("details", id="secret").text


# The address, or the type, that is refused, and the words at its field.
@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"url": ""}, "url"),
        ({"url": "ftp://example.org/"}, "url"),
        ({"url": "https://me:word@example.org/"}, "url"),
        ({"url": "https://example.org:22/"}, "url"),
        ({"url": "https://example.org/", "types": ["test"]}, "types"),
        ({"url": "https://example.org/", "types": ["rumour"]}, "types"),
    ],
)
def test_what_cannot_be_told_is_refused_at_its_field(form: dict[str, Any], field: str, as_desk_head: Client) -> None:
    answer = as_desk_head.post("/webhooks/add/", form)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert Webhook.objects.count() == 0


def test_it_is_switched_off_for_a_reason_and_on_again(as_desk_head: Client, hook: Webhook) -> None:
    assert as_desk_head.post(f"/webhooks/{hook.pk}/off/", {"reason": " "}).status_code == 422
    hook.refresh_from_db()
    assert hook.active
    as_desk_head.post(f"/webhooks/{hook.pk}/off/", {"reason": "They move house."})
    assert "Switched off: They move house." in page(as_desk_head.get(f"/webhooks/{hook.pk}/")).one("main").text
    for act in ("test", "replay"):
        refused = as_desk_head.post(f"/webhooks/{hook.pk}/{act}/", {"after": 0}, follow=True)
        assert "This webhook is switched off. Switch it on first." in page(refused).one("body").text
    as_desk_head.post(f"/webhooks/{hook.pk}/on/")
    hook.refresh_from_db()
    assert (hook.active, hook.disabled_reason) == (True, "")


def test_a_new_secret(as_desk_head: Client, hook: Webhook) -> None:
    earlier = hook.secret
    as_desk_head.post(f"/webhooks/{hook.pk}/rotate/")
    hook.refresh_from_db()
    assert (hook.earlier_secret, hook.secret == earlier) == (earlier, False)
    assert "The earlier secret signs too until" in page(as_desk_head.get(f"/webhooks/{hook.pk}/")).one("main").text


def test_a_secret_that_another_key_sealed_is_told_with_the_way_out(as_desk_head: Client, hook: Webhook) -> None:
    Webhook.objects.update(secret=Value(seal(b"whsec_", of="something else").decode()))
    told = page(as_desk_head.get(f"/webhooks/{hook.pk}/")).one("p", id="secret").text
    assert told.endswith("and nothing is sent. Make a new one and tell the receiver.")
    as_desk_head.post(f"/webhooks/{hook.pk}/rotate/")
    shown = page(as_desk_head.get(f"/webhooks/{hook.pk}/")).one("details", id="secret").text
    assert Webhook.objects.get().secret in shown
    assert Webhook.objects.get().secret.startswith("whsec_")


def test_what_failed_is_sent_again_and_what_was_missed_replayed(
    as_desk_head: Client, hook: Webhook, site: Site
) -> None:
    site.pages["/"] = body(b"<b>busy</b>", 503)
    first = happened()
    webhooks.deliver_due()
    delivery = Delivery.objects.get()
    shown = as_desk_head.get(f"/webhooks/{hook.pk}/")
    assert "503" in page(shown).one("tr", id=f"delivery-{delivery.pk}").text
    assert "<b>busy" not in shown.content.decode()
    site.pages["/"] = body(b"heard")
    as_desk_head.post(f"/deliveries/{delivery.pk}/again/")
    assert webhooks.deliver_due() == 1
    happened()
    webhooks.deliver_due()
    answer = as_desk_head.post(f"/webhooks/{hook.pk}/replay/", {"after": first.sequence}, follow=True)
    assert "1 event is sent again." in page(answer).one("body").text
    assert as_desk_head.post(f"/webhooks/{hook.pk}/replay/", {"after": "-1"}).status_code == 422


def test_what_was_done_about_it_stays_in_the_audit_trail_and_its_secret_does_not(
    as_desk_head: Client, hook: Webhook, desk_head: User
) -> None:
    as_desk_head.post(f"/webhooks/{hook.pk}/rotate/")
    as_desk_head.post(f"/webhooks/{hook.pk}/remove/")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    entries = AuditEntry.objects.filter(relation="claims_webhook").order_by("seq")
    assert [entry.what for entry in entries] == ["insert", "update", "update", "delete"]
    assert entries[1].payload["changed_by_id"] == entries[2].payload["changed_by_id"] == desk_head.pk
    assert not any("whsec_" in str(entry.payload) for entry in entries)
    assert Webhook.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_pages_cost_the_same_for_one_and_for_three(
    count: int, as_desk_head: Client, site: Site, desk_head: User, django_assert_num_queries: Any
) -> None:
    hooks = [webhooks.add(site.address("/"), [], by=desk_head) for _ in range(count)]
    for _ in range(count):
        webhooks.send_test(hooks[0], by=desk_head)
    webhooks.deliver_due()
    as_desk_head.get("/webhooks/")
    with django_assert_num_queries(LISTED):
        as_desk_head.get("/webhooks/")
    with django_assert_num_queries(SHOWN):
        as_desk_head.get(f"/webhooks/{hooks[0].pk}/")
