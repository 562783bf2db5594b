"""Flags: lists, one with both passages, raising by hand."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from claims.enums import FlagState, FlagType, Relation, Scope
from claims.models import ContradictionFlag, Mention
from tests import factories

FLAGS = "/api/v1/flags"


def _two_counts() -> tuple[Mention, Mention]:
    """Two sources of one story that give other counts; the second one appeared later."""
    story = factories.story()
    one = factories.first_version("12 people died.", story=story)
    two = factories.first_version(
        "9 people died.", source="Harbour Gazette", story=story, published_at=factories.MORNING.replace(hour=10)
    )
    return factories.figure(one, "12 people died", "12", 12, 12), factories.figure(two, "9 people died", "9", 9, 9)


def test_a_flag_with_both_passages(checking: APIClient) -> None:
    a, b = _two_counts()
    flag = factories.flag(a, b, scope=Scope.BETWEEN_SOURCES)
    answer = checking.get(f"{FLAGS}/{flag.pk}").json()
    first, second = answer.pop("a"), answer.pop("b")
    assert answer == {
        "id": flag.pk,
        "type": "figure",
        "scope": "between_sources",
        "relation": "conflict",
        "state": "open",
        "silent": False,
        "severity": 61,
        "rule": "figure.apart",
        "reason": "The two counts cannot both hold.",
        "story": a.version.article.story_id,
        "opened_at": flag.opened_at.isoformat().replace("+00:00", "Z"),
        "reading_a": "12 people killed",
        "reading_b": "9 people killed",
        "suggestion": "",
    }
    assert first == {
        "mention": a.pk,
        "claim": a.claim_id,
        "kind": "figure",
        "article": a.version.article_id,
        "version": 1,
        "title": "Ferry fire in Kalderhaven",
        "source": "Tidewater Ledger",
        "published_at": "2026-04-15T09:00:00Z",
        "part": "body",
        "start": 0,
        "end": 14,
        "text": "12 people died",
        "sentence": "12 people died.",
        "claimant": None,
    }
    assert (second["source"], second["text"]) == ("Harbour Gazette", "9 people died")


def test_filters_of_flags(checking: APIClient) -> None:
    a, b = _two_counts()
    later = factories.figure(
        factories.next_version(a.version.article, "14 people died."), "14 people died", "14", 14, 14
    )
    between = factories.flag(a, b, scope=Scope.BETWEEN_SOURCES)
    across = factories.flag(a, later, type=FlagType.ARITHMETIC, relation=Relation.UPDATE, silent=True)
    ContradictionFlag.objects.filter(pk=across.pk).update(state=FlagState.UPHELD, story=None)

    def found(query: str) -> list[int]:
        return [row["id"] for row in checking.get(f"{FLAGS}?{query}").json()["results"]]

    assert found("") == [across.pk, between.pk]
    assert found("order=opened_at") == [between.pk, across.pk]
    assert found("state=open") == [between.pk]
    assert found("type=arithmetic") == [across.pk]
    assert found("scope=between_sources") == [between.pk]
    assert found("relation=update") == [across.pk]
    assert found("silent=true") == [across.pk]
    assert found("silent=false") == [between.pk]
    assert found(f"story={a.version.article.story_id}") == [between.pk]
    assert found(f"article={b.version.article_id}") == [between.pk]
    assert found(f"article={a.version.article_id}") == [across.pk, between.pk]


def test_there_is_no_such_flag(reporting: APIClient) -> None:
    assert reporting.get(f"{FLAGS}/999").status_code == 404


def test_a_checker_raises_a_flag(checking: APIClient) -> None:
    a, b = _two_counts()
    # Whichever passage is named first, the earlier published one is `a`.
    body = {"one": b.pk, "other": a.pk, "type": "figure", "reason": "Both counted\nthe same evening."}
    answer = checking.post(FLAGS, body)
    flag = ContradictionFlag.objects.get()
    assert (answer.status_code, answer["Location"]) == (201, f"http://testserver{FLAGS}/{flag.pk}")
    assert answer.json() == checking.get(f"{FLAGS}/{flag.pk}").json()
    assert (flag.a, flag.b, flag.scope, flag.rule) == (a, b, "between_sources", "by_hand")
    assert (flag.reason, flag.relation) == ("Both counted the same evening.", "conflict")
    # A toll (30) in conflict (30), a third more than the other (1 of 20), in the story's latest text (5).
    assert flag.severity == 66
    assert flag.raised_by is not None
    assert flag.raised_by.username == "checker"
    again = checking.post(FLAGS, body)
    assert (again.status_code, again.json()["code"]) == (409, "already_flagged")


def test_a_passage_that_a_later_engine_withdrew_cannot_be_flagged(checking: APIClient) -> None:
    a, b = _two_counts()
    Mention.objects.filter(pk=b.pk).update(withdrawn=True)
    answer = checking.post(FLAGS, {"one": a.pk, "other": b.pk, "type": "figure", "reason": "Both cannot be."})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "other")


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        # A passage against itself.
        ({"other": "one"}, 422, "not_comparable"),
        # Words of a quote against a count.
        ({"other": "quote"}, 422, "not_comparable"),
        # Two figures have no speaker.
        ({"type": "speaker"}, 422, "not_comparable"),
        ({"type": "rumour"}, 400, "invalid"),
        ({"other": 999}, 400, "invalid"),
        ({"reason": " \u200b"}, 400, "invalid"),
        ({"reason": "x" * 2001}, 400, "invalid"),
        ({"state": "upheld"}, 400, "invalid"),
        ({"scope": "within_document"}, 400, "invalid"),
    ],
)
def test_what_cannot_be_flagged(checking: APIClient, changes: dict[str, Any], status: int, code: str) -> None:
    version = factories.first_version("12 people died. 9 people died. “We lost contact,” he said.")
    one = factories.figure(version, "12 people died", "12", 12, 12)
    other = factories.figure(version, "9 people died", "9", 9, 9)
    quote = factories.quote(version, "We lost contact")
    body = {"one": one.pk, "other": other.pk, "type": "figure", "reason": "Both cannot be."} | changes
    named = {"one": one.pk, "quote": quote.pk}
    answer = checking.post(FLAGS, body | {"other": named.get(str(body["other"]), body["other"])})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert ContradictionFlag.objects.count() == 0
