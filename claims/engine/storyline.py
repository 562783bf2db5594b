"""Which story an article belongs to: the one whose articles most likely tell of the same event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from claims.engine.kinship import ENOUGH, Kinship, kinship, rarity
from claims.engine.profiles import Profile
from claims.engine.story_reasons import linked, nothing_near, reason, too_little

# Articles further apart are never one story by themselves; an editor may still put them together. Less than a year, as
# budgets, elections and anniversaries come again after one.
WINDOW = timedelta(days=300)

Told = Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that has a story, and may be of the same event. story, article: the caller's ids."""

    story: int
    article: int
    profile: Profile


@dataclass(frozen=True, slots=True)
class Match:
    """story: None where the article begins a new one. score: the likelihood that it is of the story, or of the nearest.

    reason: one plain phrase. article: the nearest one, or None where there is none. others: the stories besides that
    it is as likely of, the likeliest first: it may have shown that they are one.
    """

    story: int | None
    score: float
    reason: str
    article: int | None = None
    others: tuple[int, ...] = ()


def match(new: Profile, candidates: Sequence[Candidate], told: Told, language: str = "en") -> Match:
    """The story that an article belongs to, or none, with the reason.

    candidates: articles of the stories that may be it, at most some hundred; each story is judged by those of its
    articles that are here. told: for each of `new.keys` the stories that have it; a word that many have weighs little.
    """
    found: dict[int, Kinship] = {}
    stories = {story: members for story, members in _by_story(candidates).items() if _in_time(new, members)}
    for story, members in stories.items():
        found[story] = _kin(new, members, told, {story})
    if not found:
        return Match(None, 0.0, nothing_near(WINDOW, language))
    ranked = sorted(found, key=lambda story: (-found[story].likelihood, -found[story].likeness, story))
    best, why = ranked[0], found[ranked[0]]
    nearest = stories[best][why.nearest].article
    if not why.enough:
        return Match(None, why.likelihood, too_little(new, why, language), nearest)
    others = tuple(story for story in ranked[1:] if found[story].enough)
    members_of = [one.profile for one in stories[best]]
    return Match(best, why.likelihood, reason(new, members_of, why, language), nearest, others)


def bridge(
    story: Sequence[Candidate], other: Sequence[Candidate], new: Candidate, told: Told, language: str = "en"
) -> Match | None:
    """Whether two stories are one, as an article of the first that is likely of both suggests; None where not.

    It is so where the articles of the other are, on average, likely of the first with the new one. told: for the keys
    of the other's articles the stories that have them. The match gives the first story, and the reason to be shown.
    """
    whole = [*story, new]
    near = [one for one in other if _in_time(one.profile, whole)]
    if not near or len(near) < len(other):
        return None
    both = {new.story, near[0].story}
    likely = [_kin(one.profile, whole, told, both).likelihood for one in near]
    mean = sum(likely) / len(likely)
    if mean < ENOUGH:
        return None
    members = [one.profile for one in near]
    why = _kin(new.profile, near, told, both)
    return Match(new.story, mean, linked(reason(new.profile, members, why, language), language), new.article)


def _kin(new: Profile, members: Sequence[Candidate], told: Told, own: set[int]) -> Kinship:
    return kinship(new, [one.profile for one in members], lambda key: rarity(len(told.get(key, frozenset()) - own)))


def _by_story(candidates: Iterable[Candidate]) -> dict[int, list[Candidate]]:
    stories: dict[int, list[Candidate]] = defaultdict(list)
    for one in sorted(candidates, key=lambda one: one.article):
        stories[one.story].append(one)
    return stories


def _in_time(new: Profile, members: Sequence[Candidate]) -> bool:
    return any(abs(one.profile.published - new.published) <= WINDOW for one in members)
