"""Checking by hand and by key: a passage selected in a stored text, and a claim decided with the keyboard alone."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from claims.models import Evidence, Verdict
from claims.services import evidence, verdicts
from claims.services.evidence import Bearing, Stance
from sources.models import ArticleVersion
from tests import factories
from tests.browser.test_article_page import TEXT, where

STATEMENT = "A boat 🚢 burned.\nSo far 37 people died in the fire, and 37 people died at sea.\nWe mourn."


@pytest.fixture
def article(transactional_db: None) -> ArticleVersion:
    """A version with three claims, and a statement of the same story."""
    version = factories.first_version(TEXT, story=factories.story())
    factories.figure(version, "At least 31 people died", "At least 31", 31, None, approximation="at_least")
    factories.quote(version, "Nobody has been charged", "Edda Korsin")
    words = "The port authority said that pressure was low"
    factories.attribution(version, words, "The port authority", "said", "pressure was low")
    return version


@pytest.fixture
def statement(article: ArticleVersion) -> ArticleVersion:
    told = factories.first_version(STATEMENT, title="Statement 7", source="Coast Guard", story=article.article.story)
    factories.run(told)
    return told


def select(page: Page, words: str, nth: int = 0) -> None:
    """Selects words of the text as a mouse would, once it is there; nth: which of those that stand there."""
    expect(page.locator("#words [data-start]").filter(has_text=words).first).to_be_visible()
    page.evaluate(
        """([words, nth]) => {
            const lines = [...document.querySelectorAll('#words [data-start]')];
            const line = lines.find(one => one.textContent.includes(words));
            const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            let from = -1;
            for (let count = 0; count <= nth; count += 1) from = line.textContent.indexOf(words, from + 1);
            const range = document.createRange();
            let at = 0;
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const size = node.textContent.length;
                if (from >= at && from < at + size) range.setStart(node, from - at);
                const to = from + words.length;
                if (to > at && to <= at + size) range.setEnd(node, to - at);
                at += size;
            }
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        [words, nth],
    )


def test_a_passage_is_linked_by_selecting_it(desk: Page, article: ArticleVersion, statement: ArticleVersion) -> None:
    claim = article.mentions.get(kind="figure").claim_id
    desk.goto(f"{where(article)}?claim={claim}")
    desk.keyboard.press("e")
    desk.get_by_role("link", name="Statement 7").click()
    # The second of two like passages, behind a sign that counts twice in the browser.
    select(desk, "37 people died", nth=1)
    expect(desk.locator("#p-words")).to_have_value("37 people died")
    desk.get_by_label("Where a reader finds it").fill("line 2")
    desk.get_by_role("button", name="Link it").click()
    expect(desk.locator("#panel-body .passage")).to_have_text("“37 people died”")
    row = Evidence.objects.get()
    assert (row.start, row.text, row.locator) == (STATEMENT.rindex("37 people died"), "37 people died", "line 2")
    assert STATEMENT[row.start : row.end] == row.text


def ready(article: ArticleVersion, statement: ArticleVersion, by: User) -> None:
    """Each claim has its evidence and a draft that says what was found."""
    for mention in article.mentions.select_related("claim"):
        passage = evidence.find(statement, "We mourn")
        evidence.link(mention.claim, passage, Bearing(Stance.REFUTES), by=by)
        draft = verdicts.open_draft(mention.claim, by=by)
        verdicts.write(draft, by=by, edits=draft.edits, rating="wrong", rationale="They say nothing of it.")


def test_a_ready_claim_is_decided_by_one_key(
    desk: Page, article: ArticleVersion, statement: ArticleVersion, member: User
) -> None:
    ready(article, statement, member)
    first, second, third = article.mentions.order_by("start").values_list("claim_id", flat=True)
    desk.goto(where(article))
    desk.keyboard.press("j")
    expect(desk.locator("#panel-body h2")).to_have_text("Claim 1 of 3")
    for done, following in ((first, second), (second, third)):
        desk.keyboard.press("s")
        expect(desk.locator(".notice.done")).to_contain_text(f"C-{done} is with the reviewers")
        expect(desk.locator(f"#m{following}")).to_be_focused()
        expect(desk.locator("#panel-body .panel__head")).to_contain_text(f"C-{following}")
    desk.keyboard.press("s")
    expect(desk.locator(".notice.done")).to_contain_text("No other claim of this version waits for you.")
    assert list(Verdict.objects.values_list("state", flat=True)) == ["in_review"] * 3
    desk.keyboard.press("u")
    expect(desk.locator("#panel-body .panel__head")).to_contain_text("In check")
    assert sorted(Verdict.objects.values_list("state", flat=True)) == ["draft", "in_review", "in_review"]


def test_a_verdict_is_written_with_the_keyboard_alone(
    desk: Page, article: ArticleVersion, statement: ArticleVersion
) -> None:
    desk.goto(where(article))
    desk.keyboard.press("j")
    expect(desk.locator("#panel-body h2")).to_have_text("Claim 1 of 3")
    desk.keyboard.press("v")
    expect(desk.locator("#v-rating")).to_be_focused()
    desk.keyboard.type("Wro")
    desk.locator("#v-why").focus()
    # Single keys rest while one writes.
    desk.keyboard.type("sink")
    desk.keyboard.press("Escape")
    expect(desk.locator("#words a[aria-current=true]").first).to_be_focused()
    desk.keyboard.press("s")
    expect(desk.locator(".notice.done")).to_contain_text("is with the reviewers")
    verdict = Verdict.objects.get()
    assert (verdict.rating, verdict.rationale, verdict.state) == ("wrong", "sink", "in_review")


def test_n_asks_why_a_claim_cannot_be_checked(desk: Page, article: ArticleVersion) -> None:
    desk.goto(where(article))
    desk.keyboard.press("j")
    expect(desk.locator("#panel-body h2")).to_have_text("Claim 1 of 3")
    desk.keyboard.press("n")
    expect(desk.locator("#nc-why")).to_be_focused()
    desk.keyboard.type("An estimate of nobody in particular.")
    desk.keyboard.press("Enter")
    expect(desk.locator(".notice.done")).to_contain_text("is marked as not checkable")
    expect(desk.locator("#sum")).to_contain_text("0 of 2 claims decided")


def test_what_others_do_shows_in_place_and_moves_nothing(
    desk: Page, article: ArticleVersion, statement: ArticleVersion, member: User
) -> None:
    quote = article.mentions.select_related("claim").get(kind="quote")
    figure = article.mentions.select_related("claim").get(kind="figure")
    desk.goto(f"{where(article)}?claim={figure.claim_id}")
    expect(desk.locator(".live")).to_have_text("Up to date")
    desk.locator("#v-why").fill("Half a sente")
    verdicts.open_draft(quote.claim, by=member)
    expect(desk.locator(f"#m{quote.claim_id}")).to_have_attribute("data-state", "check", timeout=15_000)
    expect(desk.locator(f"#rail-body [data-claim='{quote.claim_id}'] .meta")).to_contain_text("In check")
    expect(desk.locator(".live")).to_have_text("1 claim changed")
    verdicts.open_draft(figure.claim, by=member)
    expect(desk.locator(".live")).to_have_text("This claim was changed. Show", timeout=15_000)
    expect(desk.locator("#v-why")).to_have_value("Half a sente")
    expect(desk.locator("#v-why")).to_be_focused()
