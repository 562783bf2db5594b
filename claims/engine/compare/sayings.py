"""Propositions in plain words, so that two that say one thing in other words are seen to."""

import re
from functools import cache, lru_cache

from claims.engine.lexicon import lexicon


@lru_cache(maxsize=20_000)
def plainly(text: str, language: str = "en") -> str:
    """A proposition with the plain word for each wording that the lexicon has as another way to say it.

    "They were not aware of the tests" gives "They were not known the tests": for comparing, and nothing else.
    """
    pattern, plain = _sayings(language)
    text = text.replace("’", "'")
    return pattern.sub(lambda found: plain[str(found.lastgroup)], text) if plain else text


@cache
def _sayings(language: str) -> "tuple[re.Pattern[str], dict[str, str]]":
    """One pattern over all wordings, each in a group of its own, and the plain word for each group."""
    known: tuple[tuple[str, str], ...] = tuple(lexicon(language, "sayings").SAYINGS)
    ways = "|".join(rf"(?P<way{at}>\b(?:{wording})(?!\w))" for at, (wording, _) in enumerate(known))
    return re.compile(ways, re.IGNORECASE), {f"way{at}": plain for at, (_, plain) in enumerate(known)}
