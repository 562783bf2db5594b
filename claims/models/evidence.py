from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.enums import Containment, Part, Stance
from claims.models.claim import Claim
from sources.models import ArticleVersion
from sources.models.choices import choices, one_of


class Evidence(models.Model):
    """A link from a claim to a passage of a stored version: what somebody found that bears on it.

    start, end, part, text: the passage, as with a mention. locator: where a reader finds it: a page, a minute, a row.
    contains, contains_reason: whether the passage holds the figure or the quote of the claim, found when it was linked.
    removed_at: taken back; the row stays, since a verdict may have stood on it. restored_at: put back since, last.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence")
    version = models.ForeignKey(ArticleVersion, on_delete=models.PROTECT, related_name="evidence")
    part = models.CharField(max_length=10, choices=choices(Part), default=Part.BODY.value)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    stance = models.CharField(max_length=10, choices=choices(Stance), default=Stance.SUPPORTS.value)
    note = models.TextField(blank=True, default="")
    locator = models.CharField(max_length=300, blank=True, default="")
    contains = models.CharField(max_length=10, choices=choices(Containment), default=Containment.UNCLEAR.value)
    contains_reason = models.TextField(blank=True, default="")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True)
    restored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    restored_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="evidence_span"),
            models.CheckConstraint(condition=~Q(text=""), name="evidence_text_not_empty"),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None) | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="evidence_removed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(restored_at=None, restored_by=None)
                | Q(restored_at__isnull=False, restored_by__isnull=False),
                name="evidence_restored_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["claim", "version", "part", "start", "end"],
                condition=Q(removed_at=None),
                name="evidence_once",
            ),
            one_of("part", Part, "evidence_part"),
            one_of("stance", Stance, "evidence_stance"),
            one_of("contains", Containment, "evidence_contains"),
        ]

    def __str__(self) -> str:
        return self.text
