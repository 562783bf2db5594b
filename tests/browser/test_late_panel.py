"""What comes late or not at all: the panel's skeleton, the reason and the way out, and a page that goes on asking."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from claims.enums import RunState
from sources.models import ArticleVersion
from tests import factories
from tests.browser.conftest import log_in
from tests.browser.test_article_page import version, where

__all__ = ["version"]

SHOWN_AFTER = 300  # milliseconds
CLAIM = re.compile(r"\?v=\d+&claim=\d+")


@pytest.fixture
def late(desk: Page, version: ArticleVersion) -> tuple[Page, list[Route]]:
    """The article on a clock that stands, and the requests for its panel, held back."""
    held: list[Route] = []
    desk.clock.install()
    desk.goto(where(version))
    desk.route(CLAIM, lambda route: hold(held, route))
    desk.clock.pause_at(desk.evaluate("Date.now()") + 60_000)
    return desk, held


def hold(held: list[Route], route: Route) -> None:
    """Not the list's own method: the browser's bindings mark what they call."""
    held.append(route)


def box(page: Page) -> dict[str, float] | None:
    return page.locator("#panel").bounding_box()


def choose(page: Page, words: str) -> None:
    with page.expect_request(CLAIM):
        page.locator("#words a.hl", has_text=words).click()


def test_a_late_panel_shows_a_skeleton_then_the_claim(late: tuple[Page, list[Route]]) -> None:
    page, held = late
    skeleton, panel = page.locator("#panel-wait"), page.locator("#panel")
    before = box(page)
    choose(page, "Nobody has been charged")
    expect(panel).to_have_attribute("aria-busy", "true")
    page.clock.run_for(SHOWN_AFTER - 1)
    expect(skeleton).to_be_hidden()
    page.clock.run_for(1)
    expect(skeleton).to_be_visible()
    expect(page.locator("#said")).to_have_text("Loading claim 2 of 3")
    assert box(page) == before
    assert skeleton.bounding_box()["height"] <= before["height"]
    page.clock.resume()
    assert Axe().run(page).response["violations"] == []
    page.emulate_media(reduced_motion="reduce")
    assert page.locator(".skel").first.evaluate("one => getComputedStyle(one).animationName") == "none"
    page.clock.fast_forward(10_000)
    expect(page.locator("[data-long]")).to_be_visible()
    held.pop().continue_()
    expect(page.locator("#panel-body blockquote")).to_have_text("Nobody has been charged")
    expect(skeleton).to_be_hidden()
    expect(panel).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("#said")).to_have_text("Claim 2 of 3")
    expect(page.locator("#words a[aria-current=true]").first).to_be_focused()


def test_who_goes_on_meanwhile_sees_the_claim_that_she_chose_last(late: tuple[Page, list[Route]]) -> None:
    page, held = late
    page.clock.resume()
    choose(page, "At least 37 people died")
    choose(page, "Nobody has been charged")
    held.pop().continue_()
    expect(page.locator("#panel-body blockquote")).to_have_text("Nobody has been charged")
    # The answer that nobody waits for any more changes nothing.
    held.pop().continue_()
    page.clock.fast_forward(60_000)
    expect(page.locator("#panel-body blockquote")).to_have_text("Nobody has been charged")
    expect(page.locator("#panel-wait")).to_be_hidden()


@pytest.fixture
def failing(browser: Browser, browser_context_args: dict[str, object], member: object) -> Iterator[Page]:
    """A page that may go wrong: the browser itself reports each refusal on its console."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.goto("/")
    log_in(page, member)
    yield page
    context.close()


# How the browser is answered; what is said of it; the way out.
CAUSES = (
    ({"abort": "connectionrefused"}, "There is no connection to the desk.", "Try again"),
    ({"status": 500}, "Something broke on our side (500).", "Try again"),
    ({"status": 429}, "Too many requests were sent from here. Wait a minute.", "Try again"),
    ({"status": 404}, "There is no such claim any more", "Load the article again"),
    # An answer without a panel in it, as from a proxy.
    ({"status": 200}, "Something broke on our side (200).", "Try again"),
)


def answering(by: dict[str, object]) -> Callable[[Route], None]:
    return lambda route: route.abort(by["abort"]) if "abort" in by else route.fulfill(**by)


def test_a_panel_that_does_not_come_says_why_and_how_to_go_on(failing: Page, version: ArticleVersion) -> None:
    panel = failing.locator("#panel")
    for answer, why, way in CAUSES:
        failing.goto(where(version))
        failing.route(CLAIM, answering(answer))
        failing.locator("#words a.hl", has_text="Nobody has been charged").click()
        told = panel.get_by_role("alert")
        expect(told).to_contain_text(why)
        expect(failing.locator("#panel-wait")).to_be_hidden()
        expect(panel).not_to_have_attribute("aria-busy", "true")
        failing.unroute(CLAIM)
        told.get_by_text(way).click()
        expect(failing.locator("#panel-body blockquote, #panel-body .glance h2")).to_be_visible()
        expect(told).to_have_count(0)


def test_who_was_logged_out_comes_back_to_the_claim(failing: Page, member: object, version: ArticleVersion) -> None:
    failing.goto(where(version))
    failing.context.clear_cookies()
    failing.locator("#words a.hl", has_text="Nobody has been charged").click()
    failing.get_by_role("link", name="Log in and come back").click()
    log_in(failing, member, heading="Claim 2 of 3")
    expect(failing.locator("#panel-body blockquote")).to_have_text("Nobody has been charged")


def test_a_page_that_waits_says_that_nothing_comes_and_goes_on_asking(failing: Page, transactional_db: None) -> None:
    waiting = factories.first_version("Nine people died.")
    factories.run(waiting, RunState.DUE)
    failing.goto(where(waiting))
    asking = re.compile(r"[?&]seen=")
    failing.route(asking, lambda route: route.abort("connectionrefused"))
    lost = failing.locator("#sum .lost")
    expect(lost).to_have_text("There is no connection to the desk. The page goes on asking.")
    failing.unroute(asking)
    expect(lost).to_have_count(0)
    failing.context.clear_cookies()
    expect(failing.locator("#sum").get_by_role("link", name="Load the page again")).to_be_visible()
    expect(failing.locator("#sum")).to_contain_text("Waiting to be read")
