"""The list of flags and the page of one."""

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.enums import FlagState, FlagType, Polarity, Scope
from claims.models import ContradictionFlag
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import Element, page

# Session, user, role, stories to filter by, number of flags, the page of them, flags in the navigation.
LIST_QUERIES = 7
# Session, user, roles, the flag, its moves, four for its neighbours, agencies, the origins'
# mentions, the notes that may settle it, flags in the navigation.
FLAG_QUERIES = 13


def values(client: Client, query: str = "") -> list[str]:
    return [row.one("a", cls="claim").text for row in page(client.get(f"/flags/{query}")).all("tr", cls="row")]


def test_a_row_names_both_values_the_reason_and_the_articles(ferry: Ferry, as_reporter: Client) -> None:
    rows = [[cell.text for cell in row.all("td")] for row in page(as_reporter.get("/flags/")).all("tr", cls="row")]
    assert rows == [
        [
            "Open conflict figure, between sources",
            "37 and 26 cannot both hold.",
            "Tidewater Ledger version 2 Osk Lines version 1 Kalderhaven ferry fire",
        ],
        [
            "Open update figure, across versions Silent change",
            "37 comes after 31.",
            "Tidewater Ledger version 1 to 2 Kalderhaven ferry fire",
        ],
    ]
    assert values(as_reporter) == ["At least 37 against 26", "At least 31 became At least 37"]


BETWEEN, SILENT = "At least 37 against 26", "At least 31 became At least 37"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?state=open", [BETWEEN]),
        ("?state=dismissed", [SILENT]),
        ("?state=", [BETWEEN, SILENT]),  # open ones first
        ("?scope=across_versions", [SILENT]),
        ("?scope=between_sources&state=dismissed", []),
        ("?relation=update", [SILENT]),
        ("?type=quote", []),
        ("?silent=on", [SILENT]),
        ("?state=nonsense", [BETWEEN, SILENT]),
        ("?story=0", [BETWEEN, SILENT]),
        ("?page=1e9", [BETWEEN, SILENT]),
    ],
)
def test_filters_live_in_the_address(query: str, found: list[str], ferry: Ferry, as_reporter: Client) -> None:
    ContradictionFlag.objects.filter(pk=ferry.silent.pk).update(state=FlagState.DISMISSED)
    assert values(as_reporter, query) == found


def test_a_story_filters(ferry: Ferry, as_checker: Client) -> None:
    version = factories.first_version("Two died. Three died.", story=factories.story("Other story"))
    a, b = factories.figure(version, "Two died", "Two", 2, 2), factories.figure(version, "Three died", "Three", 3, 3)
    flag = factories.flag(a, b, scope=Scope.WITHIN_DOCUMENT)
    assert values(as_checker, f"?story={flag.story_id}") == ["Two against Three"]


def test_without_flags_the_page_says_what_will_stand_there(as_reporter: Client) -> None:
    assert page(as_reporter.get("/flags/")).one("div", cls="empty").one("h2").text == "Nothing disagrees"


def compared(flag: Element) -> list[list[str]]:
    return [[cell.text for cell in row.children if isinstance(cell, Element)] for row in flag.one("tbody").all("tr")]


def test_the_page_of_a_flag_has_both_passages_and_the_values_as_read(ferry: Ferry, as_reporter: Client) -> None:
    flag = page(as_reporter.get(f"/flags/{ferry.between.pk}/")).one("main")
    assert flag.one("h1").text == "At least 37 against 26"
    assert flag.one("p", cls="reason").text == "37 and 26 cannot both hold."
    passages = flag.all("blockquote")
    assert [one.text for one in passages] == [
        "At least 37 people died when a ferry burned, the coast guard said.",
        "We mourn 26 passengers.",
    ]
    assert [one.one("mark").text for one in passages] == ["At least 37 people died", "26 passengers"]
    assert compared(flag) == [
        ["What is counted", "people killed", "people killed", "same"],
        ["Lowest", "37", "26", "differs"],
        ["Highest", "no upper bound", "26", "differs"],
        ["Wording", "at least", "exactly", "differs"],
        ["Unit", "person", "person", "same"],
        ["Who says so", "the outlet itself", "the outlet itself", "same"],
        ["In plain words", "At least 37 people killed", "26 people killed", ""],
    ]
    links = [article.one("a").attrs["href"] for article in flag.all("div", cls="passages")[0].all("article")]
    assert links == [
        f"/articles/{ferry.article.pk}/?v=2&claim={ferry.dead.claim_id}#m{ferry.dead.claim_id}",
        f"/articles/{ferry.other.article_id}/?v=1&claim={ferry.fewer_dead.claim_id}#m{ferry.fewer_dead.claim_id}",
    ]


def test_a_silent_change_is_said(ferry: Ferry, as_reporter: Client) -> None:
    flag = page(as_reporter.get(f"/flags/{ferry.silent.pk}/")).one("main")
    assert flag.one("h1").text == "At least 31 became At least 37 Silent change"
    assert flag.one("div", cls="notice").text == (
        "Version 2 has no update or correction note."
        " That is a silent change: readers who saw the earlier version are not told."
    )


def test_a_note_that_does_not_name_the_change_is_quoted(ferry: Ferry, as_reporter: Client) -> None:
    third = factories.next_version(ferry.article, "At least 40 people died.", note="The ferry's name was misspelt.")
    mention = factories.figure(third, "At least 40 people died", "At least 40", 40, None)
    flag = factories.flag(ferry.more_dead, mention, silent=True)
    notice = page(as_reporter.get(f"/flags/{flag.pk}/")).one("div", cls="notice")
    assert notice.text == (
        "Version 3 has a note, and it does not name this change: “The ferry's name was misspelt.”"
        " That is a silent change: readers who saw the earlier version are not told."
    )


def test_words_given_to_two_people_show_the_people(ferry: Ferry, as_reporter: Client) -> None:
    version = factories.first_version("“Nobody has been charged,” said the mayor.", source="Courier")
    said = factories.quote(version, "Nobody has been charged", "the mayor")
    flag = factories.flag(ferry.quote, said, type=FlagType.SPEAKER, scope=Scope.BETWEEN_SOURCES)
    assert page(as_reporter.get(f"/flags/{flag.pk}/")).one("h1").text == "Edda Korsin against the mayor"


def test_a_denial_that_turns_shows_both_stances(ferry: Ferry, as_reporter: Client) -> None:
    third = factories.next_version(ferry.article, "The port authority said that pressure was low.")
    words = "The port authority said that pressure was low"
    says = factories.attribution(
        third, words, "The port authority", "said", "pressure was low", polarity=Polarity.AFFIRMED
    )
    factories.attribution(ferry.second, "the coast guard said", "the coast guard", "said", "the coast guard said")
    type(ferry.denial).objects.filter(pk=ferry.denial.pk).update(polarity=Polarity.DENIED)
    flag = factories.flag(ferry.denial, says, type=FlagType.ATTRIBUTION)
    heading = page(as_reporter.get(f"/flags/{flag.pk}/")).one("h1").text
    assert heading == "The port authority denies it became The port authority says so"


def test_open_flags_lead_to_each_other(ferry: Ferry, as_reporter: Client) -> None:
    newest = page(as_reporter.get(f"/flags/{ferry.between.pk}/"))
    oldest = page(as_reporter.get(f"/flags/{ferry.silent.pk}/"))
    assert [link.attrs["href"] for link in newest.all("a", aria_label="Next open flag")] == [
        f"/flags/{ferry.silent.pk}/"
    ]
    assert newest.all("a", aria_label="Previous open flag") == []
    back = oldest.all("a", aria_label="Previous open flag")
    assert [link.attrs["href"] for link in back] == [f"/flags/{ferry.between.pk}/"]


@pytest.mark.parametrize("pk", ["0", "99999999999999999999"])
def test_a_flag_that_is_not_there_is_not_found(pk: str, as_reporter: Client) -> None:
    assert as_reporter.get(f"/flags/{pk}/").status_code == 404


@pytest.mark.parametrize("flags", [1, 3])
def test_the_number_of_queries_does_not_grow(
    flags: int, ferry: Ferry, as_reporter: Client, django_assert_num_queries: type[CaptureQueriesContext]
) -> None:
    for number in range(flags):
        version = factories.first_version("We mourn 26 passengers.", title=f"{number}", source=f"Outlet {number}")
        newest = factories.flag(ferry.more_dead, factories.figure(version, "26 passengers", "26", 26, 26))
    with django_assert_num_queries(LIST_QUERIES):
        assert len(values(as_reporter)) == flags + 2
    with django_assert_num_queries(FLAG_QUERIES):
        as_reporter.get(f"/flags/{newest.pk}/")
