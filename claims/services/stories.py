"""Moves an article into a story, and compares it with what the story holds already."""

from django.db import transaction

from claims.enums import RunState
from claims.models import ContradictionFlag
from claims.services import flags
from claims.services.carryover import mentions_of
from claims.services.pipeline import lock_story
from sources.models import Article, Story


def move(article: Article, story: Story) -> list[ContradictionFlag]:
    """Puts an article in a story. Gives the flags that the comparison with the story's other sources opened."""
    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(story=story)
        article.refresh_from_db()
        done = article.versions.filter(runs__state=RunState.DONE).select_related("article__source").order_by("number")
        opened: list[ContradictionFlag] = []
        for version in done:
            lock_story(version)
            opened += flags.sync_between(version, mentions_of(version))
        return opened
