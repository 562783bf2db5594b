"""From one sentence to its quantities: read, dropped, joined, given their nouns and judged."""

from dataclasses import dataclass

from claims.engine.extract.figures.amounts import Amount, Form, read_amounts
from claims.engine.extract.figures.dropping import drop
from claims.engine.extract.figures.joining import join
from claims.engine.extract.figures.judging import judge
from claims.engine.extract.figures.lexemes import Line, cut, may_hold_a_number
from claims.engine.extract.figures.nouns import Noun, noun_behind, unit_of
from claims.engine.parse import Sentence

_LIST_MARKS = frozenset({","})


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with the noun behind it."""

    amount: Amount
    noun: Noun | None


def quantities(sentence: Sentence, language: str, before: str = "") -> tuple[Line, list[Quantity]] | None:
    """The quantities of a sentence, the dropped ones too, with its lexemes; None where it has no number.

    before: the unit of the last count before the sentence, for numbers that lean on it ("Two remain missing").
    """
    if not may_hold_a_number(sentence.text, language):
        return None
    line = cut(sentence, language)
    amounts = read_amounts(line)
    drop(line, amounts)
    found = [Quantity(amount, _noun(line, amount)) for amount in join(line, amounts)]
    _settle_units(line, found, before)
    for quantity in found:
        if not quantity.amount.dropped:
            quantity.amount.dropped = judge(line, quantity.amount, quantity.noun)
    return line, found


def _noun(line: Line, amount: Amount) -> Noun | None:
    return None if amount.dropped else noun_behind(line, amount.outer_end)


def _settle_units(line: Line, found: list[Quantity], before: str) -> None:
    """Gives every plain count its unit: by its noun, by the list it stands in, by its verb, by the count before it."""
    for index, quantity in enumerate(found):
        amount, noun = quantity.amount, quantity.noun
        if amount.dropped or amount.unit:
            continue
        if noun is not None and noun.head is not None:
            amount.unit = unit_of(line, noun.head)
        elif noun is None:
            amount.unit = _from_list(line, found, index)
        amount.unit = amount.unit or _leaning(line, quantity, before)
        before = amount.unit or before


def _from_list(line: Line, found: list[Quantity], index: int) -> str:
    """ "12, 15 and 19 people": the unit of the list's last number."""
    for a, b in zip(found[index:], found[index + 1 :], strict=False):
        link = line.lows[a.amount.outer_end : b.amount.outer]
        if not link or any(word not in _LIST_MARKS and word not in line.words("clauses").AND for word in link):
            return ""
        if b.amount.form is not Form.COUNT or b.amount.dropped:
            return b.amount.unit if b.amount.form is a.amount.form else ""
        if b.noun is not None and b.noun.head is not None:
            return unit_of(line, b.noun.head)
    return ""


def _leaning(line: Line, quantity: Quantity, before: str) -> str:
    measures, people = line.words("measures"), line.words("people")
    amount = quantity.amount
    if amount.form is Form.ZERO and line.lows[amount.first : amount.end] in line.words("numbers").NOBODY:
        return str(line.words("units").PERSON)
    end = quantity.noun.end if quantity.noun else amount.outer_end
    near = [*range(end, min(end + 4, len(line.lows))), *range(amount.outer - 1, max(-1, amount.outer - 8), -1)]
    for index in near:
        if line.low(index) in measures.PEOPLE_TOTALS:
            return str(line.words("units").PERSON)
        length = line.longest_at(index, measures.PREDICATES, measures.LONGEST)
        if length and measures.PREDICATES[line.lows[index : index + length]] in measures.OF_PEOPLE:
            return before or str(line.words("units").PERSON)
    if quantity.noun is not None and quantity.noun.partitive:
        return before or str(line.words("units").PERSON)
    return before if people else ""
