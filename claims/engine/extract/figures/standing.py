"""Numbers in words that stand for what they count, with no noun behind: "Thirteen were shot", "Held: seven"."""

from claims.engine.extract.figures.amounts import Amount
from claims.engine.extract.figures.items import is_item
from claims.engine.extract.figures.lexemes import MARK, NUMBER, WORD, Line
from claims.engine.extract.figures.votes import is_side

_MILLION = 10**6
# Up to here a number in words may be somebody's age, a time of day or a name ("At twenty-three he", "Channel Four").
_SMALL = 120
_AND_TENS = 20
_NOUNS = frozenset({"NOUN", "PROPN"})
_LEADS = frozenset({"DET", "PRON", "ADJ", "NUM", "ADP", "PART", "ADV"})
_FINITE = frozenset({"VBD", "VBP", "MD"})
_COLON = ":"
# What a name is made of, and how long it may be with its article; so far back stands the verb of a list.
_OF_A_NAME = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART"})
_GENITIVE = frozenset("'’s")
_LONGEST_NAME = 8
_REACH = 30
_DIGITS_OF_A_YEAR = 4


def stands_alone(line: Line, amount: Amount) -> bool:
    """Whether a number in words with no noun behind is told as a count, rather than an age, a time or a name."""
    if amount.scale >= _MILLION or amount.low > _SMALL:
        return True
    if _is_named(line, amount):
        return False
    if (
        is_side(line, amount)
        or is_gapped(line, amount)
        or is_subject(line, amount)
        or is_listed(line, amount)
        or is_numbered(line, amount)
        or is_item(line, amount)
    ):
        return True
    return amount.low >= _AND_TENS and (bool(amount.meaning) or _is_object(line, amount) or _is_level(line, amount))


def is_subject(line: Line, amount: Amount) -> bool:
    """ "Thirteen were shot", "and six voted against": a verb in the plural behind, nothing it belongs to before."""
    end, before = amount.outer_end, amount.outer - 1
    while line.pos(end) == "ADV" and line.kind(end) == WORD:
        end += 1
    verb = line.token(end)
    if verb is None or verb.pos_ not in ("VERB", "AUX") or verb.tag_ not in _FINITE or line.kind(end) != WORD:
        return False
    words = line.words("not_figures")
    if line.low(end) in words.SINGULAR_VERBS or line.low(amount.outer) in words.BOTH:
        return False
    if line.pos(before) in _NOUNS:
        return verb.pos_ == "AUX"
    opens = line.kind(before) != WORD or line.low(before) in line.words("clauses").OPENERS
    return opens or line.pos(before) not in _LEADS


def is_gapped(line: Line, amount: Amount) -> bool:
    """ "The Blues won 41, the Farmers' Union 29 and the rebels four": a verb told once, with the first number."""
    end, at = amount.outer_end, amount.outer - 1
    closes = line.kind(end) != WORD or line.low(end) in line.words("clauses").AND
    if not closes or amount.is_range or line.pos(at) not in _NOUNS:
        return False
    while at > 0 and amount.outer - at < _LONGEST_NAME and (line.pos(at) in _OF_A_NAME or line.low(at) in _GENITIVE):
        at -= 1
    if line.low(at) != "," and line.low(at) not in line.words("clauses").AND:
        return False
    at -= 1 + (line.low(at - 1) == ",")
    joined = not line.words("clauses").AND.isdisjoint(line.lows[at:])
    verb = joined and any(line.pos(index) == "VERB" for index in range(max(0, at - _REACH), at))
    return verb and (_is_small_number(line, at) or (line.pos(at) == "NOUN" and _is_small_number(line, at - 1)))


def _is_small_number(line: Line, at: int) -> bool:
    """A number that is no year: "41", "twelve", "1,204"."""
    numbers = line.words("numbers")
    if line.kind(at) == NUMBER:
        return not (len(line.low(at)) == _DIGITS_OF_A_YEAR and line.low(at).isdecimal())
    return line.low(at) in numbers.ONES or line.low(at) in numbers.TENS


def is_plural_subject(line: Line, amount: Amount) -> bool:
    """ "Seven million are to be protected": they are counted; "seven million was spent" is a sum."""
    verb = line.token(amount.outer_end)
    plural = verb is not None and (verb.tag_ == "VBP" or verb.lower_ in line.words("not_figures").PLURAL_VERBS)
    return plural and is_subject(line, amount)


def is_listed(line: Line, amount: Amount) -> bool:
    """ "Held: seven", "Confirmed dead: some six hundred.": a heading before, the end of a clause or "of" behind."""
    if line.low(amount.outer - 1) != _COLON or line.kind(amount.outer - 2) != WORD or line.tight(amount.outer):
        return False
    end = amount.outer_end
    return line.kind(end) in ("", MARK) or line.pos(end) in ("ADP", "SCONJ")


def is_numbered(line: Line, amount: Amount) -> bool:
    """ "The strikers number 1,800", "those rejecting it numbered fourteen": a verb, and no "bus number 14"."""
    at = amount.outer - 1
    if line.low(at) not in line.words("measures").NUMBERING:
        return False
    if line.low(at) not in line.words("not_figures").NAMING:
        return True
    token, before = line.token(at), line.token(at - 1)
    if before is None or token is None or not (amount.in_words or amount.low >= _SMALL or amount.meaning):
        return False
    return line.low(0) in line.words("measures").NUMBERED or before.tag_ in ("NNS", "NNPS") or token.pos_ == "VERB"


def _is_named(line: Line, amount: Amount) -> bool:
    """ "Channel Four", "Big Ten": a capital inside a sentence."""
    first = line.lexemes[amount.first]
    opens = amount.outer == 0 or line.kind(amount.first - 1) == MARK
    return first.text[0].isupper() and not first.text.isupper() and not opens


def _is_object(line: Line, amount: Amount) -> bool:
    """ "drew sixty", "with fifty-two on board", "by seventy": a verb or a preposition before, not "at twenty-three"."""
    before = line.low(amount.outer - 1)
    if before in line.words("not_figures").AGE_BEFORE:
        return False
    return line.pos(amount.outer - 1) in ("VERB", "ADP") and line.pos(amount.end) != "NOUN"


def _is_level(line: Line, amount: Amount) -> bool:
    """ "The target was fifty-five": a thing before, and nobody who is so old."""
    verb = line.token(amount.outer - 1)
    if verb is None or verb.lemma_ != "be":
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return subject is not None and subject.pos_ == "NOUN" and subject.lower_ not in line.words("people").PEOPLE
