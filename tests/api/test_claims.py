"""Claims: lists, the status of one, marking by hand."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from claims.enums import Approximation, ClaimState, FlagState, Outcome, RunState
from claims.models import Claim, Mention
from tests import factories
from tests.api import bodies

CLAIMS = "/api/v1/claims"
ARTICLE = (
    "At least 12 passengers were killed, the coastguard said. “We lost radio contact at once,” said Ann Vale. "
    "The operator denied that the doors were locked."
)


def _changed_twice() -> list[Mention]:
    """One claim in two versions of an article, 12 in the first, 14 in the second."""
    one = factories.first_version("12 people died.")
    a = factories.figure(one, "12 people died", "12", 12, 12)
    two = factories.next_version(one.article, "14 people died.")
    b = factories.figure(
        two, "14 people died", "14", 14, 14, claim=a.claim, outcome=Outcome.VALUE_CHANGED, carried_from=a
    )
    b.outcome_reason = "12 became 14."
    b.save(update_fields=["outcome_reason"])
    Claim.objects.filter(pk=a.claim_id).update(state=ClaimState.RECHECK)
    return [a, b]


def test_a_claim_with_its_status(checking: APIClient) -> None:
    a, b = _changed_twice()
    flag = factories.flag(a, b, silent=True)
    answer = checking.get(f"{CLAIMS}/{a.claim_id}").json()
    status = answer.pop("status")
    assert answer == {
        "id": a.claim_id,
        "article": a.version.article_id,
        "kind": "figure",
        "created_at": a.claim.created_at.isoformat().replace("+00:00", "Z"),
    }
    first, second = status.pop("mentions")
    (open_flag,) = status.pop("open_flags")
    assert status.pop("processing")["state"] == "done"
    assert status == {
        "state": "recheck",
        "recheck": "12 became 14.",
        "latest_version": 2,
        "processed": True,
        "outcome": "value_changed",
    }
    assert (first["id"], first["version"], first["outcome"], first["carried_from"]) == (a.pk, 1, "new", None)
    assert second == {
        "id": b.pk,
        "version": 2,
        "part": "body",
        "start": 0,
        "end": 14,
        "text": "14 people died",
        "sentence": "14 people died.",
        "claimant": None,
        "cue": "",
        "rule": "figure.count",
        "reading": "14 people killed",
        "outcome": "value_changed",
        "outcome_reason": "12 became 14.",
        "carried_from": a.pk,
        "figure": {
            "low": "14",
            "high": "14",
            "approximation": "exact",
            "unit": "person",
            "measure": "people killed",
            "measure_key": "killed",
            "thing": "",
            "place": "",
            "as_of": "",
            "group": "",
            "direction": "none",
            "value_start": 0,
            "value_end": 2,
        },
        "quote": None,
        "attribution": None,
    }
    assert (open_flag["id"], open_flag["silent"]) == (flag.pk, True)
    assert (open_flag["a"]["text"], open_flag["b"]["text"]) == ("12 people died", "14 people died")


def test_decided_flags_are_not_open(checking: APIClient) -> None:
    a, b = _changed_twice()
    flag = factories.flag(a, b)
    flag.state = FlagState.DISMISSED
    flag.save(update_fields=["state"])
    assert checking.get(f"{CLAIMS}/{a.claim_id}").json()["status"]["open_flags"] == []
    assert checking.get(CLAIMS).json()["results"][0]["open_flags"] == 0


# What a claim of version 1 is in the latest one depends on whether the engine is through with that.
@pytest.mark.parametrize(
    ("state", "processed", "outcome"), [(RunState.DONE, True, "dropped"), (RunState.DUE, False, None)]
)
def test_a_claim_that_the_latest_version_lacks(
    checking: APIClient, state: RunState, processed: bool, outcome: str | None
) -> None:
    version = factories.first_version("12 people died.")
    claim = factories.figure(version, "12 people died", "12", 12, 12).claim
    factories.run(factories.next_version(version.article, "People died."), state)
    status = checking.get(f"{CLAIMS}/{claim.pk}").json()["status"]
    assert (status["processed"], status["outcome"], status["latest_version"]) == (processed, outcome, 2)


def test_a_version_that_nobody_made_due_is_not_processed(checking: APIClient) -> None:
    version = factories.first_version("12 people died.")
    claim = factories.figure(version, "12 people died", "12", 12, 12).claim
    factories.next_version(version.article, "People died.")
    status = checking.get(f"{CLAIMS}/{claim.pk}").json()["status"]
    assert (status["processed"], status["processing"]["state"]) == (False, "due")


def test_the_three_kinds_of_content(checking: APIClient) -> None:
    version = factories.first_version(ARTICLE)
    factories.figure(
        version,
        "At least 12 passengers were killed",
        "At least 12",
        "12.50",
        None,
        approximation=Approximation.AT_LEAST,
    )
    factories.quote(version, "We lost radio contact at once", "Ann Vale")
    denied = factories.attribution(
        version, "The operator denied that the doors were locked", "the operator", "denied", "the doors were locked"
    )
    rows = checking.get(f"{CLAIMS}?order=id").json()["results"]
    figure, quote, attribution = (row["mention"] for row in rows)
    assert (figure["figure"]["low"], figure["figure"]["high"]) == ("12.5", None)
    assert (figure["quote"], figure["attribution"]) == (None, None)
    assert (quote["figure"], quote["quote"]) == (None, {"words": "We lost radio contact at once"})
    assert attribution["attribution"] == {
        "proposition": "the doors were locked",
        "polarity": "affirmed",
        "anonymous": "",
        "proposition_start": denied.proposition_start,
        "proposition_end": denied.proposition_end,
    }


def test_filters_of_claims(checking: APIClient) -> None:
    a, b = _changed_twice()
    other = factories.first_version("9 were hurt. “We lost radio contact,” he said.", source="Harbour Gazette")
    hurt = factories.figure(other, "9 were hurt", "9", 9, 9, measure_key="injured")
    quote = factories.quote(other, "We lost radio contact")
    factories.flag(a, b)

    def found(query: str) -> list[int]:
        return [row["id"] for row in checking.get(f"{CLAIMS}?{query}").json()["results"]]

    assert found("") == [quote.claim_id, hurt.claim_id, a.claim_id]
    assert found(f"article={other.article_id}") == [quote.claim_id, hurt.claim_id]
    assert found("kind=quote") == [quote.claim_id]
    assert found("state=recheck") == [a.claim_id]
    assert found("has_open_flag=true") == [a.claim_id]
    assert found("has_open_flag=false") == [quote.claim_id, hurt.claim_id]
    assert found("measure_key=injured") == [hurt.claim_id]
    assert found(f"article={other.article_id}&has_open_flag=true") == []


def test_a_list_shows_a_claim_as_it_stands_last(checking: APIClient) -> None:
    a, b = _changed_twice()
    factories.flag(a, b)
    (row,) = checking.get(CLAIMS).json()["results"]
    assert (row["mention"]["id"], row["mention"]["version"], row["open_flags"]) == (b.pk, 2, 1)


def test_what_a_later_engine_withdrew_is_not_shown(checking: APIClient) -> None:
    a, b = _changed_twice()
    Mention.objects.filter(pk=b.pk).update(withdrawn=True)
    (row,) = checking.get(CLAIMS).json()["results"]
    assert row["mention"]["id"] == a.pk
    status = checking.get(f"{CLAIMS}/{a.claim_id}").json()["status"]
    assert ([mention["id"] for mention in status["mentions"]], status["outcome"]) == ([a.pk], "dropped")
    Mention.objects.update(withdrawn=True)
    assert checking.get(CLAIMS).json()["results"] == []


def test_there_is_no_such_claim(reporting: APIClient) -> None:
    assert reporting.get(f"{CLAIMS}/999").status_code == 404


def test_a_checker_marks_a_figure(checking: APIClient) -> None:
    version = factories.first_version(ARTICLE)
    factories.run(version)
    body = bodies.figure(version, "12 passengers were killed", "12")
    answer = checking.post(CLAIMS, body)
    claim = Claim.objects.get()
    assert (answer.status_code, answer["Location"]) == (201, f"http://testserver{CLAIMS}/{claim.pk}")
    assert claim.created_by is not None
    assert claim.created_by.username == "checker"
    (mention,) = answer.json()["status"]["mentions"]
    assert mention["rule"] == "by_hand"
    assert mention["text"] == "12 passengers were killed"
    assert mention["reading"] == "12 people killed"
    assert mention["figure"]["low"] == "12"
    again = checking.post(CLAIMS, body)
    assert (again.status_code, again.json()["code"]) == (409, "already_marked")
    assert Claim.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        # One character past the end of the text.
        ({"end": len(ARTICLE) + 1}, 422, "span_outside_text"),
        # Backwards.
        ({"start": 20, "end": 20}, 400, "invalid"),
        # A figure without its content, and a quote with it.
        ({"figure": None}, 400, "invalid"),
        ({"kind": "quote"}, 400, "invalid"),
        # The headline is shorter than the body.
        ({"part": "headline", "start": 0, "end": 60}, 422, "span_outside_text"),
        # Versions that are not there.
        ({"version": 2}, 400, "invalid"),
        ({"article": 999}, 400, "invalid"),
        ({"state": "checked"}, 400, "invalid"),
    ],
)
def test_what_cannot_be_marked(checking: APIClient, changes: dict[str, Any], status: int, code: str) -> None:
    version = factories.first_version(ARTICLE)
    factories.run(version)
    answer = checking.post(CLAIMS, bodies.figure(version, "12 passengers were killed", "12") | changes)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert Claim.objects.count() == 0


@pytest.mark.parametrize("state", [RunState.DUE, RunState.RUNNING])
def test_nothing_is_marked_while_the_engine_reads(checking: APIClient, state: RunState) -> None:
    version = factories.first_version(ARTICLE)
    run = factories.run(version, RunState.DUE)
    run.lease, run.leased_until, run.state = "00000000-0000-0000-0000-000000000001", factories.MORNING, state
    run.save()
    answer = checking.post(CLAIMS, bodies.figure(version, "12 passengers were killed", "12"))
    assert (answer.status_code, answer.json()["code"]) == (409, "still_read")
