from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from claims.enums import NoteKind
from sources.models import ArticleVersion
from sources.models.choices import choices, one_of


class NoteDraft(models.Model):
    """What somebody on the desk wrote for the note that tells readers what changed between two versions.

    Nothing is published from it. edits: counts the times it was saved, for compare-and-set. by: who saved it last.
    """

    earlier = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="+")
    later = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="note_drafts")
    kind = models.CharField(max_length=12, choices=choices(NoteKind))
    text = models.TextField(blank=True, default="")
    edits = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later", "kind"], name="note_draft_once"),
            models.CheckConstraint(condition=~Q(earlier=F("later")), name="note_draft_between_two"),
            one_of("kind", NoteKind, "note_draft_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for version {self.later_id}"
