"""Reads the profile of one version from its parse."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from claims.engine.days import days_of
from claims.engine.embedding import embed, word_ranks
from claims.engine.extract.people import Cast
from claims.engine.parse import Parsed, parse
from claims.engine.profiles import Profile, name_words, plain
from claims.enums import Part

# News puts what it is about first; names and days further down are background more often than not.
OPENING = 1_200
READ = 6_000
MOST_NAMES = 40
MOST_NUMBERS = 30
MOST_TERMS = 5
# A number with so many digits besides its zeros is rarely met twice by chance.
DIGITS = 3
_RARE_LENGTH = 5
_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?(?!\w|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def profile_of(
    texts: Mapping[Part, str],
    published: datetime,
    *,
    language: str = "en",
    parsed: bytes = b"",
    speaker: str = "",
) -> Profile:
    """The profile of one version.

    parsed: the bytes that `extract` gave for this version, so that nothing is parsed twice; the result is the same
    without. speaker: the publisher's name where it speaks of itself, such as a company; of an outlet it says nothing.
    Raises UnknownLanguage.
    """
    found = parse(texts, language, parsed)
    title, body = texts.get(Part.HEADLINE, ""), texts.get(Part.BODY, "")[:READ]
    text = f"{title}\n{body}"
    names = _names(found, speaker)[:MOST_NAMES]
    in_names = {word for name in names for word in name_words(name, language)}
    terms = [term for term in _terms(text) if term not in in_names]
    (vector,) = embed([f"{title}\n{body[:OPENING]}".strip()])
    return Profile(
        vector=tuple(vector),
        names=(*names, *terms[:MOST_TERMS]),
        numbers=frozenset(list(dict.fromkeys(_numbers(text)))[:MOST_NUMBERS]),
        days=days_of(text, published.date(), language),
        published=published,
    )


def _names(parsed: Parsed, speaker: str) -> list[str]:
    """The names of the body and of a headline in ordinary letters, in order, each in its fullest form."""
    cast = Cast(parsed)
    found = {speaker: None} if speaker else {}
    for number, sentence in enumerate(parsed.sentences):
        if sentence.span.start > READ or (sentence.part is Part.HEADLINE and _is_titled(sentence.text)):
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


def _is_titled(headline: str) -> bool:
    """Whether most words have a capital, so that capitals tell no names."""
    longer: list[str] = [word for word in _WORD.findall(headline) if len(word) > 3]
    return sum(word[0].isupper() for word in longer) * 2 > len(longer) + 1


def _dateline_places(parsed: Parsed) -> Iterator[str]:
    """The place of a dateline, which is no part of any sentence: "TARLOW, Australia, Nov 15 (Southern Cross) -"."""
    body = parsed.texts.get(Part.BODY, "")
    first = next((one.span.start for one in parsed.sentences if one.part is Part.BODY), 0)
    place = re.split(r"[,(]| [-–—]", body[:first].strip(), maxsplit=1)[0].strip()
    if place and place.isupper() and name_words(place, parsed.language):
        yield place.title()


def _numbers(text: str) -> Iterable[str]:
    for found in _NUMBER.findall(text):
        digits = found.replace(",", "")
        telling = digits.replace(".", "").strip("0")
        if len(telling) >= DIGITS and not _YEAR.fullmatch(found):
            yield digits


def _terms(text: str) -> list[str]:
    """Words outside the vocabulary that the text repeats, the most frequent first."""
    counts = Counter(plain(word) for word in _WORD.findall(text) if len(word) >= _RARE_LENGTH and word.islower())
    repeated = [word for word, count in counts.most_common() if count > 1]
    return [word for word in repeated if word_ranks([word, word.removesuffix("s")]) == [None, None]]
