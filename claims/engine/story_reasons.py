"""Why an article is in a story, or in none, in one plain phrase for the desk."""

from collections.abc import Sequence
from datetime import timedelta

from claims.engine.kinship import Kinship
from claims.engine.lexicon import lexicon
from claims.engine.profiles import Profile, name_words, stem

_SHOWN = 3


def reason(new: Profile, story: Sequence[Profile], why: Kinship, language: str = "en") -> str:
    """What an article shares with the articles of its story."""
    words = lexicon(language, "storylines")
    parts = []
    if names := _telling_names(new, why):
        asked = {stem(word) for name in names for word in name_words(name)} & why.names.keys()
        count = sum(bool(asked & one.named) for one in story)
        articles, does = words.ONE_ARTICLE if count < 2 else (words.ARTICLES.format(count=count), "do")
        parts.append(words.SHARED_NAMES.format(names=words.AND.join(names), articles=articles, does=does))
    if numbers := sorted(why.numbers, key=lambda number: (-len(number), number))[:_SHOWN]:
        parts.append(words.SHARED_NUMBERS.format(numbers=words.AND.join(_grouped(number) for number in numbers)))
    return "; ".join([*parts, _alike(why.likeness, language), _gap(why.apart, language)])


def too_little(new: Profile, why: Kinship, language: str = "en") -> str:
    """Why an article is not in the story that is nearest to it."""
    words = lexicon(language, "storylines")
    names = _telling_names(new, why)
    said = words.ONLY_SHARED.format(names=words.AND.join(names)) if names else words.NO_SHARED
    parts = [said, _alike(why.likeness, language), _gap(why.apart, language)]
    return str(words.TOO_LITTLE.format(why="; ".join([*parts, words.OTHER_DAYS] if why.other_days else parts)))


def nothing_near(window: timedelta, language: str = "en") -> str:
    """Why an article is in no story where there is none to compare it with."""
    return str(lexicon(language, "storylines").NOTHING_NEAR.format(days=window.days))


def linked(why: str, language: str = "en") -> str:
    """Why articles follow a later one into its story. why: what that one shares with them."""
    return str(lexicon(language, "storylines").LINKED) + why


def may_be_one(why: str, language: str = "en") -> str:
    """A reason that ends by pointing to another story, which somebody made by hand and the engine leaves alone."""
    return why + str(lexicon(language, "storylines").MAY_BE_ONE)


def _alike(value: float, language: str) -> str:
    bands = lexicon(language, "storylines").NEAR
    said: str = next(wording for floor, wording in bands if value >= floor or wording is bands[-1][1])
    return said.format(likeness=f"{value:.2f}")


def _telling_names(new: Profile, why: Kinship) -> list[str]:
    """The shared names that weigh most, each word told once, in the order of the text."""
    weighed = []
    for at, name in enumerate(new.names):
        told = sum(why.names.get(stem(word), 0.0) for word in name_words(name))
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
