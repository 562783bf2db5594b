from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from claims.enums import Act, Rating, VerdictState
from claims.models.claim import Claim, Mention
from claims.models.evidence import Evidence
from sources.models.choices import choices, one_of

_DECIDED = [VerdictState.APPROVED.value, VerdictState.PUBLISHED.value, VerdictState.RETRACTED.value]


class Verdict(models.Model):
    """Our finding on a claim at one revision. Moves by `claims.services.verdicts` alone, along `claims.workflow`.

    mention: the words that it judges. as_of: the moment for which the finding holds. in_substance: of an attribution,
    whether what they said is right; rating says whether they said so. edits: counts every change of the revision, for
    compare-and-set; changed_by: whose change was the last, empty until there was one. approved_by: never one of the
    revision's contributors; a trigger looks. override: why the rules on evidence and open conflicts were set aside, by
    whoever approved.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="verdicts")
    revision = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=12, choices=choices(VerdictState), default=VerdictState.DRAFT.value)
    rating = models.CharField(max_length=24, choices=choices(Rating), blank=True, default="")
    in_substance = models.CharField(max_length=24, choices=choices(Rating), blank=True, default="")
    rationale = models.TextField(blank=True, default="")
    as_of = models.DateTimeField(default=timezone.now)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    override = models.TextField(blank=True, default="")
    edits = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    evidence = models.ManyToManyField(Evidence, through="VerdictEvidence", related_name="verdicts")

    class Meta:
        ordering = ["claim_id", "revision"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "revision"], name="verdict_revision_once"),
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(state__in=[VerdictState.DRAFT.value, VerdictState.IN_REVIEW.value]),
                name="verdict_one_in_work",
            ),
            models.CheckConstraint(condition=Q(revision__gte=1), name="verdict_revision_from_one"),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("author")), name="verdict_four_eyes"
            ),
            models.CheckConstraint(
                condition=Q(state__in=_DECIDED, approved_by__isnull=False, approved_at__isnull=False)
                | (~Q(state__in=_DECIDED) & Q(approved_by=None, approved_at=None)),
                name="verdict_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state=VerdictState.DRAFT.value) | (~Q(rating="") & ~Q(rationale="")),
                name="verdict_submitted_is_whole",
            ),
            one_of("state", VerdictState, "verdict_state"),
            models.CheckConstraint(condition=Q(rating__in=["", *(one.value for one in Rating)]), name="verdict_rating"),
            models.CheckConstraint(
                condition=Q(in_substance__in=["", *(one.value for one in Rating)]), name="verdict_in_substance"
            ),
        ]
        indexes = [models.Index(fields=["state", "changed_at"], name="verdict_state_changed")]

    def __str__(self) -> str:
        return f"{self.rating or 'draft'}, revision {self.revision}"


class VerdictContributor(models.Model):
    """Who wrote or changed a revision, or the evidence under it: nobody of these may approve it. Append-only."""

    verdict = models.ForeignKey(Verdict, on_delete=models.CASCADE, related_name="contributors")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["verdict", "person"], name="contributor_once")]

    def __str__(self) -> str:
        return f"{self.person}"


class VerdictEvidence(models.Model):
    """The evidence that a revision was submitted on, kept as it was then."""

    verdict = models.ForeignKey(Verdict, on_delete=models.CASCADE, related_name="stands_on")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="under")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["verdict", "evidence"], name="verdict_evidence_once")]

    def __str__(self) -> str:
        return f"{self.evidence}"


class Review(models.Model):
    """One person's act on a revision of a verdict: from what state, to what, why. Append-only.

    override: the act set aside a rule, with `reason` as the reason.
    """

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="reviews")
    act = models.CharField(max_length=12, choices=choices(Act))
    was = models.CharField(max_length=12, choices=choices(VerdictState))
    became = models.CharField(max_length=12, choices=choices(VerdictState))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews")
    reason = models.TextField(blank=True, default="")
    override = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("act", Act, "review_act"),
            models.CheckConstraint(
                condition=~Q(act__in=[Act.SEND_BACK.value, Act.RETRACT.value]) & Q(override=False) | ~Q(reason=""),
                name="review_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} by {self.by}"
