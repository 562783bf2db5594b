"""manage.py reprocess: every version is read again by the engine of today, in batches, and it may be stopped midway."""

from io import StringIO

import pytest
from django.core.management import call_command

from claims import tasks
from claims.models import ExtractionRun, Mention
from claims.services import pipeline, runs
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "At least {} people were killed in the ferry fire on Tuesday."


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every message is worked off as soon as it is sent."""
    ids: list[int] = []

    def send(version_id: int) -> bool:
        ids.append(version_id)
        pipeline.bring_up_to(version_id)
        return True

    monkeypatch.setattr(tasks, "send", send)
    return ids


def _archive(versions: int) -> None:
    for count in range(versions):
        version = factories.first_version(TEXT.format(count + 10), source=f"Outlet {count}")
        runs.schedule(version.pk)
        pipeline.bring_up_to(version.pk)


def _upgrade(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (
        "claims.services.runs",
        "claims.services.flags",
        "claims.services.closing",
        "claims.services.pipeline",
        "claims.management.commands.reprocess",
    ):
        monkeypatch.setattr(f"{module}.ENGINE_VERSION", "next")


def _reprocess() -> list[str]:
    out = StringIO()
    call_command("reprocess", batch=2, every=0, stdout=out)
    return out.getvalue().splitlines()


def test_every_version_is_read_again_once(monkeypatch: pytest.MonkeyPatch, sent: list[int]) -> None:
    _archive(5)
    before = sorted(Mention.objects.values_list("pk", "claim_id"))
    _upgrade(monkeypatch)
    told = _reprocess()
    assert told[-2:] == ["5 of 5 versions, 0 failed", "Engine next has read every version."]
    assert ExtractionRun.objects.filter(engine_version="next", state="done").count() == 5
    assert sorted(Mention.objects.values_list("pk", "claim_id")) == before
    assert len(sent) == 5


def test_a_second_start_sends_nothing(monkeypatch: pytest.MonkeyPatch, sent: list[int]) -> None:
    _archive(2)
    _upgrade(monkeypatch)
    _reprocess()
    sent.clear()
    assert _reprocess() == ["2 of 2 versions, 0 failed", "Engine next has read every version."]
    assert sent == []


def test_what_is_done_is_not_done_again_after_a_stop(monkeypatch: pytest.MonkeyPatch, sent: list[int]) -> None:
    _archive(3)
    _upgrade(monkeypatch)
    (first,) = runs.schedule_outdated(1)
    pipeline.bring_up_to(first)
    _reprocess()
    assert first not in sent
    assert len(sent) == 2
