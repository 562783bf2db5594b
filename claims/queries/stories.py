"""Stories with their articles and open flags."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import Count

from claims.enums import FlagState
from claims.models import ContradictionFlag
from claims.queries.articles import ArticleRow, rows_of
from claims.queries.flags import FlagFilters, flag_page
from sources.models import Article, Story

# A story page shows this many of its articles and flags; the lists themselves show all.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story with the number of its articles and of its open flags."""

    story: Story
    articles: int
    open_flags: int


def stories_with_counts() -> list[StoryRow]:
    """The stories, the newest first, as many as a page shows, without those merged into another. Two queries."""
    standing = Story.objects.filter(merged_into=None).annotate(articles_count=Count("articles"))
    stories = list(standing.order_by("-created_at", "-pk")[:SHOWN])
    flags = dict(
        ContradictionFlag.objects.filter(story__in=stories, state=FlagState.OPEN)
        .order_by()
        .values_list("story")
        .annotate(Count("pk"))
    )
    return [StoryRow(story, story.articles_count, flags.get(story.pk, 0)) for story in stories]


def articles_of(story: Story) -> list[ArticleRow]:
    """The articles of a story with their counts, the newest first."""
    return rows_of(list(Article.objects.filter(story=story).select_related("source", "story")[:SHOWN]))


def open_flags_in(story: Story) -> Page[ContradictionFlag]:
    """The open flags of a story, conflicts first: the first page of the list that `?story=` gives."""
    return flag_page(FlagFilters(state=FlagState.OPEN, story=story.pk))
