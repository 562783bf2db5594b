"""What people do with claims, as bodies and answers look, for the schema. The ferry fire of `examples.py` again."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

_ANN = {"username": "ann.vale", "name": "Ann Vale"}
_BEN = {"username": "ben.ohm", "name": "Ben Ohm"}
_SOURCE = {"id": 5, "name": "Harbour police", "kind": "police", "tier": "primary", "independence": "original"}
_APPROVED = {
    "id": 17,
    "claim": 30,
    "article": 7,
    "revision": 1,
    "state": "approved",
    "rating": "confirmed",
    "in_substance": "",
    "rationale": "The harbour police give the same count.",
    "as_of": "2026-04-15T11:00:00Z",
    "mention": 41,
    "version": 1,
    "evidence": [23],
    "author": _ANN,
    "approved_by": _BEN,
    "approved_at": "2026-04-15T11:20:00Z",
    "published_at": None,
    "override": "",
    "edits": 3,
    "created_at": "2026-04-15T10:40:00Z",
    "changed_at": "2026-04-15T11:20:00Z",
}
_DRAFT = _APPROVED | {"state": "draft", "evidence": [], "approved_by": None, "approved_at": None, "edits": 1}


def _answer(name: str, value: Any, code: str) -> list[OpenApiExample]:
    return [OpenApiExample(name, value, response_only=True, status_codes=[code])]


def _body(name: str, value: Any) -> OpenApiExample:
    return OpenApiExample(name, value, request_only=True)


def verdict(code: str, *, draft: bool = False) -> list[OpenApiExample]:
    """A revision, as the answer with this status gives it."""
    return _answer("A draft", _DRAFT, code) if draft else _answer("An approved revision", _APPROVED, code)


def review(code: str) -> list[OpenApiExample]:
    """An approval."""
    approval = {
        "id": 51,
        "verdict": 17,
        "claim": 30,
        "revision": 1,
        "act": "approve",
        "was": "in_review",
        "became": "approved",
        "by": _BEN,
        "reason": "",
        "override": False,
        "at": "2026-04-15T11:20:00Z",
    }
    return _answer("An approval", approval, code)


def evidence(code: str) -> list[OpenApiExample]:
    """A passage that bears a claim out."""
    passage = {
        "id": 23,
        "claim": 30,
        "article": 9,
        "version": 1,
        "source": _SOURCE,
        "part": "body",
        "start": 0,
        "end": 25,
        "text": "12 passengers were killed",
        "stance": "supports",
        "note": "",
        "locator": "second paragraph",
        "contains": "contains",
        "contains_reason": "The passage says the same.",
        "added_by": _ANN,
        "added_at": "2026-04-15T10:50:00Z",
        "removed_at": None,
    }
    return _answer("A passage", passage, code)


def flag_move(code: str) -> list[OpenApiExample]:
    """A dismissal."""
    move = {
        "id": 71,
        "flag": 12,
        "was": "open",
        "became": "dismissed",
        "by": _BEN,
        "code": "another_time",
        "reason": "Nine was the count of the night before.",
        "at": "2026-04-15T11:05:00Z",
    }
    return _answer("A dismissal", move, code)


NEW_VERDICT = [_body("Of a claim", {"claim": 30})]
WRITTEN_VERDICT = [
    _body("A finding", {"rating": "confirmed", "rationale": "The harbour police give the same count."}),
]
NEW_ACT = [
    _body("Submit", {"act": "submit"}),
    _body("Send back", {"act": "send_back", "reason": "Which of the two counts is meant?"}),
]
NEW_EVIDENCE = [
    _body(
        "By its words",
        {"claim": 30, "article": 9, "version": 1, "words": "12 passengers were killed", "stance": "supports"},
    ),
    _body(
        "By its place",
        {"claim": 30, "article": 9, "version": 1, "start": 0, "end": 25, "stance": "context", "note": "As of Tuesday."},
    ),
]
NEW_DECISION = [
    _body("Uphold", {"decision": "uphold"}),
    _body("Dismiss", {"decision": "dismiss", "code": "another_time", "reason": "The count of the night before."}),
]
NEW_COMMENT = [_body("A question", {"claim": 30, "text": "@ben.ohm, does the coastguard count the crew too?"})]
STORY = _answer(
    "A story",
    {
        "id": 3,
        "slug": "kalderhaven-ferry-fire",
        "title": "Kalderhaven ferry fire",
        "created_at": "2026-04-15T09:00:00Z",
        "merged_into": None,
        "articles": 8,
        "measures": [{"measure_key": "killed", "values": 14}, {"measure_key": "injured", "values": 5}],
    },
    "200",
)
_POINT = {
    "published_at": "2026-04-15T09:00:00Z",
    "article": 7,
    "version": 1,
    "claim": 30,
    "mention": 41,
    "text": "At least 12 passengers were killed",
    "low": "12",
    "high": None,
    "approximation": "at_least",
    "direction": "none",
    "unit": "person",
    "measure": "passengers killed",
    "place": "",
    "as_of": "",
    "claimant": "the coastguard",
    "outcome": "new",
}
SERIES = _answer(
    "Deaths by source",
    {
        "measure_key": "killed",
        "lines": [
            {
                "source": _SOURCE | {"id": 2, "name": "Tidewater Ledger", "kind": "news_outlet", "tier": "secondary"},
                "points": [_POINT, _POINT | {"version": 2, "mention": 66, "low": "14", "outcome": "value_changed"}],
            }
        ],
        "cut": False,
    },
    "200",
)
