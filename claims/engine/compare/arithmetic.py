"""Sums, shares, changes and conversions inside one version that do not come out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claims.engine.compare.breakdowns import breakdowns
from claims.engine.compare.chambers import votes_off
from claims.engine.compare.features import figure_features
from claims.engine.compare.levels import Change, changes_told
from claims.engine.compare.portions import each_off, is_fraction, portions_told
from claims.engine.compare.shares import is_same_difference, parts_above, rates_off, stated_shares
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
# A fraction may be so many points off, and by this share of its value.
ROUGH = Decimal("1.5")
FRACTION_ROOM = Decimal("0.1")
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
    for total, first, addends in _sums(ordered, language):
        yield total, first, _sum_off(total, first, addends, language)
    for percent, whole, comes_to in stated_shares(ordered, language):
        yield from _percent_off(_Claimed(percent, whole, comes_to), language)
    for portion in portions_told(ordered, language):
        pair = (portion.first, portion.second)
        yield from _percent_off(_Claimed(portion.percent, portion.second, portion.comes_to, pair), language)
    for total, each, due in each_off(ordered, language):
        yield total, each, _each_off(total, each, due, language)
    for value, converted in rates_off(ordered, language):
        yield value, converted, _off("arithmetic.rate", "RATE_OFF", value, converted, language)
    for part, whole in parts_above(ordered, language):
        yield whole, part, _part_above(part, whole, language)
    yield from _changes(ordered, language)
    for said, calendar in _weekdays(ordered):
        yield said, calendar, _weekday_off(said, calendar, language)
    for at, mention in enumerate(ordered):
        following = [other for other in ordered[at + 1 : at + 4] if _same_sentence(mention, other)]
        yield from _conversions(mention, following[:1], language)
        yield from _shares(mention, following, language)


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
        if not converts or "(" not in _between(a, b) or both_can_hold(first, second, language):
            continue
        if not is_same_difference(a, b, language):
            yield a, b, _off("arithmetic.conversion", "CONVERSION_OFF", a, b, language)


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A percentage that a version gives, beside the one that its own numbers come to; pair: others that are named."""

    percent: Mention
    base: Mention
    comes_to: Decimal
    pair: tuple[Mention, Mention] | None = None


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


def _changes(ordered: Sequence[Mention], language: str) -> Iterator[Off]:
    """ "Rose 12% to $418 million from $209 million": the change must follow from the two levels."""
    for change in changes_told(ordered, language):
        if change.is_share:
            yield from _percent_off(_Claimed(change.told, change.left, change.comes_to), language)
        else:
            yield change.told, change.left, _change_off(change, language)


def _change_off(change: Change, language: str) -> Comparison:
    pattern: str = lexicon(language, "readings").CHANGE_OFF
    reason = pattern.format(change=spoken(_figure(change.told), language), comes_to=written(round(change.comes_to, 2)))
    return _comparison("arithmetic.change", change.told, change.left, reason, language)


def _are(names: tuple[str, ...], mentions: tuple[Mention, ...]) -> bool:
    return all(
        dimension(_figure(m).unit).name.partition(":")[0] == name and is_exact(_figure(m))
        for name, m in zip(names, mentions, strict=True)
    )


def _percent_off(claimed: _Claimed, language: str) -> Iterator[Off]:
    figure = _figure(claimed.percent)
    if _room(claimed.percent, language) < _gap(figure, claimed.comes_to) < FURTHEST:
        first, second = claimed.pair or (claimed.percent, claimed.base)
        names = lexicon(language, "readings")
        reason = names.PERCENT_OFF.format(
            percent=spoken(figure, language), comes_to=written(round(claimed.comes_to, 1))
        )
        yield first, second, _comparison("arithmetic.percent", first, second, reason, language)


def _room(percent: Mention, language: str) -> Decimal:
    """How many points a percentage may be off by rounding; a fraction ("a third") is rougher."""
    figure = _figure(percent)
    value = figure.low if is_exact(figure) and figure.low is not None else Decimal(0)
    if value and is_fraction(percent, language):
        return max(ROUGH, value * FRACTION_ROOM)
    return max(min(step(value), ROUNDED), Decimal("0.5"))


def _gap(figure: Figure, comes_to: Decimal) -> Decimal:
    """How far a value lies outside the bounds of a figure."""
    below = figure.low - comes_to if figure.low is not None else Decimal(0)
    above = comes_to - figure.high if figure.high is not None else Decimal(0)
    return max(below, above, Decimal(0))


def _each_off(total: Mention, each: Mention, due: Decimal, language: str) -> Comparison:
    pattern: str = lexicon(language, "readings").EACH_OFF
    reason = pattern.format(
        total=spoken(_figure(total), language), due=written(round(due, 0)), each=spoken(_figure(each))
    )
    return _comparison("arithmetic.each", total, each, reason, language)


def _sums(ordered: Sequence[Mention], language: str) -> Iterator[tuple[Mention, Mention, tuple[Decimal, ...]]]:
    """Each total with its first part and the worth of all parts, a part once."""
    listed = list(breakdowns(ordered, language))
    longest = {found.total.key: len(found.addends) for found in listed}
    taken: set[str] = set()
    for total, parts, _ in sums_off(ordered, language):
        if longest.get(total.key, 0) <= len(parts):
            taken |= {total.key, *(part.key for part in parts)}
            yield total, parts[0], tuple(_figure(part).low or Decimal(0) for part in parts)
    for off in (*listed, *votes_off(ordered, language)):
        if off.is_off and not {off.total.key, off.first.key} & taken:
            yield off.total, off.first, off.addends


def _sum_off(total: Mention, first: Mention, addends: Sequence[Decimal], language: str) -> Comparison:
    names = lexicon(language, "readings")
    parts, added = names.AND.join(map(written, addends)), written(sum(addends, Decimal(0)))
    reason = names.SUM_OFF.format(parts=parts, sum=added, total=spoken(_figure(total), language))
    return _comparison("arithmetic.sum", total, first, reason, language)


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
