"""A number with what stands on it: a currency sign before it, a unit behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import pairwise

from claims.engine.extract.figures import units
from claims.engine.extract.figures.bounds import meaning_before, meaning_behind
from claims.engine.extract.figures.lexemes import MARK, NUMBER, Line
from claims.engine.extract.figures.multiples import read_multiple
from claims.engine.extract.figures.numeral import PART, VAGUE, Numeral
from claims.engine.extract.figures.numerals import read_numeral
from claims.engine.extract.figures.zeros import read_zero
from claims.engine.lexicon import lexicon

_MINUS = frozenset("-−")


class Form(StrEnum):
    """What kind of quantity it is; the last part of the rule's id."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    MEASURE = "measure"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    ZERO = "zero"


@dataclass(slots=True)
class Amount:
    """One quantity while it is being read.

    first, end: its lexemes with sign and unit, `end` excluded. low, high: the closed interval; high None is unbounded.
    meaning: what the words beside it say of it (see `lexicon/en/bounds.py`). outer, outer_end: the same with those
    words. rate: the words of "a year", "per household". dropped: why it is no figure, or "".
    side: the measure of one side of a vote, or "".
    """

    first: int
    end: int
    low: Decimal
    high: Decimal | None
    form: Form
    unit: str = ""
    raw: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)
    meaning: str = ""
    outer: int = 0
    outer_end: int = 0
    rate: str = ""
    dropped: str = ""
    is_range: bool = False
    in_words: bool = False
    negative: bool = False
    hyphened: bool = False
    side: str = ""

    def __post_init__(self) -> None:
        self.outer, self.outer_end = self.first, self.end

    @property
    def bare(self) -> bool:
        """Whether it is a plain number whose unit is still to be found."""
        return self.form is Form.COUNT and not self.unit


def read_amounts(line: Line) -> list[Amount]:
    """All quantities of a sentence in order, before anything is dropped or joined; they never overlap."""
    found: list[Amount] = []
    index = 0
    openers, fold = _openers(line.language), line.words("numbers").FOLD_SUFFIX
    while index < len(line.lexemes):
        lexeme = line.lexemes[index]
        if lexeme.kind != NUMBER and lexeme.low not in openers and not lexeme.low.endswith(fold):
            index += 1
            continue
        amount = _at(line, index)
        if amount is None:
            index += 1
            continue
        found.append(amount)
        index = max(amount.end, index + 1)
    return found


@cache
def _openers(language: str) -> frozenset[str]:
    """The words and signs that a quantity can begin with, in lower case; all others need no reading."""
    numbers = lexicon(language, "numbers")
    phrases = [*numbers.NOBODY, *numbers.NONE_OF, *numbers.NO, *lexicon(language, "bounds").ONE_MORE]
    signs = {sign.lower() for sign in lexicon(language, "currencies").SIGN_STARTS}
    return frozenset(
        {*numbers.ONES, *numbers.TENS, *numbers.HUNDRED, *numbers.ARTICLES, *numbers.HALF, *numbers.VAGUE}
        | {*numbers.FRACTION_MARKS, *numbers.TIMES_WORDS, *(phrase[0] for phrase in phrases), *signs}
    )


def _at(line: Line, index: int) -> Amount | None:
    return (
        _money(line, index)
        or _number(line, index)
        or _one_unit(line, index)
        or _multiple(line, index)
        or _zero(line, index)
    )


def _money(line: Line, index: int) -> Amount | None:
    sign = units.currency_before(line, index)
    if sign is None:
        return None
    code, at = sign
    numeral = read_numeral(line, at, money=True)
    if numeral is None:
        return None
    end = units.repeated_currency(line, numeral.end, code)
    amount = _amount(numeral, index, end, Form.MONEY, code)
    amount.negative = line.low(at - 1) in _MINUS
    return amount


def _number(line: Line, index: int) -> Amount | None:
    numeral = read_numeral(line, index)
    if numeral is None:
        return None
    first, negative = (index - 1, True) if _is_minus(line, index) else (index, False)
    unit = units.unit_behind(line, numeral)
    if unit is None:
        amount = _amount(numeral, first, numeral.end, Form.SHARE if numeral.form == PART else Form.COUNT, "")
        if numeral.form == PART:
            amount.unit, amount.low, amount.high = "percent", numeral.value * 100, numeral.value * 100
    else:
        amount = _amount(numeral, first, unit.end, Form(unit.form), unit.name, factor=unit.factor)
        amount.hyphened = unit.hyphened
        amount.low += unit.plus
        amount.high = None if amount.high is None else amount.high + unit.plus
    amount.negative = negative
    if negative and amount.form in (Form.MEASURE, Form.COUNT) and amount.high is not None:
        amount.low, amount.high = -amount.high, -amount.low
    return amount


def _one_unit(line: Line, index: int) -> Amount | None:
    """ "a mile and a half", "almost a year": one of a unit counts where something loosens or adds to it."""
    more = line.longest_at(index, line.words("bounds").ONE_MORE, 2)
    if not more and line.low(index) not in line.words("numbers").ARTICLES:
        return None
    at = index + (more or 1)
    unit = units.unit_behind(line, Numeral(index, at, Decimal(1), raw=Decimal(1), in_words=True))
    if unit is None or unit.form not in ("measure", "share"):
        return None
    loosened = meaning_before(line, index) or (unit.form == "share" and meaning_behind(line, unit.end))
    if not (unit.plus or more or loosened):
        return None
    value = unit.factor + unit.plus
    return Amount(index, unit.end, value, value, Form(unit.form), unit.name, raw=value, in_words=True)


def _is_minus(line: Line, index: int) -> bool:
    negative = line.words("numbers").NEGATIVE
    if line.low(index - 1) in negative or (line.low(index - 1) in "-−" and line.low(index - 2) in negative):
        return True
    is_dash = line.kind(index - 1) == MARK and line.low(index - 1) in _MINUS
    return is_dash and line.tight(index) and not line.tight(index - 1)


def _amount(numeral: Numeral, first: int, end: int, form: Form, unit: str, *, factor: Decimal = Decimal(1)) -> Amount:
    value = numeral.value * factor
    vague = numeral.form == VAGUE
    return Amount(
        first,
        end,
        value,
        None if vague else value,
        form,
        unit,
        raw=numeral.raw,
        scale=numeral.scale,
        in_words=numeral.in_words,
        meaning="at_least" if vague else "",
    )


def _multiple(line: Line, index: int) -> Amount | None:
    found = read_multiple(line, index)
    if found is None:
        return None
    end, value = found
    return Amount(index, end, value, value, Form.MULTIPLE, "times", in_words=True)


def _zero(line: Line, index: int) -> Amount | None:
    end = read_zero(line, index)
    return None if end is None else Amount(index, end, Decimal(0), Decimal(0), Form.ZERO, in_words=True)


def between(amounts: list[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Neighbours, in order."""
    yield from pairwise(amounts)
