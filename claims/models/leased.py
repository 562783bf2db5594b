from django.db import models
from django.db.models import Q

from claims.enums import RunState
from sources.models.choices import choices


class Leased(models.Model):
    """Work that is due. This row, not a message, says so; see `claims.services.leases`.

    due_at: when the sweep may send it (again). leased_until: until when the worker that holds `lease` may finish it.
    attempts: counted before the work begins, because work that kills its worker leaves nothing behind afterwards.
    """

    state = models.CharField(max_length=10, choices=choices(RunState), default=RunState.DUE.value)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True, default="")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=RunState.RUNNING.value) | Q(lease__isnull=False, leased_until__isnull=False),
                name="%(class)s_running_has_lease",
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.FAILED.value) | ~Q(error=""), name="%(class)s_failed_says_why"
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state__in=["due", "running"]), name="%(class)s_unfinished"),
        ]
