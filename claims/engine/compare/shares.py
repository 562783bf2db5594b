"""Shares told beside the two counts that they follow from, and conversions of money held against each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from statistics import median

from claims.engine.compare.features import figure_features
from claims.engine.compare.values import dimension, is_exact, step
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Mention

# A rate may be so far off the others of a version, as a share of them: rounding and a day's change.
RATE_ROOM = Decimal("0.15")
# How far behind its base a share may stand, in figures.
NEXT = 2

Share = tuple[Mention, Mention, Decimal]


def stated_shares(ordered: Sequence[Mention], language: str = "en") -> Iterator[Share]:
    """Percentages that a text draws from a part and its whole ("40 of its 160 paintings, or 25 per cent").

    Gives the percentage, the whole, and what part and whole come to. ordered: the figures of a version by place.
    """
    for at, (part, whole) in enumerate(pairwise(ordered)):
        base = _value(whole)
        if not _is_taken_of(part, whole, language) or not base or _value(part) >= base:
            continue
        for percent in ordered[at + 2 : at + 2 + NEXT]:
            if _name(percent) == "ratio" and _follows(whole, percent, language):
                yield percent, whole, _value(part) / base * 100
                break


def parts_above(ordered: Sequence[Mention], language: str = "en") -> Iterator[tuple[Mention, Mention]]:
    """Counts that are said to be some of a smaller number, each with that number.

    "Forty-five of the 40 passengers", "of the 40 passengers, 45", "12 people, including 15 children". ordered: the
    figures of a version by place.
    """
    for first, second in pairwise(ordered):
        if not _name(first).startswith("count:") or _name(first) != _name(second):
            continue
        told = between(first, second)
        if _is_taken_of(first, second, language) and _value(first) > _value(second):
            yield first, second
        elif told and _value(second) > _value(first) > 0 and _takes_apart(first, told, language):
            yield second, first


def _takes_apart(whole: Mention, told: str, language: str) -> bool:
    """Whether what stands between a number and the next one says that the next one is some of the first."""
    based = figure_features(whole, language).base and _pattern(language, "BEHIND_BASE").fullmatch(told)
    return bool(based or _pattern(language, "AMONG_THEM").search(told))


def _value(mention: Mention) -> Decimal:
    return _figure(mention).low or Decimal(0)


def _figure(mention: Mention) -> Figure:
    assert isinstance(mention.record, Figure)
    return mention.record


def _name(mention: Mention) -> str:
    return dimension(_figure(mention).unit).name if is_exact(_figure(mention)) else ""


def between(a: Mention, b: Mention) -> str:
    """The text between two values of one sentence, in lower case; "" across sentences."""
    if a.sentence_start is None or a.sentence_start != b.sentence_start or a.record.part is not b.record.part:
        return ""
    start = a.sentence_start
    return a.sentence[_figure(a).value_span.end - start : max(0, _figure(b).value_span.start - start)].lower()


def _is_taken_of(part: Mention, whole: Mention, language: str) -> bool:
    """Whether a count is said to be of another one: "five people out of sixty"."""
    counts = _name(part).startswith("count:") and _name(whole).startswith("count:")
    return counts and bool(_pattern(language, "TAKEN_OF_WHOLE").fullmatch(between(part, whole)))


def _follows(whole: Mention, percent: Mention, language: str) -> bool:
    """Whether a percentage is given as the share that was just told, in the sentence or at the head of the next."""
    told = between(whole, percent)
    if told:
        return bool(_pattern(language, "SHARE_LINK").search(told))
    start = percent.sentence_start
    if start is None or whole.sentence_start is None or not 0 < start - whole.sentence_start <= len(whole.sentence) + 3:
        return False
    head = percent.sentence[: max(0, _figure(percent).value_span.start - start)].lower()
    return bool(_pattern(language, "SHARE_HEAD").fullmatch(head))


@cache
def _pattern(language: str, name: str) -> "re.Pattern[str]":
    return re.compile(getattr(lexicon(language, "readings"), name))


def rates_off(ordered: Sequence[Mention], language: str = "en") -> Iterator[tuple[Mention, Mention]]:
    """Sums of money with a conversion in brackets at another rate than the version's other conversions.

    Of two that disagree the one is off whose conversion fits once its digits are put in another order, or a power of
    ten is; where that does not tell, neither is given.
    """
    told: dict[tuple[str, str], list[tuple[Mention, Mention, Decimal]]] = defaultdict(list)
    for a, b in pairwise(ordered):
        first, second = _figure(a), _figure(b)
        money = dimension(second.unit).is_money and is_exact(second) and is_exact(first) and first.unit != second.unit
        if money and between(a, b).strip(" ").endswith("(") and _value(a) and _value(b) and not _is_measure(first):
            told[first.unit, second.unit].append((a, b, _value(a) / _value(b)))
    for pairs in told.values():
        yield from _outliers(pairs)


def _is_measure(figure: Figure) -> bool:
    name = dimension(figure.unit).name
    return not (name.startswith(("count:", "money:")))


def _outliers(pairs: Sequence[tuple[Mention, Mention, Decimal]]) -> Iterator[tuple[Mention, Mention]]:
    rates = [rate for _, _, rate in pairs]
    if len(rates) < 2 or max(rates) <= min(rates) * (1 + RATE_ROOM):
        return
    if len(rates) > 2:
        usual = median(rates)
        yield from ((a, b) for a, b, rate in pairs if not _near(rate, usual))
        return
    slips = [(a, b) for (a, b, _), other in zip(pairs, reversed(rates), strict=True) if _slips(a, b, other)]
    if len(slips) == 1:
        yield slips[0]


def _near(rate: Decimal, usual: Decimal) -> bool:
    return usual / (1 + RATE_ROOM) <= rate <= usual * (1 + RATE_ROOM)


def _slips(a: Mention, b: Mention, rate: Decimal) -> bool:
    """Whether a conversion is what it should be with digits swapped or the point in another place."""
    said, due = _value(b), _value(a) / rate
    digits = sorted(f"{said.normalize():f}".replace(".", "").strip("0"))
    near_due = f"{due:.{len(digits)}e}".partition("e")[0].replace(".", "")[: len(digits)]
    scaled = any(_near(said * Decimal(10) ** power, due) for power in (-3, -2, -1, 1, 2, 3))
    return scaled or (len(digits) > 1 and sorted(near_due) == digits)


def is_same_difference(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether two temperatures tell by how much something was warmer, and are alike as that: 3.9C (7F) too warm."""
    first, second = dimension(_figure(a).unit, language), dimension(_figure(b).unit, language)
    behind = a.sentence[max(0, _figure(b).value_span.end - (a.sentence_start or 0)) :]
    told = _pattern(language, "WARMER").match(behind) or figure_features(a, language).direction != "level"
    if not told or not (first.offset or second.offset):
        return False
    room = (step(_value(a)) * first.factor + step(_value(b)) * second.factor) / 2
    return abs(_value(a) * first.factor - _value(b) * second.factor) <= room
