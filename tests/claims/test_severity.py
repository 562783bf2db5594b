"""How grave a flag is grows with the origins behind it and fades when the story goes on."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from claims.engine import findings
from claims.models import ContradictionFlag, ExtractionRun
from claims.services import pipeline, runs, severity
from sources.models import Article, Story
from tests import factories

pytestmark = pytest.mark.django_db

START = datetime(2026, 4, 15, 9, tzinfo=UTC)
THIRTY = "Thirty-one people were killed in the ferry fire in Kalderhaven on Tuesday."
TWENTY = "Twenty-six people were killed in the ferry fire in Kalderhaven on Tuesday."


@pytest.fixture
def story(db: None) -> Story:
    return factories.story()


def _article(story: Story, source: str, hours: int, text: str) -> Article:
    version = factories.first_version(
        text, title=f"{source} tells", source=source, story=story, published_at=START + timedelta(hours=hours)
    )
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)
    return version.article


def _points(flag: ContradictionFlag) -> dict[str, int]:
    return {weight.why: weight.points for weight in severity.weights(flag)}


def _first() -> ContradictionFlag:
    return ContradictionFlag.objects.order_by("pk")[0]


def test_origins_on_one_side_and_then_on_both_raise_it(story: Story) -> None:
    _article(story, "Tidewater Ledger", 0, THIRTY)
    _article(story, "Kalder Post", 1, TWENTY)
    alone = _first().severity
    _article(story, "Skerray Times", 2, f"A priest counted the coffins for us.\n\n{TWENTY} Their names are not known.")
    backed = _first()
    assert (backed.severity - alone, backed.severity) == (severity.BACKED, severity.of(backed))
    _article(story, "Osk Radio", 3, f"We counted at the quay ourselves all night.\n\n{THIRTY} The mayor wept.")
    contested = _first()
    assert (contested.origins_a, contested.origins_b) == (2, 2)
    assert contested.severity - alone == severity.CONTESTED


def test_a_story_that_goes_on_takes_freshness(story: Story) -> None:
    _article(story, "Tidewater Ledger", 0, THIRTY)
    _article(story, "Kalder Post", 1, TWENTY)
    fresh = _first()
    assert fresh.fresh
    _article(story, "Osk Radio", 25, "The harbour of Kalderhaven is open again.")
    assert _first().fresh
    _article(story, "Osk Radio", 26, "The mayor of Kalderhaven thanked the crews.")
    stale = _first()
    assert (stale.fresh, stale.severity) == (False, fresh.severity - severity.FRESH)
    assert set(_points(fresh)) - set(_points(stale)) == {"it was published within a day of the story's latest text"}


def test_a_text_that_comes_late_opens_no_fresh_flag(story: Story) -> None:
    _article(story, "Tidewater Ledger", 0, THIRTY)
    _article(story, "Osk Radio", 50, "The harbour of Kalderhaven is open again.")
    _article(story, "Kalder Post", 1, TWENTY)
    assert [flag.fresh for flag in ContradictionFlag.objects.all()] == [False]


def test_pairs_beyond_the_limit_are_counted_and_shown(
    story: Story, as_checker: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "MOST_PAIRS", 1)
    _article(story, "Tidewater Ledger", 0, THIRTY)
    two = _article(story, "Kalder Post", 1, TWENTY)
    three = _article(story, "Osk Radio", 2, TWENTY.replace("Twenty-six", "Twenty-four"))
    assert [run.left_out for run in ExtractionRun.objects.order_by("pk")] == [{}, {}, {"figure": 1}]
    told = "Not compared, because the story holds so many: pairs of claims 1"
    assert told in as_checker.get(f"/articles/{three.pk}/").content.decode()
    assert told not in as_checker.get(f"/articles/{two.pk}/").content.decode()
