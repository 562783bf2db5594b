"""Two people at one instant, each on a connection of their own: one of them is refused, and nothing is lost."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, OperationalError, connection, transaction

from claims.enums import Change, ClaimState, Rating, VerdictState
from claims.errors import ClaimChanged, OwnRevision, StaleClaim, StaleVerdict, WrongState
from claims.models import AuditEntry, Claim, Review, Verdict, VerdictContributor
from claims.services import assignments, claim_moves, verdicts
from sources.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
# Both sides meet before they act; nobody waits longer than this for the other.
PATIENCE = 30


@pytest.fixture
def cast() -> dict[str, User]:
    roles = {"checker": Role.CHECKER, "ann": Role.REVIEWER, "ben": Role.REVIEWER, "head": Role.DESK_HEAD}
    return {name: factories.person(name, role) for name, role in roles.items()}


@pytest.fixture
def claim() -> Claim:
    version = factories.first_version("12 people died, and 40 were hurt.")
    return factories.figure(version, "12 people died", "12", 12, 12).claim


@pytest.fixture
def row(claim: Claim, cast: dict[str, User]) -> Verdict:
    factories.evidence(claim, cast["checker"])
    draft = _draft(claim, cast)
    return verdicts.submit(draft, by=cast["checker"], edits=draft.edits).verdict


def _draft(claim: Claim, cast: dict[str, User]) -> Verdict:
    draft = verdicts.open_draft(claim, by=cast["checker"])
    return verdicts.write(draft, by=cast["checker"], edits=draft.edits, rating=Rating.WRONG, rationale="It was 13.")


def _at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Runs acts side by side; gives what each came to: its result, or what it raised."""
    line = threading.Barrier(len(acts), timeout=PATIENCE)

    def run(act: Callable[[], Any]) -> Any:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")  # connected before the start, so that they really meet
            line.wait()
            return act()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [made.result(timeout=2 * PATIENCE) for made in [pool.submit(run, act) for act in acts]]


class _Held:
    """A transaction of somebody else that has acted and not committed yet."""

    def __init__(self, act: Callable[[], Any]) -> None:
        self.act, self.acted, self.go = act, threading.Event(), threading.Event()
        self.pool = ThreadPoolExecutor(1)
        self.done = self.pool.submit(self._run)
        assert self.acted.wait(PATIENCE)

    def _run(self) -> Any:
        try:
            with transaction.atomic():
                made = self.act()
                self.acted.set()
                assert self.go.wait(PATIENCE)
            return made
        finally:
            self.acted.set()
            connection.close()

    def commit(self) -> Any:
        self.go.set()
        made = self.done.result(timeout=PATIENCE)
        self.pool.shutdown()
        return made


def _beside(first: Callable[[], Any], second: Callable[[], Any]) -> Any:
    """What the second comes to that starts while the first has acted and not committed."""
    held = _Held(first)
    waiting = ThreadPoolExecutor(1)

    def run() -> Any:
        try:
            return second()
        except Exception as error:
            return error
        finally:
            connection.close()

    late = waiting.submit(run)
    _until_somebody_waits()
    held.commit()
    made = late.result(timeout=PATIENCE)
    waiting.shutdown()
    return made


def _until_somebody_waits() -> None:
    """Until a connection of this database waits for a lock of another one."""
    turn = threading.Event()
    for _ in range(PATIENCE * 100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return
        turn.wait(0.01)
    raise AssertionError("Nobody waited.")


def _kinds(made: list[Any]) -> set[type]:
    return {type(one) for one in made}


def test_two_reviewers_at_one_instant(row: Verdict, cast: dict[str, User]) -> None:
    made = _at_once(
        lambda: verdicts.approve(row, by=cast["ann"], edits=row.edits),
        lambda: verdicts.approve(row, by=cast["ben"], edits=row.edits),
    )
    assert _kinds(made) == {Review, StaleVerdict}
    assert Review.objects.filter(act="approve").count() == 1
    (approval,) = (one for one in made if isinstance(one, Review))
    assert Verdict.objects.get().approved_by == approval.by


def test_approved_and_sent_back_at_one_instant(row: Verdict, cast: dict[str, User]) -> None:
    made = _at_once(
        lambda: verdicts.approve(row, by=cast["ann"], edits=row.edits),
        lambda: verdicts.send_back(row, by=cast["ben"], edits=row.edits, reason="Which police?"),
    )
    assert _kinds(made) == {Review, StaleVerdict}
    assert Review.objects.count() == 2


def test_the_same_person_twice(row: Verdict, cast: dict[str, User]) -> None:
    made = _at_once(*[lambda: verdicts.approve(row, by=cast["ann"], edits=row.edits)] * 2)
    assert _kinds(made) == {Review, StaleVerdict}


def test_approving_while_the_author_withdraws_and_writes(row: Verdict, cast: dict[str, User]) -> None:
    def rewrite() -> Verdict:
        draft = verdicts.withdraw(row, by=cast["checker"], edits=row.edits).verdict
        return verdicts.write(draft, by=cast["checker"], edits=draft.edits, rationale="It was 14.")

    made = _beside(rewrite, lambda: verdicts.approve(row, by=cast["ann"], edits=row.edits))
    assert isinstance(made, StaleVerdict)
    assert (Verdict.objects.get().state, Verdict.objects.get().rationale) == (VerdictState.DRAFT, "It was 14.")


def test_two_write_at_one_instant(claim: Claim, cast: dict[str, User]) -> None:
    draft = _draft(claim, cast)
    made = _at_once(
        lambda: verdicts.write(draft, by=cast["ann"], edits=draft.edits, rationale="Ann's."),
        lambda: verdicts.write(draft, by=cast["ben"], edits=draft.edits, rationale="Ben's."),
    )
    assert _kinds(made) == {Verdict, StaleVerdict}
    (written,) = (one for one in made if isinstance(one, Verdict))
    assert Verdict.objects.get().rationale == written.rationale


def test_two_open_a_draft_at_one_instant(claim: Claim, cast: dict[str, User]) -> None:
    made = _at_once(*[lambda name=name: verdicts.open_draft(claim, by=cast[name]) for name in ("ann", "ben")])
    assert made[0] == made[1] == Verdict.objects.get()


def test_a_new_version_beside_an_approval(row: Verdict, claim: Claim, cast: dict[str, User]) -> None:
    """The version came first: the approval waits for it, and is refused."""
    version = factories.next_version(claim.article, "13 people died, and 40 were hurt.")

    def arrive() -> None:
        factories.figure(version, "13 people died", "13", 13, 13, claim=claim, outcome="value_changed")
        claim_moves.engine_moved(Change.STATE, ClaimState.RECHECK, {claim.pk: "12 became 13."})

    made = _beside(arrive, lambda: verdicts.approve(row, by=cast["ann"], edits=row.edits))
    assert isinstance(made, ClaimChanged)
    assert Claim.objects.get(pk=claim.pk).state == ClaimState.RECHECK


def test_an_approval_beside_a_new_version(row: Verdict, claim: Claim, cast: dict[str, User]) -> None:
    """The approval came first: it stands for the old words, and the claim is to be checked again."""
    factories.next_version(claim.article, "13 people died, and 40 were hurt.")
    made = _beside(
        lambda: verdicts.approve(row, by=cast["ann"], edits=row.edits),
        lambda: claim_moves.engine_moved(Change.STATE, ClaimState.RECHECK, {claim.pk: "12 became 13."}),
    )
    assert made is None
    assert Verdict.objects.get().state == VerdictState.APPROVED
    moves = list(claim.moves.filter(what="state").values_list("was", "became"))
    assert moves[-2:] == [("review", "approved"), ("approved", "recheck")]


def test_the_approver_links_evidence_in_another_session(row: Verdict, claim: Claim, cast: dict[str, User]) -> None:
    made = _beside(
        lambda: factories.evidence(claim, cast["ann"], source="Coast guard"),
        lambda: verdicts.approve(row, by=cast["ann"], edits=row.edits),
    )
    assert isinstance(made, StaleVerdict)
    row.refresh_from_db()
    with pytest.raises(OwnRevision):
        verdicts.approve(row, by=cast["ann"], edits=row.edits)


APPROVE = "UPDATE claims_verdict SET state = 'approved', approved_by_id = %s, approved_at = now()"


@pytest.mark.parametrize("isolation", ["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
def test_the_same_by_sql(row: Verdict, cast: dict[str, User], isolation: str) -> None:
    def approve() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET TRANSACTION ISOLATION LEVEL {isolation}")
            cursor.execute("SELECT count(*) FROM claims_verdictcontributor")
            cursor.execute(APPROVE, [cast["ann"].pk])

    made = _beside(lambda: VerdictContributor.objects.create(verdict=row, person=cast["ann"]), approve)
    # Either the rule sees her, or the database refuses to go on with an old picture.
    assert isinstance(made, IntegrityError if isolation == "READ COMMITTED" else OperationalError)
    assert Verdict.objects.get().state == VerdictState.IN_REVIEW


def test_a_contributor_is_named_beside_an_approval(row: Verdict, cast: dict[str, User]) -> None:
    made = _beside(
        lambda: verdicts.approve(row, by=cast["ann"], edits=row.edits),
        lambda: VerdictContributor.objects.create(verdict=row, person=cast["ann"]),
    )
    assert isinstance(made, IntegrityError)
    assert not VerdictContributor.objects.filter(person=cast["ann"]).exists()


def test_evidence_linked_while_a_draft_opens_counts(claim: Claim, cast: dict[str, User]) -> None:
    held = _Held(lambda: factories.evidence(claim, cast["ann"]))
    # Neither waits for the other: the draft cannot see her passage yet.
    draft = _draft(claim, cast)
    held.commit()
    submitted = verdicts.submit(draft, by=cast["checker"], edits=draft.edits).verdict
    with pytest.raises(OwnRevision):
        verdicts.approve(submitted, by=cast["ann"], edits=submitted.edits)


def test_two_take_a_claim_at_one_instant(claim: Claim, cast: dict[str, User]) -> None:
    def take(name: str) -> Any:
        return assignments.take(Claim.objects.get(pk=claim.pk), by=cast[name])

    made = _at_once(lambda: take("ann"), lambda: take("ben"))
    assert sum(isinstance(one, StaleClaim) for one in made) == 1


def test_not_checkable_beside_a_submission(claim: Claim, cast: dict[str, User]) -> None:
    draft = _draft(claim, cast)
    seen = Claim.objects.get(pk=claim.pk)
    made = _beside(
        lambda: verdicts.submit(draft, by=cast["checker"], edits=draft.edits),
        lambda: claim_moves.mark_not_checkable(seen, by=cast["ann"], reason="A forecast."),
    )
    assert isinstance(made, WrongState)


def test_bulk_in_either_order_does_not_lock_up(cast: dict[str, User]) -> None:
    version = factories.first_version(" ".join(f"{n} people fled." for n in range(10, 18)))
    seen = []
    for n in range(10, 18):
        claim = factories.figure(version, f"{n} people fled", str(n), n, n).claim
        factories.evidence(claim, cast["checker"], source=f"Source {n}")
        draft = _draft(claim, cast)
        submitted = verdicts.submit(draft, by=cast["checker"], edits=draft.edits).verdict
        seen.append((submitted, submitted.edits))
    made = _at_once(
        lambda: verdicts.approve_all(seen, by=cast["ann"]),
        lambda: verdicts.approve_all(seen[::-1], by=cast["ben"]),
    )
    assert _kinds(made) == {list, StaleVerdict}
    assert Review.objects.filter(act="approve").count() == 8


def test_the_chain_has_one_order_however_many_write(cast: dict[str, User]) -> None:
    version = factories.first_version(" ".join(f"{n} people fled." for n in range(10, 16)))
    claims = [factories.figure(version, f"{n} people fled", str(n), n, n).claim for n in range(10, 16)]
    made = _at_once(*[lambda claim=claim: verdicts.open_draft(claim, by=cast["ann"]) for claim in claims])
    assert _kinds(made) == {Verdict}
    entries = list(AuditEntry.objects.values_list("seq", "previous", "hash"))
    assert [seq for seq, _, _ in entries] == list(range(1, len(entries) + 1))
    assert [previous for _, previous, _ in entries[1:]] == [hash for _, _, hash in entries[:-1]]
