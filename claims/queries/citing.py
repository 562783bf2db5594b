"""Stored versions in which a claim's evidence may stand, found by words."""

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from claims.models import Claim
from sources.models import Article, ArticleVersion

SHOWN = 20


def articles_to_cite(claim: Claim, words: str) -> list[ArticleVersion]:
    """The latest versions, without texts, of articles that have the words in headline, text, source or story.

    Without words those of the claim's story. The story's own come first, then the newest; last the claim's own
    article, which may be context.
    """
    versions = ArticleVersion.objects.filter(article=OuterRef("pk"))
    found = Article.objects.all()
    if words:
        spoken = Exists(versions.filter(Q(title__icontains=words) | Q(text__icontains=words)))
        found = found.filter(Q(spoken) | Q(source__name__icontains=words) | Q(story__title__icontains=words))
    elif claim.article.story_id is not None:
        found = found.filter(story=claim.article.story_id)
    else:
        found = found.exclude(pk=claim.article_id)
    ids = list(_nearest_first(found, claim).values_list("pk", flat=True)[:SHOWN])
    latest = {
        version.article_id: version
        for version in ArticleVersion.objects.filter(article__in=ids)
        .select_related("article__source", "article__story")
        .defer("text")
        .order_by("article_id", "-number")
        .distinct("article_id")
    }
    return [latest[pk] for pk in ids if pk in latest]


def version_to_cite(pk: int) -> ArticleVersion | None:
    """A version with its text, article and source."""
    return ArticleVersion.objects.select_related("article__source", "article__story").filter(pk=pk).first()


def _nearest_first(found: QuerySet[Article], claim: Claim) -> QuerySet[Article]:
    own = When(pk=claim.article_id, then=Value(2))
    in_story = [] if claim.article.story_id is None else [When(story=claim.article.story_id, then=Value(0))]
    nearness = Case(own, *in_story, default=Value(1), output_field=IntegerField())
    return found.order_by(nearness, "-created_at", "-pk")
