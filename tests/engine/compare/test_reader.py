"""The reader of two sentences tells wordings of one measure from those of another, whatever the values."""

from dataclasses import replace

import pytest

from claims.engine.compare.odds import is_one_group
from claims.engine.compare.reader import HIDDEN, LONGEST, OPEN, marked, read
from claims.engine.records import Mention
from claims.enums import Kind
from tests.engine.compare.cases import mentions


def figure(text: str, document: str, day: int = 1) -> Mention:
    return next(m for m in mentions(text, document, day) if m.record.kind is Kind.FIGURE)


@pytest.mark.parametrize(
    ("one", "same", "another"),
    [
        # how long a debt runs; how long nothing is paid back of it
        (
            "The debt runs for 15 years.",
            "The loan is to be paid back over 12 years.",
            "The first instalment is due in 3 years.",
        ),
        # a side effect in everyday words; the same share of something else
        (
            "Nasal irritation occurred in 13 per cent of patients.",
            "Some 23 per cent had a sore nose.",
            "Some 23 per cent of the patients were men.",
        ),
        # vehicles by another noun; those of them that burned
        ("The convoy had 43 lorries.", "There were 34 vehicles in the convoy.", "Nine vehicles were set on fire."),
    ],
)
def test_one_measure_reads_likelier_than_another(one: str, same: str, another: str) -> None:
    told, alike, unlike = (figure(text, name) for text, name in ((one, "a"), (same, "b"), (another, "c")))
    assert (read(told, alike) or 0) > (read(told, unlike) or 0)


def test_the_order_of_the_two_does_not_matter() -> None:
    a, b = figure("The fire killed 12 people.", "a"), figure("Fourteen people died in the fire.", "b", 2)
    assert read(a, b) == read(b, a)


def test_it_does_not_see_the_value() -> None:
    other = figure("Fourteen people died in the fire.", "b", 2)
    low, high = figure("The fire killed 12 people.", "a"), figure("The fire killed 1,290 people.", "a")
    assert marked(low) == marked(high)
    assert read(low, other) == read(high, other)
    assert marked(low).count(HIDDEN) == 1


def test_a_long_sentence_is_read_around_its_number() -> None:
    long = figure(f"{'The mayor spoke of grief, ' * 30}and the fire killed 12 people {'in the old town ' * 30}.", "a")
    assert len(marked(long)) == LONGEST
    assert marked(long).index(OPEN) == LONGEST // 2


def test_a_sentence_without_a_place_is_not_read() -> None:
    a, b = figure("The fire killed 12 people.", "a"), figure("Fourteen people died in the fire.", "b", 2)
    assert read(replace(a, sentence_start=None), b) is None


def test_only_figures() -> None:
    quote = next(
        m for m in mentions("“We lost contact at once,” the captain said.", "a") if m.record.kind is Kind.QUOTE
    )
    with pytest.raises(TypeError):
        marked(quote)


@pytest.mark.parametrize(
    ("one", "other", "of_one"),
    [
        # men among the dead are some of them
        ("The fire killed five people.", "Three men were killed by smoke.", False),
        # a number out of another is a part of it
        ("Nine of the 38 passengers were killed.", "Thirty passengers were aboard.", False),
        # others' names
        ("Anna Berg received 12,405 votes.", "Tom Reed received 9,310 votes.", False),
        # one group, one of the two told as some of all
        ("The airline cancelled 214 of its 380 flights.", "The airline cancelled 208 flights.", True),
    ],
)
def test_one_group_though_it_reads_like_a_part(one: str, other: str, of_one: bool) -> None:
    assert is_one_group(figure(one, "a"), figure(other, "b")) is of_one
