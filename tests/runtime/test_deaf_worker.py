"""A worker that no longer hears its broker ends itself; one that is slow or idle does not."""

import signal
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from claims import queries, tasks
from claims.models import BulkImport, Delivery, Event, ExtractionRun, GateJob, Webhook
from claims.services import runs
from factcheck.deaf_worker import Hearing
from tests import factories, processes

WORKER = ("-m", "celery", "-A", "factcheck", "worker", "--loglevel", "INFO")


# Patience 10 s; the worker last heard of a task at second 100.
@pytest.mark.parametrize(
    ("now", "oldest_due", "lost"),
    [
        (111, 11, True),
        (111, None, False),  # nothing waits: it is idle
        (111, 9, False),  # something has come just now: the message may be on its way
        (109, 500, False),  # a long queue, but it hears: it is slow
        (110, 10, False),  # not longer than the patience lasts
    ],
)
def test_a_deaf_worker_is_told_from_a_slow_and_an_idle_one(now: float, oldest_due: float | None, lost: bool) -> None:
    assert Hearing(patience=10, heard_at=100).is_lost(now=now, oldest_due=oldest_due) == lost


@pytest.fixture
def _lost_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """To a worker this is what a dead connection looks like."""
    monkeypatch.setattr(tasks, "send", lambda _: False)


def due_version() -> None:
    """A version that waits to be read."""
    factories.first_version("At least 40 people were hurt.")
    runs.schedule_missing()


@pytest.mark.faults
@pytest.mark.usefixtures("_lost_messages")
@pytest.mark.django_db(transaction=True)
def test_a_worker_that_hears_nothing_while_work_waits_ends(tmp_path: Path) -> None:
    log = tmp_path / "worker.log"
    arguments = (*WORKER, "-c", "1", "--include", "factcheck.deaf_worker")
    with processes.started(*arguments, log=log, RUN_LEASE="2") as worker:
        processes.wait_until(lambda: " ready." in log.read_text(), 60, "the worker is ready")
        assert worker.poll() is None
        due_version()
        assert worker.wait(30) == -signal.SIGKILL
    assert "worker_is_deaf" in log.read_text()


# Whatever workers do, not versions alone: on a quiet night calls of webhooks may be all that waits. Seconds ago: when a
# delivery was due, until when its address rested.
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "due", "rested", "waits"),
    [
        ({}, 300, None, 300),
        ({}, 300, 200, 200),  # it failed: until then nobody was to send it
        ({}, 300, -1, None),
        ({}, -1, None, None),
        ({"state": "delivered"}, 300, None, None),
    ],
)
def test_a_call_that_nobody_makes_is_work_that_waits(
    columns: dict[str, Any], due: int, rested: int | None, waits: float | None
) -> None:
    with time_machine.travel(factories.MORNING, tick=False):
        ago = {seconds: timezone.now() - timedelta(seconds=seconds) for seconds in (due, rested) if seconds is not None}
        hook = Webhook.objects.create(url="https://example.org/", secret="whsec_", resting_until=ago.get(rested))
        event = Event.objects.create(type="test")
        Delivery.objects.create(**{"webhook": hook, "event": event, "due_at": ago[due], **columns})
        assert queries.oldest_wait() == waits


@pytest.mark.django_db
def test_versions_imports_and_texts_for_the_gate_are_work_that_waits(desk_head: User) -> None:
    with time_machine.travel(factories.MORNING, tick=False) as clock:
        assert queries.oldest_wait() is None
        owned = {"due_at": timezone.now(), "sees_embargoed": False}
        GateJob.objects.create(asker=desk_head, published_at=timezone.now(), expires_at=timezone.now(), **owned)
        clock.shift(10)
        BulkImport.objects.create(owner=desk_head, lines=1, **owned)
        due_version()
        clock.shift(10)
        assert queries.oldest_wait() == 20
        GateJob.objects.update(state="done")
        assert queries.oldest_wait() == 10
        BulkImport.objects.update(state="done")
        assert queries.oldest_wait() == 10
        ExtractionRun.objects.update(state="done", finished_at=timezone.now())
        assert queries.oldest_wait() is None


@pytest.mark.django_db
def test_the_backlog_fails_only_when_a_version_waits_for_too_long(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("backlog", limit=0)
    assert capsys.readouterr().out == "Nothing waits.\n"
    due_version()
    call_command("backlog", limit=600)
    assert capsys.readouterr().out == "The oldest version has been waiting for 0 s.\n"
    with pytest.raises(CommandError, match=r"waiting for 0 s; 0 s are allowed"):
        call_command("backlog", limit=0)
