"""One version's way through the house: extraction, carry-over, flags; effect and "done" in one transaction."""

from collections.abc import Callable

import structlog
from django.db import transaction

from claims.engine import ENGINE_VERSION
from claims.engine.records import Extraction
from claims.enums import Part, RunState
from claims.models import ExtractionRun
from claims.services import carryover, checked, containment, events, flags, leases, origins, placement, rows, runs
from claims.services.locks import lock_stories
from sources.enums import ArticleKind
from sources.models import ArticleVersion

log = structlog.get_logger(__name__)

# In these "we" is the publisher.
OWN_VOICE = frozenset({ArticleKind.OFFICIAL_STATEMENT, ArticleKind.REPORT, ArticleKind.SOCIAL_POST})


class LeaseLost(Exception):
    """Somebody else took the run over; what this worker found must not be stored."""


Reading = Callable[[ArticleVersion], Extraction]


def bring_up_to(version_id: int, *, reading: Reading | None = None) -> int | None:
    """Brings the versions of an article through the engine one after the other, up to this one.

    A version is carried over from the one before it, so that one comes first, whatever order messages arrive in. Gives
    the id of a later version of the article that waits, if any. Where another worker is at it, that one goes on.
    reading: takes the place of the extraction, to measure what follows it alone.
    """
    version = ArticleVersion.objects.get(pk=version_id)
    while run := runs.first_unfinished(version.article_id, version.number):
        lease = runs.take(run.pk)
        if lease is None:
            run.refresh_from_db()
            if run.state in leases.UNFINISHED:
                return None
            continue
        if not _attempt(lease, reading):
            return None
    following = (
        ExtractionRun.objects.filter(
            version__article_id=version.article_id, version__number__gt=version.number, state=RunState.DUE
        )
        .order_by("version__number")
        .first()
    )
    return following.version_id if following else None


def _attempt(lease: runs.Lease, reading: Reading | None) -> bool:
    """Carries a leased run out; False, with the reason kept in the row, where it did not come through."""
    try:
        _carry_out(lease, reading)
    except LeaseLost:
        log.warning("lease_lost", run_id=lease.run_id)
        return False
    except Exception as error:
        log.exception("run_failed", run_id=lease.run_id, version_id=lease.version_id)
        runs.give_back(lease, error)
        return False
    return True


def _carry_out(lease: runs.Lease, reading: Reading | None) -> None:
    version = ArticleVersion.objects.select_related("article__source").get(pk=lease.version_id)
    previous = previous_run(version)
    found = reading(version) if reading else read(version, kept_parse(previous))
    profile = placement.read_profile(version, found)
    with transaction.atomic():
        placement.place(version, profile)
        lock_story(version)
        if not runs.finish(lease, parse=found.parse):
            raise LeaseLost
        mentions = lay_down(version, previous, found, run_id=lease.run_id)
        events.version_processed(version, mentions=mentions)
    log.info("version_done", version_id=version.pk, mentions=len(found.records))


def lay_down(version: ArticleVersion, previous: ExtractionRun | None, found: Extraction, *, run_id: int) -> int:
    """Stores what was read: mentions tied to claims, flags, origins. Gives how many mentions stand in the version.

    In the caller's transaction, the article in its story and the story locked. previous: of the version before.
    """
    carried = carryover.apply(version, previous.version if previous else None, found.records, run_id=run_id)
    flags.sync(version, carried)
    origins.renew_beside(version, carried.new)
    containment.renew_beside(version)
    checked.refresh_in(version)
    return len(carried.new)


def kept_parse(previous: ExtractionRun | None) -> bytes:
    """The analyses of the version before that need not be made again; what another engine parsed is not among them."""
    return bytes(previous.parse) if previous and previous.engine_version == ENGINE_VERSION else b""


def read(version: ArticleVersion, kept: bytes) -> Extraction:
    """What the engine reads in a version, stored or not. kept: analyses of the version before, b"" for none."""
    # The language model takes seconds and hundreds of megabytes; processes that only send messages never load it.
    from claims.engine.extract import extract

    texts = rows.parts(version)
    return extract(
        texts[Part.BODY],
        title=texts[Part.HEADLINE],
        published=version.published_at,
        language=version.language,
        previous=kept,
        publisher=version.article.source.name if version.article.kind in OWN_VOICE else "",
    )


def previous_run(version: ArticleVersion) -> ExtractionRun | None:
    """The run of the nearest earlier version that is through."""
    return (
        ExtractionRun.objects.filter(
            version__article_id=version.article_id, version__number__lt=version.number, state=RunState.DONE
        )
        .select_related("version")
        .order_by("-version__number", "-pk")
        .first()
    )


def lock_story(version: ArticleVersion) -> None:
    """Has the versions of one story stored one after the other, so that of two new ones the second sees the first."""
    story, article = version.article.story_id, version.article_id
    lock_stories([story or -article])
