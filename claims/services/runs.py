"""Extraction runs: which versions are due, who works on them, what became of them; by the rules of `leases`."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.engine import ENGINE_VERSION
from claims.enums import RunState
from claims.errors import NotFailed
from claims.models import ExtractionRun
from claims.services import events, leases
from sources.models import ArticleVersion


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to finish a run, until somebody else takes it over."""

    run_id: int
    version_id: int
    token: uuid.UUID


def schedule(version_id: int) -> None:
    """Makes a version due for the engine of today, once."""
    _make_due(version_id, leases.next_send())


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
        [ExtractionRun(version_id=pk, engine_version=ENGINE_VERSION, due_at=leases.next_send()) for pk in chosen],
        ignore_conflicts=True,
    )
    return chosen


def overdue(limit: int) -> list[int]:
    """Versions whose run `leases.overdue` claims for sending, in its order."""
    found = leases.overdue(ExtractionRun, limit)
    versions = dict(ExtractionRun.objects.filter(pk__in=found).values_list("pk", "version_id"))
    return [versions[pk] for pk in found]


def first_unfinished(article_id: int, up_to: int) -> ExtractionRun | None:
    """The run of the earliest version of an article, up to a number, that is not through yet."""
    return (
        ExtractionRun.objects.filter(
            version__article_id=article_id, version__number__lte=up_to, state__in=leases.UNFINISHED
        )
        .select_related("version")
        .order_by("version__number")
        .first()
    )


def take(run_id: int) -> Lease | None:
    """The lease on a run, or None where it is finished, somebody holds it, or it failed too often and is given up."""
    token = leases.take(ExtractionRun, run_id, started_at=timezone.now())
    if token is None:
        return None
    return Lease(run_id, ExtractionRun.objects.values_list("version_id", flat=True).get(pk=run_id), token)


def finish(lease: Lease, *, parse: bytes) -> bool:
    """Marks the run done, in the caller's transaction. False where the lease is lost: then nothing may be committed."""
    return leases.finish(ExtractionRun, lease.run_id, lease.token, parse=parse)


def give_back(lease: Lease, error: Exception) -> None:
    """After an error: due again, a little later each time, where tries are left; else failed with its words."""
    leases.give_back(ExtractionRun, lease.run_id, lease.token, error)


def retry(run: ExtractionRun) -> None:
    """Has a failed run tried again. Raises NotFailed for any other."""
    changed = ExtractionRun.objects.filter(pk=run.pk, state=RunState.FAILED).update(
        state=RunState.DUE, attempts=0, due_at=leases.next_send(), finished_at=None
    )
    if not changed:
        raise NotFailed("This text has not failed; there is nothing to try again.")
