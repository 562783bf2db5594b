"""One quantity of a sentence: what was read, and what it counts."""

from dataclasses import dataclass

from claims.engine.extract.figures.amounts import Amount
from claims.engine.extract.figures.nouns import Noun


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with the noun behind it."""

    amount: Amount
    noun: Noun | None
