"""What people do on the page of two versions: answer whether a verdict still fits, draft the notes."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.enums import NoteKind, Outcome, Rating
from claims.models import Claim, NoteDraft
from claims.services import glances, notes
from tests import factories
from tests.web.fire import Fire, count, fire, rows, shown
from tests.web.pages import Element, page

__all__ = ["fire"]


# What each claim's verdict is after the person answered.


def test_one_still_right_is_answered_and_taken_back(fire: Fire, as_checker: Client) -> None:
    row = next(row for row in shown(as_checker, fire).all("tr", cls="row") if row.all("form"))
    assert row.one("th").text == "people taken in"
    form = row.one("form")
    answer = as_checker.post(form.attrs["action"], {"claims": form.one("input", name="claims").attrs["value"]})
    main = page(as_checker.get(answer.url)).one("main")
    assert main.one("div", cls="done").text == "1 verdict is still right. Undo u"
    assert rows(main)[3][3].endswith("Kept, still right by Checker")
    undo = main.one("div", cls="done").one("form")
    as_checker.post(undo.attrs["action"], {"righted": undo.one("input", name="righted").attrs["value"]})
    assert rows(shown(as_checker, fire))[3][3].endswith("Kept, asks for a glance")
    assert list(fire.taken_in.moves.filter(what="glance").values_list("became", "by__username")) == [
        ("asked for", None),
        ("", "checker"),
        ("asked for", "checker"),
    ]


def test_what_somebody_else_answered_is_refused_and_nothing_changes(
    fire: Fire, as_checker: Client, second_checker: User
) -> None:
    Claim.objects.filter(pk=fire.quote.pk).update(glance=True)
    glances.all_still_right([fire.taken_in.pk], by=second_checker)
    both = f"{fire.taken_in.pk},{fire.quote.pk}"
    answer = as_checker.post(f"/articles/{fire.article.pk}/versions/still-right/", {"claims": both}, follow=True)
    assert page(answer).one("div", cls="notice--page").text == (
        "Somebody answered for one of these in the meantime. Look at them again."
    )
    fire.quote.refresh_from_db()
    assert fire.quote.glance is True


def test_nobody_takes_back_the_answer_of_another(fire: Fire, as_checker: Client, second_checker: User) -> None:
    (move,) = glances.all_still_right([fire.taken_in.pk], by=second_checker)
    as_checker.post(f"/articles/{fire.article.pk}/versions/look-again/", {"righted": f"{move.pk}-{move.pk}"})
    fire.taken_in.refresh_from_db()
    assert fire.taken_in.glance is False


def test_claims_of_another_article_are_left_alone(fire: Fire, as_checker: Client) -> None:
    other = factories.first_version("9 people died.", source="Osk Lines")
    as_checker.post(f"/articles/{other.article_id}/versions/still-right/", {"claims": str(fire.taken_in.pk)})
    fire.taken_in.refresh_from_db()
    assert fire.taken_in.glance is True


def test_a_reporter_sees_no_button_and_cannot_answer(fire: Fire, as_reporter: Client) -> None:
    assert shown(as_reporter, fire).one("section", id="changes").all("form") == []
    where = f"/articles/{fire.article.pk}/versions/still-right/"
    assert as_reporter.post(where, {"claims": str(fire.taken_in.pk)}).status_code == 403
    fire.taken_in.refresh_from_db()
    assert fire.taken_in.glance is True


@pytest.mark.parametrize("claims", ["", "x", "1,,2", "9" * 30, "-1"])
def test_claims_that_are_none(claims: str, fire: Fire, as_checker: Client) -> None:
    where = f"/articles/{fire.article.pk}/versions/still-right/"
    assert as_checker.post(where, {"claims": claims}).status_code == 404


# The notes.


def drafts(main: Element) -> dict[str, str]:
    return {area.attrs["id"].removesuffix("-text"): area.text for area in main.all("textarea")}


def test_an_update_and_a_correction_are_drafted_apart(fire: Fire, as_reporter: Client) -> None:
    """What the note names already is not told again; a fall of the injured is no update."""
    assert drafts(shown(as_reporter, fire)) == {
        "update": "",
        "correction": (
            "Correction: An earlier version of this article gave the figure for people injured as 61. It is 58."
        ),
    }


def test_the_verdict_on_the_old_words_says_which_note(as_checker: Client, checker: User, reviewer: User) -> None:
    """They were right when they were said, so readers get an update, though no value can be both."""
    first = factories.first_version("61 were hurt.")
    hurt = count(first, "61", "61 were hurt", "people injured")
    factories.approved(hurt, checker, reviewer, rating=Rating.OUTDATED)
    second = factories.next_version(first.article, "58 were hurt.")
    now = count(second, "58", "58 were hurt", "people injured", hurt, Outcome.VALUE_CHANGED)
    factories.flag(hurt, now, silent=True)
    assert drafts(page(as_checker.get(f"/articles/{first.article_id}/versions/")).one("main")) == {
        "update": "Update: the figure for people injured is now 58. An earlier version of this article said 61.",
        "correction": "",
    }


def test_a_draft_is_kept_and_what_the_changes_suggest_stays_at_hand(fire: Fire, as_reporter: Client) -> None:
    where = f"/articles/{fire.article.pk}/versions/"
    answer = as_reporter.post(
        f"{where}note/?a=1&b=2", {"kind": "correction", "text": "58, not 61, were hurt.", "edits": "0"}
    )
    assert answer.url == f"{where}?a=1&b=2"
    main = shown(as_reporter, fire)
    assert drafts(main) == {"update": "", "correction": "58, not 61, were hurt."}
    assert main.one("form", id="note-correction").one("details").text == (
        "What the changes suggest now "
        "Correction: An earlier version of this article gave the figure for people injured as 61. It is 58."
    )
    draft = NoteDraft.objects.get()
    assert (draft.kind, draft.by.username, draft.edits) == ("correction", "reporter", 1)


def test_two_who_write_one_note_lose_nothing(fire: Fire, as_checker: Client, second_checker: User) -> None:
    notes.write(fire.first, fire.second, NoteKind.UPDATE, "Theirs.", edits=0, by=second_checker)
    where = f"/articles/{fire.article.pk}/versions/note/?a=1&b=2"
    answer = as_checker.post(where, {"kind": "update", "text": "Mine.", "edits": "0"})
    assert answer.status_code == 409
    form = page(answer).one("form", id="note-update")
    assert form.one("div", role="alert").text == (
        "Changed by Second checker in the meantime. Nothing of yours was kept yet; both texts stand below. "
        "As it stands Theirs. What you typed Mine. Put the two together below. Keeping it replaces what stands."
    )
    assert (form.one("textarea").text, form.one("input", name="edits").attrs["value"]) == ("Mine.", "1")
    # The page stands at the address of the act now; no link may lead back there.
    assert [link for link in page(answer).one("main").all("a") if link.attrs["href"].startswith("?")] == []
    as_checker.post(where, {"kind": "update", "text": "Both.", "edits": "1"})
    assert NoteDraft.objects.get().text == "Both."


@pytest.mark.parametrize("sent", [{"kind": "rumour"}, {"kind": "update", "text": "x" * 20_001}])
def test_a_note_that_is_none(sent: dict[str, str], fire: Fire, as_checker: Client) -> None:
    as_checker.post(f"/articles/{fire.article.pk}/versions/note/?a=1&b=2", sent)
    assert NoteDraft.objects.count() == 0
