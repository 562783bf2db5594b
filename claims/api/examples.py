"""Bodies and answers as they look, for the schema. All of them are about one made-up ferry fire."""

from drf_spectacular.utils import OpenApiExample

TEXT = "Kalderhaven — At least 12 passengers were killed when a ferry burned on Tuesday, the coastguard said."

NEW_ARTICLE = [
    OpenApiExample(
        "An article",
        {
            "title": "Ferry fire in Kalderhaven",
            "text": TEXT,
            "source": {"name": "Tidewater Ledger", "kind": "news_outlet"},
            "kind": "article",
            "story": "Kalderhaven ferry fire",
            "url": "https://ledger.example.org/2026/04/ferry-fire",
            "published_at": "2026-04-15T09:00:00Z",
        },
        request_only=True,
    )
]
NEW_VERSION = [
    OpenApiExample(
        "A new version",
        {
            "text": TEXT.replace("12", "14"),
            "note": "Updated with the coastguard's count.",
            "published_at": "2026-04-15T11:30:00Z",
        },
        request_only=True,
    )
]
EMBARGO = [OpenApiExample("Until Friday noon", {"until": "2026-04-17T12:00:00Z"}, request_only=True)]
NEW_CLAIM = [
    OpenApiExample(
        "A figure",
        {
            "article": 7,
            "version": 1,
            "kind": "figure",
            "start": 14,
            "end": 47,
            "claimant": "the coastguard",
            "figure": {
                "low": 12,
                "approximation": "at_least",
                "unit": "person",
                "measure": "passengers killed",
                "measure_key": "killed",
                "value_start": 14,
                "value_end": 25,
            },
        },
        request_only=True,
    ),
    OpenApiExample(
        "A quote", {"article": 7, "version": 1, "kind": "quote", "start": 301, "end": 330}, request_only=True
    ),
]
NEW_FLAG = [
    OpenApiExample(
        "Two counts",
        {"one": 41, "other": 58, "type": "figure", "reason": "12 at least against 9 in all, same evening."},
        request_only=True,
    )
]
_A = {
    "mention": 41,
    "claim": 30,
    "kind": "figure",
    "article": 7,
    "version": 1,
    "title": "Ferry fire in Kalderhaven",
    "source": "Tidewater Ledger",
    "published_at": "2026-04-15T09:00:00Z",
    "part": "body",
    "start": 14,
    "end": 47,
    "text": "At least 12 passengers were killed",
    "sentence": TEXT,
    "claimant": "the coastguard",
}
_FLAG = {
    "id": 12,
    "type": "figure",
    "scope": "between_sources",
    "relation": "conflict",
    "state": "open",
    "silent": False,
    "severity": 67,
    "rule": "figure.value",
    "reason": "at least 12 passengers killed and 9 people killed for the same thing cannot both be right.",
    "story": 3,
    "opened_at": "2026-04-15T10:12:00Z",
    "reading_a": "at least 12 passengers killed, said by the coastguard",
    "reading_b": "9 people killed",
    "suggestion": "",
    "a": _A,
    "b": _A
    | {
        "mention": 58,
        "claim": 44,
        "article": 8,
        "source": "Harbour Gazette",
        "published_at": "2026-04-15T10:10:00Z",
        "start": 0,
        "end": 17,
        "text": "Nine people died",
        "sentence": "Nine people died in the fire.",
        "claimant": None,
    },
}
FLAG = [OpenApiExample("A conflict", _FLAG, response_only=True, status_codes=["200"])]
MENTION = {
    "id": 41,
    "version": 1,
    "part": "body",
    "start": 14,
    "end": 47,
    "text": "At least 12 passengers were killed",
    "sentence": TEXT,
    "claimant": "the coastguard",
    "cue": "",
    "rule": "figure.count",
    "reading": "at least 12 passengers killed",
    "outcome": "new",
    "outcome_reason": "",
    "carried_from": None,
    "figure": {
        "low": "12",
        "high": None,
        "approximation": "at_least",
        "unit": "person",
        "measure": "passengers killed",
        "measure_key": "killed",
        "thing": "",
        "place": "",
        "as_of": "",
        "group": "",
        "direction": "none",
        "value_start": 14,
        "value_end": 25,
    },
    "quote": None,
    "attribution": None,
}
CLAIM = [
    OpenApiExample(
        "A claim that nobody checked",
        {
            "id": 30,
            "article": 7,
            "kind": "figure",
            "created_at": "2026-04-15T09:00:07Z",
            "status": {
                "state": "unchecked",
                "recheck": "",
                "latest_version": 1,
                "processed": True,
                "processing": {"state": "done", "attempts": 1, "error": "", "finished_at": "2026-04-15T09:00:07Z"},
                "outcome": "new",
                "open_flags": [_FLAG],
                "mentions": [MENTION],
            },
        },
        response_only=True,
        status_codes=["200"],
    )
]
