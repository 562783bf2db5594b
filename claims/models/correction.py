from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from claims.models.claim import Claim, Mention


class Correction(models.Model):
    """What somebody overruled of what the engine read in one mention.

    before, after: the columns of the mention that changed, numbers as text. It holds through later readings of the
    version, and goes on to the next version where the engine reads there what it read here. undone_at: taken back.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="corrections")
    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="corrections")
    before = models.JSONField()
    after = models.JSONField()
    reason = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="correction_undone_by_somebody",
            ),
            models.CheckConstraint(condition=~Q(before=models.F("after")), name="correction_corrects"),
        ]

    def __str__(self) -> str:
        return f"correction of mention {self.mention_id}"
