"""The database and the broker go away under a working desk and come back: a delay, and nothing lost or doubled."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from claims.models import ContradictionFlag, Delivery, DeliveryAttempt, Event, ExtractionRun
from claims.services import events, webhooks
from factcheck import embedded
from factcheck.supervise import Part, Supervisor
from tests import factories, processes
from tests.faults.test_deliveries import Receiver
from tests.faults.test_worker_killed import expected, places, recorded
from tests.sites import LOOPBACK, Site

pytestmark = [pytest.mark.faults, pytest.mark.usefixtures("there"), pytest.mark.django_db(transaction=True)]
WORKER = ("-m", "celery", "-A", "factcheck", "worker", "-c", "1", "--loglevel", "INFO")
COUNT = 12


@pytest.fixture
def begin(tmp_path: Path, site: Site, there: None) -> Iterator[Callable[[], Supervisor]]:
    """Starts a worker and a sweep that are looked after, as `manage.py workbench` has them."""
    calls = {"CALL_NETWORKS": str(LOOPBACK), "CALL_PORTS": str(site.port), "SWEEP_EVERY": "0.2", "RUN_LEASE": "12"}
    desk = Supervisor(str(tmp_path), processes.environment(**calls), processes.ROOT, tmp_path, lambda _: None)
    worker = (*WORKER, "--without-gossip", "--without-mingle", "--include", "factcheck.deaf_worker")

    def begin() -> Supervisor:
        desk.start(Part("worker", (sys.executable, *worker)))
        desk.start(Part("sweep", (sys.executable, "manage.py", "sweep")))
        return desk

    yield begin
    desk.stop(impatient=lambda: True)


def _wait(desk: Supervisor, holds: Callable[[], bool], seconds: float, what: str) -> None:
    """Waits for a condition; a part that ends meanwhile is started again."""

    def looked_after() -> bool:
        desk.look_after()
        connection.close()
        return holds()

    processes.wait_until(looked_after, seconds, what)


def _states(kind: type[ExtractionRun] | type[Delivery]) -> Counter[str]:
    return Counter(kind._default_manager.values_list("state", flat=True))


def test_a_database_that_is_restarted_costs_delay_and_no_claim(
    servers: embedded.Servers, begin: Callable[[], Supervisor]
) -> None:
    versions = recorded(6)
    desk = begin()
    _wait(desk, lambda: _states(ExtractionRun)["done"] >= 2, 60, "two versions done")
    servers.postgres.stop()
    servers.postgres.start()
    servers.postgres.wait()
    connection.close()
    assert _states(ExtractionRun)["done"] < 6, "the restart came too late to prove anything"
    now = timezone.now()
    ExtractionRun.objects.filter(state="running").update(leased_until=now, due_at=now)  # a lease is not waited for

    _wait(desk, lambda: _states(ExtractionRun) == {"done": 6}, 90, "all versions done")
    for version in versions:
        assert places(version) == expected(version)
    assert set(Counter(ContradictionFlag.objects.values_list("a", "b", "rule")).values()) <= {1}
    assert Event.objects.filter(type="version.processed").count() == 6


def test_a_broker_that_goes_away_costs_delay_and_no_delivery(
    servers: embedded.Servers, begin: Callable[[], Supervisor], site: Site, desk_head: User, settings: Any
) -> None:
    settings.CALL_NETWORKS, settings.CALL_PORTS = (LOOPBACK,), frozenset({site.port})
    receiver = site.pages["/"] = Receiver(prompt=4)
    webhooks.add(site.address("/"), [], by=desk_head)
    version = factories.first_version("Nothing to count.")
    ExtractionRun.objects.update(state="done", finished_at=timezone.now())
    Event.objects.all().delete()

    def happen() -> None:
        for _ in range(COUNT):
            events.version_recorded(version)

    def turns() -> int:
        return desk.log("worker").read_text().count("succeeded")

    happen()
    desk = begin()
    assert receiver.held.wait(60), "no delivery was under way"
    before = turns()
    servers.valkey.stop()
    receiver.go_on.set()
    _wait(desk, lambda: turns() > before, 60, "the turn that was under way is over")
    happen()
    _wait(desk, lambda: Delivery.objects.count() == 2 * COUNT, 60, "all have their place")
    assert _states(Delivery)["due"] >= COUNT, "the broker was not away"
    servers.valkey.start()
    servers.valkey.wait()

    _wait(desk, lambda: _states(Delivery) == {"delivered": 2 * COUNT}, 90, "all delivered")
    arrived = [json.loads(sent)["sequence"] for sent in site.bodies]
    first = Event.objects.order_by("id").first()
    assert first is not None
    assert list(Event.objects.order_by("id").values_list("sequence", flat=True)) == arrived
    assert arrived == list(range(first.sequence, first.sequence + 2 * COUNT))
    assert list(DeliveryAttempt.objects.values_list("status", flat=True)) == [200] * len(arrived)
