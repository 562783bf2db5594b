from django.db import models
from django.db.models import Q

from claims.enums import RunState
from claims.models.leased import Leased
from sources.models import ArticleVersion
from sources.models.choices import one_of


class ExtractionRun(Leased):
    """One version's way through the engine. This row, not a message, says that the version is due.

    parse: the sentences' analyses, for the next version of the same article.
    left_out: how many pairs were not compared, by kind of mention, and how many whole articles ("article").
    """

    version = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="runs")
    engine_version = models.CharField(max_length=40)
    started_at = models.DateTimeField(null=True)
    parse = models.BinaryField(default=b"")
    left_out = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "engine_version"], name="run_once_an_engine"),
            one_of("state", RunState, "run_state"),
            models.CheckConstraint(
                condition=~Q(state=RunState.RUNNING.value) | Q(lease__isnull=False, leased_until__isnull=False),
                name="run_running_has_lease",
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.DONE.value) | Q(finished_at__isnull=False),
                name="run_done_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.FAILED.value) | ~Q(error=""), name="run_failed_says_why"
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state__in=["due", "running"]), name="run_unfinished"),
        ]

    def __str__(self) -> str:
        return f"run {self.pk}: {self.state}"
