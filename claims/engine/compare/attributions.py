"""Two attributions: the same proposition credited to somebody else, or one claimant both affirming and denying it."""

import re
from functools import cache, lru_cache

from claims.engine.compare.people import (
    different_people,
    is_proper,
    name_words,
    of_two_kinds,
    of_two_ranks,
    same_voice,
    spoken_for,
    voice,
)
from claims.engine.compare.responsibility import Deed, deed_in, is_body, one_attack, two_bodies
from claims.engine.compare.sayings import plainly
from claims.engine.compare.wording import compare_wording
from claims.engine.compare.words import content, stem, words
from claims.engine.denials import undenied
from claims.engine.lexicon import lexicon
from claims.engine.mentions import own_words
from claims.engine.records import Attribution, Comparison, Mention
from claims.enums import Answer, FlagType, Polarity, Relation

# How alike two propositions must be: to be the same for one claimant, for one who
# denied it and now does not, in the same place of two versions, anywhere.
SAME_FOR_ONE = 0.5
SAME_OPPOSED = 0.4
SAME_IN_PLACE = 0.6
SAME_ANYWHERE = 0.85
# Fewer words of content than this say too little to be recognised in another's mouth.
LEAST_WORDS = 3
# Among so many words at its start a proposition says that it is of anything.
OPENING = 2
# So many words, all alike, are one sentence however little they say.
SENTENCE = 5
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")


def compare_attributions(a: Mention, b: Mention, anchored: bool = False, language: str = "en") -> Comparison:
    """Compares two mentions of attributions. anchored: both stand in the same place of two versions of one text."""
    first, second = a.record, b.record
    if not isinstance(first, Attribution) or not isinstance(second, Attribution):
        raise TypeError("compare_attributions takes two mentions of attributions")
    return _compare_deeds(a, b, anchored, language) or _compare_words(a, b, anchored, language)


def _compare_words(a: Mention, b: Mention, anchored: bool, language: str) -> Comparison:
    """The answer on two attributions by what they credit and who is credited with it."""
    first, second = a.record, b.record
    assert isinstance(first, Attribution)
    assert isinstance(second, Attribution)
    told, tells = proposition(a, language), proposition(b, language)
    alike = likeness(told, tells, language)
    sides = polarity(a, language), polarity(b, language)
    whole = sides[0] is not sides[1] and _denies_any(told, tells, sides[0], language)
    at_odds = denies(told, sides[0], language) != denies(tells, sides[1], language)
    at_odds = at_odds and not _of_two_things(told, tells, language) and (whole or not _acts_apart(a, b, language))
    opposed = at_odds and sides[0] is not sides[1]
    in_full = opposed and (_all_of_it(a, b, language) or _one_in_the_other(told, tells, language))
    if same_voice(a, b, language) or _company_of_one_text(a, b, alike, language):
        whole = opposed and (whole or in_full)
        if alike < (SAME_OPPOSED if at_odds else SAME_FOR_ONE) and not whole:
            return _answer("CREDITED_ALIKE", Answer.UNCLEAR, "attribution.other", first, second, language=language)
        if at_odds and (opposed or not _counts_apart(told, tells, language)):
            return _answer("DENIES", Answer.CONTRADICTS, "attribution.polarity", first, second, language=language)
        if anchored and _turned_round(told, tells, language):
            return _answer("TURNED_ROUND", Answer.CONTRADICTS, "attribution.opposite", first, second, language=language)
        return _answer("CREDITED_ALIKE", Answer.AGREES, "attribution.same", first, second, language=language)
    answer = ("CREDITED_ALIKE", Answer.UNCLEAR, "attribution.other")
    if opposed and (in_full or alike >= SAME_FOR_ONE) and _owns_up(a, b, language):
        answer = ("DENIES", Answer.CONTRADICTS, "attribution.polarity")
    elif not at_odds and _credited_anew(a, b, alike, anchored, language):
        answer = ("CREDITED", Answer.CONTRADICTS, "attribution.claimant")
    return _answer(*answer, first, second, language=language)


def deed_of(mention: Mention, language: str = "en") -> Deed | None:
    """The attack that a claimant claims or has no part in by an attribution, or None."""
    record = mention.record
    if not isinstance(record, Attribution) or not record.claimant:
        return None
    return deed_in(_said(mention, language), (record.claimant, *mention.known_as), record.cue, language)


def _compare_deeds(a: Mention, b: Mention, anchored: bool, language: str) -> Comparison | None:
    """The answer on two who speak of an attack as their own work or not; None where their words must tell."""
    first, second = a.record, b.record
    assert isinstance(first, Attribution)
    assert isinstance(second, Attribution)
    deeds = deed_of(a, language), deed_of(b, language)
    if deeds[0] is None or deeds[1] is None:
        return None
    owned = [_owns(mention, deed, language) for mention, deed in ((a, deeds[0]), (b, deeds[1]))]
    answer = ("CREDITED_ALIKE", Answer.UNCLEAR, "attribution.other")
    one = one_attack(deeds[0].attack, deeds[1].attack, (a.published.year, b.published.year))
    if same_voice(a, b, language) and not two_bodies(first.claimant, second.claimant, language):
        if one and owned[0] is owned[1]:
            answer = ("CREDITED_ALIKE", Answer.AGREES, "attribution.same")
        elif one and None not in owned:
            answer = ("DENIES", Answer.CONTRADICTS, "attribution.polarity")
    elif anchored and not any(owned):
        return None
    elif one and all(owned) and deeds[0].whole and deeds[1].whole and _two_who_claim(a, b, language):
        answer = ("CREDITED", Answer.CONTRADICTS, "attribution.claimant")
    return _answer(*answer, first, second, language=language)


def _owns(mention: Mention, deed: Deed, language: str) -> bool | None:
    """Whether a claimant says that an attack was its work; None where it only denies that all of it was."""
    owns = not denies(deed.head, polarity(mention, language), language)
    return None if deed.in_full and not owns else owns


def _two_who_claim(a: Mention, b: Mention, language: str) -> bool:
    """Whether two claimants are bodies that are surely not one; a person may speak for either."""
    names = a.record.claimant, b.record.claimant
    bodies = all(is_body(name, language) for name in names)
    return _of_two_texts(a, b) and bodies and two_bodies(*names, language)


def _of_two_texts(a: Mention, b: Mention) -> bool:
    """Whether two mentions can be at odds over who said it: inside one version two may say the same."""
    return a.document != b.document or (a.version != b.version and own_words(a) != own_words(b))


def _company_of_one_text(a: Mention, b: Mention, alike: float, language: str) -> bool:
    """Whether "the company" of one version may well be the body that another version of the text names."""
    if a.document != b.document or a.version == b.version or alike < SAME_ANYWHERE:
        return False
    if of_two_kinds(a.record.claimant, b.record.claimant, language):
        return False
    generic = lexicon(language, "morphology").SPEAKS_FOR
    said = [{w.text.lower() for w in words(m.record.claimant or "", language)} - {"the"} for m in (a, b)]
    named = any(is_proper(m.record.claimant) for m in (a, b))
    return named and any(len(name) == 1 and name <= generic for name in said)


def _owns_up(a: Mention, b: Mention, language: str) -> bool:
    """Whether one admits of his own what another denies of his own, and the two may speak for one body.

    "Lawyers for the company admitted that it knew", "Glasheen denied that it had known". Two people with names, or two
    bodies of two kinds or with names of their own, are two.
    """
    known = lexicon(language, "denials")
    admits = [_admits(mention, language) for mention in (a, b)]
    own = [_is_of_its_own(mention, known.OWN, language) for mention in (a, b)]
    names = spoken_for(voice(a), language), spoken_for(voice(b), language)
    if not any(admits) or not all(own) or None in names or of_two_kinds(*names, language):
        return False
    bodies = [name != voice(m) or is_body(name, language) for name, m in zip(names, (a, b), strict=True)]
    return not all(is_proper(name) for name in names) or bodies[0] != bodies[1]


def _all_of_it(a: Mention, b: Mention, language: str) -> bool:
    """Whether all that one denies of his own is in what he admits, or the other way: "had been warned of cracks"."""
    names = {name for m in (a, b) for name in name_words(voice(m), language)}
    openings = [words(proposition(m, language), language)[:OPENING] for m in (a, b)]
    own = lexicon(language, "denials").OWN
    of_its_own = all(any(word.text.lower() in own or word.stem in names for word in said) for said in openings)
    if not of_its_own or not any(_admits(m, language) for m in (a, b)):
        return False
    told, tells = (content(proposition(m, language), language) - names for m in (a, b))
    return bool(told and tells) and (told <= tells or tells <= told)


def _one_in_the_other(a: str, b: str, language: str) -> bool:
    """Whether one proposition stands word for word in the other, which goes on: "she had been dismissed", "she had been
    dismissed by the board"."""
    said = (f" {' '.join(word.text.lower() for word in words(text, language))} " for text in (a, b))
    shorter, longer = sorted(said, key=len)
    return len(shorter.split()) > LEAST_WORDS and shorter in longer


def _admits(mention: Mention, language: str) -> bool:
    record = mention.record
    assert isinstance(record, Attribution)
    return record.polarity is Polarity.AFFIRMED and stem(record.cue, language) in _admitting(language)


def _is_of_its_own(mention: Mention, own: frozenset[str], language: str) -> bool:
    """Whether what is credited tells of the claimant, by a pronoun or by name."""
    assert isinstance(mention.record, Attribution)
    said = words(mention.record.proposition, language)
    named = {word.stem for word in said} & set(name_words(voice(mention), language))
    return bool(named or {word.text.lower() for word in said} & own)


@cache
def _admitting(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in lexicon(language, "denials").ADMITTING)


def _credited_anew(a: Mention, b: Mention, alike: float, anchored: bool, language: str) -> bool:
    """Whether one proposition is credited to two who are surely not one. Inside one version two may say the same."""
    told, tells = proposition(a, language), proposition(b, language)
    if not _of_two_texts(a, b):
        return False
    apart = different_people(a.record.claimant, b.record.claimant, language)
    slipped = a.document == b.document and _but_for_numbers(told, tells, language)
    if not apart or not (slipped or _numbers_told_alike(told, tells, language)):
        return False
    if anchored:
        return alike >= SAME_IN_PLACE
    if is_proper(a.record.claimant) != is_proper(b.record.claimant) and not _surely_two(a, b, language):
        return False
    enough = len(numbers(told)) + min(len(content(told, language)), len(content(tells, language))) >= LEAST_WORDS
    return (enough and alike >= SAME_ANYWHERE) or _word_for_word(told, tells, language)


def _surely_two(a: Mention, b: Mention, language: str) -> bool:
    """Whether a body that is named and one that is not are two by their kinds, and both say in full what they say."""
    told_in_full = not points_back(a, language) and not points_back(b, language)
    return told_in_full and (
        of_two_kinds(a.record.claimant, b.record.claimant, language) or of_two_ranks(a, b, language)
    )


def proposition(mention: Mention, language: str = "en") -> str:
    """What an attribution credits, without a "claims that ... are untrue" around it; where it only points back
    ("denied this"), the sentence before it."""
    return plainly(_said(mention, language), language)


def _said(mention: Mention, language: str) -> str:
    record = mention.record
    assert isinstance(record, Attribution)
    told = _pointed_at(mention, language) if points_back(mention, language) else record.proposition
    return undenied(told, language)[0]


def _pointed_at(mention: Mention, language: str) -> str:
    """What stands before an attribution: in its own sentence where that says enough, else the sentence before."""
    ahead = mention.sentence[: max(0, mention.record.span.start - (mention.sentence_start or 0))]
    told = mention.sentence_start is not None and len(content(ahead, language)) >= LEAST_WORDS
    return ahead if told else _SENTENCE_ENDS.split(mention.before)[-1]


def polarity(mention: Mention, language: str = "en") -> Polarity:
    """Whether a claimant affirms what `proposition` gives: "said that reports of it were untrue" denies it."""
    record = mention.record
    assert isinstance(record, Attribution)
    if points_back(mention, language) or not undenied(record.proposition, language)[1]:
        return record.polarity
    return Polarity.AFFIRMED if record.polarity is Polarity.DENIED else Polarity.DENIED


def points_back(mention: Mention, language: str = "en") -> bool:
    """Whether an attribution credits what stands before it: "denied this", "did not accept that"."""
    record = mention.record
    assert isinstance(record, Attribution)
    return bool(mention.before) and not content(record.proposition, language)


@lru_cache(maxsize=20_000)
def _of_two_things(a: str, b: str, language: str) -> bool:
    """Whether each of two propositions names a month or a place that the other does not, or one of them only tells of
    an attempt: "sold in May", "sold in June"; "sold", "tried to sell"."""
    known = lexicon(language, "opposites")
    first, second = words(a, language), words(b, language)
    stems = {word.stem for word in first}, {word.stem for word in second}
    if bool(stems[0] & known.ATTEMPTS) != bool(stems[1] & known.ATTEMPTS):
        return True
    marks = [
        {word.stem for word in side[1:] if word.is_name and word.text.lower() in known.MONTHS}
        for side in (first, second)
    ]
    places = [{found.group(1) for found in _placed(language).finditer(text)} for text in (a, b)]
    return any(sides[0] and sides[1] and not sides[0] & sides[1] for sides in (marks, places))


@cache
def _placed(language: str) -> "re.Pattern[str]":
    """A preposition of place and a name behind it."""
    return re.compile(lexicon(language, "opposites").PLACED)


def _acts_apart(a: Mention, b: Mention, language: str) -> bool:
    """Whether two propositions share one word besides the claimants, and each has some of its own: "bought the house",
    "bought the car"."""
    names = {name for m in (a, b) for name in name_words(voice(m), language)}
    names |= lexicon(language, "morphology").NEGATIONS
    told, tells = (content(proposition(m, language), language) - names for m in (a, b))
    return len(told & tells) < OPENING and bool(told - tells) and bool(tells - told)


def _denies_any(told: str, tells: str, side: Polarity, language: str) -> bool:
    """Whether one proposition is denied of anything at all, and the other affirms it of something: "that anything
    was cut", "that the ministry had cut the grant"."""
    denied, affirmed = (told, tells) if side is Polarity.DENIED else (tells, told)
    of_any: frozenset[str] = lexicon(language, "denials").OF_ANY
    said = [word.text.lower() for word in words(denied, language)]
    rest = content(denied, language) - frozenset(stem(word, language) for word in of_any)
    more = content(affirmed, language) - rest
    of_all = bool(of_any.intersection(said[:OPENING])) or (len(more) < OPENING and bool(of_any.intersection(said)))
    return of_all and bool(rest) and rest <= content(affirmed, language)


def _word_for_word(a: str, b: str, language: str) -> bool:
    """Whether two propositions are one sentence, long enough, and not of what is to come, which both sides announce."""
    first, second = ([word.text.lower() for word in words(text, language)] for text in (a, b))
    coming = lexicon(language, "morphology").COMING
    return first == second and len(first) >= SENTENCE and not set(first) & coming


def _but_for_numbers(a: str, b: str, language: str) -> bool:
    """Whether two propositions are one sentence with other numbers in it: of two versions one was corrected too."""
    first, second = (["" if word.is_number else word.text.lower() for word in words(text, language)] for text in (a, b))
    return first == second and len(first) - first.count("") >= SENTENCE


def _turned_round(told: str, tells: str, language: str) -> bool:
    """Whether a word of a proposition gave way to its opposite; two of them cancel out ("less spent", "more
    unspent")."""
    return sum(change.rule == "wording.opposite" for change in compare_wording(told, tells, language)) % 2 == 1


@lru_cache(maxsize=20_000)
def numbers(text: str) -> tuple[str, ...]:
    """The numbers of a text as written in digits, sorted."""
    return tuple(sorted(word.text for word in words(text) if word.is_number))


def _numbers_told_alike(a: str, b: str, language: str) -> bool:
    """Whether two propositions give the same numbers, or one is all in the other, which goes on with more."""
    first, second = set(_all_numbers(a, language)), set(_all_numbers(b, language))
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    told, tells = sorted((content(a, language), content(b, language)), key=len)
    return bool(shorter) and shorter < longer and told <= tells


def _all_numbers(text: str, language: str) -> tuple[str, ...]:
    """The numbers of a text, spelt ones too."""
    return (*numbers(text), *sorted(_counted(text, language)))


def _counts_apart(a: str, b: str, language: str) -> bool:
    """Whether a count stands against none: that is for the figures to tell, which know of times and places."""
    return bool(numbers(a)) != bool(numbers(b)) or bool(_counted(a, language)) != bool(_counted(b, language))


def _counted(text: str, language: str) -> frozenset[str]:
    known = lexicon(language, "morphology")
    spelt: frozenset[str] = known.NUMBER_WORDS
    return frozenset(word.text.lower() for word in words(text, language)) & spelt


@lru_cache(maxsize=20_000)
def likeness(a: str, b: str, language: str = "en") -> float:
    """How much of the shorter proposition's content the longer one has, 0 to 1."""
    first, second = content(a, language), content(b, language)
    negations = lexicon(language, "morphology").NEGATIONS
    first, second = first - negations, second - negations
    if not first or not second or (len(first & second) == 1 and len(first) != len(second)):
        return 0.0
    return (
        len(first & second)
        / min(len(first), len(second))
        * min(1.0, 0.5 + len(first & second) / max(len(first), len(second)))
    )


@lru_cache(maxsize=20_000)
def denies(text: str, polarity: Polarity, language: str = "en") -> bool:
    """Whether the plain content of a proposition is held to be untrue: a denied negation affirms."""
    rules = lexicon(language, "morphology")
    lower = text.lower().replace("’", "'")
    for phrase in rules.NO_NEGATIONS:
        lower = lower.replace(phrase, " ")
    lower = re.sub(rules.NUMBER_SIGN, " ", lower)
    found = [word.text for word in words(lower, language)]
    negations = sum(word in rules.NEGATIONS or word.endswith("n't") for word in found)
    return bool(negations % 2) != (polarity is Polarity.DENIED)


def _answer(pattern: str, answer: Answer, rule: str, a: Attribution, b: Attribution, *, language: str) -> Comparison:
    names = lexicon(language, "readings")
    readings = (_reading(a, language), _reading(b, language))
    reason = getattr(names, pattern).format(
        who=a.claimant or names.NOBODY, other=b.claimant or names.NOBODY, a=a.proposition, b=b.proposition
    )
    flagged = answer is Answer.CONTRADICTS
    return Comparison(
        answer,
        rule,
        readings,
        reason,
        FlagType.ATTRIBUTION if flagged else None,
        Relation.CONFLICT if flagged else None,
    )


def _reading(record: Attribution, language: str) -> str:
    names = lexicon(language, "readings")
    cue = names.DENIED if record.polarity is Polarity.DENIED else names.AFFIRMED
    return str(cue).format(who=record.claimant or names.NOBODY, what=record.proposition)
