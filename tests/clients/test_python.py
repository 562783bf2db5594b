"""The Python client against a running workbench."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer

from claims.models import Webhook
from claims.services import checked, events, imports, pipeline, streams, watching, webhooks
from factcheck_client import Client, NotGenuine, Problem, verified
from sources.models import ArticleVersion
from tests import factories
from tests.processes import wait_until
from tests.sites import LOOPBACK, Site, body

FIRST = "12 passengers were killed when a ferry burned, the coastguard said."


@pytest.fixture
def desk(live_server: LiveServer, checker: User) -> Iterator[Client]:
    with Client(live_server.url + "/", factories.key(checker)) as client:
        yield client


@pytest.mark.django_db(transaction=True)
def test_an_article_is_pushed_and_its_claims_are_read(desk: Client) -> None:
    added = desk.add_article(title="Ferry fire", text=FIRST, source="Tidewater Ledger", story="Ferry fire")
    newer = desk.push_version(added["id"], text=FIRST.replace("12", "14"), note="A new count.")
    again = desk.push_version(added["id"], text=FIRST.replace("12", "14"))
    assert [(one["number"], one["created"]) for one in (newer, again)] == [(2, True), (2, False)]
    for version in ArticleVersion.objects.order_by("number"):  # the worker's part
        pipeline.bring_up_to(version.pk)
    (claim,) = [claim for claim in desk.claims(article=added["id"]) if claim["kind"] == "figure"]
    assert (claim["state"], claim["mention"]["figure"]["low"]) == ("recheck", "14")
    assert desk.claim(claim["id"])["status"]["latest_version"] == 2


@pytest.mark.django_db(transaction=True)
def test_lists_are_read_on_from_page_to_page(desk: Client) -> None:
    made = [factories.first_version(f"Nothing to count, {n}.", source=f"Paper {n}").article_id for n in range(3)]
    assert [one["id"] for one in desk.pages("/articles", limit=1, order="id")] == made


@pytest.mark.django_db(transaction=True)
def test_a_refusal_says_which_and_why(desk: Client, live_server: LiveServer) -> None:
    with pytest.raises(Problem) as refused:
        desk.push_version(10**6, text="x")
    assert (refused.value.status, refused.value.code) == (404, "not_found")
    with pytest.raises(Problem) as refused:
        list(desk.claims(kind="rumour"))
    assert [one["field"] for one in refused.value.errors] == ["kind"]
    with Client(live_server.url, "fcw_none") as stranger, pytest.raises(Problem) as refused:
        stranger.claim(1)
    assert refused.value.status == 401


@pytest.mark.django_db(transaction=True)
def test_words_are_looked_up(desk: Client, checker: User, reviewer: User) -> None:
    killed = factories.figure(factories.first_version(FIRST), "12 passengers were killed", "12", 12, 12)
    factories.approved(killed, checker, reviewer)
    checked.complete()  # the worker's part
    (differs,) = desk.match("9 passengers were killed when a ferry burned.")["claims"]
    assert [(hit["claim"], hit["relation"]) for hit in differs["matches"]] == [(killed.claim_id, "differs")]
    (same,) = desk.status(text="12 passengers were killed when a ferry burned.")["claims"]
    assert same["status"]["checked"] is True


@pytest.mark.django_db(transaction=True)
def test_words_are_watched(desk: Client, checker: User, reviewer: User, site: Site, settings: Any) -> None:
    settings.CALL_NETWORKS, settings.CALL_PORTS = (LOOPBACK,), frozenset({site.port})
    site.pages["/"] = body(b"")
    watch = desk.watch("9 passengers were killed when a ferry burned.", site.address("/"), days=7)
    assert [one["id"] for one in desk.watches()] == [watch["id"]]
    killed = factories.figure(factories.first_version(FIRST), "12 passengers were killed", "12", 12, 12)
    factories.approved(killed, checker, reviewer)
    checked.complete()  # the workers' part
    watching.tell()
    events.number()
    webhooks.deliver_due()
    (match,) = verified(site.bodies[0], site.headers[0], watch["secret"])["data"]["matches"]
    assert (match["claim"], match["relation"]) == (killed.claim_id, "differs")
    desk.unwatch(watch["id"])
    assert list(desk.watches()) == []


@pytest.mark.django_db(transaction=True)
def test_a_desk_head_lets_a_text_out_that_the_gate_stops(live_server: LiveServer, desk_head: User) -> None:
    version = factories.first_version(FIRST)
    factories.figure(version, "12 passengers were killed", "12", 12, 12)
    with Client(live_server.url, factories.key(desk_head)) as desk:
        stopped = desk.gate(article=version.article_id)
        assert (stopped["answer"], stopped["reasons"]) == ("stop", ["mostly_unchecked"])
        made = desk.override_gate(article=version.article_id, basis=stopped["basis"], reason="They confirmed it.")
        assert desk.gate(article=version.article_id)["override"] == made
        assert desk.withdraw_override(made["id"])["withdrawn_at"] is not None
        assert desk.gate(article=version.article_id)["answer"] == "stop"


@pytest.mark.django_db(transaction=True)
def test_articles_are_imported_once(live_server: LiveServer, desk_head: User) -> None:
    lines = [
        {"title": "Ferry fire", "text": "Nothing to count.", "source": {"name": "Tidewater Ledger"}},
        {"title": "No text", "source": {"name": "Tidewater Ledger"}},
    ]
    with Client(live_server.url, factories.key(desk_head)) as desk:
        begun = desk.import_articles(lines, idempotency_key="the-archive")
        assert desk.import_articles(lines, idempotency_key="the-archive") == begun
        while imports.carry_out(begun["id"]):  # the worker's part
            pass
        found = desk.import_state(begun["id"])
        assert (found["state"], found["done"], found["failed"]) == ("done", 1, 1)
        assert [(one["number"], one["pointer"]) for one in desk.import_lines(begun["id"], state="failed")] == [
            (2, "/text")
        ]


@pytest.mark.django_db(transaction=True)
def test_what_happens_is_followed(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "HEARTBEAT", 0.1)
    events.version_recorded(factories.first_version("Nothing to count."))
    events.number()
    listed = list(desk.events(types=["version.recorded"]))
    following = desk.follow(types=["version.recorded"])
    assert [next(following) for _ in listed] == listed
    following.close()
    wait_until(lambda: streams.HUB.open == 0 and streams.HUB.listener is None, 10, "no stream is open")


@pytest.mark.django_db
def test_a_call_is_told_from_one_that_is_made_up(site: Site, desk_head: User, settings: Any) -> None:
    settings.CALL_NETWORKS, settings.CALL_PORTS = (LOOPBACK,), frozenset({site.port})
    site.pages["/"] = body(b"")
    hook = webhooks.add(site.address("/"), [], by=desk_head)
    webhooks.rotate(hook, by=desk_head)
    webhooks.send_test(hook, by=desk_head)
    webhooks.deliver_due()
    hook = Webhook.objects.get()
    sent, headers = site.bodies[0], site.headers[0]
    for secret in (hook.secret, hook.earlier_secret):
        assert verified(sent, headers, secret) == json.loads(sent)
    at = int(headers["webhook-timestamp"])
    # Another body, another id, a kept call, no signature, another's secret.
    for made_up in (
        (sent + b" ", headers, hook.secret, at),
        (sent, headers | {"webhook-id": "msg_other"}, hook.secret, at),
        (sent, headers, hook.secret, at + 301),
        (sent, {}, hook.secret, at),
        (sent, headers, "whsec_" + "A" * 44, at),
    ):
        with pytest.raises(NotGenuine):
            verified(*made_up[:3], now=made_up[3])
