"""Answers of the status, as they look, for the schema."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

_STATUS: dict[str, Any] = {
    "claim": 30,
    "article": 7,
    "kind": "figure",
    "state": "approved",
    "checked": True,
    "rating": "confirmed",
    "in_substance": None,
    "rationale": "The coastguard's bulletin of 10:40 has the same count.",
    "as_of": "2026-04-15T10:40:00Z",
    "verdict": {
        "id": 4,
        "revision": 1,
        "state": "approved",
        "approved_at": "2026-04-15T11:02:10Z",
        "approved_by": "reviewer",
        "overridden": False,
    },
    "retracted_at": None,
    "withdrawn": None,
    "words": {
        "version": 1,
        "part": "body",
        "start": 14,
        "end": 47,
        "text": "At least 12 passengers were killed",
        "outcome": "new",
    },
    "reviewed": {
        "version": 1,
        "part": "body",
        "start": 14,
        "end": 47,
        "text": "At least 12 passengers were killed",
        "sha256": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
    },
    "latest": {
        "version": 1,
        "sha256": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
        "processed": True,
        "outcome": "new",
    },
    "conflicts": {"count": 0, "flags": []},
    "superseded_by": None,
    "evidence": [
        {
            "id": 9,
            "stance": "supports",
            "text": "12 passengers have died",
            "locator": "second paragraph",
            "source": "Kalderhaven coastguard",
            "tier": "primary",
            "url": "https://coastguard.example.org/bulletins/41",
            "article": 12,
            "version": 1,
            "sha256": "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
            "part": "body",
            "start": 20,
            "end": 43,
            "archived": "/api/v1/articles/12/versions/1",
        }
    ],
    "checked_at": "2026-04-15T11:30:00Z",
    "summary": "Rated confirmed as of 15 April 2026, 10:40 UTC, on version 1, approved by a reviewer.",
}
_WITHDRAWN = {
    "id": 4,
    "revision": 1,
    "state": "retracted",
    "rating": "confirmed",
    "in_substance": None,
    "as_of": "2026-04-15T10:40:00Z",
    "approved_at": "2026-04-15T11:02:10Z",
    "retracted_at": "2026-04-15T14:00:00Z",
    "reason": "The coastguard took its bulletin back.",
}
_TAKEN_BACK = (
    _STATUS
    | dict.fromkeys(("rating", "rationale", "as_of", "verdict", "reviewed"))
    | {
        "state": "recheck",
        "checked": False,
        "evidence": [],
        "retracted_at": _WITHDRAWN["retracted_at"],
        "withdrawn": _WITHDRAWN,
        "checked_at": "2026-04-15T14:05:00Z",
        "summary": "Revision 1, rated confirmed as of 15 April 2026, 10:40 UTC, was taken back:"
        " no verdict is in force.",
    }
)
CLAIM_STATUS = [
    OpenApiExample("A checked claim", _STATUS, response_only=True, status_codes=["200"]),
    OpenApiExample("A verdict that was taken back", _TAKEN_BACK, response_only=True, status_codes=["200"]),
]
TEXT_STATUS = [
    OpenApiExample(
        "A text with one claim",
        {
            "text": {
                "article": 7,
                "version": 1,
                "sha256": _STATUS["latest"]["sha256"],
                "latest": True,
                "processed": True,
            },
            "counts": {"claims": 1, "checked": 1, "conflicts": 0},
            "claims": [_STATUS],
            "checked_at": "2026-04-15T11:30:00Z",
            "summary": "1 of 1 claims are checked, 0 have an open conflict.",
        },
        response_only=True,
        status_codes=["200"],
    )
]
