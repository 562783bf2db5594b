"""A published verdict as schema.org's ClaimReview, and the words that it lacks.

https://schema.org/ClaimReview. A rating gets a number only where it says how true a claim is: 5 is best, 1 worst;
disputed, outdated and what cannot be confirmed are no points on that line and have their words alone.
"""

from typing import Any

from django.conf import settings

from claims.enums import Kind, Rating, Stance
from claims.models import Mention, Verdict
from claims.queries.public import RATINGS
from sources.api.fields import plain
from sources.enums import SourceKind

ON_A_LINE = {Rating.CONFIRMED: 5, Rating.CONFIRMED_WITH_CHANGE: 4, Rating.WRONG: 1}
BEST, WORST = 5, 1
_OWN = {
    "asOf": {"@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
    "revision": {"@type": "http://www.w3.org/2001/XMLSchema#integer"},
    "supersedes": {"@type": "@id"},
    "contradicts": {"@type": "@id", "@container": "@set"},
    "measuredValue": {},
    "measure": {},
    "low": {"@type": "http://www.w3.org/2001/XMLSchema#decimal"},
    "high": {"@type": "http://www.w3.org/2001/XMLSchema#decimal"},
    "unit": {},
    "bound": {"@type": "@vocab"},
}


def context(base: str) -> dict[str, Any]:
    """The JSON-LD context of what schema.org has no word for, under the desk's own address."""
    vocabulary = f"{base}/api/v1/context.jsonld#"
    own = {name: {"@id": f"{vocabulary}{name}", **more} for name, more in _OWN.items()}
    return {"@context": {"@version": 1.1, "desk": vocabulary, **own}}


def address_of(verdict: Verdict, base: str) -> str:
    """Where readers find a verdict."""
    return f"{base}/v/{verdict.claim_id}/{verdict.revision}/"


def claim_review(verdict: Verdict, base: str, supersedes: int | None = None) -> dict[str, Any]:
    """A verdict of `queries.public` as JSON-LD. supersedes: the revision that readers saw before."""
    desk = {"@type": "Organization", "name": settings.PUBLIC_NAME, "url": base}
    said: dict[str, Any] = {
        "@context": ["https://schema.org", f"{base}/api/v1/context.jsonld"],
        "@type": "ClaimReview",
        "@id": address_of(verdict, base),
        "url": address_of(verdict, base),
        "datePublished": _day(verdict.published_at),
        "author": desk,
        "claimReviewed": verdict.mention.text,
        "itemReviewed": _claim(verdict),
        "reviewRating": _rating(Rating(verdict.rating)),
        "reviewBody": verdict.rationale,
        "asOf": verdict.as_of.isoformat(),
        "revision": verdict.revision,
        "contradicts": sorted(_addresses(verdict, Stance.REFUTES)),
    }
    if verdict.mention.kind == Kind.FIGURE:
        said["measuredValue"] = _value(verdict.mention)
    if supersedes is not None:
        said["supersedes"] = f"{base}/v/{verdict.claim_id}/{supersedes}/"
    return said


def _rating(rating: Rating) -> dict[str, Any]:
    number = ON_A_LINE.get(rating)
    line = {"ratingValue": number, "bestRating": BEST, "worstRating": WORST} if number else {}
    return {"@type": "Rating", "alternateName": RATINGS[rating], **line}


def _claim(verdict: Verdict) -> dict[str, Any]:
    article, version = verdict.claim.article, verdict.mention.version
    publisher = {"@type": _type_of(article.source.kind), "name": article.source.name}
    appears = {"@type": "CreativeWork", "name": version.title, "publisher": publisher}
    if article.canonical_url:
        appears["url"] = article.canonical_url
    by = {"@type": "Thing", "name": verdict.mention.claimant} if verdict.mention.claimant else publisher
    return {"@type": "Claim", "author": by, "datePublished": _day(version.published_at), "appearance": appears}


def _type_of(kind: str) -> str:
    return "Person" if kind in {SourceKind.PERSON, SourceKind.SOCIAL} else "Organization"


def _addresses(verdict: Verdict, stance: Stance) -> set[str]:
    rows = [row.evidence for row in verdict.passages]  # type: ignore[attr-defined]  # of `queries.public`
    return {
        row.version.article.canonical_url for row in rows if row.stance == stance and row.version.article.canonical_url
    }


def _value(mention: Mention) -> dict[str, Any]:
    bounds = {name: plain(value) for name in ("low", "high") if (value := getattr(mention, name)) is not None}
    return {"measure": mention.measure, "unit": mention.unit, "bound": mention.approximation, **bounds}


def _day(moment: Any) -> str:
    return str(moment.date().isoformat())
