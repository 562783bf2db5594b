"""While a version is being read its page says so, and gets the marks when that is done."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from claims.enums import RunState
from claims.models import ExtractionRun
from claims.web.progress import Progress, progress_of
from tests import factories
from tests.web.pages import Element, page

NOW = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
HTMX = {"HX-Request": "true", "HX-Target": "sum"}


@pytest.mark.parametrize(
    ("run", "key", "waits"),
    [
        (None, "new", True),
        ({"state": RunState.DUE}, "due", True),
        ({"state": RunState.DUE, "age": 61}, "due-too-long", True),  # nobody takes it: say so
        ({"state": RunState.RUNNING, "attempts": 1}, "running", True),
        ({"state": RunState.RUNNING, "attempts": 1, "age": 11}, "running-long", True),
        ({"state": RunState.DUE, "attempts": 1, "error": "broken"}, "again-1", True),
        ({"state": RunState.RUNNING, "attempts": 2}, "again-2", True),
        ({"state": RunState.DUE, "attempts": 0, "error": "broken"}, "due", True),  # tried again by hand
        ({"state": RunState.DONE, "attempts": 1}, "done", False),
        ({"state": RunState.FAILED, "attempts": 3, "error": "broken"}, "failed", False),
    ],
)
def test_progress_in_words(run: dict[str, object] | None, key: str, waits: bool) -> None:
    if run is not None:
        age = timedelta(seconds=run.pop("age", 1))
        run = ExtractionRun(created_at=NOW - age, **run)
    progress = progress_of(run, NOW)
    assert (progress.key, progress.waits) == (key, waits)


def test_words_differ_wherever_keys_do() -> None:
    late = ExtractionRun(created_at=NOW - timedelta(minutes=2), state=RunState.DUE)
    assert progress_of(late, NOW) == Progress(
        "due-too-long", "No worker has taken this text yet. Ask whoever runs the workbench to look"
    )


def asked(client: Client, article: int, seen: str) -> object:
    return client.get(f"/articles/{article}/?v=1&seen={seen}", headers=HTMX)


@pytest.mark.django_db
def test_a_page_that_asks_again_is_told_only_what_is_new(as_checker: Client) -> None:
    version = factories.first_version("Nine people died.")
    factories.run(version, RunState.DUE)
    assert asked(as_checker, version.article_id, "due").status_code == 204
    told = page(asked(as_checker, version.article_id, "new")).one("div", id="sum")
    assert told.attrs["hx-get"] == f"/articles/{version.article_id}/?v=1&seen=due"


@pytest.mark.django_db
def test_when_it_is_read_the_marks_the_list_and_the_panel_come(as_checker: Client) -> None:
    version = factories.first_version("Nine people died.")
    factories.figure(version, "Nine people died", "Nine", 9, 9)
    answer = asked(as_checker, version.article_id, "running")
    parts = [part for part in page(answer).children if isinstance(part, Element)]
    assert [(part.attrs["id"], part.attrs.get("hx-swap-oob")) for part in parts] == [
        ("sum", None),
        ("rail-body", "true"),
        ("words", "true"),
        ("panel-body", "true"),
    ]
    assert "hx-get" not in parts[0].attrs  # it asks no more
    assert [mark.text for mark in parts[2].all("a", cls="hl")] == ["Nine people died"]


@pytest.mark.django_db
def test_a_failed_version_says_so_with_the_way_out(as_checker: Client) -> None:
    version = factories.first_version("Nine people died.")
    run = factories.run(version, RunState.FAILED, error="ValueError: <script>")
    words = page(as_checker.get(f"/articles/{version.article_id}/")).one("article", id="words")
    notice = words.one("div", cls="notice--bad")
    assert notice.one("details").one("p").text == "ValueError: <script>"
    assert notice.one("form").attrs["action"] == f"/runs/{run.pk}/retry/"


@pytest.mark.django_db(transaction=True)
def test_a_retry_makes_it_due_again(checker: object) -> None:
    client = Client()
    client.force_login(checker)
    version = factories.first_version("Nine people died.")
    run = factories.run(version, RunState.FAILED, error="broken")
    back = f"/articles/{version.article_id}/"
    answer = client.post(f"/runs/{run.pk}/retry/", {"next": back}, follow=True)
    run.refresh_from_db()
    assert (run.state, answer.redirect_chain) == (RunState.DUE, [(back, 302)])
    assert page(answer).one("div", cls="notice--page").text == "Version 1 is being read again."


@pytest.mark.django_db
def test_a_version_that_has_not_failed_is_not_tried_again(as_checker: Client) -> None:
    run = factories.run(factories.first_version("Nine people died."))
    answer = as_checker.post(f"/runs/{run.pk}/retry/", {"next": "/"}, follow=True)
    said = page(answer).one("div", cls="notice--page").text
    assert said == "This text has not failed; there is nothing to try again."
