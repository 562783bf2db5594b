"""The worker dies amid deliveries: every event reaches the receiver, each under one id, and none stays due."""

import json
import threading
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from claims.models import Delivery, Event
from claims.services import events, webhooks
from factcheck.celery import app
from tests import factories, processes
from tests.sites import LOOPBACK, Site

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
COUNT = 12


class Receiver:
    """Answers the first few at once; then holds a delivery open, until it is let go."""

    def __init__(self, prompt: int) -> None:
        self.prompt = prompt
        self.held, self.go_on = threading.Event(), threading.Event()
        self.lock = threading.Lock()

    def __call__(self, handler: Any) -> None:
        with self.lock:
            self.prompt -= 1
            waits = self.prompt < 0
        if waits:
            self.held.set()
            self.go_on.wait(60)
        handler.send_response(200)
        handler.send_header("Content-Length", "0")
        handler.end_headers()


def _states() -> set[str]:
    connection.close()
    return set(Delivery.objects.values_list("state", flat=True))


def test_every_event_arrives_although_the_worker_is_killed(
    tmp_path: Path, site: Site, desk_head: User, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.control.purge()
    settings.CALL_NETWORKS, settings.CALL_PORTS = (LOOPBACK,), frozenset({site.port})
    receiver = site.pages["/"] = Receiver(prompt=4)
    hook = webhooks.add(site.address("/"), [], by=desk_head)
    version = factories.first_version("Nothing to count.")
    Event.objects.all().delete()
    for _ in range(COUNT):
        events.version_recorded(version)
    calls = {"CALL_NETWORKS": str(LOOPBACK), "CALL_PORTS": str(site.port), "SWEEP_EVERY": "0.2"}
    with processes.sweep(tmp_path / "sweep.log", **calls):
        with processes.worker(tmp_path / "worker.log", **calls) as process:
            assert receiver.held.wait(60), "no delivery was under way"
            processes.kill(process)
        assert _states() == {"delivered", "due"}, "the kill came too late to prove anything"
        receiver.go_on.set()
        Delivery.objects.filter(state="due").update(due_at=version.captured_at)  # a minute's lease is not waited for
        with processes.worker(tmp_path / "worker.log", **calls):
            processes.wait_until(lambda: _states() == {"delivered"}, 60, "all delivered")
    ids = defaultdict(set)
    for headers, sent in zip(site.headers, site.bodies, strict=True):
        ids[json.loads(sent)["sequence"]].add(headers["webhook-id"])
    expected = {event.sequence: {f"msg_{event.uid.hex}"} for event in Event.objects.all()}
    assert len(expected) == COUNT
    assert ids == expected
    assert len(site.bodies) > COUNT, "what was cut off comes again"
    assert hook.deliveries.count() == COUNT
