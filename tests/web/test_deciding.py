"""A desk decides on a flag: what is kept, what is refused, two at once, and back again."""

import pytest
from django.test import Client

from claims.enums import DismissalReason, FlagState
from claims.models import ContradictionFlag
from claims.services import decisions
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import Element, page

WHY = "They count other people."
SETTLES = "Say what settles it: the note, the correction, or the version."
REFUSED, STALE = 422, 409


def moves(flag: ContradictionFlag) -> list[tuple[str, str, str, str, str]]:
    return [
        (move.was, move.became, move.by.username if move.by else "", move.code, move.reason)
        for move in flag.moves.select_related("by")
    ]


def decide(client: Client, flag: ContradictionFlag, query: str = "", **typed: str) -> object:
    return client.post(f"/flags/{flag.pk}/decide/{query}", {"seen": "open", "reason": "", **typed})


def aside(client: Client, flag: ContradictionFlag) -> Element:
    return page(client.get(f"/flags/{flag.pk}/")).one("main").one("aside")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"decision": "upheld"}, ("open", "upheld", "checker", "", "")),
        ({"decision": "upheld", "reason": WHY}, ("open", "upheld", "checker", "", WHY)),
        (
            {"decision": "dismissed", "code": "another_count", "reason": WHY},
            ("open", "dismissed", "checker", "another_count", WHY),
        ),
        # A reason code chosen before the mind was changed is not kept with another decision.
        ({"decision": "upheld", "code": "misread"}, ("open", "upheld", "checker", "", "")),
        ({"decision": "resolved", "reason": "See the note."}, ("open", "resolved", "checker", "", "See the note.")),
    ],
)
def test_a_decision_is_kept_with_who_and_why_and_leads_to_the_next_flag(
    typed: dict[str, str], kept: tuple[str, ...], ferry: Ferry, as_checker: Client
) -> None:
    answer = decide(as_checker, ferry.between, **typed)
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"/flags/{ferry.silent.pk}/?decided={ferry.between.pk}",
    )
    assert moves(ferry.between) == [kept]
    ferry.between.refresh_from_db()
    assert ferry.between.state == kept[1]


def test_after_the_last_open_flag_comes_the_list(ferry: Ferry, as_desk_head: Client) -> None:
    decide(as_desk_head, ferry.silent, decision="upheld")
    answer = decide(as_desk_head, ferry.between, decision="upheld")
    assert answer.headers["Location"] == f"/flags/?decided={ferry.between.pk}"
    done = page(as_desk_head.get(answer.headers["Location"])).one("div", cls="done")
    assert done.one("p").text == f"F-{ferry.between.pk} upheld. Both articles show it."


def test_the_next_flag_is_one_of_those_that_were_filtered(ferry: Ferry, as_checker: Client) -> None:
    version = factories.first_version("Two died. Three died.", story=factories.story("Other story"))
    a, b = factories.figure(version, "Two died", "Two", 2, 2), factories.figure(version, "Three died", "Three", 3, 3)
    elsewhere = factories.flag(a, b, weight=100)
    query = f"?story={ferry.story.pk}"
    answer = decide(as_checker, ferry.between, query, decision="upheld")
    assert answer.headers["Location"] == f"/flags/{ferry.silent.pk}/{query}&decided={ferry.between.pk}"
    assert elsewhere.state == FlagState.OPEN


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, ["Choose one of the three."]),
        ({"decision": "open"}, ["Choose one of the three."]),
        ({"decision": "nonsense", "code": "misread"}, ["Choose one of the three."]),
        (
            {"decision": "dismissed"},
            ["Choose why it is no contradiction; the rule's precision is counted from it."],
        ),
        ({"decision": "resolved"}, [SETTLES]),
        (
            {"decision": "resolved", "reason": " \u00a0"},
            [SETTLES],
        ),
        ({"decision": "dismissed", "code": "other"}, ["Say in a sentence why this is no contradiction."]),
    ],
)
def test_a_refusal_stands_where_the_act_was_tried(
    typed: dict[str, str], said: list[str], ferry: Ferry, as_checker: Client
) -> None:
    answer = decide(as_checker, ferry.between, **typed)
    assert answer.status_code == REFUSED
    form = page(answer).one("form", id="decide")
    assert [error.text for error in form.all("span", cls="error")] == said
    assert moves(ferry.between) == []


def test_nothing_typed_is_lost_with_a_refusal(ferry: Ferry, as_checker: Client) -> None:
    typed = {"decision": "dismissed", "reason": WHY}
    form = page(decide(as_checker, ferry.between, **typed)).one("form", id="decide")
    assert form.one("textarea", name="reason").text == WHY
    assert [radio.attrs["value"] for radio in form.all("input", type="radio") if "checked" in radio.attrs] == [
        "dismissed"
    ]


def test_of_two_who_decide_at_once_the_second_sees_the_first_and_keeps_the_words(
    ferry: Ferry, as_checker: Client, as_desk_head: Client
) -> None:
    decide(as_desk_head, ferry.between, decision="dismissed", code="misread", reason="A typing error.")
    answer = decide(as_checker, ferry.between, decision="upheld", reason=WHY)
    assert answer.status_code == STALE
    form = page(answer).one("form", id="decide")
    notice = form.one("div", cls="notice")
    assert notice.all("p")[0].text == (
        "Somebody decided on this flag in the meantime. Look at it again."
        " What you typed was not recorded; it stands below."
    )
    assert notice.all("p")[1].one("b").text == "Dismissed"
    assert form.one("textarea", name="reason").text == WHY
    assert moves(ferry.between) == [("open", "dismissed", "desk_head", "misread", "A typing error.")]
    # Having seen it, the second may decide otherwise.
    seen = form.one("input", name="seen").attrs["value"]
    assert decide(as_checker, ferry.between, decision="upheld", reason=WHY, seen=seen).status_code == 302
    assert moves(ferry.between)[1:] == [("dismissed", "upheld", "checker", "", WHY)]


def test_a_decision_is_undone_from_the_next_page(ferry: Ferry, as_checker: Client) -> None:
    following = decide(as_checker, ferry.between, decision="upheld").headers["Location"]
    form = page(as_checker.get(following)).one("div", cls="done").one("form")
    assert form.one("button").attrs["data-key"] == "u"
    answer = as_checker.post(form.attrs["action"], {"seen": form.one("input", name="seen").attrs["value"]})
    assert answer.headers["Location"] == f"/flags/{ferry.between.pk}/"
    assert moves(ferry.between)[1:] == [("upheld", "open", "checker", "", "")]
    said = page(as_checker.get(answer.headers["Location"])).one("div", cls="notice--page").text
    assert said == f"F-{ferry.between.pk} is open again."


def test_only_the_one_who_decided_is_offered_to_undo_it_at_once(
    ferry: Ferry, as_checker: Client, as_desk_head: Client
) -> None:
    following = decide(as_checker, ferry.between, decision="upheld").headers["Location"]
    assert page(as_desk_head.get(following)).all("div", cls="done") == []


def test_what_somebody_decided_otherwise_since_is_not_undone(
    ferry: Ferry, as_checker: Client, as_desk_head: Client
) -> None:
    decide(as_checker, ferry.between, decision="upheld")
    decide(as_desk_head, ferry.between, decision="dismissed", code="misread", seen="upheld")
    answer = as_checker.post(f"/flags/{ferry.between.pk}/reopen/", {"seen": "upheld"}, follow=True)
    assert page(answer).one("div", cls="notice--page").text == (
        "Somebody decided on this flag in the meantime. Look at it again."
    )
    assert [move[1] for move in moves(ferry.between)] == ["upheld", "dismissed"]


def test_a_flag_that_was_found_anew_is_not_opened_a_second_time(ferry: Ferry, as_checker: Client) -> None:
    decisions.move(ferry.between, FlagState.RESOLVED, by=None, reason="Version 2 no longer says it.")
    factories.flag(ferry.between.a, ferry.between.b, scope=ferry.between.scope)
    answer = as_checker.post(f"/flags/{ferry.between.pk}/reopen/", {"seen": "resolved"}, follow=True)
    assert page(answer).one("div", cls="notice--page").text == (
        "The same two passages have a newer flag, which is open. Decide on that one."
    )
    assert [move[1] for move in moves(ferry.between)] == ["resolved"]


def test_the_history_says_who_when_and_why_and_when_it_closed_by_itself(
    ferry: Ferry, checker: object, as_reporter: Client
) -> None:
    decisions.dismiss(ferry.between, by=checker, code=DismissalReason.ANOTHER_COUNT, reason=WHY)
    decisions.reopen(ferry.between, by=checker)
    decisions.move(ferry.between, FlagState.RESOLVED, by=None, reason="Version 3 no longer says it.")
    shown = aside(as_reporter, ferry.between)
    at = [element.text for element in shown.one("section", **{"aria-labelledby": "h-hist"}).all("time")]
    lines = [line.text for line in shown.one("section", **{"aria-labelledby": "h-hist"}).all("li")]
    assert lines == [
        f"Resolved by the engine, {at[0]} Version 3 no longer says it.",
        f"Opened again by Checker, {at[1]}",
        f"Dismissed by Checker, {at[2]} Another count They count other people.",
        f"Found by the engine, {at[3]}",
    ]


def test_a_reporter_reads_along(ferry: Ferry, as_reporter: Client) -> None:
    shown = aside(as_reporter, ferry.between)
    assert shown.all("form") == []
    assert shown.all("p")[0].text == "Checkers and the desk head decide on flags. You can read along."


def test_what_was_decided_stands_in_both_articles(ferry: Ferry, checker: object, as_reporter: Client) -> None:
    decisions.uphold(ferry.between, by=checker, reason=WHY)
    for article, claim in ((ferry.article, ferry.dead), (ferry.other.article, ferry.fewer_dead)):
        panel = page(as_reporter.get(f"/articles/{article.pk}/?claim={claim.claim_id}")).one("div", id="panel-body")
        decided = [line for line in panel.all("p", cls="small") if line.text.startswith("Upheld by Checker")]
        assert [line.text.endswith(WHY) for line in decided] == [True]


def test_beside_the_text_stand_the_gravest_flags_and_how_many_more_there_are(ferry: Ferry, as_reporter: Client) -> None:
    for number in range(7):
        version = factories.first_version("We mourn 26 passengers.", title=f"{number}", source=f"Outlet {number}")
        one = factories.figure(version, "26 passengers", "26", 26, 26)
        factories.flag(ferry.more_dead, one, reason=f"Weight {number}.", weight=90 + number)
    panel = page(as_reporter.get(f"/articles/{ferry.article.pk}/")).one("div", id="panel-body")
    section = panel.one("section", **{"aria-labelledby": "open-h"})
    assert section.one("h3").text == "Open flags 9"
    assert [row.all("p")[1].text for row in section.all("li")] == [f"Weight {number}." for number in (6, 5, 4, 3, 2)]
    more = section.one("p", cls="mt-3").one("a")
    assert more.text == "4 more"
    found = page(as_reporter.get(more.attrs["href"]))
    assert len(found.all("tr", cls="row")) == 9
    assert found.one("p", cls="lede").text == "9 match; only those of one article. How the engine decides"


def test_how_grave_a_flag_is_is_said_in_words(ferry: Ferry, as_reporter: Client) -> None:
    section = aside(as_reporter, ferry.between).one("section", **{"aria-labelledby": "h-sev"})
    assert section.one("h2").text == "How grave it is 61 of 100"
    assert [line.text for line in section.all("li")] == [
        "30 a conflict: both cannot be right",
        "30 it is about what happened to people",
        "1 how far apart the two values are",
    ]


LINE = "Update: the figure for people killed is now 37."


def test_a_line_for_the_note_settles_a_flag_and_shows_on_both_sides(ferry: Ferry, as_checker: Client) -> None:
    decide(as_checker, ferry.between, decision="resolved", line=f" {LINE} ")
    assert [(move.became, move.reason, move.note) for move in ferry.between.moves.all()] == [("resolved", "", LINE)]
    for article, claim in ((ferry.article, ferry.dead.claim_id), (ferry.other.article, ferry.fewer_dead.claim_id)):
        shown = page(as_checker.get(f"/articles/{article.pk}/?claim={claim}"))
        assert [quote.text for quote in shown.all("q")] == [LINE]


def test_a_note_that_readers_have_settles_it(ferry: Ferry, as_checker: Client) -> None:
    note = "Corrected: 26 died, not 31 or 37."
    third = factories.next_version(ferry.article, "At least 40 people died.", note=note)
    version = factories.next_version(ferry.other.article, "We mourn 27 passengers.", note="Of another article.")
    form = aside(as_checker, ferry.silent)
    assert [option.text for option in form.one("select", name="published").all("option")] == [
        "None of them",
        f"Version 3: {note}",
    ]
    decide(as_checker, ferry.silent, decision="resolved", published=str(version.pk))
    assert list(ferry.silent.moves.all()) == []
    decide(as_checker, ferry.silent, decision="resolved", published=str(third.pk), line="Not this one.")
    assert [move.note for move in ferry.silent.moves.all()] == [note]


def test_the_line_that_is_suggested_stands_in_the_form(ferry: Ferry, as_checker: Client) -> None:
    ContradictionFlag.objects.filter(pk=ferry.silent.pk).update(suggestion=LINE)
    assert aside(as_checker, ferry.silent).one("textarea", name="line").text == LINE
    refused = page(decide(as_checker, ferry.silent, decision="resolved", line="  ")).one("main").one("aside")
    assert refused.one("span", id="reason-e").text == SETTLES


def test_a_settled_change_is_silent_no_more_and_its_line_is_in_the_draft(ferry: Ferry, as_checker: Client) -> None:
    decide(as_checker, ferry.silent, decision="resolved", line=LINE)
    main = page(as_checker.get(f"/articles/{ferry.article.pk}/versions/")).one("main")
    assert main.all("div", id="silent") == []
    assert [area.text for area in main.all("textarea")] == [LINE, ""]
