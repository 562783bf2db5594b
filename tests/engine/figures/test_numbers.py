"""Numbers as newsrooms write them."""

import pytest

from tests.engine.figures.cases import shorts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # digits, grouped by thousands
        ("The flood destroyed 1,204 homes.", ["1204 exact home"]),
        # grouped the Indian way
        ("The scheme covers 12,34,567 homes.", ["1234567 exact home"]),
        # grouped by a space that does not break
        ("The fire destroyed 10\u202f500 homes.", ["10500 exact home"]),
        # in words, with a hyphen and with "and"
        ("Two hundred and twenty-two homes were destroyed.", ["222 exact home"]),
        # two numbers in words do not run into one
        ("Three and four homes were destroyed.", ["3 exact home", "4 exact home"]),
        # a scale as a word and as letters
        ("It built 3.4 million homes and sold 1.2m cars.", ["3400000 exact home", "1200000 exact car"]),
        # near miss: the same letter is a unit where nothing is counted
        ("The wall is 12m high.", ["12 exact metre"]),
        # lakh and crore, and both at once
        (
            "The state spent Rs 4.5 lakh crore and saved 20 crore rupees.",
            ["4500000000000 exact INR", "200000000 exact INR"],
        ),
        # a spoken decimal
        ("Revenue was three point four two billion dollars.", ["3420000000 exact USD"]),
        # halves
        ("They walked two and a half miles.", ["2.5 exact mile"]),
        ("They walked a mile and a half.", ["1.5 exact mile"]),
        # a vulgar fraction
        ("They walked 2½ miles.", ["2.5 exact mile"]),
        # dozens: one, two, and an open number of them
        ("A dozen homes burned.", ["12 exact home"]),
        ("Two dozen homes burned.", ["24 exact home"]),
        ("Half a dozen homes burned.", ["6 exact home"]),
        ("Dozens of homes burned.", ["24.. at_least home"]),
        # vague plurals, one on another
        ("Tens of thousands of homes burned.", ["20000.. at_least home"]),
        # near miss: test scores are no twenties
        ("Test scores of pupils fell.", []),
        # a part of a whole is a share
        ("A third of the homes burned.", ["33.333333333333333333 exact percent"]),
        # near miss: one more in a row is an ordinal
        ("A third man was arrested.", []),
        # near miss: so is a quarter of the year, and half of a match
        ("He scored in the second half of the third quarter.", []),
        # two-thirds with a hyphen; three quarters of
        ("Two-thirds of voters agreed.", ["66.666666666666666667 exact percent"]),
        ("Three quarters of voters agreed.", ["75 exact percent"]),
        # near miss: quarters are months where they are no part
        ("The charge is spread over three quarters.", ["3 exact quarter"]),
        # one in so many, with the noun between as well
        ("One in eight voters agreed.", ["12.5 exact percent"]),
        ("Nine rupees in ten went on salaries.", ["90 exact percent"]),
        # near miss: a number in a stretch of time is no ratio
        ("Two homes in three days were burgled.", ["2 exact home"]),
        # multiples by verb and by word
        ("Profit more than doubled.", ["2.. more_than times"]),
        ("Output fell by half and exports tripled.", ["50 exact percent", "3 exact times"]),
        ("Prices are twice what they were.", ["2 exact times"]),
        # near miss: twice is how often
        ("She scored twice as United won.", []),
        ("The claims rose threefold.", ["3 exact times"]),
        # full-width and other digits are digits
        ("The fire destroyed １２ homes.", ["12 exact home"]),
        # too long to be a figure of news
        (f"The code is {'9' * 40}.", []),
    ],
)
def test_number(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # no people in four ways
        ("No one was killed.", ["0 exact person"]),
        ("Nobody has died.", ["0 exact person"]),
        ("None of the passengers was hurt.", ["0 exact person"]),
        ("No passengers were hurt.", ["0 exact person"]),
        # no things, counted and affected
        ("No jobs will be lost.", ["0 exact job"]),
        ("There were no casualties.", ["0 exact person"]),
        # near miss: what could never be counted
        ("There was no evidence of that.", []),
        ("No decision has been taken.", []),
        # near miss: somebody who simply did not act
        ("Nobody told us a thing.", []),
        ("Officials offered no comment.", []),
    ],
)
def test_none(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected
