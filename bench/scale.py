"""python -m bench.scale [MENTIONS] [--small N] [--json OUT]: does one new version cost the same in a large archive?

Fills a fresh database by COPY with stories of realistic size and skew, a few of them very hot: first to the small size,
of which it keeps a copy, then to the full one. In both, by turns, it brings the same new versions, of forty mentions
with two changed values, through carry-over and comparison, and undoes them; so what else the machine does falls on both
alike. Reading a text does not depend on the archive and is not in the time. Times compare within one run only. On a
server of your own the role must be allowed to make a database.
"""

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.servers import product

SMALL, FULL = 10_000, 1_000_000
# The articles of the stories that are tried; they stand in the archive at either size.
TRIED = (3, 3, 8, 8, 25, 60)
TRIALS = 60


@dataclass(frozen=True, slots=True)
class Trial:
    """What one new version cost. pairs: compared for each of its mentions."""

    milliseconds: float
    pairs: tuple[int, ...]
    rows: int


def measured(small: int, full: int) -> dict[str, Any]:
    """The figures at both sizes, and their ratios. Needs `product()` around it."""
    from bench.corpus import Corpus

    corpus = Corpus()
    stories = corpus.add(TRIED)
    _filled(corpus, small)
    stored = {"small_mentions": corpus.mentions}
    with _copied() as archives:
        _filled(corpus, full)
        stored["full_mentions"] = corpus.mentions
        _tried(archives, stories, TRIALS // 6)  # caches of either size are warm before anything counts
        found: dict[str, Any] = {**stored}
        for name, trials in _tried(archives, stories, TRIALS).items():
            found |= _summed_up(name, trials)
        found["p95_ratio"] = round(found["full_p95_ms"] / found["small_p95_ms"], 3)
        found["p50_ratio"] = round(found["full_p50_ms"] / found["small_p50_ms"], 3)
        found |= _hottest(archives["full"])
    found["pairs_per_mention_p99"] = max(found["full_pairs_per_mention_p99"], found["hottest_pairs_per_mention_p99"])
    return found | _sizes()


def _filled(corpus: Any, mentions: int) -> None:
    began = time.perf_counter()
    corpus.grow(mentions)
    print(f"{corpus.mentions:,} mentions stored after {time.perf_counter() - began:.0f} s", flush=True)


def _summed_up(name: str, trials: list[Trial]) -> dict[str, float]:
    times = [trial.milliseconds for trial in trials]
    return {f"{name}_p{percent}_ms": _at(times, percent) for percent in (50, 95, 99)} | {
        f"{name}_pairs_per_mention_p99": _at([pairs for trial in trials for pairs in trial.pairs], 99),
        f"{name}_rows_read_p95": _at([trial.rows for trial in trials], 95),
    }


@contextmanager
def _copied() -> Iterator[dict[str, Any]]:
    """A connection to a copy of the database as it is now, "small", and one to the database itself, "full"."""
    from django.db import connections

    full = connections["default"]
    name = full.settings_dict["NAME"]
    small, server = full.copy(), full.copy()
    small.settings_dict["NAME"], server.settings_dict["NAME"] = f"{name}_small", "postgres"
    full.close()
    with server.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}_small" TEMPLATE "{name}"')
    try:
        yield {"small": small, "full": full}
    finally:
        connections["default"] = full
        small.close()
        with server.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}_small"')
        server.close()


def _hottest(archive: Any) -> dict[str, Any]:
    """The same in the story with the most articles of all, which only the full archive has."""
    from django.db.models import Count

    from sources.models import Story

    story = Story.objects.annotate(size=Count("articles")).order_by("-size", "pk").first()
    assert story is not None
    trials = _tried({"full": archive}, [story.pk], TRIALS // 3)["full"]
    return {
        "hottest_articles": story.size,
        "hottest_p95_ms": _at([trial.milliseconds for trial in trials], 95),
        "hottest_pairs_per_mention_p99": _at([pairs for trial in trials for pairs in trial.pairs], 99),
    }


def _tried(archives: dict[str, Any], stories: list[int], trials: int) -> dict[str, list[Trial]]:
    """The trials in each archive, one after the other in turns. archives: their connections by name."""
    from django.db import connections

    found: dict[str, list[Trial]] = {name: [] for name in archives}
    for at in range(trials):
        for name, archive in archives.items():
            connections["default"] = archive
            found[name].append(_trial(stories[at % len(stories)], at))
    return found


def _trial(story: int, at: int) -> Trial:
    from django.db import transaction

    from claims.engine import findings
    from claims.services import carryover, flags

    with transaction.atomic():
        version, previous, records, run_id = _new_version(story, at)
        pairs: Counter[str] = Counter()
        read: list[int] = []
        with (
            patch.object(findings, "compare", _counting(findings.compare, pairs)),
            patch.object(flags, "_comparable", _measuring(flags._comparable, read)),
        ):
            began = time.perf_counter()
            carried = carryover.apply(version, previous, records, run_id=run_id)
            flags.sync(version, carried)
            took = (time.perf_counter() - began) * 1_000
        transaction.set_rollback(True)
    compared = tuple(pairs[str(row.pk)] for row in carried.new)
    return Trial(took, compared, sum(read) + len(carried.old))


def _new_version(story: int, at: int) -> tuple[Any, Any, list[Any], int]:
    """The next version of one of the story's articles: a new opening, and two counts that went up by one."""
    from hashlib import sha256

    from bench.invented import EVENTS, shifted, told
    from claims.engine import ENGINE_VERSION
    from claims.models import ExtractionRun
    from sources.models import ArticleVersion

    earlier = ArticleVersion.objects.select_related("article__source", "article__story")
    previous = earlier.filter(article__story=story).order_by("published_at", "pk")[at % 3]
    text = shifted(told(story % EVENTS), f"Update {at}:")
    changed = {at % 40, (at * 7 + 3) % 40}
    body, records, grown = text.body, [], 0
    for index, record in enumerate(text.records):
        moved = _moved(record, grown)
        if index in changed and record.low is not None:
            value = str(int(record.low) + 1)
            begin, end = moved.value_span.start, moved.value_span.end
            body = body[:begin] + value + body[end:]
            moved = _grown(moved, len(value) - (end - begin), Decimal(value))
            grown += len(value) - (end - begin)
        records.append(moved)
    when = previous.published_at + timedelta(days=30)
    version = ArticleVersion.objects.create(
        article=previous.article, number=2, title="Report", text=body, sha256=sha256(body.encode()).hexdigest(),
        snapshot_id=1, published_at=when, captured_at=when,
    )  # fmt: skip
    run = ExtractionRun.objects.create(version=version, engine_version=ENGINE_VERSION, due_at=when)
    return version, previous, records, run.pk


def _moved(record: Any, by: int) -> Any:
    from claims.engine.records import Span

    spans = {name: getattr(record, name) for name in ("span", "value_span")}
    return replace(record, **{name: Span(span.start + by, span.end + by) for name, span in spans.items()})


def _grown(record: Any, by: int, value: Decimal) -> Any:
    from claims.engine.records import Span

    spans = {name: getattr(record, name) for name in ("span", "value_span")}
    longer = {name: Span(span.start, span.end + by) for name, span in spans.items()}
    return replace(record, low=value, high=value, **longer)


def _counting(compare: Callable[..., Any], pairs: Counter[str]) -> Callable[..., Any]:
    def counted(a: Any, b: Any, **more: Any) -> Any:
        pairs.update((a.key, b.key))
        return compare(a, b, **more)

    return counted


def _measuring(read: Callable[..., Any], sizes: list[int]) -> Callable[..., Any]:
    def measured_read(*arguments: Any) -> Any:
        found = read(*arguments)
        sizes.append(len(found))
        return found

    return measured_read


def _sizes() -> dict[str, float]:
    """Table and index sizes in megabytes."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class WHERE relname = ANY(%s)",
            [["claims_mention", "claims_claim", "sources_articleversion"]],
        )
        return {
            f"{name}_{what}_mb": round(size / 2**20, 1)
            for name, table, index in cursor.fetchall()
            for what, size in (("table", table), ("index", index))
        }


def _at(values: list[float] | list[int], percent: int) -> float:
    """The value below which so many per cent lie."""
    return round(statistics.quantiles(values, n=100, method="inclusive")[percent - 1], 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mentions", nargs="?", type=int, default=FULL)
    parser.add_argument("--small", type=int, default=SMALL)
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    with product():
        found = measured(options.small, options.mentions)
    for name, value in found.items():
        print(f"{name:36s} {value:>12}")
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
