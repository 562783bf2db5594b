"""What a sentence denies by its own words ("it is not true that"), and what only points at what was said before."""

import re
from functools import cache, lru_cache
from types import ModuleType

from claims.engine.lexicon import lexicon

# Frames around frames: "claims that it is not true that".
_DEEPEST = 3


@lru_cache(maxsize=20_000)
def undenied(text: str, language: str = "en") -> tuple[str, bool]:
    """A proposition without the words around it that deny it, and whether they do: ("the doors were locked", True)
    for "reports that the doors were locked are untrue". A "claim that" around it goes too."""
    denied = False
    for _ in range(_DEEPEST):
        found = _first(text, "DENIALS", language)
        denied ^= found is not None
        found = found or _first(text, "CLAIMED", language)
        if found is None:
            break
        text = text[found.start("said") : found.end("said")]
    return text, denied


def denial_in(text: str, language: str = "en") -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where a sentence that denies something by its own words has what it denies, and the words that do; or None."""
    found = _first(text, "DENIALS", language)
    return None if found is None else (found.span("said"), found.span("cue"))


def points_at(words: str, language: str = "en") -> tuple[bool, bool]:
    """Whether words only point at what was said before ("this", "the claim", "they were"), and whether they say that
    it is not so ("that is false", "they were not")."""
    denied = any(_matches(words, name, language) for name in ("POINTING_DENIED", "LEFT_OUT_DENIED"))
    return denied or any(_matches(words, name, language) for name in ("POINTING", "LEFT_OUT")), denied


def asked(words: str, language: str = "en") -> str | None:
    """What somebody was asked by the words before his answer ("Asked whether it had known,"), as a statement."""
    found = next((one for pattern in _patterns("ASKED", language) for one in pattern.finditer(_plain(words))), None)
    return None if found is None else words[found.start("said") : found.end("said")]


def is_claim(words: str, language: str = "en") -> bool:
    """Whether words that point back call it a claim: "the allegation"."""
    return any(pattern.match(_plain(words)) for pattern in _patterns("SHELL", language))


def is_nobodys(words: str, language: str = "en") -> bool:
    """Whether words begin with an "it" that stands for nobody: "it was not true that"."""
    return _matches(words, "NOBODYS_IT", language)


def _matches(words: str, name: str, language: str) -> bool:
    return any(pattern.fullmatch(_plain(words)) for pattern in _patterns(name, language))


def _first(text: str, name: str, language: str) -> "re.Match[str] | None":
    plain = _plain(text)
    matches = (pattern.fullmatch(plain) for pattern in _patterns(name, language)) if len(plain) == len(text) else ()
    return next((found for found in matches if found is not None), None)


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


@cache
def _patterns(name: str, language: str) -> tuple["re.Pattern[str]", ...]:
    known: ModuleType = lexicon(language, "denials")
    listed: str | tuple[str, ...] = getattr(known, name)
    return tuple(re.compile(one) for one in ((listed,) if isinstance(listed, str) else listed))
