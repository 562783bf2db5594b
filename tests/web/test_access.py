"""Who gets in: nobody without a login, nobody without a role, and no cache keeps a page."""

from urllib.parse import quote

import pytest
from django.test import Client

from claims.models import ExtractionRun
from sources.models import ArticleVersion
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import page

READ = [
    "/",
    "/articles/add/",
    "/articles/{article}/",
    "/articles/{article}/?v=1&claim={claim}",
    "/articles/{article}/versions/add/",
    "/flags/",
    "/flags/{flag}/",
    "/rules/",
    "/stories/",
    "/stories/{story}/",
]
WRITTEN = ["/articles/add/", "/articles/{article}/versions/add/", "/articles/{article}/story/", "/runs/{run}/retry/"]
ARRANGED = ["/stories/{story}/move/", "/stories/{story}/split/", "/stories/{story}/merge/", "/stories/{story}/back/"]
DECIDED = ["/flags/{flag}/decide/", "/flags/{flag}/reopen/"]


def address(pattern: str, ferry: Ferry) -> str:
    run = ExtractionRun.objects.get(version=ferry.first)
    return pattern.format(
        article=ferry.article.pk,
        claim=ferry.dead.claim_id,
        flag=ferry.silent.pk,
        story=ferry.story.slug,
        run=run.pk,
    )


@pytest.mark.parametrize("pattern", READ)
def test_a_page_asks_for_a_login_and_comes_back_after_it(pattern: str, ferry: Ferry) -> None:
    url = address(pattern, ferry)
    answer = Client().get(url)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/login/?next={quote(url)}")


@pytest.mark.parametrize("pattern", READ)
def test_a_login_without_a_role_is_told_so(pattern: str, ferry: Ferry, as_stranger: Client) -> None:
    answer = as_stranger.get(address(pattern, ferry))
    assert answer.status_code == 403
    assert page(answer).one("h1").text == "This page is not open to you"
    assert "At least 31" not in answer.content.decode()


@pytest.mark.parametrize("pattern", READ)
def test_a_page_opens_for_the_desk_and_no_cache_keeps_it(pattern: str, ferry: Ferry, as_reporter: Client) -> None:
    answer = as_reporter.get(address(pattern, ferry))
    assert answer.status_code == 200
    page(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    assert "HX-Request" in answer.headers["Vary"]


@pytest.mark.parametrize("pattern", [*WRITTEN, *ARRANGED])
def test_nobody_writes_without_a_role(pattern: str, ferry: Ferry, as_stranger: Client) -> None:
    before = ArticleVersion.objects.count()
    form = {"title": "T", "text": "Nine people died.", "source": "Osk Lines", "story": "Other"}
    answer = as_stranger.post(address(pattern, ferry), form)
    assert answer.status_code == 403
    ferry.article.refresh_from_db()
    assert (ArticleVersion.objects.count(), ferry.article.story) == (before, ferry.story)


@pytest.mark.parametrize("pattern", DECIDED)
@pytest.mark.parametrize("who", ["as_stranger", "as_reporter"])  # a reporter may read the page, and decide on nothing
def test_only_checkers_and_the_desk_head_decide_on_flags(
    who: str, pattern: str, ferry: Ferry, request: pytest.FixtureRequest
) -> None:
    url = address(pattern, ferry)
    assert request.getfixturevalue(who).post(url, {"decision": "upheld", "seen": "open"}).status_code == 403
    ferry.silent.refresh_from_db()
    assert (ferry.silent.state, ferry.silent.moves.count()) == ("open", 0)


@pytest.mark.parametrize("pattern", [*WRITTEN, *DECIDED, *ARRANGED])
def test_a_form_from_elsewhere_is_not_taken(pattern: str, ferry: Ferry, checker: object) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(checker)
    answer = client.post(address(pattern, ferry), {"text": "Nine people died."})
    assert answer.status_code == 403
    assert page(answer).one("h1").text == "The page was open for too long"


@pytest.mark.parametrize("pattern", [*WRITTEN[2:], *DECIDED, *ARRANGED, "/logout/", "/theme/"])
def test_an_act_is_never_a_link(pattern: str, ferry: Ferry, as_desk_head: Client) -> None:
    assert as_desk_head.get(address(pattern, ferry)).status_code == 405


def test_the_first_login_is_made_where_the_desk_runs(client: Client, db: None) -> None:
    told = page(client.get("/login/")).one("div", cls="notice").text
    assert "python manage.py createsuperuser" in told
    factories.person("mira")
    assert page(client.get("/login/")).all("div", cls="notice") == []


def test_log_in_and_out(reporter: object, client: Client) -> None:
    answer = client.post("/login/", {"username": "reporter", "password": factories.PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/start/")
    assert client.get("/").status_code == 200
    answer = client.post("/logout/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/login/")
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("name", ["reporter", "nobody"])  # a name that exists is not told apart from one that does not
def test_a_wrong_password_is_refused_in_the_same_words(name: str, reporter: object, client: Client) -> None:
    answer = client.post("/login/", {"username": name, "password": "wrong"})
    assert answer.status_code == 200
    said = page(answer).one("span", id="login-e").text
    assert said == "Name and password do not match. Try again, or ask an admin to set a new password."


def test_a_role_that_is_taken_away_counts_at_once(reporter: object, as_reporter: Client) -> None:
    assert as_reporter.get("/").status_code == 200
    reporter.groups.clear()
    assert as_reporter.get("/").status_code == 403


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere_after_an_act(back: str, as_checker: Client, ferry: Ferry) -> None:
    run = factories.run(ferry.first)
    to_retry = as_checker.post(f"/runs/{run.pk}/retry/", {"next": back})
    to_theme = as_checker.post("/theme/", {"theme": "dark", "next": back})
    assert [to_retry.headers["Location"], to_theme.headers["Location"]] == ["/", "/"]
