"""The unit that a bare number has from a neighbour: "fell to 7.9 per cent from 8.4", "£3m of the £5m"."""

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.lexemes import Line
from claims.engine.extract.figures.numerals import read_numeral
from claims.engine.extract.figures.quantity import Quantity

_WHOLE = 100
# A level may be so far from what the step makes of the other, as a part of the step.
_TENTH = 10
# What stands for a sum of money.
_OF_A_SUM = frozenset({"it", "which", "that"})


def inherits(line: Line, found: list[Quantity], index: int) -> bool:
    """Takes the unit of a neighbour that is no count: "£3m of the £5m", "fell to 7.9 per cent from 8.4"."""
    quantity = found[index]
    amount = quantity.amount
    if index + 1 < len(found) and quantity.noun is not None and quantity.noun.partitive:
        whole = found[index + 1].amount
        link = line.lows[amount.outer_end + 1 : whole.outer]
        if whole.form is Form.MONEY and all(word in line.words("nouns").DETERMINERS for word in link):
            amount.unit, amount.form = whole.unit, whole.form
            return True
    if _is_of_it(line, found, index):
        amount.unit, amount.form = found[index - 1].amount.unit, Form.MONEY
        return True
    if quantity.noun is not None or amount.form is not Form.COUNT:
        return False
    before = next(
        (other.amount for other in reversed(found[max(0, index - 3) : index]) if not other.amount.dropped), None
    )
    if before is None or before.form not in (Form.MONEY, Form.SHARE, Form.MEASURE) or not _leans(line, amount, before):
        return False
    if amount.in_words and not (_is_other_end(line, amount, before) or amount.low % 1):
        return False
    amount.unit, amount.form = before.unit, before.form
    _take_factor(amount, before)
    return True


def _is_of_it(line: Line, found: list[Quantity], index: int) -> bool:
    """ "£320,000 was given, a quarter of a million of it by the firm": some of the sum before."""
    amount, noun = found[index].amount, found[index].noun
    before = found[index - 1].amount if index else None
    of_it = noun is not None and noun.partitive and noun.head is None and line.low(noun.end - 1) in _OF_A_SUM
    return of_it and amount.form is Form.COUNT and before is not None and before.form is Form.MONEY


def are_ends(line: Line, first: Amount, link: tuple[str, ...]) -> bool:
    """Whether a number and the next, with the words of `link` between, are both ends of a change.

    "From 1,000 to 2,000 hires", "to 10 from 12 hours": they count the same.
    """
    bounds, before = line.words("bounds"), line.low(first.outer - 1)
    return len(link) == 1 and (
        (link[0] in bounds.TO and before in bounds.FROM) or (link[0] in bounds.FROM and before in bounds.TO)
    )


def _is_other_end(line: Line, amount: Amount, before: Amount) -> bool:
    """ "from nine per cent to seven and a half", "to 12 hours from 10": the words of a change stand before both."""
    link = line.lows[before.outer_end : amount.outer]
    return link in line.words("bounds").RATHER_THAN or are_ends(line, before, link)


def _take_factor(amount: Amount, before: Amount) -> None:
    """ "84.75 cents, ... 74.07": what stands beside a number of cents is cents."""
    factor = before.low / (before.raw * before.scale) if before.form is Form.MONEY and before.raw else 1
    if amount.high is not None and 0 < factor < 1:
        amount.low, amount.high = amount.low * factor, amount.high * factor


def _leans(line: Line, amount: Amount, before: Amount) -> bool:
    """Whether a bare number has the unit of the one before: a decimal, or the other end of a change."""
    if before.unit in line.words("units").DURATIONS or before.unit == "percentage_point":
        return _is_other_end(line, amount, before)
    if before.form is Form.SHARE and _is_level(line, amount, before):
        return False
    if before.form is Form.SHARE and amount.low > _WHOLE:
        return False
    if amount.low % 1 != 0 or (before.form is Form.SHARE and _are_steps(line, amount, before)):
        return True
    linked = line.low(amount.outer - 1) in line.words("bounds").LEANING
    return linked and amount.outer - before.outer_end <= 2


def _are_steps(line: Line, amount: Amount, before: Amount) -> bool:
    """ "rose by 2 per cent in Frankfurt but fell by 1 in Paris"."""
    measures = line.words("measures")
    moved = line.low(amount.outer - 2) in measures.UP or line.low(amount.outer - 2) in measures.DOWN
    return moved and line.low(amount.outer - 1) in measures.STEP and line.low(before.outer - 1) in measures.STEP


def _is_level(line: Line, amount: Amount, before: Amount) -> bool:
    """ "rose 8.15% to 3.65", "fell by 2% to 41": the share is the step, the bare number where it led."""
    measures, link = line.words("measures"), line.lows[before.outer_end : amount.outer]
    at = before.outer - 1
    at -= line.low(at) in measures.STEP
    moved = line.low(at) in measures.UP or line.low(at) in measures.DOWN
    bounds = line.words("bounds")
    return moved and (
        (len(link) == 1 and link[0] in bounds.TO)
        or _is_of_levels(line, amount, before, is_from=bool(link) and link[-1] in bounds.FROM)
    )


def _is_of_levels(line: Line, amount: Amount, before: Amount, *, is_from: bool) -> bool:
    """ "cut by 30 per cent, from 80 to 56": of two levels a step of so many per cent apart."""
    end = next((at for at in range(amount.outer_end, len(line.lows)) if line.low(at) in line.words("bounds").TO), 0)
    to = read_numeral(line, end + 1) if is_from and end == amount.outer_end else None
    if to is None or not amount.low:
        return False
    return abs(abs(to.value - amount.low) / amount.low * _WHOLE - before.low) <= 1 + before.low / _TENTH
