"""A day with the cast, on the product as it is run: from a text to its verdict, and to the version that undoes it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from playwright.sync_api import Browser, Page, expect

from claims.enums import ClaimState, VerdictState
from claims.models import Claim, Mention, Verdict
from factcheck.celery import app
from sources.roles import Role
from tests import factories, processes
from tests.browser.conftest import log_in

STORY = "Kalderhaven ferry fire"
STATEMENT = (
    "The fire on the ferry Marit Osk in Kalderhaven harbour killed 133 people on Tuesday, the harbour police said."
)
TEXT = (
    "A fire on the ferry Marit Osk in Kalderhaven harbour killed 133 people on Tuesday.\n\n"
    "“The doors were locked,” said Edda Korsin, the regional prosecutor.\n\n"
    "The ferry was built in 1994 and carried 212 passengers."
)
READ = 90_000  # milliseconds that a busy machine may need to load the language model and read a text
Desk = Callable[[str, Role], Page]


@pytest.fixture
def at_desk(browser: Browser, browser_context_args: dict[str, object], transactional_db: None) -> Iterator[Desk]:
    """Somebody new at a browser of her own, logged in; nothing may go wrong on any of the pages unseen."""
    wrong: list[str] = []
    contexts = []

    def sit_down(name: str, role: Role) -> Page:
        user = factories.person(name, role)
        user.password = PBKDF2PasswordHasher().encode(factories.PASSWORD, "salt", iterations=1_000)
        user.save(update_fields=["password"])
        contexts.append(browser.new_context(**browser_context_args))
        page = contexts[-1].new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto("/")
        log_in(page, user)
        return page

    yield sit_down
    for context in contexts:
        context.close()
    assert wrong == []


def add(page: Page, source: str, text: str) -> None:
    page.goto("/articles/add/")
    page.get_by_label("Headline").fill(f"Ferry fire, by {source}")
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_label("Source", exact=True).fill(source)
    page.get_by_label("Story").fill(STORY)
    page.get_by_role("button", name="Add the article").click()
    expect(page.locator("#words a.hl[data-kind=figure]").first).to_contain_text("133", timeout=READ)


def tab_to(page: Page, words: str) -> None:
    """Goes on by Tab until the focus is on a control with these words, as a person without a mouse does."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.innerText || document.activeElement.id || ''"):
            return
    raise AssertionError(f"Tab never comes to {words!r}")


def go_to_row(page: Page, words: str) -> None:
    """Goes down a list by j until the row under the cursor has these words."""
    for _ in range(20):
        page.keyboard.press("j")
        if words in page.evaluate("document.activeElement.closest('tr')?.innerText ?? ''"):
            return
    raise AssertionError(f"No row says {words!r}")


def write_verdict(page: Page, reasons: str) -> None:
    """Chooses "confirmed", writes the reasons and submits, by keys alone."""
    page.keyboard.press("v")
    expect(page.locator("#v-rating")).to_be_focused()
    page.keyboard.type("Confirmed")
    tab_to(page, "v-why")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(reasons)
    tab_to(page, "Submit for review")
    page.keyboard.press("Enter")


def deaths() -> Claim:
    return Mention.objects.get(version__article__source__name="Tidewater Ledger", version__number=1, low=133).claim


def states() -> dict[int, str]:
    return dict(Claim.objects.values_list("pk", "state"))


def check_with_the_keyboard(checker: Page) -> None:
    """The checker takes the claim, finds a passage, and submits what she found, without a mouse."""
    checker.goto("/queue/?view=unassigned&source=Tidewater&kind=figure")
    go_to_row(checker, "133")
    checker.keyboard.press("a")
    expect(checker.get_by_role("status").first).to_contain_text("One claim is taken.")
    checker.goto("/queue/?view=mine&kind=figure")
    go_to_row(checker, "133")
    checker.keyboard.press("Enter")
    checker.wait_for_url("**/articles/**")
    checker.keyboard.press("e")
    checker.get_by_role("heading", name="Find evidence").wait_for()
    tab_to(checker, "Link, it supports")
    checker.keyboard.press("Enter")
    expect(checker.locator("#evidence-h")).to_contain_text("1")
    write_verdict(checker, "The police say so.")
    expect(checker.locator(".done").first).to_contain_text("is with the reviewers")
    verdict = Verdict.objects.get(claim=deaths())
    assert (verdict.state, verdict.rating) == (VerdictState.IN_REVIEW, "confirmed")


def send_back(reviewer: Page) -> None:
    """The reviewer wants to know more, and says so."""
    reviewer.goto("/review/")
    go_to_row(reviewer, "133")
    reviewer.keyboard.press("Enter")
    reviewer.get_by_role("heading", name="Before you approve").wait_for()
    reviewer.keyboard.press("s")
    expect(reviewer.locator("#reason")).to_be_focused()  # there is no sending back without a word
    reviewer.keyboard.type("Which police, and when?")
    tab_to(reviewer, "Send back")
    reviewer.keyboard.press("Enter")
    expect(reviewer.get_by_role("status").first).to_contain_text("was sent back to Mira")


def mend(checker: Page) -> None:
    """The checker reads why, and mends it."""
    checker.goto("/queue/?view=sent_back")
    expect(checker.locator("tr.row .why")).to_have_text("Which police, and when?")
    go_to_row(checker, "133")
    checker.keyboard.press("Enter")
    checker.wait_for_url("**/articles/**")
    write_verdict(checker, "The harbour police say so in their statement of Tuesday.")
    expect(checker.locator(".done").first).to_contain_text("is with the reviewers")


def approve(reviewer: Page) -> None:
    """The reviewer approves by one key."""
    reviewer.goto("/review/")
    go_to_row(reviewer, "133")
    reviewer.keyboard.press("Enter")
    expect(reviewer.get_by_text("in their statement of Tuesday")).to_be_visible()
    reviewer.keyboard.press("a")
    expect(reviewer.get_by_role("status").first).to_contain_text("is approved")


def find_the_old_verdict(checker: Page) -> None:
    """The one claim that is open again shows what was found of it before."""
    checker.goto("/queue/?view=recheck")
    expect(checker.locator("tr.row")).to_have_count(1)
    expect(checker.locator("tr.row")).to_contain_text("137")
    expect(checker.locator("tr.row")).to_contain_text("Revision 1 by Mira: confirmed")
    go_to_row(checker, "137")
    checker.keyboard.press("Enter")
    expect(checker.locator("#panel-body")).to_contain_text("in their statement of Tuesday")


def test_a_day_with_the_cast(at_desk: Desk, tmp_path: Path) -> None:
    reporter = at_desk("rune", Role.REPORTER)
    app.control.purge()
    with processes.worker(tmp_path / "worker.log", SWEEP_EVERY="1"):
        add(reporter, "Harbour police", STATEMENT)
        add(reporter, "Tidewater Ledger", TEXT)
        article = reporter.url.partition("?")[0]
        checker, reviewer = at_desk("mira", Role.CHECKER), at_desk("jonas", Role.REVIEWER)
        check_with_the_keyboard(checker)
        send_back(reviewer)
        mend(checker)
        approve(reviewer)
        before = states()
        assert before[deaths().pk] == ClaimState.APPROVED

        # A new version changes one figure: that claim and no other is open again.
        reporter.goto(f"{article}versions/add/")
        reporter.get_by_label("Text", exact=True).fill(TEXT.replace("133", "137"))
        reporter.get_by_role("button", name="Add version 2").click()
        expect(reporter.locator("#words a.hl[data-kind=figure]").first).to_contain_text("137", timeout=READ)

    after = states()
    assert {pk: state for pk, state in after.items() if before.get(pk) != state} == {deaths().pk: ClaimState.RECHECK}
    find_the_old_verdict(checker)
