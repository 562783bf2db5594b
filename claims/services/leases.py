"""Who works on what is due, for anything that is `Leased`: versions, jobs of the gate, imports.

Rows change by compare-and-set on the lease, so that two workers, two sweeps or a message that came twice cannot both
win. What is found is stored with `finish`, in the caller's transaction. See docs/operations.md, "Why a message may be
lost".
"""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from claims.enums import RunState
from claims.models.leased import Leased

UNFINISHED = (RunState.DUE, RunState.RUNNING)
# An error is shown to people; a traceback of a megabyte is not.
ERROR_LENGTH = 2_000


def next_send() -> datetime:
    """When the sweep may send a message that was sent just now."""
    return timezone.now() + timedelta(seconds=max(settings.SWEEP_EVERY * 2, 1))


def lease_time() -> timedelta:
    """For how long a worker holds what it took."""
    return timedelta(seconds=settings.RUN_LEASE)


def take(kind: type[Leased], pk: Any, **begun: Any) -> uuid.UUID | None:
    """The lease on a row; None where it is finished, somebody holds it, or it failed too often and is given up.

    begun: other columns that are kept with it.
    """
    now = timezone.now()
    free = _rows(kind).filter(pk=pk).filter(Q(state=RunState.DUE) | Q(state=RunState.RUNNING, leased_until__lte=now))
    token, until = uuid.uuid4(), now + lease_time()
    taken = free.filter(attempts__lt=settings.RUN_ATTEMPTS).update(
        state=RunState.RUNNING, attempts=F("attempts") + 1, lease=token, leased_until=until, due_at=until, **begun
    )
    if taken:
        return token
    free.filter(attempts__gte=settings.RUN_ATTEMPTS).update(
        state=RunState.FAILED,
        lease=None,
        leased_until=None,
        finished_at=now,
        error=f"The worker stopped in the middle, {settings.RUN_ATTEMPTS} times.",
    )
    return None


def finish(kind: type[Leased], pk: Any, lease: uuid.UUID, **found: Any) -> bool:
    """Marks a row done, with what was found. False where the lease is lost: then nothing may be committed."""
    changed: int = _held(kind, pk, lease).update(
        state=RunState.DONE, lease=None, leased_until=None, finished_at=timezone.now(), error="", **found
    )
    return changed == 1


def wait(kind: type[Leased], pk: Any, lease: uuid.UUID) -> None:
    """Due again a little later, and not a failed attempt: something else has to come first, or there is more to do."""
    _held(kind, pk, lease).update(
        state=RunState.DUE, lease=None, leased_until=None, due_at=next_send(), attempts=F("attempts") - 1
    )


def give_back(kind: type[Leased], pk: Any, lease: uuid.UUID, error: Exception) -> None:
    """After an error: due again, a little later each time, where tries are left; else failed with its words."""
    words = f"{type(error).__name__}: {error}"[:ERROR_LENGTH].replace("\x00", "")
    held, now = _held(kind, pk, lease), timezone.now()
    again = held.filter(attempts__lt=settings.RUN_ATTEMPTS).update(
        state=RunState.DUE,
        lease=None,
        leased_until=None,
        due_at=now + F("attempts") * timedelta(seconds=settings.SWEEP_EVERY),
        error=words,
    )
    if not again:
        held.update(state=RunState.FAILED, lease=None, leased_until=None, finished_at=now, error=words)


def overdue(kind: type[Leased], limit: int) -> list[Any]:
    """Rows whose message was lost or whose worker died, claimed for sending: each is given to one caller only.

    The longest due come first. `due_at` is pushed forward by a whole lease with it, so that slow workers do not fill
    the queue with repeats.
    """
    now = timezone.now()
    with transaction.atomic():
        found = list(
            _rows(kind)
            .select_for_update(skip_locked=True)
            .filter(Q(state=RunState.DUE) | Q(state=RunState.RUNNING, leased_until__lte=now), due_at__lte=now)
            .order_by("due_at")
            .values_list("pk", flat=True)[:limit]
        )
        _rows(kind).filter(pk__in=found).update(due_at=now + lease_time())
    return found


def _rows(kind: type[Leased]) -> Any:
    return kind._default_manager.all()


def _held(kind: type[Leased], pk: Any, lease: uuid.UUID) -> Any:
    return _rows(kind).filter(pk=pk, state=RunState.RUNNING, lease=lease)
