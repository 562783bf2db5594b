"""Whom a text relays: the news agencies that it credits, as a whole or in one sentence."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from claims.engine.lexicon import lexicon
from claims.engine.profiles import name_words, plain
from claims.engine.sentences import dateline, paragraphs

# A line that is a credit is short.
_CREDIT_LENGTH = 80
_NAME = r"(?:[Tt]he )?(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})"
_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)")
_LAST_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)[.\s]*$")
_DASHED = re.compile(r"[.!?”’\"]\s*(?:[-–—]{1,2}|©)\s*([A-Z][\w .’'-]{1,40})$")


def credits_of(text: str, agencies: Iterable[str] = (), language: str = "en") -> frozenset[str]:
    """The agencies that a whole text is credited to: in its dateline, its byline, or at its end.

    agencies: names of agencies besides those in the lexicon, such as the desk's own sources. Names come as `canonical`.
    """
    known = _known(language, tuple(agencies))
    lines = [span.of(text) for span in paragraphs(text)]
    if not lines:
        return frozenset()
    first = next(paragraphs(text))
    head = text[first.start : dateline(text, first)]
    found = [name for inside in _BRACKETS.findall(head) for name in _named(inside, known, language, any_name=True)]
    for line in (*lines[:2], lines[-1]):
        if len(line) <= _CREDIT_LENGTH:
            found += _credit_line(line, known, language)
    for ending in (_LAST_BRACKETS, _DASHED):
        closing = ending.search(lines[-1])
        if closing:
            found += _named(closing.group(1), known, language)
    return frozenset(found)


def told_to(sentence: str, agencies: Iterable[str] = (), language: str = "en") -> frozenset[str]:
    """The agencies that a sentence has its news from: "told AFP", "according to the Tass news agency"."""
    known = _known(language, tuple(agencies))
    found = set()
    for pattern in _patterns(language):
        for match in pattern.finditer(sentence):
            name, said = match.group("name"), match.groupdict().get("agency")
            if said or plain_name(name, language) in known:
                found.add(canonical(name, language))
    return frozenset(found)


def canonical(name: str, language: str = "en") -> str:
    """The first of the lexicon's names for an agency that has several; any other name as it is."""
    return _aliases(language).get(plain_name(name, language), name.strip())


def plain_name(name: str, language: str = "en") -> str:
    """A name in small letters, without articles and legal forms."""
    return " ".join(name_words(name, language)) or plain(name)


def same_body(a: str, b: str, language: str = "en") -> bool:
    """Whether two names can be one organisation's or person's: one within the other, or the other's initials."""
    words, others = set(name_words(a, language)), set(name_words(b, language))
    if not words or not others:
        return False
    return words <= others or others <= words or _initials(a) == plain(b) or _initials(b) == plain(a)


def _initials(name: str) -> str:
    parts = [part for part in re.split(r"[\s-]+", name) if part]
    return "".join(part[0] for part in parts if part[0].isupper()).lower() if len(parts) > 1 else ""


def _credit_line(line: str, known: frozenset[str], language: str) -> Iterator[str]:
    """A line that says nothing but whose text it is: "By Reuters", "Source: AFP", "(TASS)"."""
    opener = re.compile(rf"(?i)^\W*(?:(?:{lexicon(language, 'relays').CREDITS})\b[:\s]*)?(.*?)\W*$")
    inside = opener.match(line)
    for part in re.split(r"\s*(?:,|;|/|\band\b)\s*", inside.group(1) if inside else ""):
        yield from _named(part, known, language)


def _named(inside: str, known: frozenset[str], language: str, *, any_name: bool = False) -> list[str]:
    """The agencies in brackets or behind a dash; in a dateline any name in brackets is one."""
    opener = re.compile(rf"(?i)^(?:(?:{lexicon(language, 'relays').CREDITS})\b[:\s]*)")
    found = []
    for part in re.split(r"\s*(?:,|;|/|\band\b)\s*", opener.sub("", inside.strip())):
        is_name = any_name and part[:1].isupper() and not any(letter.isdigit() for letter in part)
        if is_name or plain_name(part, language) in known:
            found.append(canonical(part, language))
    return found


@cache
def _known(language: str, agencies: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_aliases(language)) | {plain_name(name, language) for name in agencies}


@cache
def _aliases(language: str) -> dict[str, str]:
    rows = lexicon(language, "relays").AGENCIES
    return {plain_name(name, language): str(row[0]) for row in rows for name in row}


@cache
def _patterns(language: str) -> tuple["re.Pattern[str]", ...]:
    words = lexicon(language, "relays")
    agency = rf"(?P<agency>{words.AGENCY_WORDS})"
    return (
        re.compile(rf"\b(?:{words.FROM_AGENCY}) {_NAME}(?: {agency})?"),
        re.compile(rf"\b(?:{words.FROM_AGENCY}) (?:the )?{agency} {_NAME}"),
        re.compile(rf"{_NAME}(?: {agency})? (?:{words.AGENCY_SAYS})\b"),
        re.compile(rf"\b(?:the )?{agency} {_NAME} (?:{words.AGENCY_SAYS})\b"),
    )
