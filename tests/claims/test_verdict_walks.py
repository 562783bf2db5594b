"""Random people do random things with one claim: no contributor approves, no state that the table does not draw."""

from collections.abc import Callable
from contextlib import suppress

from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from claims.enums import Change, ClaimState, Rating, VerdictState
from claims.models import Claim, Evidence, Review, Verdict
from claims.services import assignments, claim_moves, verdicts
from claims.workflow import TRANSITIONS
from sources.errors import Refusal
from sources.roles import Role
from tests import factories

ROLES = [Role.REPORTER, Role.CHECKER, Role.REVIEWER, Role.REVIEWER, Role.DESK_HEAD]
# Both are legal beside each other: a revision in work, and the claim where its newest revision put it.
STANDS = {
    VerdictState.DRAFT: {ClaimState.CHECK, ClaimState.SENT_BACK, ClaimState.RECHECK, ClaimState.NOT_CHECKABLE},
    VerdictState.IN_REVIEW: {ClaimState.REVIEW, ClaimState.RECHECK},
    VerdictState.APPROVED: {ClaimState.APPROVED, ClaimState.RECHECK},
    VerdictState.PUBLISHED: {ClaimState.APPROVED, ClaimState.RECHECK},
    VerdictState.RETRACTED: {ClaimState.RECHECK, ClaimState.NOT_CHECKABLE, ClaimState.CHECK, ClaimState.UNCHECKED},
}


class _World:
    """One claim, and what people can do with it; what they may not do is refused and leaves nothing."""

    def __init__(self) -> None:
        version = factories.first_version("12 people died, and 40 were hurt.")
        self.claim = factories.figure(version, "12 people died", "12", 12, 12).claim
        self.people = [factories.person(f"person_{at}", role) for at, role in enumerate(ROLES)]
        self.hands: dict[int, set[int]] = {}
        self.linked = 0

    def latest(self) -> Verdict | None:
        return self.claim.verdicts.order_by("-revision").first()

    def open(self, by: User) -> None:
        made = verdicts.open_draft(self.claim, by=by)
        self.hands.setdefault(made.pk, set()).add(made.author_id)

    def write(self, by: User) -> None:
        row = self._row()
        verdicts.write(row, by=by, edits=row.edits, rating=Rating.WRONG, rationale=f"{by.username} says so.")
        self.hands[row.pk].add(by.pk)

    def link(self, by: User) -> None:
        self.linked += 1
        factories.evidence(self.claim, by, source=f"Source {self.linked}")
        self._touched(by)

    def take_back(self, by: User) -> None:
        row = self.claim.evidence.filter(removed_at=None).first()
        if row is not None:
            Evidence.objects.filter(pk=row.pk).update(removed_at=timezone.now(), removed_by=by)
            self._touched(by)

    def act(self, name: str) -> Callable[[User], None]:
        def run(by: User) -> None:
            row = self._row()
            reason = {"reason": "Because."} if name != "submit" else {}
            getattr(verdicts, name)(row, by=by, edits=row.edits, **reason)

        return run

    def override(self, by: User) -> None:
        row = self._row()
        verdicts.approve(row, by=by, edits=row.edits, override=True, reason="I know it.")

    def not_checkable(self, by: User) -> None:
        claim_moves.mark_not_checkable(self._fresh(), by=by, reason="A forecast.")

    def checkable(self, by: User) -> None:
        claim_moves.mark_checkable(self._fresh(), by=by)

    def give_back(self, by: User) -> None:
        assignments.give_back(self._fresh(), by=by)

    def forge(self, by: User) -> None:
        """By SQL, past every service."""
        row = self._row()
        Verdict.objects.filter(pk=row.pk).update(
            state=VerdictState.APPROVED, approved_by=by, approved_at=timezone.now()
        )
        assert by.pk not in self.hands[row.pk]
        raise Refusal  # what SQL lets through has no review, and would not commit

    def new_version(self, by: User) -> None:
        number = self.claim.article.versions.count() + 12
        text = f"{number} people died, and 40 were hurt."
        version = factories.next_version(self.claim.article, text)
        factories.figure(
            version, f"{number} people died", str(number), number, number, claim=self.claim, outcome="value_changed"
        )
        claim_moves.engine_moved(Change.STATE, ClaimState.RECHECK, {self.claim.pk: "It moved on."})

    def _row(self) -> Verdict:
        row = self.latest()
        if row is None:
            raise Refusal
        return row

    def _fresh(self) -> Claim:
        return Claim.objects.get(pk=self.claim.pk)

    def _touched(self, by: User) -> None:
        row = self.latest()
        if row is not None and row.state in {VerdictState.DRAFT, VerdictState.IN_REVIEW}:
            self.hands[row.pk].add(by.pk)


ACTS = ["submit", "withdraw", "send_back", "approve", "publish", "retract"]
OTHERS = ["open", "write", "link", "take_back", "override", "not_checkable", "checkable", "give_back", "forge"]
STEPS = st.lists(
    st.tuples(st.sampled_from([*ACTS, *ACTS, *OTHERS, "open", "write", "new_version"]), st.integers(0, len(ROLES) - 1)),
    min_size=10,
    max_size=30,
)


class TestWalks(TestCase):
    @settings(max_examples=15)
    @given(steps=STEPS)
    def test_no_walk_leads_to_an_approval_by_a_contributor(self, steps: list[tuple[str, int]]) -> None:
        world = _World()
        for name, person in steps:
            step = world.act(name) if name in ACTS else getattr(world, name)
            with suppress(Refusal, DatabaseError), transaction.atomic():
                step(world.people[person])
            _holds(world)


def _holds(world: _World) -> None:
    rows = list(Verdict.objects.order_by("revision"))
    for row in rows:
        assert row.approved_by_id not in world.hands[row.pk]
        assert row.approved_by_id is None or ROLES[_place(world, row)] in {Role.REVIEWER, Role.DESK_HEAD}
    for review in Review.objects.all():
        assert TRANSITIONS[VerdictState(review.was), review.act].became == review.became
    for row in rows:
        told = [VerdictState.DRAFT, *Review.objects.filter(verdict=row).values_list("became", flat=True)]
        assert told[-1] == row.state
    assert [row.revision for row in rows] == list(range(1, len(rows) + 1))
    if rows:
        assert (
            ClaimState(world.claim.__class__.objects.get(pk=world.claim.pk).state)
            in STANDS[VerdictState(rows[-1].state)]
        )


def _place(world: _World, row: Verdict) -> int:
    return [person.pk for person in world.people].index(row.approved_by_id)


def test_the_walks_get_somewhere(db: None) -> None:
    """The world works: one straight walk comes to an approval, so the walks above are not all refusals."""
    world = _World()
    checker, reviewer = world.people[1], world.people[2]
    for name, by in [
        ("link", checker),
        ("open", checker),
        ("write", checker),
        ("submit", checker),
        ("approve", reviewer),
    ]:
        (world.act(name) if name in ACTS else getattr(world, name))(by)
        _holds(world)
    row = world.latest()
    assert row is not None
    assert row.state == VerdictState.APPROVED
