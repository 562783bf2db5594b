"""Totals and their parts: which figures of a version are said to add up to another one, and do not."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby

from claims.engine.compare.features import figure_features
from claims.engine.compare.values import dimension, is_exact, step, step_of
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Mention

# Further off than this share of the total, the parts are parts of something else.
NEAR = Decimal("0.12")
# The same for a list behind a colon that ends with the sentence: nothing else can be meant.
NEAR_LISTED = Decimal("0.35")
# Without words that say so, a list of this many parts is needed to stand for a total of an earlier sentence.
LONG_LIST = 3
# Parts of everybody are held against so many figures before them.
REACH = 4

_NUMERAL = re.compile(r"\d+(?:,\d+)*(?:\.\d+)?")

SumOff = tuple[Mention, list[Mention], Decimal]


def sums_off(ordered: Sequence[Mention], language: str = "en") -> Iterator[SumOff]:
    """Totals whose parts add up to something else: total, parts, what they add up to.

    ordered: the figures of one version in the order of the text.
    """
    for sentence in _sentences(ordered):
        for at, total in enumerate(sentence):
            parts = _parts(total, sentence[at + 1 :])
            if len(parts) > 1 and _lists(total, parts[0], language):
                yield from _unequal(total, parts, NEAR_LISTED if _all_listed(total, parts, language) else NEAR)
                break
        else:
            off = list(_by_sex(sentence, ordered, language)) or list(_of_them(sentence, language))
            yield from off or _earlier_total(sentence, ordered, language)


def _sentences(ordered: Sequence[Mention]) -> list[list[Mention]]:
    exact = [m for m in ordered if is_exact(_figure(m))]
    return [list(found) for _, found in groupby(exact, key=lambda m: (m.record.part, m.sentence_start))]


def _figure(mention: Mention) -> Figure:
    assert isinstance(mention.record, Figure)
    return mention.record


def _parts(total: Mention, following: Sequence[Mention]) -> list[Mention]:
    """The figures of the total's unit that follow it, each below it."""
    whole = _figure(total)
    found = []
    for other in following:
        figure = _figure(other)
        if dimension(figure.unit) == dimension(whole.unit) and (figure.low or 0) < (whole.low or 0):
            found.append(other)
    return found


def _lists(total: Mention, first: Mention, language: str) -> bool:
    """Whether the words between a total and its first part say that the parts are all of it."""
    start = total.sentence_start or 0
    between = total.sentence[_figure(total).value_span.end - start : _figure(first).value_span.start - start].lower()
    before = total.sentence[: _figure(total).value_span.start - start].lower().strip()
    opens = lexicon(language, "readings").LIST_OPENERS
    return bool(_pattern(language, "LIST_CUE").search(between)) or (before in opens)


def _all_listed(total: Mention, parts: Sequence[Mention], language: str) -> bool:
    """Whether a list follows its total behind a colon, is closed by "and", and the sentence ends with its last part."""
    start = total.sentence_start or 0
    text = total.sentence
    opened = text[_figure(total).value_span.end - start : _figure(parts[0]).value_span.start - start]
    before_last = text[_figure(parts[-2]).value_span.end - start : _figure(parts[-1]).value_span.start - start]
    behind = text[_figure(parts[-1]).value_span.end - start :].rstrip(' .”"')
    ends = lexicon(language, "readings").LIST_ENDS
    return ":" in opened and ends in before_last.lower() and not set(behind) & set(",;:()")


def _in_stages(parts: Sequence[Mention]) -> bool:
    """Whether each part is of a stage of its own ("in the first year"): terms that were set, not shares rounded."""
    stages = [{time for time in figure_features(part).periods.strict if time.startswith("stage:")} for part in parts]
    return all(stages) and len(set().union(*stages)) == len(parts)


def _unequal(total: Mention, parts: list[Mention], near: Decimal = NEAR) -> Iterator[SumOff]:
    whole = _figure(total).low or Decimal(0)
    added = sum((_figure(part).low or Decimal(0) for part in parts), Decimal(0))
    rounded = Decimal(0)
    if not dimension(_figure(total).unit).is_count and not _in_stages(parts):
        rounded = sum((last_place(m) for m in [total, *parts]), Decimal(0)) / 2
    if rounded < abs(added - whole) <= whole * near:
        yield total, parts, added


def _by_sex(sentence: Sequence[Mention], ordered: Sequence[Mention], language: str) -> Iterator[SumOff]:
    """ "The 45 passengers, 23 men and 20 women": parts that are everybody, with the nearest total before them."""
    sexes = lexicon(language, "groups").EVERYBODY
    found = [(m, figure_features(m, language)) for m in sentence]
    parts = [m for m, features in found if len(features.groups) == 1 and features.groups <= sexes]
    if len(parts) != len(sexes) or len({g for m, f in found if m in parts for g in f.groups}) != len(sexes):
        return
    before = [
        m
        for m in ordered
        if _figure(m).value_span < _figure(parts[0]).value_span and m.record.part is parts[0].record.part
    ]
    for total in reversed(before[-REACH:]):
        counted = dimension(_figure(total).unit).is_count and is_exact(_figure(total))
        added = sum((_figure(part).low or Decimal(0) for part in parts), Decimal(0))
        whole = _figure(total).low or Decimal(0)
        if counted and not figure_features(total, language).groups and abs(added - whole) <= whole * NEAR:
            yield from _unequal(total, parts)
            return


def _of_them(sentence: Sequence[Mention], language: str) -> Iterator[SumOff]:
    """ "Nine died, six of them in hospital and two at home": two places, and nothing between the three numbers."""
    behind, other = _pattern(language, "OF_THEM"), _pattern(language, "AND_THE_REST")
    for total, first, second in zip(sentence, sentence[1:], sentence[2:], strict=False):
        if not all(dimension(_figure(m).unit) == dimension(_figure(total).unit) for m in (first, second)):
            continue
        start = total.sentence_start or 0
        told = total.sentence[_figure(first).value_span.end - start : _figure(second).value_span.start - start].lower()
        rest = total.sentence[_figure(second).value_span.end - start :].lower()
        whole, added = _figure(total).low or Decimal(0), (_figure(first).low or 0) + (_figure(second).low or 0)
        if behind.fullmatch(told) and other.match(rest) and 0 < whole - added <= max(whole * NEAR, Decimal(1)):
            yield total, [first, second], Decimal(added)


@cache
def _pattern(language: str, name: str) -> "re.Pattern[str]":
    return re.compile(getattr(lexicon(language, "readings"), name))


def last_place(mention: Mention) -> Decimal:
    """The worth of the last digit as written: 0.01bn for 1.61bn, one crore for 620 crore."""
    figure = _figure(mention)
    value = figure.low or Decimal(0)
    start = mention.sentence_start or 0
    said = mention.sentence[figure.value_span.start - start : figure.value_span.end - start]
    numeral = _NUMERAL.search(said)
    if numeral is None:
        return step(value)
    digits = Decimal(numeral.group().replace(",", ""))
    return value / digits * step_of(numeral.group()) if digits else step(value)


def _earlier_total(sentence: Sequence[Mention], ordered: Sequence[Mention], language: str) -> Iterator[SumOff]:
    """A sentence that is a list of parts, and the total that an earlier sentence gave."""
    parts = _longest_list(sentence)
    if len(parts) < (2 if parts and _is_list(parts[0], language) else LONG_LIST):
        return
    told = figure_features(parts[0], language).around
    for total in reversed([m for m in ordered if m.record.span < parts[0].record.span and is_exact(_figure(m))]):
        same = dimension(_figure(total).unit) == dimension(_figure(parts[0]).unit)
        larger = all((_figure(total).low or 0) > (_figure(part).low or 0) for part in parts)
        outside = total.sentence_start != parts[0].sentence_start
        if same and larger and outside and figure_features(total, language).near & told:
            yield from _unequal(total, parts)
            return


def _is_list(first: Mention, language: str) -> bool:
    """Whether a sentence says that it takes apart what an earlier one named."""
    return any(cue in first.sentence.lower() for cue in lexicon(language, "readings").TAKES_APART)


def _longest_list(sentence: Sequence[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for mention in sentence:
        alike = [m for m in sentence if dimension(_figure(m).unit) == dimension(_figure(mention).unit)]
        found = max(found, alike, key=len)
    return found
