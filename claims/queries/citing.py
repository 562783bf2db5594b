"""Stored versions in which a claim's evidence may stand, found by words."""

from django.contrib.postgres.search import SearchQuery
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from claims.models import Claim
from sources.models import Article, ArticleVersion
from sources.models.article import WORDS

SHOWN = 20


def articles_to_cite(claim: Claim, words: str) -> list[ArticleVersion]:
    """The latest versions, without texts, of articles that have the words, or their beginnings, in headline and text.

    Or in the name of the source or the story. Without words those of the claim's story. The story's own come first,
    then the newest; last the claim's own article, which may be context.
    """
    found = Article.objects.all()
    if words:
        named = Article.objects.filter(Q(source__name__icontains=words) | Q(story__title__icontains=words))
        asked = SearchQuery(_begun(words), config="simple", search_type="raw")
        spoken = ArticleVersion.objects.annotate(words=WORDS).filter(words=asked)
        found = found.filter(pk__in=spoken.order_by().values("article").union(named.order_by().values("pk")))
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


def _begun(words: str) -> str:
    """Each word with whatever it may go on with, as PostgreSQL's to_tsquery takes it."""
    quoted = (word.replace("\\", "").replace("'", "''") for word in words.split())
    return " & ".join(f"'{word}':*" for word in quoted if word)


def _nearest_first(found: QuerySet[Article], claim: Claim) -> QuerySet[Article]:
    own = When(pk=claim.article_id, then=Value(2))
    in_story = [] if claim.article.story_id is None else [When(story=claim.article.story_id, then=Value(0))]
    nearness = Case(own, *in_story, default=Value(1), output_field=IntegerField())
    return found.order_by(nearness, "-created_at", "-pk")
