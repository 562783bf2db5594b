"""What rows and things look like that no operation shows by itself, by the name of their shape, and what readers get.

`factcheck.api_examples` shows them wherever their shape is answered.
"""

from typing import Any

from claims.api.examples import FLAG, MENTION, TEXT
from claims.api.examples_events import EVENTS, WEBHOOK
from sources.api.examples import SOURCE

_ANN = {"username": "ann.vale", "name": "Ann Vale"}
_STORY = {
    "id": 3,
    "slug": "kalderhaven-ferry-fire",
    "title": "Kalderhaven ferry fire",
    "created_at": "2026-04-15T09:00:00Z",
}
_VERSION = {
    "number": 1,
    "title": "Ferry fire in Kalderhaven",
    "note": "",
    "language": "en",
    "published_at": "2026-04-15T09:00:00Z",
    "captured_at": "2026-04-15T09:00:04Z",
    "sha256": "0dd2b1ecf1f2e8a2c23e0f52d4ac9a2e9e7c3f5f0f2a6a8b9d1c4e7f60718293",
    "characters": len(TEXT),
    "has_bidi": False,
    "has_invisible": False,
    "processing": {"state": "done", "attempts": 1, "error": "", "finished_at": "2026-04-15T09:00:07Z"},
}
_WAITS = {"processing": {"state": "due", "attempts": 0, "error": "", "finished_at": None}}
_ARTICLE = {
    "id": 7,
    "kind": "article",
    "source": SOURCE[0].value | {"id": 4, "name": "Tidewater Ledger", "kind": "news_outlet", "tier": "secondary"},
    "story": _STORY,
    "url": "https://ledger.example.org/2026/04/ferry-fire",
    "external_id": None,
    "created_at": "2026-04-15T09:00:04Z",
    "embargoed_until": None,
    "latest_version": _VERSION,
}
_BASE, _FINDING = "https://checks.example.org", "Confirmed: “At least 12 passengers were killed”"
_PAGE = f"{_BASE}/v/30/1/"
_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Tidewater Ledger: findings",
    "home_page_url": _BASE,
    "feed_url": f"{_BASE}/api/v1/feeds/verdicts.json",
    "language": "en",
    "items": [
        {
            "id": _PAGE,
            "url": _PAGE,
            "title": _FINDING,
            "content_text": "Finding as of 15 April 2026, 12:00: Confirmed. The harbour police say so.",
            "date_published": "2026-04-15T12:02:11+00:00",
        }
    ],
}

BY_SHAPE: dict[str, Any] = {
    "ArticleShape": _ARTICLE,
    "ArticleDetailShape": _ARTICLE | {"versions": [_VERSION]},
    "VersionShape": _VERSION,
    "VersionTextShape": _VERSION | {"text": TEXT},
    "RecordedShape": _VERSION | _WAITS | {"text": TEXT, "created": True},
    "StoryShape": _STORY,
    "FlagShape": FLAG[0].value,
    "ClaimShape": {
        "id": 30,
        "article": 7,
        "kind": "figure",
        "state": "unchecked",
        "created_at": "2026-04-15T09:00:07Z",
        "open_flags": 1,
        "mention": MENTION,
    },
    "ListedMentionShape": MENTION | {"claim": 30, "article": 7, "kind": "figure"},
    "CommentShape": {
        "id": 61,
        "claim": 30,
        "by": _ANN,
        "text": "@ben.ohm, does the coastguard count the crew too?",
        "people": ["ben.ohm"],
        "at": "2026-04-15T10:40:00Z",
    },
    "CorrectionShape": {
        "id": 81,
        "claim": 30,
        "mention": 41,
        "before": {"approximation": "exact", "high": "12"},
        "after": {"approximation": "at_least", "high": None},
        "reason": "The sentence says “at least”.",
        "by": _ANN,
        "at": "2026-04-15T10:45:00Z",
        "undone_by": None,
        "undone_at": None,
    },
    "ImportLineShape": {
        "number": 17,
        "state": "failed",
        "article": None,
        "created": False,
        "code": "span_outside_text",
        "pointer": "/claims/0",
        "detail": "There is no text from 90 to 120 of the body.",
    },
    "WebhookWithSecretShape": WEBHOOK[0].value
    | {
        "active": True,
        "disabled_reason": "",
        "failing_since": None,
        "secret": "whsec_ZXhhbXBsZSBleGFtcGxlIGV4YW1wbGUgZXhhbXBsZQ==",
    },
    "EventShape": EVENTS[0].value["results"][0] | {"type": "test", "data": {"by": "desk_head"}},
    "ReplayedShape": {"events": 17},
    "DeliveryShape": {
        "id": 905,
        "event": "0b54a4e7-3f5c-4f3d-8a2e-4a2b8f1f6c11",
        "sequence": 413,
        "type": "verdict.published",
        "state": "delivered",
        "due_at": "2026-04-15T12:02:16Z",
        "delivered_at": "2026-04-15T12:02:17Z",
        "attempts": [
            {"at": "2026-04-15T12:02:11Z", "status": 503, "answer": "busy", "error": "", "milliseconds": 41},
            {"at": "2026-04-15T12:02:17Z", "status": 200, "answer": "", "error": "", "milliseconds": 38},
        ],
    },
}

# By address and media type, where what goes out has no shape.
FOR_READERS: dict[tuple[str, str], Any] = {
    (
        "/api/v1/claimreview.jsonl",
        "application/x-ndjson",
    ): f'{{"@type": "ClaimReview", "@id": "{_PAGE}", "revision": 1, '
    '"claimReviewed": "At least 12 passengers were killed", "asOf": "2026-04-15T12:00:00+00:00", '
    '"reviewRating": {"@type": "Rating", "alternateName": "Confirmed", "ratingValue": 5, "bestRating": 5, '
    '"worstRating": 1}}\n',
    ("/api/v1/context.jsonld", "application/ld+json"): {
        "@context": {
            "@version": 1.1,
            "desk": f"{_BASE}/api/v1/context.jsonld#",
            "supersedes": {"@id": f"{_BASE}/api/v1/context.jsonld#supersedes", "@type": "@id"},
        }
    },
    ("/api/v1/claims/{claim_id}/badge.svg", "image/svg+xml"): '<svg xmlns="http://www.w3.org/2000/svg" width="190" '
    'height="22" role="img" aria-label="Confirmed, as of 15 Apr 2026"></svg>',
    ("/api/v1/feeds/{what}.{form}", "application/feed+json"): _FEED,
    ("/api/v1/feeds/{what}.{form}", "application/atom+xml"): '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
    f"<title>Tidewater Ledger: findings</title><entry><title>{_FINDING}</title><id>{_PAGE}</id></entry></feed>",
    ("/api/v1/oembed", "application/json"): {
        "version": "1.0",
        "type": "rich",
        "title": _FINDING,
        "provider_name": "Tidewater Ledger",
        "provider_url": _BASE,
        "cache_age": 60,
        "html": f'<blockquote class="factcheck"><p><a href="{_PAGE}">Tidewater Ledger</a></p></blockquote>',
        "width": 480,
        "height": 200,
    },
    ("/api/v1/events/stream", "text/event-stream"): "retry: 2000\n\nid: 413\nevent: verdict.published\n"
    'data: {"sequence": 413, "type": "verdict.published"}\n\n: still here\n\n',
}
