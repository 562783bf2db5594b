"""Has this been checked? Words of anybody's, held against the verdicts that stand."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from rest_framework.test import APIClient

from claims.enums import Outcome, Polarity, Rating
from claims.models import CheckedClaim, Mention, Verdict
from claims.services import checked, rows, verdicts
from sources.models import Article
from tests import factories

TITLE = "Attack on a concert hall in Kalder"
SENTENCE = "133 people were killed in the attack on the concert hall, investigators said."


@pytest.fixture
def killed(db: None) -> Mention:
    version = factories.first_version(f"{SENTENCE} The operator denied that the doors were locked.", title=TITLE)
    return factories.figure(version, "133 people were killed", "133", 133, 133, claimant="investigators")


@pytest.fixture
def verdict(killed: Mention, checker: User, reviewer: User) -> Verdict:
    return approved(killed, checker, reviewer)


def approved(mention: Mention, checker: User, reviewer: User, rating: Rating = Rating.CONFIRMED) -> Verdict:
    made = factories.approved(mention, checker, reviewer, rating=rating)
    checked.complete()  # the worker's part
    return made


def matched(client: APIClient, text: str, where: str = "/api/v1/match") -> Any:
    answer = client.get(where, {"text": text})
    assert answer.status_code == 200, answer.json()
    return answer.json()


def relations(found: Any) -> list[tuple[str, list[str]]]:
    return [(one["kind"], [hit["relation"] for hit in one["matches"]]) for one in found["claims"]]


def test_another_number_is_told_with_what_was_checked(checking: APIClient, killed: Mention, verdict: Verdict) -> None:
    found = matched(checking, "60 killed")
    (claim,) = found["claims"]
    assert (claim["start"], claim["end"], claim["text"], claim["reading"]) == (0, 9, "60 killed", "60 people killed")
    (hit,) = claim["matches"]
    assert (hit["claim"], hit["relation"], hit["rating"]) == (killed.claim_id, "differs", "confirmed")
    assert hit["sentence"] == "The verdict is on 133 people killed; the text says 60 people killed: it is not covered."
    assert (hit["status"], hit["page"]) == (f"/api/v1/claims/{killed.claim_id}/status", None)
    assert hit["reviewed"]["text"] == "133 people were killed"
    assert found["counts"] == {"claims": 1, "same": 0, "differs": 1, "updates": 0, "unclear": 0, "none": 0}
    assert found["summary"] == "0 of 1 claims in this text are covered by a verdict."


def test_the_same_is_covered_and_says_what_the_score_is_made_of(checking: APIClient, verdict: Verdict) -> None:
    (claim,) = matched(checking, "133 dead in concert hall attack")["claims"]
    (hit,) = claim["matches"]
    assert (hit["relation"], hit["verdict"]) == ("same", {"id": verdict.pk, "revision": 1, "state": "approved"})
    parts = hit["made_of"]
    weighed = 0.5 * parts["same_measure"] + 0.3 * parts["embedding"] + 0.2 * parts["trigrams"]
    assert hit["score"] == pytest.approx(weighed, abs=0.002)
    assert parts["embedding"] > 0.5


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("At least 130 people were killed in the concert hall attack.", "same"),
        ("150 people were killed in the concert hall attack.", "updates"),
        # The same number of another thing.
        ("133 people were injured in the concert hall attack.", "unclear"),
        # The same number and words, in a town that the checked article does not name; and in one that it does.
        ("133 people were killed in the attack on the concert hall in Harrow.", "unclear"),
        ("133 people were killed in the attack on the concert hall in Kalder.", "same"),
    ],
)
def test_near_misses(checking: APIClient, verdict: Verdict, text: str, relation: str) -> None:
    assert relations(matched(checking, text)) == [("figure", [relation])]


def test_the_other_town_is_named(checking: APIClient, verdict: Verdict) -> None:
    (claim,) = matched(checking, "133 people were killed in the attack on the concert hall in Harrow.")["claims"]
    assert claim["matches"][0]["sentence"] == (
        "The verdict is on 133 people killed; the text says 133 people killed and names Harrow, which the checked"
        " article does not: it is not covered."
    )


def test_statements_match_by_their_words_and_a_denial_is_the_opposite(
    checking: APIClient, killed: Mention, checker: User, reviewer: User
) -> None:
    words = "The operator denied that the doors were locked"
    denial = factories.attribution(
        killed.version, words, "the operator", "denied", "the doors were locked", polarity=Polarity.DENIED
    )
    approved(denial, checker, reviewer)
    told = {text: relations(matched(checking, text))[0] for text in (
        "The operator denies the doors had been locked.",
        "The operator admitted that the doors were locked.",
    )}  # fmt: skip
    assert list(told.values()) == [("attribution", ["same"]), ("attribution", ["differs"])]


def test_several_claims_are_told_apart(checking: APIClient, verdict: Verdict) -> None:
    found = matched(checking, "The weather was fine. 133 people were killed in the attack; 900 trees fell.")
    assert relations(found) == [("figure", ["same"]), ("figure", [])]
    assert (found["counts"]["same"], found["counts"]["none"]) == (1, 1)


def test_a_text_without_a_claim_says_why_it_has_no_answer(checking: APIClient, verdict: Verdict) -> None:
    found = matched(checking, "What a lovely day!")
    assert (found["claims"], found["counts"]["claims"]) == ([], 0)
    assert found["summary"].startswith("There is nothing in this text that can be checked")


def test_nothing_checked_is_no_finding(checking: APIClient, killed: Mention) -> None:
    found = matched(checking, "133 people were killed in the attack.")
    assert found["claims"][0]["matches"] == []
    assert found["summary"].endswith("that says nothing of whether they are right.")


def test_a_number_alone_is_nobodys_where_several_events_have_it(
    checking: APIClient, verdict: Verdict, checker: User, reviewer: User
) -> None:
    assert relations(matched(checking, "133 killed")) == [("figure", ["same"])]
    other = factories.first_version("90 people were killed when the ferry sank.", title="Ferry sinks")
    approved(factories.figure(other, "90 people were killed", "90", 90, 90), checker, reviewer)
    (claim,) = matched(checking, "133 killed")["claims"]
    assert sorted(hit["relation"] for hit in claim["matches"]) == ["unclear", "updates"]
    # With the event named there is no doubt.
    assert relations(matched(checking, "133 killed in concert hall attack"))[0][1][0] == "same"


def test_a_verdict_that_was_taken_back_is_gone(checking: APIClient, verdict: Verdict, desk_head: User) -> None:
    verdicts.retract(verdict, by=desk_head, edits=verdict.edits, reason="The bulletin was withdrawn.")
    assert relations(matched(checking, "133 people were killed in the attack.")) == [("figure", [])]
    assert CheckedClaim.objects.count() == 0


def test_the_newer_revision_stands_and_its_retraction_brings_no_earlier_one_back(
    checking: APIClient, killed: Mention, verdict: Verdict, checker: User, reviewer: User, desk_head: User
) -> None:
    draft = verdicts.revise(verdict, by=checker)
    assert CheckedClaim.objects.get().verdict_id == verdict.pk  # a draft is no finding
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=Rating.WRONG, rationale="It was 137.")
    draft = verdicts.submit(draft, by=checker, edits=draft.edits).verdict
    newer = verdicts.approve(draft, by=reviewer, edits=draft.edits).verdict
    checked.complete()
    (claim,) = matched(checking, "133 people were killed in the attack.")["claims"]
    assert [(hit["verdict"]["revision"], hit["rating"]) for hit in claim["matches"]] == [(2, "wrong")]
    verdicts.retract(newer, by=desk_head, edits=newer.edits, reason="Not so.")
    assert relations(matched(checking, "133 people were killed in the attack.")) == [("figure", [])]
    status = checking.get(f"/api/v1/claims/{killed.claim_id}/status").json()
    assert (status["checked"], status["verdict"], status["as_of"]) == (False, None, None)
    assert (status["withdrawn"]["revision"], status["withdrawn"]["rating"]) == (2, "wrong")
    (row,) = checking.get("/api/v1/claims?include=verdict&kind=figure").json()["results"]
    assert row["included"] == {"verdict": None}


def test_a_published_one_leads_to_its_page(checking: APIClient, verdict: Verdict, desk_head: User) -> None:
    verdicts.publish(verdict, by=desk_head, edits=verdict.edits)
    (claim,) = matched(checking, "133 people were killed in the attack.")["claims"]
    assert claim["matches"][0]["page"] == f"/v/{verdict.claim_id}/1/"
    assert APIClient().get(claim["matches"][0]["page"]).status_code == 200


def test_what_is_held_back_leaves_no_trace(
    api_of: Callable[..., APIClient], killed: Mention, verdict: Verdict, checker: User, reviewer: User
) -> None:
    text = "133 people were killed in the attack on the concert hall in Kalder."
    other = factories.first_version("9 people were killed in the attack on the port.", title="Attack on the port")
    approved(factories.figure(other, "9 people were killed", "9", 9, 9), checker, reviewer)
    without, sees = api_of(checker, "read"), api_of(checker, "read", "embargoed")
    Article.objects.filter(pk=killed.version.article_id).update(embargoed_until=timezone.now() + timedelta(hours=3))
    seen = matched(sees, text)
    assert next(hit["claim"] for hit in seen["claims"][0]["matches"]) == killed.claim_id
    before = _timeless(matched(without, text))
    CheckedClaim.objects.filter(pk=killed.claim_id).delete()
    # The very answer that there would be without it.
    assert before == _timeless(matched(without, text))
    assert killed.claim_id not in {hit["claim"] for claim in before["claims"] for hit in claim["matches"]}


def _timeless(found: Any) -> Any:
    return found | {"checked_at": None}


def test_a_reporter_finds_her_own_alone(reporting: APIClient, verdict: Verdict, reporter: User) -> None:
    assert relations(matched(reporting, "133 people were killed in the attack.")) == [("figure", [])]
    Article.objects.filter(pk=verdict.claim.article_id).update(created_by=reporter)
    assert relations(matched(reporting, "133 people were killed in the attack.")) == [("figure", ["same"])]


def test_it_is_found_by_its_keys_before_a_worker_has_read_it(
    checking: APIClient, killed: Mention, checker: User, reviewer: User
) -> None:
    factories.approved(killed, checker, reviewer)
    row = CheckedClaim.objects.get()
    assert (row.vector, checked.due()) == (None, True)
    Mention.objects.filter(pk=killed.pk).update(keys=[41])
    assert (checked.complete(), checked.due(), checked.complete()) == (1, False, 0)
    row.refresh_from_db()
    assert (row.sentence_start, len(row.vector)) == (0, 384)
    # The keys are those of the words, whatever the row of the mention held.
    assert 41 not in set(row.keys.values_list("key", flat=True)) != set()


def test_one_that_cannot_be_read_stands_in_nobodys_way(
    checking: APIClient, killed: Mention, checker: User, reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: Any) -> Any:
        raise ValueError("no such language")

    factories.approved(killed, checker, reviewer)
    with monkeypatch.context() as patched:
        patched.setattr(rows, "key_hashes", unreadable)
        assert (checked.complete(), checked.due()) == (1, False)
    assert relations(matched(checking, "133 people were killed in the attack.")) == [("figure", ["same"])]


def test_all_of_it_can_be_made_anew(checking: APIClient, verdict: Verdict) -> None:
    CheckedClaim.objects.all().delete()
    assert (checked.renew_all(), checked.complete()) == (1, 1)
    assert relations(matched(checking, "133 people were killed in the attack.")) == [("figure", ["same"])]


@pytest.mark.parametrize(
    "asked",
    [{}, {"text": ""}, {"text": " \u200b\n"}, {"text": "a" * 2_001}, {"text": "60 killed", "limit": "3"}],
)
def test_what_is_no_text_is_refused(checking: APIClient, asked: dict[str, str]) -> None:
    assert checking.get("/api/v1/match", asked).status_code == 400


def test_a_key_of_another_scope_is_refused(api_of: Callable[..., APIClient], checker: User, stranger: User) -> None:
    assert api_of(checker, "push").get("/api/v1/match", {"text": "60 killed"}).status_code == 403
    assert api_of(stranger).get("/api/v1/match", {"text": "60 killed"}).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_statements_is_the_same_for_any_number_of_claims(
    checking: APIClient, count: int, verdict: Verdict, django_assert_num_queries: Callable[..., Any]
) -> None:
    text = " ".join(["133 people were killed in the attack in Kalder.", "900 trees fell.", "70 roads closed."][:count])
    matched(checking, text)
    with django_assert_num_queries(4):
        assert len(matched(checking, text)["claims"]) == count


def test_the_status_of_words_is_that_of_the_verdict_on_them(checking: APIClient, verdict: Verdict) -> None:
    (claim,) = matched(checking, "133 dead in concert hall attack", "/api/v1/status")["claims"]
    assert (claim["status"]["claim"], claim["status"]["checked"]) == (verdict.claim_id, True)
    assert claim["status"]["evidence"][0]["stance"] == "supports"


def test_the_status_of_other_words_says_what_differs(checking: APIClient, verdict: Verdict) -> None:
    (claim,) = matched(checking, "60 dead in concert hall attack", "/api/v1/status")["claims"]
    assert (claim["status"], claim["matches"][0]["relation"]) == (None, "differs")


def test_words_that_the_article_has_changed_since_keep_their_verdict(
    checking: APIClient, killed: Mention, verdict: Verdict
) -> None:
    later = factories.next_version(killed.version.article, SENTENCE.replace("133", "137"), title=TITLE)
    factories.figure(
        later, "137 people were killed", "137", 137, 137, claim=killed.claim, outcome=Outcome.VALUE_CHANGED
    )
    said = checking.get(f"/api/v1/claims/{killed.claim_id}/status").json()
    (claim,) = matched(checking, "133 dead in concert hall attack", "/api/v1/status")["claims"]
    assert (said["checked"], claim["status"]["checked"]) == (False, True)
    (newer,) = matched(checking, "137 dead in concert hall attack", "/api/v1/status")["claims"]
    assert (newer["status"], newer["matches"][0]["relation"]) == (None, "updates")


def test_words_are_not_looked_up_in_one_text_alone(checking: APIClient, verdict: Verdict) -> None:
    asked = {"text": "60 killed", "article": verdict.claim.article_id}
    assert checking.get("/api/v1/status", asked).status_code == 400
