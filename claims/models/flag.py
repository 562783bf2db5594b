from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from claims.enums import DismissalReason, FlagState, FlagType, Relation, Scope
from claims.models.claim import Claim, Mention
from sources.models import Story
from sources.models.choices import choices, one_of


class ContradictionFlag(models.Model):
    """A stored comparison that wants an eye: two passages, how they were read, and why they cannot both stand.

    a is the mention that was published earlier. silent: b's version says nothing of the change in its note.
    rule is `by_hand` where a person raised it. suggestion: a line for the update or correction note of a silent change.
    severity: 0 to 100, higher first. fresh: b was published within a day of its story's latest text.
    origins_a, origins_b: how many independent origins stand on each side.
    evidence: the passage that says otherwise than the claim which it is to support; scope is against_evidence then.
    """

    story = models.ForeignKey(Story, null=True, on_delete=models.PROTECT, related_name="flags")
    a = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="flags_as_a")
    b = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="flags_as_b")
    type = models.CharField(max_length=12, choices=choices(FlagType))
    scope = models.CharField(max_length=20, choices=choices(Scope))
    relation = models.CharField(max_length=10, choices=choices(Relation))
    rule = models.CharField(max_length=80)
    reason = models.TextField()
    reading_a = models.TextField()
    reading_b = models.TextField()
    silent = models.BooleanField(default=False)
    suggestion = models.TextField(blank=True, default="")
    severity = models.PositiveSmallIntegerField(default=0)
    fresh = models.BooleanField(default=False)
    origins_a = models.PositiveSmallIntegerField(null=True)
    origins_b = models.PositiveSmallIntegerField(null=True)
    engine_version = models.CharField(max_length=40, blank=True, default="")

    state = models.CharField(max_length=10, choices=choices(FlagState), default=FlagState.OPEN.value)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    evidence = models.ForeignKey("claims.Evidence", null=True, on_delete=models.PROTECT, related_name="flags")
    opened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(a=F("b")), name="flag_joins_two"),
            models.UniqueConstraint(
                Least("a", "b"), Greatest("a", "b"), "rule", condition=Q(state="open"), name="flag_open_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="flag_says_why"),
            one_of("type", FlagType, "flag_type"),
            one_of("scope", Scope, "flag_scope"),
            one_of("relation", Relation, "flag_relation"),
            one_of("state", FlagState, "flag_state"),
        ]
        indexes = [
            models.Index(fields=["state", "-opened_at"], name="flag_state_opened"),
            models.Index(fields=["state", "-severity", "-opened_at"], name="flag_state_severity"),
        ]

    def __str__(self) -> str:
        return self.reason


class FlagMove(models.Model):
    """One change of a flag's state: from what, to what, by whom, why. Append-only; by is empty for the engine.

    note: the line of an update or correction note that settles it.
    """

    flag = models.ForeignKey(ContradictionFlag, on_delete=models.CASCADE, related_name="moves")
    was = models.CharField(max_length=10, choices=choices(FlagState))
    became = models.CharField(max_length=10, choices=choices(FlagState))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20, choices=choices(DismissalReason), blank=True, default="")
    reason = models.TextField(blank=True, default="")
    note = models.TextField(blank=True, default="")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(was=F("became")), name="flag_move_moves"),
            models.CheckConstraint(
                condition=~Q(became=FlagState.DISMISSED.value) | ~Q(code=""), name="flag_move_dismissed_for_a_reason"
            ),
            one_of("was", FlagState, "flag_move_was"),
            one_of("became", FlagState, "flag_move_became"),
        ]

    def __str__(self) -> str:
        return f"{self.was} to {self.became}"


class FlaggedClaim(models.Model):
    """A claim that an open flag hangs on. gravest: the highest severity of its open flags. A view: nobody writes it."""

    claim = models.OneToOneField(Claim, primary_key=True, on_delete=models.DO_NOTHING, related_name="flagged")
    gravest = models.PositiveSmallIntegerField()

    class Meta:
        managed = False

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.gravest}"
