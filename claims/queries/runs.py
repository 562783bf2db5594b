"""What is due, and what was given up."""

from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from claims.enums import RunState
from claims.models import ExtractionRun
from sources.models import ArticleVersion

UNFINISHED = (RunState.DUE, RunState.RUNNING)
# Of a version: it was not through the engine yet, or not through that of today. There may be no run of it at all.
NOT_THROUGH = Q(runs__state__in=UNFINISHED) | Q(runs=None)


def oldest_due_age() -> float | None:
    """For how many seconds the oldest version that is not through has been waiting; None where none is."""
    oldest = ExtractionRun.objects.filter(state__in=UNFINISHED).aggregate(at=Min("created_at"))["at"]
    return None if oldest is None else round((timezone.now() - oldest).total_seconds(), 3)


def failed_runs() -> QuerySet[ExtractionRun]:
    """Runs that were given up, with the version that they were for."""
    return ExtractionRun.objects.filter(state=RunState.FAILED).select_related("version__article__source")


def run_of(version: ArticleVersion) -> ExtractionRun | None:
    """The latest run of a version, without its parse; None where the version was not even made due yet."""
    return version.runs.defer("parse").order_by("-pk").first()
