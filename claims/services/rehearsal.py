"""What would be known of a text if it were pushed now: it goes the way of a version, and nothing of it is kept.

The transaction that records, carries over and compares is rolled back, so the answer is the one that the stored text
would get, and no list, count, event, flag or search ever holds anything of it.
"""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims.engine import ENGINE_VERSION
from claims.engine.profiles import Profile
from claims.engine.records import Extraction
from claims.enums import RunState
from claims.models import Claim, ExtractionRun, GateJob
from claims.queries.gate import Found, found_in
from claims.services import pipeline, placement, runs
from sources.models import Article, ArticleVersion, Source
from sources.services.articles import Content, Recorded, add_article, record_version
from sources.services.catalogue import source_named

# Of a text whose publisher nobody named.
NOBODY = "Text before publication"


class NotYet(Exception):
    """The article's latest version is still being read; a text is carried over from it, so it comes first."""


def extraction_of(job: GateJob) -> tuple[Extraction, Profile]:
    """What the engine reads in the text. The slow part: no transaction, no lock. Raises NotYet."""
    latest = job.article.versions.order_by("-number").first() if job.article else None
    if latest is not None:
        pipeline.bring_up_to(latest.pk)
        if runs.first_unfinished(latest.article_id, latest.number):
            raise NotYet
    version = _unsaved(job, latest)
    found = pipeline.read(version, _kept(job, latest))
    return found, placement.read_profile(version, found)


def rehearse(job: GateJob, found: Extraction, profile: Profile, sights: Sequence[User | None]) -> list[list[Found]]:
    """What would be known of each claim, once for each sight. Claims that would be new have the id None."""
    with transaction.atomic():
        recorded = _record(job)
        known = set(Claim.objects.filter(article=recorded.version.article_id).values_list("pk", flat=True))
        if recorded.created:
            _lay_down(recorded.version, found, profile)
        told = [found_in(recorded.version, seen_by) for seen_by in sights]
        transaction.set_rollback(True)
    for one in (one for sight in told for one in sight):
        one["known"] = one["row"]["id"] in known
    return told


def _lay_down(version: ArticleVersion, found: Extraction, profile: Profile) -> None:
    placement.place(version, profile)
    pipeline.lock_story(version)
    now = timezone.now()
    run = ExtractionRun.objects.create(
        version=version, engine_version=ENGINE_VERSION, state=RunState.DONE, due_at=now, finished_at=now
    )
    pipeline.lay_down(version, pipeline.previous_run(version), found, run_id=run.pk)


def _record(job: GateJob) -> Recorded:
    content = Content(
        text=job.text, title=job.title, note=job.note, language=job.language, published_at=job.published_at
    )
    if job.article is not None:
        return record_version(job.article, content, by=job.asker)
    return add_article(source_named(job.source or NOBODY), content, by=job.asker)


def _unsaved(job: GateJob, latest: ArticleVersion | None) -> ArticleVersion:
    """The version that it would be, for the engine, which needs no row."""
    article = job.article or Article(source=Source(name=job.source or NOBODY))
    return ArticleVersion(
        article=article,
        number=latest.number + 1 if latest else 1,
        title=job.title,
        text=job.text,
        note=job.note,
        language=job.language,
        published_at=job.published_at,
    )


def _kept(job: GateJob, latest: ArticleVersion | None) -> bytes:
    """Analyses that need not be made again: of the same text, asked about before, or of the version before."""
    if job.parse and job.engine_version == ENGINE_VERSION:
        return bytes(job.parse)
    run = latest.runs.filter(state=RunState.DONE).order_by("-pk").first() if latest else None
    return pipeline.kept_parse(run)
