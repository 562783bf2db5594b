"""May this text go out? A table over what is known of its claims; pure, so that it can be read and tested whole."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from claims.enums import ClaimState, GateAnswer, GateEffect, GateReason, Kind, Priority, Rating

# What a desk has that never said otherwise.
EFFECTS: Mapping[GateReason, GateEffect] = {
    GateReason.CONFLICT: GateEffect.STOP,
    GateReason.RATED_WRONG: GateEffect.STOP,
    GateReason.RATED_DISPUTED: GateEffect.STOP,
    GateReason.CHANGED: GateEffect.STOP,
    GateReason.MOSTLY_UNCHECKED: GateEffect.STOP,
    GateReason.RATED_OUTDATED: GateEffect.NOTE,
    GateReason.NOT_CONFIRMABLE: GateEffect.NOTE,
    GateReason.SILENT_CHANGE: GateEffect.NOTE,
    GateReason.STALE: GateEffect.NOTE,
    GateReason.UNCHECKED: GateEffect.NOTE,
    GateReason.NOT_APPROVED: GateEffect.NOTE,
    GateReason.NOT_LATEST: GateEffect.NOTE,
}
MEANINGS: Mapping[GateReason, str] = {
    GateReason.CONFLICT: "A claim has an open conflict.",
    GateReason.RATED_WRONG: "A claim was found to be wrong.",
    GateReason.RATED_DISPUTED: "A claim was found to be disputed.",
    GateReason.CHANGED: "A claim says something else than what was approved.",
    GateReason.MOSTLY_UNCHECKED: "More of the figures are unchecked than the desk allows.",
    GateReason.RATED_OUTDATED: "A claim was right when it was said, and is outdated.",
    GateReason.NOT_CONFIRMABLE: "A claim could not be confirmed.",
    GateReason.SILENT_CHANGE: "A claim changed and no note says so.",
    GateReason.STALE: "A finding is older than the desk allows.",
    GateReason.UNCHECKED: "Nobody has checked a claim.",
    GateReason.NOT_APPROVED: "A verdict waits for a second person.",
    GateReason.NOT_LATEST: "A later version of the article is there.",
}


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
    priority: Priority = Priority.NORMAL


@dataclass(frozen=True, slots=True)
class Policy:
    """What the desk wants of its gate.

    unchecked_share: if more of the figures than this are unchecked, that is a reason. stale_after: of a finding. kinds,
    least_priority: which claims are looked at; of the others nothing speaks against a text. A reason that is missing
    in effects does what EFFECTS says.
    """

    unchecked_share: float = 0.5
    stale_after: timedelta = timedelta(days=30)
    effects: Mapping[GateReason, GateEffect] = field(default_factory=dict)
    kinds: frozenset[Kind] = frozenset(Kind)
    least_priority: Priority = Priority.LOW

    def effect(self, reason: GateReason) -> GateEffect:
        """What a reason does to a text."""
        return self.effects.get(reason, EFFECTS[reason])

    def looks_at(self, facts: ClaimFacts) -> bool:
        """Whether a claim counts."""
        return facts.kind in self.kinds and facts.priority >= self.least_priority


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer, with what speaks against each claim and against the text as a whole, and what each reason did."""

    answer: GateAnswer
    claims: dict[int, tuple[GateReason, ...]]
    text: tuple[GateReason, ...]
    effects: dict[GateReason, GateEffect]

    def stops(self, claim: int) -> bool:
        """Whether what speaks against a claim is enough to stop the text."""
        return any(self.effects[reason] is GateEffect.STOP for reason in self.claims.get(claim, ()))


_BY_RATING = {
    Rating.WRONG: GateReason.RATED_WRONG,
    Rating.DISPUTED: GateReason.RATED_DISPUTED,
    Rating.OUTDATED: GateReason.RATED_OUTDATED,
    Rating.NOT_CONFIRMABLE: GateReason.NOT_CONFIRMABLE,
}


def rule(claims: Sequence[ClaimFacts], now: datetime, policy: Policy | None = None, *, latest: bool = True) -> Ruling:
    """Whether a text may go out. latest: it is the latest version of its article."""
    policy = policy or Policy()
    seen = [facts for facts in claims if policy.looks_at(facts)]
    against = {facts.claim: _kept(against_claim(facts, now, policy), policy) for facts in seen}
    text = () if latest else (GateReason.NOT_LATEST,)
    figures = [facts for facts in seen if facts.kind is Kind.FIGURE and facts.state != ClaimState.NOT_CHECKABLE]
    unchecked = sum(not facts.checked for facts in figures)
    if unchecked > policy.unchecked_share * len(figures):
        text = (*text, GateReason.MOSTLY_UNCHECKED)
    text = _kept(text, policy)
    found = {reason for reasons in against.values() for reason in reasons} | set(text)
    effects = {reason: policy.effect(reason) for reason in GateReason if reason in found}
    stopped = GateEffect.STOP in effects.values()
    answer = GateAnswer.STOP if stopped else GateAnswer.GO_WITH_NOTES if found else GateAnswer.GO
    return Ruling(answer, {claim: reasons for claim, reasons in against.items() if reasons}, text, effects)


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


def basis(text: str, ruling: Ruling, grounds: Mapping[int, Sequence[object]]) -> str:
    """A mark of what a stop rests on, 64 hex digits: another one for another text, or if anything against it changes.

    text: a mark of the text. grounds: of each claim what else its reasons rest on, such as the verdict, as JSON takes
    it; not its id, so that a text that was asked about before it was pushed has the same mark afterwards.
    """
    against = sorted(json.dumps([*grounds[claim], *reasons], default=str) for claim, reasons in ruling.claims.items())
    return hashlib.sha256(json.dumps([text, sorted(ruling.text), against]).encode()).hexdigest()


def _kept(reasons: Sequence[GateReason], policy: Policy) -> tuple[GateReason, ...]:
    return tuple(reason for reason in reasons if policy.effect(reason) is not GateEffect.IGNORE)
