"""The stories that an article may belong to, read from the archive: a bounded number of rows in any archive."""

from collections.abc import Mapping

from claims.engine import embedding
from claims.engine.kinship import rarity
from claims.engine.profiles import Profile, weight
from claims.engine.storyline import WINDOW, Candidate, Match, match
from claims.models import StoryProfile
from claims.queries.neighbours import nearest_articles, profiles_in, profiles_of, told_nearby
from sources.models import ArticleVersion

# So many articles are looked at, however many there are: the nearest in meaning, and those that share most.
NEAREST = 20
SHARING = 20
# So many of their stories are looked at closely, the likeliest, each by so many of its latest articles.
STORIES = 6
TOLD = 30


def matched(version: ArticleVersion, profile: Profile) -> Match:
    """The story that an article belongs to, of those of the articles that are nearest and share most."""
    at, own = version.published_at, version.article_id
    told, sharing = told_nearby(profile.keys, at, WINDOW, excluded=own)
    near = nearest_articles(profile.vector, embedding.MODEL, at, WINDOW, excluded=own, most=NEAREST)
    chosen = {*near, *_most_shared(sharing, told)}
    candidates = [_candidate(row) for row in profiles_of(chosen, embedding.MODEL)]
    likeliest = _likeliest(profile, candidates, told)
    return match(profile, members(likeliest), told, version.language)


def _likeliest(profile: Profile, candidates: list[Candidate], told: Mapping[str, frozenset[int]]) -> list[int]:
    """The stories that are worth a close look, by what is known of the articles found."""
    shares: dict[int, float] = {}
    for one in candidates:
        shared = profile.keys & one.profile.keys
        share = sum(weight(key.removeprefix("#")) * rarity(len(told.get(key, ()))) for key in shared)
        near = share + 4 * embedding.likeness(profile.vector, one.profile.vector)
        shares[one.story] = max(near, shares.get(one.story, 0.0))
    return sorted(shares, key=lambda story: (-shares[story], story))[:STORIES]


def members(story_ids: list[int]) -> list[Candidate]:
    """The latest articles of some stories, so many of each."""
    return [_candidate(row) for row in profiles_in(story_ids, embedding.MODEL, TOLD)]


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
        named=frozenset(row.named),
        words=frozenset(row.words),
        repeated=frozenset(row.repeated),
        figures=frozenset(row.figures),
    )
    return Candidate(row.article.story_id, row.article_id, profile)
