"""What stops a text, what is a note, and what is neither."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from claims.enums import ClaimState, GateAnswer, GateReason, Kind, Rating
from claims.gate import ClaimFacts, Policy, rule

NOW = datetime(2026, 4, 20, 12, tzinfo=UTC)
FINE = ClaimFacts(1, Kind.FIGURE, ClaimState.APPROVED, checked=True, rating=Rating.CONFIRMED, as_of=NOW)
OTHERS = [replace(FINE, claim=number) for number in range(2, 6)]


@pytest.mark.parametrize(
    ("change", "answer", "reasons"),
    [
        ({}, "go", ()),
        ({"rating": Rating.CONFIRMED_WITH_CHANGE}, "go", ()),
        ({"conflicts": 1}, "stop", ("conflict",)),
        ({"rating": Rating.WRONG}, "stop", ("rated_wrong",)),
        ({"rating": Rating.DISPUTED}, "stop", ("rated_disputed",)),
        # Right when it was said is not wrong; nor is what nobody can find out.
        ({"rating": Rating.OUTDATED}, "go_with_notes", ("rated_outdated",)),
        ({"rating": Rating.NOT_CONFIRMABLE}, "go_with_notes", ("not_confirmable",)),
        # The old rating says nothing of the new words, good or bad.
        ({"checked": False, "changed": True}, "stop", ("changed",)),
        ({"checked": False, "changed": True, "rating": Rating.WRONG}, "stop", ("changed",)),
        ({"silent": True}, "go_with_notes", ("silent_change",)),
        ({"checked": False, "rating": None, "state": ClaimState.UNCHECKED}, "go_with_notes", ("unchecked",)),
        ({"checked": False, "rating": None, "state": ClaimState.REVIEW}, "go_with_notes", ("not_approved",)),
        ({"checked": False, "rating": None, "state": ClaimState.NOT_CHECKABLE}, "go", ()),
        # At the limit is not over it.
        ({"as_of": NOW - timedelta(days=30)}, "go", ()),
        ({"as_of": NOW - timedelta(days=30, seconds=1)}, "go_with_notes", ("stale",)),
        (
            {"conflicts": 2, "rating": Rating.WRONG, "silent": True},
            "stop",
            ("conflict", "rated_wrong", "silent_change"),
        ),
    ],
)
def test_one_claim_among_fine_ones(change: dict[str, Any], answer: str, reasons: tuple[str, ...]) -> None:
    ruling = rule([replace(FINE, **change), *OTHERS], NOW)
    assert (ruling.answer, ruling.claims.get(1, ()), ruling.text) == (answer, reasons, ())
    assert ruling.claims.keys() <= {1}


@pytest.mark.parametrize(
    ("unchecked", "kind", "answer", "text"),
    [
        (2, Kind.FIGURE, "go_with_notes", ()),
        (3, Kind.FIGURE, "stop", (GateReason.MOSTLY_UNCHECKED,)),
        # Quotes are no figures.
        (3, Kind.QUOTE, "go_with_notes", ()),
    ],
)
def test_more_than_half_of_the_figures_unchecked_stops(
    unchecked: int, kind: Kind, answer: str, text: tuple[GateReason, ...]
) -> None:
    open_ones = [ClaimFacts(number, kind, ClaimState.UNCHECKED) for number in range(10, 10 + unchecked)]
    ruling = rule([*OTHERS[:2], *open_ones], NOW)
    assert (ruling.answer, ruling.text) == (answer, text)


def test_the_desk_sets_share_and_age() -> None:
    facts = [replace(FINE, checked=False, rating=None, state=ClaimState.UNCHECKED), *OTHERS]
    assert rule(facts, NOW, Policy(unchecked_share=0)).answer == GateAnswer.STOP
    old = [replace(FINE, as_of=NOW - timedelta(days=3))]
    assert rule(old, NOW, Policy(stale_after=timedelta(days=2))).claims == {1: (GateReason.STALE,)}


def test_an_earlier_version_is_a_note_and_an_empty_text_goes() -> None:
    assert rule([], NOW).answer == GateAnswer.GO
    assert rule([FINE], NOW, latest=False).text == (GateReason.NOT_LATEST,)
    assert rule([FINE], NOW, latest=False).answer == GateAnswer.GO_WITH_NOTES
