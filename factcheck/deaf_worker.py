"""Ends a worker that hears nothing while work waits, so that whoever started it starts a new one.

A worker may go deaf when its broker goes away and comes back: the process lives, the connection does not
(seen with celery 5.7). No look from outside can tell, but the database can: work waits for longer than
a lease, the sweep has spoken of them again and again, and this worker has not heard a word. A worker that
is merely slow hears; one without work has nobody waiting.

A worker loads this with `--include factcheck.deaf_worker`.
"""

import os
import signal
import threading
import time
from dataclasses import dataclass, field

import structlog
from celery.signals import task_received, worker_ready
from django.conf import settings
from django.db import DatabaseError, connection

from claims import queries

LOOKS_PER_LEASE = 4

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Hearing:
    """When this worker last heard of a task. Times are in seconds, of a clock that only goes forward."""

    patience: float
    heard_at: float = field(default_factory=time.monotonic)

    def is_lost(self, *, now: float, oldest_due: float | None) -> bool:
        """Whether work has been waiting, and nothing been heard, for longer than the patience lasts."""
        return oldest_due is not None and oldest_due > self.patience and now - self.heard_at > self.patience


_hearing = Hearing(settings.RUN_LEASE)


@task_received.connect
def _heard(**_: object) -> None:
    _hearing.heard_at = time.monotonic()


@worker_ready.connect
def _begin(**_: object) -> None:
    _hearing.heard_at = time.monotonic()
    threading.Thread(target=_watch, name="deaf-worker", daemon=True).start()


def _watch() -> None:
    pause = threading.Event()
    while not pause.wait(_hearing.patience / LOOKS_PER_LEASE):
        try:
            oldest_due = queries.oldest_wait()
        except DatabaseError:
            continue  # not a matter of hearing
        finally:
            connection.close()
        if _hearing.is_lost(now=time.monotonic(), oldest_due=oldest_due):
            log.critical("worker_is_deaf", oldest_due_seconds=oldest_due)
            os.kill(os.getpid(), signal.SIGKILL)  # it may not hear a gentler word either
