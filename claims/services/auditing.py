"""Looks at the whole audit trail: asked for by people, by the sweep once a day, and by `manage.py verify_audit`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import chain

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from claims.models import AuditCheck
from claims.queries import audit

EVERY = timedelta(days=1)
# A look that a worker was told of and that is not finished by then was lost.
LOST_AFTER = timedelta(minutes=10)
# So many faults are kept in words; how many there were is counted all the same.
KEPT = 50


def ask(*, by: User | None = None) -> AuditCheck:
    """Has the trail looked at; one look that is waiting already is enough."""
    waiting = AuditCheck.objects.filter(finished_at=None).first()
    return waiting or AuditCheck.objects.create(by=by)


def due() -> AuditCheck | None:
    """The look that workers are to be told of now, marked as sent; None where none is.

    Where nobody has looked for a day, that is asked for.
    """
    now = timezone.now()
    if not AuditCheck.objects.filter(Q(finished_at=None) | Q(finished_at__gt=now - EVERY)).exists():
        ask()
    unsent = Q(sent_at=None) | Q(sent_at__lt=now - LOST_AFTER)
    found = AuditCheck.objects.filter(unsent, finished_at=None).first()
    if found is None or not AuditCheck.objects.filter(unsent, pk=found.pk).update(sent_at=now):
        return None
    return found


def look(check: AuditCheck) -> AuditCheck:
    """Works the chain out anew and compares it with the rows; keeps what was found. One that is finished stays."""
    if check.finished_at is None:
        with one_picture():
            end = audit.head()
            found = list(faults())
        finish(check, end, found)
    return check


def finish(check: AuditCheck, end: audit.Head, found: list[audit.Fault]) -> None:
    """Keeps what a look found. end: of the trail, when it was looked at."""
    check.seq, check.hash, check.total = end.seq, end.hash, len(found)
    check.faults = [{"seq": fault.seq, "words": fault.words} for fault in found[:KEPT]]
    check.finished_at = timezone.now()
    check.save()


def faults(
    *, expect: audit.Head | None = None, told: Callable[[int], None] = lambda seq: None
) -> Iterator[audit.Fault]:
    """Whatever is wrong with the trail, its rows and its triggers; arguments as of `chain_faults`."""
    return chain(audit.chain_faults(expect=expect, told=told), audit.row_faults(), audit.trigger_faults())


@contextmanager
def one_picture() -> Iterator[None]:
    """A transaction in which the database stands still while the desk goes on; inside of another one it is that one."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
