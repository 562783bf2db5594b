"""How likely two figures measure the same, and what the other text's own figure has to say to that."""

from dataclasses import replace

import pytest

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
