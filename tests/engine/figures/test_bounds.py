"""Words that loosen or tighten a number, and the interval that they leave."""

import pytest

from tests.engine.figures.cases import shorts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ten per cent either way
        ("About 60 homes burned.", ["54..66 about home"]),
        ("Some 60 homes burned.", ["54..66 about home"]),
        ("An estimated 60 homes burned.", ["54..66 about home"]),
        ("Sixty or so homes burned.", ["54..66 about home"]),
        # near miss: "some of" does not loosen
        ("Some of the 60 homes burned.", ["60 exact home"]),
        # open to above
        ("At least 60 homes burned.", ["60.. at_least home"]),
        ("No fewer than 60 homes burned.", ["60.. at_least home"]),
        ("Sixty or more homes burned.", ["60.. at_least home"]),
        ("More than 60 homes burned.", ["60.. more_than home"]),
        ("More than a dozen homes burned.", ["12.. more_than home"]),
        ("The number of homes burned rose past 400.", ["400.. more_than home"]),
        # just over is closed
        ("Just over 600 homes burned.", ["600..660 more_than home"]),
        # open to below
        ("Up to 60 homes burned.", ["..60 at_most home"]),
        ("As many as 60 homes burned.", ["..60 at_most home"]),
        ("Fewer than 60 homes burned.", ["..60 less_than home"]),
        # not above; near miss: above
        ("The bill does not exceed 60 euros.", ["..60 at_most EUR"]),
        ("The bill did exceed 60 euros.", ["60.. more_than EUR"]),
        ("The river has fallen below 8 metres.", ["..8 less_than metre"]),
        # nearly is closed
        ("Nearly 600 homes burned.", ["540..600 less_than home"]),
        ("He waited almost a year.", ["0.9..1 less_than year"]),
        # within is a bound of time and space
        ("Payment is due within 30 days.", ["..30 at_most day"]),
        # near miss: within a house is a place, and "within a week" a manner of speaking
        ("They hope to be home within a week.", []),
        # near miss: over a stretch of time is during it, over an area on it
        ("The offer is 7 per cent over two years.", ["7 exact percent", "2 exact year"]),
        ("The fire spread over 12,900 square metres.", ["12900 exact square_metre"]),
        # but he served longer than that
        ("He was held for over two years.", ["2.. more_than year"]),
        # near miss: higher than a known height is no bound on it
        ("The river is well above the 9.8 metres of 1974.", ["9.8 exact metre"]),
        # words that leave the number as it is
        ("Only 62 homes burned.", ["62 exact home"]),
        ("A record 43 homes burned.", ["43 exact home"]),
    ],
)
def test_bound(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # between and, to, a dash; the unit and the scale are shared
        ("Between 90 and 100 homes burned.", ["90..100 between home"]),
        ("The firm expects a charge of $80 million to $95 million.", ["80000000..95000000 between USD"]),
        ("It expects sales of $3.5 to $3.6 billion.", ["3500000000..3600000000 between USD"]),
        ("Some 10-15 homes burned.", ["10..15 between home"]),
        ("The awards range from €22,000 to €310,000.", ["22000..310000 between EUR"]),
        ("Four to five thousand homes burned.", ["4000..5000 between home"]),
        # near miss: a change has two ends, each a figure
        ("The toll rose from 9 to 12.", ["9 exact person", "12 exact person"]),
        ("Inflation fell from 4.8 to 4.7 per cent.", ["4.8 exact percent", "4.7 exact percent"]),
        # near miss: by so much, to so much
        ("Revenue climbed 12% to $3.42 billion.", ["12 exact percent", "3420000000 exact USD"]),
        ("Murders rose by 12 to 134.", ["12 exact murder", "134 exact murder"]),
        ("It raised its rate by 0.5 percent to 6.75% on Thursday.", ["0.5 exact percent", "6.75 exact percent"]),
        # near miss: one unit for both is one step of uncertain size
        ("Prices rose by 2 to 3 per cent.", ["2..3 between percent"]),
        # near miss: years are no range of anything
        ("Ohio paid it between 2015 and 2020.", []),
        ("The 2024-25 budget is late.", []),
        # near miss: a score
        ("United won 3-1.", []),
    ],
)
def test_range(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


def test_conversion_takes_the_bound_of_what_it_converts() -> None:
    assert shorts("He was stopped about 340 km (210 miles) from the city.") == [
        "306..374 about kilometre",
        "189..231 about mile",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a comparison that is denied turns round
        ("The odds are no better than one in four.", ["..25 at_most percent"]),
        ("A hole no wider than 60cm was dug.", ["..60 at_most centimetre"]),
        # near miss: not denied
        ("It did better than 12 per cent.", ["12.. more_than percent"]),
        # behind the number, its noun, or a comma
        ("The loan costs ten per cent or a shade under.", ["9..10 less_than percent"]),
        ("There will be two more moves at most.", ["..2 at_most move"]),
        ("It will take ten weeks, at the very least.", ["10.. at_least week"]),
        # near miss: the bound belongs to the number behind it
        ("It hit 12 boats at least 40 times.", ["12 exact boat", "40.. at_least times"]),
        # one of a share counts with a bound
        ("The rise was less than a percentage point.", ["..1 less_than percentage_point"]),
    ],
)
def test_bound_from_afar(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected
