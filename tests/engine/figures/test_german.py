"""A second language is a second lexicon: German figures, and nothing but figures."""

import pytest

from claims.engine.extract import extract
from claims.enums import Kind
from tests.engine.figures.cases import shorts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a noun for people
        ("Bei dem Brand wurden 12 Menschen verletzt.", ["12 exact person"]),
        # a decimal comma and a group point
        ("Die Inflation stieg auf 3,5 Prozent.", ["3.5 exact percent"]),
        ("Das Projekt kostet 1.250.000 Euro.", ["1250000 exact EUR"]),
        # words that run together, and a scale
        ("Es brannten dreiundzwanzig Häuser.", ["23 exact haus"]),
        ("Der Umsatz lag bei 3,4 Milliarden Euro.", ["3400000000 exact EUR"]),
        # bounds
        ("Mindestens 40 Menschen starben.", ["40.. at_least person"]),
        ("Rund 60 Boote sanken.", ["54..66 about boot"]),
        ("Bis zu 300 Kilometer sind gesperrt.", ["..300 at_most kilometre"]),
        ("Zwischen 3 und 4 Millionen Euro fehlen.", ["3000000..4000000 between EUR"]),
        # near miss: a date, a year and a clock time
        ("Am 22. März 2024 um 19.30 Uhr brannte es.", []),
        # near miss: English words are none of this language
        ("The fire killed twelve people.", []),
    ],
)
def test_german_figure(text: str, expected: list[str]) -> None:
    assert shorts(text, "de") == expected


def test_nobody_is_heard_without_cues() -> None:
    text = "„Wir hatten keine Warnung“, sagte Anna Berg. Sie sagte, 12 Menschen seien verletzt."
    assert [record.kind for record in extract(text, language="de").records] == [Kind.FIGURE]
