"""Reads the unit beside a number: currencies, shares, measures, and what they are per."""

import re
from dataclasses import dataclass
from decimal import Decimal

from claims.engine.extract.figures.lexemes import MARK, NUMBER, WORD, Line
from claims.engine.extract.figures.numeral import PART, VAGUE, Numeral
from claims.engine.extract.figures.numerals import read_numeral

_HYPHENS = "-‐‑–"
# Behind a currency sign one of these takes away: "$-50.8bn".
_MINUS = frozenset("-−")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Unit:
    """name: canonical. end: the lexeme behind it. form: a value of `Form`. factor: to its base (0.01 for cents).

    plus: what an "and a half" behind the unit adds. hyphened: it qualifies a noun, "48-hour strike".
    """

    name: str
    end: int
    form: str
    factor: Decimal = Decimal(1)
    plus: Decimal = Decimal(0)
    hyphened: bool = False


def currency_before(line: Line, index: int) -> tuple[str, int] | None:
    """A currency sign or code that begins at a lexeme: (its ISO code, the lexeme behind it), or None."""
    money = line.words("currencies")
    if line.lexemes[index].text not in money.SIGN_STARTS:
        return None
    for length in (3, 2, 1):
        if index + length > len(line.lexemes) or not _stand_together(line, index, length):
            continue
        sign = "".join(lexeme.text for lexeme in line.lexemes[index : index + length])
        code = money.SIGNS.get(sign) or (sign if sign in money.CODES else None)
        end = index + length
        if code is None and sign in money.LETTER_SIGNS and _is_sum(line, end, apart=len(sign) > 1):
            code = money.LETTER_SIGNS[sign]
        if code is None:
            continue
        if sign.isalpha() and line.low(end) == "." and line.tight(end):
            end += 1
        if not sign.isalpha() and line.low(end) in _MINUS and line.tight(end) and line.tight(end + 1):
            end += 1
        if line.kind(end) == NUMBER and (len(sign) > 1 or not sign.isalpha() or line.tight(end)):
            return code, end
        if not sign.isalpha() and read_numeral(line, end) is not None:
            return code, end
    return None


def _is_sum(line: Line, at: int, *, apart: bool) -> bool:
    """ "P40,000", "K1.2 billion": a number that only a sum has, so that the letter before it is a currency's sign."""
    if line.kind(at) != NUMBER or not (apart or line.tight(at)):
        return False
    numbers = line.words("numbers")
    if _THOUSANDS.fullmatch(line.lexemes[at].text.replace(numbers.GROUP_MARK, ",")):
        return True
    scale = at + 1 + (line.low(at + 1) in _HYPHENS and line.tight(at + 1) and line.tight(at + 2))
    return line.low(scale) in numbers.SCALES or (
        line.low(scale) in numbers.SHORT_SCALES and line.low(scale) not in numbers.LETTER_SCALES and line.tight(scale)
    )


def _stand_together(line: Line, index: int, length: int) -> bool:
    """A sign begins a word of its own; of its parts only a country may stand apart ("HK $3.7")."""
    if (
        line.tight(index)
        and line.kind(index) == WORD
        and (line.kind(index - 1) != MARK or line.low(index - 1) in _HYPHENS)
    ):
        return False
    if length == 2 and line.lexemes[index].text in line.words("currencies").LOOSE:
        return True
    return all(line.tight(index + n) for n in range(1, length))


def repeated_currency(line: Line, end: int, code: str) -> int:
    """Skips a currency name that repeats the sign: "$16.4 million dollars", "$5 USD"."""
    money = line.words("currencies")
    length = line.longest_at(end, money.NAMES, money.LONGEST)
    if length and money.NAMES[line.lows[end : end + length]] == code:
        return end + length
    return end + 1 if line.kind(end) == WORD and line.lexemes[end].text == code else end


def unit_behind(line: Line, numeral: Numeral) -> Unit | None:
    """The unit behind a number, with what it is per where that makes one unit ("miles per hour"), or None."""
    at = numeral.end
    hyphened = line.low(at) in _HYPHENS and line.tight(at) and line.tight(at + 1) if line.low(at) else False
    at += hyphened
    if numeral.form == PART:
        at = _past_article(line, at)
    elif numeral.form == VAGUE and line.low(at) in line.words("numbers").OF:
        at += 1
    money, measure = _currency(line, numeral, at), _measure(line, at)
    unit = money if measure is None or (money is not None and money.end >= measure.end) else measure
    if unit is None:
        return None
    unit = Unit(unit.name, unit.end, unit.form, unit.factor, hyphened=hyphened)
    return _and_a_half(line, _per(line, unit))


def _past_article(line: Line, at: int) -> int:
    """ "half an hour", "three quarters of a mile": the part is one of the unit."""
    numbers = line.words("numbers")
    after = at + 1 if line.low(at) in numbers.OF else at
    return after + 1 if line.low(after) in numbers.ARTICLES else at


def _currency(line: Line, numeral: Numeral, at: int) -> Unit | None:
    money = line.words("currencies")
    length = line.longest_at(at, money.NAMES, money.LONGEST)
    if length:
        words = line.lows[at : at + length]
        if length == 1 and not _is_money(line, numeral, at):
            return None
        return Unit(money.NAMES[words], at + length, "money")
    low = line.low(at)
    if low in money.CENTS and (low not in money.GLUED_CENTS or _is_letter_of_cents(line, at)):
        return Unit(money.CENTS[low], at + 1, "money", Decimal(money.MINOR))
    if low == money.CENT_SIGN:
        return Unit(money.DOLLAR, at + 1, "money", Decimal(money.MINOR))
    sign = line.lexemes[at].text if low else ""
    if sign in money.CODES or (sign in money.SIGNS and not sign.isalnum()):
        return Unit(money.SIGNS.get(sign, sign), at + 1, "money")
    return None


def _is_letter_of_cents(line: Line, at: int) -> bool:
    """ "68p", "down 68 p at 1112 p"; not "10 p.m."."""
    money, low = line.words("currencies"), line.low(at)
    if line.lexemes[at].text != low:
        return False
    return line.tight(at) or (low in money.LOOSE_CENTS and not (line.low(at + 1) == "." and line.tight(at + 2)))


def _is_money(line: Line, numeral: Numeral, at: int) -> bool:
    """Whether a word that names a currency, and something else too, means the currency here."""
    money = line.words("currencies")
    low = line.low(at)
    if low in money.PLAIN_WORDS:
        return numeral.scale > 1
    if low in money.POUND_FORMS:
        if _is_pound_of(line, numeral, at):
            return False
        near = line.lows[max(0, at - 6) : at + 4]
        return money.WEIGHTY.isdisjoint(near) or (numeral.scale > 1 and money.WEIGHTY & {*near} <= money.LOST_OR_WON)
    return True


def _is_pound_of(line: Line, numeral: Numeral, at: int) -> bool:
    """ "Two pounds of flour": what is counted in money is a debt, aid, a loss; large sums and open ones are money."""
    noun = line.token(at + 2)
    of = line.low(at + 1) in line.words("numbers").OF and noun is not None and noun.pos_ in ("NOUN", "ADJ")
    if not of or numeral.scale > 1 or numeral.form == VAGUE:
        return False
    return not any(line.low(index) in line.words("currencies").OF_MONEY for index in range(at + 2, at + 5))


def _measure(line: Line, at: int) -> Unit | None:
    table = line.words("units")
    symbol = _symbol(line, at)
    length = line.longest_at(at, table.WORDS, table.LONGEST)
    if symbol is not None and symbol[1] >= at + length:
        name, end = symbol
        return Unit(name, end, _form(line, name))
    if not length:
        return _pound_weight(line, at)
    words = line.lows[at : at + length]
    if length == 1 and words[0] in table.GLUED_WORDS and not line.tight(at):
        return None
    if _qualifies_next(line, at, length):
        return None
    name = table.WORDS[words]
    name, factor = table.MULTIPLES.get(name, (name, 1))
    return Unit(name, at + length, _form(line, name), Decimal(factor))


def _qualifies_next(line: Line, at: int, length: int) -> bool:
    """ "140 day-care places", "25 mile-long jams": the unit is a part of what is counted; not "a 48-hour-long wait"."""
    end = at + length
    hyphened = line.low(end) in _HYPHENS[:3] and line.tight(end) and line.tight(end + 1) and line.kind(end + 1) == WORD
    return bool(line.low(end)) and hyphened and not line.tight(at) and line.low(end + 1) not in line.words("units").OLD


def _pound_weight(line: Line, at: int) -> Unit | None:
    if line.low(at) in line.words("currencies").POUND_FORMS:
        return Unit("pound", at + 1, "measure")
    return None


def _symbol(line: Line, at: int) -> tuple[str, int] | None:
    table = line.words("units")
    for length in (2, 1):
        if at + length > len(line.lexemes) or any(not line.tight(at + n) for n in range(1, length)):
            continue
        sign = "".join(lexeme.text for lexeme in line.lexemes[at : at + length])
        if sign not in table.SYMBOLS or (line.low(at + length).isalnum() and line.tight(at + length)):
            continue
        if sign in line.words("numbers").ORDINAL_SUFFIXES and _is_ordinal(line, at):
            continue
        if not line.tight(at) and (sign in table.GLUED_ONLY or (len(sign) == 1 and _is_capital(line, at + 1))):
            continue
        return table.SYMBOLS[sign], at + length
    return None


def _is_ordinal(line: Line, at: int) -> bool:
    """ "71st Street", where "11st" are stones."""
    digits = line.low(at - 1)
    return digits.endswith("1") and not digits.endswith("11")


def _is_capital(line: Line, at: int) -> bool:
    return line.kind(at) == WORD and line.lexemes[at].text[0].isupper()


def _form(line: Line, name: str) -> str:
    if name == "times":
        return "multiple"
    return "share" if name in line.words("units").SHARES else "measure"


def _per(line: Line, unit: Unit) -> Unit:
    """ "milligrams a litre", "km/h": one unit where both sides are measures and the number counts no time or money."""
    table = line.words("units")
    if unit.form != "measure" or unit.name in table.DURATIONS or unit.name in table.TEMPERATURE:
        return unit
    at = unit.end
    if line.low(at) not in table.PER and line.low(at) not in table.PER_MARKS:
        return unit
    length = line.longest_at(at + 1, table.WORDS, table.LONGEST)
    name = table.WORDS[line.lows[at + 1 : at + 1 + length]] if length else None
    if name is None and line.low(at) in table.PER_MARKS:
        name, length = table.SYMBOLS.get(line.lexemes[at + 1].text if line.low(at + 1) else ""), 1
    if name is None or (name in table.DURATIONS and not _is_speed(line, unit, name)):
        return unit
    return Unit(f"{unit.name}_per_{name}", at + 1 + length, unit.form, unit.factor, hyphened=unit.hyphened)


def _is_speed(line: Line, unit: Unit, per: str) -> bool:
    table = line.words("units")
    return unit.name in table.LENGTHS and per in table.SPEED_TIMES


def _and_a_half(line: Line, unit: Unit) -> Unit:
    """ "a mile and a half", "10 years and a half"."""
    numbers = line.words("numbers")
    if unit.form != "measure" or line.low(unit.end) not in numbers.AND:
        return unit
    part = read_numeral(line, unit.end + 1)
    if part is None or part.form != PART or not part.in_words or line.low(part.end) in numbers.OF:
        return unit
    return Unit(unit.name, part.end, unit.form, unit.factor, part.value, unit.hyphened)
