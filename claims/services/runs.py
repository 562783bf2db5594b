"""Extraction runs: what is due, who works on it, what became of it.

Rows change by compare-and-set on the lease, so that two workers, two sweeps or a message that came twice cannot both
win. See docs/operations.md, "Why a message may be lost".
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from claims.engine import ENGINE_VERSION
from claims.enums import RunState
from claims.errors import NotFailed
from claims.models import ExtractionRun
from claims.services import events
from sources.models import ArticleVersion

UNFINISHED = (RunState.DUE, RunState.RUNNING)
# An error is shown to people; a traceback of a megabyte is not.
ERROR_LENGTH = 2_000


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to finish a run, until somebody else takes it over."""

    run_id: int
    version_id: int
    token: uuid.UUID


def schedule(version_id: int) -> None:
    """Makes a version due for the engine of today, once."""
    _make_due(version_id, _next_send())


def schedule_missing() -> int:
    """Makes every version due that never was, such as one whose recorder died right after it committed."""
    missing = ArticleVersion.objects.filter(runs=None).values_list("pk", flat=True)
    for version_id in missing:
        _make_due(version_id, timezone.now())
    return len(missing)


def _make_due(version_id: int, at: datetime) -> None:
    """One run of today's engine for a version; the first run that a version has is the news that it came in."""
    with transaction.atomic():
        first = not ExtractionRun.objects.filter(version=version_id).exists()
        _, made = ExtractionRun.objects.get_or_create(
            version_id=version_id, engine_version=ENGINE_VERSION, defaults={"due_at": at}
        )
        if made and first:
            events.version_recorded(ArticleVersion.objects.get(pk=version_id))


def schedule_outdated(limit: int) -> list[int]:
    """Makes versions due that no run of the engine of today has read, oldest first; gives those, at most `limit`."""
    read = ExtractionRun.objects.filter(engine_version=ENGINE_VERSION).values("version_id")
    outdated = ArticleVersion.objects.exclude(pk__in=read).order_by("article_id", "number").values_list("pk", flat=True)
    chosen = list(outdated[:limit])
    ExtractionRun.objects.bulk_create(
        [ExtractionRun(version_id=pk, engine_version=ENGINE_VERSION, due_at=_next_send()) for pk in chosen],
        ignore_conflicts=True,
    )
    return chosen


def overdue(limit: int) -> list[int]:
    """Versions whose message was lost or whose worker died, claimed for sending: each is given to one caller only.

    `due_at` is pushed forward by a whole lease with it, so that slow workers do not fill the queue with repeats.
    """
    now = timezone.now()
    with transaction.atomic():
        rows = list(
            ExtractionRun.objects.select_for_update(skip_locked=True)
            .filter(Q(state=RunState.DUE) | Q(state=RunState.RUNNING, leased_until__lte=now), due_at__lte=now)
            .order_by("due_at")[:limit]
        )
        ExtractionRun.objects.filter(pk__in=[row.pk for row in rows]).update(
            due_at=now + timedelta(seconds=settings.RUN_LEASE)
        )
    return [row.version_id for row in rows]


def first_unfinished(article_id: int, up_to: int) -> ExtractionRun | None:
    """The run of the earliest version of an article, up to a number, that is not through yet."""
    return (
        ExtractionRun.objects.filter(version__article_id=article_id, version__number__lte=up_to, state__in=UNFINISHED)
        .select_related("version")
        .order_by("version__number")
        .first()
    )


def take(run_id: int) -> Lease | None:
    """The lease on a run, or None where it is finished, somebody holds it, or it failed too often and is given up."""
    now = timezone.now()
    free = ExtractionRun.objects.filter(pk=run_id).filter(
        Q(state=RunState.DUE) | Q(state=RunState.RUNNING, leased_until__lte=now)
    )
    token = uuid.uuid4()
    until = now + timedelta(seconds=settings.RUN_LEASE)
    taken = free.filter(attempts__lt=settings.RUN_ATTEMPTS).update(
        state=RunState.RUNNING,
        attempts=F("attempts") + 1,
        lease=token,
        leased_until=until,
        due_at=until,
        started_at=now,
    )
    if taken:
        return Lease(run_id, ExtractionRun.objects.values_list("version_id", flat=True).get(pk=run_id), token)
    free.filter(attempts__gte=settings.RUN_ATTEMPTS).update(
        state=RunState.FAILED,
        lease=None,
        leased_until=None,
        finished_at=now,
        error=f"The worker stopped in the middle, {settings.RUN_ATTEMPTS} times.",
    )
    return None


def finish(lease: Lease, *, parse: bytes) -> bool:
    """Marks the run done, in the caller's transaction. False where the lease is lost: then nothing may be committed."""
    changed = ExtractionRun.objects.filter(pk=lease.run_id, state=RunState.RUNNING, lease=lease.token).update(
        state=RunState.DONE,
        lease=None,
        leased_until=None,
        finished_at=timezone.now(),
        parse=parse,
        error="",
    )
    return changed == 1


def give_back(lease: Lease, error: Exception) -> None:
    """After an error: due again, a little later each time, where tries are left; else failed with its words."""
    words = f"{type(error).__name__}: {error}"[:ERROR_LENGTH].replace("\x00", "")
    held = ExtractionRun.objects.filter(pk=lease.run_id, state=RunState.RUNNING, lease=lease.token)
    now = timezone.now()
    again = held.filter(attempts__lt=settings.RUN_ATTEMPTS).update(
        state=RunState.DUE,
        lease=None,
        leased_until=None,
        due_at=now + F("attempts") * timedelta(seconds=settings.SWEEP_EVERY),
        error=words,
    )
    if not again:
        held.update(state=RunState.FAILED, lease=None, leased_until=None, finished_at=now, error=words)


def retry(run: ExtractionRun) -> None:
    """Has a failed run tried again. Raises NotFailed for any other."""
    changed = ExtractionRun.objects.filter(pk=run.pk, state=RunState.FAILED).update(
        state=RunState.DUE, attempts=0, due_at=_next_send(), finished_at=None
    )
    if not changed:
        raise NotFailed("This text has not failed; there is nothing to try again.")


def _next_send() -> datetime:
    """When the sweep may send a message that was sent just now."""
    return timezone.now() + timedelta(seconds=max(settings.SWEEP_EVERY * 2, 1))
