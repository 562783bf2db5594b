"""The article page: marks, panel, versions, what changed silently."""

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.enums import Outcome, Part
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import Element, page

# Session, user, role, article, its versions, two texts, run, mentions, which flags there are, the open ones, dropped
# mentions, flags in the navigation, stories to choose from; with a claim chosen, that claim, its mentions, which flags
# it has, these and their moves, all its evidence, its corrections, its revisions, acts on them, moves of the claim,
# comments, and claims it may be merged with as well.
QUERIES = 13
QUERIES_WITH_CLAIM = 25


def shown(client: Client, ferry: Ferry, query: str = "") -> Element:
    return page(client.get(f"/articles/{ferry.article.pk}/{query}"))


def marks(words: Element) -> list[tuple[str, str, str]]:
    return [(mark.text, mark.attrs["data-kind"], mark.attrs["data-state"]) for mark in words.all("a", cls="hl")]


def test_each_mention_is_marked_by_kind_and_state(ferry: Ferry, as_checker: Client) -> None:
    assert marks(shown(as_checker, ferry, "?v=1").one("article", id="words")) == [
        ("At least 31 people died", "figure", "flagged"),
        ("Nobody has been charged", "quote", "unchecked"),
        ("The port authority denies that pressure was low", "attribution", "unchecked"),
    ]


def test_the_latest_version_is_shown_without_a_number(ferry: Ferry, as_checker: Client) -> None:
    words = shown(as_checker, ferry).one("article", id="words")
    assert [mark[0] for mark in marks(words)] == ["At least 37 people died", "Nobody has been charged"]


def test_a_mark_describes_itself_and_leads_to_its_claim(ferry: Ferry, as_checker: Client) -> None:
    mark = shown(as_checker, ferry, "?v=1").one("article", id="words").all("a", cls="hl")[0]
    claim = ferry.dead.claim_id
    assert mark.attrs["id"] == f"m{claim}"
    assert mark.attrs["href"] == f"?v=1&claim={claim}#m{claim}"
    assert mark.attrs["aria-describedby"] == "k-figure s-flagged"


def test_a_figure_in_the_headline_is_marked(as_checker: Client) -> None:
    version = factories.first_version("A ferry burned.", title="31 die in ferry fire")
    mention = factories.figure(version, "31 die", "31", 31, 31, part=Part.HEADLINE)
    headline = page(as_checker.get(f"/articles/{version.article_id}/")).one("article", id="words").one("h1")
    assert (headline.text, headline.one("a").text) == ("31 die in ferry fire", "31 die")
    assert headline.one("a").attrs["data-claim"] == str(mention.claim_id)


def test_the_panel_says_what_was_read_and_where_else_the_claim_stands(ferry: Ferry, as_checker: Client) -> None:
    panel = shown(as_checker, ferry, f"?claim={ferry.dead.claim_id}").one("div", id="panel-body")
    lines = panel.one("dl", cls="ledger")
    assert dict(zip([dt.text for dt in lines.all("dt")], [dd.text for dd in lines.all("dd")], strict=True)) == {
        "What is counted": "people killed",
        "Lowest": "37",
        "Highest": "no upper bound",
        "Wording": "at least",
        "Unit": "person",
        "Who says so": "the outlet itself",
    }
    versions = panel.one("ol", cls="rows").all("li")
    assert [line.text for line in versions] == [
        "Version 2 value changed Split: another claim from here on",
        "Version 1 first here At least 31",
    ]


def test_the_panel_shows_both_passages_of_each_flag(ferry: Ferry, as_checker: Client) -> None:
    panel = shown(as_checker, ferry, f"?claim={ferry.dead.claim_id}").one("div", id="panel-body")
    passages = [[side.one("p", cls="passage").text for side in duo.all("div")] for duo in panel.all("div", cls="duo")]
    assert passages == [
        # Conflicts come before updates.
        ["At least 37 people died when a ferry burned, the coast guard said.", "We mourn 26 passengers."],
        [
            "At least 31 people died when a ferry burned, the coast guard said.",
            "At least 37 people died when a ferry burned, the coast guard said.",
        ],
    ]
    assert [link.attrs["href"] for link in panel.all("a", cls="btn--small") if link.text == "Compare the passages"] == [
        f"/flags/{ferry.between.pk}/",
        f"/flags/{ferry.silent.pk}/",
    ]


def test_a_claim_that_is_gone_is_listed_and_says_where_it_was(ferry: Ferry, as_checker: Client) -> None:
    gone = shown(as_checker, ferry).one("ol", cls="claims--gone").one("a")
    assert gone.attrs["href"] == f"?v=1&claim={ferry.denial.claim_id}#m{ferry.denial.claim_id}"
    panel = shown(as_checker, ferry, f"?v=2&claim={ferry.denial.claim_id}").one("div", id="panel-body")
    assert panel.one("div", cls="notice").text == "This claim does not stand in version 2. It was last in version 1."


def test_a_claim_of_another_article_is_not_shown(ferry: Ferry, as_checker: Client) -> None:
    panel = shown(as_checker, ferry, f"?claim={ferry.fewer_dead.claim_id}").one("div", id="panel-body")
    assert panel.one("section", cls="glance").all("p")[0].text == "That claim is not of this article."
    assert "26 passengers" not in panel.one("section", cls="glance").text


def test_silent_changes_are_said_on_the_version_that_made_them(ferry: Ferry, as_checker: Client) -> None:
    notice = shown(as_checker, ferry, "?v=2").one("article", id="words").one("div", cls="notice--bad")
    assert notice.one("b").text == "1 silent change."
    assert [(link.text, link.attrs["href"]) for link in notice.all("a")] == [
        ("All that changed, and a draft of the note", f"/articles/{ferry.article.pk}/versions/?b=2"),
        ("At least 31 became At least 37", f"/flags/{ferry.silent.pk}/"),
    ]
    assert shown(as_checker, ferry, "?v=1").one("article", id="words").all("div", cls="notice--bad") == []


def test_changed_paragraphs_have_a_bar(ferry: Ferry, as_checker: Client) -> None:
    words = shown(as_checker, ferry, "?v=2").one("article", id="words")
    assert [line.text[:18] for line in words.all("p", cls="changed-since")] == ["At least 37 people"]


def test_versions_are_switched_by_links_and_keys(ferry: Ferry, as_checker: Client) -> None:
    first = shown(as_checker, ferry, "?v=1").one("ol", cls="versions").all("a")
    assert [(link.attrs["href"], link.attrs.get("aria-current")) for link in first] == [
        ("?v=1", "page"),
        ("?v=2", None),
    ]
    assert [link.attrs.get("data-key") for link in first] == [None, "]"]
    second = shown(as_checker, ferry).one("ol", cls="versions").all("a")
    assert [link.attrs.get("data-key") for link in second] == ["[", None]


@pytest.mark.parametrize("query", ["?v=3", "?v=0", "?v=x", "?v=-1", "?v=1e9", "?v=99999999999999999999", "?v=١"])
def test_a_version_that_is_not_there_is_not_found(query: str, ferry: Ferry, as_checker: Client) -> None:
    answer = as_checker.get(f"/articles/{ferry.article.pk}/{query}")
    assert answer.status_code == 404
    assert page(answer).one("h1").text == "There is nothing at this address"


@pytest.mark.parametrize("claim", ["0", "x", "-1", "99999999999999999999", "%00"])
def test_a_claim_that_is_not_there_does_no_harm(claim: str, ferry: Ferry, as_checker: Client) -> None:
    assert as_checker.get(f"/articles/{ferry.article.pk}/?claim={claim}").status_code == 200


@pytest.mark.parametrize("pk", ["0", "99999999999999999999999"])
def test_an_article_that_is_not_there_is_not_found(pk: str, as_checker: Client) -> None:
    assert as_checker.get(f"/articles/{pk}/").status_code == 404


@pytest.mark.parametrize(
    ("marks_of", "words"),
    [("has_bidi", "This was \u202eeurt\u202c."), ("has_invisible", "This was un\u200btrue.")],
)
def test_deceptive_characters_are_warned_about(marks_of: str, words: str, as_checker: Client) -> None:
    version = factories.first_version(words)
    assert getattr(version, marks_of)
    words = page(as_checker.get(f"/articles/{version.article_id}/")).one("article", id="words")
    assert len(words.all("div", cls="notice--warn")) == 1


def test_htmx_gets_the_panel_alone(ferry: Ferry, as_checker: Client) -> None:
    answer = as_checker.get(
        f"/articles/{ferry.article.pk}/?claim={ferry.dead.claim_id}",
        headers={"HX-Request": "true", "HX-Target": "panel-body"},
    )
    assert [child.attrs["id"] for child in page(answer).children if isinstance(child, Element)] == ["panel-body"]


def test_a_reworded_claim_says_what_became_of_it(ferry: Ferry, as_checker: Client) -> None:
    third = factories.next_version(
        ferry.article, "No one has been charged, “Nobody has been charged” said Edda Korsin."
    )
    mention = factories.quote(
        third, "Nobody has been charged", "Edda Korsin", claim=ferry.quote.claim, outcome=Outcome.REWORDED
    )
    panel = shown(as_checker, ferry, f"?claim={mention.claim_id}").one("div", id="panel-body")
    outcomes = [line.one("span", cls="end").text for line in panel.one("ol", cls="rows").all("li")]
    assert outcomes == ["reworded", "first here", "unchanged"]


@pytest.mark.parametrize("flags", [1, 3])
def test_the_number_of_queries_does_not_grow(
    flags: int, ferry: Ferry, as_checker: Client, django_assert_num_queries: type[CaptureQueriesContext]
) -> None:
    for number in range(flags):
        version = factories.first_version("We mourn 26 passengers.", title=f"{number}", source=f"Outlet {number}")
        factories.flag(ferry.more_dead, factories.figure(version, "26 passengers", "26", 26, 26))
    with django_assert_num_queries(QUERIES):
        shown(as_checker, ferry)
    with django_assert_num_queries(QUERIES_WITH_CLAIM):
        shown(as_checker, ferry, f"?claim={ferry.dead.claim_id}")
