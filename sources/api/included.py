"""What comes along with rows by `include`: each look-up takes the rows of a page and gives what belongs to them by id.

One statement each, however many rows there are, and nothing but what whoever asks sees.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from sources.api.desk import Along
from sources.api.shapes import IncludedArticleShape
from sources.models import Article
from sources.permissions import readable

# Of what belongs to one row.
MOST_ALONG = 50


def newest(rows: QuerySet[Any], of: str, column: str) -> QuerySet[Any]:
    """The MOST_ALONG newest of each `of`, the oldest of them first."""
    place = Window(RowNumber(), partition_by=F(of), order_by=[F(column).desc(), F("pk").desc()])
    return rows.annotate(place_along=place).filter(place_along__lte=MOST_ALONG).order_by(column, "pk")


def grouped(found: Iterable[tuple[int, Any]]) -> Mapping[int, list[Any]]:
    """What belongs to each id, in the order in which it comes; [] for an id with nothing."""
    groups: dict[int, list[Any]] = defaultdict(list)
    for key, told in found:
        groups[key].append(told)
    return groups


def article_by(key: Callable[[Any], int]) -> Along:
    """The article whose id `key` gives of a row; null where it is not seen."""

    def look_up(rows: Sequence[Any], seen_by: User) -> Mapping[int, Any]:
        found = Article.objects.filter(readable(seen_by, ""), pk__in={key(row) for row in rows})
        told = {article.pk: IncludedArticleShape(article).data for article in found}
        return {row.pk: told.get(key(row)) for row in rows}

    return look_up


def _articles_of_stories(stories: Sequence[Any], seen_by: User) -> Mapping[int, Any]:
    """The newest articles of each story."""
    seen = Article.objects.filter(readable(seen_by, ""), story__in=[story.pk for story in stories])
    return grouped((one.story_id, IncludedArticleShape(one).data) for one in newest(seen, "story_id", "created_at"))


WITH_STORIES: Mapping[str, Along] = {"articles": _articles_of_stories}
