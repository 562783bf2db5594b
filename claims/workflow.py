"""The workflow of a verdict, as a table: which act leads where, for whom, and what stands in its way.

Pure: buttons, API and services ask `decide` and `allowed` with the same Facts, so they cannot disagree.

    draft --submit--> in_review --approve--> approved --publish--> published --retract--> retracted
      ^--withdraw / send_back (reason)--'                '----------------retract----------^

A finding that is to be changed once it was approved is a new revision, which starts as a draft. What readers see can
be retracted while a newer revision is in work; then the claim stays where that one put it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from claims.enums import Act, ClaimState, Rating, VerdictState
from sources.roles import Role

# Ratings that say that nothing was found or is to be found: to ask for a passage would ask for a pretence.
WITHOUT_EVIDENCE = frozenset({Rating.NOT_CONFIRMABLE, Rating.NOT_CHECKABLE})
_WRITERS = frozenset({Role.CHECKER, Role.REVIEWER, Role.DESK_HEAD})
_APPROVERS = frozenset({Role.REVIEWER, Role.DESK_HEAD})
_PUBLISHERS = frozenset({Role.DESK_HEAD})


@dataclass(frozen=True, slots=True)
class Facts:
    """What a decision rests on.

    contributor: the person wrote or changed this revision, or linked its evidence. service: a login of a machine.
    latest: no newer revision was opened. rated, reasoned: the draft has a rating, a rationale. evidence: passages that
    may stand alone, greyed ones not counted. conflicts: open conflict flags on the claim. override: the person sets
    the rules on evidence and conflicts aside. reason: the words given with the act are not empty. current: the claim
    says what it said in the words that the revision judges. checkable: the claim is not marked as not checkable.
    """

    state: VerdictState
    roles: frozenset[Role]
    contributor: bool
    service: bool = False
    latest: bool = True
    rating: Rating | None = None
    reasoned: bool = False
    evidence: int = 0
    conflicts: int = 0
    override: bool = False
    reason: bool = False
    current: bool = True
    checkable: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can stand in the way. code: of the named refusal; holds: whether it does not stand in the way."""

    code: str
    says: str
    holds: Callable[[Facts], bool]


@dataclass(frozen=True, slots=True)
class Transition:
    """Where an act leads, and the rules it has to pass, in the order in which a refusal names them."""

    became: VerdictState
    claim: ClaimState
    roles: frozenset[Role]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """became, claim: the new states, None where the act is refused. code, says: the refusal, "" where there is none."""

    became: VerdictState | None
    claim: ClaimState | None
    code: str = ""
    says: str = ""


_LATEST = Rule("stale_revision", "A newer revision of this verdict was opened. Look at that one.", lambda f: f.latest)
_CURRENT = Rule(
    "claim_changed",
    "What the claim says changed since this was written. Look at the new words and write it anew.",
    lambda f: f.current,
)
_CHECKABLE = Rule("wrong_state", "The claim is marked as not checkable. Take that back first.", lambda f: f.checkable)
_PERSON = Rule("service_account", "A service account can never approve: a person has to.", lambda f: not f.service)
_FOUR_EYES = Rule(
    "own_revision",
    "You wrote or changed this revision, so somebody else has to approve it.",
    lambda f: not f.contributor,
)
_OWN = Rule("not_yours", "Only who wrote this revision can take it back.", lambda f: f.contributor)
_RATED = Rule("rating_missing", "Choose a finding first.", lambda f: f.rating is not None)
_REASONED = Rule("rationale_missing", "Write in a sentence why, for the reviewer and the record.", lambda f: f.reasoned)
_REASON = Rule("reason_missing", "Say why, so that the others know what to do next.", lambda f: f.reason)
_OVERRIDER = Rule(
    "override_refused",
    "Only the desk head can set a rule aside.",
    lambda f: not f.override or Role.DESK_HEAD in f.roles,
)
_OVERRIDE_REASON = Rule(
    "reason_missing", "Say why the rule is set aside: the reason is kept.", lambda f: not f.override or f.reason
)
_EVIDENCE = Rule(
    "evidence_missing",
    "Link a passage that bears on the claim, or ask the desk head to override.",
    lambda f: f.override or f.evidence > 0 or f.rating in WITHOUT_EVIDENCE,
)
_NO_CONFLICT = Rule(
    "open_conflict",
    "The claim has an open conflict. Decide it first, or ask the desk head to override.",
    lambda f: f.override or f.conflicts == 0,
)

TRANSITIONS: dict[tuple[VerdictState, Act], Transition] = {
    (VerdictState.DRAFT, Act.SUBMIT): Transition(
        VerdictState.IN_REVIEW, ClaimState.REVIEW, _WRITERS, (_LATEST, _CHECKABLE, _CURRENT, _RATED, _REASONED)
    ),
    (VerdictState.IN_REVIEW, Act.WITHDRAW): Transition(VerdictState.DRAFT, ClaimState.CHECK, _WRITERS, (_LATEST, _OWN)),
    (VerdictState.IN_REVIEW, Act.SEND_BACK): Transition(
        VerdictState.DRAFT, ClaimState.SENT_BACK, _APPROVERS, (_LATEST, _FOUR_EYES, _REASON)
    ),
    (VerdictState.IN_REVIEW, Act.APPROVE): Transition(
        VerdictState.APPROVED,
        ClaimState.APPROVED,
        _APPROVERS,
        (
            _LATEST,
            _PERSON,
            _FOUR_EYES,
            _CURRENT,
            _RATED,
            _REASONED,
            _OVERRIDER,
            _OVERRIDE_REASON,
            _EVIDENCE,
            _NO_CONFLICT,
        ),
    ),
    (VerdictState.APPROVED, Act.PUBLISH): Transition(
        VerdictState.PUBLISHED, ClaimState.APPROVED, _PUBLISHERS, (_LATEST, _PERSON, _CURRENT)
    ),
    (VerdictState.APPROVED, Act.RETRACT): Transition(
        VerdictState.RETRACTED, ClaimState.RECHECK, _PUBLISHERS, (_PERSON, _REASON)
    ),
    (VerdictState.PUBLISHED, Act.RETRACT): Transition(
        VerdictState.RETRACTED, ClaimState.RECHECK, _PUBLISHERS, (_PERSON, _REASON)
    ),
}
EDITABLE = frozenset({VerdictState.DRAFT})
REVISABLE = frozenset({VerdictState.APPROVED, VerdictState.PUBLISHED, VerdictState.RETRACTED})


def decide(facts: Facts, act: Act) -> Decision:
    """What comes of an act: the new states of verdict and claim, or the first refusal in the table's order."""
    transition = TRANSITIONS.get((facts.state, act))
    if transition is None:
        return Decision(None, None, "wrong_state", f"A verdict that is {_spoken(facts.state)} cannot be {_DONE[act]}.")
    if not facts.roles & transition.roles:
        names = " or ".join(sorted(_spoken(role) for role in transition.roles))
        return Decision(None, None, "wrong_role", f"This takes the role of {names}.")
    for rule in transition.rules:
        if not rule.holds(facts):
            return Decision(None, None, rule.code, rule.says)
    return Decision(transition.became, transition.claim)


def allowed(facts: Facts) -> dict[Act, Decision]:
    """Every act that the verdict's state knows, each with what would come of it now: what buttons are made of."""
    return {act: decide(facts, act) for state, act in TRANSITIONS if state == facts.state}


def _spoken(code: str) -> str:
    return str(code).replace("_", " ")


_DONE = {
    Act.SUBMIT: "submitted",
    Act.WITHDRAW: "withdrawn",
    Act.SEND_BACK: "sent back",
    Act.APPROVE: "approved",
    Act.PUBLISH: "published",
    Act.RETRACT: "retracted",
}
