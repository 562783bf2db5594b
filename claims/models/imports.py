from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.enums import LineState
from claims.models.leased import Leased
from sources.models import Article
from sources.models.choices import choices, one_of


class BulkImport(Leased):
    """Articles that somebody handed over in one piece, to be recorded line by line.

    sees_embargoed: whether the key that it came with was good for what is held back. lines: how many it has.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sees_embargoed = models.BooleanField()
    lines = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(Leased.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return f"import {self.pk}: {self.state}"


class ImportLine(models.Model):
    """One article with its versions and claims: recorded whole, or not at all.

    number: of the line as it was sent, from 1. content: what was found valid in it, as
    `claims.services.import_lines` takes it. tries: counted before the work. created: whether anything was new. code,
    pointer, detail: of a line that was refused, why, and where in it as a JSON pointer (RFC 6901).
    """

    bulk = models.ForeignKey(BulkImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    content = models.JSONField(null=True)
    state = models.CharField(max_length=10, choices=choices(LineState), default=LineState.DUE.value)
    tries = models.PositiveSmallIntegerField(default=0)
    article = models.ForeignKey(Article, null=True, on_delete=models.PROTECT, related_name="+")
    created = models.BooleanField(default=False)
    code = models.CharField(max_length=40, blank=True, default="")
    pointer = models.CharField(max_length=300, blank=True, default="")
    detail = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["bulk", "number"], name="import_line_once"),
            one_of("state", LineState, "import_line_state"),
            models.CheckConstraint(
                condition=~Q(state=LineState.FAILED.value) | ~Q(code=""), name="import_line_says_why"
            ),
        ]
        indexes = [models.Index(fields=["bulk", "state", "number"], name="import_line_due")]

    def __str__(self) -> str:
        return f"line {self.number}: {self.state}"
