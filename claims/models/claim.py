from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, NullIf, Upper
from django.utils import timezone

from claims.enums import Approximation, Change, ClaimState, Direction, Kind, Outcome, Part, Polarity, Priority
from claims.models.run import ExtractionRun
from sources.models import Article, ArticleVersion
from sources.models.choices import choices, one_of

# What a desk has not decided yet; the indexes of the queue hold these alone.
UNDECIDED = [
    ClaimState.UNCHECKED.value,
    ClaimState.CHECK.value,
    ClaimState.SENT_BACK.value,
    ClaimState.REVIEW.value,
    ClaimState.RECHECK.value,
]
_OPEN = Q(stands=True, state__in=UNDECIDED)
# Seconds since 1970, in UTC so that they never move; what has no deadline comes after all that has one.
_DUE = models.Func(
    F("due_at"),
    template="floor(extract(epoch FROM %(expressions)s AT TIME ZONE 'UTC'))::bigint",
    output_field=models.BigIntegerField(),
)
# Where words of a mention are found: in its sentence, which holds its own; in these where it has no sentence.
WORDS = Coalesce(NullIf(F("sentence"), Value("", models.TextField())), F("text"))
_RANK = (Priority.URGENT.value - F("priority")) * Value(10**11) + Coalesce(_DUE, Value(10**11 - 1))


class Claim(models.Model):
    """What an article asserts, across its versions. Its words and values are those of its mentions.

    state changes with `claims.services.claim_moves.move` alone, which leaves a ClaimMove. glance: a later version says
    the same in other words, so that somebody should look whether the verdict still fits. edits: counts the changes by
    people, for compare-and-set. stands: the latest version that was read has it; what is dropped is no work for the
    queue. rank: the order of the queue in one number, the smaller the sooner: priority first, then the deadline.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="claims")
    kind = models.CharField(max_length=12, choices=choices(Kind))
    state = models.CharField(max_length=20, choices=choices(ClaimState), default=ClaimState.UNCHECKED.value)
    glance = models.BooleanField(default=False)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="claims_assigned"
    )
    due_at = models.DateTimeField(null=True, blank=True)
    priority = models.PositiveSmallIntegerField(
        choices=[(one.value, one.name.capitalize()) for one in Priority], default=Priority.NORMAL.value
    )
    stands = models.BooleanField(default=True)
    rank = models.GeneratedField(expression=_RANK, output_field=models.BigIntegerField(), db_persist=True)
    edits = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [one_of("kind", Kind, "claim_kind"), one_of("state", ClaimState, "claim_state")]
        indexes = [
            models.Index(fields=["article", "state"], name="claim_article_state"),
            models.Index(fields=["state", "rank", "id"], condition=Q(stands=True), name="claim_state_rank"),
            models.Index(fields=["rank", "id"], condition=_OPEN, name="claim_open_rank"),
            models.Index(fields=["rank", "id"], condition=_OPEN & Q(assignee=None), name="claim_nobodys_rank"),
            models.Index(fields=["rank", "id"], condition=Q(stands=True, glance=True), name="claim_glance_rank"),
            models.Index(fields=["due_at", "id"], condition=_OPEN, name="claim_open_due"),
            models.Index(
                fields=["assignee", "state", "rank", "id"], condition=Q(assignee__isnull=False), name="claim_assignee"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class ClaimMove(models.Model):
    """One change of where a claim stands: what, from what, to what, by whom, why.

    Append-only. by is empty for the engine.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="moves")
    what = models.CharField(max_length=12, choices=choices(Change))
    was = models.CharField(max_length=200, blank=True, default="")
    became = models.CharField(max_length=200, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True, default="")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("what", Change, "claim_move_what"),
            models.CheckConstraint(condition=~Q(was=F("became")), name="claim_move_moves"),
        ]

    def __str__(self) -> str:
        return f"{self.what}: {self.was} to {self.became}"


class Mention(models.Model):
    """Where a claim stands in one version, and what the engine reads there. Columns as in `claims.engine.records`.

    start, end: offsets into the version's text, or into its title where part is headline; text is what stands there.
    keys: hashes of the candidate keys under which it is compared. withdrawn: a later engine no longer finds it, and it
    is kept only for what people did with it.
    run is empty for a claim that a person marked by hand. carried_from, outcome: the same claim in the version before.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="mentions")
    version = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="mentions")
    run = models.ForeignKey(ExtractionRun, null=True, on_delete=models.PROTECT, related_name="mentions")
    kind = models.CharField(max_length=12, choices=choices(Kind))
    part = models.CharField(max_length=10, choices=choices(Part), default=Part.BODY.value)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    sentence = models.TextField(blank=True, default="")

    rule = models.CharField(max_length=80)
    trigger = models.TextField(blank=True, default="")
    reading = models.TextField()
    claimant = models.CharField(max_length=300, null=True, blank=True)  # noqa: DJ001  # null: the outlet's own voice
    cue = models.CharField(max_length=300, blank=True, default="")

    value_start = models.PositiveIntegerField(null=True)
    value_end = models.PositiveIntegerField(null=True)
    low = models.DecimalField(max_digits=30, decimal_places=9, null=True)
    high = models.DecimalField(max_digits=30, decimal_places=9, null=True)
    approximation = models.CharField(max_length=10, choices=choices(Approximation), blank=True, default="")
    unit = models.CharField(max_length=80, blank=True, default="")
    measure = models.CharField(max_length=300, blank=True, default="")
    measure_key = models.CharField(max_length=80, blank=True, default="")
    thing = models.CharField(max_length=300, blank=True, default="")
    place = models.CharField(max_length=300, blank=True, default="")
    as_of = models.CharField(max_length=200, blank=True, default="")
    group = models.CharField(max_length=300, blank=True, default="")
    direction = models.CharField(max_length=5, choices=choices(Direction), default=Direction.NONE.value)

    proposition = models.TextField(blank=True, default="")
    proposition_start = models.PositiveIntegerField(null=True)
    proposition_end = models.PositiveIntegerField(null=True)
    polarity = models.CharField(max_length=10, choices=choices(Polarity), blank=True, default="")
    anonymous = models.CharField(max_length=80, blank=True, default="")

    keys = ArrayField(models.BigIntegerField(), default=list)
    withdrawn = models.BooleanField(default=False)

    outcome = models.CharField(max_length=20, choices=choices(Outcome), default=Outcome.NEW.value)
    outcome_reason = models.TextField(blank=True, default="")
    carried_from = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="carried_to")

    class Meta:
        ordering = ["version_id", "-part", "start", "-end", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "kind", "part", "start", "end", "value_start", "proposition_start"],
                name="mention_once_a_place",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="mention_span"),
            models.CheckConstraint(condition=~Q(text=""), name="mention_text_not_empty"),
            one_of("kind", Kind, "mention_kind"),
            one_of("part", Part, "mention_part"),
            one_of("outcome", Outcome, "mention_outcome"),
            models.CheckConstraint(
                condition=~Q(kind=Kind.FIGURE.value)
                | (
                    Q(
                        approximation__in=[kind.value for kind in Approximation],
                        value_start__isnull=False,  # a comparison with NULL would pass
                        value_end__isnull=False,
                        value_start__lt=F("value_end"),
                    )
                    & (Q(low__isnull=False) | Q(high__isnull=False))
                ),
                name="mention_figure_typed",
            ),
            models.CheckConstraint(
                condition=Q(low=None) | Q(high=None) | Q(low__lte=F("high")), name="mention_interval_ordered"
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.ATTRIBUTION.value)
                | (Q(polarity__in=[kind.value for kind in Polarity]) & ~Q(cue="") & ~Q(proposition="")),
                name="mention_attribution_typed",
            ),
        ]
        indexes = [
            models.Index(fields=["measure_key", "unit"], condition=Q(kind="figure"), name="mention_measure"),
            models.Index(fields=["low"], condition=Q(kind="figure"), name="mention_low"),
            # As `icontains` asks for them.
            GinIndex(OpClass(Upper(WORDS), "gin_trgm_ops"), name="mention_words"),
        ]

    def __str__(self) -> str:
        return self.text
