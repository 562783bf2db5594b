"""The list of articles: what it counts, how it filters, and what it costs."""

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.enums import RunState
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import Element, page

# Session, user, role, flags in the navigation, stories to filter by, number of articles, the page of them, and their
# latest versions, claims, waiting versions, flags and failed runs.
QUERIES = 12


def rows(client: Client, query: str = "") -> list[list[str]]:
    """The cells of each article's row, as they read."""
    return [cells(row) for row in page(client.get(f"/{query}")).all("tr", cls="row")]


def cells(row: Element) -> list[str]:
    title = row.one("th").one("a").text
    return [title, *(cell.text for cell in row.all("td"))]


def test_an_article_stands_with_its_latest_version_and_its_counts(ferry: Ferry, as_checker: Client) -> None:
    factories.next_version(ferry.other.article, "We mourn 27 passengers.", title="Second statement")
    assert rows(as_checker) == [
        # The statement's latest version is not read yet, so no claim of it is known; its flag stays.
        ["Second statement", "Kalderhaven ferry fire", "Claims: 0", "Open flags: 1", "1 version being read"],
        # A flag that joins two versions of one article counts once.
        ["Ferry fire in Kalderhaven", "Kalderhaven ferry fire", "Claims: 2", "Open flags: 2", "Read"],
    ]


def test_a_failed_version_says_why_and_offers_a_retry(as_checker: Client) -> None:
    version = factories.first_version("Nine people died.")
    run = factories.run(version, RunState.FAILED, error="MemoryError: too much")
    row = page(as_checker.get("/")).one("tr", cls="row")
    assert row.one("p", cls="mono").text == "MemoryError: too much"
    assert row.one("form").attrs["action"] == f"/runs/{run.pk}/retry/"


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?q=ferry fire", ["Statement", "Ferry fire in Kalderhaven", "Ferry timetable"]),  # headline or story
        ("?q=OSK", ["Statement"]),  # the source, case aside
        ("?q=31 people", []),  # texts are not searched
        ("?state=flagged", ["Statement", "Ferry fire in Kalderhaven"]),
        ("?state=waiting", ["Ferry timetable"]),
        ("?state=failed", []),
        ("?state=no-such", ["Statement", "Ferry fire in Kalderhaven", "Ferry timetable"]),  # no filter of ours
        ("?story=999999999999999999999999", ["Statement", "Ferry fire in Kalderhaven", "Ferry timetable"]),
        ("?q=%00", ["Statement", "Ferry fire in Kalderhaven", "Ferry timetable"]),
        ("?page=1000000000", ["Statement", "Ferry fire in Kalderhaven", "Ferry timetable"]),  # the last page there is
        ("?page=-1", ["Statement", "Ferry fire in Kalderhaven", "Ferry timetable"]),
    ],
)
def test_filters(query: str, titles: list[str], as_checker: Client, request: pytest.FixtureRequest) -> None:
    factories.first_version("A ferry leaves at nine.", title="Ferry timetable", story=None, source="Ferry fire brigade")
    request.getfixturevalue("ferry")
    assert [row[0] for row in rows(as_checker, query)] == titles


def test_a_story_filters(ferry: Ferry, as_checker: Client) -> None:
    other = factories.story("Another story")
    factories.first_version("Nothing burned.", title="Elsewhere", story=other)
    assert [row[0] for row in rows(as_checker, f"?story={other.pk}")] == ["Elsewhere"]


def test_without_articles_the_page_says_what_to_do(as_checker: Client) -> None:
    empty = page(as_checker.get("/")).one("div", cls="empty")
    assert (empty.one("h2").text, empty.one("a").attrs["href"]) == ("No article yet", "/articles/add/")


def test_a_filter_that_finds_nothing_offers_the_way_back(ferry: Ferry, as_checker: Client) -> None:
    empty = page(as_checker.get("/?q=volcano")).one("div", cls="empty")
    assert (empty.one("h2").text, empty.one("a").attrs["href"]) == ("No article matches", "/")


def test_pages_of_twenty_five(as_checker: Client) -> None:
    for number in range(26):
        factories.first_version("Nothing burned.", title=f"Article {number}")
    assert [row[0] for row in rows(as_checker)] == [f"Article {number}" for number in range(25, 0, -1)]
    assert [row[0] for row in rows(as_checker, "?page=2")] == ["Article 0"]


@pytest.mark.parametrize("articles", [1, 3])
def test_the_number_of_queries_does_not_grow(
    articles: int, as_checker: Client, django_assert_num_queries: type[CaptureQueriesContext]
) -> None:
    for number in range(articles):
        version = factories.first_version("Nine people died.", title=f"Article {number}", story=factories.story())
        factories.figure(version, "Nine people died", "Nine", 9, 9)
        factories.run(version, RunState.FAILED, error="broken")
    with django_assert_num_queries(QUERIES):
        assert len(rows(as_checker)) == articles
