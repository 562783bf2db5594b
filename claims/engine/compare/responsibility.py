"""Whose work an attack was: what a body claims or denies of it, and whether two speak of one attack."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.engine.compare.people import initials, name_words
from claims.engine.compare.words import content, stem, words
from claims.engine.lexicon import lexicon

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\b\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class Attack:
    """An attack as a text points at it. known: "the attack", not "an attack". other: it is another one than the
    story's. years: as written. marks: its places, targets, weekdays, months and days of the month."""

    known: bool
    other: bool
    years: frozenset[str]
    marks: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """What a claimant affirms or denies of an attack. head: the words up to it ("any part in the "). whole: it leaves
    room for nobody else. in_full: only the whole of it is spoken of ("full responsibility")."""

    head: str
    whole: bool
    in_full: bool
    attack: Attack


@lru_cache(maxsize=20_000)
def deed_in(text: str, claimants: tuple[str, ...], cue: str, language: str = "en") -> Deed | None:
    """The claimant's own deed that a proposition speaks of, or None; somebody else's is none.

    claimants: the claimant's names and offices. cue: the verb that credits the proposition.
    """
    known = lexicon(language, "responsibility")
    plain = text.replace("’", "'")
    if not known.EVENT:
        return None
    own = _pattern("OWN", language).match(plain)
    clause = None if own else _pattern("CLAUSE", language).match(plain)
    if clause and not _is_own(clause.group("who"), claimants, language):
        return None
    begun = own or clause
    event = _pattern("EVENT", language).match(plain, begun.end() if begun else 0)
    if event is None or (begun is None and not _claims_it(event, cue, language)):
        return None
    head = plain[: event.start("noun")]
    whole = begun is None or bool(re.search(known.WHOLE, head.lower()))
    by_all = not clause or not _of_some(clause.group("who"), language)
    return Deed(head, whole and by_all, bool(re.search(known.ALL_OF_IT, head.lower())), _attack(event, language))


def one_attack(a: Attack, b: Attack, years: tuple[int, int]) -> bool:
    """Whether two of one story are one attack. years: when each was told of; a year that is not given is that one."""
    if a.other or b.other:
        return False
    told = [attack.years or {str(year)} for attack, year in zip((a, b), years, strict=True)]
    if (a.years or b.years) and not told[0] & told[1]:
        return False
    shared = [bool(first & second) for first, second in zip(a.marks, b.marks, strict=True)]
    apart = any(one and two and not one & two for one, two in zip(a.marks, b.marks, strict=True))
    return not apart and ((a.known and b.known) or any(shared))


@lru_cache(maxsize=20_000)
def two_bodies(a: str | None, b: str | None, language: str = "en") -> bool:
    """Whether two names of bodies share no more than what many are called: "the Marne Front", "the Ostrel Front"."""
    first, second = (_own_name(name, language) for name in (a, b))
    return bool(first and second and not first & second) and not _may_be_short_for(a, b)


def is_body(name: str | None, language: str = "en") -> bool:
    """Whether a name can be a body's and no person's: it has an article, a noun of bodies, or is in capitals."""
    found = words(name or "", language)
    named = any(word.is_name for word in found[1:]) or (len(found) == 1 and found[0].text.isupper())
    nouns = {word.text.lower() for word in found} & lexicon(language, "responsibility").BODIES
    return named and (found[0].text.lower() == "the" or bool(nouns) or found[0].text.isupper())


def _own_name(name: str | None, language: str) -> frozenset[str]:
    many = {stem(word, language) for word in lexicon(language, "responsibility").BODIES}
    return frozenset(name_words(name, language)) - many


def _may_be_short_for(a: str | None, b: str | None) -> bool:
    """Whether one name is in capitals and has letters that the other's words begin with: "ISIS", "Islamic State"."""
    names = [
        [word.text for word in words(name or "") if word.is_name and word.text.lower() != "the"] for name in (a, b)
    ]
    short = [len(name) == 1 and name[0].isupper() for name in names]
    letters = [set(name[0]) if is_short else {w[0] for w in name} for name, is_short in zip(names, short, strict=True)]
    return short[0] != short[1] and bool(letters[0] & letters[1])


def _is_own(who: str, claimants: tuple[str, ...], language: str) -> bool:
    """Whether a subject is the claimant or its people: "it", "its fighters", "a unit of the Front"."""
    names = {word.text.lower() for name in claimants for word in words(name, language)}
    names |= {short.lower() for name in claimants if (short := initials(name))}
    people: frozenset[str] = lexicon(language, "responsibility").PEOPLE
    return names.union(people).issuperset(word.text.lower() for word in words(who, language))


def _of_some(who: str, language: str) -> bool:
    """Whether a subject is only some of the claimant's people: "one of its units"."""
    return bool(re.match(lexicon(language, "responsibility").SOME, who.lower()))


def _claims_it(event: "re.Match[str]", cue: str, language: str) -> bool:
    """Whether the attack itself is claimed: "claimed the attack", not "claimed the attack had failed"."""
    claims: bool = stem(cue, language) == stem(lexicon(language, "responsibility").CLAIMS, language)
    return claims and event.group("which") is not None and event.group("more").strip(" .") == ""


def _attack(event: "re.Match[str]", language: str) -> Attack:
    known = lexicon(language, "responsibility")
    more = _pattern("MORE_ENDS", language).split(event.group("more"))[0]
    before = f"{event.group('which') or ''}{event.group('kind')}"
    said = f"{before}{more}".lower()
    every = frozenset(word.text.lower().removesuffix("'s") for word in words(f"{before}{more}", language))
    months = every & lexicon(language, "opposites").MONTHS
    days = frozenset(_DAY.findall(more)) if months else frozenset()
    marks = (_places(before, more, language), _targets(more, language), every & known.DAYS, months, days)
    years = frozenset(_YEAR.findall(said))
    return Attack(bool(event.group("which")), bool(re.search(known.OTHERS, said)), years, marks)


def _places(before: str, more: str, language: str) -> frozenset[str]:
    """The stems of the names that an attack stands with: "the Marne bombing", "in Marne"."""
    known = lexicon(language, "responsibility")
    ahead = " ".join(word.text for word in words(before, language)[1:] if word.is_name)
    owner = before.split(" ", maxsplit=1)[0] if before[:1].isupper() and "'s " in before else ""
    named = " ".join([ahead, owner, *re.findall(known.PLACE, more)])
    none = known.DAYS | known.CHANNELS | lexicon(language, "opposites").MONTHS
    found = (word for word in words(named, language) if word.text.lower().removesuffix("'s") not in none)
    return frozenset(word.stem for word in found)


def _targets(more: str, language: str) -> frozenset[str]:
    known = lexicon(language, "responsibility")
    said = (re.split(known.TARGET_ENDS, found)[0] for found in re.findall(known.TARGET, more))
    return frozenset(word for part in said for word in content(part, language))


@cache
def _pattern(name: str, language: str) -> "re.Pattern[str]":
    flags = re.IGNORECASE if name != "MORE_ENDS" else 0
    return re.compile(getattr(lexicon(language, "responsibility"), name), flags)
