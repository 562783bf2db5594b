"""Gives every plain number of a sentence its unit."""

from itertools import pairwise

from claims.engine.extract.figures.ages import is_retiring_age
from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.inheriting import are_ends, inherits
from claims.engine.extract.figures.items import unit_of_item
from claims.engine.extract.figures.lexemes import NUMBER, Line
from claims.engine.extract.figures.magnitudes import magnitude, unit_before
from claims.engine.extract.figures.nouns import noun_behind, unit_of
from claims.engine.extract.figures.quantity import Quantity
from claims.engine.extract.figures.standing import is_gapped, is_listed, is_numbered, is_plural_subject, is_subject
from claims.engine.extract.figures.votes import is_side

# A list that shares one unit; beyond it every number stands alone.
_LONGEST_LIST = 12
# Numbers of one list are of one size: "16,644, 16 per cent above" is none.
_ALIKE = 20
# So many words before its number a subject gives it a unit.
_FAR = 10
# Numbers as large are money as often as people.
_MILLION = 10**6
_LIST_MARKS = frozenset({","})


def settle_units(line: Line, found: list[Quantity], before: str) -> None:
    """Gives every plain count its unit: by its noun, by the list it stands in, by its verb, by the count before it."""
    last = before
    for index, quantity in enumerate(found):
        amount, noun = quantity.amount, quantity.noun
        if amount.dropped or amount.unit:
            continue
        if _named_unit(line, quantity):
            continue
        if inherits(line, found, index):
            continue
        if noun is not None and noun.head is not None and noun.head.lower_ not in line.words("nouns").FURTHER:
            amount.unit = unit_of(line, noun.head)
        elif noun is None:
            amount.unit = str(line.words("units").VOTE) if is_side(line, amount) else unit_of_item(line, amount)
            if not amount.unit:
                amount.unit, amount.form = _from_list(line, found, index)
        points_back = (noun is not None and noun.partitive) or _is_of_those(line, amount)
        points_back = points_back or (noun is None and is_gapped(line, amount))
        amount.unit = amount.unit or (last if points_back else "") or _leaning(line, quantity, before)
        last = amount.unit or last
        if before != line.words("units").PERSON:
            before = last


def _is_of_those(line: Line, amount: Amount) -> bool:
    """ "940 flats damaged, of which 210 are past saving": some of what was counted last in the sentence."""
    two = line.lows[max(0, amount.outer - 2) : amount.outer]
    return two in line.words("nouns").OF_WHICH and amount.outer > len(two)


def _named_unit(line: Line, quantity: Quantity) -> bool:
    """Takes a unit that no noun behind the number gives: "magnitude 6.4", "a 6.4 quake", "the average age is 47"."""
    if quantity.amount.form is not Form.COUNT:
        return False
    unit = _told_unit(line, quantity) or unit_before(line, quantity) or magnitude(line, quantity)
    if unit:
        quantity.amount.unit, quantity.amount.form = unit, Form.MEASURE
    return bool(unit)


def _told_unit(line: Line, quantity: Quantity) -> str:
    """The unit that a subject gives: "the average age is 47", "life expectancy for men is around 73"."""
    amount, table = quantity.amount, line.words("units").OF_SUBJECTS
    if quantity.noun is not None or amount.form is not Form.COUNT:
        return ""
    if is_retiring_age(line, amount):
        return str(line.words("units").YEAR)
    for index in range(amount.outer, max(0, amount.outer - _FAR), -1):
        if line.kind(index - 1) == NUMBER:
            return ""
        if line.lows[max(0, index - 2) : index] in table:
            return str(table[line.lows[index - 2 : index]])
    return ""


def _from_list(line: Line, found: list[Quantity], index: int) -> tuple[str, Form]:
    """ "12, 15 and 19 people", "45 and 50 mg": the unit of the list's last number, and its form."""
    none = "", found[index].amount.form
    reach = found[index : index + _LONGEST_LIST]
    for a, b in pairwise(reach):
        link = line.lows[a.amount.outer_end : b.amount.outer]
        if not (_lists(line, link) or (a is reach[0] and are_ends(line, a.amount, link))):
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


def _lists(line: Line, link: tuple[str, ...]) -> bool:
    return bool(link) and all(word in _LIST_MARKS or word in line.words("clauses").AND for word in link)


def _leaning(line: Line, quantity: Quantity, before: str) -> str:
    """The unit of a number without a noun: people, where its words are of people; else what was counted before."""
    amount, person = quantity.amount, str(line.words("units").PERSON)
    if _is_of_people(line, amount):
        return person
    if _befalls_people(line, quantity) or (quantity.noun is not None and quantity.noun.partitive):
        return before or person
    return _named_before(line, amount) or before or (person if _is_anybody(line, quantity) else "")


def _is_anybody(line: Line, quantity: Quantity) -> bool:
    """ "12 others", "Twenty-eight walked out": a count of nothing named so far is of people."""
    amount = quantity.amount
    measures = line.words("measures")
    if amount.form is not Form.COUNT:
        return False
    at = amount.outer - 1
    drawn = quantity.noun is None and line.low(at) in measures.DRAWING and line.pos(at) == "VERB"
    if quantity.noun is not None or drawn or (is_numbered(line, amount) and line.low(0) in measures.NUMBERED):
        return True
    if is_listed(line, amount):
        return any(word in measures.HEADINGS for word in line.lows[: amount.outer])
    subject = is_plural_subject if amount.scale >= _MILLION else is_subject
    return amount.in_words and amount.low != 1 and subject(line, amount)


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
    if is_listed(line, amount) or is_numbered(line, amount):
        return "" if amount.scale >= _MILLION else _headed(line, amount)
    stepped = False
    for index in range(amount.outer - 1, max(-1, amount.outer - 16), -1):
        if line.kind(index) == NUMBER:
            if not _is_share(line, index + 1):
                return ""
            stepped = True
        token = line.token(index)
        if line.low(index) in totals and line.low(index + 1) in line.words("numbers").OF:
            noun = noun_behind(line, index + 2)
            return unit_of(line, noun.head) if noun and noun.head is not None else ""
        if token is not None and token.tag_ == "NNS" and token.dep_ in ("nsubj", "nsubjpass"):
            return "" if stepped and _is_priced(line, amount, token.lower_) else unit_of(line, token)
    return ""


def _is_priced(line: Line, amount: Amount, subject: str) -> bool:
    """ "Shares rose 8% to 365", "sales fell 2% to 41": the level is a price or a sum, and counts none of them."""
    money = line.words("currencies")
    return amount.low % 1 != 0 or subject in money.OF_MONEY or subject in money.PRICED


def _is_share(line: Line, at: int) -> bool:
    """ "Thefts fell 11%, to 386": what stands behind a number makes it a part, which counts nothing."""
    table = line.words("units")
    length = line.longest_at(at, table.WORDS, table.LONGEST)
    name = table.WORDS[line.lows[at : at + length]] if length else table.SYMBOLS.get(line.low(at), "")
    return name in table.SHARES


def _headed(line: Line, amount: Amount) -> str:
    """The unit of a heading: "Deaths behind bars: 214", "incidents with firearms numbered 60"."""
    if line.low(0) in line.words("measures").NUMBERED:
        return ""
    for index in range(max(0, amount.outer - 16), amount.outer - 1):
        token = line.token(index)
        if token is not None and token.tag_ == "NNS" and token.dep_ != "pobj":
            return unit_of(line, token)
    return ""
