"""Which story an article belongs to: the one whose articles name the same rare things, at about the same time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from math import log, log2

from claims.engine.embedding import likeness
from claims.engine.lexicon import lexicon
from claims.engine.profiles import Profile, name_words, weight

# Articles further apart are never one story by themselves; an editor may still put them together.
WINDOW = timedelta(days=45)
# An article joins the story with the highest score from here on. Found on invented stories, see docs/engine.md.
ENOUGH = 0.60
# Without this much in names and numbers two articles may be about the same kind of event, but not about one.
LEAST_EVIDENCE = 0.8
# Further evidence than this adds nothing: long articles share more names.
MOST_EVIDENCE = 4.0
MOST_NUMBERS = 1.6
PER_EVIDENCE = 0.08
PER_DOUBLED_DAY = 0.10
# Both say when it was, and the days lie so many apart: most likely another event of the kind.
DAYS_APART = 1
OTHER_DAYS = 0.2
_SHOWN = 3
# Numbers with so few digits besides zeros are met by chance now and then.
_SHORT_NUMBER = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that has a story, and may be of the same event. story, article: the caller's ids."""

    story: int
    article: int
    profile: Profile


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two articles share. words: those of names, with what each weighs here. numbers: likewise.

    score: likeness of the openings, raised by names and numbers, lowered by time and by other days.
    """

    words: Mapping[str, float]
    numbers: Mapping[str, float]
    likeness: float
    apart: timedelta
    other_days: bool
    score: float

    @property
    def amount(self) -> float:
        return min(MOST_EVIDENCE, sum(self.words.values()) + min(MOST_NUMBERS, sum(self.numbers.values())))

    @property
    def enough(self) -> bool:
        return self.amount >= LEAST_EVIDENCE and self.score >= ENOUGH


@dataclass(frozen=True, slots=True)
class Match:
    """story: None where the article begins a new one. score: of the nearest article, 0 where there is none near.

    reason: one plain phrase. article: the nearest one, or None.
    """

    story: int | None
    score: float
    reason: str
    article: int | None = None
    evidence: Evidence | None = field(default=None, repr=False)


def match(
    new: Profile, candidates: Sequence[Candidate], told: Mapping[str, frozenset[int]], language: str = "en"
) -> Match:
    """The story that an article belongs to, or none, with the reason.

    candidates: articles of the stories that may be it, at most some dozens. told: for each of `new.keys` the stories
    that have it; a name that many stories have weighs little.
    """
    best: tuple[Candidate, Evidence] | None = None
    for candidate in sorted(candidates, key=lambda one: one.article):
        found = evidence(new, candidate.profile, _elsewhere(new, candidate.story, told))
        if best is None or (found.enough, found.score) > (best[1].enough, best[1].score):
            best = candidate, found
    words = lexicon(language, "storylines")
    if best is None:
        return Match(None, 0.0, words.NOTHING_NEAR.format(days=WINDOW.days))
    nearest, why = best
    if not why.enough:
        return Match(None, why.score, _too_little(new, why, language), nearest.article, why)
    story = [one.profile for one in candidates if one.story == nearest.story]
    return Match(nearest.story, why.score, _reason(new, story, why, language), nearest.article, why)


def strays(
    new: Profile,
    candidates: Sequence[Candidate],
    told: Mapping[str, frozenset[int]],
    story: int,
    language: str = "en",
) -> list[Match]:
    """Articles that should have been in the story that a new one joined: it links them where nothing did before.

    candidates: articles that are alone in stories of their own. Gives a match for each that comes along: its `article`,
    the story, and the reason. So it matters less in which order articles come in.
    """
    found = []
    for candidate in sorted(candidates, key=lambda one: one.article):
        why = evidence(new, candidate.profile, _elsewhere(new, candidate.story, told))
        if candidate.story != story and why.enough:
            reason = lexicon(language, "storylines").LINKED + _reason(new, [candidate.profile], why, language)
            found.append(Match(story, why.score, reason, candidate.article, why))
    return found


def evidence(a: Profile, b: Profile, elsewhere: Mapping[str, int]) -> Evidence:
    """What two articles share. elsewhere: how many other stories have a word or number as well."""
    words = {word: weight(word) * rarity(elsewhere.get(word, 0)) for word in _shared_words(a.names, b.names)}
    numbers = {
        number: _number_weight(number) * rarity(elsewhere.get(f"#{number}", 0)) for number in a.numbers & b.numbers
    }
    amount = min(MOST_EVIDENCE, sum(words.values()) + min(MOST_NUMBERS, sum(numbers.values())))
    alike = likeness(a.vector, b.vector)
    apart = abs(a.published - b.published)
    other_days = _on_other_days(a, b)
    score = alike + PER_EVIDENCE * amount - PER_DOUBLED_DAY * log2(1 + apart / timedelta(days=1))
    score -= OTHER_DAYS * other_days
    return Evidence(words, numbers, alike, apart, other_days, score if apart <= WINDOW else 0.0)


def _shared_words(some: Iterable[str], others: Iterable[str]) -> set[str]:
    """The words of names that can be one: all words of the shorter are in the longer, or two of them are in both."""
    other_names = [frozenset(name_words(name)) for name in others]
    shared: set[str] = set()
    for words in (frozenset(name_words(name)) for name in some):
        for other in other_names:
            both = words & other
            if both and (len(both) > 1 or both in (words, other)):
                shared |= both
    return shared


def rarity(stories: int) -> float:
    """What a name weighs by how many other stories have it: 1 for none, 0.6 for one, a quarter for twenty."""
    return 1 / (1 + log(1 + stories))


def _number_weight(number: str) -> float:
    return 0.5 if len(number.replace(".", "").strip("0")) <= _SHORT_NUMBER else 0.8


def _on_other_days(a: Profile, b: Profile) -> bool:
    """Whether both say on what days it was, and all of those lie well apart."""
    gaps = [abs(one - other).days for one in a.days for other in b.days]
    return bool(gaps) and min(gaps) > DAYS_APART


def _elsewhere(new: Profile, story: int, told: Mapping[str, frozenset[int]]) -> dict[str, int]:
    return {key: len(told.get(key, frozenset()) - {story}) for key in new.keys}


def _reason(new: Profile, story: Sequence[Profile], why: Evidence, language: str) -> str:
    words = lexicon(language, "storylines")
    parts = []
    names = _telling_names(new, why)
    if names:
        asked = {word for name in names for word in name_words(name)} & why.words.keys()
        count = sum(bool(asked & _shared_words(names, one.names)) for one in story)
        articles, does = words.ONE_ARTICLE if count < 2 else (words.ARTICLES.format(count=count), "do")
        parts.append(words.SHARED_NAMES.format(names=words.AND.join(names), articles=articles, does=does))
    numbers = sorted(why.numbers, key=lambda number: (-len(number), number))[:_SHOWN]
    if numbers:
        parts.append(words.SHARED_NUMBERS.format(numbers=words.AND.join(_grouped(number) for number in numbers)))
    return "; ".join([*parts, _alike(why.likeness, language), _gap(why.apart, language)])


def _too_little(new: Profile, why: Evidence, language: str) -> str:
    words = lexicon(language, "storylines")
    names = _telling_names(new, why)
    said = words.ONLY_SHARED.format(names=words.AND.join(names)) if names else words.NO_SHARED
    parts = [said, _alike(why.likeness, language), _gap(why.apart, language)]
    return str(words.TOO_LITTLE.format(why="; ".join([*parts, words.OTHER_DAYS] if why.other_days else parts)))


def _alike(value: float, language: str) -> str:
    bands = lexicon(language, "storylines").NEAR
    said: str = next(wording for floor, wording in bands if value >= floor or wording is bands[-1][1])
    return said.format(likeness=f"{value:.2f}")


def _telling_names(new: Profile, why: Evidence) -> list[str]:
    """The shared names that weigh most, each word told once, in the order of the text."""
    weighed = []
    for at, name in enumerate(new.names):
        told = sum(why.words.get(word, 0.0) for word in name_words(name))
        if told > 0:
            weighed.append((-told, len(name), at, name))
    chosen: list[tuple[int, str]] = []
    seen: set[str] = set()
    for _, _, at, name in sorted(weighed):
        if not set(name_words(name)) & seen:
            chosen.append((at, name))
            seen.update(name_words(name))
    return [name for _, name in sorted(chosen[:_SHOWN])]


def _grouped(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}"


def _gap(apart: timedelta, language: str) -> str:
    words = lexicon(language, "storylines")
    hours = round(apart / timedelta(hours=1))
    if hours < 1:
        return str(words.GAP["minutes"])
    if hours < 48:
        return str(words.ONE_HOUR if hours == 1 else words.GAP["hours"].format(count=hours))
    return str(words.GAP["days"].format(count=apart.days))
