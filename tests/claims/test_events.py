"""What happened is told once, in the order of commits, and only if it did happen."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.auth.models import User
from django.db import close_old_connections, connection, transaction

from claims.enums import FlagType, Relation
from claims.models import Event
from claims.services import decisions, events, pipeline, raising, runs
from tests import factories


def told() -> list[tuple[int | None, str]]:
    return list(Event.objects.order_by("id").values_list("sequence", "type"))


@pytest.mark.django_db
def test_a_version_is_told_once_when_it_comes_and_once_when_it_is_read() -> None:
    version = factories.first_version("Nothing to count.")
    runs.schedule(version.pk)
    runs.schedule(version.pk)
    assert told() == [(None, "version.recorded")]
    pipeline.bring_up_to(version.pk)
    assert told() == [(None, "version.recorded"), (None, "version.processed")]
    assert Event.objects.get(type="version.processed").payload == {
        "article": version.article_id,
        "version": 1,
        "sha256": version.sha256,
        "title": version.title,
        "mentions": 0,
    }


@pytest.mark.django_db
def test_a_flag_is_told_when_it_opens_and_at_each_decision(checker: User) -> None:
    version = factories.first_version("12 people were killed. Some said 14 people were killed.")
    one = factories.figure(version, "12 people were killed", "12", 12, 12)
    other = factories.figure(version, "14 people were killed", "14", 14, 14)
    flag = raising.raise_flag(
        one, other, type=FlagType.FIGURE, relation=Relation.CONFLICT, reason="Two counts.", by=checker
    )
    decisions.uphold(flag, by=checker, reason="Both stand there.")
    opened, decided = Event.objects.filter(type__startswith="flag.").order_by("id")
    assert (opened.type, opened.payload["state"], opened.payload["reason"]) == ("flag.opened", "open", "Two counts.")
    assert opened.payload["claims"] == sorted([one.claim_id, other.claim_id])
    assert (decided.payload["was"], decided.payload["state"], decided.payload["decision"]) == (
        "open",
        "upheld",
        "Both stand there.",
    )


@pytest.mark.django_db
def test_what_is_rolled_back_is_never_told() -> None:
    version = factories.first_version("Nothing to count.")
    with transaction.atomic():
        events.version_recorded(version)
        transaction.set_rollback(True)
    assert told() == []


@contextmanager
def another(act: threading.Event, done: threading.Event, version_id: int) -> Iterator[threading.Thread]:
    """A transaction of another connection, which writes an event and commits once it may."""

    def write() -> None:
        try:
            with transaction.atomic():
                events.version_recorded(factories.ArticleVersion.objects.get(pk=version_id))
                done.set()
                assert act.wait(10)
        finally:
            connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    yield thread
    thread.join(10)


@pytest.mark.django_db(transaction=True)
def test_the_sequence_has_neither_gaps_nor_latecomers() -> None:
    """An event that was written first and committed last comes last; who has read up to a number missed nothing."""
    slow, quick = (factories.first_version(text, url=None) for text in ("One.", "Two."))
    Event.objects.all().delete()
    may_commit, has_written = threading.Event(), threading.Event()
    with another(may_commit, has_written, slow.pk) as thread:
        assert has_written.wait(10)
        events.version_recorded(quick)
        assert events.number() == 1
        may_commit.set()
        thread.join(10)
        assert events.number() == 1
    in_order = list(Event.objects.order_by("sequence").values_list("sequence", "article"))
    assert in_order == [(1, quick.article_id), (2, slow.article_id)]
    assert in_order[0][1] > in_order[1][1]
    assert events.number() == 0


@pytest.mark.django_db(transaction=True)
def test_the_database_says_when_something_was_written() -> None:
    version = factories.first_version("One.")
    while events.heard(0.05):
        pass
    assert not events.heard(0.05)
    has_written, may_commit = threading.Event(), threading.Event()
    with another(may_commit, has_written, version.pk):
        assert has_written.wait(10)
        assert not events.heard(0.05), "it was told before it was true"
        may_commit.set()
        assert events.heard(10)
    close_old_connections()
