"""Whether two intervals can both hold."""

from decimal import Decimal

import pytest

from claims.engine.compare.values import both_can_hold, spoken, transposed, written
from claims.engine.records import Figure, Span, Why
from claims.enums import Approximation

A = Approximation


def figure(low: str | None, high: str | None, unit: str = "person", approximation: Approximation = A.EXACT) -> Figure:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return Figure(Span(0, 1), Span(0, 1), bounds[0], bounds[1], approximation, unit, "", Why("test", "", ""))


def exact(value: str, unit: str = "person") -> Figure:
    return figure(value, value, unit)


@pytest.mark.parametrize(
    ("a", "b", "holds"),
    [
        # the same, and one more
        (exact("133"), exact("133"), True),
        (exact("133"), exact("134"), False),
        # open intervals take in what lies beyond their bound, and nothing short of it
        (figure("40", None, approximation=A.AT_LEAST), exact("133"), True),
        (figure("140", None, approximation=A.AT_LEAST), exact("133"), False),
        (figure(None, "400", approximation=A.AT_MOST), exact("377"), True),
        (figure(None, "400", approximation=A.AT_MOST), exact("412"), False),
        # an exclusive bound shuts out the exact value that it touches, an inclusive one does not
        (figure("2", None, "times", A.MORE_THAN), exact("2", "times"), False),
        (figure("2", None, "times", A.AT_LEAST), exact("2", "times"), True),
        # about fifty takes in 54, not 56
        (figure("45", "55", approximation=A.ABOUT), exact("54"), True),
        (figure("45", "55", approximation=A.ABOUT), exact("56"), False),
        # a value with fewer digits is the same value rounded; a round count of people is none
        (exact("3400000000", "EUR"), exact("3420000000", "EUR"), True),
        (exact("3400000000", "EUR"), exact("3460000000", "EUR"), False),
        (exact("46", "percent"), exact("46.2", "percent"), True),
        (exact("70", "percent"), exact("75", "percent"), False),
        (exact("140"), exact("137"), False),
        (exact("1200000"), exact("1234567"), True),
        # conversions, each bound as exact as it is written
        (exact("19", "mile_per_hour"), exact("31", "kilometre_per_hour"), True),
        (exact("25", "mile_per_hour"), exact("31", "kilometre_per_hour"), False),
        (exact("43", "degree_celsius"), exact("109", "degree_fahrenheit"), True),
        (exact("43", "degree_celsius"), exact("119", "degree_fahrenheit"), False),
        (exact("12900", "square_metre"), exact("3.2", "acre"), True),
        (exact("19200", "square_metre"), exact("3.2", "acre"), False),
        # nothing is converted between currencies, or between a length and a mass
        (exact("1", "EUR"), exact("900", "USD"), True),
        (exact("1", "metre"), exact("900", "kilogram"), True),
    ],
)
def test_both_can_hold(a: Figure, b: Figure, holds: bool) -> None:
    assert (both_can_hold(a, b), both_can_hold(b, a)) == (holds, holds)


@pytest.mark.parametrize(
    ("a", "b", "swapped"),
    [
        ("1605", "1650", True),
        # the same digits, but not as many
        ("160", "1600", False),
        # the same value
        ("1605", "1605", False),
        # one digit differs
        ("1605", "1655", False),
        ("1.2", "2.1", True),
    ],
)
def test_transposed(a: str, b: str, swapped: bool) -> None:
    assert transposed(Decimal(a), Decimal(b)) is swapped


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (exact("3400000000", "EUR"), "3,400,000,000 EUR"),
        (figure("40", None, approximation=A.AT_LEAST), "at least 40"),
        (figure("3.5", "3.6", "percent", A.BETWEEN), "3.5 to 3.6 percent"),
        (figure(None, None), "an open number"),
    ],
)
def test_spoken(value: Figure, said: str) -> None:
    assert spoken(value) == said


@pytest.mark.parametrize("value", ["1E+400", "NaN", "Infinity", "-0", "1E-400"])
def test_odd_numbers_are_compared_and_written(value: str) -> None:
    odd = exact(value)
    assert written(Decimal(value)) != ""
    assert isinstance(both_can_hold(odd, exact("1")) if not Decimal(value).is_nan() else True, bool)
