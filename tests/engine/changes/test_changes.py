"""Names, dates, hedges and credits that a new wording has and the old one had not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.engine.changes import text_changes
from claims.engine.days import day_spans
from sources.engine.redline import redline

OLD = (
    "The ferry Marit Osk reportedly sank on Tuesday, officials said.\n"
    "Tomas Rell, the fire chief, spoke to reporters. Rell may resign in March.\n"
    "The pumps failed, according to a list published by Osk Lines."
)


def found(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(change.matter.value, change.old, change.new) for change in text_changes(redline(old, new))]


@pytest.mark.parametrize(
    ("was", "is_now", "told"),
    [
        # nothing changed
        ("", "", []),
        # another spelling is another name; the whole name is told, though one word changed
        ("Tomas Rell", "Tomas Roll", [("name", "Tomas Rell", "Tomas Roll")]),
        # the short form of a name that stands in full elsewhere is no change
        ("Rell may", "Tomas Rell may", []),
        # a name of more words that takes up the old one
        ("Marit Osk", "Marit Osk Star", [("name", "", "Marit Osk Star")]),
        # one that stands nowhere any more
        (" published by Osk Lines", "", [("name", "Osk Lines", "")]),
        # a new one
        ("the fire chief", "the fire chief of Kalderhaven", [("name", "", "Kalderhaven")]),
        # a title is no name, nor is a sentence's first word
        ("The pumps failed", "Chief among reasons: pumps failed", []),
        # another day
        ("on Tuesday", "on Monday", [("date", "Tuesday", "Monday")]),
        # a day more exactly: the old one stands no more
        ("on Tuesday", "on 14 April", [("date", "Tuesday", "14 April")]),
        # a month that is one, and the verb "may", which is none
        ("in March", "in April", [("date", "March", "April")]),
        # a hedge lost
        ("reportedly ", "", [("hedge", "reportedly", "")]),
        # a hedge put in
        ("The pumps failed", "The pumps apparently failed", [("hedge", "", "apparently")]),
        # one hedge for another is still a hedge
        ("reportedly", "allegedly", []),
        # a hedge that only stands elsewhere in the line
        ("reportedly sank", "sank reportedly", []),
        ("Rell may resign", "Rell will resign", [("hedge", "may", "")]),
        # the source is gone, and what it said is now the outlet's own word
        (", officials said", "", [("credit", "officials said", "")]),
        # somebody else says so: that is the claim's matter, not a lost credit
        ("officials said", "the owners said", []),
        ("officials said", "an official told us", []),
        # the source stands before what it said
        (
            "The ferry Marit Osk reportedly sank on Tuesday, officials said.",
            "Officials said the ferry Marit Osk reportedly sank on Tuesday.",
            [],
        ),
        # a verb that also says something is no credit where it stands in a statement of its own
        ("The pumps failed", "The hospital admitted two people. The pumps failed", []),
        # what was credited is gone with its source: no credit was lost
        ("The pumps failed, according to a list published by Osk Lines.", "", [("name", "Osk Lines", "")]),
        (
            "according to a list published by Osk Lines",
            "and the doors did",
            [("name", "Osk Lines", ""), ("credit", "according to a list published by Osk Lines", "")],
        ),
    ],
)
def test_text_changes(was: str, is_now: str, told: list[tuple[str, str, str]]) -> None:
    assert was in OLD
    assert found(OLD, OLD.replace(was, is_now)) == told


def test_moved_paragraphs_change_nothing() -> None:
    assert found(OLD, "\n".join(reversed(OLD.split("\n")))) == []


def test_the_same_change_is_told_once_with_how_often() -> None:
    old = "Anna Bergh spoke.\nThen Anna Bergh left.\nAnna Bergh was tired."
    (change,) = text_changes(redline(old, old.replace("Bergh", "Berg")))
    assert (change.old, change.new, change.times) == ("Anna Bergh", "Anna Berg", 3)


def test_where_it_stands() -> None:
    new = OLD.replace("in March", "in April")
    (change,) = text_changes(redline(OLD, new))
    assert change.old_span is not None
    assert change.new_span is not None
    assert (change.old_span.of(OLD), change.new_span.of(new)) == ("March", "April")
    assert change.sentence == "Rell may resign in April."


def test_a_language_read_for_its_figures_alone_has_none() -> None:
    """Its nouns are capitalised, and its lexicon has no days, hedges or verbs of saying."""
    lines = redline("Am Dienstag sprach Anna Bergh.", "Am Montag sprach Anna Berg, hieß es.")
    assert text_changes(lines, "de") == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On Tuesday and on 12 March 2019.", ["Tuesday", "12 March 2019"]),
        # the verb and the month
        ("They may come in May 2027.", ["May 2027"]),
        ("It has been so since 2021, in 300 homes.", ["2021"]),
        # a number that is no year
        ("In 1500 homes.", []),
        ("April 3rd, tomorrow and until Friday", ["April 3rd", "Friday"]),
    ],
)
def test_day_spans(text: str, days: list[str]) -> None:
    assert [span.of(text) for span in day_spans(text)] == days


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_have_an_answer(old: str, new: str) -> None:
    assert all(change.old or change.new for change in text_changes(redline(old, new)))
