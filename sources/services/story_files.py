"""Reads story files (the format of docs/stories.md) and records what they hold."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from sources.enums import ArticleKind, SourceKind
from sources.errors import EmptyText, StoryFileInvalid, TextTooLong
from sources.models import Article, Story
from sources.services.articles import Content, Recorded, add_article, record_version
from sources.services.catalogue import source_named, story_named


@dataclass(frozen=True, slots=True)
class FiledVersion:
    """One version of one document of a story file."""

    document: str
    publisher: str
    publisher_kind: SourceKind
    document_kind: ArticleKind
    number: int
    content: Content


@dataclass(frozen=True, slots=True)
class StoryFile:
    """versions: those of all documents, in order of publication."""

    name: str
    title: str
    versions: tuple[FiledVersion, ...]


def read_story_file(path: Path) -> StoryFile:
    """The story in a file. Raises StoryFileInvalid with the name of the file and of what is wrong in it."""
    try:
        story = json.loads(path.read_text(encoding="utf-8"))
        versions = [version for document in story["documents"] for version in _versions(document, story["language"])]
    except (ValueError, KeyError, TypeError) as error:
        raise StoryFileInvalid(f"{path.name} is no story file: {error!r}") from error
    versions.sort(key=lambda filed: (filed.content.published_at, filed.document))
    return StoryFile(path.stem, _title(story["story"]), tuple(versions))


def record_story(story_file: StoryFile, *, by: User | None = None) -> Iterator[tuple[FiledVersion, Recorded]]:
    """Records the versions one by one, in order of publication, giving each as soon as it is stored.

    What is there already is left alone, so a file may be imported again. Raises StoryFileInvalid for a text that is
    refused; what came before it stays.
    """
    story = story_named(story_file.title)
    for filed in story_file.versions:
        try:
            recorded = _record(story_file, filed, story, by)
        except (EmptyText, TextTooLong) as refusal:
            where = f"{story_file.name}.json, {filed.document} {filed.number}"
            raise StoryFileInvalid(f"{where}: {refusal}") from refusal
        yield filed, recorded


def _record(story_file: StoryFile, filed: FiledVersion, story: Story, by: User | None) -> Recorded:
    external_id = f"{story_file.name}/{filed.document}"
    article = Article.objects.filter(external_id=external_id).first()
    if article is None:
        source = source_named(filed.publisher, kind=filed.publisher_kind)
        return add_article(source, filed.content, kind=filed.document_kind, external_id=external_id, story=story, by=by)
    present = article.versions.filter(number=filed.number).first()
    return Recorded(present, created=False) if present else record_version(article, filed.content, by=by)


def _versions(document: dict[str, Any], language: str) -> Iterator[FiledVersion]:
    before = None
    for place, version in enumerate(document["versions"], start=1):
        published = datetime.fromisoformat(_text(version, "published"))
        if version["number"] != place or published.tzinfo is None or (before and published < before):
            raise ValueError(f"{document['id']} {place}: versions count from 1, in order of time, with a zone")
        before = published
        yield FiledVersion(
            document=_text(document, "id"),
            publisher=_text(document, "publisher"),
            publisher_kind=SourceKind(document["publisher_kind"]),
            document_kind=ArticleKind(document["document_kind"]),
            number=place,
            content=Content(
                text=_text(version, "text"),
                title=_text(version, "title"),
                note=_text(version, "note"),
                language=language,
                published_at=published,
            ),
        )


def _text(of: dict[str, Any], name: str) -> str:
    value = of[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text: {value!r}")
    return value


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()
