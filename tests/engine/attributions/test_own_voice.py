"""Who "I" and "we" are: the speaker of a turn, the publisher of a statement, and nobody else."""

import pytest

from claims.engine.extract import extract
from claims.engine.records import Attribution, Figure, Quote

COUNCIL = "Harrow Water Board"


def credited(text: str, publisher: str = "") -> list[tuple[str, str | None, str]]:
    found = [one for one in extract(text, publisher=publisher).records if isinstance(one, Attribution)]
    return [(one.span.of(text), one.claimant, str(one.polarity)) for one in found]


STATEMENTS = [
    # "We" is who publishes, and "the board" is too.
    (
        "We do not accept that the well was open. The board has found no sign of lead.",
        [
            ("We do not accept that the well was open", COUNCIL, "denied"),
            ("The board has found no sign of lead", COUNCIL, "affirmed"),
        ],
    ),
    # Another board's name is not the publisher's.
    (
        "The Grain Board said the well was open.",
        [("The Grain Board said the well was open", "the Grain Board", "affirmed")],
    ),
    # What it has never said it denies; not what it never denied, nor what an outlet says was never said.
    (
        "We have never said that the well was open.",
        [("We have never said that the well was open", COUNCIL, "denied")],
    ),
    ("We have never denied that the well was open. The ministry has never said that the well was open.", []),
    # "I" is no publisher.
    ("I deny that the well was open.", []),
]


@pytest.mark.parametrize(("text", "expected"), STATEMENTS, ids=lambda value: str(value)[:40])
def test_we_is_the_publisher_of_a_statement(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert credited(text, COUNCIL) == expected


def test_without_a_publisher_we_is_nobody() -> None:
    text = "We expect that 40 wells will be shut."
    assert credited(text) == [("We expect that 40 wells will be shut", None, "affirmed")]
    assert [one.claimant for one in extract(text).records if isinstance(one, Figure)] == [None]


def test_we_inside_a_quotation_is_not_the_publisher() -> None:
    text = "“We told them, ‘we shall shut 40 wells’, and that was that,” said Ida Holt."
    found = extract(text, publisher=COUNCIL).records
    assert {one.claimant for one in found if isinstance(one, Quote)} == {"Ida Holt"}


TURNS = (
    "MS HOLT: Good morning. I deny that any of them asked me to wait. I think that it rained.\n\n"
    "Q: We say that you knew. Did you?\n\n"
    "MS HOLT: No. I accept that we were slow. I said so on Monday."
)


def test_i_takes_a_stand_in_a_turn() -> None:
    # "I think" is talk; "I said so" gives no words.
    assert [row for row in credited(TURNS, COUNCIL) if row[0].startswith("I ")] == [
        ("I deny that any of them asked me to wait", "Holt", "denied"),
        ("I accept that we were slow", "Holt", "affirmed"),
    ]


def test_a_question_from_the_floor_is_not_the_publishers() -> None:
    assert [row for row in credited(TURNS, COUNCIL) if row[0].startswith("We ")] == [
        ("We say that you knew", None, "affirmed")
    ]
