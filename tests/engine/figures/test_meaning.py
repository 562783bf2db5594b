"""What a figure is about: measure, direction, thing, place, time, group, and the words that light up."""

import pytest

from claims.enums import Direction, Part
from tests.engine.figures.cases import figures


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        # one key for verbs and nouns that mean the same
        ("The blast killed 12 people.", ["killed"]),
        ("Twelve people died.", ["killed"]),
        ("Blast kills 12", ["killed"]),
        ("There were 12 deaths.", ["killed"]),
        ("The death toll is 12.", ["killed"]),
        ("Twelve bodies were found.", ["killed"]),
        # near miss: words that leave open what befell them have keys of their own
        ("There were 12 casualties.", ["casualties"]),
        ("There were 12 victims.", ["victims"]),
        ("The recall affected 12 people.", ["affected"]),
        # each number has its own verb
        ("The blast killed 12 people and injured 30.", ["killed", "injured"]),
        ("Nineteen people were hurt, three of them seriously.", ["injured", "seriously_injured"]),
        # money and shares take the noun before them
        ("Revenue rose 12% to $3 billion.", ["revenue", "revenue"]),
        ("Turnout was 61 per cent.", ["turnout"]),
        # a conversion measures what it converts
        ("It made a profit of 41 million euros (£35 million).", ["profit", "profit"]),
        # a limit of speed is not a limit of milligrams
        ("The speed limit is 15mph.", ["speed_limit"]),
        ("The legal limit is 50 milligrams a litre.", ["limit"]),
        # a unit says what it measures where the words do not
        ("It burned 1,200 acres.", ["burned"]),
        ("It lasted 12 hours.", ["duration"]),
    ],
)
def test_measure_key(text: str, keys: list[str]) -> None:
    assert [figure.measure_key for figure in figures(text)] == keys


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Revenue rose 12 per cent.", Direction.UP),
        ("Revenue fell 12 per cent.", Direction.DOWN),
        # near miss: a level has none
        ("Turnout was 12 per cent.", Direction.NONE),
    ],
)
def test_direction(text: str, direction: Direction) -> None:
    assert [figure.direction for figure in figures(text)] == [direction]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        # a count that is the subject begins with itself
        ("On Friday about 60 homes were flooded, police said.", ["about 60 homes were flooded"]),
        # an object takes its verb along
        ("The storm came, swamping about 200 homes.", ["swamping about 200 homes"]),
        # two in one clause part it at the "and"
        ("The firm was 70 per cent to blame and the council 30 per cent.",
         ["The firm was 70 per cent to blame", "the council 30 per cent"]),
        # a step shares its beginning
        ("Revenue climbed 12% to $3 billion.", ["Revenue climbed 12%", "Revenue climbed 12% to $3 billion"]),
        # a number inside the phrase of another
        ("Eleven of its 37 stops are closed.", ["Eleven of its 37 stops are closed", "its 37 stops are closed"]),
    ],
)  # fmt: skip
def test_span(text: str, spans: list[str]) -> None:
    assert [figure.span.of(text) for figure in figures(text)] == spans


def test_fields() -> None:
    text = "The plant in Moscow employed about 1,150 women on Friday."
    (figure,) = figures(text)
    assert figure.value_span.of(text) == "about 1,150"
    assert figure.thing == "The plant in Moscow"
    assert figure.place == "Moscow"
    assert figure.as_of == "on Friday"
    assert figure.group == ("woman",)
    assert figure.part is Part.BODY
    assert figure.claimant is None
    assert figure.why.rule == "figure.count"
    assert figure.why.trigger == "about 1,150"
    assert figure.why.reading == "about 1,150 women employed"
