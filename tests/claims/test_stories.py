"""Articles find their story, a person's choice holds, and flags between sources follow."""

import threading
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection

from claims.enums import FlagState, PlacedBy
from claims.errors import NothingToSplit, SameStory
from claims.models import ContradictionFlag, FlagMove, StoryMove, StoryProfile
from claims.queries.placing import placements_of, story_history
from claims.services import pipeline, runs, stories
from sources.models import Article, ArticleVersion, Story
from sources.services.catalogue import story_named
from tests import factories

pytestmark = pytest.mark.django_db

LEDGER = (
    "At least 31 people were killed in the fire on the ferry Osk Queen in Kalderhaven on Tuesday, harbour master Jorun "
    "Vass said. The Osk Queen had 112 people on board."
)
POST = (
    "Twenty-six people were killed in the fire on the ferry Osk Queen in Kalderhaven on Tuesday, police said. "
    "“We are still counting,” said Jorun Vass, the harbour master."
)
# The same kind of event on the same day, with a count that would contradict both if it were the same event.
ELSEWHERE = (
    "Nine people were killed in a fire on the ferry Marlin Star off Skerray on Tuesday, the coastguard said. "
    "Captain Euan Macrae was among them."
)


def _hour(hour: int) -> datetime:
    return datetime(2026, 4, 15, hour, tzinfo=UTC)


def _read(version: ArticleVersion) -> Article:
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)
    version.article.refresh_from_db()
    return version.article


def _article(text: str, source: str, hour: int, title: str, story: Story | None = None) -> Article:
    return _read(factories.first_version(text, title=title, source=source, published_at=_hour(hour), story=story))


def _ledger(story: Story | None = None) -> Article:
    return _article(LEDGER, "Tidewater Ledger", 9, "Ferry fire kills dozens in Kalderhaven", story)


def _post(story: Story | None = None) -> Article:
    return _article(POST, "Kalder Post", 11, "Dead counted after fire on Osk Queen", story)


def _elsewhere() -> Article:
    return _article(ELSEWHERE, "Skerray Times", 12, "Ferry burns off Skerray")


def _open() -> list[tuple[str, str]]:
    found = ContradictionFlag.objects.filter(state=FlagState.OPEN).order_by("pk")
    return [(flag.a.version.article.source.name, flag.b.version.article.source.name) for flag in found]


def test_articles_of_one_event_meet_and_are_compared_and_another_event_stays_apart() -> None:
    ledger, post, elsewhere = _ledger(), _post(), _elsewhere()
    assert ledger.story == post.story
    assert elsewhere.story not in (None, ledger.story)
    assert _open() == [("Tidewater Ledger", "Kalder Post")]
    assert ledger.story is not None
    assert ledger.story.title == "Ferry fire kills dozens in Kalderhaven"


def test_the_reason_is_kept_and_shown() -> None:
    ledger, post = _ledger(), _post()
    placed = placements_of([ledger, post])
    assert placed[ledger.pk].opened_story
    assert placed[ledger.pk].reason == "Nothing published within 300 days is about anything like it."
    assert not placed[post.pk].opened_story
    assert placed[post.pk].placed_by is PlacedBy.ENGINE
    assert placed[post.pk].reason.startswith(
        "names Osk Queen and Kalderhaven and Jorun Vass, as an article of this story"
    )
    assert placed[post.pk].reason.endswith("published 2 hours apart")


def test_two_events_with_one_headline_are_two_stories() -> None:
    first = _article(LEDGER, "Tidewater Ledger", 9, "Ferry fire: many dead")
    second = _article(ELSEWHERE, "Skerray Times", 12, "Ferry fire: many dead")
    assert first.story is not None
    assert second.story is not None
    assert (first.story.slug, second.story.slug) == ("ferry-fire-many-dead", "ferry-fire-many-dead-2")


def test_a_story_that_is_given_is_left_alone_and_counts_as_by_hand() -> None:
    given = factories.story("Quite another story")
    ledger = _ledger()
    post = _post(story=given)
    assert post.story == given != ledger.story
    assert not StoryMove.objects.filter(article=post).exists()
    assert placements_of([post])[post.pk].placed_by is PlacedBy.HAND
    # It has a profile all the same, so that others find it.
    assert StoryProfile.objects.filter(pk=post.pk).exists()


def test_a_later_version_stays_in_its_story_and_renews_the_profile() -> None:
    ledger = _ledger()
    story = ledger.story
    _read(factories.next_version(ledger, ELSEWHERE, title="Ferry burns off Skerray", published_at=_hour(13)))
    assert ledger.story == story
    profile = StoryProfile.objects.get(pk=ledger.pk)
    assert profile.version.number == 2
    assert "Osk Queen" not in profile.names
    assert set(profile.keys.filter(key__in=["osk", "marlin"]).values_list("key", flat=True)) == {"marlin"}


def test_a_move_by_hand_holds_and_closes_what_it_parts(desk_head: User) -> None:
    ledger, post = _ledger(), _post()
    apart = factories.story("Another ferry")
    stories.move(post, apart, by=desk_head, reason="Not this ferry.")
    assert _open() == []
    assert [move.reason for move in FlagMove.objects.all()] == ["The two articles are in different stories now."]
    _read(factories.next_version(post, POST + " Smoke hung over the quay.", title=POST[:40], published_at=_hour(14)))
    assert post.story == apart
    placement = placements_of([post])[post.pk]
    assert (placement.placed_by, placement.by, placement.reason) == (PlacedBy.HAND, "desk_head", "Not this ferry.")
    assert ledger.story is not None
    assert [move.article for move in story_history(ledger.story)] == [post, post, ledger]


def test_a_move_back_opens_the_flag_again(desk_head: User) -> None:
    ledger, post = _ledger(), _post()
    assert ledger.story is not None
    stories.move(post, factories.story("Another ferry"), by=desk_head)
    opened = stories.move(post, ledger.story, by=desk_head)
    assert [flag.story for flag in opened] == [ledger.story]
    assert _open() == [("Tidewater Ledger", "Kalder Post")]


def test_confirming_where_an_article_is_makes_it_by_hand(desk_head: User) -> None:
    ledger = _ledger()
    assert ledger.story is not None
    assert stories.move(ledger, ledger.story, by=desk_head) == []
    assert placements_of([ledger])[ledger.pk].placed_by is PlacedBy.HAND


def test_a_merge_compares_and_leads_the_old_address_on(desk_head: User) -> None:
    ledger, post = _ledger(factories.story("One")), _post(factories.story("Other"))
    one, other = story_named("One"), story_named("Other")
    assert _open() == []
    opened = stories.merge(other, one, by=desk_head)
    post.refresh_from_db()
    assert post.story == ledger.story == one
    assert [flag.story for flag in opened] == [one]
    assert story_named("Other") == one
    with pytest.raises(SameStory):
        stories.merge(other, one, by=desk_head)


def test_a_split_opens_a_story_and_closes_flags_across_it(desk_head: User) -> None:
    ledger, post = _ledger(), _post()
    same = _article(LEDGER.replace("At least 31", "Thirty-three"), "Kalder Radio", 12, "Osk Queen fire in Kalderhaven")
    assert same.story == ledger.story
    assert set(_open()) == {("Tidewater Ledger", "Kalder Post"), ("Kalder Post", "Kalder Radio")}
    made = stories.split([post, same], "Osk Queen inquiry", by=desk_head)
    assert [article.story for article in Article.objects.order_by("pk")] == [ledger.story, made, made]
    assert set(_open()) == {("Kalder Post", "Kalder Radio")}
    assert {flag.story for flag in ContradictionFlag.objects.filter(state=FlagState.OPEN)} == {made}


def test_what_cannot_be_split_is_refused_and_nothing_is_left_behind(desk_head: User) -> None:
    ledger, elsewhere = _ledger(), _elsewhere()
    before = Story.objects.count()
    for articles in ([ledger], [ledger, elsewhere], []):
        with pytest.raises(NothingToSplit):
            stories.split(articles, "Nothing", by=desk_head)
    assert Story.objects.count() == before


def test_a_decision_on_a_flag_survives_a_split(desk_head: User) -> None:
    _, post = _ledger(), _post()
    _article(LEDGER.replace("At least 31", "Thirty-three"), "Kalder Radio", 12, "Osk Queen fire in Kalderhaven")
    ContradictionFlag.objects.update(state=FlagState.UPHELD)
    stories.split([post], "Osk Queen inquiry", by=desk_head)
    assert set(ContradictionFlag.objects.values_list("state", flat=True)) == {"upheld"}


def test_a_story_that_the_engine_opened_and_nobody_is_in_leads_on(desk_head: User) -> None:
    elsewhere, ledger = _elsewhere(), _ledger()
    husk = elsewhere.story
    assert husk is not None
    assert ledger.story is not None
    stories.move(elsewhere, ledger.story, by=desk_head)
    assert story_named(husk.title) == ledger.story


# It shares one name with the report of the fire and another subject; the wire below speaks of both.
INQUIRY = (
    "Harbour master Jorun Vass has been questioned by the state prosecutor Ida Holm for nine hours. He denied that he "
    "had let the inspection lapse. Holm said that eleven files had been seized."
)
LINK = (
    "The harbour master of Kalderhaven, Jorun Vass, was questioned for nine hours by prosecutor Ida Holm over the fire "
    "on the ferry Osk Queen on Tuesday. He denied that he had let the inspection of the ferry lapse."
)


def _inquiry_and_fire() -> tuple[Article, Article]:
    inquiry, ledger = _article(INQUIRY, "Holm Observer", 10, "Prosecutor questions official"), _ledger()
    assert inquiry.story != ledger.story
    return inquiry, ledger


def _wire(*others: Article) -> Article:
    wire = _article(LINK, "Kalder Wire", 13, "Osk Queen fire: Vass questioned by prosecutor")
    for other in others:
        other.refresh_from_db()
    return wire


def test_an_article_that_was_alone_follows_the_one_that_links_it() -> None:
    inquiry, ledger = _inquiry_and_fire()
    left = ledger.story
    assert left is not None
    wire = _wire(inquiry, ledger)
    assert inquiry.story == ledger.story == wire.story
    assert story_named(left.title) == wire.story
    placed = placements_of([ledger])[ledger.pk]
    assert placed.placed_by is PlacedBy.ENGINE
    assert placed.reason.startswith("a later article belongs to this story and names")


def test_a_story_of_two_follows_as_a_whole() -> None:
    inquiry, ledger, post = *_inquiry_and_fire(), _post()
    assert ledger.story == post.story
    wire = _wire(inquiry, ledger, post)
    assert inquiry.story == ledger.story == post.story == wire.story


def test_an_article_that_a_person_placed_follows_none(desk_head: User) -> None:
    inquiry, ledger = _inquiry_and_fire()
    assert ledger.story is not None
    stories.move(ledger, ledger.story, by=desk_head)
    wire = _wire(inquiry, ledger)
    assert inquiry.story == wire.story != ledger.story
    assert placements_of([wire])[wire.pk].reason.endswith(
        "another story, put together by hand, tells of the same: look whether the two should be merged"
    )


@pytest.mark.django_db(transaction=True)
def test_two_first_articles_at_one_instant_open_one_story() -> None:
    versions = [
        factories.first_version(text, title=title, source=source, published_at=_hour(9))
        for text, title, source in (
            (LEDGER, "Ferry fire kills dozens in Kalderhaven", "Tidewater Ledger"),
            (POST, "Dead counted after fire on Osk Queen", "Kalder Post"),
        )
    ]
    ready = threading.Barrier(2)

    def work(version: ArticleVersion) -> None:
        runs.schedule(version.pk)
        ready.wait(timeout=60)
        pipeline.bring_up_to(version.pk)
        connection.close()

    workers = [threading.Thread(target=work, args=(version,)) for version in versions]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=120)
    assert Story.objects.count() == 1
    assert Article.objects.filter(story__isnull=False).count() == 2
    assert _open() == [("Tidewater Ledger", "Kalder Post")]
