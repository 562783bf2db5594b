"""Sums, shares, changes and conversions inside one version that do not come out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claims.engine.compare.features import figure_features
from claims.engine.compare.shares import parts_above, rates_off, stated_shares
from claims.engine.compare.sums import sums_off
from claims.engine.compare.values import both_can_hold, dimension, is_exact, spoken, step, written
from claims.engine.lexicon import lexicon
from claims.engine.records import Comparison, Figure, Mention
from claims.enums import Answer, FlagType, Relation

# A share or a change that is further off than this is of something else.
FURTHEST = Decimal(60)
# The unit of a day of the week.
WEEKDAY = "weekday"
# Nobody rounds a percentage by more than so many points without saying so.
ROUNDED = Decimal(2)
_HUNDRED = Decimal(100)

Off = tuple[Mention, Mention, Comparison]


def compare_arithmetic(mentions: Sequence[Mention], language: str = "en") -> Iterator[Off]:
    """Every total with its first addend, percentage with its base and value with its conversion that is off.

    mentions: those of one version. The pairs of a rule come in the order of the text.
    """
    ordered = sorted(
        (m for m in mentions if isinstance(m.record, Figure)),
        key=lambda m: (m.record.part, _figure(m).value_span, m.key),
    )
    for total, parts, added in sums_off(ordered, language):
        yield total, parts[0], _sum_off(total, parts, added, language)
    for percent, whole, comes_to in stated_shares(ordered, language):
        yield from _percent_off(_Claimed(percent, whole, comes_to), language)
    for value, converted in rates_off(ordered, language):
        yield value, converted, _off("arithmetic.rate", "RATE_OFF", value, converted, language)
    for part, whole in parts_above(ordered, language):
        yield whole, part, _part_above(part, whole, language)
    for said, calendar in _weekdays(ordered):
        yield said, calendar, _weekday_off(said, calendar, language)
    for at, mention in enumerate(ordered):
        following = [other for other in ordered[at + 1 : at + 4] if _same_sentence(mention, other)]
        yield from _conversions(mention, following[:1], language)
        yield from _shares(mention, following, language)
        yield from _changes(mention, following, language)


def _same_sentence(a: Mention, b: Mention) -> bool:
    return (a.record.part, a.sentence_start) == (b.record.part, b.sentence_start) and a.sentence_start is not None


def _figure(mention: Mention) -> Figure:
    assert isinstance(mention.record, Figure)
    return mention.record


def _between(a: Mention, b: Mention) -> str:
    """The text from the end of one value to the start of the next one, in lower case."""
    start = a.sentence_start or 0
    return a.sentence[_figure(a).value_span.end - start : max(0, _figure(b).value_span.start - start)].lower()


def _before(a: Mention) -> str:
    return a.sentence[: max(0, _figure(a).value_span.start - (a.sentence_start or 0))].lower()


def _conversions(a: Mention, following: Sequence[Mention], language: str) -> Iterator[Off]:
    """A value and the same in another unit, in brackets behind it."""
    for b in following:
        first, second = _figure(a), _figure(b)
        converts = dimension(first.unit).name == dimension(second.unit).name and first.unit != second.unit
        if converts and "(" in _between(a, b) and not both_can_hold(first, second, language):
            yield a, b, _off("arithmetic.conversion", "CONVERSION_OFF", a, b, language)


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A percentage that a version gives, beside the one that its own numbers come to."""

    percent: Mention
    base: Mention
    comes_to: Decimal


def _shares(base: Mention, following: Sequence[Mention], language: str) -> Iterator[Off]:
    """ "Of 48,210 voters, 21,212 cast a ballot, a turnout of 44.0 per cent": the share must follow from the two
    counts."""
    if len(following) < 2 or not figure_features(base, language).base:
        return
    count, percent = following[:2]
    joined = any(word in _between(count, percent) for word in lexicon(language, "readings").SHARE_JOINS)
    if not joined or not _are(("count", "count", "ratio"), (base, count, percent)):
        return
    whole, part = _figure(base).low, _figure(count).low
    if whole and part and part < whole:
        yield from _percent_off(_Claimed(percent, base, part / whole * _HUNDRED), language)


def _changes(first: Mention, following: Sequence[Mention], language: str) -> Iterator[Off]:
    """ "Rose 12% to $418 million from $209 million": the change must follow from the two levels."""
    for percent, new, old in _change_orders(first, following):
        levels = (_figure(new), _figure(old))
        if dimension(_figure(percent).unit).name != "ratio" or dimension(levels[0].unit) != dimension(levels[1].unit):
            continue
        moves = figure_features(percent, language).direction in ("up", "down")
        left = figure_features(old, language).left
        if moves and left and levels[0].low and levels[1].low and all(map(is_exact, levels)):
            change = abs(levels[0].low - levels[1].low) / levels[1].low * _HUNDRED
            yield from _percent_off(_Claimed(percent, old, change), language)
            return


def _change_orders(first: Mention, following: Sequence[Mention]) -> Iterator[tuple[Mention, Mention, Mention]]:
    """Three figures in a row as percentage, new and old level.

    "Rose 12% to A from B", "A, up 12% from B", "A against B, up 12%".
    """
    if len(following) > 1:
        second, third = following[:2]
        yield first, second, third
        yield second, first, third
        yield third, first, second


def _are(names: tuple[str, ...], mentions: tuple[Mention, ...]) -> bool:
    return all(
        dimension(_figure(m).unit).name.partition(":")[0] == name and is_exact(_figure(m))
        for name, m in zip(names, mentions, strict=True)
    )


def _percent_off(claimed: _Claimed, language: str) -> Iterator[Off]:
    figure = _figure(claimed.percent)
    if figure.low is None or not is_exact(figure):
        return
    gap = abs(claimed.comes_to - figure.low)
    if max(min(step(figure.low), ROUNDED), Decimal("0.5")) < gap < FURTHEST:
        names = lexicon(language, "readings")
        reason = names.PERCENT_OFF.format(
            percent=spoken(figure, language), comes_to=written(round(claimed.comes_to, 1))
        )
        yield (
            claimed.percent,
            claimed.base,
            _comparison("arithmetic.percent", claimed.percent, claimed.base, reason, language),
        )


def _sum_off(total: Mention, parts: Sequence[Mention], added: Decimal, language: str) -> Comparison:
    names = lexicon(language, "readings")
    addends = names.AND.join(written(_figure(part).low or Decimal(0)) for part in parts)
    reason = names.SUM_OFF.format(parts=addends, sum=written(added), total=spoken(_figure(total), language))
    return _comparison("arithmetic.sum", total, parts[0], reason, language)


def _part_above(part: Mention, whole: Mention, language: str) -> Comparison:
    sentence: str = lexicon(language, "readings").PART_ABOVE
    reason = sentence.format(part=spoken(_figure(part), language), whole=spoken(_figure(whole), language))
    return _comparison("arithmetic.part", whole, part, reason, language)


def _weekdays(ordered: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """A weekday as written and as the calendar has it, which the extraction gives side by side."""
    for a, b in pairwise(m for m in ordered if _figure(m).unit == WEEKDAY):
        if _figure(a).span == _figure(b).span and _figure(a).part is _figure(b).part:
            yield a, b


def _weekday_off(said: Mention, calendar: Mention, language: str) -> Comparison:
    names = lexicon(language, "readings")
    readings = (_figure(said).why.reading, _figure(calendar).why.reading)
    reason = names.WEEKDAY_OFF.format(said=_figure(said).why.trigger, calendar=readings[1])
    return Comparison(Answer.CONTRADICTS, "arithmetic.weekday", readings, reason, FlagType.FIGURE, Relation.CONFLICT)


def _off(rule: str, pattern: str, a: Mention, b: Mention, language: str) -> Comparison:
    sentence: str = getattr(lexicon(language, "readings"), pattern)
    reason = sentence.format(a=spoken(_figure(a), language), b=spoken(_figure(b), language))
    return _comparison(rule, a, b, reason, language)


def _comparison(rule: str, a: Mention, b: Mention, reason: str, language: str) -> Comparison:
    readings = (spoken(_figure(a), language), spoken(_figure(b), language))
    return Comparison(Answer.CONTRADICTS, rule, readings, reason, FlagType.FIGURE, Relation.CONFLICT)
