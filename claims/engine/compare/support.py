"""Whether the numbers of one passage bear out those of another: by value, or by a step of arithmetic."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation
from itertools import combinations, permutations

from rapidfuzz.distance import Indel

from claims.engine.compare.quantities import Quantity, quantities
from claims.engine.compare.words import Word, content, words
from claims.enums import Answer

# Two passages with this much in common, numbers left out, are one sentence with other numbers.
SAME_SENTENCE = 0.9
# How much of a statement's words the passage must have to bear it out, and to be about it at all.
TOLD = 0.75
ABOUT = 0.3
# How many of the names of a statement the passage must have.
NAMES_TOLD = 0.7
# Numbers of a passage that are tried together; more make every result possible.
MOST = 5
# How close a result must come, as a share of it.
CLOSE = Decimal("0.005")


def compare_support(passage: str, statement: str, language: str = "en") -> tuple[Answer, str]:
    """Whether a passage bears a statement's numbers out (`agrees`), rules them out (`contradicts`) or neither.

    Gives the answer and the rule: `support.same_sentence`, `support.value`, `support.arithmetic`, `support.other`.
    """
    said, told = words(passage, language), words(statement, language)
    ours, theirs = quantities(said, language), quantities(told, language)
    if not theirs:
        return Answer.UNCLEAR, "support.other"
    if len(ours) == len(theirs) and _masked_likeness(said, ours, told, theirs) >= SAME_SENTENCE:
        return _by_place(ours, theirs), "support.same_sentence"
    return _by_value(passage, statement, (ours, theirs), language)


def _masked_likeness(
    said: Sequence[Word], ours: Sequence[Quantity], told: Sequence[Word], theirs: Sequence[Quantity]
) -> float:
    """How alike two passages are once each number with its bound is one blank."""
    return float(Indel.normalized_similarity(_masked(said, ours), _masked(told, theirs)))


def _masked(said: Sequence[Word], found: Sequence[Quantity]) -> list[str]:
    inside = {at for quantity in found for at in range(quantity.first, quantity.last + 1)}
    first = {quantity.first for quantity in found}
    return ["#" if at in first else word.stem for at, word in enumerate(said) if at in first or at not in inside]


def _by_place(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> Answer:
    pairs = list(zip(ours, theirs, strict=True))
    if any(theirs_.excludes(ours_) for ours_, theirs_ in pairs):
        return Answer.CONTRADICTS
    return Answer.AGREES if all(theirs_.allows(ours_) for ours_, theirs_ in pairs) else Answer.UNCLEAR


def _by_value(
    passage: str, statement: str, found: tuple[Sequence[Quantity], Sequence[Quantity]], language: str
) -> tuple[Answer, str]:
    ours, theirs = found
    told = content(statement, language)
    shared = len(told & content(passage, language)) / max(1, len(told))
    borne = [any(theirs_.allows(ours_) for ours_ in ours) for theirs_ in theirs]
    if all(borne) and _names_told(words(passage, language), words(statement, language)):
        return (Answer.AGREES if shared >= TOLD else Answer.UNCLEAR), "support.value"
    if shared < ABOUT:
        return Answer.UNCLEAR, "support.other"
    missing = [quantity for quantity, is_borne in zip(theirs, borne, strict=True) if not is_borne]
    if not missing:
        return Answer.UNCLEAR, "support.value"
    results = list(_results(ours))
    if results and all(any(_comes_to(quantity, result) for result in results) for quantity in missing):
        return Answer.AGREES, "support.arithmetic"
    return Answer.CONTRADICTS, "support.arithmetic"


def _names_told(said: Sequence[Word], told: Sequence[Word]) -> bool:
    """Whether the passage has most names of a statement; the word that begins it may be none."""
    known = {word.stem for word in said}
    named = [word.stem for word in told[1:] if word.is_name]
    return sum(name in known for name in named) >= len(named) * NAMES_TOLD


def _comes_to(quantity: Quantity, result: Decimal) -> bool:
    room = abs(result) * CLOSE
    return (quantity.low is None or quantity.low <= result + room) and (
        quantity.high is None or quantity.high >= result - room
    )


def _results(ours: Sequence[Quantity]) -> Iterator[Decimal]:
    """What the passage's exact numbers come to: sums of some, differences, products, quotients."""
    values = [q.low for q in ours if q.low is not None and q.low == q.high][:MOST]
    for size in range(2, len(values) + 1):
        for some in combinations(values, size):
            yield sum(some, Decimal(0))
    for first, second in permutations(values, 2):
        yield first - second
        yield first * second
        yield from _quotient(first, second)
    for first, second, third in permutations(values, 3):
        yield first + second - third
        yield first - second - third
        yield first * second + third
        yield first * second - third
        yield first * second * third
        yield from _quotient(first + second, third)
        yield from _quotient(first - second, third)
        yield from _quotient(first * second, third)


def _quotient(first: Decimal, second: Decimal) -> Iterator[Decimal]:
    try:
        yield first / second
    except (DivisionByZero, InvalidOperation):
        return
