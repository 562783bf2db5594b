"""The way through the workbench that docs/screenshots.py photographs: who looks, and how to come to each page."""

import hmac
import struct
import time
from base64 import b32decode
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

DEMO_ARTICLES = 4
ARTICLE = "Evening Mail"
# The claims that the day is about, by words that stand in them.
WAITS, SENT_BACK, APPROVED, FREE = "four in five", "60 passengers", "31mph", "Twenty-six"


@dataclass
class House:
    """The desk's people at their browsers. states: what a login leaves in a browser, by role."""

    browser: Browser
    address: str
    passwords: dict[str, str]
    states: dict[str, dict] = field(default_factory=dict)

    def context(self, role: str = "", **looks: object) -> BrowserContext:
        """A browser of somebody who is logged in already, or of nobody."""
        if role and role not in self.states:
            self.states[role] = self._log_in(role)
        state = {"storage_state": self.states[role]} if role else {}
        return self.browser.new_context(base_url=self.address, **state, **looks)

    def _log_in(self, role: str) -> dict:
        context = self.context()
        page = context.new_page()
        page.goto("/login/")
        type_login(page, role, self.passwords[role])
        page.wait_for_url(lambda url: "/login/" not in url)
        state = context.storage_state()
        context.close()
        return state


@dataclass(frozen=True, slots=True)
class Scene:
    """A page: its picture's name, who looks at it, and how she comes there."""

    name: str
    role: str
    show: Callable[[Page], object]


def type_login(page: Page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def prepare(house: House, wait_until: Callable[[Callable[[], bool], float], None]) -> None:
    """A morning's work, so that no page is empty: of three verdicts one waits, one came back, one is approved."""
    desk = house.context("checker").new_page()
    wait_until(lambda: is_read(desk), 300)
    for words in (WAITS, SENT_BACK, APPROVED):
        submit(desk, words)
    reviewer = house.context("reviewer").new_page()
    open_review(reviewer, SENT_BACK)
    reviewer.locator("#reason").fill("Who counted them? The operator or the police should know.")
    reviewer.get_by_role("button", name="Send back").click()
    reviewer.locator(".done").wait_for()
    head = house.context("desk_head").new_page()
    open_review(head, APPROVED)
    if head.get_by_text("Approve all the same").count():
        head.get_by_text("Approve all the same").click()
        head.locator("#reason").fill("The flag is about the earlier figure; both are in the note.")
    head.get_by_role("button", name="Approve").click()
    head.locator(".done").wait_for()
    set_up_app(house.context("reporter").new_page(), house.passwords["reporter"])


def is_read(page: Page) -> bool:
    """Whether the demo story is there and nothing of it is left to read."""
    page.goto("/")
    return page.locator("tr.row").count() == DEMO_ARTICLES and page.locator("td", has_text="being read").count() == 0


def open_article(page: Page, query: str = "") -> None:
    page.goto(f"/?q={ARTICLE}")
    page.locator("tr.row a.claim").first.click()
    page.wait_for_url("**/articles/*/")
    if query:
        page.goto(page.url + query)


def open_claim(page: Page, words: str) -> None:
    """The article with the claim that has these words, and its panel."""
    open_article(page)
    page.locator("#words a.hl", has_text=words).first.click()
    page.locator("#panel-body blockquote").wait_for()


def find_evidence(page: Page, words: str) -> None:
    open_claim(page, words)
    page.get_by_role("link", name="Add evidence").click()
    page.get_by_role("heading", name="Find evidence").wait_for()


def submit(page: Page, words: str) -> None:
    """Links the first suggested passage to a claim, and submits a verdict that rests on it."""
    find_evidence(page, words)
    link = page.get_by_role("button", name="Link, it").first
    rating = "confirmed" if "supports" in link.inner_text() else "disputed"
    link.click()
    page.locator("#evidence-h").wait_for()
    page.locator("#v-rating").select_option(value=rating)
    page.locator("#v-why").fill("Held against the other texts of the story, and asked the operator on Friday.")
    page.get_by_role("button", name="Submit for review").click()
    page.locator(".done").first.wait_for()


def open_review(page: Page, words: str) -> None:
    page.goto("/review/")
    page.locator("tr.row", has_text=words).locator("a.claim").click()
    page.locator("#reason").wait_for()


def set_up_app(page: Page, password: str) -> None:
    """Gives somebody a second factor: what her phone would show is worked out here (RFC 6238)."""
    page.goto("/me/second-factor/app/")
    page.get_by_label("Your password").fill(password)
    page.get_by_role("button", name="Go on").click()
    secret = page.locator("code").inner_text()
    digest = hmac.digest(
        b32decode(secret + "=" * (-len(secret) % 8)), struct.pack(">Q", int(time.time() // 30)), "sha1"
    )
    (number,) = struct.unpack(">I", digest[digest[-1] & 15 :][:4])
    page.get_by_label("Code that the app shows now").fill(f"{(number & 0x7FFFFFFF) % 10**6:06}")
    page.get_by_role("button", name="Set it up").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()


def first_row(page: Page, url: str) -> None:
    page.goto(url)
    with page.expect_navigation():
        page.locator("tr.row a.claim").first.click()


def stale_write(page: Page) -> None:
    """The same draft in two windows; the one that saves second is told."""
    open_claim(page, FREE)
    other = page.context.new_page()
    open_claim(other, FREE)
    for window, words in ((other, "The police count them with the dead."), (page, "The police leave out the dead.")):
        window.locator("#v-why").fill(f"{words} Asked at {time.strftime('%H:%M:%S')}.")
        with window.expect_navigation():
            window.get_by_role("button", name="Save draft").click()
    other.close()
    page.locator(".theirs").scroll_into_view_if_needed()


def choose_passage(page: Page) -> None:
    find_evidence(page, FREE)
    page.locator("section[aria-labelledby=texts-h] a.claim").last.click()
    page.locator("#p-words").wait_for()


def see_decided(page: Page) -> None:
    """The verdict that is approved; once it was published for its picture, as it is then."""
    page.goto("/review/?show=approved")
    if not page.locator("tr.row").count():
        page.goto("/review/?show=published")
    page.locator("tr.row a.claim").first.click()
    page.locator("#text h1").wait_for()


def see_gate(page: Page) -> None:
    open_article(page)
    page.get_by_role("link", name="May it go out?").click()
    page.get_by_role("heading", name="May it go out?").wait_for()


def see_published(page: Page) -> None:
    """What readers see of the verdict that is approved; the first time it is published for that."""
    page.goto("/review/?show=approved")
    if page.locator("tr.row").count():
        page.locator("tr.row a.claim").first.click()
        page.get_by_role("button", name="Publish").click()
        page.locator(".done").wait_for()
    page.goto("/review/?show=published")
    page.locator("tr.row a.claim").first.click()
    page.goto(page.get_by_role("link", name="What readers see").get_attribute("href"))


def add_webhook(page: Page) -> None:
    page.goto("/webhooks/")
    if page.locator("tr.row").count():
        page.locator("tr.row a.claim").first.click()
        return
    page.get_by_label("Address").fill("https://content.example/heard")
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("h1", has_text="content.example").wait_for()


def at_code(page: Page, password: str) -> None:
    page.goto("/login/")
    type_login(page, "reporter", password)
    page.get_by_role("heading", name="Second factor").wait_for()


def scenes(passwords: dict[str, str]) -> list[Scene]:
    """Every page, in an order in which each can be come to."""
    return [*scenes_of_the_desk(passwords), *scenes_of_people()]


def scenes_of_the_desk(passwords: dict[str, str]) -> list[Scene]:
    """The pages of claims, verdicts, flags and articles, from the login on."""
    at, checker, head, admin = Scene, "checker", "desk_head", "admin"
    return [
        at("login", "", go("/login/")),
        at("code", "", lambda page: at_code(page, passwords["reporter"])),
        at("articles", checker, go("/")),
        at("queue", checker, go("/queue/?view=all")),
        at("queue-mine", checker, go("/queue/?view=mine")),
        at("queue-empty", checker, go("/queue/?view=mentions")),
        at("queue-head", head, go("/queue/?view=unassigned")),
        at("review", "reviewer", go("/review/")),
        at("review-one", "reviewer", lambda page: open_review(page, WAITS)),
        at("review-approved", head, see_decided),
        at("flags", checker, go("/flags/")),
        at("flag", checker, lambda page: first_row(page, "/flags/?type=figure&silent=on")),
        at("stories", checker, go("/stories/")),
        at("story", checker, lambda page: first_row(page, "/stories/")),
        at("arranging", head, lambda page: (first_row(page, "/stories/"), page.get_by_text("Move, split").click())),
        at("figures", checker, lambda page: (first_row(page, "/stories/"), scroll_to(page, "#figures"))),
        at("gate", head, see_gate),
        at("gate-settings", admin, go("/gate/")),
        at("imports", head, go("/imports/")),
        at("rules", checker, go("/rules/")),
        at("add", checker, go("/articles/add/")),
        at(
            "version",
            checker,
            lambda page: (open_article(page), page.get_by_role("link", name="Add a version").click()),
        ),
        at("glance", checker, open_article),
        at("article", checker, lambda page: open_claim(page, FREE)),
        at("claim", checker, lambda page: open_claim(page, SENT_BACK)),
        at("evidence", checker, lambda page: find_evidence(page, FREE)),
        at("choose", checker, choose_passage),
        at("verdict", checker, lambda page: (open_claim(page, SENT_BACK), scroll_to(page, "#verdict"))),
        at("stale", checker, stale_write),
        at("mark", checker, lambda page: open_article(page, "mark/")),
        at("versions", checker, lambda page: open_article(page, "versions/")),
        at("notes", checker, lambda page: (open_article(page, "versions/"), scroll_to(page, "aside"))),
    ]


def scenes_of_people() -> list[Scene]:
    """The pages of people, of what they are told and may do, and those that end a visit."""
    at, checker, head, admin = Scene, "checker", "desk_head", "admin"
    return [
        at("people", admin, go("/people/")),
        at("person", admin, lambda page: first_row(page, "/people/")),
        at("me", checker, go("/me/")),
        at("second-factor", checker, go("/me/second-factor/")),
        at("webhooks", admin, go("/webhooks/")),
        at("nothing", checker, go("/flags/?type=arithmetic&state=resolved")),
        at("audit", head, go("/audit/")),
        at("keys", checker, go("/me/keys/")),
        at("start", "reporter", go("/start/")),
        at("public", head, see_published),
        at("webhook", admin, add_webhook),
        at("new-person", admin, go("/people/add/")),
        at("passkey", checker, go("/me/second-factor/keys/")),
        at("sessions", checker, go("/me/sessions/")),
        at("password", checker, go("/me/password/")),
        at("api", checker, go("/api/v1/docs/")),
        at("reset", "", go("/login/password/")),
        at("sent", "", go("/login/password/sent/")),
        at("closed", "", go("/login/closed/")),
        at("left", "", go("/login/cancelled/")),
        at("refused", checker, go("/people/")),
        at("missing", checker, go("/nothing-here/")),
    ]


def go(url: str) -> Callable[[Page], object]:
    return lambda page: page.goto(url)


def scroll_to(page: Page, place: str) -> None:
    page.locator(place).first.evaluate("one => one.scrollIntoView({block: 'start'})")
