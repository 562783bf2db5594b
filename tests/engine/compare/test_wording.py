"""A change of words that is a change of fact, and one that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.engine.compare.wording import compare_wording

OLD = "The company said on Monday that profit rose 12% to $3 million, about as expected."


@pytest.mark.parametrize(
    ("new", "rules"),
    [
        (OLD, ()),
        # other words for the same
        (OLD.replace("rose", "climbed"), ()),
        (OLD.replace("company", "firm"), ()),
        # its opposite
        (OLD.replace("rose", "fell"), ("wording.opposite",)),
        # a number, in digits or in words
        (OLD.replace("12%", "21%"), ("wording.number",)),
        (OLD.replace("12%", "twelve per cent of two"), ("wording.number",)),
        # a day
        (OLD.replace("Monday", "Tuesday"), ("wording.calendar",)),
        # a negation
        (OLD.replace("said", "did not say"), ("wording.negation",)),
        # a hedge put in
        (OLD.replace("profit rose", "profit may have risen"), ("wording.hedge",)),
        # words that only changed their place
        ("On Monday the company said that profit rose 12% to $3 million, about as expected.", ()),
        # a fact put in
        (OLD.replace("expected", "expected, after the sale of its northern coal mines"), ("wording.added",)),
    ],
)
def test_compare_wording(new: str, rules: tuple[str, ...]) -> None:
    assert tuple(change.rule for change in compare_wording(OLD, new)) == rules


@given(st.text(max_size=120))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert compare_wording(text, text) == ()


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    assert all(change.old or change.new for change in compare_wording(old, new))
