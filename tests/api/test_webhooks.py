"""Webhooks by API: who may, what is told of a secret, what comes again."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from claims.models import Webhook
from claims.services import events, webhooks
from sources.models import KeptAnswer
from tests import factories
from tests.sites import LOOPBACK, Site, body

pytestmark = pytest.mark.django_db
AddressOf = Callable[[User], APIClient]


@pytest.fixture(autouse=True)
def _may_call_loopback(settings: Any, site: Site) -> None:
    settings.CALL_NETWORKS = (LOOPBACK,)
    settings.CALL_PORTS = frozenset({site.port})
    site.pages["/"] = body(b"heard")


@pytest.fixture
def heading(api_of: AddressOf, desk_head: User) -> APIClient:
    return api_of(desk_head)


@pytest.fixture
def hook(site: Site, desk_head: User) -> Webhook:
    return webhooks.add(site.address("/"), [], by=desk_head)


def test_it_is_added_with_a_secret_that_is_told_once(heading: APIClient, site: Site) -> None:
    asked = {"url": site.address("/"), "types": ["flag.opened", "flag.opened"]}
    answer = heading.post("/api/v1/webhooks", asked)
    made = Webhook.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (201, f"http://testserver/api/v1/webhooks/{made.pk}")
    assert (answer.json()["secret"], answer.json()["types"]) == (made.secret, ["flag.opened"])
    for path in ("/api/v1/webhooks", f"/api/v1/webhooks/{made.pk}"):
        assert made.secret not in heading.get(path).content.decode()
    rotated = heading.post(f"/api/v1/webhooks/{made.pk}/rotate").json()
    assert rotated["secret"] not in {made.secret, ""}
    assert rotated["earlier_secret_until"] is not None


def test_an_answer_that_is_kept_for_its_idempotency_key_is_kept_encrypted(heading: APIClient, site: Site) -> None:
    first, again = (
        heading.post("/api/v1/webhooks", {"url": site.address("/")}, headers={"Idempotency-Key": "one"})
        for _ in range(2)
    )
    assert (first.status_code, again.json()) == (201, first.json())
    kept = bytes(KeptAnswer.objects.get().body)
    assert [one for one in (b"whsec", b"secret", site.address("/").encode()) if one in kept] == []


@pytest.mark.parametrize("who", ["reporter", "checker", "reviewer", "stranger"])
def test_others_neither_see_nor_change_them(
    who: str, hook: Webhook, api_of: AddressOf, request: pytest.FixtureRequest
) -> None:
    client = api_of(request.getfixturevalue(who))
    one = f"/api/v1/webhooks/{hook.pk}"
    asked = [client.get("/api/v1/webhooks"), client.get(one), client.get(f"{one}/deliveries"), client.delete(one)]
    asked += [client.post(f"{one}/{act}", {"after": 0}) for act in ("rotate", "test", "replay")]
    asked += [client.post("/api/v1/webhooks", {"url": hook.url})]
    assert {answer.status_code for answer in asked} == {403}
    assert not any(hook.url in answer.content.decode() for answer in asked)
    assert Webhook.objects.get().secret == hook.secret


# What is wrong, and the code.
@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({"url": "http://10.0.0.1:22/"}, 422, "fetch_refused"),
        ({"url": "javascript:alert(1)"}, 422, "fetch_refused"),
        ({"url": "https://example.org/", "types": ["rumour"]}, 400, "invalid"),
        ({"url": "https://example.org/", "secret": "whsec_mine"}, 400, "invalid"),
        ({}, 400, "invalid"),
    ],
)
def test_what_cannot_be_told_is_refused(given: Any, status: int, code: str, heading: APIClient) -> None:
    answer = heading.post("/api/v1/webhooks", given)
    assert (answer.status_code, answer.json()["code"], Webhook.objects.count()) == (status, code, 0)


def test_a_test_event_and_its_delivery(heading: APIClient, hook: Webhook) -> None:
    answer = heading.post(f"/api/v1/webhooks/{hook.pk}/test")
    assert (answer.status_code, answer.json()["type"], answer.json()["sequence"]) == (202, "test", 1)
    webhooks.deliver_due()
    (delivery,) = heading.get(f"/api/v1/webhooks/{hook.pk}/deliveries").json()["results"]
    assert (delivery["event"], delivery["state"], delivery["sequence"]) == (answer.json()["id"], "delivered", 1)
    assert [(tried["status"], tried["answer"]) for tried in delivery["attempts"]] == [(200, "heard")]


def test_what_was_missed_comes_again(heading: APIClient, hook: Webhook, site: Site) -> None:
    for _ in range(3):
        events.version_recorded(factories.first_version("Nothing to count."))
    events.number()
    webhooks.deliver_due()
    before = len(site.bodies)
    last = heading.get("/api/v1/events").json()["results"][-1]["sequence"]
    answer = heading.post(f"/api/v1/webhooks/{hook.pk}/replay", {"after": last - 2})
    assert (answer.status_code, answer.json()) == (202, {"events": 2})
    webhooks.deliver_due()
    assert len(site.bodies) == before + 2
    webhooks.switch_off(hook, "A holiday.")
    refused = heading.post(f"/api/v1/webhooks/{hook.pk}/replay", {"after": 0})
    assert (refused.status_code, refused.json()["code"]) == (422, "not_deliverable")


def test_it_is_removed_with_its_log(heading: APIClient, hook: Webhook) -> None:
    webhooks.send_test(hook, by=hook.created_by)
    assert heading.delete(f"/api/v1/webhooks/{hook.pk}").status_code == 204
    assert heading.get(f"/api/v1/webhooks/{hook.pk}").status_code == 404
    assert heading.get(f"/api/v1/webhooks/{hook.pk}/deliveries").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_log_costs_the_same_for_one_and_for_three(
    count: int, heading: APIClient, hook: Webhook, django_assert_max_num_queries: Any
) -> None:
    for _ in range(count):
        webhooks.send_test(hook, by=hook.created_by)
    webhooks.deliver_due()
    with django_assert_max_num_queries(9):
        assert len(heading.get(f"/api/v1/webhooks/{hook.pk}/deliveries").json()["results"]) == count
