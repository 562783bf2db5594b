"""Runs: what is due is sent once, held by one, counted before it begins, and never lost."""

import threading
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connections

from claims.enums import RunState
from claims.errors import NotFailed
from claims.models import ExtractionRun
from claims.services import runs
from sources.models import ArticleVersion
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-04-15T12:00:00+00:00")


@pytest.fixture
def clock(settings: Any) -> Any:
    settings.RUN_LEASE, settings.RUN_ATTEMPTS, settings.SWEEP_EVERY = 100, 3, 10
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def _version(text: str = "Nine people died.") -> ArticleVersion:
    return factories.first_version(text)


def _run(**columns: Any) -> ExtractionRun:
    """A run that is due now, but for what is given."""
    return ExtractionRun.objects.create(**{"version": _version(), "engine_version": "0", "due_at": NOW} | columns)


def _held(until: datetime) -> dict[str, Any]:
    return {"state": RunState.RUNNING, "lease": uuid.uuid4(), "leased_until": until, "attempts": 1}


def _after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_a_version_is_due_once_an_engine(clock: Any) -> None:
    version = _version()
    runs.schedule(version.pk)
    runs.schedule(version.pk)
    run = ExtractionRun.objects.get()
    # The message was sent just now, so the sweep leaves it alone for two rounds.
    assert (run.state, run.attempts, run.due_at) == ("due", 0, _after(20))


def test_versions_that_nobody_made_due_are_found(clock: Any) -> None:
    forgotten, known = _version("Nine people died."), _version("Ten people died.")
    runs.schedule(known.pk)
    assert runs.schedule_missing() == 1
    assert ExtractionRun.objects.get(version=forgotten).due_at == NOW
    assert runs.schedule_missing() == 0


# Overdue: what was not sent lately and is due, or is held by a worker whose lease ended.
@pytest.mark.parametrize(
    ("columns", "overdue", "soon"),
    [
        ({}, True, False),
        ({"due_at": _after(1)}, False, True),
        ({**_held(_after(-1)), "due_at": _after(-1)}, True, False),
        ({**_held(NOW), "due_at": NOW}, True, False),
        ({**_held(_after(1)), "due_at": _after(-1)}, False, True),
        ({**_held(_after(-1)), "due_at": _after(1)}, False, True),
        ({"state": RunState.DONE, "finished_at": NOW}, False, False),
        ({"state": RunState.FAILED, "error": "no"}, False, False),
    ],
)
def test_overdue(clock: Any, columns: dict[str, Any], overdue: bool, soon: bool) -> None:
    run = _run(**columns)
    assert runs.overdue(10) == ([run.version_id] if overdue else [])
    # What was given to one caller is not given to the next until a whole lease has passed.
    assert runs.overdue(10) == []
    clock.shift(99)
    assert runs.overdue(10) == ([run.version_id] if soon else [])


def test_what_is_due_for_longest_comes_first(clock: Any) -> None:
    late, later, latest = (_run(due_at=_after(-seconds)) for seconds in (1, 3, 2))
    assert runs.overdue(2) == [later.version_id, latest.version_id]
    assert runs.overdue(2) == [late.version_id]


def test_a_lease_is_given_to_one(clock: Any) -> None:
    run = _run()
    lease = runs.take(run.pk)
    assert lease is not None
    assert (lease.run_id, lease.version_id) == (run.pk, run.version_id)
    run.refresh_from_db()
    assert (run.state, run.attempts, run.lease) == ("running", 1, lease.token)
    assert (run.leased_until, run.due_at, run.started_at) == (_after(100), _after(100), NOW)
    assert runs.take(run.pk) is None
    clock.shift(99)
    assert runs.take(run.pk) is None
    clock.shift(1)
    second = runs.take(run.pk)
    assert second is not None
    assert second.token != lease.token


# The holder of a lease finishes; who lost it, or comes a second time, changes nothing.
def test_only_the_holder_finishes(clock: Any) -> None:
    run = _run()
    lost = runs.take(run.pk)
    clock.shift(100)
    held = runs.take(run.pk)
    assert lost is not None
    assert held is not None
    assert not runs.finish(lost, parse=b"stale")
    runs.give_back(lost, ValueError("stale"))
    run.refresh_from_db()
    assert (run.state, run.error, bytes(run.parse)) == ("running", "", b"")
    assert runs.finish(held, parse=b"fresh")
    assert not runs.finish(held, parse=b"again")
    run.refresh_from_db()
    assert (run.state, run.lease, run.leased_until, run.finished_at) == ("done", None, None, _after(100))
    assert bytes(run.parse) == b"fresh"
    assert runs.take(run.pk) is None


def test_a_clock_that_goes_back_costs_delay_and_nothing_else(clock: Any) -> None:
    run, waiting, lost = _run(), _run(), _run()
    held = runs.take(run.pk)
    clock.shift(-3_600)
    assert held is not None
    assert (runs.take(run.pk), runs.overdue(10)) == (None, [])  # given to nobody a second time
    assert runs.finish(held, parse=b"")
    assert runs.take(waiting.pk) is not None  # a message that came is heard all the same
    clock.shift(3_600)
    assert runs.overdue(10) == [waiting.version_id, lost.version_id]  # its lease is long over, too


def test_an_error_is_kept_and_the_run_tried_again_a_little_later_each_time(clock: Any) -> None:
    run = _run()
    for attempt in (1, 2):
        lease = runs.take(run.pk)
        assert lease is not None
        runs.give_back(lease, ValueError("a\x00b" + "x" * 5_000))
        run.refresh_from_db()
        assert (run.state, run.lease, run.due_at) == ("due", None, _after(10 * attempt))
        assert run.error == ("ValueError: ab" + "x" * 5_000)[:1_999]
    last = runs.take(run.pk)
    assert last is not None
    runs.give_back(last, ValueError("no"))
    run.refresh_from_db()
    assert (run.state, run.attempts, run.error, run.finished_at) == ("failed", 3, "ValueError: no", NOW)
    assert runs.take(run.pk) is None


def test_a_text_that_kills_its_worker_is_given_up(clock: Any) -> None:
    run = _run()
    for _ in range(3):
        assert runs.take(run.pk) is not None
        clock.shift(100)
        assert runs.overdue(10) == [run.version_id]
    assert runs.take(run.pk) is None
    run.refresh_from_db()
    assert (run.state, run.attempts, run.error) == ("failed", 3, "The worker stopped in the middle, 3 times.")
    assert runs.overdue(10) == []


def test_a_failed_run_is_tried_again_by_hand(clock: Any) -> None:
    run = _run(state=RunState.FAILED, error="no", attempts=3, finished_at=NOW)
    runs.retry(run)
    run.refresh_from_db()
    assert (run.state, run.attempts, run.finished_at, run.due_at) == ("due", 0, None, _after(20))
    assert runs.take(run.pk) is not None


@pytest.mark.parametrize(
    "columns", [{}, _held(_after(9)), {"state": RunState.DONE, "finished_at": NOW}], ids=["due", "running", "done"]
)
def test_nothing_else_is_tried_again(clock: Any, columns: dict[str, Any]) -> None:
    with pytest.raises(NotFailed):
        runs.retry(_run(**columns))


def test_the_earliest_version_that_is_not_through(clock: Any) -> None:
    first = _version()
    versions = [first, *(factories.next_version(first.article, f"{n} people died.") for n in (10, 11, 12))]
    states = [RunState.DONE, RunState.FAILED, RunState.DUE, RunState.DUE]
    made = [factories.run(version, state, error="no") for version, state in zip(versions, states, strict=True)]
    found = [runs.first_unfinished(first.article_id, number) for number in (1, 2, 3, 4)]
    assert found == [None, None, made[2], made[2]]


def _at_once(count: int, act: Callable[[], object]) -> list[Any]:
    """What an act gives that runs several times at the same moment, each on a connection of its own."""
    start, results = threading.Barrier(count), []

    def run() -> None:
        try:
            start.wait(timeout=10)
            results.append(act())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(results) == count
    return results


@pytest.mark.django_db(transaction=True)
def test_two_sweeps_send_nothing_twice() -> None:
    made = sorted(_run(engine_version=f"test {n}").version_id for n in range(20))
    sent = _at_once(4, lambda: runs.overdue(10))
    sent.append(runs.overdue(20))
    assert sorted(version for share in sent for version in share) == made


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_one_has_the_lease() -> None:
    run = _run()
    leases = [lease for lease in _at_once(8, lambda: runs.take(run.pk)) if lease is not None]
    assert len(leases) == 1
    run.refresh_from_db()
    assert (run.attempts, run.lease) == (1, leases[0].token)


@pytest.mark.django_db(transaction=True)
def test_of_many_finishers_one_is_first() -> None:
    run = _run()
    lease = runs.take(run.pk)
    assert lease is not None
    assert sorted(_at_once(4, lambda: runs.finish(lease, parse=b"x"))) == [False, False, False, True]
