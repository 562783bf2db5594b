"""What is no figure: dates, clock times, ages, names, scores, telephone numbers, sources, idioms."""

from collections.abc import Callable

from claims.engine.extract.figures.ages import is_age
from claims.engine.extract.figures.amounts import Amount, Form, between
from claims.engine.extract.figures.digits import LARGEST, SMALLEST
from claims.engine.extract.figures.lexemes import MARK, NUMBER, Line
from claims.engine.extract.figures.moments import (
    counts_behind,
    is_beside_an_hour,
    is_clock_time,
    is_date,
    is_decade,
    is_month,
    is_past,
    is_span,
    is_year,
    looks_like_year,
)
from claims.engine.extract.figures.names import is_address, is_glued, is_name, is_telephone

# Points of a match; "200-250" is a range.
_LARGEST_SCORE = 200
# Why the hundred of "per hundred" is no figure by itself.
BASE = "base"

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


def _ordinal(line: Line, amount: Amount) -> bool:
    numbers = line.words("numbers")
    end = amount.end
    return line.tight(end) and line.low(end) in numbers.ORDINAL_SUFFIXES and line.kind(end - 1) == NUMBER


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
    ("name", is_glued),
    ("decade", is_decade),
    ("date", is_date),
    ("clock", is_clock_time),
    ("clock", is_beside_an_hour),
    ("telephone", is_telephone),
    ("year", is_year),
    ("age", is_age),
    ("name", is_name),
    ("ago", is_past),
    (BASE, _base),
    ("rate", _exchange_rate),
    ("confidence", _confidence),
    ("address", is_address),
)


def _drop_pair(line: Line, a: Amount, b: Amount) -> None:
    """Scores, spans of years, idioms: two numbers that mean something together."""
    if line.lows[a.first : b.end] in line.words("not_figures").IDIOMS:
        a.dropped = b.dropped = "idiom"
    elif a.dropped == "telephone" and b.first == a.end and line.kind(b.first) == NUMBER:
        b.dropped = "telephone"
    elif a.dropped == b.dropped == "date" and b.first - a.end == 1 and is_month(line, a.end) and counts_behind(line, b):
        b.dropped = ""
    elif is_span(line, a, b) and (a.dropped or b.dropped):
        _drop_span(line, a, b)
    elif _is_tight_dash(line, a, b) and not a.unit:
        _drop_score(line, a, b)


def _drop_span(line: Line, a: Amount, b: Amount) -> None:
    """ "between 1990 and 2010", "aged 18 to 34", "5-7 May", "junctions 3 and 5": what the one is, the other is."""
    dashed = line.low(a.end) in line.words("bounds").DASHES and line.tight(b.first)
    if a.dropped in ("year", "age", "date") and b.bare:
        if dashed or a.dropped == "age" or looks_like_year(line, b):
            b.dropped = a.dropped
    elif b.dropped == "date" and a.bare and a.low < b.low:
        a.dropped = "date"
    elif a.dropped == "name" and b.bare and (dashed or not counts_behind(line, b)):
        b.dropped = "name"


def _is_tight_dash(line: Line, a: Amount, b: Amount) -> bool:
    dash = b.first - a.end == 1 and line.low(a.end) in line.words("not_figures").SCORE_DASH
    return dash and line.kind(a.end) == MARK and line.tight(a.end) and line.tight(b.first)


def _drop_score(line: Line, a: Amount, b: Amount) -> None:
    if looks_like_year(line, a) and b.bare:
        a.dropped = b.dropped = "year"
    elif b.bare and not a.dropped and not counts_behind(line, b) and max(a.low, b.low) < _LARGEST_SCORE:
        a.dropped = b.dropped = "score"
