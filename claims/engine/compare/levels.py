"""Changes held against the two levels that they are told beside: "rose 12% to $418 million from $209 million"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claims.engine.compare.features import figure_features
from claims.engine.compare.sums import last_place
from claims.engine.compare.told import Told, figure_of, told
from claims.engine.compare.values import dimension, is_exact
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Mention
from claims.enums import Approximation

# A difference that is further off than this share of it is that of something else.
FURTHEST = Decimal("0.5")
# A multiple may be so far off, as a share of it: "doubled".
ROUGHLY = Decimal("0.1")
# A share that one sentence names and two levels that the next one does are of one change where they differ by no more.
NEXT_FURTHEST = Decimal(15)
# So many words a sentence of a share and one of levels have in common at least.
SHARED = 1
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Change:
    """A change that a text tells, with the level that it began from and what the two levels come to.

    is_share: the change is told in per cent, and so is `comes_to`; else both are in the unit of the levels.
    """

    told: Mention
    left: Mention
    comes_to: Decimal
    is_share: bool = True


@dataclass(frozen=True, slots=True)
class _Levels:
    """Two levels: the mention of the one that was left, and the worth of both."""

    left: Mention
    old: Decimal
    new: Decimal
    exact: tuple[Mention, ...]

    @property
    def share(self) -> Decimal:
        return abs(self.new - self.old) / self.old * _HUNDRED


def changes_told(ordered: Sequence[Mention], language: str = "en") -> Iterator[Change]:
    """Every change with what the levels beside it come to, shares whether they are off or not, differences where
    they are.

    ordered: the figures of one version by part and place.
    """
    sentences = told(ordered)
    for at, here in enumerate(sentences):
        found = list(_beside(here, language))
        yield from found
        yield from _margin(here, [said for said in sentences[max(0, at - 1) : at] if here.follows(said)], language)
        if not found and at and here.follows(sentences[at - 1]):
            yield from _share_before(here, sentences[at - 1], language)


def _beside(here: Told, language: str) -> Iterator[Change]:
    """The changes of a sentence with the levels next to them, each once."""
    for at in range(len(here.figures)):
        change = next(_orders(here, at, language), None)
        if change is not None:
            yield change


def _margin(here: Told, before: Sequence[Told], language: str) -> Iterator[Change]:
    """ "Won by 214 votes, 5,411 to 5,197": a lead that is not the difference of the two counts told with it."""
    words = lexicon(language, "totals")
    leads = [m for m in here.figures if words.MARGIN.search(here.before(m)) and is_exact(figure_of(m))]
    if len(leads) != 1:
        return
    for said in (here, *before):
        rest = [m for m in said.figures if m is not leads[0] and _is_bare(_name(m)) and is_exact(figure_of(m))]
        for a, b in pairwise(rest):
            apart = (
                said.between(a, b)
                if leads[0] not in said.figures[said.figures.index(a) : said.figures.index(b)]
                else ""
            )
            if words.AGAINST.match(apart) and min(_low(a), _low(b)) > _low(leads[0]):
                yield from _difference(leads[0], _Levels(a, _low(a), _low(b), (a, b)))
                return


def _orders(here: Told, at: int, language: str) -> Iterator[Change]:
    figures = here.figures
    ranged = _of_range(here, figures[at])
    if ranged:
        for beside in (figures[at - 1 : at], figures[at + 1 : at + 2]):
            yield from _change(here, beside[0], ranged, language) if beside else ()
    if len(figures) < at + 3:
        return
    first, second, third = figures[at : at + 3]
    for told_change, a, b in ((first, second, third), (third, first, second), (second, first, third)):
        levels = _levels(here, a, b, language)
        if levels:
            yield from _change(here, told_change, levels, language)
    than = lexicon(language, "totals").THAN.match(here.between(second, third))
    if than and lexicon(language, "totals").APART.match(here.between(first, second)):
        yield from _difference(second, _Levels(third, _low(third), _low(first), (first, third)))


def _of_range(here: Told, mention: Mention) -> _Levels | None:
    """The levels of "from 11.2 to 12.6 degrees", which is one figure."""
    figure = figure_of(mention)
    said = here.place(mention).of(here.text).lower()
    if figure.approximation is not Approximation.BETWEEN or not said.startswith("from ") or not figure.low:
        return None
    return _Levels(mention, figure.low, figure.high or figure.low, (mention,))


def _levels(here: Told, a: Mention, b: Mention, language: str) -> _Levels | None:
    """Two figures, in the order of the text, as the levels of a change: "from A to B", "B, down from A"."""
    words = lexicon(language, "totals")
    same = dimension(figure_of(a).unit) == dimension(figure_of(b).unit)
    if not same or not is_exact(figure_of(a)) or not is_exact(figure_of(b)):
        return None
    if words.FROM.search(here.before(a)) and words.TO.match(here.between(a, b)):
        old, new = a, b
    elif _is_held_against(here, a, b, language):
        old, new = b, a
    else:
        return None
    return _Levels(old, _low(old), _low(new), (old, new)) if _low(old) and _low(new) else None


def _is_held_against(here: Told, a: Mention, b: Mention, language: str) -> bool:
    """Whether a level is held against the one behind it: "B, down from A", "B, against the A approved in May"."""
    words = lexicon(language, "totals")
    if figure_features(b, language).left and not figure_features(a, language).left:
        return True
    return bool(words.HELD_TO.match(here.between(a, b)) and words.ITS_OWN_TIME.match(here.behind(b)))


def _change(here: Told, mention: Mention, levels: _Levels, language: str) -> Iterator[Change]:
    """A figure as the change between two levels, where it is one."""
    figure, features = figure_of(mention), figure_features(mention, language)
    name = features.dimension.name
    if lexicon(language, "totals").OF_A_POINT.match(here.behind(mention)):
        return
    if name == "ratio" and features.direction in ("up", "down"):
        yield Change(mention, levels.left, levels.share)
    elif figure.unit == "times" and is_exact(figure) and figure.low:
        times = levels.new / levels.old
        if _went_up(levels) == (figure.low > 1) and figure.low * ROUGHLY < abs(times - figure.low):
            yield Change(mention, levels.left, times, is_share=False)
    elif not features.left and (features.direction in ("up", "down") or _is_by(here, mention, language)):
        yield from _difference(mention, levels)


def _is_by(here: Told, mention: Mention, language: str) -> bool:
    ahead = here.before(mention).lower().split()[-1:]
    return bool(set(ahead) & lexicon(language, "changes").GAP_BEFORE)


def _went_up(levels: _Levels) -> bool:
    return levels.new > levels.old


def _difference(mention: Mention, levels: _Levels) -> Iterator[Change]:
    """A difference in the unit of its levels (points, where these are shares) that is not theirs."""
    figure, left = figure_of(mention), dimension(figure_of(levels.left).unit).name
    name = dimension(figure.unit).name
    alike = name == left or (left == "ratio" and name == "points") or (left.startswith("count:") and _is_bare(name))
    if not alike or not is_exact(figure) or not figure.low:
        return
    comes_to = abs(levels.new - levels.old)
    gap = abs(comes_to - figure.low)
    if _rounding((mention, *levels.exact)) < gap <= figure.low * FURTHEST:
        yield Change(mention, levels.left, comes_to, is_share=False)


def _is_bare(name: str) -> bool:
    return name.startswith("count:")


def _rounding(mentions: Sequence[Mention]) -> Decimal:
    """How far off rounding may put a difference; counts that are told to the last one are not rounded."""
    places = [last_place(m) for m in mentions]
    is_counted = all(dimension(figure_of(m).unit).is_count for m in mentions) and max(places) <= 1
    return Decimal(0) if is_counted else sum(places, Decimal(0)) / 2


def _share_before(here: Told, earlier: Told, language: str) -> Iterator[Change]:
    """A sentence with two levels behind one that tells by which share the same thing fell."""
    if any(_name(m) == "ratio" for m in here.figures):
        return
    shares = [m for m in earlier.figures if _name(m) == "ratio"]
    levels = [found for a, b in _pairs(here) if (found := _levels(here, a, b, language)) is not None]
    if len(shares) != 1 or len(levels) != 1:
        return
    share, fell = shares[0], levels[0].new < levels[0].old
    features = figure_features(share, language)
    if features.moments ^ figure_features(levels[0].left, language).moments:
        return
    gone = lexicon(language, "totals").GONE.search(earlier.behind(share))
    said = "down" if gone or features.direction == "down" else features.direction
    about = features.around & figure_features(levels[0].left, language).around
    if said == ("down" if fell else "up") and len(about) >= SHARED and _is_near(figure_of(share), levels[0].share):
        yield Change(share, levels[0].left, levels[0].share)


def _pairs(here: Told) -> Iterator[tuple[Mention, Mention]]:
    """The first of a sentence's figures with each other one of its unit."""
    for at, a in enumerate(here.figures):
        yield from ((a, b) for b in here.figures[at + 1 : at + 3] if _name(a) == _name(b))


def _is_near(share: Figure, comes_to: Decimal) -> bool:
    bounds = [bound for bound in (share.low, share.high) if bound is not None]
    return any(abs(bound - comes_to) <= NEXT_FURTHEST for bound in bounds)


def _low(mention: Mention) -> Decimal:
    return figure_of(mention).low or Decimal(0)


def _name(mention: Mention) -> str:
    return dimension(figure_of(mention).unit).name
