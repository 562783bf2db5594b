"""The whole table: state x act x who, and what stands in the way, each group under the sentence of the spec."""

from dataclasses import replace
from itertools import product

import pytest

from claims.enums import Act, ClaimState, Rating, VerdictState
from claims.errors import OF_WORKFLOW
from claims.workflow import TRANSITIONS, Facts, allowed, decide
from factcheck.api import STATUS_OF
from sources.roles import Role

# Nothing is missing: who acts is all that can stand in the way.
WHOLE = Facts(
    state=VerdictState.DRAFT,
    roles=frozenset(),
    contributor=False,
    rating=Rating.CONFIRMED,
    reasoned=True,
    evidence=1,
    reason=True,
)
# Who may come along: the roles, whether they had a hand in the revision, whether they are a machine.
WHO = {
    "reporter": ({Role.REPORTER}, False, False),
    "admin": ({Role.ADMIN}, False, False),
    "stranger": (set(), False, False),
    "checker": ({Role.CHECKER}, False, False),
    "checker, own": ({Role.CHECKER}, True, False),
    "reviewer": ({Role.REVIEWER}, False, False),
    "reviewer, own": ({Role.REVIEWER}, True, False),
    "desk head": ({Role.DESK_HEAD}, False, False),
    "desk head, own": ({Role.DESK_HEAD}, True, False),
    "all roles": (set(Role), False, False),
    "all roles, own": (set(Role), True, False),
    "machine": ({Role.REVIEWER, Role.DESK_HEAD}, False, True),
}
NOBODY = {"reporter": "wrong_role", "admin": "wrong_role", "stranger": "wrong_role"}
HEADS_ONLY = NOBODY | {
    "checker": "wrong_role",
    "checker, own": "wrong_role",
    "reviewer": "wrong_role",
    "reviewer, own": "wrong_role",
    "machine": "service_account",
}
TABLE: dict[tuple[VerdictState, Act], dict[str, str]] = {
    # "draft --submit--> in_review": whoever checks may hand a draft in.
    (VerdictState.DRAFT, Act.SUBMIT): NOBODY
    | {
        "checker": "in_review",
        "checker, own": "in_review",
        "reviewer": "in_review",
        "reviewer, own": "in_review",
        "desk head": "in_review",
        "desk head, own": "in_review",
        "all roles": "in_review",
        "all roles, own": "in_review",
        "machine": "in_review",
    },
    # "withdraw": only who had a hand in it takes it back.
    (VerdictState.IN_REVIEW, Act.WITHDRAW): NOBODY
    | {
        "checker": "not_yours",
        "checker, own": "draft",
        "reviewer": "not_yours",
        "reviewer, own": "draft",
        "desk head": "not_yours",
        "desk head, own": "draft",
        "all roles": "not_yours",
        "all roles, own": "draft",
        "machine": "not_yours",
    },
    # "send_back (reason)": who might have approved it.
    (VerdictState.IN_REVIEW, Act.SEND_BACK): NOBODY
    | {
        "checker": "wrong_role",
        "checker, own": "wrong_role",
        "reviewer": "draft",
        "reviewer, own": "own_revision",
        "desk head": "draft",
        "desk head, own": "own_revision",
        "all roles": "draft",
        "all roles, own": "own_revision",
        "machine": "draft",
    },
    # "No contributor to a revision may approve it"; a service account never approves.
    (VerdictState.IN_REVIEW, Act.APPROVE): NOBODY
    | {
        "checker": "wrong_role",
        "checker, own": "wrong_role",
        "reviewer": "approved",
        "reviewer, own": "own_revision",
        "desk head": "approved",
        "desk head, own": "own_revision",
        "all roles": "approved",
        "all roles, own": "own_revision",
        "machine": "service_account",
    },
    # "approved --publish--> published": the desk head, also of what she wrote, since somebody else approved it.
    (VerdictState.APPROVED, Act.PUBLISH): HEADS_ONLY
    | {
        "desk head": "published",
        "desk head, own": "published",
        "all roles": "published",
        "all roles, own": "published",
    },
    # "published --retract--> retracted", and what was approved and not published yet.
    **{
        (state, Act.RETRACT): HEADS_ONLY
        | {
            "desk head": "retracted",
            "desk head, own": "retracted",
            "all roles": "retracted",
            "all roles, own": "retracted",
        }
        for state in (VerdictState.APPROVED, VerdictState.PUBLISHED)
    },
}
CLAIM = {
    Act.SUBMIT: ClaimState.REVIEW,
    Act.WITHDRAW: ClaimState.CHECK,
    Act.SEND_BACK: ClaimState.SENT_BACK,
    Act.APPROVE: ClaimState.APPROVED,
    Act.PUBLISH: ClaimState.APPROVED,
    Act.RETRACT: ClaimState.RECHECK,
}


def _facts(state: VerdictState, who: str) -> Facts:
    roles, contributor, service = WHO[who]
    return replace(WHOLE, state=state, roles=frozenset(roles), contributor=contributor, service=service)


@pytest.mark.parametrize(("state", "act", "who"), list(product(VerdictState, Act, WHO)))
def test_state_x_act_x_who(state: VerdictState, act: Act, who: str) -> None:
    # Every step that is not drawn is refused, whoever asks.
    expected = TABLE.get((state, act), {}).get(who, "wrong_state")
    decision = decide(_facts(state, who), act)
    assert (decision.became or decision.code) == expected
    assert decision.claim == (CLAIM[act] if decision.became else None)
    assert bool(decision.says) == (decision.became is None)


def test_the_table_has_every_row() -> None:
    assert set(TABLE) == set(TRANSITIONS)
    assert all(set(row) == set(WHO) for row in TABLE.values())


def _reviewer(**changes: object) -> Facts:
    return replace(_facts(VerdictState.IN_REVIEW, "reviewer"), **changes)


def _head(**changes: object) -> Facts:
    return replace(_facts(VerdictState.IN_REVIEW, "desk head"), **changes)


def _checker(**changes: object) -> Facts:
    return replace(_facts(VerdictState.DRAFT, "checker, own"), **changes)


def _approved(**changes: object) -> Facts:
    return replace(_facts(VerdictState.APPROVED, "desk head"), **changes)


IN_THE_WAY = [
    # "as_of on every verdict", a rating, a rationale: nothing is handed in by halves.
    (_checker(rating=None), Act.SUBMIT, "rating_missing"),
    (_checker(reasoned=False), Act.SUBMIT, "rationale_missing"),
    # Evidence is asked for when somebody stands behind it, not before.
    (_checker(evidence=0), Act.SUBMIT, "in_review"),
    (_checker(conflicts=1), Act.SUBMIT, "in_review"),
    (_checker(latest=False), Act.SUBMIT, "stale_revision"),
    (_checker(current=False), Act.SUBMIT, "claim_changed"),
    (_checker(checkable=False), Act.SUBMIT, "wrong_state"),
    # "Approval needs evidence, a rationale and no open conflict flag on the claim".
    (_reviewer(evidence=0), Act.APPROVE, "evidence_missing"),
    (_reviewer(evidence=0, rating=Rating.NOT_CONFIRMABLE), Act.APPROVE, "approved"),
    (_reviewer(evidence=0, rating=Rating.NOT_CHECKABLE), Act.APPROVE, "approved"),
    (_reviewer(evidence=0, rating=Rating.DISPUTED), Act.APPROVE, "evidence_missing"),
    (_reviewer(conflicts=1), Act.APPROVE, "open_conflict"),
    (_reviewer(conflicts=1, rating=Rating.NOT_CONFIRMABLE), Act.APPROVE, "open_conflict"),
    (_reviewer(reasoned=False), Act.APPROVE, "rationale_missing"),
    (_reviewer(current=False), Act.APPROVE, "claim_changed"),
    (_reviewer(latest=False), Act.APPROVE, "stale_revision"),
    # "or a named override with a reason": the desk head's alone.
    (_reviewer(override=True), Act.APPROVE, "override_refused"),
    (_reviewer(override=True, evidence=0), Act.APPROVE, "override_refused"),
    (_head(override=True, evidence=0, conflicts=2), Act.APPROVE, "approved"),
    (_head(override=True, evidence=0, reason=False), Act.APPROVE, "reason_missing"),
    (_head(reason=False), Act.APPROVE, "approved"),
    # What no override sets aside.
    (_head(override=True, contributor=True), Act.APPROVE, "own_revision"),
    (_head(override=True, service=True), Act.APPROVE, "service_account"),
    (_head(override=True, current=False), Act.APPROVE, "claim_changed"),
    (_head(override=True, rating=None), Act.APPROVE, "rating_missing"),
    # "reasons for send-back", for what readers no longer see, and for nothing else.
    (_reviewer(reason=False), Act.SEND_BACK, "reason_missing"),
    (_reviewer(current=False), Act.SEND_BACK, "draft"),
    (_approved(reason=False), Act.RETRACT, "reason_missing"),
    (_approved(reason=False), Act.PUBLISH, "published"),
    # "value_changed ... send the claim back to be checked": what changed is not published, but can be retracted.
    (_approved(current=False), Act.PUBLISH, "claim_changed"),
    (_approved(current=False), Act.RETRACT, "retracted"),
    # A newer revision is in work: what readers see can be retracted all the same.
    (_approved(latest=False), Act.PUBLISH, "stale_revision"),
    (_approved(latest=False), Act.RETRACT, "retracted"),
]


@pytest.mark.parametrize(("facts", "act", "expected"), IN_THE_WAY)
def test_what_stands_in_the_way(facts: Facts, act: Act, expected: str) -> None:
    decision = decide(facts, act)
    assert (decision.became or decision.code) == expected


@pytest.mark.parametrize("state", list(VerdictState))
def test_the_buttons_of_a_state(state: VerdictState) -> None:
    facts = _facts(state, "reviewer")
    shown = allowed(facts)
    assert set(shown) == {act for at, act in TABLE if at == state}
    assert shown == {act: decide(facts, act) for act in shown}


def test_every_refusal_has_a_name_and_an_answer() -> None:
    codes = {rule.code for transition in TRANSITIONS.values() for rule in transition.rules} | {
        "wrong_state",
        "wrong_role",
    }
    assert codes == set(OF_WORKFLOW)
    # The rest are 422: something that the person can put right in the same form.
    assert codes - set(STATUS_OF) == {
        "evidence_missing",
        "not_yours",
        "open_conflict",
        "override_refused",
        "rating_missing",
        "rationale_missing",
        "reason_missing",
    }
