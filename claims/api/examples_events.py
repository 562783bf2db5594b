"""Bodies and answers about webhooks and events, for the schema."""

from drf_spectacular.utils import OpenApiExample

NEW_WEBHOOK = [
    OpenApiExample(
        "Verdicts only",
        {"url": "https://cms.example.org/hooks/factcheck", "types": ["verdict.published", "verdict.retracted"]},
        request_only=True,
    )
]
NEW_REPLAY = [OpenApiExample("From 412 on", {"after": 412}, request_only=True)]
WEBHOOK = [
    OpenApiExample(
        "Switched off",
        {
            "id": 3,
            "url": "https://cms.example.org/hooks/factcheck",
            "types": ["verdict.published", "verdict.retracted"],
            "active": False,
            "disabled_reason": "The address answers 410: it is gone for good.",
            "failing_since": "2026-04-15T09:00:00Z",
            "earlier_secret_until": None,
            "created_at": "2026-04-01T09:00:00Z",
        },
        response_only=True,
    )
]
EVENTS = [
    OpenApiExample(
        "A verdict",
        {
            "next": None,
            "results": [
                {
                    "id": "0b54a4e7-3f5c-4f3d-8a2e-4a2b8f1f6c11",
                    "sequence": 413,
                    "type": "verdict.published",
                    "timestamp": "2026-04-15T12:02:11Z",
                    "data": {
                        "verdict": 31,
                        "revision": 1,
                        "claim": 41,
                        "article": 7,
                        "state": "published",
                        "rating": "confirmed",
                        "as_of": "2026-04-15T12:00:00+00:00",
                        "reason": "",
                    },
                }
            ],
        },
        response_only=True,
    )
]
