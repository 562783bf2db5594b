"""Finds the story that a new article belongs to, or opens one, and says why. See docs/engine.md, "Stories"."""

from dataclasses import dataclass, replace
from functools import cache

import structlog

from claims.engine import embedding
from claims.engine.profiles import Profile
from claims.engine.records import Extraction, Figure
from claims.engine.story_reasons import may_be_one
from claims.engine.storyline import WINDOW, Candidate, Match, bridge
from claims.enums import Kind, PlacedBy
from claims.models import ProfileKey, StoryMove, StoryProfile
from claims.queries.neighbours import told_nearby
from claims.services import rows, stories
from claims.services.locks import lock_placing, share_placing
from claims.services.story_search import matched, members
from sources.enums import SourceKind
from sources.models import Article, ArticleVersion
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
    if found.story is None:
        return _assign(version, found)
    bridges = [one for other in found.others if (one := _bridge(version, profile, found.story, other)) is not None]
    if not all(one.by_engine for one in bridges):
        found = replace(found, reason=may_be_one(found.reason, version.language))
    move = _assign(version, found)
    _join(version, [one for one in bridges if one.by_engine])
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


@dataclass(frozen=True, slots=True)
class _Bridge:
    """Another story that a new article shows to be one with its own. by_engine: nobody placed any of its articles."""

    articles: list[Article]
    by_engine: bool
    match: Match


def _bridge(version: ArticleVersion, profile: Profile, story: int, other: int) -> _Bridge | None:
    articles = list(Article.objects.filter(story=other).order_by("pk")[: MOST_MOVED + 1])
    theirs = members([other])
    if len(articles) > MOST_MOVED or len(theirs) < len(articles):
        return None
    keys = {key for one in theirs for key in one.profile.keys}
    told, _ = told_nearby(keys, version.published_at, WINDOW, excluded=version.article_id)
    new = Candidate(story, version.article_id, profile)
    found = bridge(members([story]), theirs, new, told, version.language)
    return None if found is None else _Bridge(articles, _all_by_engine(articles), found)


def _join(version: ArticleVersion, bridges: list[_Bridge]) -> None:
    """Has the articles of other stories follow a new one into its own."""
    story = version.article.story
    assert story is not None
    for one in bridges:
        for article in one.articles:
            log.info("linked", article_id=article.pk, story_id=story.pk, by_article=version.article_id)
            stories.bring_along(article, story, reason=one.match.reason, score=one.match.score)


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
