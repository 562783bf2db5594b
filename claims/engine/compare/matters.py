"""What a vote was about, and what calling those have who are counted."""

import re
from functools import cache

from claims.engine.compare.clauses import Place
from claims.engine.compare.words import content, ideas, words
from claims.engine.lexicon import lexicon

# How many words behind a number may tell the calling of those counted.
NOUNS = 3


def matter_of(place: Place, language: str = "en") -> frozenset[str]:
    """The content of the motion that a count of votes was on ("the motion to adjourn"), () where none is named."""
    for pattern in _motions(language):
        found = pattern.search(place.text)
        if found:
            return content(found.group(1), language)
    return frozenset()


@cache
def _motions(language: str) -> tuple["re.Pattern[str]", ...]:
    return tuple(re.compile(pattern) for pattern in lexicon(language, "votes").MOTIONS)


def calling_of(place: Place, language: str = "en") -> frozenset[str]:
    """The stems of the nouns right behind a number, as far as the first word that is none: "4,000 bus drivers"."""
    behind = place.text[place.value.end : place.own.end]
    until = min((idea.start for idea in ideas(behind, "STATUS", language)), default=len(behind))
    stop, everybody = lexicon(language, "morphology").STOP, lexicon(language, "statuses").OF_ANY_CALLING
    found: list[str] = []
    for word in words(behind[:until], language)[:NOUNS]:
        lower = word.text.lower()
        if lower in stop or word.is_number:
            break
        found.append(word.stem)
        if lower in everybody:
            return frozenset()
    return frozenset(found)
