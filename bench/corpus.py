"""An archive of invented stories, put into the database by COPY. For `bench.scale`."""

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import Any

from django.db import connection

from bench.invented import EVENTS, MENTIONS, told
from claims.engine import ENGINE_VERSION
from claims.models import Claim, ExtractionRun, Mention
from claims.services import rows
from sources.models import Article, ArticleVersion, Snapshot, Source, Story

START = datetime(2026, 1, 1, tzinfo=UTC)
OUTLETS = 200
# Every so-manieth article has two counts of its own.
DIFFERS = 10
# Of a thousand stories most are told by a handful of articles, a few by hundreds: share of stories, articles.
SIZES = ((700, 3), (200, 8), (80, 25), (19, 100), (1, 600))
BATCH = 1_000

Row = tuple[Any, ...]


class Corpus:
    """Grows the archive; `mentions` counts what is stored. Primary keys are given out here, from 1 on."""

    def __init__(self) -> None:
        self._draw = random.Random(20260415)
        self._stories = self._articles = self.mentions = 0
        Source.objects.bulk_create(Source(pk=pk, name=f"Outlet {pk}") for pk in range(1, OUTLETS + 1))
        Snapshot.objects.create(
            pk=1, sha256=sha256(b"").hexdigest(), content=b"", content_type="text/plain", size=0, captured_at=START
        )

    def add(self, sizes: Sequence[int]) -> list[int]:
        """Adds a story for each number of articles; gives their keys."""
        first = self._stories + 1
        articles = []
        for size in sizes:
            self._stories += 1
            articles += [(self._articles + at, self._stories, at) for at in range(1, size + 1)]
            self._articles += size
        stories = range(first, self._stories + 1)
        _copy(Story, ("id", "slug", "title", "created_at"), ((s, f"story-{s}", f"Story {s}", START) for s in stories))
        for at in range(0, len(articles), BATCH):
            self._copy_articles(articles[at : at + BATCH])
        return list(stories)

    def grow(self, mentions: int) -> None:
        """Adds stories until so many mentions are stored."""
        with _words_indexed_afterwards():
            self._add_until(mentions)
        with connection.cursor() as cursor:
            for model in (Source, Snapshot, Story, Article, ArticleVersion, ExtractionRun, Claim, Mention):
                table = model._meta.db_table
                cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
            cursor.execute("VACUUM ANALYZE")

    def _add_until(self, mentions: int) -> None:
        while self.mentions < mentions:
            left = max(1, (mentions - self.mentions) // MENTIONS)
            sizes: list[int] = []
            while sum(sizes) < min(left, 2_000):
                (size,) = self._draw.choices([n for _, n in SIZES], [share for share, _ in SIZES])
                sizes.append(min(size, left))
            self.add(sizes)

    def _copy_articles(self, articles: Sequence[tuple[int, int, int]]) -> None:
        _copy(
            Article,
            ("id", "source_id", "story_id", "kind", "created_at"),
            ((pk, pk % OUTLETS + 1, story, "article", START) for pk, story, _ in articles),
        )
        _copy(ArticleVersion, *_versions(articles))
        _copy(
            ExtractionRun,
            ("id", "version_id", "engine_version", "state", "attempts", "due_at", "finished_at", "error", "parse",
             "created_at"),
            ((pk, pk, ENGINE_VERSION, "done", 1, START, START, "", b"", START) for pk, _, _ in articles),
        )  # fmt: skip
        claims = range(self.mentions + 1, self.mentions + len(articles) * MENTIONS + 1)
        article_of = [pk for pk, _, _ in articles for _ in range(MENTIONS)]
        _copy(
            Claim,
            ("id", "article_id", "kind", "created_at"),
            ((claim, pk, "figure", START) for claim, pk in zip(claims, article_of, strict=True)),
        )
        names = ("id", "claim_id", "version_id", "run_id", *(field.column for field in _FIELDS))
        _copy(Mention, names, self._mention_rows(articles))

    def _mention_rows(self, articles: Iterable[tuple[int, int, int]]) -> Iterator[Row]:
        for pk, story, at in articles:
            for values in _columns(story % EVENTS, at % DIFFERS == 0):
                self.mentions += 1
                yield (self.mentions, self.mentions, pk, pk, *values)


_GIVEN = {"id", "claim", "version", "run"}
_FIELDS = [field for field in Mention._meta.concrete_fields if field.name not in _GIVEN]


@cache
def _columns(event: int, variant: int) -> tuple[Row, ...]:
    """The column values of a text's mentions, as the product itself would store them."""
    text = told(event, variant)
    version = ArticleVersion(
        pk=1,
        article=Article(pk=1, source=Source(pk=1, name="-")),
        number=1,
        title="-",
        text=text.body,
        published_at=START,
    )
    return tuple(
        tuple(field.get_db_prep_save(getattr(row, field.attname), connection) for field in _FIELDS)
        for row in rows.mentions_from(text.records, version)
    )


def _versions(articles: Sequence[tuple[int, int, int]]) -> tuple[Sequence[str], Iterator[Row]]:
    names = ("id", "article_id", "number", "title", "text", "note", "language", "sha256", "has_bidi", "has_invisible",
             "snapshot_id", "published_at", "captured_at")  # fmt: skip
    bodies = ((pk, told(story % EVENTS, at % DIFFERS == 0).body, at) for pk, story, at in articles)
    return names, (
        (pk, pk, 1, f"Report {at}", body, "", "en", sha256(body.encode()).hexdigest(), False, False, 1,
         START + timedelta(minutes=at), START)
        for pk, body, at in bodies
    )  # fmt: skip


@contextmanager
def _words_indexed_afterwards() -> Iterator[None]:
    """Without the index of all runs of three letters, which is made in a tenth of the time over rows that are there."""
    (words,) = (index for index in Mention._meta.indexes if index.name == "mention_words")
    with connection.schema_editor() as editor:
        editor.remove_index(Mention, words)
    yield
    with connection.schema_editor() as editor:
        editor.add_index(Mention, words)


def _copy(model: Any, columns: Sequence[str], lines: Iterable[Row]) -> None:
    """Stores rows; columns that are not named get what the model would give them."""
    others = [field for field in model._meta.concrete_fields if field.column not in columns and field.has_default()]
    rest = tuple(field.get_db_prep_save(field.get_default(), connection) for field in others)
    names = ", ".join(f'"{name}"' for name in (*columns, *(field.column for field in others)))
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({names}) FROM STDIN") as copy:
        for line in lines:
            copy.write_row((*line, *rest))
