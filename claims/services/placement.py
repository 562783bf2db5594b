"""Finds the story that a new article belongs to, or opens one, and says why. See docs/engine.md, "Stories"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import structlog
from django.db.models import Count

from claims.engine import embedding
from claims.engine.profiles import Profile, weight
from claims.engine.records import Extraction
from claims.engine.storyline import WINDOW, Candidate, Match, match, rarity, strays
from claims.enums import PlacedBy
from claims.models import ProfileKey, StoryMove, StoryProfile
from claims.queries.neighbours import nearest_articles, profiles_in, profiles_of, told_nearby
from claims.services import rows, stories
from claims.services.locks import lock_placing, share_placing
from sources.enums import SourceKind
from sources.models import Article, ArticleVersion, Story
from sources.services.catalogue import open_story

log = structlog.get_logger(__name__)

# So many articles are looked at closely, however many there are: the nearest in meaning, and those that share most.
NEAREST = 20
SHARING = 20
# Of the story that is chosen, so many articles are asked what they name, for the reason shown.
TOLD = 50
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
    near = _near(version, profile)
    found = _matched(version, profile, near)
    move = _assign(version, found)
    if found.story is not None:
        _link(version, profile, near, found.story)
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


def _link(version: ArticleVersion, profile: Profile, near: "_Near", story_id: int) -> None:
    """Has articles follow that were alone so far and that this one links to its story, unless a person placed them."""
    others = {one.story: one for one in near.candidates if one.story != story_id}
    crowded = Article.objects.filter(story__in=others).values("story").annotate(held=Count("pk")).filter(held__gt=1)
    by_hand = StoryMove.objects.filter(article__in=[one.article for one in others.values()], placed_by=PlacedBy.HAND)
    opened = StoryMove.objects.filter(
        article__in=[one.article for one in others.values()], became__in=others, opened_story=True
    ).exclude(article__in=by_hand.values("article"))
    alone = set(opened.values_list("article", flat=True))
    full = set(crowded.values_list("story", flat=True))
    free = [one for one in others.values() if one.article in alone and one.story not in full]
    for stray in strays(profile, free, near.told, story_id, version.language):
        assert stray.article is not None
        article = Article.objects.select_related("story").get(pk=stray.article)
        log.info("linked", article_id=article.pk, story_id=story_id, by_article=version.article_id)
        stories.bring_along(article, Story.objects.get(pk=story_id), reason=stray.reason, score=stray.score)


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
    }
    row, _ = StoryProfile.objects.update_or_create(article_id=version.article_id, defaults=columns)
    ProfileKey.objects.filter(profile=row).delete()
    ProfileKey.objects.bulk_create(
        ProfileKey(profile=row, key=key, published_at=profile.published)
        for key in sorted(profile.keys)
        if len(key) <= KEY_LENGTH
    )


@dataclass(frozen=True, slots=True)
class _Near:
    """Articles that may be of the same event, and which stories have each key; see `storyline.match`."""

    candidates: list[Candidate]
    told: dict[str, frozenset[int]]


def _near(version: ArticleVersion, profile: Profile) -> _Near:
    at, own = version.published_at, version.article_id
    told, sharing = told_nearby(profile.keys, at, WINDOW, excluded=own)
    near = nearest_articles(profile.vector, embedding.MODEL, at, WINDOW, excluded=own, most=NEAREST)
    chosen = {*near, *_most_shared(sharing, told)}
    return _Near([_candidate(row) for row in profiles_of(chosen, embedding.MODEL)], told)


def _matched(version: ArticleVersion, profile: Profile, near: _Near) -> Match:
    found = match(profile, near.candidates, near.told, version.language)
    if found.story is None:
        return found
    fellows = [_candidate(row) for row in profiles_in(found.story, embedding.MODEL, TOLD)]
    return match(profile, _together(near.candidates, fellows, found.story), near.told, version.language)


def _together(candidates: list[Candidate], fellows: list[Candidate], story: int) -> list[Candidate]:
    """The articles of one story, each once."""
    both = {one.article: one for one in (*candidates, *fellows) if one.story == story}
    return list(both.values())


def _most_shared(sharing: Mapping[int, set[str]], told: Mapping[str, frozenset[int]]) -> list[int]:
    """The articles that share most with the new one, names that few stories have counting most."""
    shares = {
        article: sum(weight(key.removeprefix("#")) * rarity(len(told[key])) for key in keys)
        for article, keys in sharing.items()
    }
    return sorted(shares, key=lambda article: (-shares[article], -article))[:SHARING]


def _candidate(row: StoryProfile) -> Candidate:
    assert row.article.story_id is not None
    profile = Profile(
        vector=tuple(float(number) for number in row.vector),
        names=tuple(row.names),
        numbers=frozenset(row.numbers),
        days=frozenset(row.days),
        published=row.published_at,
    )
    return Candidate(row.article.story_id, row.article_id, profile)


@cache
def _warn_of_other_arithmetic() -> None:
    """Says so once a process where this processor does not come to the vectors that the model gives elsewhere."""
    lowest = embedding.faithfulness()
    if lowest < embedding.FAITHFUL:
        log.warning("embeddings_differ_on_this_processor", likeness=round(lowest, 3), expected=embedding.FAITHFUL)
