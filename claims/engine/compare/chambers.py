"""Votes held against the size of the body that voted: for, against, abstained and absent make all of it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.engine.compare.features import figure_features
from claims.engine.compare.lists import Breakdown
from claims.engine.compare.told import Told, figure_of, told
from claims.engine.compare.values import dimension, is_exact
from claims.engine.lexicon import lexicon
from claims.engine.records import Mention

# Votes that are further from the size of a body, as a share of it, were cast in another one.
NEAR = Decimal("0.25")
# So far behind a number, in letters, a word may stand that says that it counts those who abstained.
BESIDE = 12


def votes_off(ordered: Sequence[Mention], language: str = "en") -> Iterator[Breakdown]:
    """Bodies whose size the votes in them exceed, or do not reach though the text accounts for everybody.

    ordered: the figures of one version by part and place.
    """
    sentences = told(ordered)
    for at, here in enumerate(sentences):
        yes, no = (_only([m for m in here.figures if _is_vote(here, m, status, language)]) for status in _SIDES)
        if yes is None or no is None:
            continue
        window = [here, *(said for said in sentences[at + 1 : at + 2] if said.follows(here))]
        around = [*(said for said in sentences[max(0, at - 1) : at] if here.follows(said)), *window]
        sizes = list(_sizes(here, language)) or [m for said in around for m in _sizes(said, language)]
        if len({_low(m) for m in sizes}) != 1:
            continue
        off = _account(window, (yes, no), sizes[0], language)
        if off is not None:
            yield off


def _account(window: Sequence[Told], sides: tuple[Mention, Mention], size: Mention, language: str) -> Breakdown | None:
    """The body with its votes, where these and those who did not vote do not make its size."""
    words = lexicon(language, "totals")
    text = " ".join(said.text for said in window)
    others = [(said, m) for said in window for m in said.figures if m not in sides and _low(m) != _low(size)]
    abstained = _told_of(others, words.ABSTAINED)
    absent = _told_of(others, words.ABSENT) or [Decimal(1) for _ in words.ONE_ABSENT.findall(text)]
    addends = (_low(sides[0]), _low(sides[1]), *abstained, *absent)
    over = sum(addends, Decimal(0)) - _low(size)
    everybody = (absent or words.ALL_PRESENT.search(text)) and not words.NO_VOTE.search(text)
    if not 0 < abs(over) <= _low(size) * NEAR or (over < 0 and not everybody):
        return None
    return Breakdown(size, sides[0], addends)


_SIDES = ("voted_for", "voted_against")


def _is_vote(here: Told, mention: Mention, status: str, language: str) -> bool:
    features = figure_features(mention, language)
    counts = features.dimension.is_count and is_exact(figure_of(mention)) and not features.part and not features.base
    beside = f"{figure_of(mention).unit} {here.behind(mention)[:BESIDE]}"
    return counts and features.status == status and not lexicon(language, "totals").ABSTAINED.search(beside)


def _only(found: Sequence[Mention]) -> Mention | None:
    return found[0] if len(found) == 1 else None


def _sizes(said: Told, language: str) -> Iterator[Mention]:
    """The figures of a sentence that tell how many have a vote: "the 240-seat chamber", "a chamber of 165"."""
    words = lexicon(language, "totals")
    for mention in said.figures:
        before, behind = said.before(mention), said.behind(mention)
        inside = words.CHAMBER_BEHIND.match(said.text[said.place(mention).start :].lstrip("0123456789,"))
        of_members = words.MEMBERS_BEFORE.search(before) and words.MEMBERS_BEHIND.match(behind)
        is_body = words.CHAMBER_BEHIND.match(behind) or words.CHAMBER_BEFORE.search(before) or of_members
        if is_exact(figure_of(mention)) and (inside or is_body):
            yield mention


def _told_of(found: Sequence[tuple[Told, Mention]], what: "re.Pattern[str]") -> list[Decimal]:
    """The counts that are said, by their unit or by the words behind them, to be of something."""
    exact = [(said, m) for said, m in found if dimension(figure_of(m).unit).is_count and is_exact(figure_of(m))]
    return [_low(m) for said, m in exact if what.search(f"{figure_of(m).unit} {re.split('[,;]', said.behind(m))[0]}")]


def _low(mention: Mention) -> Decimal:
    return figure_of(mention).low or Decimal(0)
