"""What is due, and what was given up."""

from django.db.models import Min, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone

from claims.enums import DeliveryState, RunState
from claims.models import BulkImport, Delivery, ExtractionRun, GateJob
from sources.models import ArticleVersion

UNFINISHED = (RunState.DUE, RunState.RUNNING)
# Of a version: it was not through the engine yet, or not through that of today. There may be no run of it at all.
NOT_THROUGH = Q(runs__state__in=UNFINISHED) | Q(runs=None)


def oldest_due_age() -> float | None:
    """For how many seconds the oldest version that is not through has been waiting; None where none is."""
    oldest = ExtractionRun.objects.filter(state__in=UNFINISHED).aggregate(at=Min("created_at"))["at"]
    return None if oldest is None else round((timezone.now() - oldest).total_seconds(), 3)


def oldest_wait() -> float | None:
    """For how many seconds whatever workers do has been waiting at most: versions, imports, texts for the gate, and
    deliveries whose time has come; None where nothing waits."""
    now = timezone.now()
    kinds = (ExtractionRun, GateJob, BulkImport)
    since = [kind._default_manager.filter(state__in=UNFINISHED).aggregate(at=Min("created_at"))["at"] for kind in kinds]
    # One that failed waits from when it may be tried again; the greatest leaves out an address that does not rest.
    deliveries = Delivery.objects.filter(state=DeliveryState.DUE, webhook__active=True)
    timely = deliveries.annotate(at=Greatest("due_at", "webhook__resting_until")).filter(at__lte=now)
    since.append(timely.aggregate(first=Min("at"))["first"])
    return max(((now - at).total_seconds() for at in since if at is not None), default=None)


def failed_runs() -> QuerySet[ExtractionRun]:
    """Runs that were given up, with the version that they were for."""
    return ExtractionRun.objects.filter(state=RunState.FAILED).select_related("version__article__source")


def run_of(version: ArticleVersion) -> ExtractionRun | None:
    """The latest run of a version, without its parse; None where the version was not even made due yet."""
    return version.runs.defer("parse").order_by("-pk").first()
