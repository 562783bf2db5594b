"""Reads the profile of one version from its parse."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from claims.engine.days import days_of
from claims.engine.embedding import embed
from claims.engine.extract.people import Cast
from claims.engine.parse import Parsed, parse
from claims.engine.profiles import Profile, name_words
from claims.engine.records import Figure
from claims.engine.wording import is_titled, wording
from claims.enums import Part

# News puts what it is about first; names and days further down are background more often than not.
OPENING = 1_200
READ = 6_000
MOST_NAMES = 40
MOST_NUMBERS = 30
MOST_FIGURES = 60
# Ones and twos are in every text.
_FEW = 2
# A number with so many digits besides its zeros is rarely met twice by chance.
DIGITS = 3
_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?(?!\w|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def profile_of(
    texts: Mapping[Part, str],
    published: datetime,
    *,
    language: str = "en",
    parsed: bytes = b"",
    speaker: str = "",
    agency: str = "",
    figures: Sequence[Figure] = (),
) -> Profile:
    """The profile of one version.

    parsed: the bytes that `extract` gave for this version, so that nothing is parsed twice; the result is the same
    without. speaker: the publisher's name where it speaks of itself, such as a company; of an outlet it says nothing.
    agency: the publisher's name where it is a wire agency. figures: what the engine counted in the version.
    Raises UnknownLanguage.
    """
    found = parse(texts, language, parsed)
    title, body = texts.get(Part.HEADLINE, ""), texts.get(Part.BODY, "")[:READ]
    text = f"{title}\n{body}"
    names = _names(found, speaker)[:MOST_NAMES]
    told = wording(title, body[_beginning(found) :], names, own=agency, language=language)
    (vector,) = embed([f"{title}\n{body[:OPENING]}".strip()])
    return Profile(
        vector=tuple(vector),
        names=tuple(names),
        numbers=frozenset(list(dict.fromkeys(_numbers(text)))[:MOST_NUMBERS]),
        days=days_of(text, published.date(), language),
        published=published,
        named=told.named,
        words=told.words,
        repeated=told.repeated,
        figures=frozenset(list(dict.fromkeys(_counts(figures)))[:MOST_FIGURES]),
    )


def _names(parsed: Parsed, speaker: str) -> list[str]:
    """The names of the body and of a headline in ordinary letters, in order, each in its fullest form."""
    cast = Cast(parsed)
    found = {speaker: None} if speaker else {}
    for number, sentence in enumerate(parsed.sentences):
        if sentence.span.start > READ or (sentence.part is Part.HEADLINE and is_titled(sentence.text)):
            continue
        for name in cast.names(number):
            if sentence.part is Part.HEADLINE and name.first == name.last == 0:
                continue  # any word has a capital there
            entity = cast.fullest(name.entity, number)
            if name_words(entity.name, parsed.language) and not entity.name.islower():
                found.setdefault(entity.name)
    for place in _dateline_places(parsed):
        found.setdefault(place)
    return list(found)


def _dateline_places(parsed: Parsed) -> Iterator[str]:
    """The place of a dateline, which is no part of any sentence: "TARLOW, Australia, Nov 15 (Southern Cross) -"."""
    body = parsed.texts.get(Part.BODY, "")
    place = re.split(r"[,(]| [-–—]", body[: _beginning(parsed)].strip(), maxsplit=1)[0].strip()
    if place and place.isupper() and name_words(place, parsed.language):
        yield place.title()


def _numbers(text: str) -> Iterable[str]:
    for found in _NUMBER.findall(text):
        digits = found.replace(",", "")
        telling = digits.replace(".", "").strip("0")
        if len(telling) >= DIGITS and not _YEAR.fullmatch(found):
            yield digits


def _beginning(parsed: Parsed) -> int:
    """Where the body's first sentence begins, behind the dateline."""
    return next((one.span.start for one in parsed.sentences if one.part is Part.BODY), 0)


def _counts(figures: Iterable[Figure]) -> Iterator[str]:
    """Value and unit of each exact figure above 2, such as "31 person"."""
    for figure in figures:
        if figure.low is not None and figure.low == figure.high and figure.low > _FEW:
            yield f"{figure.low.normalize():f} {figure.unit}"
