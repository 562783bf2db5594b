"""Lists of parts in a sentence, and how they agree with a total."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claims.engine.compare.sums import NEAR, last_place
from claims.engine.compare.told import Told, figure_of
from claims.engine.compare.values import dimension, is_exact
from claims.engine.lexicon import lexicon
from claims.engine.records import Mention, Span

# Behind the last number of a list, in letters.
TAIL = 70
# No smaller number is taken for a total.
LEAST_TOTAL = 3


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and the parts that a list gives it: the first one's mention, and the worth of each.

    is_off: the parts do not make the total.
    """

    total: Mention
    first: Mention
    addends: tuple[Decimal, ...]
    is_off: bool = True


@dataclass(frozen=True, slots=True)
class Parts:
    """What a sentence lists: the mentions, with the worth of all items, those included that no number tells."""

    said: Told
    mentions: tuple[Mention, ...]
    addends: tuple[Decimal, ...]

    @property
    def added(self) -> Decimal:
        return sum(self.addends, Decimal(0))


def parts_of(said: Told, begins: int, language: str) -> Parts | None:
    """The list that a sentence is from an offset on, as far as its end; None where it is none."""
    words = lexicon(language, "totals")
    text = words.CLOSED_BEHIND.sub("", words.CREDIT.sub("", said.text.rstrip(' .”"’')))
    mentions = [m for m in said.figures if begins <= said.place(m).start < len(text)]
    items = [(said.place(m), worth(m)) for m in mentions]
    singles = [Span(*found.span()) for found in words.SINGLE.finditer(text, begins)]
    items += [(span, Decimal(1)) for span in singles if not any(span.touches(place) for place, _ in items)]
    items.sort(key=lambda item: item[0])
    if len(items) < 2 or not mentions or items[0][0] != said.place(mentions[0]):
        return None
    named = all(is_exact(figure_of(m)) for m in mentions)
    if not named or not _is_closed(text, [place for place, _ in items], language):
        return None
    return Parts(said, tuple(mentions), tuple(value for _, value in items))


def _is_closed(text: str, places: Sequence[Span], language: str) -> bool:
    """Whether commas part the items of a list, "and" joins the last one, and nothing else follows it."""
    words = lexicon(language, "totals")
    gaps = [text[a.end : b.start] for a, b in pairwise(places)]
    gaps[0] = words.OF_THEM_BEHIND.sub("", gaps[0], count=1)
    if any(words.NO_LIST.search(gap) or set(gap) & set(":()–—") for gap in gaps):
        return False
    parted = all(re.search("[,;]", gap) and not words.JOINS_LAST.search(gap) for gap in gaps[:-1])
    tail = text[places[-1].end :]
    ends = len(tail) <= TAIL and not set(tail) & set(",;:()–—") and not words.NO_LIST.search(tail)
    return parted and ends and bool(words.JOINS_LAST.search(gaps[-1]))


def nearest(listed: Parts, totals: Sequence[Mention], language: str, near: Decimal = NEAR) -> Breakdown | None:
    """A list with the total that it comes nearest to; None where it misses all by far."""
    larger = [m for m in totals if is_exact(figure_of(m)) and worth(m) > max(listed.addends)]
    fit = [m for m in larger if fits(m, listed, language)]
    if not fit:
        return None
    total = min(fit, key=lambda m: abs(worth(m) - listed.added))
    gap = abs(worth(total) - listed.added)
    is_count = dimension(figure_of(total).unit).is_count
    room = max(worth(total) * near, Decimal(1) if is_count else Decimal(0))
    if gap > room or worth(total) < LEAST_TOTAL:
        return None
    return Breakdown(total, listed.mentions[0], listed.addends, gap > _rounded(total, listed))


def _rounded(total: Mention, listed: Parts) -> Decimal:
    """How far off rounding alone may put a sum."""
    if dimension(figure_of(total).unit).is_count:
        return Decimal(0)
    return sum((last_place(m) for m in (total, *listed.mentions)), Decimal(0)) / 2


def fits(total: Mention, listed: Parts, language: str) -> bool:
    """Whether a list's items may be parts of a total: of its unit, all counts, or money whose currency it tells."""
    whole = dimension(figure_of(total).unit)
    parts = [dimension(figure_of(m).unit) for m in listed.mentions]
    if all(part == whole for part in parts):
        return True
    if not all(part.is_count for part in parts):
        return False
    purpose = lexicon(language, "totals").PURPOSE
    return whole.is_count or (whole.is_money and all(purpose.match(listed.said.behind(m)) for m in listed.mentions))


def exact(sentences: Sequence[Told]) -> list[Mention]:
    return [m for said in sentences for m in said.figures if is_exact(figure_of(m))]


def worth(mention: Mention) -> Decimal:
    return figure_of(mention).low or Decimal(0)


def unit_of(mention: Mention) -> str:
    return dimension(figure_of(mention).unit).name


def place_of(mention: Mention) -> tuple[object, Span]:
    return mention.record.part, figure_of(mention).value_span
