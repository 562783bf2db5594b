"""Who says a figure, from the quotes, the attributions and the turns around it."""

import pytest

from claims.engine.extract import extract
from claims.engine.extract.claimants import credit_figures
from claims.engine.extract.turns import turns
from claims.engine.parse import parse
from claims.engine.records import Figure, Part

TRANSCRIPT = (
    "CHIEF INSP SALMA RASHID: Twenty-three people are in hospital.\n\nNobody has died. We have 40 officers there.\n\n"
    "Q: Was it 60 people?\n\nCHIEF INSP RASHID: Yes. A driver told us that 90 people were on board."
)

CASES: list[tuple[str, list[tuple[str, str | None]]]] = [
    # The outlet's own voice.
    (
        "Two people died. Police said 12 people were hurt.",
        [("Two people died", None), ("12 people were hurt", "Police")],
    ),
    # The speaker of the quote, although the sentence has a cue of another's.
    ("Police said Ann Vale had left. “We lost 12 people,” she said.", [("We lost 12 people", "Ann Vale")]),
    # The number is in the source, not in what it says.
    ("Two officials said that 12 people were hurt.", [("12 people were hurt", "Two officials")]),
    # What follows a closed attribution is the outlet's again.
    (
        "Police said 12 people were hurt. Two people died.",
        [("12 people were hurt", "Police"), ("Two people died", None)],
    ),
]


def said(text: str) -> list[tuple[str, str | None]]:
    found = [one for one in extract(text).records if isinstance(one, Figure)]
    return [(one.span.of(text), one.claimant) for one in found]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: str(value)[:40])
def test_a_figure_takes_whoever_says_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


def test_a_figure_of_a_transcript_is_its_speakers() -> None:
    assert {value for _, value in said(TRANSCRIPT)} == {"Salma Rashid", None, "a driver"}
    assert said(TRANSCRIPT)[0][1] == "Salma Rashid"


def test_the_reading_says_who() -> None:
    (figure,) = [one for one in extract("Police said 12 people were hurt.").records if isinstance(one, Figure)]
    assert figure.why.reading.endswith(", said by Police")


def test_no_figures_give_none() -> None:
    assert credit_figures([], [], [], parse({Part.BODY: "Police left."}, "en")) == []


# Lists, notes and a dateline with a colon are no turns: few labels, or each another.
NO_TRANSCRIPTS = [
    "Background: One.\n\nMethods: Two.\n\nResults: Three.\n\nSafety: Four.\n\nFunding: Five.",
    "NAVSAGAR: The budget was passed.\n\nNote: it is long.",
    "Ann Vale: “We were told nothing.”",
]


@pytest.mark.parametrize("text", NO_TRANSCRIPTS, ids=lambda value: str(value)[:20])
def test_other_texts_have_no_turns(text: str) -> None:
    assert turns(parse({Part.BODY: text}, "en")) == {}


def test_a_turn_lasts_until_the_next() -> None:
    parsed = parse({Part.BODY: TRANSCRIPT}, "en")
    names = [turn.name for _, turn in sorted(turns(parsed).items())]
    assert names == ["Salma Rashid", "Salma Rashid", "Salma Rashid", None, "Salma Rashid", "Salma Rashid"]
