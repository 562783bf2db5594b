"""Published verdicts and corrections as Atom, as JSON Feed, and embedded in somebody else's page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html

from claims.api.claim_review import address_of
from claims.enums import Rating, VerdictState
from claims.models import Verdict
from claims.queries.public import FED, RATINGS

FEEDS = {"verdicts": "Findings", "corrections": "Corrections"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a feed."""

    id: str
    url: str
    title: str
    text: str
    at: datetime


class _Atom(Atom1Feed):
    """Django's feed says "now" where it is empty, and would never be the same twice."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


def latest(what: str, rows: QuerySet[Verdict]) -> Callable[[str], list[Entry]]:
    """The latest of a feed, for a base address."""
    order = "-published_at" if what == "verdicts" else "-changed_at"
    shown = rows.order_by(order, "-pk")[:FED]
    return lambda base: [_entry(row, base, what) for row in shown]


def atom(what: str, entries: Callable[[str], list[Entry]], base: str) -> HttpResponse:
    """A feed by RFC 4287."""
    own = f"{base}/api/v1/feeds/{what}.atom"
    feed = _Atom(_title(what), base, "", language="en", feed_url=own, feed_guid=own)
    for entry in entries(base):
        feed.add_item(entry.title, entry.url, entry.text, unique_id=entry.id, pubdate=entry.at, updateddate=entry.at)
    written = StringIO()
    feed.write(written, "utf-8")
    return HttpResponse(written.getvalue(), content_type="application/atom+xml; charset=utf-8")


def json_feed(what: str, entries: Callable[[str], list[Entry]], base: str) -> HttpResponse:
    """A feed by https://www.jsonfeed.org/version/1.1/."""
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(what),
        "home_page_url": base,
        "feed_url": f"{base}/api/v1/feeds/{what}.json",
        "language": "en",
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.text,
                "date_published": entry.at.isoformat(),
            }
            for entry in entries(base)
        ],
    }
    return JsonResponse(body, content_type="application/feed+json")


FORMS = {"atom": atom, "json": json_feed}


def embedded(verdict: Verdict, base: str, width: int, height: int) -> dict[str, Any]:
    """What oEmbed says of a verdict's page; the words of others are escaped."""
    rating = RATINGS[Rating(verdict.rating)]
    html = format_html(
        '<blockquote class="factcheck"><p><strong>{}</strong>, as of {}: “{}”</p>'
        '<p><a href="{}">{}</a></p></blockquote>',
        rating,
        _spoken(verdict.as_of),
        verdict.mention.text,
        address_of(verdict, base),
        settings.PUBLIC_NAME,
    )
    return {
        "version": "1.0",
        "type": "rich",
        "title": f"{rating}: “{verdict.mention.text}”",
        "provider_name": settings.PUBLIC_NAME,
        "provider_url": base,
        "cache_age": 60,
        "html": html,
        "width": width,
        "height": height,
    }


def _entry(verdict: Verdict, base: str, what: str) -> Entry:
    url = address_of(verdict, base)
    said = verdict.mention.text
    if verdict.state == VerdictState.RETRACTED:
        told = f"We no longer stand behind our finding on “{said}”, and are checking it again."
        return Entry(f"{url}#retracted", url, f"Taken back: “{said}”", told, verdict.changed_at)
    rating = RATINGS[Rating(verdict.rating)]
    assert verdict.published_at is not None
    lead = "New finding" if what == "corrections" else "Finding"
    text = f"{lead} as of {_spoken(verdict.as_of)}: {rating}. {verdict.rationale}"
    return Entry(url, url, f"{rating}: “{said}”", text, verdict.published_at)


def _title(what: str) -> str:
    return f"{settings.PUBLIC_NAME}: {FEEDS[what].lower()}"


def _spoken(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return f"{local.day} {local:%B %Y, %H:%M}"
