"""Finds what a plain number counts: the noun behind it, or the one that the number stands in for."""

from dataclasses import dataclass, replace
from types import ModuleType

from spacy.tokens import Token

from claims.engine.extract.figures.lexemes import NUMBER, WORD, Line

_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_FURTHEST = 7


@dataclass(frozen=True, slots=True)
class Noun:
    """first, end: the lexemes of the noun phrase behind the number (end excluded); head: its noun.

    partitive: the number is some of it ("five of them", "three of the 14 analysts").
    """

    first: int
    end: int
    head: Token | None
    partitive: bool = False


def noun_behind(line: Line, index: int, *, share: bool = False) -> Noun | None:
    """The noun phrase that begins at a lexeme, behind a number, or None where the number stands alone.

    share: the number is a part, so that the whole may follow without "of" ("half the homes").
    """
    at = _past_hyphen(line, index)
    if line.low(at) in line.words("numbers").OF:
        return _partitive(line, at)
    if share and line.low(at) in line.words("nouns").DETERMINERS:
        whole = _partitive(line, at - 1)
        return None if whole is None else replace(whole, first=at)
    found = _compound(line, at) if at > index or _is_measure_of_noun(line, index) else _head(line, at)
    if found is None:
        return None
    end, head = found
    if head.lower_ in line.words("nouns").MEASURE_NOUNS and line.low(end) in line.words("numbers").OF:
        inner = _head(line, end + 1)
        if inner is not None:
            return Noun(at, inner[0], inner[1])
    return Noun(at, end, head)


def is_verb(line: Line, noun: Noun) -> bool:
    """Whether the parser took a verb for a noun: an article stands right behind it ("plans a rise"), or "to"."""
    after = line.token(noun.end)
    alone = noun.end == noun.first + 1 and noun.head is not None and noun.head.tag_ == "NNS"
    return alone and after is not None and (after.tag_ in ("TO", "DT", "PRP$"))


def _is_measure_of_noun(line: Line, index: int) -> bool:
    """ "a 12 page document": a singular behind a number qualifies the noun after it."""
    first, second = line.token(index), line.token(index + 1)
    if (
        first is None
        or second is None
        or line.kind(index + 1) != WORD
        or line.low(index - 1) in line.words("numbers").ONES_ALONE
    ):
        return False
    if first.tag_ != "NN" or second.tag_ != "NN" or second.lower_ in line.words("people").PEOPLE:
        return False
    return first.lower_ not in line.words("people").PEOPLE and not _ends_in_plural(line, index + 2)


def _ends_in_plural(line: Line, index: int) -> bool:
    """Whether a run of nouns ends in a plural: "nine care home residents"."""
    while line.pos(index) == "NOUN" and line.kind(index) == WORD:
        token = line.token(index)
        if token is not None and token.tag_ == "NNS":
            return True
        index += 1
    return False


def _compound(line: Line, at: int) -> tuple[int, Token] | None:
    """ "an 800-bed hospital" counts beds."""
    token = line.token(at)
    return (at + 1, token) if token is not None and line.kind(at) == WORD else None


def _past_hyphen(line: Line, index: int) -> int:
    dashes = line.words("bounds").DASHES
    return index + 1 if line.low(index) in dashes and line.tight(index) and line.tight(index + 1) else index


def _partitive(line: Line, at: int) -> Noun | None:
    """ "of them", "of its 310 drivers", "of the dead": the noun behind, past determiners and a second number."""
    words = line.words("nouns")
    start = at + 1
    while line.low(start) in words.DETERMINERS or line.low(start) in ("’", "'", "s"):
        start += 1
    start += line.low(start) in words.OF_A_ROW and _is_numeral(line, start + 1)
    while line.low(start) in words.DETERMINERS or _is_numeral(line, start):
        start += 1
    if line.low(start) in words.PRONOUNS and not line.lexemes[start].text.isupper():
        return _told_of_them(line, at, start + 1) or Noun(at, start + 1, None, partitive=True)
    numbered = _is_numeral(line, start - 1)
    found = _head(line, start, participles=not numbered)
    while found is not None and _is_possessive(line, found[0]):
        start = found[0] + (2 if line.low(found[0] + 1) == "s" else 1)
        while _is_numeral(line, start):
            start += 1
        found = _head(line, start)
    if found is None:
        return Noun(at, start, None, partitive=True)
    return Noun(at, found[0], found[1], partitive=True)


def _told_of_them(line: Line, at: int, start: int) -> Noun | None:
    """ "84,000 of them ducks, ...", "ten of them small children": what they are, where nothing is said of it."""
    found = _head(line, start, participles=False)
    if found is None:
        return None
    end, head = found
    is_told = head.tag_ == "NNS" or head.lower_ in line.words("people").PEOPLE
    closes = line.kind(end) != WORD or line.low(end) in line.words("numbers").AND
    return Noun(at, end, head, partitive=True) if is_told and closes else None


def _is_numeral(line: Line, at: int) -> bool:
    """A number, or the scale behind one: "two-thirds of the 4.3 million sales", "of the combined 4.3M sales"."""
    numbers, low = line.words("numbers"), line.low(at)
    if line.kind(at) == NUMBER or low in numbers.ONES or low in numbers.TENS:
        return True
    if low in line.words("bounds").DASHES and line.low(at - 1) in numbers.TENS:
        return line.tight(at) and line.low(at + 1) in numbers.ONES
    return line.kind(at - 1) == NUMBER and (low in numbers.SCALES or (line.tight(at) and low in numbers.SHORT_SCALES))


def _is_possessive(line: Line, index: int) -> bool:
    return line.low(index) in ("'", "’") and line.tight(index)


def _head(line: Line, start: int, *, participles: bool = True) -> tuple[int, Token] | None:
    """The end of a run of modifiers and nouns, and its head: the first plural, else the last noun."""
    head: tuple[int, Token] | None = None
    at = start
    while at < min(start + _FURTHEST, len(line.lexemes)):
        if line.low(at) in "-‐‑" and line.tight(at) and line.tight(at + 1) and at > start:
            at += 1
            continue
        if at > start and _joins_modifiers(line, at):
            head, at = None, at + 1
            continue
        token = line.token(at)
        if (
            line.kind(at) != WORD
            or token is None
            or not _continues(line, at, token, head is not None or not participles)
        ):
            break
        end = line.end_of(token, at)
        if token.pos_ in _NOUNS and not _is_joined(line, end - 1):
            head = end, token
            if (token.tag_ == "NNS" and not _qualifies(line, at, token)) or (
                token.lower_ in line.words("people").PEOPLE and not _noun_follows(line, at)
            ):
                break
        at = end
    return head


def _qualifies(line: Line, at: int, token: Token) -> bool:
    """Whether a plural only qualifies the one behind it: "300 sales jobs", "two minibus taxis"."""
    after = line.token(at + 1)
    return token.dep_ == "compound" and after is not None and line.kind(at + 1) == WORD and after.tag_ == "NNS"


def _joins_modifiers(line: Line, at: int) -> bool:
    """The "and" of "digital and physical sales", "Kia and Hyundai vehicles"."""
    before, behind, then = line.token(at - 1), line.token(at + 1), line.token(at + 2)
    if line.low(at) in line.words("nouns").AMPERSAND:
        return line.pos(at - 1) == "PROPN" and line.pos(at + 1) == "PROPN" and line.kind(at + 2) == WORD
    if line.low(at) not in line.words("numbers").AND or before is None or behind is None or then is None:
        return False
    return before.pos_ in ("ADJ", "PROPN") and behind.pos_ == before.pos_ and then.tag_ == "NNS"


def _is_joined(line: Line, at: int) -> bool:
    return line.low(at + 1) in ("-", "‐", "‑") and line.tight(at + 1) and line.tight(at + 2)


def _noun_follows(line: Line, at: int) -> bool:
    token = line.token(at + 1)
    return token is not None and line.kind(at + 1) == WORD and token.pos_ == "NOUN" and token.tag_ in ("NNS", "NN")


def _continues(line: Line, at: int, token: Token, has_head: bool) -> bool:
    words = line.words("nouns")
    if line.low(at) in words.STOPS or token.lower_ in line.words("not_figures").WEEKDAYS:
        return False
    if token.pos_ == "PROPN" and has_head:
        return line.pos(at - 1) == "PROPN"
    if token.pos_ in _MODIFIERS:
        return token.pos_ != "ADV" or not has_head
    told = token.tag_ == "VBD" and any(child.dep_ == "nsubj" for child in token.children)
    return not has_head and token.tag_ in _PARTICIPLES and not told and _leads_to_noun(line, at)


def _leads_to_noun(line: Line, at: int) -> bool:
    """Whether a participle stands before a noun ("12 injured people") rather than being said of the number."""
    token = line.token(at + 1)
    return token is not None and line.kind(at + 1) == WORD and token.pos_ in ("NOUN", "ADJ") and token.tag_ != "JJR"


def unit_of(line: Line, head: Token) -> str:
    """The unit that a counted noun gives: person, household, animal, or its own singular with underscores."""
    people, table = line.words("people"), line.words("units")
    low = head.lower_
    if low in table.HOUSEHOLD:
        return str(table.HOUSEHOLD[low])
    if (
        low in people.PEOPLE
        or low in line.words("nouns").STRONG
        or (low.endswith(people.ENDINGS) and low not in people.NOT_PEOPLE)
    ):
        return str(table.PERSON)
    if head.tag_ == "NNPS" and head.text[0].isupper() and _is_of_a_place(low, people):
        return str(table.PERSON)
    if low in table.ANIMALS:
        return str(table.ANIMAL)
    return _singular(line, head)


def _is_of_a_place(low: str, people: ModuleType) -> bool:
    return low.endswith(people.OF_A_PLACE) and low not in people.NOT_PEOPLE


def _singular(line: Line, head: Token) -> str:
    irregular = line.words("nouns").SINGULARS.get(head.lower_)
    if irregular is not None:
        return str(irregular)
    lemma = head.lemma_.lower() if head.lemma_ else head.lower_
    if head.tag_ in ("NNS", "NNPS") and lemma == head.lower_ and lemma.endswith("s") and not lemma.endswith("ss"):
        lemma = lemma[:-1]
    return "_".join(lemma.split())
