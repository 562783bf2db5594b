"""axe-core finds nothing on any page: light and dark, wide and narrow, with a claim chosen and with a refusal shown."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group, User
from playwright.sync_api import Browser, BrowserContext, Page, expect

from claims.models import ContradictionFlag, Verdict
from claims.services import verdicts, webhooks
from sources.models import ArticleVersion
from sources.roles import Role
from tests import factories
from tests.browser.conftest import log_in
from tests.browser.test_article_page import version, where
from tests.web.factors import code_of
from tests.web.test_review import submitted

__all__ = ["version"]

NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1440, "height": 900}


# Contrast hangs on the theme, layout on the size, and neither on the other: two of the four ways see all of both.
@pytest.fixture(params=[("light", "wide"), ("dark", "narrow")], ids="-".join)
def looked_at(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, object], address: str
) -> BrowserContext:
    """A context in one theme and one size; colours do not fade in, so that each is what it is."""
    theme, size = request.param
    context = browser.new_context(
        **{**browser_context_args, "viewport": WIDE if size == "wide" else NARROW},
        color_scheme=theme,
        reduced_motion="reduce",
    )
    yield context
    context.close()


# Of what one template writes some hundred times the first and the last say all, and axe needs a minute for the rest.
ALIKE = {"exclude": [[".apidocs > section:nth-of-type(n+2):not(:last-of-type)"]]}


# Axe would read imported stylesheets by styles of its own, which the policy refuses; no rule here needs them.
OPTIONS = {"resultTypes": ["violations"], "preload": False}


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds: the rule, and where."""
    part = ALIKE if page.locator(".apidocs").count() else None
    found = Axe().run(page, context=part, options=OPTIONS).response["violations"]
    return [(one["id"], [" ".join(node["target"]) for node in one["nodes"]]) for one in found]


def pages_of(version: ArticleVersion, flag: ContradictionFlag) -> list[str]:
    """The addresses of the pages that answer 200, those of one article and one flag among them."""
    article = where(version)
    return [
        "/",
        "/articles/add/",
        article,
        f"{article}?claim={flag.b.claim_id}",
        f"{article}versions/add/",
        f"{article}mark/?v=2",
        f"{article}mark/?v=2&kind=attribution",
        f"{article}versions/",
        f"/claims/{flag.b.claim_id}/evidence/",
        f"/claims/{flag.b.claim_id}/evidence/in/{version.pk}/",
        "/flags/",
        "/flags/?type=quote",
        f"/flags/{flag.pk}/",
        "/stories/",
        f"/stories/{version.article.story.slug}/",
        "/rules/",
        "/me/",
        "/me/keys/",
        "/me/again/",
        "/me/password/",
        "/me/second-factor/",
        "/me/second-factor/keys/",
        "/me/sessions/",
        "/api/v1/docs/",
    ]


def test_no_page_has_a_barrier(looked_at: BrowserContext, member: object, version: ArticleVersion) -> None:
    page = looked_at.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    story = version.article.story
    flag = story.flags.get()
    page.goto("/login/")
    found = {"/login/": violations(page)}
    page.goto("/login/password/sent/")
    found["sent"] = violations(page)
    page.goto("/")
    log_in(page, member)
    for url in pages_of(version, flag):
        page.goto(url)
        found[url] = violations(page)
    page.get_by_role("link", name="Flags").first.click()
    page.goto(f"/stories/{story.slug}/")
    page.get_by_text("Move, split or merge").click()
    found["arranging"] = violations(page)
    assert wrong == []
    # These answer with a status that the browser itself reports.
    page.goto(f"/flags/{flag.pk}/")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.locator("#decision-e")).to_be_visible()
    found["refused"] = violations(page)
    page.goto("/nothing-here/")
    found["404"] = violations(page)
    stranger = factories.person("stranger")
    stranger.password = type(member).objects.get(pk=member.pk).password
    stranger.save(update_fields=["password"])
    page.context.clear_cookies()
    page.goto("/login/")
    log_in(page, stranger, heading="This page is not open to you")
    found["403"] = violations(page)
    assert {place: what for place, what in found.items() if what} == {}


def published(author: User, *, by: User) -> Verdict:
    """A verdict that readers see."""
    version = factories.first_version("12 people drowned.")
    row = submitted(factories.figure(version, "12 people drowned", "12", 12, 12).claim, author)
    row = verdicts.approve(row, by=by, edits=row.edits).verdict
    return verdicts.publish(row, by=by, edits=row.edits).verdict


def test_no_page_of_the_queue_and_of_review_has_a_barrier(
    looked_at: BrowserContext, member: User, version: ArticleVersion
) -> None:
    for role in (Role.REVIEWER, Role.DESK_HEAD):
        member.groups.add(Group.objects.get_or_create(name=role)[0])
    other = factories.person("jonas", Role.CHECKER)
    verdict = submitted(version.mentions.get(kind="quote").claim, other, passage=False)
    submitted(version.mentions.get(kind="attribution").claim, member)
    page = looked_at.new_page()
    page.goto("/")
    log_in(page, member)
    found = {}
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    shown = published(other, by=member)
    for url in (
        "/queue/",
        "/queue/?view=glance",
        "/queue/?q=volcano",
        "/review/",
        f"/review/{verdict.pk}/",
        f"/articles/{version.article_id}/gate/",
        "/imports/",
        f"/v/{shown.claim_id}/{shown.revision}/",
        "/audit/",
        "/webhooks/",
    ):
        page.goto(url)
        found[url] = violations(page)
    assert wrong == []
    # The page answers with a status that the browser itself reports.
    page.goto(f"/review/{verdict.pk}/")
    page.get_by_role("button", name="Approve").click()
    page.get_by_role("alert").wait_for()
    found["refused"] = violations(page)
    page.goto("/queue/")
    page.locator(".check").first.check()
    found["chosen"] = violations(page)
    page.get_by_label("Give to").select_option("me")
    page.get_by_role("button", name="Give", exact=True).click()
    page.get_by_role("button", name="Undo").wait_for()
    found["done"] = violations(page)
    assert {place: what for place, what in found.items() if what} == {}


def test_no_page_about_people_and_logins_has_a_barrier(looked_at: BrowserContext, member: User) -> None:
    member.groups.add(Group.objects.get_or_create(name=Role.ADMIN)[0])
    page = looked_at.new_page()
    page.goto("/")
    log_in(page, member)
    found = {}
    hook = webhooks.add("https://content.example/heard", [], by=member)
    for url in ("/people/", "/people/add/", "/gate/", f"/webhooks/{hook.pk}/", f"/people/{member.pk}/"):
        page.goto(url)
        found[url] = violations(page)
    page.get_by_role("button", name="Make a link to a new password").click()
    page.get_by_text("Give this link to").wait_for()
    found["link"] = violations(page)
    page.goto("/me/second-factor/app/")
    page.get_by_label("Your password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="Set up an app").wait_for()
    found["app"] = violations(page)
    page.get_by_label("Code that the app shows now").fill(code_of(page.locator("code").inner_text()))
    page.get_by_role("button", name="Set it up").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    found["codes"] = violations(page)
    page.goto("/me/second-factor/keys/add/")
    found["passkey"] = violations(page)
    page.context.clear_cookies()
    page.goto("/login/")
    page.get_by_label("Name").fill(member.username)
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name="Second factor").wait_for()
    found["code"] = violations(page)
    assert {place: what for place, what in found.items() if what} == {}


def test_no_page_of_the_administration_has_a_barrier(looked_at: BrowserContext, member: User) -> None:
    """What Django brings, with the groups that are the desk's roles: to be read there, and changed by nobody."""
    User.objects.filter(pk=member.pk).update(is_staff=True, is_superuser=True)
    page = looked_at.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.goto("/")
    log_in(page, member)
    group = f"/admin/auth/group/{member.groups.get().pk}/change/"
    found = {}
    for url in (
        "/admin/",
        "/admin/auth/group/",
        group,
        f"/admin/auth/user/{member.pk}/change/",
        "/admin/sources/source/add/",
        "/admin/claims/mention/",
    ):
        page.goto(url)
        found[url] = violations(page)
    assert wrong == []
    assert {place: what for place, what in found.items() if what} == {}
    page.goto(group)
    expect(page.get_by_role("button", name="Save")).to_have_count(0)


def test_a_barrier_is_found_where_there_is_one(page: Page) -> None:
    page.set_content('<html lang="en"><title>T</title><main><h1>H</h1><input></main></html>')
    assert violations(page) == [("label", ["input"])]
