"""What else a text calls those who speak in it: the office they hold and the body that they hold it in."""

import re
from functools import cache, lru_cache
from itertools import islice

from claims.engine.lexicon import lexicon

# How far from a name its office may stand, in characters.
REACH = 90
# How many places of a name are looked at; the first ones introduce it.
PLACES = 4
_BEFORE = re.compile(r"(?:^|[.;:!?\n“”\"]|,(?!\d))\s*([^.;:!?\n“”\",]+?)\s*,?\s*$")
_BEHIND = re.compile(r"^(?:[’']s)?,\s+([^.;:!?\n“”\",]+?)(?=[,.;:\n“”\"]|$)")

# Two capitalised words or more: the name of a body.
_BODY = re.compile(r"[A-Z][\w’'-]+(?: (?:of |for |and |the )?[A-Z][\w’'-]+)+")


def offices_of(name: str | None, text: str, language: str = "en") -> tuple[str, ...]:
    """The descriptions beside a person's name that name an office: "chief executive of Arden Gold". () without a name.

    name: as a claimant is given, with or without a title.
    """
    rules = lexicon(language, "morphology")
    bare = [word for word in (name or "").split() if word.lower().strip(".") not in rules.TITLES]
    if len(bare) < 2 or not all(word[:1].isupper() for word in bare):
        return ()
    found: dict[str, None] = {}
    for place in islice(_called(" ".join(bare), bare[-1], language).finditer(text), PLACES):
        before, behind = text[max(0, place.start() - REACH) : place.start()], text[place.end() : place.end() + REACH]
        before = _address(language).sub("", before)
        for said in (_BEFORE.search(before), _BEHIND.search(behind)):
            if said and _office(language).search(said.group(1).lower()):
                found[_held(said.group(1).strip(), text[: place.start()], language)] = None
    label = _label(bare[-1].upper()).search(text)
    if label and _office(language).search(label.group(1).lower()):
        found[label.group(1).strip()] = None
    return tuple(found)


def _held(office: str, before: str, language: str) -> str:
    """An office with the body for "its", the last one that the paragraph names before it: "its head"."""
    offices = lexicon(language, "offices")
    first, _, rest = office.partition(" ")
    if first.lower() not in offices.ITS or not rest:
        return office
    named = _BODY.findall(before.rpartition("\n")[2])
    return f"{named[-1]}’s {rest}" if named else office


@lru_cache(maxsize=1_000)
def _called(name: str, surname: str, language: str) -> "re.Pattern[str]":
    """A name in full, or the surname with a form of address."""
    address = lexicon(language, "offices").ADDRESSED
    return re.compile(rf"\b(?:{re.escape(name)}|{address}{re.escape(surname)})\b")


@lru_cache(maxsize=1_000)
def _label(surname: str) -> "re.Pattern[str]":
    """The words before a surname in the label of a transcript's turn: "MAYOR FUGL:"."""
    return re.compile(rf"^([^\n:]{{1,40}}) {re.escape(surname)}:", re.MULTILINE)


@cache
def _address(language: str) -> "re.Pattern[str]":
    """A form of address right before a name."""
    return re.compile(lexicon(language, "offices").ADDRESS)


@cache
def _office(language: str) -> "re.Pattern[str]":
    return re.compile(lexicon(language, "offices").OFFICE)
