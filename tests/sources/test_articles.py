"""Articles and versions are recorded once, in order, and never change."""

import hashlib
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, connections, transaction

from sources.errors import AddressTaken, EmptyText, TextTooLong, UnreadableFile
from sources.models import Article, ArticleVersion, Snapshot, Source
from sources.services.articles import Content, add_article, derived_title, record_version, text_of_file
from sources.services.catalogue import source_named, story_named
from sources.signals import version_recorded
from tests import factories

TEXT = "Nine people died in the fire."


@pytest.fixture
def ledger(db: None) -> Source:
    return source_named("Tidewater Ledger")


@pytest.fixture
def sent() -> Any:
    """The ids of the versions that `version_recorded` told of."""
    ids: list[int] = []

    def listen(*, version_id: int, **_: Any) -> None:
        ids.append(version_id)

    version_recorded.connect(listen)
    yield ids
    version_recorded.disconnect(listen)


def test_a_first_version(ledger: Source, reporter: User) -> None:
    raw = b"\xef\xbb\xbfNine people died.\r\nTwo were hurt.\r\n"
    content = Content(
        text=text_of_file(raw),
        title=" Ferry\r\nfire ",
        note="Corrects\x00 the date.",
        published_at=factories.MORNING,
        raw=raw,
        content_type="text/plain",
    )
    recorded = add_article(ledger, content, external_id="ledger-7", by=reporter)
    version = recorded.version
    assert recorded.created
    assert (version.number, version.title, version.text) == (1, "Ferry fire", "Nine people died.\nTwo were hurt.")
    assert (version.note, version.language) == ("Corrects the date.", "en")
    assert version.sha256 == hashlib.sha256(version.text.encode()).hexdigest()
    assert (version.published_at, version.recorded_by) == (factories.MORNING, reporter)
    assert (version.article.source, version.article.external_id) == (ledger, "ledger-7")
    # The bytes are kept as they came, mark and line ends included.
    assert bytes(version.snapshot.content) == raw
    assert (version.snapshot.size, version.snapshot.content_type) == (len(raw), "text/plain")


# Where the headline is left out, the first words stand for it; cut between words, with a sign that more follows.
@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TEXT, TEXT),
        ("Nine  people\n\ndied.", "Nine people died."),
        ("word " * 40, "word " * 17 + "word…"),
        ("x" * 200, "x" * 90 + "…"),
        ("Nine people died, " + "y" * 90, "Nine people died…"),
    ],
)
def test_a_text_without_a_headline(text: str, title: str) -> None:
    assert derived_title(text) == title


def test_a_headline_over_the_limit_is_cut(ledger: Source) -> None:
    assert len(add_article(ledger, Content(text=TEXT, title="x" * 5_000)).version.title) == 1_000


# Text and headline the same: nothing new. Either of them other, or back to an earlier one: a version.
@pytest.mark.parametrize(
    ("text", "title", "note", "number", "created"),
    [
        (TEXT, "Ferry fire", "", 2, False),
        (f"\n{TEXT}\r\n", "Ferry  fire", "", 2, False),
        # Only a note more is nothing that readers of the text would see as another text.
        (TEXT, "Ferry fire", "Corrects the date.", 2, False),
        (TEXT, "Fire on a ferry", "", 3, True),
        (TEXT.replace("Nine", "Ten"), "Ferry fire", "", 3, True),
        ("The first text.", "Ferry fire", "", 3, True),
    ],
)
def test_the_same_text_again(ledger: Source, text: str, title: str, note: str, number: int, created: bool) -> None:
    article = add_article(ledger, Content(text="The first text.", title="Ferry fire")).version.article
    record_version(article, Content(text=TEXT, title="Ferry fire"))
    recorded = record_version(article, Content(text=text, title=title, note=note))
    assert (recorded.version.number, recorded.created) == (number, created)
    assert article.versions.count() == number


@pytest.mark.django_db(transaction=True)
def test_others_hear_of_a_version_once_it_is_stored(sent: list[int]) -> None:
    ledger = source_named("Tidewater Ledger")
    article = add_article(ledger, Content(text=TEXT)).version.article
    with transaction.atomic():
        second = record_version(article, Content(text="Ten people died.")).version
        assert second.pk not in sent
    record_version(article, Content(text="Ten people died."))  # the same again: nobody is told
    with transaction.atomic():
        record_version(article, Content(text="Eleven people died."))
        transaction.set_rollback(True)  # the caller's transaction fails
    assert sent == list(article.versions.order_by("number").values_list("pk", flat=True))
    assert len(sent) == 2


@pytest.mark.parametrize("text", ["", " \n", "\u200b\u2060", "\x00", "\ud800", "\u202e"])
def test_nothing_to_read(ledger: Source, text: str) -> None:
    with pytest.raises(EmptyText):
        add_article(ledger, Content(text=text))
    assert (Article.objects.count(), Snapshot.objects.count()) == (0, 0)


def test_the_limit_and_one_more(ledger: Source, settings: Any) -> None:
    settings.TEXT_LIMIT = 1_000
    # What counts is the text as it would be stored.
    article = add_article(ledger, Content(text="é" * 1_000 + "\x00\n")).version.article
    with pytest.raises(TextTooLong) as refused:
        record_version(article, Content(text="é" * 1_001))
    assert str(refused.value) == "The text has 1,001 characters; the limit is 1,000. Add it in parts."
    assert article.versions.count() == 1


@pytest.mark.parametrize("taken", [{"url": "https://ledger.example.org/a"}, {"external_id": "ledger-7"}])
def test_an_address_or_id_that_is_taken(ledger: Source, taken: dict[str, str]) -> None:
    add_article(ledger, Content(text=TEXT), url="https://ledger.example.org/a", external_id="ledger-7")
    with pytest.raises(AddressTaken):
        add_article(ledger, Content(text="Ten people died."), **taken)
    assert (Article.objects.count(), ArticleVersion.objects.count()) == (1, 1)
    # Without address and id any number of articles may stand side by side.
    add_article(ledger, Content(text="Ten people died."))
    add_article(ledger, Content(text="Ten people died."))
    assert Article.objects.count() == 3


def test_a_refused_text_leaves_no_article(ledger: Source) -> None:
    with pytest.raises(EmptyText):
        add_article(ledger, Content(text=" "), url="https://ledger.example.org/a")
    assert Article.objects.count() == 0


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\x00", b"PK\x03\x04\x14\x00\xe2", "Fünf".encode("utf-16")[:-1]])
def test_a_file_that_is_no_text(raw: bytes) -> None:
    with pytest.raises(UnreadableFile):
        text_of_file(raw)


def test_the_same_bytes_are_kept_once(ledger: Source) -> None:
    content = Content(text=TEXT, raw=TEXT.encode())
    one, two = add_article(ledger, content).version, add_article(ledger, content).version
    assert one.snapshot_id == two.snapshot_id


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sources_articleversion SET text = 'other'",
        "UPDATE sources_articleversion SET note = 'added later'",
        "DELETE FROM sources_articleversion",
        "UPDATE sources_snapshot SET content = 'other'",
        "DELETE FROM sources_snapshot",
    ],
)
def test_the_database_itself_refuses_changes(ledger: Source, change: str) -> None:
    version = add_article(ledger, Content(text=TEXT)).version
    with pytest.raises(IntegrityError, match="is immutable: record a new version instead"):
        _sql(change)
    assert ArticleVersion.objects.get().text == version.text


def test_an_article_with_versions_cannot_be_deleted(ledger: Source) -> None:
    article = add_article(ledger, Content(text=TEXT)).version.article
    with pytest.raises(IntegrityError, match="violates foreign key constraint"):
        _sql(f"DELETE FROM sources_article WHERE id = {article.pk}; SET CONSTRAINTS ALL IMMEDIATE")


def _sql(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def _at_once(*acts: Callable[[], object]) -> list[object]:
    """What acts give that run at the same time, each on a connection of its own."""
    start = threading.Barrier(len(acts))
    results: list[object] = [None] * len(acts)

    def run(at: int, act: Callable[[], object]) -> None:
        try:
            start.wait(timeout=10)
            results[at] = act()
        except Exception as error:
            results[at] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(at, act)) for at, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results


@pytest.mark.django_db(transaction=True)
def test_numbers_do_not_race() -> None:
    article = add_article(source_named("Tidewater Ledger"), Content(text=TEXT, title="Fire")).version.article
    texts = [f"{count} people died in the fire." for count in range(10, 18)]
    _at_once(*(lambda text=text: record_version(article, Content(text=text, title="Fire")) for text in texts))
    stored = dict(article.versions.order_by("number").values_list("number", "text"))
    assert list(stored) == list(range(1, 10))
    assert sorted(stored.values()) == sorted([TEXT, *texts])


@pytest.mark.django_db(transaction=True)
def test_the_same_text_from_two_people_at_once_is_one_version() -> None:
    article = add_article(source_named("Tidewater Ledger"), Content(text=TEXT, title="Fire")).version.article
    again = Content(text="Ten people died in the fire.", title="Fire")
    results = _at_once(*(lambda: record_version(article, again) for _ in range(4)))
    assert sorted(recorded.created for recorded in results) == [False, False, False, True]  # type: ignore[attr-defined]
    assert article.versions.count() == 2


@pytest.mark.django_db(transaction=True)
def test_one_source_and_one_story_however_many_name_it_at_once() -> None:
    sources = _at_once(*(lambda: source_named("Tidewater Ledger").pk for _ in range(4)))
    stories = _at_once(*(lambda: story_named("Kalderhaven ferry fire").pk for _ in range(4)))
    assert len(set(sources)) == len(set(stories)) == 1


# Case aside, as the database compares it: what its unique index takes for one name has to be found as one.
@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("Tidewater Ledger", "TIDEWATER LEDGER"),
        ("Tidewater Ledger", " Tidewater \n Ledger\x00"),
        ("Ärzteblatt", "ÄRZTEBLATT"),
        ("Der Straßenbote", "Der Straẞenbote"),
        ("İstanbul Haber", "İSTANBUL HABER"),
    ],
)
def test_a_source_is_found_by_its_name(db: None, stored: str, asked: str) -> None:
    assert source_named(stored) == source_named(asked)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Kalderhaven ferry fire", "kalderhaven-ferry-fire"),
        ("Пожар на пароме", "пожар-на-пароме"),
        ("!!!", hashlib.sha256(b"!!!").hexdigest()[:16]),
    ],
)
def test_a_story_is_found_by_its_title(db: None, title: str, slug: str) -> None:
    story = story_named(title)
    assert (story.slug, story.title) == (slug, title)
    assert story_named(f" {title} ") == story
