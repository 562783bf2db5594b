"""What a desk head does with stories. What is done by hand holds: the engine moves none of these articles again.

Each act brings the flags between sources up to date: pairs that are in one story now are compared, and open flags
between articles that are in different stories now are closed.
"""

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from claims.enums import FlagState, PlacedBy, RunState, Scope
from claims.errors import NothingToSplit, SameStory
from claims.models import ContradictionFlag, StoryMove
from claims.services import decisions, flags, origins
from claims.services.by_hand import RULE as BY_HAND
from claims.services.carryover import mentions_of
from claims.services.locks import lock_placing, lock_stories
from sources.models import Article, Story
from sources.services.catalogue import open_story, standing

APART = "The two articles are in different stories now."


def move(article: Article, story: Story, *, by: User | None = None, reason: str = "") -> list[ContradictionFlag]:
    """Puts an article in a story. Gives the flags that the comparison with the story's other sources opened.

    Where the article is in that story already it is only kept there from now on.
    """
    with transaction.atomic():
        return _put([article], standing(story), by=by, reason=reason)


def merge(story: Story, into: Story, *, by: User | None = None, reason: str = "") -> list[ContradictionFlag]:
    """Moves all articles of a story into another; the address of the first leads there from now on.

    Gives the flags that were opened. Raises SameStory.
    """
    with transaction.atomic():
        lock_placing()
        story, into = standing(_fresh(story)), standing(_fresh(into))
        if story == into:
            raise SameStory("These two are one story already.")
        opened = _put(list(story.articles.order_by("pk")), into, by=by, reason=reason)
        _lead_on(story, into)
        return opened


def split(articles: Sequence[Article], title: str, *, by: User | None = None, reason: str = "") -> Story:
    """Takes articles out of their story into a new one. Raises NothingToSplit."""
    with transaction.atomic():
        lock_placing()
        own = {article.story_id for article in Article.objects.filter(pk__in=[one.pk for one in articles])}
        story_id = own.pop() if len(own) == 1 else None
        if story_id is None:
            raise NothingToSplit("Choose articles of one story to split off.")
        if not Article.objects.filter(story=story_id).exclude(pk__in=[one.pk for one in articles]).exists():
            raise NothingToSplit("These are all the articles of the story; there is nothing to split them from.")
        story = open_story(title)
        _put(articles, story, by=by, reason=reason)
        return story


def bring_along(article: Article, story: Story, *, reason: str, score: float) -> list[ContradictionFlag]:
    """Has an article that was alone follow a later one into its story: the engine's act, not a person's."""
    with transaction.atomic():
        return _put([article], story, by=None, reason=reason, placed_by=PlacedBy.ENGINE, score=score)


def _put(
    articles: Sequence[Article],
    story: Story,
    *,
    by: User | None,
    reason: str,
    placed_by: PlacedBy = PlacedBy.HAND,
    score: float | None = None,
) -> list[ContradictionFlag]:
    lock_placing()
    fresh = Article.objects.select_related("story").in_bulk([article.pk for article in articles])
    for article in articles:
        article.story = fresh[article.pk].story
    left = {article.story for article in articles if article.story is not None and article.story != story}
    lock_stories([story.pk, *(one.pk for one in left), *(-one.pk for one in articles)])
    moving = [article for article in articles if article.story_id != story.pk]
    StoryMove.objects.bulk_create(
        StoryMove(
            article=article,
            was_id=article.story_id,
            became=story,
            placed_by=placed_by,
            by=by,
            reason=reason.strip(),
            score=score,
        )
        for article in articles
    )
    Article.objects.filter(pk__in=[article.pk for article in moving]).update(story=story)
    for article in moving:
        article.story = story
    _refile(moving)
    for one in left:
        _close_if_emptied(one, story)
    return [flag for article in moving for flag in _compare(article)]


def _compare(article: Article) -> list[ContradictionFlag]:
    """Holds every version that is through against the story's other sources."""
    done = article.versions.filter(runs__state=RunState.DONE).select_related("article__source").order_by("number")
    opened: list[ContradictionFlag] = []
    for version in done.distinct():
        mentions = mentions_of(version)
        opened += flags.sync_between(version, mentions)
        origins.renew_beside(version, mentions)
    return opened


def _refile(articles: Iterable[Article]) -> None:
    """Files the flags of moved articles under their story, and closes open ones that join two stories now."""
    ids = [article.pk for article in articles]
    touched = ContradictionFlag.objects.filter(
        Q(a__version__article__in=ids) | Q(b__version__article__in=ids)
    ).select_related("a__version__article", "b__version__article")
    for flag in touched:
        story_a, story_b = flag.a.version.article.story_id, flag.b.version.article.story_id
        if story_a == story_b:
            ContradictionFlag.objects.filter(pk=flag.pk).update(story=story_a)
        elif flag.state == FlagState.OPEN and flag.scope == Scope.BETWEEN_SOURCES and flag.rule != BY_HAND:
            decisions.move(flag, FlagState.RESOLVED, by=None, reason=APART)


def _close_if_emptied(story: Story, into: Story) -> None:
    """A story that the engine opened and that holds nothing any more was no story; its address leads on."""
    opened = StoryMove.objects.filter(became=story, placed_by=PlacedBy.ENGINE, opened_story=True).exists()
    if opened and not story.articles.exists():
        _lead_on(story, into)


def _lead_on(story: Story, into: Story) -> None:
    Story.objects.filter(pk=story.pk).update(merged_into=into)


def _fresh(story: Story) -> Story:
    return Story.objects.select_related("merged_into").get(pk=story.pk)
