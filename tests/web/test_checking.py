"""The verdict in the panel, not checkable, corrections and comments: each act, and each refusal where it was tried."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.enums import ClaimState, VerdictState
from claims.models import Claim, Comment, Correction, Verdict
from claims.queries.comments import unseen
from claims.services import comments, verdicts
from tests.web.conftest import Ferry
from tests.web.pages import Element, page

GIVEN = {"rating": "confirmed", "rationale": "The coast guard says so.", "edits": "", "v": "2"}


def panel(client: Client, ferry: Ferry, claim: Claim) -> Element:
    return page(client.get(f"/articles/{ferry.article.pk}/?v=2&claim={claim.pk}")).one("div", id="panel-body")


def state(claim: Claim) -> str:
    claim.refresh_from_db()
    return claim.state


def test_a_draft_is_saved_and_stands_in_its_form(ferry: Ferry, as_checker: Client, checker: User) -> None:
    claim = ferry.quote.claim
    answer = as_checker.post(f"/claims/{claim.pk}/verdict/", {**GIVEN, "act": "save", "as_of": "2026-04-15T12:00"})
    assert answer.headers["Location"] == f"/articles/{ferry.article.pk}/?v=2&claim={claim.pk}#m{claim.pk}"
    verdict = Verdict.objects.get()
    assert (verdict.author, verdict.state, verdict.rating, state(claim)) == (checker, "draft", "confirmed", "check")
    assert verdict.as_of.isoformat() == "2026-04-15T12:00:00+00:00"
    shown = panel(as_checker, ferry, claim)
    assert shown.one("textarea", id="v-why").text == "The coast guard says so."
    chosen = [one.attrs["value"] for one in shown.one("select", id="v-rating").all("option") if "selected" in one.attrs]
    assert chosen == ["confirmed"]


def test_submitting_goes_on_to_the_next_claim_that_waits(ferry: Ferry, as_checker: Client) -> None:
    first, second = ferry.dead.claim, ferry.quote.claim
    following = panel(as_checker, ferry, first).all("input", name="following")[0].attrs["value"]
    assert following == str(second.pk)
    answer = as_checker.post(
        f"/claims/{first.pk}/verdict/", {**GIVEN, "act": "submit", "following": following}, follow=True
    )
    assert answer.redirect_chain == [
        (f"/articles/{ferry.article.pk}/?v=2&claim={second.pk}&done={first.pk}#m{second.pk}", 302)
    ]
    done = page(answer).one("div", cls="done")
    assert done.one("p").text == f"C-{first.pk} is with the reviewers."
    assert state(first) == ClaimState.REVIEW
    as_checker.post(done.one("form").attrs["action"], {"v": "2"})
    assert (state(first), Verdict.objects.get().state) == (ClaimState.CHECK, VerdictState.DRAFT)


def test_a_claim_of_another_article_is_never_the_next(ferry: Ferry, as_checker: Client) -> None:
    claim = ferry.dead.claim
    given = {**GIVEN, "act": "submit", "following": str(ferry.fewer_dead.claim_id)}
    answer = as_checker.post(f"/claims/{claim.pk}/verdict/", given)
    assert answer.headers["Location"].startswith(f"/articles/{ferry.article.pk}/?v=2&claim={claim.pk}&")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"rating": ""}, "Choose a finding first."),
        ({"rationale": " "}, "Write in a sentence why, for the reviewer and the record."),
    ],
)
def test_what_is_not_whole_is_not_submitted_and_not_lost(
    changes: dict[str, str], says: str, ferry: Ferry, as_checker: Client
) -> None:
    claim = ferry.quote.claim
    answer = as_checker.post(f"/claims/{claim.pk}/verdict/", {**GIVEN, **changes, "act": "submit"})
    assert answer.status_code == 422
    shown = page(answer).one("section", id="verdict")
    assert shown.one("div", cls="notice--warn").text == f"{says} What you typed stands below; nothing is lost."
    assert shown.one("textarea", id="v-why").letters == {**GIVEN, **changes}["rationale"]
    # The page stands at the address of the act now; no link may lead back there.
    links = {link.attrs["href"].partition("?")[0] for link in page(answer).one("main").all("a")}
    assert "" not in links
    assert f"/articles/{ferry.article.pk}/" in links
    assert Verdict.objects.get().state == VerdictState.DRAFT


@pytest.mark.parametrize("changes", [{"rating": "true"}, {"as_of": "yesterday"}, {"edits": "-1"}])
def test_what_is_no_answer_is_refused(changes: dict[str, str], ferry: Ferry, as_checker: Client) -> None:
    answer = as_checker.post(f"/claims/{ferry.quote.claim_id}/verdict/", {**GIVEN, **changes})
    assert (answer.status_code, Verdict.objects.count()) == (422, 0)


def test_a_stale_write_shows_both_texts(ferry: Ferry, as_checker: Client, second_checker: User, checker: User) -> None:
    claim = ferry.quote.claim
    draft = verdicts.open_draft(claim, by=checker)
    theirs = "The coast guard wrote so."
    verdicts.write(draft, by=second_checker, edits=draft.edits, rating="wrong", rationale=theirs)
    answer = as_checker.post(f"/claims/{claim.pk}/verdict/", {**GIVEN, "edits": "0", "act": "submit"})
    assert answer.status_code == 409
    shown = page(answer).one("section", id="verdict")
    assert "Second checker" in shown.one("article", cls="theirs").one("h4").text
    diff = shown.one("article", cls="theirs").one("blockquote")
    assert ([one.text for one in diff.all("del")], [one.text for one in diff.all("ins")]) == (["says"], ["wrote"])
    assert shown.one("textarea", id="v-why").text == GIVEN["rationale"]
    assert Verdict.objects.get().rationale == theirs
    # Keeping mine is saving again, on what stands now.
    edits = shown.one("input", name="edits").attrs["value"]
    as_checker.post(f"/claims/{claim.pk}/verdict/", {**GIVEN, "edits": edits, "act": "save"})
    assert Verdict.objects.get().rationale == GIVEN["rationale"]


def test_two_who_begin_at_once_do_not_overwrite_each_other(
    ferry: Ferry, as_checker: Client, second_checker: User
) -> None:
    claim = ferry.quote.claim
    draft = verdicts.open_draft(claim, by=second_checker)
    verdicts.write(draft, by=second_checker, edits=0, rationale="Mine first.")
    assert as_checker.post(f"/claims/{claim.pk}/verdict/", GIVEN).status_code == 409
    assert Verdict.objects.get().rationale == "Mine first."


def test_whether_they_are_right_is_asked_of_attributions_alone(ferry: Ferry, as_checker: Client) -> None:
    shown = page(as_checker.get(f"/articles/{ferry.article.pk}/?v=1&claim={ferry.denial.claim_id}"))
    assert len(shown.all("select", id="v-substance")) == 1
    assert panel(as_checker, ferry, ferry.quote.claim).all("select", id="v-substance") == []
    given = {**GIVEN, "in_substance": "wrong"}
    as_checker.post(f"/claims/{ferry.denial.claim_id}/verdict/", given)
    as_checker.post(f"/claims/{ferry.quote.claim_id}/verdict/", given)
    found = dict(Verdict.objects.values_list("claim__kind", "in_substance"))
    assert found == {"attribution": "wrong", "quote": ""}


def test_a_verdict_in_review_is_read_and_withdrawn_by_its_author(
    ferry: Ferry, as_checker: Client, as_reporter: Client, second_checker: User
) -> None:
    claim = ferry.quote.claim
    as_checker.post(f"/claims/{claim.pk}/verdict/", {**GIVEN, "act": "submit"})
    shown = panel(as_checker, ferry, claim).one("section", id="verdict")
    assert shown.all("textarea") == []
    assert [form.attrs["action"] for form in shown.all("form")] == [f"/claims/{claim.pk}/withdraw/"]
    assert as_checker.post(f"/claims/{claim.pk}/verdict/", GIVEN).status_code == 422
    assert panel(as_reporter, ferry, claim).one("section", id="verdict").all("form") == []


def test_not_checkable_wants_a_reason_and_is_taken_back(ferry: Ferry, as_checker: Client) -> None:
    claim = ferry.quote.claim
    answer = as_checker.post(f"/claims/{claim.pk}/not-checkable/", {"reason": " ", "v": "2"})
    assert answer.status_code == 422
    assert page(answer).one("span", id="nc-why-e").text == "Say why this cannot be checked."
    as_checker.post(f"/claims/{claim.pk}/not-checkable/", {"reason": "Taste.", "v": "2"})
    assert state(claim) == ClaimState.NOT_CHECKABLE
    shown = page(as_checker.get(f"/articles/{ferry.article.pk}/?v=2&claim={claim.pk}"))
    assert shown.one("div", id="sum").one("b").text == "0 of 1"
    assert "Taste." in shown.one("ol", cls="history").text
    as_checker.post(f"/claims/{claim.pk}/not-checkable/", {"act": "back"})
    assert state(claim) == ClaimState.UNCHECKED


def test_what_was_read_is_corrected_in_its_fields(ferry: Ferry, as_checker: Client) -> None:
    shown = panel(as_checker, ferry, ferry.dead.claim)
    form = next(one for one in shown.all("form") if one.attrs["action"].endswith("/correct/"))
    given = {one.attrs["name"]: one.attrs.get("value", "") for one in form.all("input")}
    given |= {"approximation": "at_least", "low": "38", "measure": "injured", "reason": "Misread."}
    answer = as_checker.post(form.attrs["action"], given, follow=True)
    ferry.more_dead.refresh_from_db()
    assert (ferry.more_dead.low, ferry.more_dead.measure_key, ferry.more_dead.rule) == (38, "injured", "by_hand")
    assert "Corrected by Checker" in page(answer).one("div", id="panel-body").text
    undo = next(one for one in page(answer).all("form") if one.attrs["action"].startswith("/corrections/"))
    as_checker.post(undo.attrs["action"])
    ferry.more_dead.refresh_from_db()
    assert (ferry.more_dead.low, ferry.more_dead.measure_key) == (37, "killed")


@pytest.mark.parametrize(
    ("changes", "status"),
    [({"low": "many"}, 422), ({"low": "", "high": ""}, 422), ({"edits": "99", "low": "40"}, 409), ({"unit": ""}, 422)],
)
def test_a_correction_that_does_not_fit_is_kept_in_the_form(
    changes: dict[str, str], status: int, ferry: Ferry, as_checker: Client
) -> None:
    given = {
        "mention": ferry.more_dead.pk, "edits": 0, "low": "37", "approximation": "at_least",
        "unit": "person", "measure": "people killed", "place": "the harbour",
    }  # fmt: skip
    answer = as_checker.post(f"/claims/{ferry.dead.claim_id}/correct/", {**given, **changes})
    assert (answer.status_code, Correction.objects.count()) == (status, 0)
    assert page(answer).one("input", id="read-place").attrs["value"] == "the harbour"


def test_a_mention_of_another_claim_is_not_corrected_through_this_one(ferry: Ferry, as_checker: Client) -> None:
    given = {"mention": ferry.fewer_dead.pk, "edits": 0, "low": "30", "approximation": "exact", "unit": "person"}
    assert as_checker.post(f"/claims/{ferry.dead.claim_id}/correct/", given).status_code == 404


def test_a_colleague_who_is_named_is_told_until_she_has_seen_it(
    ferry: Ferry, as_checker: Client, as_reporter: Client, reporter: User, reviewer: User, stranger: User
) -> None:
    claim = ferry.quote.claim
    said = {"text": "@Reporter, @stranger: ask them. mail@reviewer.example"}
    shown = page(as_checker.post(f"/claims/{claim.pk}/comment/", said, follow=True))
    assert [one.text for one in shown.all("div", cls="notice--page")] == [
        "Said, and shown to reporter.",
        "Nobody on this desk is called stranger; look at the name.",
    ]
    comment = Comment.objects.get()
    assert [list(unseen(one)) for one in (reporter, reviewer, stranger)] == [[comment], [], []]
    shown = panel(as_reporter, ferry, claim).one("section", id="comments")
    assert [one.text for one in shown.all("button", value="seen")] == ["I have seen it"]
    as_reporter.post(f"/claims/{claim.pk}/comment/", {"act": "seen"})
    assert list(unseen(reporter)) == []


def test_an_answer_is_a_sign_that_one_has_seen_it(ferry: Ferry, checker: User, reviewer: User) -> None:
    comments.say(ferry.quote.claim, "@reviewer look", by=checker)
    comments.say(ferry.quote.claim, "I did.", by=reviewer)
    assert list(unseen(reviewer)) == []


def test_comments_are_taken_back_by_who_wrote_them(
    ferry: Ferry, as_checker: Client, as_reporter: Client, checker: User
) -> None:
    comment = comments.say(ferry.quote.claim, "Hm.", by=checker)
    as_reporter.post(f"/comments/{comment.pk}/remove/")
    assert "Hm." in panel(as_checker, ferry, ferry.quote.claim).text
    as_checker.post(f"/comments/{comment.pk}/remove/")
    assert "Hm." not in panel(as_checker, ferry, ferry.quote.claim).text
    assert as_checker.post(f"/claims/{ferry.quote.claim_id}/comment/", {"text": " \u200b "}).status_code == 422


def test_reporters_comment_and_nothing_else(ferry: Ferry, as_reporter: Client) -> None:
    claim = ferry.quote.claim_id
    for act in ("verdict", "withdraw", "revise", "take", "not-checkable", "still-right", "correct"):
        assert as_reporter.post(f"/claims/{claim}/{act}/", GIVEN).status_code == 403, act
    assert as_reporter.post(f"/claims/{claim}/comment/", {"text": "Is that so?"}).status_code == 302
    assert Verdict.objects.count() == 0


def test_who_has_no_role_does_nothing(ferry: Ferry, client: Client, stranger: User) -> None:
    client.force_login(stranger)
    assert client.post(f"/claims/{ferry.quote.claim_id}/comment/", {"text": "Hello"}).status_code == 403
