"""What the engine reads in a text as bare values with units, for benchmarks of parsing."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.quantities import quantities
from claims.engine.parse import parse
from claims.enums import Part


@dataclass(frozen=True, slots=True)
class Reading:
    """low, high: alike unless it is a range. dropped: why the engine makes no figure of it, or ""."""

    low: float
    high: float
    unit: str
    form: Form
    text: str
    dropped: str

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def readings(text: str) -> Iterator[Reading]:
    """Every number that the engine reads, figures and others."""
    parsed = parse({Part.BODY: text}, "en")
    for sentence in parsed.sentences:
        read = quantities(sentence, "en")
        if read is None:
            continue
        line, found = read
        for quantity in found:
            amount = quantity.amount
            if amount.form is not Form.ZERO:
                yield _reading(amount, line.text(amount.first, amount.end))


def _reading(amount: Amount, text: str) -> Reading:
    sign = -1 if amount.negative and amount.low > 0 else 1
    low = sign * float(amount.low)
    high = low if amount.high is None else sign * float(amount.high)
    return Reading(low, high, amount.unit, amount.form, text, amount.dropped)
