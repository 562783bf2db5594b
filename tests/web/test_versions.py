"""The page of two versions: what changed, and what became of the claims and their verdicts."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.enums import Outcome, RunState
from claims.services import decisions
from tests import factories
from tests.web.fire import NEW, OLD, Fire, count, fire, rows, shown
from tests.web.pages import page

__all__ = ["fire"]

# Session, user, roles, counts in the navigation, the article, its versions, the two texts, the run, mentions, flags
# with their moves, verdicts, glances, drafts.
QUERIES = 14
# What changed in the story of the fire: thing, difference, what became of the claim, of its verdict (V), the note.
CHANGED = [
    [
        "people killed",
        "28 became 31 Read as 28 people killed, now 31 people killed Who says so: the coast guard",
        "Value changed",
        "V Sent back",
        "In the note",
    ],
    [
        "people injured",
        "61 became 58 Read as 61 people injured, now 58 people injured",
        "Value changed",
        "",
        "Silent change",
    ],
    [
        "people on board",
        "not there became 237 Read as 237 people on board",
        "New",
        "",
        "Nothing to note",
    ],
    [
        "people taken in",
        "taken in 44 people became admitted 44 people Read as 44 people taken in",
        "Reworded",
        "V Kept, asks for a glance",
        "",
    ],
    [
        "a name",
        "Tomas Rell became Tomas Roll The doors were open on Monday, Tomas Roll reported.",
        "Changed",
        "",
        "Not in the note",
    ],
    [
        "a date",
        "Tuesday became Monday The doors were open on Monday, Tomas Roll reported.",
        "Changed",
        "",
        "Not in the note",
    ],
    ["pressure was low", "The port authority says so became gone", "Dropped", "", ""],
    [
        "a hedge",
        "may became gone The doors may have been open on Tuesday, Tomas Rell reported.",
        "Gone",
        "",
        "Not in the note",
    ],
]


def test_numbers_come_first_then_names_dates_attributions_and_hedges(fire: Fire, as_reporter: Client) -> None:
    main = shown(as_reporter, fire)
    assert main.one("h1").text == "What changed from version 1 to version 2"
    assert [group.text for group in main.all("tr", cls="grouprow")] == [
        "Figures 4",
        "Names 1",
        "Dates 1",
        "Attributions 1",
        "Hedges and sources 1",
    ]
    # The two verdicts need not be of one minute.
    verdicts = [f"Confirmed as of {one.verdicts.get().as_of:%-d %b, %H:%M}" for one in (fire.dead, fire.taken_in)]
    found = rows(main)
    for row in found:
        row[2:] = [cell.replace(verdicts[0], "V").replace(verdicts[1], "V") for cell in row[2:]]
    assert found == CHANGED


def test_a_flag_between_a_claim_that_went_and_the_one_in_its_place_joins_their_rows(
    fire: Fire, as_reporter: Client
) -> None:
    factories.flag(fire.low.mentions.get(), fire.aboard.mentions.get(), silent=True)
    main = shown(as_reporter, fire)
    found = {link.attrs["id"]: row for row in main.all("tr", cls="row") for link in row.all("a") if "id" in link.attrs}
    for one, other, words in ((fire.low, fire.aboard, "237"), (fire.aboard, fire.low, "The port authority says so")):
        row = found[f"c{one.pk}"]
        link = next(link for link in row.all("a") if link.attrs["href"] == f"#c{other.pk}")
        assert link.text == words
        assert row.one("a", cls="tag").text == "Silent change"
    assert not [link for link in found[f"c{fire.hurt.pk}"].all("a") if link.attrs["href"].startswith("#")]


def test_outcomes_are_counted_and_filter(fire: Fire, as_reporter: Client) -> None:
    chips = shown(as_reporter, fire).one("nav", cls="filters").all("a")
    assert [chip.text for chip in chips] == [
        "To look at 8",
        "Value changed 2",
        "Dropped 1",
        "New 1",
        "Reworded 1",
        "Unchanged 1",
        "Wording, no claim 3",
        "All 9",
    ]
    found = {chip.text.rpartition(" ")[0]: rows(shown(as_reporter, fire, chip.attrs["href"])) for chip in chips}
    assert {name: len(one) for name, one in found.items()} == {
        chip.text.rpartition(" ")[0]: int(chip.text.rpartition(" ")[2]) for chip in chips
    }
    assert [row[0] for row in found["Value changed"]] == ["people killed", "people injured"]
    assert [row[3].partition(" as of")[0] for row in found["Unchanged"]] == ["Confirmed"]
    assert found["Unchanged"][0][3].endswith("Kept")
    assert len(rows(shown(as_reporter, fire, "?outcome=nonsense"))) == 8


def test_silent_changes_stand_against_the_note(fire: Fire, as_reporter: Client) -> None:
    main = shown(as_reporter, fire)
    assert main.one("div", id="silent").text == (
        "1 silent change. The note does not name it. Name it in a note, or dismiss the flag with a reason."
        " 61 became 58 people injured"
    )
    assert main.one("p", cls="noted").text == "Note of version 2 Updated with the coast guard’s count of the dead."
    bad = [row.one("th").text for row in main.all("tr", cls="is-bad")]
    assert bad == ["people injured"]


def test_a_dismissed_change_is_silent_no_more(fire: Fire, as_checker: Client, checker: User) -> None:
    decisions.dismiss(fire.silent, by=checker, code="misread", reason="")
    main = shown(as_checker, fire)
    assert main.all("div", id="silent") == []
    assert rows(main)[1][4] == "Dismissed: no change of fact Dismissed"
    assert [one.text for one in main.all("textarea")] == ["", ""]


def test_the_text_below_has_every_word_put_in_and_taken_out(fire: Fire, as_reporter: Client) -> None:
    text = shown(as_reporter, fire).one("div", cls="difftext")
    lines = text.all("p")
    assert [line.attrs["class"] for line in lines] == [
        "line line--changed",
        "line line--changed",
        "line line--in",
        "line line--out",
        "line line--changed",
    ]
    assert [(one.tag, one.text) for one in lines[0].all() if one.tag in {"ins", "del"}] == [
        ("del", "28"),
        ("ins", "31"),
        ("del", "61"),
        ("ins", "58"),
    ]
    whole = shown(as_reporter, fire, "?text=whole").one("div", cls="difftext")
    assert len(whole.all("p", cls="line")) == 6
    assert [heading.text for heading in whole.all("h3")] == ["Ferry fire in Kalderhaven"]


def test_a_paragraph_that_moved_is_not_taken_out_and_put_in(as_checker: Client, db: None) -> None:
    first = factories.first_version("One ferry burned at night.\nTwo people died in it.\nThree boats came to help.")
    factories.run(first)
    moved = "Three boats came to help.\nOne ferry burned at night.\nTwo people died in it."
    factories.run(factories.next_version(first.article, moved))
    main = page(as_checker.get(f"/articles/{first.article_id}/versions/")).one("main")
    assert [line.text for line in main.one("div", cls="difftext").all("p")] == [
        "Moved: it was paragraph 3",
        "Three boats came to help.",
    ]
    assert main.all("ins") + main.all("del") == []


# Which two versions.


def test_one_version_has_nothing_to_compare(as_checker: Client, db: None) -> None:
    version = factories.first_version("Nine people died.")
    where = f"/articles/{version.article_id}/versions/"
    assert page(as_checker.get(where)).one("div", cls="empty").one("h2").text == "There is one version only"
    assert as_checker.get(f"{where}?a=1").status_code == 404
    assert as_checker.get("/articles/0/versions/").status_code == 404


def test_the_same_text_under_another_headline(as_checker: Client, db: None) -> None:
    first = factories.first_version("Nine people died.", title="Ferry burns")
    factories.run(first)
    factories.run(factories.next_version(first.article, "Nine people died.", title="Ferry burns down"))
    main = page(as_checker.get(f"/articles/{first.article_id}/versions/")).one("main")
    assert main.one("div", cls="difftext").text == "Ferry burns down Only the headline changed."
    assert main.one("div", cls="empty").one("p").text == (
        "No figure, name, date, quote, attribution or hedge changed. Show all claims"
    )


@pytest.mark.parametrize(
    ("query", "pair"),
    [
        ("", (2, 3)),
        ("?a=1&b=2", (1, 2)),
        ("?a=1&b=3", (1, 3)),
        # the other way round is the same pair
        ("?a=3&b=1", (1, 3)),
        # one number: what that version changed; of the first one, what came behind it
        ("?b=2", (1, 2)),
        ("?a=1", (1, 2)),
        ("?a=2&b=2", (1, 2)),
    ],
)
def test_which_two_are_compared(query: str, pair: tuple[int, int], fire: Fire, as_reporter: Client) -> None:
    factories.run(factories.next_version(fire.article, "All is over."))
    main = shown(as_reporter, fire, query)
    assert main.one("h1").text == f"What changed from version {pair[0]} to version {pair[1]}"
    chosen = [option.attrs["value"] for option in main.all("option") if "selected" in option.attrs]
    assert chosen == [str(number) for number in pair]


@pytest.mark.parametrize("query", ["?a=9", "?a=1&b=9", "?b=x", "?a=1e9&b=2"])
def test_versions_that_do_not_exist(query: str, fire: Fire, as_reporter: Client) -> None:
    assert as_reporter.get(f"/articles/{fire.article.pk}/versions/{query}").status_code == 404


def test_keys_lead_to_the_pairs_beside(fire: Fire, as_reporter: Client) -> None:
    for words in ("All is over.", "All is well."):
        factories.run(factories.next_version(fire.article, words))
    main = shown(as_reporter, fire, "?a=2&b=3")
    assert {key: main.one("a", data_key=key).attrs["href"] for key in "[]"} == {"[": "?a=1&b=2", "]": "?a=3&b=4"}
    assert shown(as_reporter, fire).all("a", data_key="]") == []


def test_over_several_versions_the_ends_are_compared(fire: Fire, as_reporter: Client) -> None:
    """61 became 58 and 61 again: in the end nothing changed. 28, 31, 33: the value changed, once."""
    third = factories.next_version(fire.article, NEW.replace("31", "33").replace("58", "61"))
    dead, hurt = (claim.mentions.get(version=fire.second) for claim in (fire.dead, fire.hurt))
    count(third, "33", "At least 33 people died", "people killed", dead, Outcome.VALUE_CHANGED, "the coast guard")
    count(third, "61", "61 were hurt", "people injured", hurt, Outcome.VALUE_CHANGED)
    found = {row[0]: (row[1].partition(" Read")[0], row[2]) for row in rows(shown(as_reporter, fire, "?a=1&b=3"))}
    assert found["people killed"] == ("28 became 33", "Value changed")
    assert "people injured" not in found


def test_a_version_that_is_not_read_yet_shows_its_text(as_checker: Client, db: None) -> None:
    first = factories.first_version("Nine people died.")
    second = factories.next_version(first.article, "Ten people died.")
    factories.run(second, RunState.DUE)
    main = page(as_checker.get(f"/articles/{first.article_id}/versions/")).one("main")
    assert main.one("div", cls="notice").text == (
        "Waiting to be read. What became of each claim stands here as soon as version 2 is read; "
        "the text below is compared already."
    )
    assert [one.text for one in main.all("ins")] == ["Ten"]


@pytest.mark.parametrize("more", [1, 3])
def test_the_number_of_queries_does_not_depend_on_the_number_of_claims(
    more: int, fire: Fire, as_reporter: Client, checker: User, reviewer: User
) -> None:
    for number in range(more):
        text = f"{OLD}\n{70 + number} people fled, and {80 + number} were saved."
        first = factories.next_version(fire.article, text)
        fled = count(first, str(70 + number), f"{70 + number} people fled", "people who fled")
        factories.approved(fled, checker, reviewer)
        second = factories.next_version(fire.article, text.replace("7", "9"), note="Counts.")
        now = count(
            second, str(90 + number), f"{90 + number} people fled", "people who fled", fled, Outcome.VALUE_CHANGED
        )
        decisions.uphold(factories.flag(fled, now, silent=True), by=checker)
    where = f"/articles/{fire.article.pk}/versions/?a=1"
    as_reporter.get(where)
    with CaptureQueriesContext(connection) as queries:
        as_reporter.get(where)
    assert len(queries) == QUERIES


def test_words_of_a_text_are_never_markup(as_checker: Client, checker: User) -> None:
    first = factories.first_version("Two <b>people</b> died & rest.", by=checker)
    factories.run(factories.next_version(first.article, "Two <script>alert(1)</script> died & rest.", by=checker))
    text = page(as_checker.get(f"/articles/{first.article_id}/versions/")).one("div", cls="difftext")
    assert text.all("script") + text.all("b") == []
    assert [one.text for one in text.all("del")] == ["b>people", "b"]
