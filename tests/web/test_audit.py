"""The page of the audit trail: who did what, found by person, matter, claim and day; and whether the trail holds."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.enums import DismissalReason, Rating
from claims.models import AuditCheck, AuditEntry, Claim
from claims.services import auditing, comments, containment, decisions, evidence, verdicts
from sources.roles import Role
from sources.services import people
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import Element, page

# Session, user, roles; the last look, entries, these with those before them, claims of revisions, people, roles, their
# articles; everybody to filter by, whether a look waits, counts of the navigation.
QUERIES = 13


def committed() -> None:
    """Entries are written when a transaction commits; a test's never does."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def rows(client: Client, query: str = "") -> list[Element]:
    return page(client.get(f"/audit/{query}")).all("tr", cls="row")


def told(client: Client, query: str = "") -> list[tuple[str, str]]:
    """Who did what, without the rows that tell how a test came about."""
    found = [row.all("td") for row in rows(client, query)]
    return [(cells[1].text, cells[2].all("span")[0].text) for cells in found]


def looked_at() -> None:
    """A look at the whole trail. The servers of the tests are emptied between them, which a trigger refuses else."""
    committed()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE claims_auditentry ENABLE TRIGGER entry_stays_whole")
    auditing.look(auditing.ask())


@pytest.fixture
def worked_on(ferry: Ferry, checker: User, reviewer: User) -> Claim:
    """A claim with what people do with one, and a flag that was dismissed."""
    claim = ferry.quote.claim
    row = factories.evidence(claim, checker)
    containment.renew([row])
    committed()
    evidence.remove(row, by=checker)
    evidence.restore(row, by=reviewer)
    comments.say(claim, "Ask the harbour.", by=checker)
    decisions.dismiss(ferry.silent, by=reviewer, code=DismissalReason.ANOTHER_COUNT)
    draft = verdicts.open_draft(claim, by=checker)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=Rating.CONFIRMED, rationale="She said so.")
    verdicts.submit(draft, by=checker, edits=draft.edits)
    committed()
    return claim


@pytest.mark.parametrize(("who", "status"), [("desk_head", 200), ("admin", 200), ("reviewer", 403), ("reporter", 403)])
def test_the_desk_head_and_the_admin_see_the_trail(
    who: str, status: int, worked_on: Claim, request: pytest.FixtureRequest
) -> None:
    client: Client = request.getfixturevalue(f"as_{who}")
    answer = client.get("/audit/")
    assert (answer.status_code, "Ask the harbour" in answer.content.decode()) == (status, status == 200)
    assert client.post("/audit/check/").status_code == (302 if status == 200 else 403)
    # Who may look at it is led there from a claim, and from the navigation.
    led = f'href="/audit/?claim={worked_on.pk}"'
    shown = client.get(f"/articles/{worked_on.article_id}/?claim={worked_on.pk}").content.decode()
    assert (led in shown, 'href="/audit/"' in shown) == (status == 200, status == 200)


def test_each_act_stands_there_in_words(worked_on: Claim, as_desk_head: Client) -> None:
    assert told(as_desk_head, f"?claim={worked_on.pk}&about=evidence") == [
        ("Reviewer", "Put a passage back"),
        ("Checker", "Took a passage back"),
        ("The engine", "Looked at a passage again"),
        ("Checker", "Linked a passage"),
    ]
    assert told(as_desk_head, "?about=flags") == [("Reviewer", "Dismissed a flag")]
    assert told(as_desk_head, "?about=comments") == [("Checker", "Commented")]
    assert told(as_desk_head, f"?claim={worked_on.pk}&about=verdicts")[0] == (
        "Checker",
        "Submitted a revision for review",
    )


def test_the_filters_narrow_and_stand_in_the_address(
    worked_on: Claim, checker: User, reviewer: User, as_desk_head: Client
) -> None:
    assert {who for who, _ in told(as_desk_head, f"?by={reviewer.pk}")} == {"Reviewer"}
    assert {who for who, _ in told(as_desk_head, f"?by={checker.pk}&about=comments")} == {"Checker"}
    yesterday = timezone.localdate() - timedelta(days=1)
    assert told(as_desk_head, f"?day={yesterday}") == []
    assert len(told(as_desk_head, f"?day={timezone.localdate()}")) == AuditEntry.objects.count()
    other = Claim.objects.exclude(pk=worked_on.pk).earliest("pk")
    assert told(as_desk_head, f"?claim={other.pk}&about=verdicts") == []
    assert "No entry matches" in page(as_desk_head.get(f"/audit/?day={yesterday}")).text
    # What is no filter of ours is none.
    assert len(told(as_desk_head, "?by=x&about=x&claim=0&day=x")) == AuditEntry.objects.count()


def test_what_is_done_about_people_is_in_the_trail(checker: User, admin: User, as_admin: Client) -> None:
    committed()
    people.change_roles(checker, [Role.REVIEWER], by=admin)
    committed()
    assert sorted(told(as_admin, "?about=people")[:3]) == [
        ("Admin", "Checker: Roles: checker became reviewer."),
        ("–", "Checker has the role reviewer"),
        ("–", "Checker lost the role checker"),
    ]


def test_a_page_has_fifty_and_leads_to_the_next(ferry: Ferry, checker: User, as_desk_head: Client) -> None:
    for number in range(51):
        comments.say(ferry.quote.claim, f"Word {number}.", by=checker)
    committed()
    first = page(as_desk_head.get("/audit/?about=comments"))
    assert len(first.all("tr", cls="row")) == 50
    following = first.one("a", rel="next").attrs["href"]
    assert len(rows(as_desk_head, following)) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int,
    ferry: Ferry,
    checker: User,
    as_desk_head: Client,
    django_assert_num_queries: type[CaptureQueriesContext],
) -> None:
    for mention in [ferry.quote, ferry.dead, ferry.denial][:number]:
        verdicts.open_draft(mention.claim, by=checker)
    committed()
    with django_assert_num_queries(QUERIES):
        assert len(rows(as_desk_head, "?about=verdicts")) > number


def test_a_trail_that_holds_says_up_to_where(worked_on: Claim, desk_head: User, as_desk_head: Client) -> None:
    assert "The whole trail was not looked at yet." in page(as_desk_head.get("/audit/")).text
    as_desk_head.post("/audit/check/")
    assert "It is being looked at now." in page(as_desk_head.get("/audit/")).text
    looked_at()
    shown = page(as_desk_head.get("/audit/")).one("div", cls="notice--good").text
    assert shown.startswith(f"Intact up to entry {AuditEntry.objects.count()}.")
    assert "for Desk head" in shown


def test_a_change_behind_its_back_shows_where_it_is(worked_on: Claim, as_desk_head: Client) -> None:
    spoken = AuditEntry.objects.get(relation="claims_comment").seq
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE claims_auditentry DISABLE TRIGGER entry_stays")
        words = "jsonb_set(payload, '{text}', '\"Say nothing.\"')"
        cursor.execute(f"UPDATE claims_auditentry SET payload = {words} WHERE seq = %s", [spoken])
        cursor.execute("ALTER TABLE claims_auditentry ENABLE TRIGGER entry_stays")
    assert [row.attrs["id"] for row in page(as_desk_head.get("/audit/")).all("tr", cls="is-bad")] == [f"e{spoken}"]
    looked_at()
    shown = page(as_desk_head.get("/audit/")).one("div", cls="notice--bad")
    assert "The trail does not hold: 2 faults." in shown.text
    led = [link.attrs["href"] for link in shown.all("a")]
    assert led == [f"/audit/?before={spoken + 1}"] * 2
    assert rows(as_desk_head, led[0].removeprefix("/audit/"))[0].attrs["id"] == f"e{spoken}"


def test_an_empty_trail_says_what_will_stand_there(as_desk_head: Client) -> None:
    assert "Nothing has happened yet" in page(as_desk_head.get("/audit/")).text


def test_the_sweep_asks_once_a_day_and_tells_a_worker_once(db: None) -> None:
    first = auditing.due()
    assert first is not None
    assert first.by is None
    assert auditing.due() is None  # told a moment ago
    AuditCheck.objects.update(sent_at=timezone.now() - auditing.LOST_AFTER)
    assert auditing.due() == first  # whoever was told is gone
    auditing.look(first)
    assert auditing.due() is None
    AuditCheck.objects.update(finished_at=timezone.now() - auditing.EVERY)
    assert auditing.due() != first
    assert AuditCheck.objects.count() == 2
