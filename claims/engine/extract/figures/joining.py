"""Joins numbers that are one figure ("between 3 and 4 million", "two in five") and gives each its bound words."""

from types import ModuleType

from claims.engine.extract.figures.amounts import Amount, Form, between
from claims.engine.extract.figures.bounds import meaning_before, meaning_behind
from claims.engine.extract.figures.dropping import BASE
from claims.engine.extract.figures.lexemes import MARK, Line
from claims.engine.extract.figures.nouns import is_verb, noun_behind
from claims.engine.extract.figures.votes import are_votes, sides

_HUNDRED = 100
_MOST_IN_RATIO = 1_000_000


def join(line: Line, amounts: list[Amount]) -> list[Amount]:
    """Ratios and ranges become one amount, and every amount takes the bound words around it. Changes the amounts."""
    joined = _folded(line, _folded(line, amounts, _ratio), _range)
    for amount in joined:
        if not amount.dropped:
            _bound(line, amount)
    for a, b in between(joined):
        if _is_conversion(line, a, b) and not b.meaning:
            b.meaning = a.meaning if a.meaning != "between" else ""
    return joined


def _is_conversion(line: Line, a: Amount, b: Amount) -> bool:
    """ "about 340 km (210 miles)": what is said of the one holds for the other."""
    brackets = line.words("bounds").BRACKETS
    between_them = line.lows[a.outer_end : b.outer]
    if not between_them or between_them[-1] != brackets[0] or line.low(b.outer_end) != brackets[1]:
        return False
    converts = a.form is b.form and a.form in (Form.MEASURE, Form.MONEY) and a.unit != b.unit
    return converts and not a.dropped and not b.dropped and len(between_them) <= 4


def _folded(line: Line, amounts: list[Amount], rule: object) -> list[Amount]:
    found: list[Amount] = []
    for amount in amounts:
        both = rule(line, found[-1], amount) if found and callable(rule) else None
        if both is None:
            found.append(amount)
        else:
            found[-1] = both
    return found


def _ratio(line: Line, a: Amount, b: Amount) -> Amount | None:
    """ "four in five", "one in every 20", "nine out of ten"."""
    numbers = line.words("numbers")
    link = line.lows[a.end : b.first]
    if link not in numbers.RATIO and not _is_split_ratio(line, a, b, numbers):
        return None
    if a.form not in (Form.COUNT, Form.MONEY) or b.form is not Form.COUNT or b.unit:
        return None
    if not 0 < a.low < b.low <= _MOST_IN_RATIO or a.high is None or b.high is None or a.dropped:
        return None
    if b.dropped not in ("", BASE):
        return None
    share = a.low / b.low * _HUNDRED
    return Amount(a.first, b.end, share, share, Form.RATIO, "percent", in_words=True)


def _is_split_ratio(line: Line, a: Amount, b: Amount, numbers: ModuleType) -> bool:
    """ "nine homes in ten": both in words, and nothing counted behind the second ("one firm in ten plans a rise")."""
    words = line.lows[a.end : b.first]
    if (
        not a.in_words
        or not b.in_words
        or len(words) > 3
        or words[-1:] not in numbers.RATIO
        or (a.low != 1 and b.low not in numbers.RATIO_BASES)
    ):
        return False
    behind = noun_behind(line, b.end)
    return behind is None or (a.low == 1 and is_verb(line, behind))


def _range(line: Line, a: Amount, b: Amount) -> Amount | None:
    if a.dropped or b.dropped or b.high is None or a.high is None or a.is_range:
        return None
    if are_votes(line, a, b):
        a.unit = b.unit = str(line.words("units").VOTE)
        a.side, b.side = sides(line, a)
        return None
    first = _range_start(line, a, b)
    if first is None or not _same_kind(a, b):
        return None
    if a.scale == 1 and b.scale > 1 and a.low * b.scale <= b.low:
        a.low = a.low * b.scale
    unit, form = (b.unit, b.form) if b.unit else (a.unit, a.form)
    if not a.unit and b.form is Form.MONEY and b.raw and b.scale == 1 and b.low != b.raw:
        a.low = a.low * b.low / b.raw
    if a.low > b.low and (a.negative or b.negative):
        a.low, b.high = b.low, a.low
    if a.low >= b.low:
        return None
    both = Amount(a.first, b.end, a.low, b.high, form, unit, raw=b.raw, scale=b.scale, is_range=True)
    both.outer, both.meaning, both.hyphened = first, "between", b.hyphened
    return both


def _same_kind(a: Amount, b: Amount) -> bool:
    if a.form is Form.ZERO or b.form is Form.ZERO:
        return False
    return a.unit == b.unit or not a.unit or (not b.unit and b.form is a.form)


def _range_start(line: Line, a: Amount, b: Amount) -> int | None:
    """Where the words of a range begin, or None where the two numbers are no range."""
    table = line.words("bounds")
    link = line.lows[a.end : b.first]
    if not link or len(link) > 2:
        return None
    last, before = link[-1], line.low(a.first - 1)
    if last in table.BETWEEN_AND and before in table.BETWEEN:
        return a.first - 1
    if len(link) == 2 and link[0] not in table.DASHES:
        return None
    if last in table.OR:
        return a.first if a.bare and not b.is_range and a.low < b.low <= 2 * a.low else None
    return _span_start(line, a, b) if last in table.TO or last in table.DASHES else None


def _span_start(line: Line, a: Amount, b: Amount) -> int | None:
    """The same for "a to b", "from a to b" and "a-b", which may be the two ends of a change."""
    table = line.words("bounds")
    if line.low(a.first - 1) in table.FROM:
        if not _is_change(line, a, b):
            return a.first - 1
        _share(a, b)
        return None
    is_step = line.kind(a.end) != MARK and _is_step(line, a, b)
    return None if is_step else a.first


def _share(a: Amount, b: Amount) -> None:
    """ "from 4.8 to 4.7 per cent", "from £3.5 to £3.6 billion": what stands on the second holds for the first."""
    if a.unit and a.unit != b.unit:
        return
    if a.scale == 1 and b.scale > 1 and a.low * b.scale <= 10 * b.low:
        a.low = a.low * b.scale
        a.high = a.low
    if not a.unit and b.unit and a.form is Form.COUNT:
        a.unit, a.form = b.unit, b.form


def _is_change(line: Line, a: Amount, b: Amount) -> bool:
    """ "rose from 9 to 12": both ends are figures; "ranges from 9 to 12" is one."""
    measures = line.words("measures")
    near = line.lows[max(0, a.first - 6) : a.first - 1]
    if any(word in measures.RANGE_VERBS for word in near):
        return False
    return any(word in measures.UP or word in measures.DOWN for word in near) or a.low > b.low


def _is_step(line: Line, a: Amount, b: Amount) -> bool:
    """ "rose 0.3% to 4.5%": by so much, to so much."""
    measures = line.words("measures")
    near = line.lows[max(0, a.first - 8) : a.first]
    if any(word in measures.FORECAST for word in near):
        return False
    at = a.first - 1
    by = line.low(at) in measures.STEP
    if by and a.unit and b.unit and any(word in measures.UP or word in measures.DOWN for word in near):
        return True
    if (by or not a.unit) and b.low <= 3 * a.low:
        return False
    at -= by
    return line.low(at) in measures.UP or line.low(at) in measures.DOWN


def _bound(line: Line, amount: Amount) -> None:
    table = line.words("bounds")
    before = meaning_before(line, amount.outer)
    if before is None and line.low(amount.outer - 1) in table.ARTICLES:
        before = meaning_before(line, amount.outer - 1)
    if before is not None and _fits(line, amount, before):
        amount.outer = before[1]
        further = meaning_before(line, before[1]) if before[0] == "exact" else None
        meaning = before[0]
        if further is not None and _fits(line, amount, further):
            meaning, amount.outer = further
        _take(amount, meaning)
    behind = meaning_behind(line, amount.end)
    if behind is not None and amount.form is not Form.ZERO and amount.meaning in ("", "exact", "about"):
        _take(amount, behind[0])
        amount.outer_end = behind[1]


def _fits(line: Line, amount: Amount, before: tuple[str, int]) -> bool:
    table = line.words("bounds")
    words = line.lows[before[1] : amount.outer]
    if words in table.ONLY_WITH_A_MEASURE:
        return amount.form in (Form.MEASURE, Form.SHARE) and amount.meaning != "between"
    previous = line.low(before[1] - 1)
    if words in table.SPREADING and previous in table.SPREAD_VERBS:
        return False
    if words in table.OVER_TIME and amount.unit in line.words("units").DURATIONS:
        return previous in table.OVER_TIME_AFTER or before[1] == 0
    return True


def _take(amount: Amount, meaning: str) -> None:
    """A bound word meets what the number says by itself: dozens stay at least 24, a range stays a range."""
    if amount.meaning == "at_least" or (amount.is_range and meaning != "at_most"):
        return
    if meaning == "at_most" and amount.is_range:
        amount.is_range = False
    amount.meaning = meaning
