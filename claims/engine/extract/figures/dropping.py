"""What is no figure: dates, clock times, ages, names, scores, telephone numbers, sources, idioms."""

from collections.abc import Callable
from decimal import Decimal

from claims.engine.extract.figures.amounts import Amount, Form, between
from claims.engine.extract.figures.digits import LARGEST, SMALLEST
from claims.engine.extract.figures.lexemes import MARK, NUMBER, WORD, Line

Rule = Callable[[Line, Amount], bool]


def drop(line: Line, amounts: list[Amount]) -> None:
    """Names in `dropped` why an amount is no figure, by the words beside it alone. Changes the amounts."""
    for amount in amounts:
        for reason, rule in _RULES:
            if rule(line, amount):
                amount.dropped = reason
                break
    for a, b in between(amounts):
        _drop_pair(line, a, b)


def _beyond(line: Line, amount: Amount) -> bool:
    size = abs(amount.low)
    return size != 0 and not SMALLEST <= size <= LARGEST


def _glued(line: Line, amount: Amount) -> bool:
    """Digits on letters: "Q3", "CO2", "M25"; also "F-16", "Covid-19", "Type-2"."""
    first, end = amount.first, amount.end
    if amount.form is Form.MONEY or line.kind(first) != NUMBER:
        return False
    if amount.bare and line.kind(end) == WORD and line.tight(end) and line.kind(end - 1) == NUMBER:
        return line.lexemes[end].text[0].isupper()
    if line.tight(first) and line.kind(first - 1) == WORD:
        return True
    dashes = line.words("bounds").DASHES
    if line.low(first - 2) in line.words("not_figures").NUMBER_PREFIXES:
        return False
    return (
        line.tight(first) and line.low(first - 1) in dashes and line.tight(first - 1) and line.kind(first - 2) == WORD
    )


def _ordinal(line: Line, amount: Amount) -> bool:
    numbers = line.words("numbers")
    end = amount.end
    return line.tight(end) and line.low(end) in numbers.ORDINAL_SUFFIXES and line.kind(end - 1) == NUMBER


def _plural_digits(line: Line, amount: Amount) -> bool:
    """ "the 1960s", "in his 50s"."""
    words = line.words("not_figures")
    end = amount.end
    spelt = line.text(amount.first, end)
    if line.tight(end) and line.low(end) in line.words("numbers").PLURAL_SUFFIXES and line.kind(end - 1) == NUMBER:
        return True
    if line.low(end) in "'’" and line.low(end) and line.low(end + 1) in words.GENERIC_AGE:
        return line.kind(end - 1) == NUMBER
    return spelt.endswith("s") and spelt[:-1].isdecimal()


def _month_beside(line: Line, amount: Amount) -> bool:
    words = line.words("not_figures")
    if not amount.bare or line.kind(amount.first) != NUMBER or amount.low > 31 or amount.low < 1:
        return False
    behind, before = amount.end, amount.first - 1
    behind += line.low(behind) in line.words("numbers").OF
    return (
        _is_month(line, behind)
        or _is_month(line, before)
        or (line.low(before) == "." and _is_month(line, before - 1) and line.low(before - 1) in words.MONTHS)
    )


def _is_month(line: Line, index: int) -> bool:
    words = line.words("not_figures")
    low = line.low(index)
    return low in words.MONTHS and (low not in words.UNSURE_MONTHS or line.lexemes[index].text[0].isupper())


def _year(line: Line, amount: Amount) -> bool:
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
    ):
        return True
    counts = _counts_behind(line, amount)
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


def _counts_behind(line: Line, amount: Amount) -> bool:
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


def _clock(line: Line, amount: Amount) -> bool:
    words = line.words("not_figures")
    if not amount.bare and amount.unit not in ("metre", "minute"):
        return False
    end = amount.end
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
    if amount.bare and line.low(amount.first - 1) in words.CLOCK_CUES and amount.low < 25:
        after, then = line.low(end), line.low(end + 1)
        dotted = "." in line.text(amount.first, end)
        return (dotted or line.low(amount.first - 1) == "at") and (
            (after in words.CLOCK_AFTER and (then in words.PARTS_OF_DAY or then == "the"))
            or after in words.PARTS_OF_DAY
        )
    return False


def _age(line: Line, amount: Amount) -> bool:
    words = line.words("not_figures")
    first, end = amount.first, amount.end
    at = first - 1 - (line.low(first - 1) in words.AGE_NOUN_LINK and line.low(first - 2) in words.AGED)
    if line.low(at) in words.AGED and (amount.bare or amount.unit in words.AGE_UNITS):
        return True
    if amount.unit in words.AGE_UNITS or (amount.unit and amount.unit.rstrip("s") in words.AGE_UNITS):
        at = end + (line.low(end) in line.words("bounds").DASHES)
        return line.low(at) in words.OLD or line.lows[end : end + 2] in words.OF_AGE
    if not amount.bare or amount.low > 120:
        return False
    return _age_in_apposition(line, amount) or _age_told(line, amount)


def _age_in_apposition(line: Line, amount: Amount) -> bool:
    """ "Ann Vale, 41," "Woman, 79, dies", "Ann Vale (41)", "a woman of 79"."""
    words = line.words("not_figures")
    first, end = amount.first, amount.end
    before, behind = line.low(first - 1), line.low(end)
    if before == "," and behind in (",", ".", "", ";", ")", "—", "–", "”", '"') and not line.tight(first):
        previous = line.token(first - 2)
        return previous is not None and (previous.pos_ == "PROPN" or previous.lower_ in line.words("people").PEOPLE)
    if before == "(" and behind == ")":
        return True
    if before in words.BOTH and behind in (",", ".", ""):
        return True
    return before in words.AGE_NOUN_LINK and line.low(first - 2) in words.AGE_NOUNS


def _age_told(line: Line, amount: Amount) -> bool:
    """ "who is 52", "she was 17 when", "he turned 40"."""
    words = line.words("not_figures")
    first, end = amount.first, amount.end
    if line.low(first - 1) not in words.AGE_VERBS or line.low(first - 2) not in words.AGE_SUBJECTS:
        return False
    return line.kind(end) != WORD or (
        line.token(end) is not None and line.token(end).pos_ in ("SCONJ", "CCONJ", "ADP", "ADV", "VERB", "AUX")
    )


def _name(line: Line, amount: Amount) -> bool:
    """ "Gate 6", "Flight MH370", "Big 12", "#4": the number is what a thing is called."""
    words = line.words("not_figures")
    first = amount.first
    if not amount.bare or amount.high is None or amount.low % 1 != 0:
        return False
    if line.low(first - 1) in words.HASH:
        return True
    if line.low(first - 1) == "." and line.low(first - 2) in words.NAMING and len(line.low(first - 2)) <= 3:
        return True
    previous = line.low(first - 1)
    if previous in words.INDEXES or (
        previous in words.NAMING and line.lexemes[first - 1].text[0].isupper() and first > 1
    ):
        return True
    if previous in words.NAMING and not _counts_behind(line, amount):
        return not line.token(first - 1) or line.token(first - 1).pos_ not in ("VERB", "ADJ", "AUX")
    return _is_capital_name(line, amount) and not _counts_behind(line, amount)


def _is_capital_name(line: Line, amount: Amount) -> bool:
    words = line.words("not_figures")
    at = amount.first - 1
    if line.kind(at) != WORD or line.kind(amount.first) != NUMBER or line.lexemes[at].text.islower():
        return False
    if line.lexemes[at].text[0].islower():
        return True
    low = line.low(at)
    if (
        low in words.WEEKDAYS
        or low in words.MONTHS
        or line.longest_before(amount.first, line.words("bounds").BEFORE, 4)
    ):
        return False
    token = line.token(at)
    return (
        token is not None and token.pos_ in ("PROPN", "NOUN") and (amount.low < 3000 or line.lexemes[at].text.isupper())
    )


def _telephone(line: Line, amount: Amount) -> bool:
    words = line.words("not_figures")
    first, end = amount.first, amount.end
    text = line.lexemes[first].text
    if text.isdecimal() and len(text) > 1 and text.startswith("0"):
        return True
    if line.low(first - 1) == "+" and line.tight(first):
        return not line.words("units").SYMBOLS.get(line.low(end)) and len(text) > 1 and amount.bare
    if not amount.bare or line.kind(first) != NUMBER:
        return False
    groups = end - first > 1 or (line.kind(end) == NUMBER)
    return (groups and line.low(first - 1) in words.PHONE_CUES) or (
        line.low(first - 1) in words.PHONE_CUES
        and line.low(first - 1) != "on"
        and len(text) >= 3
        and text.isdecimal()
        and not _counts_behind(line, amount)
    )


def _ago(line: Line, amount: Amount) -> bool:
    words = line.words("not_figures")
    if amount.form is not Form.MEASURE or amount.unit not in line.words("units").DURATIONS:
        return False
    return line.low(amount.end) in words.AGO or (line.low(amount.end) in words.LATER)


def _address(line: Line, amount: Amount) -> bool:
    """ "10 Downing Street", "575 Old Mill Road"."""
    if not amount.bare or line.kind(amount.first) != NUMBER:
        return False
    for at in range(amount.end, amount.end + 4):
        if line.kind(at) != WORD or not line.lexemes[at].text[0].isupper():
            return False
        if at > amount.end and line.low(at) in line.words("not_figures").STREETS:
            return True
    return False


def _confidence(line: Line, amount: Amount) -> bool:
    """ "95% CI", "a 95 per cent confidence interval": how sure a figure is, not the figure."""
    return amount.form is Form.SHARE and line.low(amount.end) in line.words("not_figures").CONFIDENCE


def _exchange_rate(line: Line, amount: Amount) -> bool:
    """ "($1 = 83 rupees)": a note, not news."""
    equals = line.words("not_figures").EQUALS
    return amount.form is Form.MONEY and (line.low(amount.end) in equals or line.low(amount.first - 1) in equals)


def _base(line: Line, amount: Amount) -> bool:
    """The base of a rate: "per 100,000 people"."""
    return amount.bare and line.low(amount.first - 1) in line.words("not_figures").PER


_RULES: tuple[tuple[str, Rule], ...] = (
    ("size", _beyond),
    ("ordinal", _ordinal),
    ("name", _glued),
    ("decade", _plural_digits),
    ("date", _month_beside),
    ("clock", _clock),
    ("telephone", _telephone),
    ("year", _year),
    ("age", _age),
    ("name", _name),
    ("ago", _ago),
    ("base", _base),
    ("rate", _exchange_rate),
    ("confidence", _confidence),
    ("address", _address),
)


def _drop_pair(line: Line, a: Amount, b: Amount) -> None:
    """Scores, spans of years, idioms: two numbers that mean something together."""
    words = line.words("not_figures")
    if line.lows[a.first : b.end] in words.IDIOMS:
        a.dropped = b.dropped = "idiom"
        return
    if a.dropped == "telephone" and b.first == a.end and line.kind(b.first) == NUMBER:
        b.dropped = "telephone"
        return
    if a.dropped in ("year", "age", "date") and b.bare and _is_span(line, a, b):
        dashed = line.low(a.end) in line.words("bounds").DASHES and line.tight(b.first)
        b.dropped = a.dropped if dashed or a.dropped == "age" or _looks_like_year(line, b) else b.dropped
        return
    if a.dropped == b.dropped == "date" and b.first - a.end == 1 and _is_month(line, a.end) and _counts_behind(line, b):
        b.dropped = ""
        return
    if b.dropped == "date" and a.bare and _is_span(line, a, b) and a.low < b.low:
        a.dropped = "date"
        return
    dash = b.first - a.end == 1 and line.low(a.end) in words.SCORE_DASH and line.kind(a.end) == MARK
    if not dash or a.unit or not (line.tight(a.end) and line.tight(b.first)):
        return
    if a.dropped == "name" and b.bare:
        b.dropped = "name"
    elif a.dropped == "year" or (_looks_like_year(line, a) and b.bare):
        a.dropped = b.dropped = "year"
    elif b.bare and not a.dropped and not _counts_behind(line, b) and max(a.low, b.low) < 200:
        a.dropped = b.dropped = "score"


def _is_span(line: Line, a: Amount, b: Amount) -> bool:
    """ "between 1600 and 1900", "aged 18 to 34"."""
    table = line.words("bounds")
    link = line.lows[a.end : b.first]
    return len(link) == 1 and (link[0] in table.TO or link[0] in table.BETWEEN_AND or link[0] in table.DASHES)


def _looks_like_year(line: Line, amount: Amount) -> bool:
    text = line.text(amount.first, amount.end)
    return len(text) == 4 and text.isdecimal() and Decimal(1000) <= amount.low <= Decimal(2199)
