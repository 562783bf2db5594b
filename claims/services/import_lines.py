"""One line of an import: an article with its versions and the claims marked in them, recorded whole or not at all.

The same line again finds the same article, adds no version that is there, and marks no claim twice.
"""

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models.functions import Lower

from claims.engine.records import Span
from claims.enums import Approximation, Direction, Part, Polarity
from claims.errors import AlreadyMarked
from claims.services.by_hand import AttributionContent, FigureContent, Marking, QuoteContent
from claims.services.marking import mark
from sources.enums import ArticleKind, SourceKind
from sources.errors import AddressTaken, Refusal
from sources.models import Article, ArticleVersion
from sources.permissions import sees
from sources.services.articles import Content, readable_text
from sources.services.submissions import Origin, submit_article, submit_version


@dataclass(frozen=True, slots=True)
class Line:
    """What a valid line says. texts: the first version and what followed. claims: each with the place of its text."""

    origin: Origin
    texts: tuple[Content, ...]
    claims: tuple[tuple[int, Marking], ...] = ()


class LineRefused(Exception):
    """A part of a line was refused; then nothing of it is recorded. pointer: to that part."""

    def __init__(self, refusal: Refusal, pointer: str) -> None:
        self.refusal, self.pointer = refusal, pointer
        super().__init__(str(refusal))


def written(line: Line) -> Any:
    """As it is stored until its turn comes."""
    return json.loads(json.dumps(dataclasses.asdict(line), cls=_Encoder))


def record(stored: Any, *, by: User) -> tuple[Article, bool]:
    """The article, and whether anything of the line was new. Raises LineRefused; then nothing is recorded."""
    line = _read(stored)
    with transaction.atomic():
        article = _known(line, by)
        made = 0
        versions = []
        for index, content in enumerate(line.texts):
            with _Part("/text" if index == 0 else f"/versions/{index - 1}/text"):
                version, created = _version(article, line.origin, content, by)
            article, made = version.article, made + created
            versions.append((version, created))
        for index, (of, marking) in enumerate(line.claims):
            with _Part(f"/claims/{index}"):
                made += _mark(*versions[of], marking, by)
    return versions[0][0].article, made > 0


class _Part:
    """Notes in which part of the line something was refused."""

    def __init__(self, pointer: str) -> None:
        self.pointer = pointer

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, Refusal):
            raise LineRefused(error, self.pointer) from error


def _known(line: Line, by: User) -> Article | None:
    """The article that a line speaks of, where it is there: by address or id, else by source and first text."""
    origin, found = line.origin, Article.objects.none()
    if origin.url or origin.external_id:
        found = Article.objects.filter(canonical_url=origin.url) if origin.url else found
        article = found.first() or (
            Article.objects.filter(external_id=origin.external_id).first() if origin.external_id else None
        )
        if article is not None and not sees(by, article):
            raise LineRefused(AddressTaken("Another article has this address or id."), "/url")
        return article
    with _Part("/text"):
        cleaned, title = readable_text(line.texts[0])
    same = ArticleVersion.objects.filter(number=1, title=title, sha256=_sha256(cleaned.text)).select_related("article")
    same = same.alias(source=Lower("article__source__name")).filter(source=origin.source.lower())
    return next((one.article for one in same if sees(by, one.article)), None)


def _version(article: Article | None, origin: Origin, content: Content, by: User) -> tuple[ArticleVersion, bool]:
    if article is None:
        recorded = submit_article(origin, content, by=by)
        return recorded.version, recorded.created
    cleaned, title = readable_text(content)
    there = article.versions.filter(sha256=_sha256(cleaned.text)).order_by("number")
    if content.title.strip():
        there = there.filter(title=title)
    known = there.first()
    if known is not None:
        return known, False
    recorded = submit_version(article, content, by=by)
    return recorded.version, recorded.created


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _mark(version: ArticleVersion, fresh: bool, marking: Marking, by: User) -> bool:
    try:
        mark(version, marking, by=by, unread=fresh)
    except AlreadyMarked:
        return False
    return True


def _read(stored: Any) -> Line:
    origin = stored["origin"]
    return Line(
        Origin(
            **{
                **origin,
                "source_kind": SourceKind(origin["source_kind"]),
                "kind": ArticleKind(origin["kind"]),
                "embargoed_until": _moment(origin["embargoed_until"]),
            }
        ),
        tuple(Content(**{**one, "published_at": _moment(one["published_at"])}) for one in stored["texts"]),
        tuple((of, _marking(marking)) for of, marking in stored["claims"]),
    )


def _marking(told: Any) -> Marking:
    content = told["content"]
    found: FigureContent | AttributionContent | QuoteContent = QuoteContent()
    if "measure" in content:
        bounds = {name: None if content[name] is None else Decimal(content[name]) for name in ("low", "high")}
        found = FigureContent(
            **{
                **content,
                **bounds,
                "approximation": Approximation(content["approximation"]),
                "direction": Direction(content["direction"]),
                "value": _span(content["value"]),
            }
        )
    elif "proposition" in content:
        span = _span(content["proposition_span"])
        found = AttributionContent(**{**content, "polarity": Polarity(content["polarity"]), "proposition_span": span})
    at = _span(told["span"])
    assert at is not None
    return Marking(Part(told["part"]), at, found, told["claimant"], told["cue"])


def _span(told: Any) -> Span | None:
    return None if told is None else Span(told["start"], told["end"])


def _moment(told: str | None) -> datetime | None:
    return None if told is None else datetime.fromisoformat(told)


class _Encoder(DjangoJSONEncoder):
    """Moments to the microsecond."""

    def default(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, datetime) else super().default(value)
