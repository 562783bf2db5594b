"""A reviewer's pages: what waits, one revision with all it rests on, and what is done with it."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.enums import ClaimState, Priority, Rating, VerdictState
from claims.models import Claim, Mention, Review, Verdict
from claims.services import verdicts
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import Element, page

TEXT = "12 people died, and 40 were hurt. Nobody was charged, the police said."
# Session, user, roles, the revisions that wait, what they stand on, the person's own, counts of the navigation.
LIST_QUERIES = 7
# Session, user, roles, the revision; what the decision rests on (seven); what waits and what that stands on; the
# approved one, evidence and its changes, what it was submitted on, which flags, these and their moves, history,
# counts of the navigation.
PAGE_QUERIES = 27


def mention(number: int = 12, **more: object) -> Mention:
    version = factories.first_version(TEXT.replace("12", str(number)), title=f"Report {number}", **more)
    return factories.figure(version, f"{number} people died", str(number), number, number)


def submitted(claim: Claim, by: User, *, passage: bool = True, rationale: str = "The police say so.") -> Verdict:
    if passage:
        factories.evidence(claim, by, source=f"Police {claim.pk}")
    draft = verdicts.open_draft(claim, by=by)
    draft = verdicts.write(draft, by=by, edits=draft.edits, rating=Rating.CONFIRMED, rationale=rationale)
    return verdicts.submit(draft, by=by, edits=draft.edits).verdict


def words(client: Client, address: str = "/review/") -> list[str]:
    return [row.one("a", cls="claim").text for row in page(client.get(address)).all("tr", cls="row")]


def act(client: Client, verdict: Verdict, what: str, **form: str) -> Element:
    """The page after an act, whatever came of it."""
    given = {"edits": str(verdict.edits), **form}
    return page(client.post(f"/review/{verdict.pk}/{what}/", given, follow=True))


def said(found: Element) -> str:
    return " ".join(one.text for one in found.all("div", role="status") + found.all("div", role="alert"))


def state_of(verdict: Verdict) -> tuple[str, str]:
    verdict.refresh_from_db()
    verdict.claim.refresh_from_db()
    return verdict.state, verdict.claim.state


def test_the_list_has_what_others_wrote_the_urgent_first_and_beside_it_ones_own(
    checker: User, reviewer: User, as_reviewer: Client
) -> None:
    for number in (1, 2):
        submitted(mention(number).claim, checker)
    urgent = mention(3).claim
    Claim.objects.filter(pk=urgent.pk).update(priority=Priority.URGENT)
    submitted(urgent, checker)
    submitted(mention(4).claim, reviewer)
    verdicts.open_draft(mention(5).claim, by=checker)  # a draft waits for its author
    found = page(as_reviewer.get("/review/"))
    waiting, own = found.all("table")
    assert [row.one("a").text for row in waiting.all("tr", cls="row")] == [
        "3 people died",
        "1 people died",
        "2 people died",
    ]
    assert [row.one("a").text for row in own.all("tr", cls="row")] == ["4 people died"]
    assert own.all("input", type="checkbox") == []
    assert found.one("section", cls="block").one("small").text == (
        "You wrote or changed these, so somebody else has to decide on them."
    )


def test_an_empty_list_says_what_would_stand_there(as_reviewer: Client) -> None:
    assert page(as_reviewer.get("/review/")).one("div", cls="empty").one("h2").text == "Nothing waits for you"


@pytest.mark.parametrize("who", ["as_reporter", "as_checker", "as_stranger"])
@pytest.mark.parametrize("what", ["", "approve/", "{0}/", "{0}/approve/", "{0}/back/", "{0}/publish/", "{0}/retract/"])
def test_only_who_approves_sees_and_decides(
    what: str, who: str, second_checker: User, request: pytest.FixtureRequest
) -> None:
    verdict = submitted(mention().claim, second_checker)
    client = request.getfixturevalue(who)
    address = f"/review/{what.format(verdict.pk)}"
    answer = client.get(address) if what in {"", "{0}/"} else client.post(address, {"edits": str(verdict.edits)})
    assert answer.status_code == 403
    assert state_of(verdict)[0] == VerdictState.IN_REVIEW


def test_the_page_of_a_revision_has_passage_finding_evidence_and_history(checker: User, as_reviewer: Client) -> None:
    verdict = submitted(mention().claim, checker)
    found = page(as_reviewer.get(f"/review/{verdict.pk}/")).one("main")
    assert found.one("blockquote").one("mark").text == "12 people died"
    assert found.one("blockquote").text == TEXT
    finding = [
        [cell.text for cell in row.children if isinstance(cell, Element)] for row in found.one("tbody").all("tr")
    ]
    assert [row[0] for row in finding] == ["Words", "Finding", "As of", "Reasons", "Evidence"]
    assert finding[1][1:] == ["Confirmed"]
    evidence = found.one("section", aria_labelledby="h-e")
    assert [one.text for one in evidence.all("p", cls="passage")] == ["12 people died", "12 people died"]
    assert [tick.attrs["class"] for tick in found.one("ul", cls="ticks").all("li")] == ["yes"] * 5
    happened = [row.one("p").text.partition(",")[0] for row in found.one("section", aria_labelledby="h-h").all("li")]
    assert happened == ["Checker submitted revision 1", "Checker took it", "Checker opened revision 1"]


def test_what_changed_since_the_approved_revision_is_marked_word_by_word(
    checker: User, reviewer: User, as_reviewer: Client
) -> None:
    first = submitted(mention().claim, checker, rationale="The police say so in a statement.")
    first = verdicts.approve(first, by=reviewer, edits=first.edits).verdict
    draft = verdicts.revise(first, by=checker)
    draft = verdicts.write(
        draft, by=checker, edits=draft.edits, rating=Rating.OUTDATED, rationale="The police said so in a statement."
    )
    second = verdicts.submit(draft, by=checker, edits=draft.edits).verdict
    rows = page(as_reviewer.get(f"/review/{second.pk}/")).one("tbody").all("tr")
    marked = {
        row.one("th").text: ([one.text for one in row.all("del")], [one.text for one in row.all("ins")]) for row in rows
    }
    assert marked.pop("As of")  # whenever the test runs
    assert marked == {
        "Words": ([], []),
        "Finding": (["Confirmed"], ["Outdated"]),
        "Reasons": (["say"], ["said"]),
        "Evidence": ([], []),
    }


def test_approving_leads_to_the_next_that_waits(checker: User, as_reviewer: Client) -> None:
    first, second, third = (submitted(mention(number).claim, checker) for number in (1, 2, 3))
    answer = as_reviewer.post(f"/review/{second.pk}/approve/", {"edits": str(second.edits)})
    review = Review.objects.latest("pk")
    assert answer.headers["Location"] == f"/review/{third.pk}/?done={review.pk}"
    assert said(page(as_reviewer.get(answer.headers["Location"]))) == f"C-{second.claim_id} is approved."
    assert state_of(second) == (VerdictState.APPROVED, ClaimState.APPROVED)
    # After the last one comes the first that still waits; after that, the list.
    answer = as_reviewer.post(f"/review/{third.pk}/approve/", {"edits": str(third.edits)})
    assert answer.headers["Location"].startswith(f"/review/{first.pk}/")
    answer = as_reviewer.post(f"/review/{first.pk}/approve/", {"edits": str(first.edits)})
    assert answer.headers["Location"].startswith("/review/?done=")


def test_nobody_else_is_told_what_somebody_did(checker: User, as_reviewer: Client, as_desk_head: Client) -> None:
    verdict = submitted(mention().claim, checker)
    as_reviewer.post(f"/review/{verdict.pk}/approve/", {"edits": str(verdict.edits)})
    assert said(page(as_desk_head.get(f"/review/?done={Review.objects.latest('pk').pk}"))) == ""


def test_sending_back_asks_for_a_reason_and_the_author_reads_it(
    checker: User, as_reviewer: Client, as_checker: Client
) -> None:
    verdict = submitted(mention().claim, checker)
    assert said(act(as_reviewer, verdict, "back")) == "Say why, so that the others know what to do next."
    assert state_of(verdict)[0] == VerdictState.IN_REVIEW
    found = act(as_reviewer, verdict, "back", reason="Which police? Link the statement.")
    assert said(found) == f"C-{verdict.claim_id} was sent back to Checker. Undo u"
    assert state_of(verdict) == (VerdictState.DRAFT, ClaimState.SENT_BACK)
    row = page(as_checker.get("/queue/?view=sent_back")).one("tr", cls="row")
    assert row.one("p", cls="why").text == "Which police? Link the statement."
    assert "by Reviewer" in row.one("td", cls="col-why").one("p", cls="meta").text


def test_ones_own_revision_is_shown_and_not_offered(reviewer: User, as_reviewer: Client) -> None:
    verdict = submitted(mention().claim, reviewer)
    found = page(as_reviewer.get(f"/review/{verdict.pk}/")).one("aside")
    assert found.all("form") == []
    assert found.one("ul", cls="ticks").all("li")[0].attrs["class"] == "no"
    assert said(act(as_reviewer, verdict, "approve")).startswith("You wrote or changed this revision")
    assert state_of(verdict)[0] == VerdictState.IN_REVIEW


def test_a_revision_that_moved_on_is_not_decided_and_what_was_typed_is_kept(checker: User, as_reviewer: Client) -> None:
    verdict = submitted(mention().claim, checker)
    verdicts.withdraw(verdict, by=checker, edits=verdict.edits)
    draft = Verdict.objects.get(pk=verdict.pk)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rationale="The police and the harbour say so.")
    verdicts.submit(draft, by=checker, edits=draft.edits)
    answer = as_reviewer.post(f"/review/{verdict.pk}/back/", {"edits": str(verdict.edits), "reason": "Too thin"})
    assert answer.status_code == 409
    found = page(answer)
    assert said(found).startswith("Checker changed this at ")
    assert found.one("textarea").text == "Too thin"
    assert "The police and the harbour say so." in found.one("tbody").text
    assert state_of(verdict)[0] == VerdictState.IN_REVIEW


def test_what_changed_under_a_reviewers_hand_stands_beside_what_she_saw(checker: User, as_reviewer: Client) -> None:
    verdict = submitted(mention().claim, checker, rationale="The police say so")
    back = verdicts.withdraw(verdict, by=checker, edits=verdict.edits).verdict
    draft = verdicts.write(back, by=checker, edits=back.edits, rating=Rating.WRONG, rationale="The police deny it")
    verdicts.submit(draft, by=checker, edits=draft.edits)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # the writes enter the trail now, as at a commit
    answer = as_reviewer.post(f"/review/{verdict.pk}/approve/", {"edits": str(verdict.edits)})
    rows = page(answer).one("aside").one("tbody").all("tr")
    assert [[cell.text for cell in row.children if isinstance(cell, Element)] for row in rows] == [
        ["Finding", "Confirmed", "Wrong"],
        ["Reasons", "The police say so", "The police deny it"],
    ]
    # Who saw it as it stands is told of no change.
    assert page(as_reviewer.get(f"/review/{verdict.pk}/")).one("aside").all("tbody") == []


@pytest.mark.parametrize("edits", ["", "-1", "x", "9" * 30, "1e3"])
def test_an_act_without_the_count_that_was_seen_is_stale(edits: str, checker: User, as_reviewer: Client) -> None:
    verdict = submitted(mention().claim, checker)
    assert as_reviewer.post(f"/review/{verdict.pk}/approve/", {"edits": edits}).status_code == 409
    assert state_of(verdict)[0] == VerdictState.IN_REVIEW


def test_the_desk_head_sets_a_rule_aside_for_a_reason(checker: User, as_reviewer: Client, as_desk_head: Client) -> None:
    verdict = submitted(mention().claim, checker, passage=False)
    lacking = "Link a passage that bears on the claim, or ask the desk head to override."
    assert said(act(as_reviewer, verdict, "approve")) == lacking
    assert page(as_reviewer.get(f"/review/{verdict.pk}/")).all("input", name="override") == []
    assert said(act(as_reviewer, verdict, "approve", override="yes", reason="I know")) == (
        "Only the desk head can set a rule aside."
    )
    assert said(act(as_desk_head, verdict, "approve")) == lacking
    assert said(act(as_desk_head, verdict, "approve", override="yes")) == (
        "Say why the rule is set aside: the reason is kept."
    )
    assert state_of(verdict)[0] == VerdictState.IN_REVIEW
    act(as_desk_head, verdict, "approve", override="yes", reason="Seen on paper.")
    assert state_of(verdict)[0] == VerdictState.APPROVED
    assert (verdict.override, Review.objects.latest("pk").reason) == ("Seen on paper.", "Seen on paper.")


def test_an_open_conflict_stands_in_the_way_and_is_shown(checker: User, as_reviewer: Client) -> None:
    row, other = mention(), mention(13)
    factories.flag(row, other, reason="12 and 13 cannot both hold.")
    verdict = submitted(row.claim, checker)
    found = page(as_reviewer.get(f"/review/{verdict.pk}/"))
    assert "12 and 13 cannot both hold." in found.one("section", aria_labelledby="h-f").text
    assert said(act(as_reviewer, verdict, "approve")) == (
        "The claim has an open conflict. Decide it first, or ask the desk head to override."
    )


def test_several_are_approved_together_or_none(checker: User, reviewer: User, as_reviewer: Client) -> None:
    fine, lacking = submitted(mention(1).claim, checker), submitted(mention(2).claim, checker, passage=False)
    chosen = {"verdict": [f"{one.pk}:{one.edits}" for one in (fine, lacking)]}
    answer = as_reviewer.post("/review/approve/", chosen)
    assert answer.status_code == 422
    found = page(answer)
    refused = found.one("span", id=f"r{lacking.pk}").text
    assert refused == "Link a passage that bears on the claim, or ask the desk head to override."
    assert ["checked" in box.attrs for box in found.all("input", cls="check")] == [True, True]
    assert {state_of(fine)[0], state_of(lacking)[0]} == {VerdictState.IN_REVIEW}
    factories.evidence(lacking.claim, checker, source="Hospital")
    # Evidence that comes while it is in review makes another revision of what the reviewer saw.
    assert as_reviewer.post("/review/approve/", chosen).status_code == 409
    third = submitted(mention(3).claim, checker)
    chosen = {"verdict": [f"{one.pk}:{one.edits}" for one in (fine, third)]}
    assert said(page(as_reviewer.post("/review/approve/", chosen, follow=True))) == "2 verdicts are approved."
    assert {state_of(fine)[0], state_of(third)[0]} == {VerdictState.APPROVED}


def test_several_that_somebody_changed_are_not_approved(checker: User, as_reviewer: Client) -> None:
    first, second = (submitted(mention(number).claim, checker) for number in (1, 2))
    chosen = {"verdict": [f"{first.pk}:{first.edits}", f"{second.pk}:{second.edits - 1}"]}
    assert as_reviewer.post("/review/approve/", chosen).status_code == 409
    assert {state_of(first)[0], state_of(second)[0]} == {VerdictState.IN_REVIEW}


@pytest.mark.parametrize("chosen", [[], ["x"], ["1"], ["1:1:1"], ["9" * 30 + ":1"], ["99999999:1"]])
def test_approving_nothing_says_what_to_do(chosen: list[str], as_reviewer: Client) -> None:
    answer = as_reviewer.post("/review/approve/", {"verdict": chosen}, follow=True)
    assert said(page(answer)).startswith("Choose verdicts first")


def test_the_desk_head_publishes_and_takes_back(
    checker: User, reviewer: User, as_desk_head: Client, as_reviewer: Client
) -> None:
    verdict = submitted(mention().claim, checker)
    verdict = verdicts.approve(verdict, by=reviewer, edits=verdict.edits).verdict
    assert words(as_desk_head, "/review/?show=approved") == ["12 people died"]
    # A reviewer may read it, and is offered nothing.
    assert page(as_reviewer.get(f"/review/{verdict.pk}/")).one("aside").all("form") == []
    assert said(act(as_desk_head, verdict, "publish")) == f"C-{verdict.claim_id} is published."
    assert words(as_desk_head, "/review/?show=published") == ["12 people died"]
    verdict.refresh_from_db()
    assert said(act(as_desk_head, verdict, "retract")) == "Say why, so that the others know what to do next."
    act(as_desk_head, verdict, "retract", reason="The police took it back.")
    assert state_of(verdict) == (VerdictState.RETRACTED, ClaimState.RECHECK)
    assert words(as_desk_head, "/review/?show=published") == []


@pytest.mark.parametrize("pk", ["0", "99999999999999999999"])
def test_a_revision_that_is_not_there_is_not_found(pk: str, as_reviewer: Client) -> None:
    assert as_reviewer.get(f"/review/{pk}/").status_code == 404


def test_what_people_wrote_is_shown_as_they_wrote_it(checker: User, as_reviewer: Client) -> None:
    verdict = submitted(mention().claim, checker, rationale="<script>alert(1)</script> {{7*7}}")
    found = page(as_reviewer.get(f"/review/{verdict.pk}/"))
    assert "<script>alert(1)</script> {{7*7}}" in found.one("tbody").text


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int,
    checker: User,
    reviewer: User,
    as_reviewer: Client,
    django_assert_num_queries: type[CaptureQueriesContext],
) -> None:
    for at in range(1, number + 1):
        row = mention(at)
        verdict = submitted(row.claim, checker)
        submitted(mention(at + 10).claim, reviewer)
    for at in range(number):
        factories.flag(row, mention(at + 20))
        factories.evidence(row.claim, checker, source=f"Witness {at}")
    with django_assert_num_queries(LIST_QUERIES):
        assert len(words(as_reviewer)) == number * 2
    with django_assert_num_queries(PAGE_QUERIES):
        as_reviewer.get(f"/review/{verdict.pk}/")


def test_what_was_sent_back_by_mistake_is_taken_back_and_can_be_approved(
    ferry: Ferry, checker: User, reviewer: User, as_reviewer: Client
) -> None:
    verdict = submitted(ferry.quote.claim, checker)
    stood_on = list(verdict.stands_on.values_list("evidence", flat=True))
    found = act(as_reviewer, verdict, "back", reason="Who counted them?")
    assert state_of(verdict) == ("draft", "sent_back")
    form = found.one("div", cls="done").one("form")
    assert form.attrs["action"] == f"/review/{verdict.pk}/undo/"
    found = act(as_reviewer, verdict, "undo")
    assert state_of(verdict) == ("in_review", "review")
    assert "waits for you again" in found.one("div", cls="done").text
    assert list(verdict.stands_on.values_list("evidence", flat=True)) == stood_on
    # To undo is no hand in it: the same person may approve.
    assert [row.person for row in verdict.contributors.all()] == [checker]
    act(as_reviewer, verdict, "approve")
    assert state_of(verdict) == ("approved", "approved")
    assert list(verdict.reviews.values_list("act", "by")) == [
        ("submit", checker.pk),
        ("send_back", reviewer.pk),
        ("submit", reviewer.pk),
        ("approve", reviewer.pk),
    ]


@pytest.mark.parametrize("went_on", ["written", "withdrawn by another", "somebody else", "twice"])
def test_what_somebody_went_on_from_is_not_taken_back(
    went_on: str, ferry: Ferry, checker: User, as_reviewer: Client, as_desk_head: Client
) -> None:
    verdict = submitted(ferry.quote.claim, checker)
    act(as_reviewer, verdict, "back", reason="Who counted them?")
    verdict.refresh_from_db()
    client = as_reviewer
    if went_on == "written":
        verdicts.write(verdict, by=checker, edits=verdict.edits, rationale="The coast guard counted them.")
    elif went_on == "withdrawn by another":
        verdict = verdicts.submit(verdict, by=checker, edits=verdict.edits).verdict
        verdict = verdicts.withdraw(verdict, by=checker, edits=verdict.edits).verdict
    elif went_on == "somebody else":
        client = as_desk_head
    else:
        act(as_reviewer, verdict, "undo")
    before = state_of(verdict)
    verdict.refresh_from_db()
    found = act(client, verdict, "undo")
    assert "so it is not undone" in said(found)
    assert state_of(verdict) == before


def test_a_checker_takes_nothing_back(ferry: Ferry, checker: User, as_reviewer: Client, as_checker: Client) -> None:
    verdict = submitted(ferry.quote.claim, checker)
    act(as_reviewer, verdict, "back", reason="Who counted them?")
    verdict.refresh_from_db()
    assert as_checker.post(f"/review/{verdict.pk}/undo/", {"edits": verdict.edits}).status_code == 403
    assert state_of(verdict) == ("draft", "sent_back")
