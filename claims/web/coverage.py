"""How far a version is checked, as words and as stretches of a bar."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.enums import ClaimState
from claims.web.words import STATES

# From what is done to what nobody has begun, as the bar is read.
ORDER = (
    ClaimState.APPROVED.value,
    ClaimState.REVIEW.value,
    ClaimState.CHECK.value,
    ClaimState.SENT_BACK.value,
    ClaimState.RECHECK.value,
    "flagged",
    ClaimState.UNCHECKED.value,
)
WIDTH = 100.0
GAP = 0.9


@dataclass(frozen=True, slots=True)
class Stretch:
    """One colour of the bar; x and width in hundredths of it, written as SVG wants them."""

    state: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """decided of total claims that can be checked; words: how many there are in each state."""

    decided: int
    total: int
    words: str
    stretches: tuple[Stretch, ...]


def coverage_of(counts: Mapping[str, int], decided: int) -> Coverage:
    """counts: claims that can be checked, by the state that they show."""
    total = sum(counts.values())
    stretches, at = [], 0.0
    for state in ORDER:
        if counts.get(state):
            width = WIDTH * counts[state] / total
            stretches.append(Stretch(state, f"{at:.2f}", f"{max(width - GAP, 0.3):.2f}"))
            at += width
    words = ", ".join(f"{counts[state]} {_word(state)}" for state in ORDER if counts.get(state))
    return Coverage(decided, total, words, tuple(stretches))


def _word(state: str) -> str:
    return state if state == "flagged" else STATES[ClaimState(state)].lower()
