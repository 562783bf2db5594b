"""What is done to claims in the queue: taken, given, made urgent, given a deadline; alone and together; and undone."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from claims.enums import Change, ClaimState, Priority
from claims.models import Claim, ClaimMove, SavedView
from claims.services import saved_views
from tests import factories
from tests.web.pages import page
from tests.web.test_queue import changed, counts, hurt, listed

__all__ = ["counts"]


def act(client: Client, what: str, claims: list[Claim], **more: str) -> str:
    """Posts an act on claims, and gives what the page after it says."""
    form = {"claim": [str(claim.pk) for claim in claims], "back": "view=open", **more}
    answer = client.post(f"/queue/{what}/", form, follow=True)
    assert answer.redirect_chain[0][0].startswith("/queue/?")
    return " ".join(one.text for one in page(answer).all("div", role="status"))


def holders(claims: list[Claim]) -> list[str]:
    rows = Claim.objects.filter(pk__in=[claim.pk for claim in claims]).order_by("pk").select_related("assignee")
    return [row.assignee.username if row.assignee else "" for row in rows]


def test_a_checker_takes_claims_and_lets_go_of_them_again(counts: list[Claim], as_checker: Client) -> None:
    assert act(as_checker, "assign", counts[:2], to="me") == "2 claims are taken. Undo u"
    assert holders(counts) == ["checker", "checker", "", "", ""]
    assert set(Claim.objects.filter(assignee__isnull=False).values_list("state", flat=True)) == {ClaimState.CHECK}
    assert act(as_checker, "undo", []) == "Undone."
    assert holders(counts) == [""] * 5
    assert Claim.objects.filter(state=ClaimState.UNCHECKED).count() == 5


def test_there_is_one_undo_of_an_act(counts: list[Claim], as_checker: Client) -> None:
    act(as_checker, "assign", counts[:1], to="me")
    act(as_checker, "undo", [])
    assert act(as_checker, "undo", []).startswith("Somebody went on from there")


def test_what_one_of_them_refuses_is_done_to_none(
    counts: list[Claim], second_checker: User, as_checker: Client
) -> None:
    changed(counts[2], assignee=second_checker)
    assert act(as_checker, "assign", counts, to="me") == "Somebody has this claim already."
    assert holders(counts) == ["", "", "second_checker", "", ""]
    assert ClaimMove.objects.count() == 0


def test_a_checker_gives_nothing_to_others(counts: list[Claim], second_checker: User, as_checker: Client) -> None:
    said = act(as_checker, "assign", counts[:1], to=str(second_checker.pk))
    assert said == "Only the desk head assigns claims, and sets deadlines and priorities."
    assert holders(counts[:1]) == [""]


@pytest.mark.parametrize("what", ["priority", "due"])
def test_only_the_desk_head_says_what_is_urgent(what: str, counts: list[Claim], as_checker: Client) -> None:
    answer = as_checker.post(f"/queue/{what}/", {"claim": [str(counts[0].pk)], "priority": "3", "due": ""})
    assert answer.status_code == 403
    assert Claim.objects.get(pk=counts[0].pk).priority == Priority.NORMAL


@pytest.mark.parametrize("what", ["assign", "undo", "views"])
def test_a_reporter_has_no_queue(what: str, counts: list[Claim], as_reporter: Client) -> None:
    assert as_reporter.get("/queue/").status_code == 403
    assert as_reporter.post(f"/queue/{what}/", {"claim": [str(counts[0].pk)], "to": "me"}).status_code == 403


def test_the_desk_head_gives_out_work_and_takes_it_back(
    counts: list[Claim], checker: User, second_checker: User, as_desk_head: Client
) -> None:
    changed(counts[0], assignee=checker, state=ClaimState.CHECK)
    said = act(as_desk_head, "assign", counts[:3], to=str(second_checker.pk))
    assert said == "3 claims are given to Second checker. Undo u"
    assert holders(counts[:4]) == ["second_checker"] * 3 + [""]
    act(as_desk_head, "undo", [])
    assert holders(counts[:4]) == ["checker", "", "", ""]
    assert act(as_desk_head, "assign", counts[:1], to="nobody") == "One claim is given to nobody. Undo u"
    assert holders(counts[:1]) == [""]


@pytest.mark.parametrize("to", ["", "0", "no-such", "99999999"])
def test_a_claim_is_given_to_somebody(to: str, counts: list[Claim], as_desk_head: Client) -> None:
    assert act(as_desk_head, "assign", counts[:1], to=to) == "Choose whom to give the claims to."


def test_a_reporter_can_have_no_claims(counts: list[Claim], reporter: User, as_desk_head: Client) -> None:
    assert act(as_desk_head, "assign", counts[:1], to=str(reporter.pk)) == "Choose whom to give the claims to."


def test_priorities_are_set_and_undone(counts: list[Claim], as_desk_head: Client) -> None:
    changed(counts[1], priority=Priority.HIGH)
    assert act(as_desk_head, "priority", counts[:2], priority="3") == "2 claims are urgent now. Undo u"
    assert listed(as_desk_head, "?priority=3") == hurt(1, 2)
    act(as_desk_head, "undo", [])
    assert [claim.priority for claim in Claim.objects.order_by("pk")[:2]] == [Priority.NORMAL, Priority.HIGH]
    assert act(as_desk_head, "priority", counts[:2], priority="9") == "Choose a priority."


def test_deadlines_are_set_taken_away_and_undone(counts: list[Claim], as_desk_head: Client) -> None:
    soon = timezone.localtime(timezone.now() + timedelta(hours=3)).replace(second=0, microsecond=0)
    said = act(as_desk_head, "due", counts[:1], due=f"{soon:%Y-%m-%dT%H:%M}")
    assert said == f"One claim is due {soon:%d %b %H:%M}. Undo u"
    assert Claim.objects.get(pk=counts[0].pk).due_at == soon
    assert act(as_desk_head, "due", counts[:1], due="") == "One claim is without a deadline. Undo u"
    act(as_desk_head, "undo", [])
    assert Claim.objects.get(pk=counts[0].pk).due_at == soon
    assert act(as_desk_head, "due", counts[:1], due="tomorrow-ish") == "Enter a valid date/time."


def test_what_somebody_went_on_from_is_not_undone(
    counts: list[Claim], checker: User, second_checker: User, as_desk_head: Client
) -> None:
    act(as_desk_head, "assign", counts[:2], to=str(checker.pk))
    ClaimMove.objects.create(
        claim=counts[1], what=Change.ASSIGNEE, was="checker", became="second_checker", by=second_checker
    )
    assert act(as_desk_head, "undo", []).startswith("Somebody went on from there")
    assert holders(counts[:2]) == ["checker", "checker"]


@pytest.mark.parametrize("chosen", [[], ["0"], ["x"], ["9" * 30], ["99999999"]])
def test_an_act_on_nothing_says_what_to_do(chosen: list[str], counts: list[Claim], as_checker: Client) -> None:
    answer = as_checker.post("/queue/assign/", {"claim": chosen, "to": "me"}, follow=True)
    assert page(answer).one("div", role="status").text.startswith("Choose claims first")


def test_an_act_leads_back_to_the_same_view_with_the_cursor_where_it_was(
    counts: list[Claim], as_checker: Client
) -> None:
    form = {"claim": [str(counts[1].pk)], "to": "me", "back": "view=unassigned&kind=figure&next=//evil", "at": "1"}
    answer = as_checker.post("/queue/assign/", form)
    assert answer.headers["Location"] == "/queue/?view=unassigned&kind=figure&at=1&done=1"
    seen = page(as_checker.get(answer.headers["Location"]))
    assert ["autofocus" in link.attrs for link in seen.all("a", cls="claim")] == [False, True, False, False]


def test_a_view_is_saved_shown_and_removed(counts: list[Claim], checker: User, as_checker: Client) -> None:
    changed(counts[0], priority=Priority.URGENT)
    form = {"name": "Urgent <b>", "query": "view=open&priority=3&evil=1"}
    assert as_checker.post("/queue/views/", form).headers["Location"] == "/queue/?view=open&priority=3"
    seen = page(as_checker.get("/queue/?view=open&priority=3"))
    assert [link.text for link in seen.one("nav", cls="sidenav").all("a", aria_current="page")][1:] == ["Urgent <b>, 1"]
    view = checker.saved_views.get()
    assert as_checker.post(f"/queue/views/{view.pk}/remove/").headers["Location"] == "/queue/?view=open&priority=3"
    assert not SavedView.objects.exists()


def test_nobody_removes_another_persons_view(second_checker: User, as_checker: Client) -> None:
    view = saved_views.save_view(second_checker, "Mine", "view=mine")
    assert as_checker.post(f"/queue/views/{view.pk}/remove/").status_code == 404
    assert SavedView.objects.filter(pk=view.pk).exists()


@pytest.mark.parametrize("name", ["", "\u200b", "x" * 81])
def test_a_view_has_a_name_that_can_be_read(name: str, checker: User, as_checker: Client) -> None:
    as_checker.post("/queue/views/", {"name": name, "query": "view=open"})
    assert not checker.saved_views.exists()


def test_the_same_name_means_the_new_filters_and_there_is_an_end_of_views(checker: User) -> None:
    for at in range(saved_views.MOST):
        saved_views.save_view(checker, f"View {at}", "view=open")
    assert saved_views.save_view(checker, "View 0", "view=mine").query == "view=mine"
    with pytest.raises(saved_views.TooManyViews):
        saved_views.save_view(checker, "One more", "view=open")
    assert checker.saved_views.count() == saved_views.MOST
    saved_views.save_view(factories.person("other"), "One more", "view=open")
