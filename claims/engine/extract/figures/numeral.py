"""What a number is while it is being read."""

import re
from dataclasses import dataclass
from decimal import Decimal
from types import ModuleType

COUNT, PART, VAGUE = "count", "part", "vague"
HYPHEN = re.compile(r"[-‐‑]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the lexemes first to end (excluded). form: a count, a part of one (0.5 for half), or a vague plural.

    scale: the power of ten that a scale word gave it; raw: the number before that. in_words: it has no digits.
    """

    first: int
    end: int
    value: Decimal
    form: str = COUNT
    raw: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)
    in_words: bool = False


def scale_word(word: str, numbers: ModuleType) -> int | None:
    """The factor of a word that multiplies what stands before it ("hundred", "million", "dozen"), or None."""
    found: int | None = numbers.HUNDRED.get(word) or numbers.SCALES.get(word) or numbers.DOZEN.get(word)
    return found
