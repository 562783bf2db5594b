"""Reads of claims, mentions, flags and runs; they never write."""

from claims.queries.articles import ArticleFilters, ArticleRow, article_page
from claims.queries.flags import (
    FlagFilters,
    Neighbours,
    flag,
    flag_page,
    flags_of,
    last_move,
    neighbours_of,
)
from claims.queries.listings import (
    Standing,
    articles_listed,
    claims_listed,
    flags_listed,
    mentions_to_join,
    open_flag_counts,
    standing_of,
    versions_listed,
)
from claims.queries.placing import Placement, placements_of, story_history
from claims.queries.reading import Reading, read_version
from claims.queries.runs import failed_runs, oldest_due_age, oldest_wait
from claims.queries.stories import StoryRow, articles_of, open_flags_in, stories_with_counts

__all__ = [
    "ArticleFilters",
    "ArticleRow",
    "FlagFilters",
    "Neighbours",
    "Placement",
    "Reading",
    "Standing",
    "StoryRow",
    "article_page",
    "articles_listed",
    "articles_of",
    "claims_listed",
    "failed_runs",
    "flag",
    "flag_page",
    "flags_listed",
    "flags_of",
    "last_move",
    "mentions_to_join",
    "neighbours_of",
    "oldest_due_age",
    "oldest_wait",
    "open_flag_counts",
    "open_flags_in",
    "placements_of",
    "read_version",
    "standing_of",
    "stories_with_counts",
    "story_history",
    "versions_listed",
]
