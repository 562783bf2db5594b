"""How articles came to their stories."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from claims.enums import PlacedBy
from claims.models import StoryMove
from sources.models import Article, Story
from sources.permissions import readable


@dataclass(frozen=True, slots=True)
class Placement:
    """Why an article is in its story. reason: as the engine or a person gave it, "" where none was given.

    by: the login of who put it there, "" for the engine and where nobody is known. at: None where it came with its
    story. score: how likely the engine found it, from `kinship.ENOUGH` on; None by hand.
    """

    article_id: int
    placed_by: PlacedBy
    reason: str
    by: str = ""
    at: datetime | None = None
    score: float | None = None
    opened_story: bool = False


def placements_of(articles: Iterable[Article]) -> dict[int, Placement]:
    """The placement of each article that has a story, by the article's id. One query.

    An article that came with its story was put there by whoever handed it in, so by hand.
    """
    placed = {article.pk: article for article in articles if article.story_id is not None}
    latest = StoryMove.objects.filter(article__in=placed).select_related("by").order_by("article_id", "-id")
    found = {move.article_id: _placement(move) for move in latest.distinct("article_id")}
    return {pk: found.get(pk, Placement(pk, PlacedBy.HAND, "")) for pk in placed}


def story_history(story: Story, seen_by: User | None = None) -> list[StoryMove]:
    """Every move into and out of a story of the articles that the person sees, the latest first. One query."""
    moves = StoryMove.objects.filter(became=story) | StoryMove.objects.filter(was=story)
    seen = moves.filter(readable(seen_by, "article"))
    return list(seen.select_related("article__source", "was", "became", "by").order_by("-id"))


def latest_moves(articles: Iterable[int]) -> set[int]:
    """The ids of the moves that brought each of these articles to where it is. One query."""
    latest = StoryMove.objects.filter(article__in=list(articles)).order_by("article_id", "-id").distinct("article_id")
    return set(latest.values_list("pk", flat=True))


def move_to_take_back(pk: int, seen_by: User | None = None) -> StoryMove | None:
    """A move of an article that the person sees, if it is the latest and the story before it still stands."""
    moves = StoryMove.objects.select_related("article__source", "was", "became").filter(readable(seen_by, "article"))
    move = moves.filter(pk=pk).first()
    return move if move and can_be_taken_back(move, latest_moves([move.article_id])) else None


def can_be_taken_back(move: StoryMove, latest: set[int]) -> bool:
    """Whether an article can go back to where it was. latest: what `latest_moves` gives."""
    return move.pk in latest and move.was is not None and move.was.merged_into_id is None and move.was != move.became


def _placement(move: StoryMove) -> Placement:
    return Placement(
        article_id=move.article_id,
        placed_by=PlacedBy(move.placed_by),
        reason=move.reason,
        by=move.by.get_username() if move.by else "",
        at=move.at,
        score=move.score,
        opened_story=move.opened_story,
    )
