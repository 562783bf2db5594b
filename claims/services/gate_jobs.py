"""Texts that the gate is asked about and that are not stored: due, worked off once, kept for a day, swept."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.contrib.auth.models import User
from django.db.models import Max
from django.utils import timezone

from claims.engine import ENGINE_VERSION
from claims.enums import RunState
from claims.errors import TooManyJobs
from claims.models import Event, FlagMove, GateJob
from claims.queries.gate import sight_of
from claims.services import leases, rehearsal
from sources.models import Article
from sources.models.article import EmbargoMove
from sources.permissions import sees_embargoed
from sources.services.articles import Content, readable_text

log = structlog.get_logger(__name__)

# From the last time that it was asked about; the text goes with the job.
KEPT = timedelta(hours=24)
# After so long an answer is found anew, though nothing that we number has happened: an embargo may have ended.
HOLDS = timedelta(minutes=5)
# Of one asker, so many texts may wait.
MOST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that wants to go out. article: whose next version it would be; None for a new one of `source`."""

    content: Content
    article: Article | None = None
    source: str = ""


def ask(asked: Asked, *, by: User) -> GateJob:
    """The job of this asker's text, due where its answer is missing or may be outdated.

    Raises EmptyText, TextTooLong, TooManyJobs.
    """
    cleaned, title = readable_text(asked.content)
    now = timezone.now()
    columns = {
        "article": asked.article,
        "title": title,
        "text": cleaned.text,
        "note": asked.content.note,
        "language": asked.content.language,
        "source": asked.source,
    }
    mine = GateJob.objects.filter(asker=by, sees_embargoed=sees_embargoed(by))
    digest = _digest(columns, asked.content.published_at)
    if not mine.filter(digest=digest).exists() and mine.filter(state__in=leases.UNFINISHED).count() >= MOST:
        raise TooManyJobs(f"{MOST} of your texts wait already. Ask again once they are through.")
    job, made = GateJob.objects.get_or_create(
        asker=by,
        sees_embargoed=sees_embargoed(by),
        digest=digest,
        defaults={
            **columns,
            "published_at": asked.content.published_at or now,
            "due_at": leases.next_send(),
            "expires_at": now + KEPT,
        },
    )
    if not made:
        _renew(job, now)
    return job


def carry_out(pk: Any) -> None:
    """Works a job off, unless it is done, somebody else is at it, or it failed too often."""
    lease = leases.take(GateJob, pk)
    if lease is None:
        return
    job = GateJob.objects.select_related("asker", "article__source").get(pk=pk)
    seen_by = job.asker
    if not job.sees_embargoed:
        setattr(seen_by, "key_scopes", frozenset())  # noqa: B010  # as the API notes it: good for nothing held back
    mark = desk_mark()
    try:
        found, profile = rehearsal.extraction_of(job)
        told, grounds, grounds_open = rehearsal.rehearse(job, found, profile, [seen_by, None, sight_without_embargo()])
    except rehearsal.NotYet:
        leases.wait(GateJob, pk, lease)
        return
    except Exception as error:
        log.exception("gate_job_failed", job=str(pk))
        leases.give_back(GateJob, pk, lease, error)
        return
    stored = leases.finish(
        GateJob,
        pk,
        lease,
        found=told,
        grounds=grounds,
        grounds_open=grounds_open,
        parse=found.parse,
        engine_version=ENGINE_VERSION,
        desk_mark=mark,
    )
    log.info("gate_job_done" if stored else "lease_lost", job=str(pk), claims=len(told))


def forget_expired() -> int:
    """Removes jobs, and their texts, that nobody has asked about for a day."""
    gone, _ = GateJob.objects.filter(expires_at__lte=timezone.now()).exclude(state=RunState.RUNNING).delete()
    return gone


def desk_mark() -> str:
    """How far the desk is: another mark once anything happened that an answer may hang on."""
    latest = [kind._default_manager.aggregate(last=Max("pk"))["last"] or 0 for kind in (Event, FlagMove, EmbargoMove)]
    return ".".join(map(str, latest))


def sight_without_embargo() -> User | None:
    """The sight of whoever sees all but what is held back."""
    nobody = User()
    setattr(nobody, "key_scopes", frozenset())  # noqa: B010  # as above
    return sight_of(nobody)


def _renew(job: GateJob, now: datetime) -> None:
    """Kept for another day from now; due again where the desk moved on since it was read, or it failed."""
    GateJob.objects.filter(pk=job.pk).update(expires_at=now + KEPT)
    done = GateJob.objects.filter(pk=job.pk, state__in=(RunState.DONE, RunState.FAILED))
    fresh = job.state == RunState.DONE and job.desk_mark == desk_mark() and _young(job, now)
    if not fresh:
        done.update(state=RunState.DUE, attempts=0, due_at=leases.next_send(), error="")
    job.refresh_from_db()


def _young(job: GateJob, now: datetime) -> bool:
    return job.finished_at is not None and now - job.finished_at < HOLDS


def _digest(columns: dict[str, Any], published_at: datetime | None) -> str:
    article = columns["article"]
    told = columns | {"article": article.pk if article else None, "published_at": published_at}
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()
