"""Ways in: a pasted text, a file, a new version; refusals, and nothing typed is lost."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from claims.models import ExtractionRun
from sources.models import Article, ArticleVersion, Source, Story
from tests import factories
from tests.web.pages import Element, page

FORM = {
    "title": "Ferry fire",
    "text": "At least 31 people died.",
    "source": "Tidewater Ledger",
    "source_kind": "news_outlet",
    "kind": "article",
    "story": "Kalderhaven ferry fire",
    "url": "",
    "published_at": "2026-04-15T16:40",
    "note": "",
}


def errors(answer: object) -> dict[str, str]:
    """What is said at which field, by the field's id."""
    assert answer.status_code == 422
    said = page(answer).all("span", cls="error")
    return {one.attrs["id"].removeprefix("id_").removesuffix("_error"): one.text for one in said}


def value(answer: object, name: str) -> str:
    """What a field of the page that came back holds."""
    field = next(one for one in page(answer).one("form", cls="entry").all() if one.attrs.get("name") == name)
    return field.letters.removeprefix("\n") if field.tag == "textarea" else field.attrs["value"]


def file(raw: bytes, name: str = "article.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, raw, content_type="text/plain")


def test_a_pasted_text_becomes_an_article_and_one_is_led_to_it(as_reporter: Client, reporter: object) -> None:
    answer = as_reporter.post("/articles/add/", FORM)
    version = ArticleVersion.objects.select_related("article__source", "article__story").get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/articles/{version.article_id}/")
    assert (version.title, version.text, version.number, version.recorded_by) == (
        "Ferry fire",
        "At least 31 people died.",
        1,
        reporter,
    )
    assert version.published_at == datetime(2026, 4, 15, 16, 40, tzinfo=UTC)
    assert (version.article.source.name, version.article.story.title) == ("Tidewater Ledger", "Kalderhaven ferry fire")


@pytest.mark.django_db(transaction=True)
def test_an_added_text_is_due_at_once(reporter: object) -> None:
    client = Client()
    client.force_login(reporter)
    client.post("/articles/add/", FORM)
    assert [run.version.title for run in ExtractionRun.objects.filter(state="due")] == ["Ferry fire"]


def test_the_page_of_a_text_that_waits_asks_again(as_reporter: Client) -> None:
    where = as_reporter.post("/articles/add/", FORM).headers["Location"]
    slot = page(as_reporter.get(where)).one("div", id="sum")
    assert slot.one("span", cls="waits").text == "Waiting to be read"
    assert slot.attrs["hx-get"] == f"{where}?v=1&seen=new"
    assert slot.one("a").attrs["href"] == "?v=1"  # for a browser without scripts


def test_a_source_and_a_story_that_are_there_are_taken_case_aside(as_reporter: Client) -> None:
    factories.first_version("Nothing burned.", source="Tidewater Ledger", story=factories.story())
    as_reporter.post("/articles/add/", {**FORM, "source": "TIDEWATER ledger", "source_kind": "police"})
    assert [(source.name, source.kind) for source in Source.objects.all()] == [("Tidewater Ledger", "news_outlet")]
    assert Story.objects.count() == 1


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Nine died.".encode("utf-8-sig"), "Nine died."),
        ("Nine diëd.".encode("utf-16"), "Nine diëd."),
        ("Nine diëd – there.".encode("cp1252"), "Nine diëd – there."),
        (b"Nine\r\ndied.", "Nine\ndied."),
    ],
)
def test_a_file_is_read_in_its_encoding(raw: bytes, text: str, as_reporter: Client) -> None:
    as_reporter.post("/articles/add/", {**FORM, "text": "", "file": file(raw)})
    version = ArticleVersion.objects.select_related("snapshot").get()
    assert (version.text, bytes(version.snapshot.content)) == (text, raw)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"text": ""}, {"text": "There is no text to read. Paste the article, or choose a file that holds it."}),
        # Nothing but a zero-width space and a NUL.
        (
            {"text": "\u200b\x00"},
            {"text": "There is no text to read. Paste the article, or choose a file that holds it."},
        ),
        ({"source": " "}, {"source": "This field is required."}),
        ({"source": "\u200b"}, {"source": "This field is required."}),
        (
            {"source_kind": "oracle"},
            {"source_kind": "Select a valid choice. oracle is not one of the available choices."},
        ),
        ({"url": "javascript:alert(1)"}, {"url": "Enter a valid URL."}),
        ({"url": "ftp://example.org/"}, {"url": "Enter a valid URL."}),
        ({"published_at": "yesterday"}, {"published_at": "Enter a valid date/time."}),
        ({"published_at": "2026-02-30T10:00"}, {"published_at": "Enter a valid date/time."}),
        ({"published_at": "0001-01-01T00:00"}, {"published_at": "Give a time between 1900 and a year from now."}),
        ({"published_at": "9999-12-31T23:59"}, {"published_at": "Give a time between 1900 and a year from now."}),
        (
            {"text": "", "file": file(b"\x89PNG\r\n\x1a\n\x00\x00")},
            {"file": "This file cannot be read: the file is not text. Save it as plain text, or paste the text."},
        ),
        ({"text": "", "file": file(b"")}, {"file": "The submitted file is empty."}),
        (
            {"file": file(b"Nine died.")},
            {"file": "There is a text in the field above too. Empty it, or leave the file out."},
        ),
    ],
)
def test_a_refusal_stands_at_its_field_and_nothing_is_stored(
    changed: dict[str, object], said: dict[str, str], as_reporter: Client
) -> None:
    assert errors(as_reporter.post("/articles/add/", {**FORM, **changed})) == said
    assert (Article.objects.count(), Source.objects.count(), Story.objects.count()) == (0, 0, 0)


def test_an_address_that_another_article_has_is_refused(as_reporter: Client) -> None:
    factories.first_version("Nothing burned.", url="https://ledger.example/ferry")
    answer = as_reporter.post("/articles/add/", {**FORM, "source": "New", "url": "https://ledger.example/ferry"})
    assert errors(answer) == {
        "url": "Another article has this address or id. Add a new version to that one.",
    }
    assert [source.name for source in Source.objects.all()] == ["Tidewater Ledger"]


def test_what_was_typed_is_still_there_after_a_refusal(as_reporter: Client) -> None:
    typed = {**FORM, "text": "One <b>\nTwo", "note": "A note", "published_at": "yesterday", "url": "https://a.example/"}
    answer = as_reporter.post("/articles/add/", typed)
    kept = {name: value(answer, name) for name in ("title", "text", "note", "source", "story", "published_at", "url")}
    assert kept == {name: typed[name] for name in kept}


def test_the_text_of_a_file_is_not_lost_when_another_field_is_refused(as_reporter: Client) -> None:
    answer = as_reporter.post("/articles/add/", {**FORM, "text": "", "source": "", "file": file(b"Nine died.")})
    assert value(answer, "text") == "Nine died."


def test_a_text_over_the_limit_is_refused(as_reporter: Client, settings: object) -> None:
    settings.TEXT_LIMIT = 20
    said = errors(as_reporter.post("/articles/add/", FORM))
    assert said == {"text": "The text has 24 characters; the limit is 20. Add it in parts."}


def test_a_file_over_the_limit_is_refused_unread(as_reporter: Client, settings: object) -> None:
    settings.TEXT_LIMIT = 20
    said = errors(as_reporter.post("/articles/add/", {**FORM, "text": "", "file": file(b"x" * 81)}))
    assert said == {"file": "The file has 81 bytes; no text that long can be added."}


def test_a_request_over_the_limit_is_refused_before_it_is_read(as_reporter: Client, settings: object) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    answer = as_reporter.post("/articles/add/", {**FORM, "text": "", "file": file(b"x" * 2_000)})
    assert answer.status_code == 413
    assert page(answer).one("h1").text == "That is too large"


def test_a_story_may_be_given_in_the_address(as_reporter: Client) -> None:
    assert value(as_reporter.get("/articles/add/?story=Ferry+fire"), "story") == "Ferry fire"


def test_a_new_version_begins_with_the_latest_text(as_checker: Client) -> None:
    version = factories.first_version("Nine\n\npeople died.", title="Nine dead")
    answer = as_checker.get(f"/articles/{version.article_id}/versions/add/")
    assert (value(answer, "title"), value(answer, "text")) == ("Nine dead", "Nine\n\npeople died.")


def test_a_new_version_stands_under_the_same_article(as_checker: Client) -> None:
    version = factories.first_version("Nine died.", title="Nine dead")
    form = {"title": "Ten dead", "text": "Ten died.", "note": "Updated with the new count."}
    answer = as_checker.post(f"/articles/{version.article_id}/versions/add/", form)
    second = version.article.versions.get(number=2)
    assert answer.headers["Location"] == f"/articles/{version.article_id}/?v=2"
    assert (second.title, second.text, second.note) == ("Ten dead", "Ten died.", "Updated with the new count.")


def test_the_same_text_again_says_so_and_leads_to_the_version_that_has_it(as_checker: Client) -> None:
    version = factories.first_version("Nine\ndied.", title="Nine dead")
    # A browser sends line ends as CRLF; that is no other text.
    form = {"title": "Nine dead", "text": "Nine\r\ndied. "}
    answer = as_checker.post(f"/articles/{version.article_id}/versions/add/", form, follow=True)
    assert answer.redirect_chain == [(f"/articles/{version.article_id}/?v=1", 302)]
    said = page(answer).one("div", cls="notice--page").text
    assert said == "Version 1 has this very text and headline. Nothing was added."
    assert version.article.versions.count() == 1


def test_a_file_takes_the_place_of_the_text_that_was_offered(as_checker: Client) -> None:
    version = factories.first_version("Nine\ndied.", title="Nine dead")
    form = {"title": "Ten dead", "text": "Nine\r\ndied.", "file": file(b"Ten died.")}
    as_checker.post(f"/articles/{version.article_id}/versions/add/", form)
    assert version.article.versions.get(number=2).text == "Ten died."


def test_an_article_that_is_not_there_has_no_next_version(as_reporter: Client) -> None:
    assert as_reporter.get("/articles/99999999999999999999/versions/add/").status_code == 404


def options(form: Element, listed: str) -> list[str]:
    return [option.attrs["value"] for option in form.one("datalist", id=listed).all("option")]


def test_sources_and_stories_are_offered(as_checker: Client) -> None:
    factories.first_version("Nothing burned.", source="Courier", story=factories.story("Old story"))
    form = page(as_checker.get("/articles/add/"))
    assert (options(form, "sources"), options(form, "stories")) == (["Courier"], ["Old story"])
