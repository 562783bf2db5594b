"""From one sentence to its quantities: read, dropped, joined, given their nouns and judged."""

from dataclasses import dataclass
from itertools import pairwise

from claims.engine.extract.figures.amounts import Amount, Form, read_amounts
from claims.engine.extract.figures.dropping import drop
from claims.engine.extract.figures.homes import Homes
from claims.engine.extract.figures.joining import join
from claims.engine.extract.figures.judging import judge
from claims.engine.extract.figures.lexemes import NUMBER, WORD, Line, cut, may_hold_a_number
from claims.engine.extract.figures.nouns import Noun, noun_behind, unit_of
from claims.engine.parse import Sentence

_AT_HOME = Homes()
# A list that shares one unit; beyond it every number stands alone.
_LONGEST_LIST = 12
_WHOLE = 100
# Numbers of one list are of one size: "16,644, 16 per cent above" is none.
_ALIKE = 20
_LIST_MARKS = frozenset({","})


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with the noun behind it."""

    amount: Amount
    noun: Noun | None


def quantities(
    sentence: Sentence, language: str, before: str = "", homes: Homes = _AT_HOME, far: str = ""
) -> tuple[Line, list[Quantity]] | None:
    """The quantities of a sentence, the dropped ones too, with its lexemes; None where it has no number.

    before: the unit of the last count before the sentence, for numbers that lean on it ("Two remain missing"); far: of
    the last one in the text, which numbers in digits take for want of a nearer one. homes: what the text leaves unsaid.
    """
    if not may_hold_a_number(sentence.text, language):
        return None
    line = cut(sentence, language)
    amounts = read_amounts(line)
    drop(line, amounts)
    joined = join(line, amounts)
    behind = dict(zip(map(id, joined), joined[1:], strict=False))
    found = [Quantity(amount, _noun(line, amount, behind.get(id(amount)))) for amount in joined]
    for quantity in found:
        _bound_at_the_end(line, quantity)
    _settle_units(line, found, before)
    durations = line.words("units").DURATIONS
    lasting = all(quantity.amount.unit in durations for quantity in found if not quantity.amount.dropped)
    for quantity in found:
        amount = quantity.amount
        if amount.dropped:
            continue
        amount.dropped = judge(line, amount, quantity.noun, alone=lasting)
        if not amount.unit and not amount.in_words:
            amount.unit = far
        amount.unit = _converted(line, amount, found) or _at_home(line, amount, homes)
    return line, found


def _converted(line: Line, amount: Amount, found: list[Quantity]) -> str:
    """ "66 degrees (19 degrees Celsius)": plain degrees are of the scale that they are not converted to."""
    table = line.words("units")
    if amount.unit != table.DEGREE or line.low(amount.outer_end) != line.words("bounds").BRACKETS[0]:
        return ""
    plain, american = str(table.PLAIN_DEGREES), str(table.AMERICAN_DEGREES)
    scales = {plain: american, american: plain}
    other = next((q.amount.unit for q in found if q.amount.first == amount.outer_end + 1), "")
    return scales.get(other, "")


def _bound_at_the_end(line: Line, quantity: Quantity) -> None:
    """ "Two more moves at most.", "ten weeks, at the very least": the bound stands where the clause ends."""
    amount, table = quantity.amount, line.words("bounds")
    if amount.dropped or amount.is_range or amount.form is Form.ZERO or amount.meaning not in ("", "exact"):
        return
    start = max(amount.outer_end, quantity.noun.end if quantity.noun else 0)
    start += line.low(start) in _LIST_MARKS
    length = line.longest_at(start, table.AT_THE_END, table.LONGEST)
    end = start + length
    if length and line.kind(end) not in (WORD, NUMBER):
        amount.meaning = table.AFTER[line.lows[start:end]]
        amount.outer_end = max(amount.outer_end, end if quantity.noun is None else amount.outer_end)


def _at_home(line: Line, amount: Amount, homes: Homes) -> str:
    """The unit with what the text leaves unsaid: its own dollars, its own degrees."""
    table = line.words("units")
    if amount.unit == table.DEGREE and any(word in table.NOT_WEATHER for word in line.lows):
        return amount.unit
    signed = line.text(amount.first, amount.end)
    if amount.form is Form.MONEY and any(mark in signed for mark in line.words("currencies").MARKED):
        return amount.unit
    return homes.unit(amount.unit)


def _noun(line: Line, amount: Amount, behind: Amount | None) -> Noun | None:
    if amount.dropped:
        return None
    if (
        behind is not None
        and behind.first == amount.outer_end
        and behind.form is Form.MEASURE
        and amount.form is Form.COUNT
    ):
        return noun_behind(line, behind.end)
    return noun_behind(line, amount.outer_end, share=amount.form in (Form.SHARE, Form.RATIO))


def _settle_units(line: Line, found: list[Quantity], before: str) -> None:
    """Gives every plain count its unit: by its noun, by the list it stands in, by its verb, by the count before it."""
    last = before
    for index, quantity in enumerate(found):
        amount, noun = quantity.amount, quantity.noun
        if amount.dropped or amount.unit:
            continue
        if _named_unit(line, quantity):
            continue
        if _inherits(line, found, index):
            continue
        if noun is not None and noun.head is not None and noun.head.lower_ not in line.words("nouns").FURTHER:
            amount.unit = unit_of(line, noun.head)
        elif noun is None:
            amount.unit, amount.form = _from_list(line, found, index)
        is_pronoun = noun is not None and noun.partitive
        amount.unit = amount.unit or (last if is_pronoun else "") or _leaning(line, quantity, before)
        last = amount.unit or last
        if before != line.words("units").PERSON:
            before = last


def _named_unit(line: Line, quantity: Quantity) -> bool:
    """Takes a unit that stands before its number: "magnitude 6.4", "a hazard ratio of 0.76"."""
    table, amount = line.words("units"), quantity.amount
    near = line.low(amount.outer - 1)
    if near in table.LINKS and quantity.noun is None:
        near = line.low(amount.outer - 2)
    if near not in table.BEFORE or amount.form is not Form.COUNT:
        return False
    amount.unit, amount.form = table.BEFORE[near], Form.MEASURE
    return True


def _inherits(line: Line, found: list[Quantity], index: int) -> bool:
    """Takes the unit of a neighbour that is no count: "£3m of the £5m", "fell to 7.9 per cent from 8.4"."""
    quantity = found[index]
    amount = quantity.amount
    if index + 1 < len(found) and quantity.noun is not None and quantity.noun.partitive:
        whole = found[index + 1].amount
        link = line.lows[amount.outer_end + 1 : whole.outer]
        if whole.form is Form.MONEY and all(word in line.words("nouns").DETERMINERS for word in link):
            amount.unit, amount.form = whole.unit, whole.form
            return True
    if quantity.noun is not None or amount.form is not Form.COUNT or amount.in_words:
        return False
    before = next(
        (other.amount for other in reversed(found[max(0, index - 3) : index]) if not other.amount.dropped), None
    )
    if before is None or before.form not in (Form.MONEY, Form.SHARE, Form.MEASURE) or not _leans(line, amount, before):
        return False
    amount.unit, amount.form = before.unit, before.form
    return True


def _leans(line: Line, amount: Amount, before: Amount) -> bool:
    """Whether a bare number has the unit of the one before: a decimal, or the other end of a change."""
    if before.unit in line.words("units").DURATIONS or before.unit == "percentage_point":
        return False
    if before.form is Form.SHARE and _is_level(line, amount, before):
        return False
    if before.form is Form.SHARE and amount.low > _WHOLE:
        return False
    if amount.low % 1 != 0:
        return True
    linked = line.low(amount.outer - 1) in line.words("bounds").LEANING
    return linked and amount.outer - before.outer_end <= 2


def _is_level(line: Line, amount: Amount, before: Amount) -> bool:
    """ "rose 8.15% to 3.65": the share is the step, the bare number where it led."""
    measures, link = line.words("measures"), line.lows[before.outer_end : amount.outer]
    moved = line.low(before.outer - 1) in measures.UP or line.low(before.outer - 1) in measures.DOWN
    return moved and len(link) == 1 and link[0] in line.words("bounds").TO


def _from_list(line: Line, found: list[Quantity], index: int) -> tuple[str, Form]:
    """ "12, 15 and 19 people", "45 and 50 mg": the unit of the list's last number, and its form."""
    none = "", found[index].amount.form
    reach = found[index : index + _LONGEST_LIST]
    for a, b in pairwise(reach):
        link = line.lows[a.amount.outer_end : b.amount.outer]
        if not link or any(word not in _LIST_MARKS and word not in line.words("clauses").AND for word in link):
            return none
        if b.amount.form in (Form.MEASURE, Form.SHARE) and not b.amount.meaning:
            if found[index].amount.low > _ALIKE * b.amount.low:
                return none
            return b.amount.unit, b.amount.form
        if b.amount.form is not Form.COUNT or b.amount.dropped:
            return none
        if b.noun is not None and b.noun.head is not None:
            return unit_of(line, b.noun.head), Form.COUNT
    return none


def _leaning(line: Line, quantity: Quantity, before: str) -> str:
    """The unit of a number without a noun: people, where its words are of people; else what was counted before."""
    amount, person = quantity.amount, str(line.words("units").PERSON)
    if _is_of_people(line, amount):
        return person
    if _befalls_people(line, quantity) or (quantity.noun is not None and quantity.noun.partitive):
        return before or person
    others = quantity.noun is not None and amount.form is Form.COUNT and not before
    return _named_before(line, amount) or before or (person if others else "")


def _is_of_people(line: Line, amount: Amount) -> bool:
    """ "nobody", "thousands", "a city of 61,000", "the toll rose to 133"."""
    measures, numbers = line.words("measures"), line.words("numbers")
    if line.low(amount.outer - 2) in measures.PLACES and line.low(amount.outer - 1) in numbers.OF:
        return True
    if amount.form is Form.ZERO:
        return line.lows[amount.first : amount.end] in numbers.NOBODY
    return any(line.low(index) in measures.PEOPLE_TOTALS for index in _near(line, amount, amount.outer_end))


def _befalls_people(line: Line, quantity: Quantity) -> bool:
    """ "145 in hospital", "left 551 injured", "thousands fled"."""
    measures, amount = line.words("measures"), quantity.amount
    for index in _near(line, amount, quantity.noun.end if quantity.noun else amount.outer_end):
        length = line.longest_at(index, measures.PREDICATES, measures.LONGEST)
        if length and measures.PREDICATES[line.lows[index : index + length]] in measures.OF_PEOPLE:
            return True
    return amount.high is None and amount.form is Form.COUNT


def _near(line: Line, amount: Amount, end: int) -> list[int]:
    """The lexemes right behind a number, then those before it, the nearest first."""
    return [*range(end, min(end + 4, len(line.lows))), *range(amount.outer - 1, max(-1, amount.outer - 16), -1)]


def _named_before(line: Line, amount: Amount) -> str:
    """The unit of a subject that the number is said of: "arrests rose to 40", "the number of cases fell to nine"."""
    totals = line.words("measures").TOTALS
    for index in range(amount.outer - 1, max(-1, amount.outer - 16), -1):
        if line.kind(index) == NUMBER:
            return ""
        token = line.token(index)
        if line.low(index) in totals and line.low(index + 1) in line.words("numbers").OF:
            noun = noun_behind(line, index + 2)
            return unit_of(line, noun.head) if noun and noun.head is not None else ""
        if token is not None and token.tag_ == "NNS" and token.dep_ in ("nsubj", "nsubjpass"):
            return unit_of(line, token)
    return ""
