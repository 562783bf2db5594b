"""The bare numbers of a text with the bounds beside them, whatever they count."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from claims.engine.compare.words import Word, words
from claims.engine.lexicon import lexicon

# The longest wording of a bound, in words.
LONGEST_BOUND = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text bounds it.

    first, last: indices of its words, bound included. open: the bound itself is out.
    """

    low: Decimal | None
    high: Decimal | None
    open: bool
    first: int
    last: int

    def allows(self, other: "Quantity") -> bool:
        """Whether every value of the other quantity is one of this one's."""
        if self.low is not None and (other.low is None or other.low < self.low):
            return False
        if self.high is not None and (other.high is None or other.high > self.high):
            return False
        touches = self.open and not other.open
        return not (touches and (other.low == self.low is not None or other.high == self.high is not None))

    def excludes(self, other: "Quantity") -> bool:
        """Whether no value is both quantities'."""
        return _apart(self, other) or _apart(other, self)


def _apart(above: Quantity, below: Quantity) -> bool:
    if above.low is None or below.high is None:
        return False
    return above.low > below.high or (above.low == below.high and (above.open or below.open))


def quantities(said: Sequence[Word], language: str = "en") -> tuple[Quantity, ...]:
    """The numbers among the words of a text, in order."""
    found: list[Quantity] = []
    at = 0
    while at < len(said):
        value, end = _number(said, at, language)
        if value is None:
            at += 1
            continue
        found.append(_bounded(value, said, at, end, language))
        at = end
    return tuple(found)


def quantities_of(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The numbers of a text, in order."""
    return quantities(words(text, language), language)


def _number(said: Sequence[Word], at: int, language: str) -> tuple[Decimal | None, int]:
    """The number that begins at a word, and the index behind it; None where none does."""
    table = lexicon(language, "numbers")
    word = said[at].text.lower()
    value: Decimal | None = None
    if said[at].is_number:
        value = _digits(word)
    elif word in table.TENS:
        value = Decimal(table.TENS[word])
        if at + 1 < len(said) and 0 < table.ONES.get(said[at + 1].text.lower(), 0) < 10:
            return value + table.ONES[said[at + 1].text.lower()], at + 2
    elif word in table.ONES and word not in table.ONES_ALONE:
        value = Decimal(table.ONES[word])
    return value, at + 1


def _digits(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _bounded(value: Decimal, said: Sequence[Word], at: int, end: int, language: str) -> Quantity:
    """A value with the bound that stands right before it."""
    bounds = lexicon(language, "bounds").BEFORE
    for length in range(min(LONGEST_BOUND, at), 0, -1):
        meaning = bounds.get(tuple(word.text.lower() for word in said[at - length : at]))
        if meaning in ("at_least", "more_than", "just_over"):
            return Quantity(value, None, meaning != "at_least", at - length, end - 1)
        if meaning in ("at_most", "less_than"):
            return Quantity(None, value, meaning == "less_than", at - length, end - 1)
        if meaning in ("about", "nearly"):
            tenth = abs(value) / 10
            return Quantity(value - tenth, value + (tenth if meaning == "about" else 0), False, at - length, end - 1)
    return Quantity(value, value, False, at, end - 1)
