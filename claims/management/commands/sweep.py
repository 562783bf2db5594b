"""manage.py sweep: finds versions and deliveries that are due and that no message speaks of, and says "look" again."""

import signal
import threading
import time
from typing import Any

import structlog
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from claims import tasks
from claims.models import BulkImport, GateJob
from claims.services import checked, events, gate_jobs, leases, runs, watching, webhooks
from sources.services import kept_answers

log = structlog.get_logger(__name__)

# At most so many messages a round; the next round sends the rest.
ROUND = 500
# How long the database is listened to before a look at whether to stop.
PATIENCE = 0.5


class Command(BaseCommand):
    help = "Send every version that is due and was not sent lately to the workers, again and again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="one round, then stop")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            self.stdout.write(f"{sweep()} sent.")
            return
        stopped = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stopped.set())
        while not stopped.is_set():
            close_old_connections()
            try:
                listen(stopped, settings.SWEEP_EVERY)
                sweep()
            except DatabaseError as error:
                log.warning("sweep_without_database", error=str(error))
                connection.close()
                stopped.wait(settings.SWEEP_EVERY)


def listen(stopped: threading.Event, seconds: float) -> None:
    """Waits for the next round, and meanwhile sends events on their way as soon as the database says that there are."""
    until = time.monotonic() + seconds
    while not stopped.is_set() and (left := until - time.monotonic()) > 0:
        if events.heard(min(left, PATIENCE)):
            announce()


def announce() -> None:
    """Numbers the events that committed, and has the deliveries that are due sent, and new verdicts read."""
    while events.number() == events.ROUND:
        pass
    if webhooks.due():
        tasks.send_deliveries()
    if checked.due() or watching.due():
        tasks.send_verdicts()


def sweep() -> int:
    """One round: makes due what never was, sends what is overdue. Gives the number of messages sent."""
    runs.schedule_missing()
    watching.expire(timezone.now())
    announce()
    tasks.send_audit()
    sent = [tasks.send(version_id) for version_id in runs.overdue(ROUND)]
    sent += [tasks.send_gate_job(job_id) for job_id in leases.overdue(GateJob, ROUND)]
    sent += [tasks.send_import(bulk_id) for bulk_id in leases.overdue(BulkImport, ROUND)]
    gate_jobs.forget_expired()
    kept_answers.forget_old()
    if sent:
        log.info("swept", sent=sum(sent), unsent=len(sent) - sum(sent))
    return sum(sent)
