"""What somebody else wrote is shown as letters, never taken for markup, a template or an address to follow."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.enums import Stance
from claims.services import comments, evidence
from claims.services.evidence import Bearing
from tests import factories
from tests.web.pages import Element, page

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "{{7*7}}{% debug %}",
    "<b hx-get='/logout/' hx-trigger='load' id='panel-body'>x</b>",
    "</textarea></title></script><iframe src=//elsewhere.example>",
    "javascript:alert(1)",
]
# What the pages themselves are made of; a tag or an attribute that came out of a text would show here.
# fmt: off
TAGS = {
    "a", "article", "aside", "b", "bdi", "blockquote", "body", "br", "button", "caption", "circle", "datalist",
    "dd", "del", "details", "dialog", "div", "dl", "dt", "fieldset", "footer", "form", "h1", "h2", "h3", "h4",
    "head", "header", "html", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "mark", "meta", "nav",
    "ol", "option", "p", "path", "rect", "script", "section", "select", "small", "span", "strong", "summary", "svg",
    "table", "tbody", "td", "text", "textarea", "th", "thead", "time", "title", "tr", "ul", "use", "code",
}
# fmt: on


def check(root: Element) -> None:
    for element in root.all():
        assert element.tag in TAGS, element.tag
        assert not [name for name in element.attrs if name.startswith("on") or name == "style"], element.attrs
        for name in ("href", "src", "action", "hx-get"):
            where = element.attrs.get(name, "/")
            assert where.startswith(("/", "?", "#", "https://ledger.example/")), where
    assert len(root.all(id="panel-body")) <= 1


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words_on_every_page(words: str, as_checker: Client, checker: User) -> None:
    story = factories.story(f"Story {words}")
    text = f"At least 31 {words} died. “We {words} mourn,” said {words}."
    first = factories.first_version(
        text, title=words, source=f"Source {words}", story=story, url="https://ledger.example/?a=%22%3E"
    )
    dead = factories.figure(first, f"At least 31 {words} died", "At least 31", 31, None, measure=words, claimant=words)
    quote = factories.quote(first, f"We {words} mourn", words)
    second = factories.next_version(first.article, text.replace("31", "37"), title=words, note=words)
    more = factories.figure(
        second,
        f"At least 37 {words} died",
        "At least 37",
        37,
        None,
        claim=dead.claim,
        carried_from=dead,
        claimant=words,
    )
    flag = factories.flag(dead, more, reason=words, rule=words, silent=True)
    article = f"/articles/{first.article_id}/"
    script = factories.first_version(f"We {words} weep", title=words, source=f"Radio {words}", story=story)
    factories.run(script)
    bearing = Bearing(Stance.SUPPORTS, note=words, locator=words)
    evidence.link(quote.claim, evidence.find(script, script.text), bearing, by=checker)
    comments.say(quote.claim, words, by=checker)
    for url in (
        "/",
        f"/?q={words}",
        article,
        f"{article}?v=1&claim={quote.claim_id}",
        f"{article}?claim={dead.claim_id}",
        f"{article}versions/add/",
        f"/claims/{dead.claim_id}/evidence/",
        f"/claims/{dead.claim_id}/evidence/?q={words}",
        f"/claims/{quote.claim_id}/evidence/in/{script.pk}/",
        "/articles/add/",
        f"/articles/add/?story={words}",
        "/flags/",
        f"/flags/{flag.pk}/",
        "/stories/",
        f"/stories/{story.slug}/",
    ):
        answer = as_checker.get(url)
        assert answer.status_code == 200, url
        check(page(answer))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_they_are(words: str, as_checker: Client) -> None:
    version = factories.first_version(f"He said {words} here.", title=words)
    shown = page(as_checker.get(f"/articles/{version.article_id}/")).one("article", id="words")
    assert (shown.one("h1").text, shown.all("p", dir="auto")[0].text) == (words, f"He said {words} here.")


@pytest.mark.parametrize("words", HOSTILE)
def test_what_was_typed_comes_back_as_letters(words: str, as_checker: Client) -> None:
    form = {"title": words, "text": words, "source": words, "story": words, "url": words, "note": words, "kind": words}
    answer = as_checker.post("/articles/add/", form)
    assert answer.status_code == 422
    check(page(answer))


@pytest.mark.parametrize("words", HOSTILE)
def test_a_failed_login_shows_no_markup(words: str, client: Client, db: None) -> None:
    check(page(client.post("/login/", {"username": words, "password": "x", "next": words})))


def test_the_policy_lets_nothing_from_elsewhere_run(as_checker: Client) -> None:
    policy = as_checker.get("/").headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";") if rule.strip())
    assert (rules["default-src"], rules["script-src"], rules["style-src"]) == ("'none'", "'self'", "'self'")
