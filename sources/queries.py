"""Reads of what was published; they never write."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from sources.models import Article, ArticleVersion, Source, Story
from sources.roles import Role

# A list of suggestions longer than this helps nobody; a name may be typed all the same.
SUGGESTED = 500


def article_with_versions(article_id: int) -> Article | None:
    """An article with its source and story, or None."""
    return Article.objects.select_related("source", "story").filter(pk=article_id).first()


def versions_of(article: Article) -> QuerySet[ArticleVersion]:
    """The versions of an article, oldest first, without their texts."""
    return article.versions.defer("text").order_by("number")


def latest_version(article_id: int) -> ArticleVersion | None:
    """The latest version of an article, with its article, source and story; None where there is no such article."""
    versions = ArticleVersion.objects.filter(article=article_id)
    return versions.select_related("article__source", "article__story").order_by("-number").first()


def source_names() -> list[str]:
    """Names of sources to choose from."""
    return list(Source.objects.values_list("name", flat=True)[:SUGGESTED])


def story_titles() -> list[str]:
    """Titles of stories to choose from, the newest first, without those merged into another."""
    return list(Story.objects.filter(merged_into=None).values_list("title", flat=True)[:SUGGESTED])


def people_with(roles: Iterable[Role]) -> list[User]:
    """Who has any of these roles and may log in, by name."""
    named = Q(groups__name__in=[role.value for role in roles]) | Q(is_superuser=True)
    return list(User.objects.filter(named, is_active=True).distinct().order_by("first_name", "last_name", "username"))
