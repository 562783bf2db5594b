"""Being told once somebody else's words are checked."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.utils import timezone
from rest_framework.test import APIClient
from standardwebhooks import Webhook as Reader

from claims.enums import EventType
from claims.models import CheckedClaim, Event, Mention, Watch, Webhook
from claims.services import checked, events, watching, webhooks
from sources.models import ApiKey, Article
from sources.services import keys
from tests import factories
from tests.sites import LOOPBACK, Site, body

pytestmark = pytest.mark.django_db
HERE = "/api/v1/match/watch"
TEXT = "12 passengers were killed when a ferry burned in Kalderhaven."


@pytest.fixture(autouse=True)
def _may_call_loopback(settings: Any, site: Site) -> None:
    settings.CALL_NETWORKS, settings.CALL_PORTS = (LOOPBACK,), frozenset({site.port})
    site.pages["/mine"] = body(b"heard")


@pytest.fixture
def killed() -> Mention:
    version = factories.first_version("12 passengers were killed when the ferry burned.")
    return factories.figure(version, "12 passengers were killed", "12", 12, 12)


def watched(client: APIClient, site: Site, text: str = TEXT, **more: Any) -> Any:
    answer = client.post(HERE, {"text": text, "url": site.address("/mine"), **more})
    assert answer.status_code in {200, 201}, answer.json()
    return answer.json()


def workers() -> None:
    """What sweep and workers do."""
    checked.complete()
    watching.tell()
    events.number()
    webhooks.deliver_due()


def test_who_watches_is_called_with_what_matched(
    checking: APIClient, site: Site, killed: Mention, checker: User, reviewer: User
) -> None:
    watch = watched(checking, site)
    verdict = factories.approved(killed, checker, reviewer)
    assert site.bodies == []
    workers()
    read = Reader(watch["secret"]).verify(site.bodies[0], site.headers[0])
    assert read["type"] == "verdict.matched"
    assert (read["data"]["watch"], read["data"]["text"], read["data"]["claim"]) == (watch["id"], TEXT, killed.claim_id)
    (match,) = read["data"]["matches"]
    assert (match["relation"], match["text"]) == ("same", "12 passengers were killed")
    assert (match["rating"], match["verdict"]["id"]) == ("confirmed", verdict.pk)
    assert match["sentence"] == "The verdict is on 12 people killed; the text says the same."
    assert checking.get(f"{HERE}/{watch['id']}").json()["told_at"] is not None
    workers()
    assert len(site.bodies) == 1


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("9 passengers were killed when a ferry burned in Kalderhaven.", ["differs"]),
        ("30 passengers were killed when a ferry burned in Kalderhaven.", ["updates"]),
        # The same number of another thing, and in another town.
        ("12 passengers were injured when a ferry burned in Kalderhaven.", []),
        ("12 passengers were killed when a ferry burned in Harrow.", []),
        # No word of what event: every other toll would be told of.
        ("9 killed", []),
        ("12 killed", ["same"]),
    ],
)
def test_what_is_told_of(
    checking: APIClient, site: Site, killed: Mention, checker: User, reviewer: User, text: str, relations: list[str]
) -> None:
    watched(checking, site, text)
    factories.approved(killed, checker, reviewer)
    workers()
    told = Event.objects.filter(type=EventType.VERDICT_MATCHED)
    assert [match["relation"] for event in told for match in event.payload["matches"]] == relations
    assert len(site.bodies) == bool(relations)


def test_asking_twice_is_asking_once(checking: APIClient, site: Site) -> None:
    first = checking.post(HERE, {"text": TEXT, "url": site.address("/mine"), "days": 1})
    again = checking.post(HERE, {"text": f"  {TEXT}\r\n", "url": site.address("/mine"), "days": 30})
    assert (first.status_code, again.status_code) == (201, 200)
    assert (again.json()["id"], again.json()["secret"]) == (first.json()["id"], None)
    assert again.json()["expires_at"] > first.json()["expires_at"]
    # Another text to the same address needs no other secret.
    other = watched(checking, site, "9 died.")
    assert (other["secret"], other["webhook"]) == (None, first.json()["webhook"])
    assert (Watch.objects.count(), Webhook.objects.count()) == (2, 1)


def test_they_are_ones_own(checking: APIClient, api_of: Callable[..., APIClient], site: Site, reviewer: User) -> None:
    watch, other = watched(checking, site), api_of(reviewer)
    hers = watched(other, site)
    assert [one["id"] for one in checking.get(HERE).json()["results"]] == [watch["id"]]
    address = f"{HERE}/{watch['id']}"
    assert [other.get(address).status_code, other.delete(address).status_code] == [404, 404]
    assert watch["webhook"] != hers["webhook"]
    assert "secret" not in checking.get(address).json()


def test_one_that_is_removed_takes_its_webhook_along(checking: APIClient, site: Site) -> None:
    watch, other = watched(checking, site), watched(checking, site, "9 died.")
    assert checking.delete(f"{HERE}/{watch['id']}").status_code == 204
    assert Webhook.objects.count() == 1
    checking.delete(f"{HERE}/{other['id']}")
    assert (Webhook.objects.count(), Watch.objects.count()) == (0, 0)


def test_nobody_is_told_after_its_time(
    checking: APIClient, site: Site, killed: Mention, checker: User, reviewer: User
) -> None:
    watched(checking, site, days=1)
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        factories.approved(killed, checker, reviewer)
        workers()
        assert (site.bodies, watching.expire(timezone.now())) == ([], 1)
    assert (Watch.objects.count(), Webhook.objects.count()) == (0, 0)


def test_a_key_that_was_revoked_and_a_login_without_a_role_are_told_nothing(
    checking: APIClient, site: Site, killed: Mention, checker: User, reviewer: User, desk_head: User
) -> None:
    watched(checking, site)
    checker.groups.clear()
    factories.approved(killed, reviewer, desk_head)
    workers()
    assert site.bodies == []
    checker.groups.set(reviewer.groups.all())
    keys.revoke(ApiKey.objects.get(owner=checker), by=checker)
    CheckedClaim.objects.update(told=False)
    workers()
    assert site.bodies == []


def test_what_is_held_back_is_told_once_it_is_not(
    checking: APIClient, site: Site, killed: Mention, checker: User, reviewer: User
) -> None:
    watched(checking, site)
    held = Article.objects.filter(pk=killed.claim.article_id)
    held.update(embargoed_until=timezone.now() + timedelta(hours=3))
    factories.approved(killed, checker, reviewer)
    workers()
    assert (site.bodies, Event.objects.filter(type=EventType.VERDICT_MATCHED).count()) == ([], 0)
    held.update(embargoed_until=timezone.now() - timedelta(seconds=1))
    workers()
    assert len(site.bodies) == 1


def test_a_reporter_hears_of_her_own_alone(
    reporting: APIClient, site: Site, killed: Mention, checker: User, reviewer: User, reporter: User
) -> None:
    watched(reporting, site)
    factories.approved(killed, checker, reviewer)
    workers()
    assert site.bodies == []
    Article.objects.filter(pk=killed.claim.article_id).update(created_by=reporter)
    CheckedClaim.objects.update(told=False)
    workers()
    assert len(site.bodies) == 1


def test_a_webhook_of_the_desk_is_for_those_who_look_after_them(
    checking: APIClient, api_of: Callable[..., APIClient], site: Site, killed: Mention, checker: User, reviewer: User,
    desk_head: User,
) -> None:  # fmt: skip
    hook = webhooks.add(site.address("/mine"), [EventType.FLAG_OPENED], by=desk_head)
    asked = {"text": TEXT, "webhook": hook.pk}
    assert checking.post(HERE, asked).status_code == 403
    assert api_of(desk_head, "read").post(HERE, asked).json()["code"] == "scope_missing"
    heading = api_of(desk_head)
    made = heading.post(HERE, asked)
    assert (made.status_code, made.json()["secret"]) == (201, None)
    factories.approved(killed, checker, reviewer)
    workers()
    assert Reader(hook.secret).verify(site.bodies[0], site.headers[0])["type"] == "verdict.matched"
    heading.delete(f"{HERE}/{made.json()['id']}")
    assert Webhook.objects.get() == hook


def test_nobody_else_is_told(
    checking: APIClient, api_of: Callable[..., APIClient], site: Site, killed: Mention, checker: User, reviewer: User,
    desk_head: User,
) -> None:  # fmt: skip
    site.pages["/all"] = body(b"heard")
    everything = webhooks.add(site.address("/all"), [], by=desk_head)
    watched(checking, site)
    factories.approved(killed, checker, reviewer)
    workers()
    types = {delivery.event.type for delivery in everything.deliveries.select_related("event")}
    assert ("verdict.approved" in types, "verdict.matched" in types) == (True, False)
    webhooks.replay(everything, after=0)
    assert not everything.deliveries.filter(event__type=EventType.VERDICT_MATCHED).exists()
    (mine,) = Webhook.objects.exclude(pk=everything.pk)
    assert webhooks.replay(mine, after=0) == 1
    listed = api_of(desk_head).get("/api/v1/events").json()["results"]
    assert "verdict.matched" not in {event["type"] for event in listed}


def test_there_is_an_end_to_them(checking: APIClient, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "MOST", 1)
    watched(checking, site)
    refused = checking.post(HERE, {"text": "9 died.", "url": site.address("/mine")})
    assert (refused.status_code, refused.json()["code"]) == (422, "too_many_watches")
    assert watched(checking, site)["secret"] is None  # the one that is there is no new one


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"text": "What a lovely day!"}, 422, "nothing_to_check"),
        # Not on the open internet, and no address at all.
        ({"url": "http://10.0.0.1/"}, 422, "fetch_refused"),
        ({"url": "ftp://example.org/"}, 422, "fetch_refused"),
        ({"url": ""}, 400, "invalid"),
        ({"webhook": 1}, 400, "invalid"),
        ({"days": 366}, 400, "invalid"),
        ({"text": ""}, 400, "invalid"),
        ({"text": "9 died. " * 300}, 400, "invalid"),
        ({"colour": "red"}, 400, "invalid"),
    ],
)
def test_what_cannot_be_watched(checking: APIClient, site: Site, asked: Any, status: int, code: str) -> None:
    answer = checking.post(HERE, {"text": TEXT, "url": site.address("/mine")} | asked)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (Watch.objects.count(), Webhook.objects.count()) == (0, 0)
