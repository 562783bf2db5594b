"""The words of a text that say what it is about: those of names, and others that are rare."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from claims.engine.lexicon import lexicon
from claims.engine.profiles import name_words, stem, weight

MOST_WORDS = 40
LEAST_OF_NAME, LEAST_OF_WORD = 0.03, 0.09
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(r"[.!?\n:“”‘\"]\s*$")


@dataclass(frozen=True, slots=True)
class Wording:
    """named, words, repeated: see `profiles.Profile`."""

    named: frozenset[str]
    words: frozenset[str]
    repeated: frozenset[str]


def wording(title: str, body: str, names: Sequence[str], *, own: str = "", language: str = "en") -> Wording:
    """What a text is about by its words.

    body: without the dateline. names: those that the parser found. own: the name of an agency, which stands under all
    that it sends and says nothing of what happened.
    """
    no_names = lexicon(language, "titles").CALENDAR | lexicon(language, "storylines").NO_NAMES
    left_out = {stem(word) for word in (*no_names, *name_words(own))}
    small, capital, inside = _counted(title, body)
    named = {word for word, times in capital.items() if times > small[word] and word in inside}
    named |= {stem(word) for name in names for word in name_words(name, language)}
    named = {word for word in _telling(named, LEAST_OF_NAME, 2) if word not in left_out}
    times = small + capital
    others = _telling((word for word in small if word not in named and word not in left_out), LEAST_OF_WORD, 3)
    words = sorted(others, key=lambda word: (-weight(word) * (1 + log(times[word])), word))[:MOST_WORDS]
    repeated = {word for word in named | set(words) if times[word] > 1 and weight(word) > LEAST_OF_WORD}
    return Wording(frozenset(named), frozenset(words), frozenset(repeated))


def _counted(title: str, body: str) -> tuple[Counter[str], Counter[str], set[str]]:
    """How often each word stands in small letters and with a capital, and which have one inside a sentence."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    inside: set[str] = set()
    for text, tells in ((title, not is_titled(title)), (body, True)):
        for found in _WORD.finditer(text):
            word = stem(found.group())
            if found.group()[0].islower():
                small[word] += 1
                continue
            capital[word] += 1
            before = text[max(0, found.start() - 3) : found.start()]
            if tells and before.strip() and not _OPENING.search(before):
                inside.add(word)
    return small, capital, inside


def is_titled(headline: str) -> bool:
    """Whether most words of a headline have a capital, so that capitals tell no names."""
    longer: list[str] = [word for word in _WORD.findall(headline) if len(word) > 3]
    return sum(word[0].isupper() for word in longer) * 2 > len(longer) + 1


def _telling(words: Iterable[str], least: float, longer_than: int) -> set[str]:
    return {word for word in words if len(word) > longer_than and weight(word) >= least}
