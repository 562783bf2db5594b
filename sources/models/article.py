from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.db.models.functions import Left
from django.utils import timezone

from sources.enums import ArticleKind
from sources.models.choices import choices, one_of
from sources.models.snapshot import Snapshot
from sources.models.source import Source
from sources.models.story import Story

# What a version is found by. A word further back is not looked for: a vector of words holds one megabyte at most, and
# no text may be refused for the words that it has.
WORDS = SearchVector("title", Left("text", 100_000), config="simple")


class Article(models.Model):
    """One thing published, whatever its versions: an article, a wire, a statement, a transcript, a report, a post.

    embargoed_until: before that moment machines see nothing of it but those whose key is good for it. Set by
    `sources.services.embargo` alone, which leaves an EmbargoMove.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="articles")
    story = models.ForeignKey(Story, null=True, blank=True, on_delete=models.PROTECT, related_name="articles")
    kind = models.CharField(max_length=20, choices=choices(ArticleKind), default=ArticleKind.ARTICLE.value)
    canonical_url = models.URLField(max_length=2_000, null=True, blank=True, unique=True)  # unique: no two ""
    # The publisher's own id for it, so that the same thing handed in twice is one article.
    external_id = models.CharField(max_length=300, null=True, blank=True, unique=True)  # unique: no two ""
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    embargoed_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [one_of("kind", ArticleKind, "article_kind")]
        indexes = [
            models.Index(
                fields=["embargoed_until"], condition=Q(embargoed_until__isnull=False), name="article_embargoed"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.pk}"

    @property
    def embargoed(self) -> bool:
        """Whether it is held back now."""
        return self.embargoed_until is not None and self.embargoed_until > timezone.now()


class EmbargoMove(models.Model):
    """One change of until when an article is held back: from, to, by whom. None: it is not. Rows are only added."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="embargo_moves")
    was = models.DateTimeField(null=True)
    became = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(was=models.F("became")) & ~Q(was=None, became=None), name="embargo_move_moves"
            )
        ]

    def __str__(self) -> str:
        return f"article {self.article_id}: {self.was} to {self.became}"


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
        indexes = [
            models.Index(fields=["published_at"], name="version_published"),
            models.Index(fields=["sha256"], name="version_sha256"),
            GinIndex(WORDS, name="version_words"),
        ]

    def __str__(self) -> str:
        return f"version {self.number}: {self.title}"
