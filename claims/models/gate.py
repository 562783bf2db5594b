import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from claims.enums import Kind, Priority
from claims.models.leased import Leased
from sources.models import Article
from sources.models.choices import choices


class GatePolicy(models.Model):
    """What the desk wants of its gate, revision by revision; the last one counts. Append-only.

    effects: by reason, `stop`, `note` or `ignore`. unchecked_percent: more unchecked figures than this are a reason.
    """

    revision = models.PositiveIntegerField(unique=True)
    effects = models.JSONField(default=dict)
    unchecked_percent = models.PositiveSmallIntegerField(default=50)
    stale_days = models.PositiveSmallIntegerField(default=30)
    kinds = ArrayField(models.CharField(max_length=12, choices=choices(Kind)))
    least_priority = models.PositiveSmallIntegerField(default=Priority.LOW.value)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["revision"]
        verbose_name_plural = "gate policies"
        constraints = [
            models.CheckConstraint(condition=Q(unchecked_percent__lte=100), name="gate_policy_percent"),
            models.CheckConstraint(condition=Q(stale_days__gte=1), name="gate_policy_days"),
            models.CheckConstraint(condition=~Q(kinds=[]), name="gate_policy_kinds"),
        ]

    def __str__(self) -> str:
        return f"gate policy {self.revision}"


class GateOverride(models.Model):
    """Somebody let a text out that the gate stops. It holds while the text and what speaks against it stay as they are.

    text_mark: of article, title and text. basis: of what the stop rested on. against: the reasons that were set aside.
    basis_open, against_open: both, as whoever sees nothing under embargo is told them. A trigger refuses machines.
    """

    article = models.ForeignKey(Article, null=True, on_delete=models.PROTECT, related_name="gate_overrides")
    text_mark = models.CharField(max_length=64)
    basis = models.CharField(max_length=64)
    basis_open = models.CharField(max_length=64)
    against = ArrayField(models.CharField(max_length=24))
    against_open = ArrayField(models.CharField(max_length=24), default=list)
    reason = models.TextField()
    role = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="gate_override_says_why"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="gate_override_withdrawn_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["text_mark"], condition=Q(withdrawn_at=None), name="gate_override_text")]

    def __str__(self) -> str:
        return f"gate override {self.pk}"


class GateJob(Leased):
    """A text that somebody asked the gate about and that is not stored: read like an article, recorded as none.

    digest: of all that was asked, so that the same asker's same text is one job. sees_embargoed: what her key was good
    for. parse: the sentences' analyses, for the next time. found, grounds: what is known of each claim, as she sees it
    and as the product does. desk_mark: how far the desk was when that was found. Swept once expires_at is over.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sees_embargoed = models.BooleanField()
    digest = models.CharField(max_length=64)
    article = models.ForeignKey(Article, null=True, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=1_000)
    text = models.TextField()
    note = models.TextField(blank=True, default="")
    language = models.CharField(max_length=12, default="en")
    source = models.CharField(max_length=200, blank=True, default="")
    published_at = models.DateTimeField()
    parse = models.BinaryField(default=b"")
    engine_version = models.CharField(max_length=40, blank=True, default="")
    found = models.JSONField(default=list)
    grounds = models.JSONField(default=list)
    grounds_open = models.JSONField(default=list)
    desk_mark = models.CharField(max_length=80, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    class Meta(Leased.Meta):
        constraints = [
            *Leased.Meta.constraints,
            models.UniqueConstraint(fields=["asker", "sees_embargoed", "digest"], name="gate_job_once"),
        ]
        indexes = [*Leased.Meta.indexes, models.Index(fields=["expires_at"], name="gate_job_expires")]

    def __str__(self) -> str:
        return f"gate job {self.pk}"
