"""A flag says how many independent origins stand on each side; those that relay one count once."""

from datetime import UTC, datetime

import pytest

from claims.models import ContradictionFlag
from claims.services import origins, pipeline, runs
from sources.enums import SourceKind
from sources.models import Article, Source, Story
from sources.services.catalogue import source_named
from tests import factories

pytestmark = pytest.mark.django_db

THIRTY = "Thirty-one people were killed in the ferry fire in Kalderhaven on Tuesday."
TWENTY = "Twenty-six people were killed in the ferry fire in Kalderhaven on Tuesday."


@pytest.fixture
def story(db: None) -> Story:
    return factories.story()


def _article(story: Story, source: str, hour: int, text: str) -> Article:
    version = factories.first_version(
        text,
        title=f"{source} on the ferry fire",
        source=source,
        story=story,
        published_at=datetime(2026, 4, 15, hour, tzinfo=UTC),
    )
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)
    return version.article


def _counts() -> set[tuple[int | None, int | None]]:
    return set(ContradictionFlag.objects.filter(scope="between_sources").values_list("origins_a", "origins_b"))


def test_two_outlets_alone_are_one_origin_each(story: Story) -> None:
    _article(story, "Tidewater Ledger", 9, THIRTY)
    _article(story, "Kalder Post", 10, TWENTY)
    assert _counts() == {(1, 1)}


def test_a_third_that_found_out_by_itself_counts_and_one_that_relays_does_not(story: Story) -> None:
    _article(story, "Tidewater Ledger", 9, THIRTY)
    _article(story, "Kalder Post", 10, TWENTY)
    _article(story, "Skerray Times", 11, f"A priest counted the coffins for us.\n\n{TWENTY} Their names are not known.")
    assert (1, 2) in _counts()
    _article(story, "Osk Radio", 12, f"{TWENTY} The harbour is closed.\n\nSource: Kalder Post")
    source_named("Kalder Post")
    Source.objects.filter(name="Kalder Post").update(kind=SourceKind.WIRE_AGENCY)
    origins.renew(ContradictionFlag.objects.filter(a__version__article__source__name="Tidewater Ledger"))
    assert {b for _, b in _counts()} == {2}


def test_a_source_that_is_known_to_relay_another_counts_with_it(story: Story) -> None:
    _article(story, "Tidewater Ledger", 9, THIRTY)
    post = _article(story, "Kalder Post", 10, TWENTY)
    echo = source_named("Post Echo")
    echo.relays = post.source
    echo.save(update_fields=["relays"])
    _article(story, "Post Echo", 11, f"{TWENTY} Flags fly at half mast in the town today.")
    assert {b for _, b in _counts()} == {1}


def test_what_agrees_with_both_sides_stands_on_neither(story: Story) -> None:
    _article(story, "Tidewater Ledger", 9, THIRTY)
    _article(story, "Kalder Post", 10, TWENTY)
    _article(story, "Skerray Times", 11, TWENTY.replace("Twenty-six", "At least 20"))
    assert _counts() == {(1, 1)}


def test_a_text_at_odds_with_itself_has_no_sides(story: Story) -> None:
    article = _article(
        story, "Tidewater Ledger", 9, "The ferry had 112 people on board: 80 passengers and 40 members of the crew."
    )
    flag = ContradictionFlag.objects.get(a__version__article=article)
    assert (flag.scope, flag.origins_a, flag.origins_b) == ("within_document", None, None)
    assert origins.count_for(flag) == (None, None)
