"""The article page by hand and by key: choosing, stepping, switching, live marks, light and dark, narrow, no script."""

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.enums import Approximation, RunState
from sources.models import ArticleVersion
from tests import factories

TEXT = (
    "At least 31 people died in the fire.\n"
    "“Nobody has been charged,” said Edda Korsin.\n"
    "The port authority said that pressure was low."
)


@pytest.fixture
def version(transactional_db: None) -> ArticleVersion:
    """Two versions, three claims in the second, the first of them flagged."""
    first = factories.first_version(TEXT, story=factories.story())
    old = factories.figure(first, "At least 31 people died", "At least 31", 31, None)
    second = factories.next_version(first.article, TEXT.replace("31", "37"))
    new = factories.figure(
        second,
        "At least 37 people died",
        "At least 37",
        37,
        None,
        approximation=Approximation.AT_LEAST,
        claim=old.claim,
        carried_from=old,
    )
    factories.quote(second, "Nobody has been charged", "Edda Korsin")
    words = "The port authority said that pressure was low"
    factories.attribution(second, words, "The port authority", "said", "pressure was low")
    factories.flag(old, new, silent=True)
    return second


def where(version: ArticleVersion) -> str:
    return f"/articles/{version.article_id}/"


def chosen(page: Page) -> str:
    return page.locator("#words a[aria-current=true]").first.inner_text()


def test_a_click_chooses_a_claim_without_loading_the_page(desk: Page, version: ArticleVersion) -> None:
    desk.goto(where(version))
    desk.evaluate("window.same = true")
    desk.locator("#words a.hl", has_text="Nobody has been charged").click()
    expect(desk.locator("#panel-body blockquote")).to_have_text("Nobody has been charged")
    expect(desk.locator("#rail-body [aria-current=true]")).to_contain_text("Edda Korsin")
    assert desk.evaluate("window.same") is True
    claim = version.mentions.get(kind="quote").claim_id
    assert desk.url.endswith(f"?v=2&claim={claim}")
    desk.reload()
    expect(desk.locator("#panel-body blockquote")).to_have_text("Nobody has been charged")


def test_keys_step_open_and_come_back(desk: Page, version: ArticleVersion) -> None:
    desk.goto(where(version))
    desk.keyboard.press("j")
    expect(desk.locator("#said")).to_have_text("Claim 1 of 3")
    assert chosen(desk) == "At least 37 people died"
    desk.keyboard.press("j")
    expect(desk.locator("#said")).to_have_text("Claim 2 of 3")
    desk.keyboard.press("k")
    expect(desk.locator("#said")).to_have_text("Claim 1 of 3")
    desk.keyboard.press("Enter")
    expect(desk.locator("#claim-h")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator("#words a[aria-current=true]").first).to_be_focused()


def test_f_goes_to_the_next_open_flag(desk: Page, version: ArticleVersion) -> None:
    desk.goto(where(version))
    desk.keyboard.press("f")
    expect(desk.locator("#panel-body .state").first).to_have_text("Flagged")
    assert chosen(desk) == "At least 37 people died"


def test_brackets_switch_versions(desk: Page, version: ArticleVersion) -> None:
    desk.goto(where(version))
    desk.keyboard.press("[")
    expect(desk.locator("#words a.hl").first).to_have_text("At least 31 people died")
    desk.keyboard.press("]")
    expect(desk.locator("#words a.hl").first).to_have_text("At least 37 people died")


def test_help_opens_and_single_keys_can_be_switched_off(desk: Page, version: ArticleVersion) -> None:
    desk.goto(where(version))
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog")).to_be_visible()
    desk.get_by_label("Switch single keys off").check()
    desk.keyboard.press("Escape")
    desk.keyboard.press("j")
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog")).to_be_hidden()
    expect(desk.locator("#words a[aria-current=true]")).to_have_count(0)


def test_keys_rest_while_one_writes(desk: Page, version: ArticleVersion) -> None:
    desk.goto(where(version))
    desk.locator("#story").fill("")
    desk.locator("#story").press_sequentially("jkf")
    expect(desk.locator("#story")).to_have_value("jkf")
    expect(desk.locator("#words a[aria-current=true]")).to_have_count(0)


def test_lists_are_walked_by_key(desk: Page, version: ArticleVersion) -> None:
    desk.goto("/flags/")
    desk.keyboard.press("j")
    expect(desk.locator("tr.row a.claim").first).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator("table.compare")).to_be_visible()


def test_marks_come_in_without_moving_the_page_or_the_focus(desk: Page, transactional_db: None) -> None:
    lines = "\n".join(f"Line {number} of a long text without any claim in it." for number in range(80))
    waiting = factories.first_version(f"{lines}\nNine people died.")
    factories.run(waiting, RunState.DUE)
    desk.goto(where(waiting))
    expect(desk.locator("#sum")).to_contain_text("Waiting to be read")
    reader = desk.locator("#text")
    desk.locator("#story").fill("Half a tit")
    reader.evaluate("el => { el.scrollTop = 900; }")
    before = reader.evaluate("el => el.scrollTop")
    factories.figure(waiting, "Nine people died", "Nine", 9, 9)
    expect(desk.locator("#words a.hl")).to_have_text("Nine people died")
    expect(desk.locator("#sum")).to_contain_text("1 claim")
    expect(desk.locator("#said")).to_contain_text("1 claim")
    assert reader.evaluate("el => el.scrollTop") == before
    expect(desk.locator("#story")).to_be_focused()
    expect(desk.locator("#story")).to_have_value("Half a tit")


def test_the_theme_is_kept_and_written_by_the_server(desk: Page, version: ArticleVersion) -> None:
    desk.goto(where(version))
    desk.get_by_role("button", name="Switch to dark").click()
    expect(desk.locator("html")).to_have_attribute("data-theme", "dark")
    expect(desk.get_by_role("button", name="Switch to light")).to_be_focused()
    html = desk.request.get("/").text()
    assert '<html lang="en" dir="ltr" data-theme="dark">' in html


@pytest.mark.parametrize("width", [320, 390, 1024, 1920])
def test_no_page_scrolls_sideways(width: int, desk: Page, version: ArticleVersion) -> None:
    desk.set_viewport_size({"width": width, "height": 900})
    flag = version.article.story.flags.get()
    claim = f"?claim={flag.b.claim_id}"
    story = f"/stories/{version.article.story.slug}/"
    article = where(version)
    lists = ("/", "/flags/", "/stories/", "/rules/")
    for url in (*lists, f"/flags/{flag.pk}/", story, article, article + claim, "/articles/add/"):
        desk.goto(url)
        assert desk.evaluate("document.documentElement.scrollWidth") <= width, url


def test_on_a_phone_the_list_lies_over_the_text_and_leads_to_a_mark(desk: Page, version: ArticleVersion) -> None:
    desk.set_viewport_size({"width": 390, "height": 844})
    desk.goto(where(version))
    expect(desk.locator("#claims")).to_be_hidden()
    desk.get_by_role("link", name="List of claims").click()
    expect(desk.locator("#claims")).to_be_visible()
    desk.locator("#rail-body a", has_text="Edda Korsin").click()
    expect(desk.locator("#claims")).to_be_hidden()
    expect(desk.locator("#panel-body blockquote")).to_have_text("Nobody has been charged")
    grip = desk.get_by_role("button", name="Show less or more of the claim")
    grip.click()
    expect(grip).to_have_attribute("aria-expanded", "false")


def test_everything_works_without_script(
    browser: Browser, browser_context_args: dict[str, object], member: object, version: ArticleVersion
) -> None:
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Name").fill("mira")
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name="Ferry fire in Kalderhaven").click()
    page.locator("#words a.hl", has_text="Nobody has been charged").click()
    expect(page.locator("#panel-body blockquote")).to_have_text("Nobody has been charged")
    page.locator(".versions a").first.click()
    expect(page.locator("#words a.hl").first).to_have_text("At least 31 people died")
    page.get_by_role("button", name="Switch to dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("#words a.hl").first).to_have_text("At least 31 people died")
    factories.run(version, RunState.DUE)
    page.goto(where(version))
    expect(page.get_by_role("link", name="Reload")).to_be_visible()
    context.close()
