"""Finds the story that a new article belongs to, or opens one, and says why. See docs/engine.md, "Stories"."""

from functools import cache

import structlog

from claims.engine import embedding
from claims.engine.profiles import Profile
from claims.engine.records import Extraction, Figure
from claims.engine.storyline import WINDOW, Candidate, Match, bridge
from claims.enums import Kind, PlacedBy
from claims.models import ProfileKey, StoryMove, StoryProfile
from claims.queries.neighbours import told_nearby
from claims.services import rows, stories
from claims.services.locks import lock_placing, share_placing
from claims.services.story_search import matched, members
from sources.enums import SourceKind
from sources.models import Article, ArticleVersion, Story
from sources.services.catalogue import open_story

log = structlog.get_logger(__name__)

# A story with more articles than this is not moved into another by the engine.
MOST_MOVED = 12
KEY_LENGTH = 80
# These publish about others; any other publisher's own name says what its texts are about.
_ABOUT_OTHERS = frozenset({SourceKind.NEWS_OUTLET, SourceKind.WIRE_AGENCY})


def read_profile(version: ArticleVersion, found: Extraction) -> Profile:
    """What a version is about. found: what the engine extracted from it. Takes no lock and no row."""
    # The parser is loaded in processes that read texts, and in no other.
    from claims.engine.profiling import profile_of

    _warn_of_other_arithmetic()
    source = version.article.source
    return profile_of(
        rows.parts(version),
        version.published_at,
        language=version.language,
        parsed=found.parse,
        speaker="" if source.kind in _ABOUT_OTHERS else source.name,
        agency=source.name if source.kind == SourceKind.WIRE_AGENCY else "",
        figures=[record for record in found.of(Kind.FIGURE) if isinstance(record, Figure)],
    )


def place(version: ArticleVersion, profile: Profile) -> StoryMove | None:
    """Keeps the profile of a version, and puts its article in a story where it has none. Needs a transaction.

    Until the transaction ends no article changes its story: of two first ones of one event the second sees the first.
    """
    article = version.article
    if article.story_id is None:
        lock_placing()
    else:
        share_placing()
    article.refresh_from_db(fields=["story"])
    _keep(version, profile)
    if article.story_id is not None or _taken_out_by_hand(article):
        return None
    found = matched(version, profile)
    move = _assign(version, found)
    for other in found.others:
        _join(version, profile, other)
    return move


def _assign(version: ArticleVersion, found: Match) -> StoryMove:
    article = version.article
    story_id = found.story if found.story is not None else open_story(version.title).pk
    Article.objects.filter(pk=article.pk).update(story=story_id)
    article.refresh_from_db(fields=["story"])
    log.info("placed", article_id=article.pk, story_id=story_id, score=round(found.score, 2), reason=found.reason)
    return StoryMove.objects.create(
        article=article,
        became_id=story_id,
        placed_by=PlacedBy.ENGINE,
        opened_story=found.story is None,
        reason=found.reason,
        score=found.score,
        nearest_id=found.article,
    )


def _join(version: ArticleVersion, profile: Profile, other: int) -> None:
    """Has a story's articles follow into that of a new article which shows that the two are one.

    Only where the engine put all of them where they are: what a person chose stays.
    """
    article = version.article
    assert article.story_id is not None
    moving = list(Article.objects.filter(story=other).order_by("pk")[: MOST_MOVED + 1])
    if len(moving) > MOST_MOVED or not _all_by_engine(moving):
        return
    theirs = members([other])
    if len(theirs) < len(moving):
        return
    keys = {key for one in theirs for key in one.profile.keys}
    told, _ = told_nearby(keys, version.published_at, WINDOW, excluded=article.pk)
    new = Candidate(article.story_id, article.pk, profile)
    ours = [one for one in members([article.story_id]) if one.article != article.pk]
    found = bridge(ours, theirs, new, told, version.language)
    if found is None:
        return
    story = Story.objects.get(pk=article.story_id)
    for one in moving:
        log.info("linked", article_id=one.pk, story_id=story.pk, by_article=article.pk)
        stories.bring_along(one, story, reason=found.reason, score=found.score)


def _all_by_engine(articles: list[Article]) -> bool:
    moves = StoryMove.objects.filter(article__in=articles)
    placed = set(moves.filter(placed_by=PlacedBy.ENGINE).values_list("article", flat=True))
    by_hand = moves.filter(placed_by=PlacedBy.HAND).exists()
    return not by_hand and placed == {one.pk for one in articles}


def _taken_out_by_hand(article: Article) -> bool:
    last = article.story_moves.last()
    return last is not None and last.placed_by == PlacedBy.HAND


def _keep(version: ArticleVersion, profile: Profile) -> None:
    """The profile of the latest version that was read stands for the article."""
    stored = StoryProfile.objects.select_related("version").filter(pk=version.article_id).first()
    if stored and stored.version.number > version.number:
        return
    columns = {
        "version": version,
        "published_at": profile.published,
        "model": embedding.MODEL,
        "vector": list(profile.vector),
        "names": list(profile.names),
        "numbers": sorted(profile.numbers),
        "days": sorted(profile.days),
        "named": sorted(profile.named),
        "words": sorted(profile.words),
        "repeated": sorted(profile.repeated),
        "figures": sorted(profile.figures),
    }
    row, _ = StoryProfile.objects.update_or_create(article_id=version.article_id, defaults=columns)
    ProfileKey.objects.filter(profile=row).delete()
    ProfileKey.objects.bulk_create(
        ProfileKey(profile=row, key=key, published_at=profile.published)
        for key in sorted(profile.keys)
        if len(key) <= KEY_LENGTH
    )


@cache
def _warn_of_other_arithmetic() -> None:
    """Says so once a process where this processor does not come to the vectors that the model gives elsewhere."""
    lowest = embedding.faithfulness()
    if lowest < embedding.FAITHFUL:
        log.warning("embeddings_differ_on_this_processor", likeness=round(lowest, 3), expected=embedding.FAITHFUL)
