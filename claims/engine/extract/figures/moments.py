"""Numbers that say when: dates, years, decades, clock times."""

from decimal import Decimal

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.lexemes import NUMBER, WORD, Line

# Hours that a clock shows.
_HOURS_ON_A_DIAL = 12


def is_decade(line: Line, amount: Amount) -> bool:
    """ "the 1960s", "in his 50s"."""
    words = line.words("not_figures")
    end = amount.end
    spelt = line.text(amount.first, end)
    if line.tight(end) and line.low(end) in line.words("numbers").PLURAL_SUFFIXES and line.kind(end - 1) == NUMBER:
        return True
    if line.low(end) in "'’" and line.low(end) and line.low(end + 1) in words.GENERIC_AGE:
        return line.kind(end - 1) == NUMBER
    return spelt.endswith("s") and spelt[:-1].isdecimal()


def is_date(line: Line, amount: Amount) -> bool:
    """ "22 March", "March 22", "Oct. 24"."""
    words = line.words("not_figures")
    if not amount.bare or line.kind(amount.first) != NUMBER or amount.low > 31 or amount.low < 1:
        return False
    behind, before = amount.end, amount.first - 1
    behind += line.low(behind) in line.words("numbers").OF or line.low(behind) in words.DAY_MARKS
    return (
        is_month(line, behind)
        or is_month(line, before)
        or (line.low(before) == "." and is_month(line, before - 1) and line.low(before - 1) in words.MONTHS)
    )


def is_month(line: Line, index: int) -> bool:
    """Whether a lexeme names a month; "may" and "march" only with a capital."""
    words = line.words("not_figures")
    low = line.low(index)
    return low in words.MONTHS and (low not in words.UNSURE_MONTHS or line.lexemes[index].text[0].isupper())


def is_year(line: Line, amount: Amount) -> bool:
    """Four digits without a comma that the words beside them, or nothing against it, make a year."""
    words = line.words("not_figures")
    text = line.text(amount.first, amount.end)
    lowest, highest = words.RANGE_YEARS
    if not amount.bare or len(text) != 4 or not text.isdecimal() or not lowest <= int(amount.low) <= highest:
        return False
    before, behind = line.low(amount.first - 1), line.low(amount.end)
    if (
        before in words.MONTHS
        or before in words.SEASONS
        or behind in words.MONTHS
        or {before, behind} & words.ERA_MARKS
        or line.lows[max(0, amount.first - 4) : amount.first] in words.ERAS_SPELT
    ):
        return True
    counts = counts_behind(line, amount)
    if before in words.YEAR_CUES:
        return not counts or int(amount.low) >= words.MODERN
    if before in words.WEAK_YEAR_CUES:
        return not counts and int(amount.low) >= words.INDUSTRIAL
    if before in ("(", ",") and behind in (")", ",", "", ".", "-", "–", ";"):
        return True
    bounded = line.longest_before(amount.first, line.words("bounds").BEFORE, line.words("bounds").LONGEST)
    return int(amount.low) >= words.MODERN and not bounded and not _people_behind(line, amount)


def _people_behind(line: Line, amount: Amount) -> bool:
    return line.low(amount.end) in line.words("people").PEOPLE


def counts_behind(line: Line, amount: Amount) -> bool:
    """Whether a plural noun follows, so that digits that could be a year count something."""
    for step in range(3):
        token = line.token(amount.end + step)
        if token is None or line.kind(amount.end + step) != WORD:
            return False
        if token.tag_ == "NNS" or (token.pos_ == "NOUN" and token.lower_ in line.words("people").PEOPLE):
            return True
        if token.pos_ not in ("ADJ", "NOUN"):
            return False
    return False


def _is_joined_by_hours(line: Line, end: int) -> bool:
    """ "23h47"."""
    letter = line.low(end) == line.words("not_figures").HOUR_LETTER and line.tight(end) and line.tight(end + 1)
    return letter and line.kind(end + 1) == NUMBER and len(line.low(end + 1)) == 2


def is_clock_time(line: Line, amount: Amount) -> bool:
    """ "9am", "5.30 p.m.", "ten o'clock", "at 7.52 this morning"."""
    words = line.words("not_figures")
    end = amount.end
    if _is_of_four_digits(line, amount):
        return True
    if _is_joined_by_hours(line, end) or (not amount.bare and amount.unit not in ("metre", "minute")):
        return amount.bare
    if line.low(end) in words.CLOCK_MARKS and amount.low < 2400 and amount.low != amount.low + 1:
        return (
            line.low(end) not in ("hours", "hrs")
            or line.text(amount.first, end).startswith("0")
            or len(line.text(amount.first, end)) == 4
        )
    if line.low(end) in words.CLOCK_LETTERS and line.low(end + 1) == "." and line.low(end + 2) == words.CLOCK_END:
        return True
    if line.low(end) == "o" and line.low(end + 2) == words.OCLOCK:
        return True
    return _is_told_hour(line, amount)


def _is_of_four_digits(line: Line, amount: Amount) -> bool:
    """ "At 1840 hours", "by 0630 hrs": hours and minutes as services write them; not "worked 1840 hours"."""
    text, words = line.lexemes[amount.first].text, line.words("not_figures")
    named = amount.unit in words.CLOCK_HOURS and line.low(amount.first - 1) in words.CLOCK_CUES_OF_SERVICES
    return named and len(text) == 4 and text.isdecimal() and amount.low < 2400 and amount.low % 100 < 60


def _is_told_hour(line: Line, amount: Amount) -> bool:
    """ "At 7.52 this morning", "before seven this morning": a number beside a part of the day."""
    words, end = line.words("not_figures"), amount.end
    if amount.bare and line.low(amount.first - 1) in words.CLOCK_CUES and amount.low < 25:
        after, then = line.low(end), line.low(end + 1)
        if _is_hour_of_the_day(line, amount, after, then):
            return True
        dotted = "." in line.text(amount.first, end)
        return (dotted or line.low(amount.first - 1) == "at") and (
            (after in words.CLOCK_AFTER and (then in words.PARTS_OF_DAY or then == "the"))
            or after in words.PARTS_OF_DAY
        )
    return False


def _is_hour_of_the_day(line: Line, amount: Amount, after: str, then: str) -> bool:
    """ "Shortly before seven this morning"; "By eight the sweepers were at work", at the head of a sentence."""
    words = line.words("not_figures")
    if line.low(amount.first - 1) not in words.BEFORE_AN_HOUR or amount.low > _HOURS_ON_A_DIAL:
        return False
    opens = amount.first == 1 and amount.in_words and after in words.POINTERS
    return opens or (after in words.OF_A_DAY and then in words.PARTS_OF_DAY)


def is_beside_an_hour(line: Line, amount: Amount) -> bool:
    """ "one minute past midnight", "ten minutes past six"."""
    words = line.words("not_figures")
    return amount.unit in words.CLOCK_UNITS and line.lows[amount.end : amount.end + 2] in words.BESIDE_AN_HOUR


def is_past(line: Line, amount: Amount) -> bool:
    """ "two years ago", "three days later": when it was."""
    words = line.words("not_figures")
    if amount.form is not Form.MEASURE or amount.unit not in line.words("units").DURATIONS:
        return False
    if line.low(amount.end) in words.LATER:
        return line.low(amount.end + 1) not in words.THAN
    return line.low(amount.end) in words.AGO


def is_span(line: Line, a: Amount, b: Amount) -> bool:
    """ "between 1600 and 1900", "aged 18 to 34"."""
    table = line.words("bounds")
    link = line.lows[a.end : b.first]
    return len(link) == 1 and (link[0] in table.TO or link[0] in table.BETWEEN_AND or link[0] in table.DASHES)


def looks_like_year(line: Line, amount: Amount) -> bool:
    """Whether it is written like a year, whatever stands beside it."""
    text = line.text(amount.first, amount.end)
    return len(text) == 4 and text.isdecimal() and Decimal(1000) <= amount.low <= Decimal(2199)
