"""Answers on free text, as they look, for the schema."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

from claims.api.examples_status import CLAIM_STATUS

_MATCH: dict[str, Any] = {
    "claim": 30,
    "article": 7,
    "relation": "differs",
    "sentence": "The verdict is on 133 people killed; the text says 60 people killed: it is not covered.",
    "score": 0.739,
    "made_of": {"embedding": 0.82, "trigrams": 0.576, "same_measure": 0.756},
    "rating": "confirmed",
    "in_substance": None,
    "as_of": "2026-04-15T10:40:00Z",
    "state": "approved",
    "verdict": {"id": 4, "revision": 1, "state": "published"},
    "reviewed": {"version": 1, "text": "133 people were killed", "reading": "133 people killed, said by investigators"},
    "status": "/api/v1/claims/30/status",
    "page": "/v/30/1/",
}
_CLAIM: dict[str, Any] = {
    "start": 0,
    "end": 21,
    "text": "60 people were killed",
    "kind": "figure",
    "reading": "60 people killed",
}
_COUNTS = {"claims": 1, "same": 0, "differs": 0, "updates": 0, "unclear": 0, "none": 0}
_SAME = _MATCH | {
    "relation": "same",
    "sentence": "The verdict is on 133 people killed; the text says the same.",
    "score": 0.912,
    "made_of": {"embedding": 0.871, "trigrams": 0.763, "same_measure": 0.997},
}
MATCHES = [
    OpenApiExample(
        "Something else was checked",
        {
            "text": "60 people were killed in the concert hall attack.",
            "claims": [{**_CLAIM, "matches": [_MATCH]}],
            "counts": _COUNTS | {"differs": 1},
            "checked_at": "2026-04-15T12:00:00Z",
            "summary": "0 of 1 claims in this text are covered by a verdict.",
        },
        response_only=True,
    ),
    OpenApiExample(
        "Nothing to check",
        {
            "text": "What a lovely day!",
            "claims": [],
            "counts": _COUNTS | {"claims": 0},
            "checked_at": "2026-04-15T12:00:00Z",
            "summary": "There is nothing in this text that can be checked: no figure, no words in quotation marks,"
            " nobody who says or denies something.",
        },
        response_only=True,
    ),
]
STATUS = [
    OpenApiExample(
        "Of words",
        {
            "text": "133 people were killed in the concert hall attack.",
            "claims": [
                {
                    **_CLAIM,
                    "end": 22,
                    "text": "133 people were killed",
                    "reading": "133 people killed",
                    "matches": [_SAME],
                    "status": CLAIM_STATUS[0].value,
                }
            ],
            "counts": _COUNTS | {"same": 1},
            "checked_at": "2026-04-15T12:00:00Z",
            "summary": "1 of 1 claims in this text are covered by a verdict.",
        },
        response_only=True,
    )
]
_WATCH: dict[str, Any] = {
    "id": 5,
    "text": "60 people were killed in the concert hall attack.",
    "url": "https://cms.example.org/hooks/checked",
    "webhook": 8,
    "active": True,
    "created_at": "2026-04-15T12:00:00Z",
    "expires_at": "2026-07-14T12:00:00Z",
    "told_at": None,
}
NEW_WATCH = [
    OpenApiExample(
        "Your own address",
        {"text": _WATCH["text"], "url": _WATCH["url"], "days": 90},
        request_only=True,
    ),
    OpenApiExample(
        "The first of an address",
        _WATCH | {"secret": "whsec_ZXhhbXBsZSBleGFtcGxlIGV4YW1wbGUgZXhhbXBsZQ=="},
        response_only=True,
        status_codes=["201"],
    ),
]
WATCH = [OpenApiExample("Nothing was told yet", _WATCH, response_only=True)]
