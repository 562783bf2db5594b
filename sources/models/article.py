from django.conf import settings
from django.db import models

from sources.enums import ArticleKind
from sources.models.choices import choices, one_of
from sources.models.snapshot import Snapshot
from sources.models.source import Source
from sources.models.story import Story


class Article(models.Model):
    """One thing published, whatever its versions: an article, a wire, a statement, a transcript, a report, a post."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="articles")
    story = models.ForeignKey(Story, null=True, blank=True, on_delete=models.PROTECT, related_name="articles")
    kind = models.CharField(max_length=20, choices=choices(ArticleKind), default=ArticleKind.ARTICLE.value)
    canonical_url = models.URLField(max_length=2_000, null=True, blank=True, unique=True)  # unique: no two ""
    # The publisher's own id for it, so that the same thing handed in twice is one article.
    external_id = models.CharField(max_length=300, null=True, blank=True, unique=True)  # unique: no two ""
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [one_of("kind", ArticleKind, "article_kind")]

    def __str__(self) -> str:
        return f"{self.source} {self.pk}"


class ArticleVersion(models.Model):
    """One immutable text of an article. Offsets anywhere in the product count in `text` (or `title`) as stored here.

    A trigger refuses UPDATE and DELETE. sha256 is that of the text's UTF-8 bytes.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=1_000)
    text = models.TextField()
    note = models.TextField(blank=True, default="")
    language = models.CharField(max_length=12, default="en")
    sha256 = models.CharField(max_length=64)
    has_bidi = models.BooleanField(default=False)
    has_invisible = models.BooleanField(default=False)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="versions")
    published_at = models.DateTimeField()
    captured_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["article_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_unique"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="version_number_from_one"),
            models.CheckConstraint(condition=~models.Q(text=""), name="version_text_not_empty"),
            models.CheckConstraint(condition=~models.Q(title=""), name="version_title_not_empty"),
            models.CheckConstraint(condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="version_sha256_hex"),
        ]
        indexes = [models.Index(fields=["published_at"], name="version_published")]

    def __str__(self) -> str:
        return f"version {self.number}: {self.title}"
