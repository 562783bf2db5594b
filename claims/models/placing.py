from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from pgvector.django import HnswIndex, VectorField

from claims.engine.embedding import DIMENSIONS
from claims.enums import PlacedBy
from sources.models import Article, ArticleVersion, Story
from sources.models.choices import choices, one_of


class StoryProfile(models.Model):
    """What an article is about, as `claims.engine.profiles` reads its latest version, to find its story by.

    model: which embedding model made the vector; vectors of different models are never compared.
    """

    article = models.OneToOneField(Article, primary_key=True, on_delete=models.CASCADE, related_name="profile")
    version = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="+")
    published_at = models.DateTimeField()
    model = models.CharField(max_length=40)
    vector = VectorField(dimensions=DIMENSIONS)
    names = ArrayField(models.TextField(), default=list)
    numbers = ArrayField(models.TextField(), default=list)
    days = ArrayField(models.DateField(), default=list)
    named = ArrayField(models.TextField(), default=list)
    words = ArrayField(models.TextField(), default=list)
    repeated = ArrayField(models.TextField(), default=list)
    figures = ArrayField(models.TextField(), default=list)

    class Meta:
        indexes = [
            HnswIndex(fields=["vector"], name="profile_vector", opclasses=["vector_cosine_ops"]),
            models.Index(fields=["published_at"], name="profile_published"),
        ]

    def __str__(self) -> str:
        return f"profile of article {self.article_id}"


class ProfileKey(models.Model):
    """A word, or a number, by which an article is found from another; see `Profile.keys`."""

    profile = models.ForeignKey(StoryProfile, on_delete=models.CASCADE, related_name="keys")
    key = models.CharField(max_length=80)
    published_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["key", "published_at"], name="profile_key_published", include=["profile"])]

    def __str__(self) -> str:
        return self.key


class StoryMove(models.Model):
    """One change of an article's story: from which, to which, by engine or by hand, and why. Append-only.

    The latest one by hand holds: the engine never moves that article again. An article that has a story and no row here
    came with it, which counts as by hand too. score, nearest: how sure the engine was, and of which article.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="story_moves")
    was = models.ForeignKey(Story, null=True, on_delete=models.PROTECT, related_name="+")
    became = models.ForeignKey(Story, null=True, on_delete=models.PROTECT, related_name="moves_into")
    placed_by = models.CharField(max_length=10, choices=choices(PlacedBy))
    opened_story = models.BooleanField(default=False)
    reason = models.TextField(blank=True, default="")
    score = models.FloatField(null=True)
    nearest = models.ForeignKey(Article, null=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            # A person may confirm what the engine chose; the engine has no reason to choose the same again.
            models.CheckConstraint(
                condition=~Q(was=F("became")) | Q(placed_by=PlacedBy.HAND.value), name="story_move_moves"
            ),
            models.CheckConstraint(
                condition=Q(was__isnull=False) | Q(became__isnull=False), name="story_move_somewhere"
            ),
            models.CheckConstraint(
                condition=~Q(placed_by=PlacedBy.ENGINE.value) | (Q(by=None) & ~Q(reason="")),
                name="story_move_engine_says_why",
            ),
            one_of("placed_by", PlacedBy, "story_move_placed_by"),
        ]

    def __str__(self) -> str:
        return f"article {self.article_id}: {self.was_id} to {self.became_id}"
