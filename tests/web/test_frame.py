"""What stands around every page: errors in the design, the theme, stories, the admin."""

import re
from pathlib import Path
from typing import NoReturn

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.db import OperationalError, connection
from django.test import Client

from claims.models import ContradictionFlag
from sources.roles import Role
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import page


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_server_writes_the_theme_that_was_chosen(theme: str, as_reporter: Client) -> None:
    answer = as_reporter.post("/theme/", {"theme": theme, "next": "/flags/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/flags/")
    assert page(as_reporter.get("/")).one("html").attrs["data-theme"] == theme


@pytest.mark.parametrize("theme", ["", "blue", 'dark" onload="x'])
def test_no_other_theme_is_taken(theme: str, as_reporter: Client) -> None:
    assert as_reporter.post("/theme/", {"theme": theme}).status_code == 400
    as_reporter.cookies["theme"] = theme
    assert "data-theme" not in page(as_reporter.get("/")).one("html").attrs


@pytest.mark.django_db
def test_an_error_on_our_side_has_a_page(client: Client, reporter: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("secret words")

    client.force_login(reporter)
    client.raise_request_exception = False
    monkeypatch.setattr("claims.queries.flag_page", broken)
    answer = client.get("/flags/")
    assert (answer.status_code, page(answer).one("h1").text) == (500, "Something broke on our side")
    assert "secret words" not in answer.content.decode()


@pytest.mark.django_db
def test_a_database_out_of_reach_has_a_page_of_its_own(client: Client, reporter: User) -> None:
    """Whatever the page would ask of it, the menu and who is logged in among it."""
    client.force_login(reporter)
    client.raise_request_exception = False

    def refused(*_: object) -> NoReturn:
        raise OperationalError("connection refused at 10.0.0.7")

    with connection.execute_wrapper(refused):
        answer = client.get("/flags/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert page(answer).one("h1").text == "The database is out of reach"
    assert "10.0.0.7" not in answer.content.decode()
    assert client.get("/flags/").status_code == 200


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "413", "500", "503"])
def test_every_error_says_what_to_do(code: str) -> None:
    text = (Path(settings.BASE_DIR) / "templates" / f"{code}.html").read_text(encoding="utf-8")
    assert '{% url "articles" %}' in text


def test_each_icon_that_a_template_names_is_in_the_sprite() -> None:
    templates = Path(settings.BASE_DIR) / "templates"
    named = {
        name for path in templates.rglob("*.html") for name in re.findall(r'{% icon "(\w+)"', path.read_text("utf-8"))
    } | {"figure", "quote", "attribution"}
    sprite = Path(finders.find("factcheck/icons.svg")).read_text("utf-8")
    assert named - set(re.findall(r'<symbol id="(\w+)"', sprite)) == set()


def test_no_template_holds_script_or_style() -> None:
    for path in (Path(settings.BASE_DIR) / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=", text), path.name


def test_a_story_shows_its_articles_and_what_disagrees(ferry: Ferry, as_reporter: Client) -> None:
    story = page(as_reporter.get(f"/stories/{ferry.story.slug}/")).one("main")
    articles, _, flags = story.all("table")
    assert [row.one("a", cls="claim").text for row in articles.all("tr", cls="row")] == [
        "Statement",
        "Ferry fire in Kalderhaven",
    ]
    assert [row.one("a", cls="claim").attrs["href"] for row in flags.all("tr", cls="row")] == [
        f"/flags/{ferry.between.pk}/",
        f"/flags/{ferry.silent.pk}/",
    ]


def test_stories_are_listed_with_counts(ferry: Ferry, as_checker: Client) -> None:
    factories.story("Quiet story")
    rows = page(as_checker.get("/stories/")).all("tr", cls="row")
    assert [row.text for row in rows] == [
        "Quiet story Articles: 0 Open flags: 0",
        "Kalderhaven ferry fire Articles: 2 Open flags: 2",
    ]


@pytest.mark.parametrize("slug", ["nothing", "%00", "a/b"])
def test_a_story_that_is_not_there_is_not_found(slug: str, as_reporter: Client) -> None:
    assert as_reporter.get(f"/stories/{slug}/").status_code == 404


def test_an_article_is_put_in_a_story(ferry: Ferry, as_checker: Client) -> None:
    loose = factories.first_version("Two people died.", source="Courier", story=None)
    url = f"/articles/{loose.article_id}/story/"
    answer = as_checker.post(url, {"story": "kalderhaven FERRY fire"}, follow=True)
    loose.article.refresh_from_db()
    assert (loose.article.story, answer.status_code) == (ferry.story, 200)


def test_a_story_needs_a_title(ferry: Ferry, as_reporter: Client) -> None:
    answer = as_reporter.post(f"/articles/{ferry.article.pk}/story/", {"story": "\u200b"}, follow=True)
    assert page(answer).one("div", cls="notice--warn").text.startswith("Give the story a title.")
    ferry.article.refresh_from_db()
    assert ferry.article.story == ferry.story


@pytest.mark.django_db
def test_the_admin_changes_nothing_that_services_write(ferry: Ferry, client: Client) -> None:
    user = factories.person("root", Role.DESK_HEAD, superuser=True)
    user.is_staff = True
    user.save(update_fields=["is_staff"])
    client.force_login(user)
    for model, row in {
        "sources/article": ferry.article.pk,
        "sources/articleversion": ferry.first.pk,
        "claims/claim": ferry.dead.claim_id,
        "claims/mention": ferry.dead.pk,
        "claims/contradictionflag": ferry.silent.pk,
        "claims/extractionrun": ferry.dead.run_id,
    }.items():
        assert client.get(f"/admin/{model}/").status_code == 200, model
        assert client.get(f"/admin/{model}/{row}/change/").status_code == 200, model
        assert client.get(f"/admin/{model}/add/").status_code == 403, model
        assert client.post(f"/admin/{model}/{row}/change/", {"state": "dismissed"}).status_code == 403, model
        assert client.post(f"/admin/{model}/{row}/delete/", {"post": "yes"}).status_code == 403, model
    assert ContradictionFlag.objects.filter(state="open").count() == 2
