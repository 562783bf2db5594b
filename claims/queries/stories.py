"""Stories with their articles and open flags."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.paginator import Page
from django.db.models import Count

from claims.enums import FlagState
from claims.models import ContradictionFlag
from claims.queries.articles import ArticleRow, rows_of
from claims.queries.flags import SIDES, FlagFilters, flag_page
from sources.models import Article, Story
from sources.permissions import readable
from sources.queries import stories_seen

# A story page shows this many of its articles and flags; the lists themselves show all.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story with the number of its articles and of its open flags."""

    story: Story
    articles: int
    open_flags: int


def stories_with_counts(seen_by: User | None = None) -> list[StoryRow]:
    """The stories that a person sees, with what she sees of each, the newest first, as many as a page shows."""
    own = readable(seen_by, "articles")
    counted = Count("articles", filter=own) if own else Count("articles")
    standing = stories_seen(seen_by).filter(merged_into=None).annotate(articles_count=counted)
    stories = list(standing.order_by("-created_at", "-pk")[:SHOWN])
    flags = dict(
        ContradictionFlag.objects.filter(readable(seen_by, *SIDES), story__in=stories, state=FlagState.OPEN)
        .order_by()
        .values_list("story")
        .annotate(Count("pk"))
    )
    return [StoryRow(story, story.articles_count, flags.get(story.pk, 0)) for story in stories]


def articles_of(story: Story, seen_by: User | None = None) -> list[ArticleRow]:
    """The articles of a story that a person sees, with their counts, the newest first."""
    seen = Article.objects.filter(readable(seen_by, ""), story=story)
    return rows_of(list(seen.select_related("source", "story")[:SHOWN]))


def open_flags_in(story: Story, seen_by: User | None = None) -> Page[ContradictionFlag]:
    """The open flags of a story that a person sees: the first page of the list that `?story=` gives."""
    return flag_page(FlagFilters(state=FlagState.OPEN, story=story.pk), seen_by=seen_by)
