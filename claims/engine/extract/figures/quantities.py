"""From one sentence to its quantities: read, dropped, joined, given their nouns and judged."""

from itertools import pairwise

from claims.engine.extract.figures.amounts import Amount, Form, read_amounts
from claims.engine.extract.figures.dropping import drop
from claims.engine.extract.figures.homes import Homes
from claims.engine.extract.figures.joining import join
from claims.engine.extract.figures.judging import judge
from claims.engine.extract.figures.lexemes import NUMBER, WORD, Line, cut, may_hold_a_number
from claims.engine.extract.figures.nouns import Noun, noun_behind
from claims.engine.extract.figures.quantity import Quantity
from claims.engine.extract.figures.settling import settle_units
from claims.engine.parse import Sentence

_AT_HOME = Homes()
_MILLION = 10**6
# So many words before a sum tell that it is one.
_NEAR_A_SUM = 12
# So many words before it stands who guessed it.
_NEAR_A_GUESS = 5
_LIST_MARKS = frozenset({","})


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
    settle_units(line, found, before)
    durations = line.words("units").DURATIONS
    lasting = all(quantity.amount.unit in durations for quantity in found if not quantity.amount.dropped)
    for quantity in found:
        amount = quantity.amount
        if amount.dropped:
            continue
        if not amount.unit and homes.of_sums and quantity.noun is None and _is_a_price(line, amount):
            amount.unit, amount.form = homes.of_sums, Form.MONEY
        amount.dropped = judge(line, amount, quantity.noun, alone=lasting)
        if _is_a_sum(line, quantity) and homes.of_sums:
            amount.unit, amount.form = homes.of_sums, Form.MONEY
        if not amount.unit and not amount.in_words and not _is_exchange_rate(line, amount):
            amount.unit = far
        amount.unit = _converted(line, amount, found) or _at_home(line, amount, homes)
    return line, found


def _is_exchange_rate(line: Line, amount: Amount) -> bool:
    """ "The crown traded at 7.88 to the euro", "7.12 per dollar": so many of one currency for one of another."""
    at = amount.outer_end
    per = line.low(at) in line.words("units").PER
    if not per and line.lows[at : at + 2] not in line.words("currencies").FOR_ONE_OF:
        return False
    return line.lows[at + (1 if per else 2) :][:1] in line.words("currencies").NAMES


def _is_a_sum(line: Line, quantity: Quantity) -> bool:
    """ "It costs thirty-two million to run": a number of millions with nothing to count, beside words of money."""
    amount, money = quantity.amount, line.words("currencies")
    if amount.form is not Form.COUNT or quantity.noun is not None:
        return False
    near = line.lows[max(0, amount.outer - _NEAR_A_SUM) : amount.outer_end + 2]
    if amount.scale < _MILLION or not money.NO_SUMS.isdisjoint(near):
        return False
    told = not money.OF_SUMS.isdisjoint(near) or _is_put_at(line, amount)
    return told and (not amount.unit or _is_object(line, amount))


def _is_a_price(line: Line, amount: Amount) -> bool:
    """ "A pie costs me thirteen": what something costs, with nothing counted behind."""
    money, at = line.words("currencies"), amount.outer - 1
    at -= line.low(at) in money.PAYERS
    return amount.form is Form.COUNT and line.low(at) in money.COSTING and line.kind(amount.outer_end) != WORD


def _is_put_at(line: Line, amount: Amount) -> bool:
    """ "Analysts had expected 231 million", "others put it at 40 million", "have put in another million"."""
    money = line.words("currencies")
    before = line.lows[max(0, amount.outer - _NEAR_A_GUESS) : amount.outer]
    if not money.EXPECTING.isdisjoint(before):
        return True
    return any(pair in money.PUTTING for pair in pairwise(before))


def _is_object(line: Line, amount: Amount) -> bool:
    """Whether a number that took its unit from the subject is what the subject spends or expects: a verb before it."""
    at = amount.outer - 1
    at -= line.low(at) in line.words("currencies").ANOTHER
    return line.pos(at) in ("VERB", "ADP") and line.pos(amount.outer_end) not in ("VERB", "AUX", "PART")


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
