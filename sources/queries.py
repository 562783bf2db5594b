"""Reads of what was published; they never write."""

from django.db.models import QuerySet

from sources.models import Article, ArticleVersion


def article_with_versions(article_id: int) -> Article | None:
    """An article with its source and story, or None."""
    return Article.objects.select_related("source", "story").filter(pk=article_id).first()


def versions_of(article: Article) -> QuerySet[ArticleVersion]:
    """The versions of an article, oldest first, without their texts."""
    return article.versions.defer("text").order_by("number")
