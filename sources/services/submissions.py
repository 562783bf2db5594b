"""Takes in what somebody hands over in one piece: source and story by name, article and version, all or nothing."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from sources.enums import ArticleKind, SourceKind
from sources.models import Article
from sources.services.articles import Content, Recorded, add_article, derived_title, record_version
from sources.services.catalogue import source_named, story_named


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from. source_kind counts only where the source is new; story: a title, or "" for none."""

    source: str
    source_kind: SourceKind = SourceKind.NEWS_OUTLET
    kind: ArticleKind = ArticleKind.ARTICLE
    story: str = ""
    url: str | None = None
    external_id: str | None = None
    embargoed_until: datetime | None = None


def submit_article(origin: Origin, content: Content, *, by: User) -> Recorded:
    """A new article. Raises EmptyText, TextTooLong, AddressTaken; then no source and no story is left behind either."""
    with transaction.atomic():
        return add_article(
            source_named(origin.source, kind=origin.source_kind),
            content,
            kind=origin.kind,
            url=origin.url,
            external_id=origin.external_id,
            story=story_named(origin.story) if origin.story else None,
            embargoed_until=origin.embargoed_until,
            by=by,
        )


def submit_version(article: Article, content: Content, *, by: User) -> Recorded:
    """The next version of an article; one without a headline keeps that of the version before.

    Raises EmptyText, TextTooLong.
    """
    return record_version(article, replace(content, title=content.title or _headline(article)), by=by)


def _headline(article: Article) -> str:
    """The headline that the latest version came with; "" where it was made of the text's first words."""
    latest = article.versions.order_by("-number").first()
    return "" if latest is None or latest.title == derived_title(latest.text) else latest.title
