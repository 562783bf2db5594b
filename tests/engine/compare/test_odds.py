"""How likely two figures measure the same, and what the other text's own figure has to say to that."""

from dataclasses import replace

import pytest

from claims.engine.compare.meanings import covered, meaning, nearness, terms_of
from claims.engine.compare.odds import is_likely, same_measure
from claims.engine.findings import findings_between
from claims.engine.records import Mention
from claims.enums import Kind
from tests.engine.compare.cases import mentions


def figure(text: str, document: str, day: int = 1) -> Mention:
    return next(m for m in mentions(text, document, day) if m.record.kind is Kind.FIGURE)


@pytest.mark.parametrize(
    ("one", "other", "likely"),
    [
        # one count, a day later
        ("The fire killed 12 people.", "Fourteen people died in the fire.", True),
        # a unit that converts: the gap is that of the lengths, not of the numbers
        ("The car was stopped 340 km from the capital.", "The car was caught 150 miles from the capital.", True),
        # sums of money of two kinds, thousands of times apart
        ("The council will bid for £5 million for the town.", "Shares in Averling closed at 310 pence a share.", False),
        # a rise of sales and a share of a market
        ("Sales rose 9 per cent in the quarter.", "Rivals hold 52 per cent of the market for lockers.", False),
    ],
)
def test_what_is_likely(one: str, other: str, likely: bool) -> None:
    a, b = figure(one, "a"), figure(other, "b", 2)
    assert is_likely(a, b) is likely
    assert same_measure(a, b) == same_measure(a, b)
    assert 0 <= same_measure(a, b) <= 1


def test_the_order_of_the_two_does_not_matter() -> None:
    a, b = figure("The fire killed 12 people.", "a"), figure("Fourteen people died in the fire.", "b", 2)
    assert same_measure(a, b) == same_measure(b, a)


def test_only_figures() -> None:
    quote = next(
        m for m in mentions("“We lost contact at once,” the captain said.", "a") if m.record.kind is Kind.QUOTE
    )
    with pytest.raises(TypeError):
        same_measure(quote, quote)


def told(one: str, other: str) -> list[tuple[str, str]]:
    first, second = mentions(one, "a", 1), mentions(other, "b", 2)
    texts = {m.key: m.sentence for m in (*first, *second)}
    return [(texts[f.a], texts[f.b]) for f in findings_between(second, first)]


def test_a_figure_that_the_other_text_has_too_is_no_rival_of_another_there() -> None:
    hurt = "Police said 31 people were hurt in the clash."
    seven, rival = "Seven people were hurt by rubber rounds.", "In the clash 31 people were hurt."
    assert told(hurt, f"{rival} {seven}") == []
    # Where the other text has nothing of the kind, the two are at odds.
    assert told(hurt, "In the clash 37 people were hurt.") == [(hurt, "In the clash 37 people were hurt.")]


def test_a_mention_in_another_version_is_no_partner() -> None:
    earlier = mentions("The fire killed 12 people.", "a", 1)
    later = [replace(m, key=f"later-{m.key}", version=2) for m in mentions("The fire killed 14 people.", "a", 1)]
    other = mentions("The fire killed 12 people.", "b", 2)
    pairs = [(f.a, f.b) for f in findings_between(other, [*earlier, *later])]
    assert pairs == [("later-a-1-0", "b-1-0")]


@pytest.mark.parametrize(
    ("one", "other", "nearer"),
    [
        # the same in other words, against another matter
        ("passengers hurt", "injuries among riders", "the budget of the council"),
        ("staff laid off", "employees made redundant", "metres of snow"),
    ],
)
def test_words_that_mean_much_the_same(one: str, other: str, nearer: str) -> None:
    first, second, third = (meaning(terms_of(text)) for text in (one, other, nearer))
    assert nearness(first, second) > nearness(first, third) + 0.2
    assert covered(first, second) == covered(second, first)
    assert covered(first, first) == pytest.approx((1.0, 1.0))


def test_words_that_nobody_knows_mean_only_themselves() -> None:
    known, empty = meaning(("xqzzt", "fire")), meaning(())
    assert covered(known, meaning(("xqzzt",)))[1] == pytest.approx(1.0)
    assert covered(known, empty) == (0.0, 0.0)
    assert nearness(known, empty) == 0.0
    # German words have no rows in the table.
    assert terms_of("Der Brand forderte 12 Tote", "de") != ()


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # one currency and no word in common, for what is of no kin
        ("The band sold records worth $3 million.", "The bridge cost $4 million.", 0),
        # a mean, and the same without the word
        ("The mean rent in Velm was 1,450 euros.", "The rent in Velm is 1,540 euros, the bureau said.", 1),
        # a forecast and what came of it
        ("The bank forecast inflation of 3 per cent in Velm.", "Inflation in Velm was 4 per cent.", 0),
        # "it" is what the clause before counts
        ("The crowd numbered 18,000, police said; the league put it at 60,000.", "The crowd was 30,000.", 2),
        # lives are people, and what they cost is deaths
        ("The collapse that cost ten lives was on Friday.", "Nine people died in the collapse.", 1),
        ("The rescue cost ten million euros.", "Nine people died in the collapse.", 0),
        # whom rescuers look for is missing
        ("Rescuers with dogs were looking for 11 people.", "Fifteen people are missing.", 1),
        ("The firm is looking for 11 people to run its shop.", "Fifteen people are missing.", 0),
    ],
)
def test_other_words_for_one_count(one: str, other: str, found: int) -> None:
    assert len(told(one, other)) == found
