"""The queue: what stands in which view, in what order, why, and what the page costs."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.enums import Change, ClaimState, Kind, Priority
from claims.models import Claim, ClaimMove, Comment, SavedView
from claims.queries import queue as queries
from claims.queries import queue_counts
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import Element, page

# Session, user, roles, people to give claims to, the claims in order, what they are, their mentions (latest, all),
# flags, evidence, verdicts, moves, comments, saved views, all counts, stories to filter by.
QUERIES = 16


def listed(client: Client, query: str = "") -> list[str]:
    """The claims of a view, by their words."""
    return [row.one("a", cls="claim").text for row in rows(client, query)]


def rows(client: Client, query: str = "") -> list[Element]:
    return page(client.get(f"/queue/{query}")).all("tr", cls="row")


def cells(row: Element) -> list[str]:
    return [cell.text for cell in row.children if isinstance(cell, Element)]


@pytest.fixture
def counts(db: None) -> list[Claim]:
    """Five figures of one article: 1 to 5 people were hurt."""
    text = " ".join(f"In house {number}, {number} people were hurt." for number in range(1, 6))
    version = factories.first_version(text, story=factories.story())
    words = [f"{number} people were hurt" for number in range(1, 6)]
    return [factories.figure(version, word, word[0], int(word[0]), int(word[0])).claim for word in words]


def hurt(*numbers: int) -> list[str]:
    return [f"{number} people were hurt" for number in numbers]


def changed(claim: Claim, **columns: object) -> None:
    Claim.objects.filter(pk=claim.pk).update(**columns)


def test_each_view_holds_what_it_says(counts: list[Claim], checker: User, as_checker: Client) -> None:
    mine, sent_back, again, waiting, approved = counts
    changed(mine, assignee=checker, state=ClaimState.CHECK)
    changed(sent_back, state=ClaimState.SENT_BACK)
    changed(again, state=ClaimState.RECHECK, due_at=timezone.now())
    changed(waiting, assignee=checker, state=ClaimState.REVIEW)
    changed(approved, state=ClaimState.APPROVED, glance=True)
    assert {view.value: sorted(listed(as_checker, f"?view={view}")) for view in queries.View} == {
        "mine": hurt(1),  # what is in review waits for somebody else
        "open": hurt(1, 2, 3, 4),
        "unassigned": hurt(2, 3),
        "sent_back": hurt(2),
        "recheck": hurt(3),
        "glance": hurt(5),  # approved, and still wants a look
        "review": hurt(4),
        "flags": [],
        "due": hurt(3),
        "comments": [],
    }


def test_what_the_latest_text_dropped_is_in_no_view(counts: list[Claim], as_checker: Client) -> None:
    changed(counts[0], stands=False)
    assert listed(as_checker) == hurt(2, 3, 4, 5)


def test_the_more_urgent_comes_first_then_the_nearer_deadline(counts: list[Claim], as_checker: Client) -> None:
    now = timezone.now()
    changed(counts[0], priority=Priority.LOW, due_at=now)
    changed(counts[2], due_at=now + timedelta(hours=2))
    changed(counts[3], due_at=now + timedelta(hours=1))
    changed(counts[4], priority=Priority.URGENT)
    assert listed(as_checker) == hurt(5, 4, 3, 2, 1)
    assert listed(as_checker, "?order=due") == hurt(1, 4, 3, 2, 5)
    assert listed(as_checker, "?order=newest") == hurt(5, 4, 3, 2, 1)


def test_the_gravest_flag_first(ferry: Ferry, as_checker: Client) -> None:
    quote = factories.quote(ferry.other, "mourn", "Osk Lines")
    third = factories.quote(ferry.second, "Edda Korsin", "Edda Korsin")
    factories.flag(third, quote, weight=100)
    found = listed(as_checker, "?view=flags")
    assert found[:2] == ["“mourn”, Osk Lines", "“Edda Korsin”, Edda Korsin"]
    assert sorted(found[2:]) == ["26 passengers", "At least 37 people died"]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("?state=recheck", [2]),
        ("?kind=figure", [1, 2, 3, 4, 5]),
        ("?kind=quote", []),
        ("?who=nobody", [2, 3, 4, 5]),
        ("?who=me", [1]),
        ("?who=99999999", []),
        ("?who=everybody", [1, 2, 3, 4, 5]),  # no filter of ours
        ("?priority=3", [5]),
        ("?priority=0", [4]),  # low is a priority too
        ("?due=overdue", [3]),
        ("?due=day", [2, 3]),
        ("?due=some", [1, 2, 3]),
        ("?q=4 people", [4]),
        ("?q=house 4", [4]),  # the sentence is searched too
        ("?q=4%25", []),  # no pattern
        ("?q=%00", [1, 2, 3, 4, 5]),
        ("?source=tidewater", [1, 2, 3, 4, 5]),
        ("?source=osk", []),
        ("?story=99999999999", []),
        ("?flagged=on", []),
        ("?view=no-such&order=no-such", [1, 2, 3, 4, 5]),
        ("?state=recheck&priority=3", []),
    ],
)
def test_filters_live_in_the_address(
    query: str, numbers: list[int], counts: list[Claim], checker: User, as_checker: Client
) -> None:
    now = timezone.now()
    changed(counts[0], assignee=checker, due_at=now + timedelta(days=2))
    changed(counts[1], state=ClaimState.RECHECK, due_at=now + timedelta(hours=2))
    changed(counts[2], due_at=now - timedelta(hours=2))
    changed(counts[3], priority=Priority.LOW)
    changed(counts[4], priority=Priority.URGENT)
    assert sorted(listed(as_checker, query)) == hurt(*numbers)


def test_a_filter_that_finds_nothing_offers_the_way_back(counts: list[Claim], as_checker: Client) -> None:
    empty = page(as_checker.get("/queue/?view=recheck&q=volcano")).one("div", cls="empty")
    assert (empty.one("h2").text, empty.one("a").attrs["href"]) == ("No claim matches", "?view=recheck")


@pytest.mark.parametrize("view", list(queries.View))
def test_an_empty_view_says_what_would_stand_there(view: queries.View, as_checker: Client) -> None:
    version = factories.first_version("12 people died.")
    changed(factories.figure(version, "12 people died", "12", 12, 12).claim, state=ClaimState.APPROVED)
    empty = page(as_checker.get(f"/queue/?view={view}")).one("div", cls="empty")
    assert empty.one("h2").text not in {"No claim matches", "No claim yet"}
    assert all(link.attrs["href"] for link in empty.all("a"))


def test_a_desk_without_a_claim_is_told_to_add_an_article(as_checker: Client) -> None:
    main = page(as_checker.get("/queue/?view=unassigned")).one("main")
    empty = main.one("div", cls="empty")
    assert (empty.one("h2").text, empty.one("a").attrs["href"]) == ("No claim yet", "/articles/add/")
    assert main.all("form") == []


def test_a_row_says_why_it_is_there(ferry: Ferry, checker: User, desk_head: User, as_checker: Client) -> None:
    denied = ferry.denial.claim
    changed(denied, state=ClaimState.RECHECK, priority=Priority.HIGH, stands=True)
    ClaimMove.objects.create(
        claim=denied, what=Change.STATE, was="approved", became="recheck", reason="Affirmed became denied."
    )
    changed(ferry.quote.claim, state=ClaimState.CHECK, assignee=checker, due_at=timezone.now() - timedelta(minutes=5))
    assert [cells(row)[1:] for row in rows(as_checker)] == [
        [
            "Check again",
            "The port authority denies that pressure was low Attribution Tidewater Ledger, version 1",
            "Affirmed became denied. No evidence yet",
            "– nobody",
            "High",
        ],
        [
            "In check",
            "“Nobody has been charged”, Edda Korsin Quote Tidewater Ledger, version 2",
            "No evidence yet",
            "C Checker",
            "5 min late",
        ],
        [
            "Unchecked Flagged",
            "At least 37 people died Figure Tidewater Ledger, version 2",
            "37 and 26 cannot both hold. 2 open flags No evidence yet",
            "– nobody",
            "",
        ],
        [
            "Unchecked Flagged",
            "26 passengers Figure Osk Lines, version 1",
            "37 and 26 cannot both hold. No evidence yet",
            "– nobody",
            "",
        ],
    ]


def test_a_comment_waits_until_it_is_answered(
    counts: list[Claim], checker: User, second_checker: User, as_checker: Client
) -> None:
    asked = Comment.objects.create(claim=counts[1], by=second_checker, text="Is that both houses?")
    asked.people.add(checker)
    # Said to somebody else, and said by the person to herself.
    Comment.objects.create(claim=counts[2], by=second_checker, text="Look at this").people.add(second_checker)
    Comment.objects.create(claim=counts[3], by=checker, text="Note to self").people.add(checker)
    assert [cells(row)[3] for row in rows(as_checker, "?view=comments")] == [
        "Second checker: Is that both houses? No evidence yet"
    ]
    Comment.objects.create(claim=counts[1], by=checker, text="Yes, both.")
    assert listed(as_checker, "?view=comments") == []


def test_pages_of_fifty_follow_each_other_while_claims_come_in(as_checker: Client, db: None) -> None:
    version = factories.first_version("Nothing burned.")
    claims = Claim.objects.bulk_create(Claim(article=version.article, kind=Kind.FIGURE) for _ in range(120))
    found: list[str] = []
    query = "?view=open"
    for _ in range(3):
        seen = page(as_checker.get(f"/queue/{query}"))
        found += [row.one("a", cls="claim").text for row in seen.all("tr", cls="row")]
        Claim.objects.create(article=version.article, kind=Kind.FIGURE, priority=Priority.URGENT)  # above, read already
        query = next((link.attrs["href"] for link in seen.all("a", rel="next")), "")
    assert found == [f"C-{claim.pk}" for claim in claims]
    assert query == ""


@pytest.mark.parametrize("order", ["priority", "due", "newest"])
def test_every_order_goes_through_all_claims_once(
    order: str, counts: list[Claim], as_checker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    now = timezone.now()
    changed(counts[0], due_at=now, priority=Priority.HIGH)
    changed(counts[1], due_at=now)
    found, query = [], f"?order={order}"
    while query:
        seen = page(as_checker.get(f"/queue/{query}"))
        found += [row.one("a", cls="claim").text for row in seen.all("tr", cls="row")]
        query = next((link.attrs["href"] for link in seen.all("a", rel="next")), "")
    assert sorted(found) == hurt(1, 2, 3, 4, 5)
    monkeypatch.setattr(queries, "PAGE", 50)
    assert found == listed(as_checker, f"?order={order}")


def test_flags_go_through_pages_by_their_weight(
    ferry: Ferry, as_checker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PAGE", 1)
    first = page(as_checker.get("/queue/?view=flags"))
    second = page(as_checker.get(f"/queue/{first.one('a', rel='next').attrs['href']}"))
    found = [one.one("tr", cls="row").one("a", cls="claim").text for one in (first, second)]
    assert found == ["At least 37 people died", "26 passengers"]
    assert second.all("a", rel="next") == []


@pytest.mark.parametrize("cursor", ["-1.2", "1", "1.2.3", "9" * 30 + ".1", "1.x", "%00", "٣.٣"])
def test_a_cursor_that_is_none_begins_at_the_beginning(cursor: str, counts: list[Claim], as_checker: Client) -> None:
    assert listed(as_checker, f"?after={cursor}") == hurt(1, 2, 3, 4, 5)


def test_counts_stand_beside_the_views_and_stop_at_a_thousand(as_checker: Client, checker: User) -> None:
    version = factories.first_version("Nothing burned.")
    Claim.objects.bulk_create(Claim(article=version.article, kind=Kind.FIGURE) for _ in range(1_001))
    Claim.objects.create(article=version.article, kind=Kind.FIGURE, assignee=checker)
    SavedView.objects.create(owner=checker, name="My own", query="view=open&who=me")
    nav = page(as_checker.get("/queue/?view=mine")).one("nav", cls="sidenav")
    shown = [link.text for link in nav.all("a") if link.attrs["href"].startswith("/queue/")]
    assert shown == [
        "Queue, mine: 1",
        "Mine, 1",
        "All open, 1,000+",
        "Unassigned, 1,000+",
        "Sent back, 0",
        "Check again, 0",
        "Reworded, 0",
        "In review, 0",
        "With open flags, 0",
        "Deadlines, 0",
        "Comments to me, 0",
        "My own, 1",
    ]


def test_a_search_counts_fewer_before_it_stops(
    counts: list[Claim], as_checker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for most in (4, 5):
        monkeypatch.setattr(queue_counts, "MOST_FOUND", most)
        told.append(page(as_checker.get("/queue/?q=people")).one("p", cls="lede").text.split(".")[1].strip())
    assert told == ["4+ match", "5 match"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int,
    counts: list[Claim],
    checker: User,
    second_checker: User,
    as_checker: Client,
    django_assert_num_queries: type[CaptureQueriesContext],
) -> None:
    for claim in counts[number:]:
        changed(claim, stands=False)
    for claim in counts[:number]:
        changed(claim, state=ClaimState.SENT_BACK, assignee=second_checker)
        ClaimMove.objects.create(claim=claim, what=Change.STATE, was="review", became="sent_back", by=second_checker)
        Comment.objects.create(claim=claim, by=second_checker, text="And?").people.add(checker)
        SavedView.objects.create(owner=checker, name=f"{claim}", query=f"view=open&story={claim.article.story_id}")
        other = factories.first_version("3 people were hurt.", title=f"{claim}", source=f"Outlet {claim.pk}")
        flagged = factories.figure(other, "3 people were hurt", "3", 3, 3)
        changed(flagged.claim, stands=False)
        factories.flag(claim.mentions.get(), flagged)
    with django_assert_num_queries(QUERIES):
        assert len(rows(as_checker)) == number


def test_a_day_begins_at_the_queue_or_at_the_articles(as_checker: Client, as_reporter: Client) -> None:
    assert as_checker.get("/start/").headers["Location"] == "/queue/?view=mine"
    assert as_reporter.get("/start/").headers["Location"] == "/"
