"""Whether the numbers of one passage bear out those of another."""

import pytest

from claims.engine.compare.support import compare_support
from claims.enums import Answer


@pytest.mark.parametrize(
    ("passage", "statement", "answer"),
    [
        # a bound that the value meets
        ("The twins are 6 years old.", "The twins are more than 5 years old.", Answer.AGREES),
        # a bound says nothing of a value inside it
        ("The twins are more than 5 years old.", "The twins are 6 years old.", Answer.UNCLEAR),
        # a bound that the value touches from outside
        ("The twins are 6 years old.", "The twins are less than 6 years old.", Answer.CONTRADICTS),
        # a sum, and one that is off
        ("The shop sold 12 coats in May and 30 coats in June.", "The shop sold 42 coats.", Answer.AGREES),
        ("The shop sold 12 coats in May and 30 coats in June.", "The shop sold 45 coats.", Answer.CONTRADICTS),
        # a quotient
        ("They packed 96 eggs in boxes of 12 eggs.", "They packed 8 boxes of eggs.", Answer.AGREES),
        # the number is there, but the rest is about something else
        ("He was chairman for 24 seasons.", "Her bakery sells 24 kinds of bread.", Answer.UNCLEAR),
        # nothing to bear out
        ("The twins are 6 years old.", "The twins are old.", Answer.UNCLEAR),
    ],
)
def test_compare_support(passage: str, statement: str, answer: Answer) -> None:
    assert compare_support(passage, statement)[0] is answer
