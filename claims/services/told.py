"""What is told of a verdict that has to do with a text, to whoever asks and to whoever is called."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings

from claims.engine import records as engine
from claims.enums import VerdictState
from claims.models import Verdict
from claims.services.matching import Hit


def told_of_claim(mention: engine.Mention) -> dict[str, Any]:
    """A claim of a text: where it stands, and what was read there. Offsets count code points of the cleaned text."""
    span = mention.record.span
    own = mention.sentence
    if mention.sentence_start is not None:
        own = mention.sentence[span.start - mention.sentence_start : span.end - mention.sentence_start]
    return {
        "start": span.start,
        "end": span.end,
        "text": own,
        "kind": mention.record.kind.value,
        "reading": mention.record.why.reading,
    }


def told_of_hit(hit: Hit) -> dict[str, Any]:
    """A verdict, with what it has to do with the text, and why."""
    row, verdict, mention, found = hit.row, hit.row.verdict, hit.row.mention, hit.match
    return {
        "claim": row.pk,
        "article": row.article_id,
        "relation": found.relation.value,
        "sentence": found.sentence,
        "score": round(found.score, 3),
        "made_of": {
            "embedding": _rounded(found.embedding),
            "trigrams": round(found.trigrams, 3),
            "same_measure": _rounded(found.same_measure),
        },
        "rating": verdict.rating,
        "in_substance": verdict.in_substance or None,
        "as_of": _moment(verdict.as_of),
        "state": row.claim.state,
        "verdict": {"id": verdict.pk, "revision": verdict.revision, "state": verdict.state},
        "reviewed": {"version": mention.version.number, "text": mention.text, "reading": mention.reading},
        "status": f"/api/v1/claims/{row.pk}/status",
        "page": _page(verdict, hit),
    }


def _page(verdict: Verdict, hit: Hit) -> str | None:
    """The page for readers: of what is published, and not held back."""
    if verdict.state != VerdictState.PUBLISHED or hit.row.article.embargoed:
        return None
    return f"{settings.PUBLIC_URL}/v/{hit.row.pk}/{verdict.revision}/"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
