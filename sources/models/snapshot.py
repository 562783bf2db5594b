from django.db import models


class Snapshot(models.Model):
    """The bytes that a version was taken from, as they came. Never changed; a trigger refuses it."""

    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    captured_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="snapshot_sha256_hex")
        ]

    def __str__(self) -> str:
        return f"{self.content_type}, {self.size} bytes"
