"""Which claims of a story give the same figure, one after the other."""

import pytest

from claims.engine.courses import courses
from claims.enums import Kind
from tests.engine.compare.cases import mentions


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        # one duration from two sources; that of something else between them is no part of its course
        (
            ["The evacuation took 52 minutes.", "Drivers ended a 48-hour strike.", "The evacuation took 47 minutes."],
            [[0, 2], [1]],
        ),
        # the unit does not matter, what is measured does: a speed, and what was allowed
        (
            ["The tram was travelling at 31mph.", "The limit is 15mph.", "The tram was travelling at 50km/h."],
            [[0, 2], [1]],
        ),
        # the dead of the day and those of a year
        (
            [
                "The mine collapse killed three people.",
                "Fifty-five people died in mines last year.",
                "Four people died.",
            ],
            [[0, 2], [1]],
        ),
    ],
)
def test_a_course_is_of_one_thing(claims: list[str], expected: list[list[int]]) -> None:
    told = [
        [one for one in mentions(text, f"s{at}", at + 1) if one.record.kind is Kind.FIGURE]
        for at, text in enumerate(claims)
    ]
    assert courses(told) == expected


def test_a_claim_that_was_worded_anew_is_held_by_its_first_words_too() -> None:
    first, later, other = (
        mentions(text, document, day)
        for text, document, day in (
            ("The evacuation took 52 minutes.", "a", 1),
            ("It lasted 52 minutes.", "a", 2),
            ("The evacuation of the ferry took 47 minutes.", "b", 3),
        )
    )
    assert courses([[*first, *later], other]) == [[0, 1]]


def test_nothing_has_no_course() -> None:
    assert courses([]) == []
