"""Articles that may be of the same event as a new one: near in meaning, or naming the same, at about the same time.

Both reads look at a bounded number of rows however many articles there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import F, Window
from django.db.models.functions import RowNumber
from pgvector.django import CosineDistance

from claims.models import StoryProfile

# So many articles on either side in time are looked at for each key; a key that has more says little anyway.
PER_KEY = 32

_BY_KEY = """
SELECT wanted.key, article.id, article.story_id
FROM unnest(%(keys)s::text[]) AS wanted(key)
CROSS JOIN LATERAL (
    (SELECT profile_id FROM claims_profilekey
     WHERE key = wanted.key AND published_at BETWEEN %(first)s AND %(at)s
     ORDER BY published_at DESC LIMIT %(most)s)
    UNION ALL
    (SELECT profile_id FROM claims_profilekey
     WHERE key = wanted.key AND published_at > %(at)s AND published_at <= %(last)s
     ORDER BY published_at LIMIT %(most)s)
) AS near
JOIN sources_article AS article ON article.id = near.profile_id
WHERE article.story_id IS NOT NULL AND article.id <> %(except)s
"""


def told_nearby(
    keys: Iterable[str], at: datetime, window: timedelta, *, excluded: int
) -> tuple[dict[str, frozenset[int]], dict[int, set[str]]]:
    """For each key the stories that have it in the window, and for each article of those its keys. One query."""
    wanted = {"keys": sorted(keys), "first": at - window, "at": at, "last": at + window}
    stories: dict[str, set[int]] = defaultdict(set)
    articles: dict[int, set[str]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_BY_KEY, {**wanted, "most": PER_KEY, "except": excluded})
        for key, article, story in cursor.fetchall():
            stories[key].add(story)
            articles[article].add(key)
    return {key: frozenset(found) for key, found in stories.items()}, dict(articles)


def nearest_articles(
    vector: Sequence[float], model: str, at: datetime, window: timedelta, *, excluded: int, most: int
) -> list[int]:
    """The articles with a story whose openings are nearest, the nearest first. Two statements; needs a transaction."""
    with connection.cursor() as cursor:
        # Without it the index would give the nearest of all times, and the window would leave few of them.
        cursor.execute("SET LOCAL hnsw.iterative_scan = strict_order")
    near = StoryProfile.objects.filter(
        model=model, published_at__range=(at - window, at + window), article__story__isnull=False
    ).exclude(pk=excluded)
    return list(near.order_by(CosineDistance("vector", list(vector))).values_list("pk", flat=True)[:most])


def profiles_of(articles: Iterable[int], model: str) -> list[StoryProfile]:
    """The profiles of articles that have a story, with their articles."""
    wanted = StoryProfile.objects.filter(pk__in=list(articles), model=model, article__story__isnull=False)
    return list(wanted.select_related("article").order_by("pk"))


def profiles_in(stories: Iterable[int], model: str, most: int) -> list[StoryProfile]:
    """The latest profiles of the articles of each story, with their articles. One query."""
    wanted = StoryProfile.objects.filter(article__story__in=list(stories), model=model)
    order = Window(RowNumber(), partition_by="article__story", order_by=[F("published_at").desc(), F("pk").desc()])
    return list(wanted.annotate(place=order).filter(place__lte=most).select_related("article").order_by("pk"))
