"""Imports: many articles handed over in one piece, recorded line by line by whichever worker is alive."""

import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from claims.enums import LineState, RunState
from claims.models import BulkImport, ImportLine
from claims.services import leases
from claims.services.import_lines import Line, LineRefused, record, written
from sources.permissions import sees_embargoed

log = structlog.get_logger(__name__)

# So many lines are recorded in one turn of a worker, or for so many seconds; then others have theirs.
BATCH, SECONDS = 50, 10.0
# A line that ended its worker twice is given up before the whole import is.
MOST_TRIES = 2
DETAIL = 1_000


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is refused as it stands. pointer: to the part of it, as a JSON pointer."""

    code: str
    pointer: str
    detail: str


class LeaseLost(Exception):
    """Somebody else took the import over; the line that this worker recorded must not be stored."""


def start(lines: Sequence[tuple[int, Line | Unreadable]], *, by: User) -> BulkImport:
    """An import whose lines are due. Each with its number as it was sent."""
    with transaction.atomic():
        bulk = BulkImport.objects.create(
            owner=by, sees_embargoed=sees_embargoed(by), lines=len(lines), due_at=leases.next_send()
        )
        ImportLine.objects.bulk_create([_row(bulk, number, line) for number, line in lines], batch_size=500)
    return bulk


def carry_out(pk: int) -> bool:
    """Records the lines that are due, as many as belong in one turn. True where another turn is needed."""
    lease = leases.take(BulkImport, pk)
    if lease is None:
        return False
    bulk = BulkImport.objects.select_related("owner").get(pk=pk)
    if not bulk.sees_embargoed:
        setattr(bulk.owner, "key_scopes", frozenset())  # noqa: B010  # as the API notes it: good for nothing held back
    until = time.monotonic() + SECONDS
    try:
        for _ in range(BATCH):
            row = bulk.rows.filter(state=LineState.DUE).order_by("number").first()
            if row is None:
                leases.finish(BulkImport, pk, lease)
                return False
            _record(row, bulk, lease)
            if time.monotonic() > until:
                break
    except LeaseLost:
        log.warning("lease_lost", bulk=pk)
        return False
    except Exception as error:
        log.exception("import_failed", bulk=pk)
        leases.give_back(BulkImport, pk, lease, error)
        return False
    leases.wait(BulkImport, pk, lease)
    return True


def _row(bulk: BulkImport, number: int, line: Line | Unreadable) -> ImportLine:
    if isinstance(line, Unreadable):
        return ImportLine(
            bulk=bulk,
            number=number,
            state=LineState.FAILED,
            code=line.code,
            pointer=line.pointer[:300],
            detail=line.detail[:DETAIL],
        )
    return ImportLine(bulk=bulk, number=number, content=written(line))


def _record(row: ImportLine, bulk: BulkImport, lease: uuid.UUID) -> None:
    """One line, with its outcome, in one transaction. What is refused is noted with the line and stops no other."""
    if row.tries >= MOST_TRIES:
        _settle(row, bulk, lease, code="internal_error", detail="The worker stopped in the middle of this line, twice.")
        return
    ImportLine.objects.filter(pk=row.pk).update(tries=F("tries") + 1)
    try:
        with transaction.atomic():
            article, created = record(row.content, by=bulk.owner)
            _settle(row, bulk, lease, article=article, created=created)
    except LineRefused as error:
        _settle(row, bulk, lease, code=error.refusal.code, pointer=error.pointer, detail=str(error)[:DETAIL])
    except (LeaseLost, SystemExit, KeyboardInterrupt):
        raise
    except Exception as error:
        if row.tries + 1 < MOST_TRIES:
            raise
        log.exception("import_line_failed", bulk=bulk.pk, number=row.number)
        _settle(row, bulk, lease, code="internal_error", detail=f"{type(error).__name__}: {error}"[:DETAIL])


def _settle(row: ImportLine, bulk: BulkImport, lease: uuid.UUID, **found: Any) -> None:
    """Notes what became of a line, and that the worker is alive. Raises LeaseLost."""
    state = LineState.FAILED if found.get("code") else LineState.DONE
    until = timezone.now() + leases.lease_time()
    with transaction.atomic():
        held = BulkImport.objects.filter(pk=bulk.pk, state=RunState.RUNNING, lease=lease)
        if not held.update(leased_until=until, due_at=until, attempts=1):
            raise LeaseLost
        ImportLine.objects.filter(pk=row.pk, state=LineState.DUE).update(state=state, content=None, **found)
