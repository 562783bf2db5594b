"""Numbers in words that stand for what they count, and bands of so many."""

import pytest

from tests.engine.figures.cases import figures, short, shorts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the subject of a verb in the plural counts people
        ("Sixteen were shot near the station.", ["16 exact person"]),
        ("Police said that at least five took cover.", ["5.. at_least person"]),
        # near miss: what was counted before is meant
        ("Twelve schools stand by the river. Nine will close.", ["12 exact school", "9 exact school"]),
        # near miss: a number that is only spoken of
        ("Three is too many, and he made room for two.", []),
        # near miss: a name, and a group that the reader knows
        ("Channel Four showed it.", []),
        ("All three were tired.", []),
        # a large number needs no verb beside it; millions are people only in the plural
        ("The pier was built for thirty thousand.", ["30000 exact"]),
        ("Four million have been vaccinated.", ["4000000 exact person"]),
        ("Six million was spent on it.", ["6000000 exact"]),
        # near miss: an age
        ("She turned thirty-one in June, and at thirty-two she left.", []),
        # a heading before a colon
        ("Handcuffed: eight.", ["8 exact person"]),
        ("Late trams: 31.", ["31 exact tram"]),
        ("Deaths at railway crossings: 44.", ["44 exact person"]),
        # near miss: a time, and a verse
        ("It starts at 7:30.", []),
        # "number" as a verb
        ("The town's bakers number 240.", ["240 exact person"]),
        ("Those pulled out numbered eleven.", ["11 exact person"]),
        # near miss: "number" as a noun
        ("Tram number 240 was late.", []),
        # digits grouped by thousands are no name
        ("At Terminal 2,400 waited.", ["2400 exact"]),
        # near miss
        ("At Terminal 2 it was quiet.", []),
    ],
)
def test_stands_alone(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a bulletin's labels under a heading: the label says what befell them, and is shown
        (
            "Casualties as of 9 p.m.: dead, 7; seriously hurt, 31; missing, 18.",
            [
                ("dead, 7", "7 exact person", "killed"),
                ("seriously hurt, 31", "31 exact person", "seriously_injured"),
                ("missing, 18", "18 exact person", "missing"),
            ],
        ),
        (
            "Casualties: dead, 7, injured, 31, and missing, 18.",
            [
                ("dead, 7", "7 exact person", "killed"),
                ("injured, 31", "31 exact person", "injured"),
                ("missing, 18", "18 exact person", "missing"),
            ],
        ),
        # things are those of the heading, or of the label
        (
            "Farm buildings: totally damaged, 26; partially damaged, 1,340.",
            [
                ("totally damaged, 26", "26 exact building", "destroyed"),
                ("partially damaged, 1,340", "1340 exact building", "damaged"),
            ],
        ),
        ("Goats: dead, 26.", [("dead, 26", "26 exact animal", "killed")]),
        ("Baptised: girls, 14; boys, 12.", [("girls, 14", "14 exact person", ""), ("boys, 12", "12 exact person", "")]),
        # a name is shown with its number
        ("It was counted by stand: Brell, 6,300.", [("Brell, 6,300", "6300 exact", "")]),
        # lines of their own
        ("Dead - 7", [("Dead - 7", "7 exact person", "killed")]),
        ("Injured: 31", [("Injured: 31", "31 exact person", "injured")]),
        ("Missing, 18.", [("Missing, 18", "18 exact person", "missing")]),
        # near miss: ages, one behind a name and one of somebody who is injured
        ("Among the dead: Ann Vale, 7; Tom Oak, 31.", []),
        ("Injured, 18, she lay in Brell.", []),
        # near miss: where they are, and some of those just named
        ("Intensive care: 5.", [("5", "5 exact person", "")]),
        ("The injured, 31 of them children, went home.", [("31 of them children", "31 exact person", "")]),
    ],
)
def test_items(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(text[f.span.start : f.span.end], short(f), f.measure_key) for f in figures(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A pair of ferries sank.", ["2 exact ferry"]),
        ("Nearly a score of barns burned.", ["18..20 less_than barn"]),
        ("Half a score of barns burned.", ["10 exact barn"]),
        ("The crash was fatal to a baker's dozen.", ["13 exact person"]),
        # near miss: one thing of two parts, and points of a game
        ("Police found a pair of black trousers.", []),
        ("They won with a score of eight.", []),
        # a number with a half on a scale
        ("It cost three and a half billion euros.", ["3500000000 exact EUR"]),
        # near miss: two halves
        ("They walked three and a half miles.", ["3.5 exact mile"]),
        # parts that hardly anybody counts in
        ("Output fell by a thirteenth.", ["7.6923076923076923077 exact percent"]),
        ("Prices sank by one-eleventh.", ["9.0909090909090909091 exact percent"]),
        # near miss: one more in a row
        ("A thirteenth came later, and an eleventh man was held.", []),
        # so many in every hundred, one noun in fourteen
        ("Forty-one in every hundred agree.", ["41 exact percent"]),
        ("One bakery in fourteen has closed.", ["7.1428571428571428571 exact percent"]),
        # near miss: one in so many hours
        ("One bakery in fourteen towns has closed.", ["1 exact bakery", "14 exact town"]),
    ],
)
def test_bands_and_parts(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected
