from django.conf import settings
from django.db import models
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

# The columns that name who wrote a row, in the order in which they tell it: whoever acted last on it comes first.
ACTORS = (
    "withdrawn_by_id",
    "undone_by_id",
    "removed_by_id",
    "restored_by_id",
    "revoked_by_id",
    "changed_by_id",
    "by_id",
    "added_by_id",
    "author_id",
    "created_by_id",
)


class AuditEntry(models.Model):
    """One write to a row that the desk must be able to trust: which row, how, and all of it, in a chain of hashes.

    Triggers fill it when a transaction commits, and refuse every change of it. seq: gapless from 1. subject: the row's
    primary key. previous: the hash of the entry before, 64 zeros for the first. hash: as `claims.queries.audit` says.
    by, claim: the keys in the payload, as far as the row says who and on which claim; not part of the chain.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    what = models.CharField(max_length=6)
    relation = models.CharField(max_length=63)
    subject = models.CharField(max_length=40)
    payload = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    by = models.GeneratedField(
        expression=Cast(Coalesce(*(KT(f"payload__{name}") for name in ACTORS)), models.BigIntegerField()),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )
    claim = models.GeneratedField(
        expression=Cast(KT("payload__claim_id"), models.BigIntegerField()),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )

    class Meta:
        ordering = ["seq"]
        verbose_name_plural = "audit entries"
        indexes = [
            models.Index(fields=["relation", "subject", "-seq"], name="audit_subject"),
            models.Index(fields=["relation", "-seq"], name="audit_relation"),
            models.Index(fields=["by", "-seq"], condition=models.Q(by__isnull=False), name="audit_by"),
            models.Index(fields=["claim", "-seq"], condition=models.Q(claim__isnull=False), name="audit_claim"),
        ]

    def __str__(self) -> str:
        return f"{self.seq}: {self.what} {self.relation} {self.subject}"


class AuditCheck(models.Model):
    """One look at the whole trail: asked for by a person, or by the sweep once a day (by is None).

    sent_at: when a worker was last told to look. finished_at: empty until one has. seq, hash: the end of the trail
    then. faults: what was found, each {"seq": of the entry or null, "words": ...}, the first of them; total: how many
    there were.
    """

    asked_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True, default="")
    total = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Check {self.pk} up to {self.seq}: {self.total} faults"
