"""Shares and amounts told twice over: "£74 million, or 4% of £1.85 billion", "€14m, or €450,000 apiece"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claims.engine.compare.features import figure_features
from claims.engine.compare.told import Told, figure_of, told
from claims.engine.compare.values import dimension, is_exact
from claims.engine.lexicon import lexicon
from claims.engine.records import Mention

_HUNDRED = Decimal(100)
# Rounding may put an amount for each so far off, as a share of it; further off than FURTHEST times it is of others.
ROUGHLY = Decimal("0.05")
FURTHEST = Decimal("1.6")


@dataclass(frozen=True, slots=True)
class Portion:
    """A share that a text tells, what its numbers come to, and the two mentions that are at odds where it is off."""

    percent: Mention
    comes_to: Decimal
    first: Mention
    second: Mention


def portions_told(ordered: Sequence[Mention], language: str = "en") -> Iterator[Portion]:
    """Shares that stand beside an amount and what it is taken of, off or not.

    ordered: the figures of one version by part and place.
    """
    for here in told(ordered):
        for a, b, c in zip(here.figures, here.figures[1:], here.figures[2:], strict=False):
            yield from _amount_or_share(here, (a, b, c), language)
            yield from _in_apposition(here, (a, b, c), language)
            yield from _part_of_whole(here, (a, b, c), language)
        for a, b in pairwise(here.figures):
            yield from _in_brackets(here, a, b, language)


def _amount_or_share(here: Told, three: tuple[Mention, Mention, Mention], language: str) -> Iterator[Portion]:
    """ "£74 million, or 4% of its turnover of £1.85 billion", "4% of its turnover of £1.85 billion, or £74 million"."""
    words = lexicon(language, "totals")
    first, second, third = three
    one, other = here.between(first, second), here.between(second, third)
    amount_first = words.AMOUNT_OR.match(one) and words.SHARE_OF.match(other)
    share_first = words.SHARE_OF.match(one) and words.AMOUNT_OR.match(other)
    if is_share(second) and amount_first and _alike(first, third):
        yield Portion(second, _low(first) / _low(third) * _HUNDRED, first, third)
    if is_share(first) and share_first and _alike(third, second):
        yield Portion(first, _low(third) / _low(second) * _HUNDRED, first, second)


def _in_apposition(here: Told, three: tuple[Mention, Mention, Mention], language: str) -> Iterator[Portion]:
    """ "Of the 140 children 60 were off on Tuesday, more than half"."""
    words = lexicon(language, "totals")
    whole, part, share = three
    if not is_share(share) or not _alike(part, whole) or not figure_features(whole, language).base:
        return
    if words.IN_APPOSITION.match(here.between(part, share)) and words.ENDS.match(here.behind(share)):
        yield Portion(share, _low(part) / _low(whole) * _HUNDRED, share, whole)


def _part_of_whole(here: Told, three: tuple[Mention, Mention, Mention], language: str) -> Iterator[Portion]:
    """ "4,200 buses, of which 1,300, or 41 per cent", "61 per cent: 31,200 of the 48,000 voters", "nearly half of the
    320 homes, 108, have no water"."""
    words = lexicon(language, "totals")
    first, second, third = three
    one, other = here.between(first, second), here.between(second, third)
    if is_share(third) and _alike(second, first) and words.OF_WHICH.match(one) and words.AMOUNT_OR.match(other):
        yield Portion(third, _low(second) / _low(first) * _HUNDRED, third, first)
    elif is_share(first) and _alike(second, third) and words.DRAWN_FROM.match(one) and words.SOME_OF.match(other):
        yield Portion(first, _low(second) / _low(third) * _HUNDRED, first, third)
    elif is_share(first) and _alike(third, second) and words.SHARE_OF.match(one) and words.IS_PART.match(other):
        if not words.PART_ENDS.match(here.behind(third)):
            return
        yield Portion(first, _low(third) / _low(second) * _HUNDRED, first, second)


def _in_brackets(here: Told, a: Mention, b: Mention, language: str) -> Iterator[Portion]:
    """ "More than half of our readers (47 per cent of 8,200 who voted)": a fraction and the same in per cent."""
    words = lexicon(language, "totals")
    bracket = here.behind(b).partition(")")[0]
    if not (is_share(a) and is_share(b) and is_exact(figure_of(b))) or words.ANOTHER.search(bracket):
        return
    rough = is_fraction(a, language) and not is_fraction(b, language)
    if rough and words.IN_BRACKETS.match(here.between(a, b)):
        yield Portion(a, _low(b), a, b)


def is_fraction(mention: Mention, language: str = "en") -> bool:
    """Whether a share is told as "a third" or "one in ten", which is rougher than per cent."""
    span, start = figure_of(mention).value_span, mention.sentence_start
    if not is_share(mention) or start is None:
        return False
    return not lexicon(language, "totals").PER_CENT.search(
        mention.sentence[max(0, span.start - start) : span.end - start]
    )


def is_share(mention: Mention) -> bool:
    return dimension(figure_of(mention).unit).name == "ratio"


def each_off(ordered: Sequence[Mention], language: str = "en") -> Iterator[tuple[Mention, Mention, Decimal]]:
    """Sums of money told in all and for each of those counted, that no count beside them makes alike.

    Gives the sum, the amount for each, and what the sum comes to for each. ordered: the figures of one version.
    """
    sentences = told(ordered)
    for at, here in enumerate(sentences):
        before = [said for said in sentences[max(0, at - 1) : at] if here.follows(said)]
        for total, each in _of_each(here, language):
            money = dimension(figure_of(each).unit).is_money and figure_of(total).unit == figure_of(each).unit
            counts = [m for said in (*before, here) for m in said.figures if _is_count(m)]
            due = _due(_low(total), each, counts) if money else None
            if due is not None:
                yield total, each, due


def _of_each(here: Told, language: str) -> Iterator[tuple[Mention, Mention]]:
    """Sums of a sentence with what each one gets: "€14m, or €450,000 apiece", "£5,000 each, a total of £120,000"."""
    words = lexicon(language, "totals")
    for a, b in pairwise(here.figures):
        if words.OR_APIECE.match(here.between(a, b)) and words.APIECE.match(here.behind(b)):
            yield a, b
        each = words.APIECE.match(here.behind(a)) or words.EACH_OF.match(here.before(a))
        if each and (words.TOTAL_BEFORE.search(here.opening(b)) or words.TOTAL_BEHIND.match(here.behind(b))):
            yield b, a


def _due(total: Decimal, each: Mention, counts: Sequence[Mention]) -> Decimal | None:
    """What a sum comes to for each of the count that suits it best; None where one suits it, or none nearly does."""
    figure = figure_of(each)
    low, high = figure.low or Decimal(0), figure.high or figure.low or Decimal(0)
    dues = [total / _low(m) for m in counts if _low(m) > 1]
    if not dues or not low or any(low * (1 - ROUGHLY) <= due <= high * (1 + ROUGHLY) for due in dues):
        return None
    nearest = min(dues, key=lambda due: max(due / low, low / due))
    return nearest if max(nearest / low, low / nearest) <= FURTHEST else None


def _is_count(mention: Mention) -> bool:
    return dimension(figure_of(mention).unit).is_count and is_exact(figure_of(mention))


def _alike(part: Mention, whole: Mention) -> bool:
    """Whether one may be a part of the other: both exact, of one unit or both counts, and smaller."""
    units = [dimension(figure_of(m).unit) for m in (part, whole)]
    exact = is_exact(figure_of(part)) and is_exact(figure_of(whole))
    same = units[0] == units[1] or all(unit.is_count for unit in units)
    return exact and same and 0 < _low(part) < _low(whole)


def _low(mention: Mention) -> Decimal:
    return figure_of(mention).low or Decimal(0)
