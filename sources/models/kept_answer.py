from django.db import models
from django.db.models import Q


class KeptAnswer(models.Model):
    """What became of a request that came with an Idempotency-Key, so that the same one again is answered the same.

    asker: the key or, without one, the person. fingerprint: of method, address and body. status: None while the first
    one is being worked on, at most until leased_until. body: as it went out, sealed, since it may tell a secret.
    """

    asker = models.CharField(max_length=40)
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.BinaryField(default=b"")
    content_type = models.CharField(max_length=100, blank=True, default="")
    location = models.CharField(max_length=2_100, blank=True, default="")
    lease = models.UUIDField()
    leased_until = models.DateTimeField()
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["asker", "key"], name="kept_answer_once"),
            models.CheckConstraint(condition=~Q(key=""), name="kept_answer_key"),
        ]
        indexes = [models.Index(fields=["created_at"], name="kept_answer_created")]

    def __str__(self) -> str:
        return f"{self.asker} {self.key}: {self.status or 'in progress'}"
