"""A worker dies in the middle: every version still ends processed, and no mention stands twice."""

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from django.db import connection

from claims.models import Claim, ContradictionFlag, ExtractionRun, Mention
from claims.services import pipeline
from factcheck.celery import app
from sources.models import ArticleVersion
from sources.services import story_files
from tests import processes

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

STORIES = processes.ROOT / "bench" / "gold"
# A lease long enough for a version on a busy machine, short enough to wait for.
TIMES = {"RUN_LEASE": "12", "SWEEP_EVERY": "0.2"}


@pytest.fixture(autouse=True)
def _empty_queue() -> None:
    app.control.purge()


def recorded(count: int = 10) -> list[ArticleVersion]:
    versions = (
        step.version
        for name in ("aldermere-tram-collision", "wirrabee-river-flood")
        for _, step in story_files.record_story(story_files.read_story_file(STORIES / f"{name}.json"))
    )
    return list(islice(versions, count))


def _states() -> Counter[str]:
    connection.close()
    return Counter(ExtractionRun.objects.values_list("state", flat=True))


def places(version: ArticleVersion) -> Counter[tuple[str, str, int, int]]:
    return Counter(Mention.objects.filter(version=version).values_list("kind", "part", "start", "end"))


def expected(version: ArticleVersion) -> Counter[tuple[str, str, int, int]]:
    found = pipeline.read(version, b"")
    return Counter((r.kind.value, r.part.value, r.span.start, r.span.end) for r in found.records)


def test_ten_versions_survive_kill_nine(tmp_path: Path) -> None:
    versions = recorded()
    log = tmp_path / "worker.log"
    with processes.worker(log, **TIMES) as process:
        processes.wait_until(lambda: _states()["done"] >= 2, 60, "two versions done")
        processes.kill(process)
    assert 0 < _states()["done"] < 10, "the kill came too late to prove anything"

    with processes.sweep(tmp_path / "sweep.log", **TIMES), processes.worker(log, **TIMES):
        processes.wait_until(lambda: _states() == {"done": 10}, 90, "all versions done")

    for version in versions:
        assert places(version) == expected(version)
    assert not Claim.objects.filter(mentions=None).exists()
    pairs = Counter(ContradictionFlag.objects.values_list("a", "b", "rule"))
    assert set(pairs.values()) <= {1}


def test_a_text_that_kills_its_worker_is_given_up(tmp_path: Path) -> None:
    """Attempts are counted before the work, so a poison text ends as failed, with its reason, and harms no other.

    The queue was lost before: that costs delay, and no claim.
    """
    poisoned, *others = recorded(4)
    ExtractionRun.objects.filter(version=poisoned).update(attempts=3)
    app.control.purge()
    assert _states() == {"due": 4}
    with processes.sweep(tmp_path / "sweep.log", **TIMES), processes.worker(tmp_path / "worker.log", **TIMES):
        processes.wait_until(lambda: _states() == {"failed": 1, "done": 3}, 90, "the poison given up, the others done")
    assert ExtractionRun.objects.get(version=poisoned).error == "The worker stopped in the middle, 3 times."
    assert all(places(version) for version in others)
