"""Names of those who say something: the same one, somebody else, or not to be told."""

import re
from functools import lru_cache

from claims.engine.compare.words import words
from claims.engine.lexicon import lexicon
from claims.engine.records import Mention

# A body is called by its initials where there are so many.
FEWEST_INITIALS = 3


@lru_cache(maxsize=20_000)
def name_words(name: str | None, language: str = "en") -> tuple[str, ...]:
    """The stems of a name without titles, articles and office words ("spokesman")."""
    rules = lexicon(language, "morphology")
    every = words(name or "", language)
    found = [word for word in every if word.text.lower() not in rules.TITLES] or [
        word for word in every if word.text.lower() not in rules.STOP
    ]
    own = tuple(
        word.stem for word in found if word.text.lower() not in rules.SPEAKS_FOR and word.text.lower() not in rules.STOP
    )
    return own or tuple(word.stem for word in found)


def same_person(a: str | None, b: str | None, language: str = "en") -> bool:
    """Whether two names may well be one's: the last word of one occurs in the other."""
    first, second = name_words(a, language), name_words(b, language)
    return bool(first and second and (first[-1] in second or second[-1] in first))


def same_party(a: str | None, b: str | None, language: str = "en") -> bool:
    """Whether two names share a word: a body and its spokeswoman, a ministry and its branch."""
    return bool(set(name_words(a, language)) & set(name_words(b, language)))


def is_proper(name: str | None) -> bool:
    """Whether a name is one: two capitalised words at least, or one that stands alone."""
    if not name:
        return False
    found = words(name)
    capitals = [word for word in found if word.is_name]
    return len(capitals) >= 2 or len(capitals) == len(found) > 0


def same_voice(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether two mentions are of one voice: one name, a body and the holder of its office, an office and its holder.

    A body is known by its initials too; in its own text its officers speak for it.
    """
    first, second = spoken_for(voice(a), language), spoken_for(voice(b), language)
    return (
        same_party(first, second, language)
        or (second is not None and initials(first) == second.removeprefix("the "))
        or (first is not None and initials(second) == first.removeprefix("the "))
        or _speaks_for(first, _offices(b, language), language)
        or _speaks_for(second, _offices(a, language), language)
    )


def voice(mention: Mention) -> str | None:
    """The claimant; where a body speaks for itself ("we deny", "the Ministry denies"), the body."""
    name = mention.record.claimant
    return mention.source if mention.official and (not name or _is_own_noun(name, mention.source)) else name


@lru_cache(maxsize=20_000)
def spoken_for(name: str | None, language: str = "en") -> str | None:
    """The body that a claimant speaks for by his name ("a spokesman for the group"), else the name itself."""
    found = re.match(lexicon(language, "offices").SPEAKING_FOR, name or "", re.IGNORECASE)
    return found.group("body") if found else name


@lru_cache(maxsize=20_000)
def _is_own_noun(name: str, source: str, language: str = "en") -> bool:
    """Whether a name is "the" with a noun out of a publisher's own name: "the Board" of the Mergers Board."""
    said = [word.text.lower() for word in words(name, language)]
    return len(said) == 2 and said[0] in ("the", "this", "our") and said[1] in words_of(source)


def words_of(name: str) -> frozenset[str]:
    """The words of a name in lower case."""
    return frozenset(word.text.lower() for word in words(name))


def _offices(mention: Mention, language: str) -> tuple[str, ...]:
    """The offices of a claimant; with the publisher's name and initials where an official text speaks of its own."""
    found = mention.known_as
    name = mention.record.claimant
    if mention.official and name and (found or _has_office(name, language)):
        return tuple(said for said in (*found, mention.source, initials(mention.source)) if said)
    return found


@lru_cache(maxsize=20_000)
def _has_office(name: str, language: str) -> bool:
    return re.search(lexicon(language, "offices").OFFICE, name.lower()) is not None


@lru_cache(maxsize=20_000)
def initials(name: str | None) -> str | None:
    """The initials of a name of three capitalised words or more."""
    capitals = [word.text[0] for word in words(name or "") if word.is_name and word.text.lower() not in ("the", "and")]
    return "".join(capitals) if len(capitals) >= FEWEST_INITIALS else None


@lru_cache(maxsize=20_000)
def _speaks_for(name: str | None, offices: tuple[str, ...], language: str) -> bool:
    """Whether a name is a body that one of the offices is held in, or one of the offices itself ("the governor")."""
    if not name or not offices:
        return False
    found = words(name, language)
    last = found[-1].text.lower() if found else ""
    if last in lexicon(language, "offices").OFFICES_OF_ONE:
        return any(_same_office(name, office, last, language) for office in offices)
    own = _proper(name, language)
    return bool(own) and any(
        own <= theirs or (theirs and theirs <= own and is_held_in(office, language))
        for office in offices
        for theirs in (_proper(office, language),)
    )


def _same_office(name: str, office: str, last: str, language: str) -> bool:
    """Whether an office is the one that a name ends with: not "the foreign minister" and "interior minister"."""
    offices = lexicon(language, "offices")
    asked = {word.text.lower() for word in words(name, language) if not word.is_name or word.text.lower() == last}
    held = {word.text.lower() for word in words(office, language)}
    if last not in held or (asked ^ held) & offices.RANKS:
        return False
    more = asked - {last} - lexicon(language, "morphology").STOP
    return not more or more <= held or held <= {last, "the"}


def of_two_ranks(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether one is called by an office alone that the other holds in another rank: the deputy mayor, the mayor."""
    ranks = lexicon(language, "offices").RANKS
    for one, other in ((a, b), (b, a)):
        asked = words_of(one.record.claimant or "")
        last = {word.text.lower() for word in words(one.record.claimant or "", language)[-1:]}
        held = [words_of(office) for office in other.known_as]
        if held and all(last <= office and asked & ranks != office & ranks for office in held):
            return not is_proper(one.record.claimant)
    return False


def _proper(name: str, language: str) -> frozenset[str]:
    """The stems of the capitalised words of a name, articles and words of office left out."""
    rules = lexicon(language, "morphology")
    return frozenset(
        word.stem
        for word in words(name, language)
        if word.is_name and word.text.lower() not in rules.STOP | rules.SPEAKS_FOR | rules.TITLES
    )


def is_held_in(office: str, language: str = "en") -> bool:
    """Whether a description of an office names the body that it is held in: "Arden's mayor", "head of Arden Gold"."""
    return re.search(lexicon(language, "offices").HELD_IN, office) is not None


def unnamed_apart(a: str | None, b: str | None, language: str = "en") -> bool:
    """Whether two speakers without names are of two callings: a nurse, a consultant; not a nurse and a worker."""
    if not a or not b or any(word.is_name for name in (a, b) for word in words(name, language)[1:]):
        return False
    first, second = words(a, language), words(b, language)
    rules, anybody = lexicon(language, "morphology"), lexicon(language, "offices").ANYBODY
    if not first or not second or not {first[0].text.lower(), second[0].text.lower()} <= rules.UNNAMED:
        return False
    callings = (first[-1].stem, second[-1].stem)
    return callings[0] != callings[1] and not {first[-1].text.lower(), second[-1].text.lower()} & anybody


@lru_cache(maxsize=20_000)
def kinds_of(name: str | None, language: str = "en") -> frozenset[str]:
    """Of which kinds a body is by the words of its name: police, company, union; () for people and plain names."""
    told = {word.text.lower() for word in words(name or "", language)}
    told |= {word.removesuffix("'s") for word in told}
    return frozenset(kind for kind, named in lexicon(language, "offices").BODY_KINDS.items() if told & named)


def of_two_kinds(a: str | None, b: str | None, language: str = "en") -> bool:
    """Whether two bodies cannot be one, being of two kinds: "the club", "Clydeforth Police"."""
    first, second = kinds_of(a, language), kinds_of(b, language)
    return bool(first and second and not first & second)


def different_people(a: str | None, b: str | None, language: str = "en") -> bool:
    """Whether two speakers are surely not one: both are named, and no word of one occurs in the other."""
    if not a or not b or same_party(a, b, language):
        return False
    vague = lexicon(language, "morphology").VAGUE
    return not any({word.text.lower() for word in words(name, language)} <= vague for name in (a, b))
