"""Totals that a list takes apart: in the same sentence, whatever its parts are called, or in one that follows."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claims.engine.compare.features import figure_features
from claims.engine.compare.lists import TAIL, Breakdown, Parts, exact, fits, nearest, parts_of, place_of, unit_of, worth
from claims.engine.compare.sums import NEAR, NEAR_LISTED
from claims.engine.compare.told import Told, figure_of, told
from claims.engine.compare.values import dimension, is_exact
from claims.engine.lexicon import lexicon
from claims.engine.records import Mention

# So many sentences before it a list may find its total in.
REACH = 4
# Without words that say so, a sentence of so many parts is a list of them.
LONG = 3
# Between the words that open a list and its first number, in letters.
HEAD = 30
# Parts that no word ties to their total must come so near to it, as a share of it.
UNTIED = Decimal("0.06")


def breakdowns(ordered: Sequence[Mention], language: str = "en") -> Iterator[Breakdown]:
    """Lists with the totals that they take apart, off or not.

    ordered: the figures of one version by part and place. Of several totals that a list may have, the nearest counts.
    """
    sentences = told(ordered)
    for at, here in enumerate(sentences):
        for form in _FORMS:
            found = form(here, sentences[:at], language)
            if found is not None:
                yield found
                break


def _behind_colon(here: Told, earlier: Sequence[Told], language: str) -> Breakdown | None:
    """ "To 2,044 offences: 41 homicides, 612 robberies and 1,240 assaults"."""
    colon = here.text.find(":")
    listed = parts_of(here, colon, language) if colon > 0 else None
    if listed is None or here.place(listed.mentions[0]).start - colon > HEAD:
        return None
    ahead = [m for m in here.figures if here.place(m).start < colon]
    if ahead or len(listed.addends) < LONG or not lexicon(language, "totals").AS_FOLLOWS.search(here.text[:colon]):
        return nearest(listed, ahead, language)
    tied = figure_features(listed.mentions[0], language).around
    return nearest(listed, [m for m in exact(earlier[-REACH:]) if figure_features(m, language).near & tied], language)


def _behind_comma(here: Told, earlier: Sequence[Told], language: str) -> Breakdown | None:
    """ "31 shops, 12 in Wales, nine in Scotland and eight in Cumbria", "410 pupils, 230 girls and 190 boys"."""
    words = lexicon(language, "totals")
    if len(here.figures) < LONG or not words.LISTED.match(here.between(*here.figures[:2])):
        return None
    total, first = here.figures[:2]
    listed = parts_of(here, here.place(first).start, language)
    if listed is None:
        return None
    placed = len(listed.addends) >= LONG and all(words.PURPOSE.match(here.behind(m)) for m in listed.mentions)
    told_so = not here.between(total, first).endswith((", ", "; "))
    return nearest(listed, [total], language) if placed or told_so or _are_complements(here.text, language) else None


def _are_complements(text: str, language: str = "en") -> bool:
    """Whether a text names two kinds that are all of it: full-time and part-time."""
    pairs = lexicon(language, "totals").COMPLEMENTS
    return any(all(re.search(rf"\b{kind}\b", text.lower()) for kind in pair) for pair in pairs)


def _of_the_total(here: Told, earlier: Sequence[Told], language: str) -> Breakdown | None:
    """ "Of the 1,900 head of cattle lost, 1,100 were dairy cows and 900 were beef stock"."""
    if len(here.figures) < LONG:
        return None
    total, first = here.figures[:2]
    opened = lexicon(language, "totals").OF_THE.fullmatch(here.before(total))
    between = here.between(total, first)
    if not opened or between.count(",") != 1 or len(between) > TAIL:
        return None
    listed = parts_of(here, here.place(first).start, language)
    if listed is None:
        return None
    near = NEAR_LISTED if _says_all(here, language) else NEAR
    return _unless_some_are_left(nearest(listed, [total], language, near), listed, language)


def _of_these(here: Told, earlier: Sequence[Told], language: str) -> Breakdown | None:
    """ "Of these, 26 ate it at school and 22 at home", "fifty-two of them were downtown and 38 elsewhere"."""
    words = lexicon(language, "totals")
    if not earlier or not here.follows(earlier[-1]):
        return None
    opened = words.OF_THESE.match(here.text)
    if not opened and not words.OF_THEM_BEHIND.match(here.behind(here.figures[0])):
        return None
    listed = parts_of(here, opened.end() if opened else 0, language)
    is_head = listed and here.place(listed.mentions[0]).start <= (opened.end() if opened else 0) + HEAD
    return (
        _unless_some_are_left(nearest(listed, earlier[-1].figures, language), listed, language)
        if listed and is_head
        else None
    )


def _unless_some_are_left(found: Breakdown | None, listed: Parts, language: str) -> Breakdown | None:
    """What was found, unless only two parts are told and they are too few: the rest may be of a third kind."""
    if found is None or len(listed.addends) >= LONG or sum(found.addends) > worth(found.total):
        return found
    return found if _are_complements(listed.said.text, language) or _says_all(listed.said, language) else None


def _says_all(here: Told, language: str) -> bool:
    """Whether a sentence ends with words that say that there are no other parts."""
    return bool(lexicon(language, "totals").CLOSED_BEHIND.search(here.text.rstrip(' .”"’')))


def _complements(here: Told, earlier: Sequence[Told], language: str) -> Breakdown | None:
    """ "Full-time employment grew by 9,100 and part-time employment by 4,300": two kinds that are all of it."""
    if not earlier or not here.follows(earlier[-1]) or len(here.figures) != len(("one", "other")):
        return None
    listed = parts_of(here, 0, language)
    if listed is None or not _are_complements(here.text, language):
        return None
    return nearest(listed, earlier[-1].figures, language)


def _closed(here: Told, earlier: Sequence[Told], language: str) -> Breakdown | None:
    """Sentences of parts, and one behind them that says that there are no others: "No other outcome was recorded"."""
    if not earlier or not lexicon(language, "totals").CLOSES.search(here.text):
        return None
    before = here.figures[0].before
    inside = [said for said in earlier[-REACH:] if said.part is here.part and said.text in before]
    units = [unit_of(m) for m in exact(inside)]
    usual = max(units, key=units.count, default="")
    parts = tuple(m for m in exact(inside) if unit_of(m) == usual)
    if len(parts) < LONG:
        return None
    listed = Parts(here, parts, tuple(worth(m) for m in parts))
    outside = [said for said in earlier[-REACH - len(inside) :] if said not in inside]
    totals = [m for m in exact(outside) if unit_of(m) == usual]
    return nearest(listed, totals, language) or _with_its_total(here, parts, language)


def _with_its_total(here: Told, parts: tuple[Mention, ...], language: str) -> Breakdown | None:
    """The same where the first of the numbers is the total."""
    if len(parts) <= LONG:
        return None
    return nearest(Parts(here, parts[1:], tuple(worth(m) for m in parts[1:])), parts[:1], language)


def _the_rest(here: Told, earlier: Sequence[Told], language: str) -> Breakdown | None:
    """ "Four of those held took part. The other eight are suspected accomplices"."""
    rest = next((m for m in here.figures if lexicon(language, "totals").THE_REST.search(here.before(m))), None)
    if rest is None or not is_exact(figure_of(rest)):
        return None
    told_before = [
        m for m in exact([*earlier[-1:], here]) if place_of(m) < place_of(rest) and unit_of(m) == unit_of(rest)
    ]
    some = [m for m in told_before if figure_features(m, language).part]
    if len(some) != 1:
        return None
    listed = Parts(here, (rest, some[0]), (worth(some[0]), worth(rest)))
    totals = [m for m in exact([*earlier, here]) if place_of(m) < place_of(some[0]) and unit_of(m) == unit_of(rest)]
    base = [m for m in told_before if place_of(m) > place_of(some[0])]
    return nearest(listed, [*totals, *base], language)


def _total_last(here: Told, earlier: Sequence[Told], language: str) -> Breakdown | None:
    """ "Fifty-two on the East Side, 27 downtown and 13 at the university, a total of 90"."""
    words = lexicon(language, "totals")
    total = here.figures[-1]
    behind, before = words.TOTAL_BEHIND.match(here.behind(total)), words.TOTAL_BEFORE.search(here.opening(total))
    if not (behind or before) or not is_exact(figure_of(total)):
        return None
    parts = here.figures[:-1]
    listed = Parts(here, parts, tuple(worth(m) for m in parts))
    if len(parts) > 1 and all(is_exact(figure_of(m)) for m in parts) and fits(total, listed, language):
        return nearest(listed, [total], language)
    before = parts_of(earlier[-1], 0, language) if earlier and here.follows(earlier[-1]) and not parts else None
    same = before and all(unit_of(m) == unit_of(total) for m in before.mentions)
    return nearest(before, [total], language) if before and same else None


def _all_of_sentence(here: Told, earlier: Sequence[Told], language: str) -> Breakdown | None:
    """A sentence that is a list of sums of money, and a total near it that was told shortly before."""
    listed = parts_of(here, 0, language) if len(here.figures) >= LONG else None
    if listed is None or len({unit_of(m) for m in listed.mentions}) > 1:
        return None
    if not dimension(figure_of(listed.mentions[0]).unit).is_money:
        return None
    totals = [m for m in exact(earlier[-REACH:]) if unit_of(m) == unit_of(listed.mentions[0])]
    return nearest(listed, totals, language, UNTIED)


def _one_of_them(here: Told, earlier: Sequence[Told], language: str) -> Breakdown | None:
    """ "Five have died, three of them in hospital and one at home": the last one is told without a figure."""
    one = lexicon(language, "totals").OF_THEM_AND_ONE
    for total, some in pairwise(here.figures):
        if one.match(here.behind(some)) and is_exact(figure_of(some)) and unit_of(some) == unit_of(total):
            return nearest(Parts(here, (some,), (worth(some), Decimal(1))), [total], language)
    return None


_FORMS: tuple[Callable[[Told, Sequence[Told], str], Breakdown | None], ...] = (
    _behind_colon,
    _behind_comma,
    _of_the_total,
    _of_these,
    _complements,
    _closed,
    _the_rest,
    _one_of_them,
    _total_last,
    _all_of_sentence,
)
