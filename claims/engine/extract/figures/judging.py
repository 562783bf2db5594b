"""Judges whether a number counts anything that a checker could check, with its noun and verb in view."""

from collections.abc import Callable

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.lexemes import WORD, Line
from claims.engine.extract.figures.nouns import Noun
from claims.engine.extract.figures.standing import stands_alone

_FEW = 20
_REACH = 8


def judge(line: Line, amount: Amount, noun: Noun | None, *, alone: bool = True) -> str:
    """Why an amount is no figure in spite of its number ("one", "source", "idle", "nothing"), or "".

    alone: the sentence has no quantity but stretches of time.
    """
    if amount.form is Form.ZERO:
        return "" if _zero_counts(line, amount, noun) else "nothing"
    if amount.form is Form.MEASURE:
        return _idle_measure(line, amount, alone)
    if amount.form is not Form.COUNT or amount.is_range:
        return ""
    return next((reason for reason, rule in _COUNT_RULES if rule(line, amount, noun)), "")


def _idle_measure(line: Line, amount: Amount, alone: bool) -> str:
    """ "one day", "within a week", "in the three months to June": when something was, not how much it is."""
    words = line.words("not_figures")
    if amount.unit not in line.words("units").DURATIONS or amount.hyphened:
        return ""
    single = amount.low == 1 and amount.in_words
    if single and (amount.meaning in ("at_most", "exact") or amount.unit in words.IDLE_UNITS) and not amount.is_range:
        return "idle"
    at = amount.outer - 1
    windowed = False
    while line.low(at) in words.WINDOW_WORDS:
        windowed, at = True, at - 1
    if line.low(at) not in words.WINDOW_CUES:
        return ""
    follows = not alone and line.low(at) in words.WINDOW_BESIDE and not amount.meaning
    return "window" if windowed or follows or line.low(at) in words.WINDOW_ALWAYS else ""


def _is_known_group(line: Line, amount: Amount, noun: Noun | None) -> bool:
    """ "on the two trams", "two of the four", "between two trams": a small number that only points at what is known."""
    words = line.words("not_figures")
    before = line.low(amount.outer - 1)
    if not amount.in_words or amount.low > words.SMALL_GROUP or amount.meaning:
        return False
    if before in line.words("bounds").BETWEEN:
        return True
    if before not in words.POINTERS and before not in words.ORDER_WORDS:
        return False
    if noun is None and not amount.meaning:
        return line.low(amount.outer - 2) in line.words("numbers").OF
    if before in words.OWNERS and noun.head is not None and noun.head.lower_ in words.KIN:
        return False
    return not noun.partitive and line.low(noun.end) not in line.words("nouns").RELATIVES


def _is_alone(line: Line, amount: Amount, noun: Noun | None) -> bool:
    """Words with nothing to count: "room for two"; not what is told of a number alone ("Six walked out")."""
    return not amount.unit and noun is None and amount.in_words and not stands_alone(line, amount)


def _is_source(line: Line, amount: Amount, noun: Noun | None) -> bool:
    """ "two people familiar with the matter", "three officials said": they say something, and are not counted."""
    words, people = line.words("not_figures"), line.words("people")
    if noun is None or noun.head is None or noun.partitive or amount.low > _FEW:
        return False
    if noun.head.lower_ not in people.SOURCES:
        return False
    if line.low(amount.outer - 1) in words.POINTERS:
        return False
    if any(line.low(index) in people.SOURCE_MARKS for index in range(noun.end, noun.end + 3)):
        return True
    governor = noun.head.head
    return (noun.head.dep_ in ("nsubj", "pobj") and governor.lemma_.lower() in words.SPEAKING) or (
        line.lows[amount.outer - 2 : amount.outer] in words.CREDITS
    )


def _is_idle(line: Line, amount: Amount, noun: Noun | None) -> bool:
    words = line.words("not_figures")
    if noun is None or noun.head is None or amount.low > _FEW or amount.low % 1 != 0:
        return False
    if noun.first > amount.end:
        return line.low(noun.first) in words.HYPHEN_IDLE or noun.head.lower_ in words.HYPHEN_IDLE
    return noun.head.lower_ in words.IDLE_NOUNS


def _is_pronoun(line: Line, amount: Amount, noun: Noun | None) -> bool:
    """ "One" is a number before "more" and before what is said to have befallen it; elsewhere it is a pronoun."""
    words = line.words("not_figures")
    if amount.low != 1 or not amount.in_words or line.low(amount.first) in line.words("numbers").ARTICLES:
        return False
    if line.low(amount.end) in words.ONE_MORE or line.lows[amount.outer : amount.first] in words.EXCEPT:
        return False
    if noun is not None and line.lows[amount.outer - 2 : amount.outer] in words.BEFALLEN:
        return False
    if line.low(amount.first - 1) in words.ONE_BEFORE or noun is None or (noun.partitive and noun.head is not None):
        return True
    return not (line.low(amount.first - 1) in words.ONLY or _is_rate(line, noun.end) or _is_told_of(line, noun))


def _is_told_of(line: Line, noun: Noun) -> bool:
    measures = line.words("measures")
    if line.longest_at(noun.first, measures.COUNTED, 1):
        return True
    reach = range(noun.end, min(noun.end + _REACH, len(line.lows)))
    return any(line.longest_at(at, measures.PREDICATES, measures.LONGEST) for at in reach)


def _is_rate(line: Line, index: int) -> bool:
    """ "one tablet a day"."""
    table = line.words("units")
    return line.low(index) in table.PER and table.WORDS.get((line.low(index + 1),)) in table.DURATIONS


def _zero_counts(line: Line, amount: Amount, noun: Noun | None) -> bool:
    numbers, words = line.words("numbers"), line.words("not_figures")
    phrase = line.lows[amount.first : amount.end]
    if phrase not in numbers.NO:
        end = noun.end if noun else amount.end
        token = line.token(end)
        return _befalls(line, end) or (noun is not None and token is not None and token.tag_ == "VBN")
    if noun is None or noun.head is None or noun.head.lower_ in words.NO_IDLE:
        return False
    if line.longest_at(noun.end - 1, line.words("measures").COUNTED, 1):
        return True
    other = line.low(amount.end) in words.ONE_MORE
    plural = noun.head.tag_ == "NNS" or noun.head.lower_ in line.words("people").PEOPLE
    if line.low(amount.first - 2) in words.EXISTENTIAL:
        return other or plural
    if not _is_subject(noun):
        return False
    is_person = noun.head.lower_ in line.words("people").PEOPLE
    return _befalls(line, noun.end) or other or (is_person and line.low(noun.end) in words.PERFECT)


def _is_subject(noun: Noun) -> bool:
    return noun.head is not None and noun.head.dep_ in ("nsubj", "nsubjpass")


def _befalls(line: Line, index: int) -> bool:
    """Whether what follows tells what befell the subject: a word of measure, or a passive."""
    measures = line.words("measures")
    passive = False
    for at in range(index, min(index + _REACH, len(line.lexemes))):
        token = line.token(at)
        if token is None or line.kind(at) != WORD:
            return False
        if line.longest_at(at, measures.PREDICATES, measures.LONGEST):
            return True
        passive = passive or token.lemma_ in ("be", "get")
        if token.pos_ == "VERB":
            return passive and token.tag_ == "VBN"
    return False


_COUNT_RULES: tuple[tuple[str, Callable[[Line, Amount, Noun | None], bool]], ...] = (
    ("known group", _is_known_group),
    ("nothing counted", _is_alone),
    ("source", _is_source),
    ("idle", _is_idle),
    ("one", _is_pronoun),
)
