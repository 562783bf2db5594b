"""Deciding by key alone: to the decision, recorded, on to the next flag, undone; and without script."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect

from claims.models import ContradictionFlag
from sources.models import ArticleVersion
from tests import factories
from tests.browser.conftest import log_in
from tests.browser.test_article_page import version

__all__ = ["version"]


@pytest.fixture
def flags(version: ArticleVersion) -> tuple[ContradictionFlag, ContradictionFlag]:
    """Two open flags, the graver one first."""
    silent = version.article.story.flags.get()
    other = factories.first_version("We mourn 26 people.", source="Osk Lines", title="Statement")
    mourned = factories.figure(other, "26 people", "26", 26, 26)
    return silent, factories.flag(silent.b, mourned, scope="between_sources", weight=1)


def moves(flag: ContradictionFlag) -> list[tuple[str, str]]:
    return list(flag.moves.values_list("became", "reason"))


def test_a_flag_is_decided_by_key_and_undone(desk: Page, flags: tuple[ContradictionFlag, ContradictionFlag]) -> None:
    first, second = flags
    desk.goto("/flags/")
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_contain_text("became")
    desk.keyboard.press("v")
    expect(desk.get_by_role("radio", name="Uphold")).to_be_focused()
    desk.keyboard.press("Space")
    desk.keyboard.press("s")
    expect(desk).to_have_url(f"{desk.url.partition('/flags')[0]}/flags/{second.pk}/?decided={first.pk}")
    expect(desk.locator(".done")).to_contain_text(f"F-{first.pk} upheld.")
    assert moves(first) == [("upheld", "")]
    desk.keyboard.press("u")
    expect(desk.locator(".notice--page")).to_contain_text(f"F-{first.pk} is open again.")
    assert moves(first) == [("upheld", ""), ("open", "")]


def test_a_dismissal_asks_for_its_reason_and_keys_rest_while_one_writes(
    desk: Page, flags: tuple[ContradictionFlag, ContradictionFlag]
) -> None:
    first, _ = flags
    desk.goto(f"/flags/{first.pk}/")
    why = desk.get_by_label("Why is it none?")
    expect(why).to_be_hidden()
    desk.keyboard.press("v")
    desk.keyboard.press("ArrowDown")
    expect(why).to_be_visible()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Tab")
    desk.keyboard.type("as such")
    expect(desk.get_by_label("Reason", exact=True)).to_have_value("as such")
    assert moves(first) == []


@pytest.mark.browser
def test_a_flag_is_decided_without_script(
    browser: Browser,
    browser_context_args: dict[str, object],
    member: User,
    flags: tuple[ContradictionFlag, ContradictionFlag],
) -> None:
    first, _ = flags
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    log_in(page, member)
    page.goto(f"/flags/{first.pk}/")
    page.get_by_label("Dismiss").check()
    page.get_by_label("Why is it none?").select_option("misread")
    page.get_by_label("Reason", exact=True).fill("It says so.")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.locator(".done")).to_contain_text(f"F-{first.pk} dismissed.")
    assert moves(first) == [("dismissed", "It says so.")]
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("h2", has_text="What happened")).to_be_visible()
    assert moves(first)[1:] == [("open", "")]
    context.close()
