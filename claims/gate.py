"""May this text go out? A table over what is known of its claims; pure, so that it can be read and tested whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from claims.enums import ClaimState, GateAnswer, GateReason, Kind, Rating


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """What is known of one claim where it stands in the text.

    checked: an approved verdict holds for these words. changed: there is one, and the words say something else since.
    conflicts: open ones. silent: the text changed it, and its note says nothing of that.
    """

    claim: int
    kind: Kind
    state: ClaimState
    checked: bool = False
    rating: Rating | None = None
    as_of: datetime | None = None
    changed: bool = False
    conflicts: int = 0
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """unchecked_share: if more of the figures than this are unchecked, the text stops. stale_after: of a finding."""

    unchecked_share: float = 0.5
    stale_after: timedelta = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer, with what speaks against each claim, and against the text as a whole."""

    answer: GateAnswer
    claims: dict[int, tuple[GateReason, ...]]
    text: tuple[GateReason, ...]


STOPPING = frozenset(
    {
        GateReason.CONFLICT,
        GateReason.RATED_WRONG,
        GateReason.RATED_DISPUTED,
        GateReason.CHANGED,
        GateReason.MOSTLY_UNCHECKED,
    }
)
_BY_RATING = {
    Rating.WRONG: GateReason.RATED_WRONG,
    Rating.DISPUTED: GateReason.RATED_DISPUTED,
    Rating.OUTDATED: GateReason.RATED_OUTDATED,
    Rating.NOT_CONFIRMABLE: GateReason.NOT_CONFIRMABLE,
}


def rule(claims: Sequence[ClaimFacts], now: datetime, policy: Policy | None = None, *, latest: bool = True) -> Ruling:
    """Whether a text may go out. latest: it is the latest version of its article."""
    policy = policy or Policy()
    against = {facts.claim: against_claim(facts, now, policy) for facts in claims}
    text = () if latest else (GateReason.NOT_LATEST,)
    figures = [facts for facts in claims if facts.kind is Kind.FIGURE and facts.state != ClaimState.NOT_CHECKABLE]
    unchecked = sum(not facts.checked for facts in figures)
    if unchecked > policy.unchecked_share * len(figures):
        text = (*text, GateReason.MOSTLY_UNCHECKED)
    found = {reason for reasons in against.values() for reason in reasons} | set(text)
    answer = GateAnswer.STOP if found & STOPPING else GateAnswer.GO_WITH_NOTES if found else GateAnswer.GO
    return Ruling(answer, {claim: reasons for claim, reasons in against.items() if reasons}, text)


def against_claim(facts: ClaimFacts, now: datetime, policy: Policy) -> tuple[GateReason, ...]:
    """What speaks against letting one claim out, the gravest first; nothing for a claim that is fine."""
    found = []
    if facts.conflicts:
        found.append(GateReason.CONFLICT)
    if facts.checked and facts.rating in _BY_RATING:
        found.append(_BY_RATING[facts.rating])
    if facts.changed:
        found.append(GateReason.CHANGED)
    if facts.silent:
        found.append(GateReason.SILENT_CHANGE)
    if facts.checked and facts.as_of is not None and now - facts.as_of > policy.stale_after:
        found.append(GateReason.STALE)
    if not facts.checked and not facts.changed and facts.state != ClaimState.NOT_CHECKABLE:
        found.append(GateReason.NOT_APPROVED if facts.state == ClaimState.REVIEW else GateReason.UNCHECKED)
    return tuple(found)
