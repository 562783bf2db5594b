"""Magnitudes of earthquakes: "a magnitude-6.4 quake", "a 6.4 tremor", "the quake measured 6.4"."""

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.lexemes import Line
from claims.engine.extract.figures.quantity import Quantity

# No earthquake was ever stronger; below one nobody feels it.
_WEAKEST, _STRONGEST = 1, 10
_HYPHENS = frozenset("-‐‑")


def unit_before(line: Line, quantity: Quantity) -> str:
    """The unit that stands before its number: "magnitude 6.4", "magnitude-6.4", "a hazard ratio of 0.76"; or ""."""
    table, at = line.words("units"), quantity.amount.outer - 1
    if line.low(at) in _HYPHENS and line.tight(at) and line.tight(at + 1):
        at -= 1
    near = line.low(at)
    if near in table.LINKS and quantity.noun is None:
        near = line.low(at - 1)
    return str(table.BEFORE.get(near, ""))


def magnitude(line: Line, quantity: Quantity) -> str:
    """The unit of a decimal that an earthquake has, "a 6.4 quake", or that one measured, "the quake measured 6.4"."""
    table, amount, noun = line.words("units"), quantity.amount, quantity.noun
    if not _is_on_the_scale(amount):
        return ""
    if noun is not None and noun.head is not None:
        return str(table.MAGNITUDE) if noun.head.lower_ in table.QUAKES and noun.head.tag_ == "NN" else ""
    before = amount.outer - 1
    told = (
        noun is None and line.low(before) in table.MEASURING and any(low in table.QUAKES for low in line.lows[:before])
    )
    return str(table.MAGNITUDE) if told else ""


def _is_on_the_scale(amount: Amount) -> bool:
    return amount.form is Form.COUNT and amount.low % 1 != 0 and _WEAKEST <= amount.low < _STRONGEST
