from django.db import models


class AuditEntry(models.Model):
    """One write to a row that the desk must be able to trust: which row, how, and all of it, in a chain of hashes.

    Triggers fill it when a transaction commits, and refuse every change of it. seq: gapless from 1. subject: the row's
    primary key. previous: the hash of the entry before, 64 zeros for the first. hash: as `claims.queries.audit` says.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    what = models.CharField(max_length=6)
    relation = models.CharField(max_length=63)
    subject = models.CharField(max_length=40)
    payload = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]
        verbose_name_plural = "audit entries"
        indexes = [models.Index(fields=["relation", "subject", "-seq"], name="audit_subject")]

    def __str__(self) -> str:
        return f"{self.seq}: {self.what} {self.relation} {self.subject}"
