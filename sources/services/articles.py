"""Records what was published: articles and their versions."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from sources.engine.text import CleanText, Undecodable, clean, decode, one_line
from sources.enums import ArticleKind
from sources.errors import AddressTaken, EmptyText, TextTooLong, UnreadableFile
from sources.models import Article, ArticleVersion, Snapshot, Source, Story
from sources.signals import version_recorded

TITLE_LENGTH = 1_000
# A text that came without a headline is called by its first words, up to this many characters.
DERIVED_TITLE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Recorded:
    """created is False where the article's latest version has this very text and headline already."""

    version: ArticleVersion
    created: bool


@dataclass(frozen=True, slots=True)
class Content:
    """What was handed in. raw: the bytes as they came; None for text typed or pasted into a form."""

    text: str
    title: str = ""
    note: str = ""
    language: str = "en"
    published_at: datetime | None = None
    raw: bytes | None = None
    content_type: str = "text/plain; charset=utf-8"


def text_of_file(raw: bytes) -> str:
    """The text of an uploaded file. Raises UnreadableFile."""
    try:
        return decode(raw)
    except Undecodable as error:
        raise UnreadableFile(f"This file cannot be read: {error}. Save it as plain text, or paste the text.") from error


def add_article(
    source: Source,
    content: Content,
    *,
    kind: ArticleKind = ArticleKind.ARTICLE,
    url: str | None = None,
    external_id: str | None = None,
    story: Story | None = None,
    embargoed_until: datetime | None = None,
    by: User | None = None,
) -> Recorded:
    """A new article with its first version. Raises EmptyText, TextTooLong, AddressTaken; then nothing is stored."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                article = Article.objects.create(
                    source=source,
                    kind=kind,
                    canonical_url=url or None,
                    external_id=external_id or None,
                    story=story,
                    created_by=by,
                    embargoed_until=embargoed_until,
                )
        except IntegrityError as error:
            raise AddressTaken("Another article has this address or id. Add a new version to that one.") from error
        return record_version(article, content, by=by)


def record_version(article: Article, content: Content, *, by: User | None = None) -> Recorded:
    """The next version of an article, or its latest one where text and headline are the same.

    Sends `version_recorded` once the transaction has committed. Raises EmptyText, TextTooLong.
    """
    cleaned, title = readable_text(content)
    now = timezone.now()
    with transaction.atomic():
        # Numbers must not race; the lock leaves readers and foreign keys alone.
        Article.objects.select_for_update(no_key=True).get(pk=article.pk)
        latest = article.versions.order_by("-number").first()
        if latest and (latest.text, latest.title) == (cleaned.text, title):
            return Recorded(latest, created=False)
        version = ArticleVersion.objects.create(
            article=article,
            number=latest.number + 1 if latest else 1,
            title=title,
            text=cleaned.text,
            note=clean(content.note).text,
            language=content.language,
            sha256=hashlib.sha256(cleaned.text.encode()).hexdigest(),
            has_bidi=cleaned.has_bidi,
            has_invisible=cleaned.has_invisible,
            snapshot=_snapshot(content, now),
            published_at=content.published_at or now,
            captured_at=now,
            recorded_by=by,
        )
        transaction.on_commit(lambda: version_recorded.send(sender=ArticleVersion, version_id=version.pk), robust=True)
    return Recorded(version, created=True)


def readable_text(content: Content) -> tuple[CleanText, str]:
    """A text as it would be stored, cleaned, with its title. Raises EmptyText, TextTooLong."""
    cleaned = clean(content.text)
    if cleaned.is_blank:
        raise EmptyText("There is no text to read. Paste the article, or choose a file that holds it.")
    if len(cleaned.text) > settings.TEXT_LIMIT:
        raise TextTooLong(
            f"The text has {len(cleaned.text):,} characters; the limit is {settings.TEXT_LIMIT:,}. Add it in parts."
        )
    return cleaned, one_line(content.title)[:TITLE_LENGTH] or derived_title(cleaned.text)


def derived_title(text: str) -> str:
    """A name for a text that came without a headline: its first words."""
    first = " ".join(text[: 4 * DERIVED_TITLE_LENGTH].split())
    if len(first) <= DERIVED_TITLE_LENGTH:
        return first
    return first[:DERIVED_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def _snapshot(content: Content, now: datetime) -> Snapshot:
    raw = content.raw if content.raw is not None else content.text.encode("utf-8", "replace")
    snapshot, _ = Snapshot.objects.get_or_create(
        sha256=hashlib.sha256(raw).hexdigest(),
        defaults={"content": raw, "content_type": content.content_type, "size": len(raw), "captured_at": now},
    )
    return snapshot
