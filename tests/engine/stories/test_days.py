"""The days that a text speaks of; published on Thursday 8 February 2024 throughout."""

from datetime import date

import pytest

from claims.engine.days import days_of

PUBLISHED = date(2024, 2, 8)
YESTERDAY, TODAY = date(2024, 2, 7), PUBLISHED

CASES = [
    # a weekday is the last such day
    ("It happened on Wednesday.", {YESTERDAY}),
    ("It happened on Friday.", {date(2024, 2, 2)}),
    # the day of publication itself
    ("It happened on Thursday.", {TODAY}),
    ("Two trams collided this morning.", {TODAY}),
    ("The river rose overnight; yesterday it had been calm.", {TODAY, YESTERDAY}),
    # what is still to come, or comes again, is not when it was
    ("The vote is next Monday.", set()),
    ("The road is shut until Friday.", set()),
    ("Services run every Sunday.", set()),
    # dates in both orders, with and without a year
    ("The attack of 22 January 2024 killed nobody.", {date(2024, 1, 22)}),
    ("On January 22 nobody was killed.", {date(2024, 1, 22)}),
    ("On Jan. 22nd, 2024, nobody was killed.", {date(2024, 1, 22)}),
    # without a year the nearest: January's readers look back to December
    ("On 31 January it rained.", {date(2024, 1, 31)}),
    # background: too long ago, or another year
    ("The flood of 12 March 2019 was worse.", set()),
    ("The last one was on 8 February 2023.", set()),
    ("It opened on 20 December.", set()),
    # no such day
    ("On 31 February nothing happened.", set()),
    # numbers and words that only look like it
    ("Bus 12 marched on; 30 may follow; the Sunderland fans sat.", set()),
    ("", set()),
]


@pytest.mark.parametrize(("text", "days"), CASES)
def test_days(text: str, days: set[date]) -> None:
    assert days_of(text, PUBLISHED) == frozenset(days)


def test_a_date_without_a_year_may_lie_in_the_year_before() -> None:
    assert days_of("It happened on 30 December.", date(2024, 1, 3)) == frozenset({date(2023, 12, 30)})
