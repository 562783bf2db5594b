"""Reads of claims, mentions, flags and runs; they never write."""

from django.db.models import Min, QuerySet
from django.utils import timezone

from claims.enums import RunState
from claims.models import ExtractionRun


def oldest_due_age() -> float | None:
    """For how many seconds the oldest version that is not through has been waiting; None where none is."""
    oldest = ExtractionRun.objects.filter(state__in=[RunState.DUE, RunState.RUNNING]).aggregate(at=Min("created_at"))[
        "at"
    ]
    return None if oldest is None else round((timezone.now() - oldest).total_seconds(), 3)


def failed_runs() -> QuerySet[ExtractionRun]:
    """Runs that were given up, with the version that they were for."""
    return ExtractionRun.objects.filter(state=RunState.FAILED).select_related("version__article__source")
