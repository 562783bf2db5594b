"""What else a text calls those who speak in it: the office they hold and the body that they hold it in."""

import re
from functools import cache

from claims.engine.lexicon import lexicon

# How far from a name its office may stand, in characters.
REACH = 90
# How many places of a name are looked at; the first ones introduce it.
PLACES = 4
_BEFORE = re.compile(r"(?:^|[.;:!?\n“”\"]|,(?!\d))\s*([^.;:!?\n“”\",]+?)\s*,?\s*$")
_BEHIND = re.compile(r"^(?:[’']s)?,\s+([^.;:!?\n“”\",]+?)(?=[,.;:\n“”\"]|$)")


def offices_of(name: str | None, text: str, language: str = "en") -> tuple[str, ...]:
    """The descriptions beside a person's name that name an office: "chief executive of Arden Gold". () without a name.

    name: as a claimant is given, with or without a title.
    """
    rules = lexicon(language, "morphology")
    bare = [word for word in (name or "").split() if word.lower().strip(".") not in rules.TITLES]
    if len(bare) < 2 or not all(word[:1].isupper() for word in bare):
        return ()
    sought = " ".join(bare)
    found: dict[str, None] = {}
    at = text.find(sought)
    for _ in range(PLACES):
        if at < 0:
            break
        before, behind = text[max(0, at - REACH) : at], text[at + len(sought) : at + len(sought) + REACH]
        before = _address(language).sub("", before)
        for said in (_BEFORE.search(before), _BEHIND.search(behind)):
            if said and _office(language).search(said.group(1).lower()):
                found[said.group(1).strip()] = None
        at = text.find(sought, at + len(sought))
    return tuple(found)


@cache
def _address(language: str) -> "re.Pattern[str]":
    """A form of address right before a name."""
    return re.compile(lexicon(language, "sameness").ADDRESS)


@cache
def _office(language: str) -> "re.Pattern[str]":
    return re.compile(lexicon(language, "sameness").OFFICE)
