"""A key is made, copied and revoked in a browser, wide and narrow, without a barrier or a broken rule of the policy."""

import os

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import BrowserContext, expect

from sources.models import ApiKey
from tests import factories
from tests.browser.conftest import log_in
from tests.browser.test_accessible import looked_at, violations

__all__ = ["looked_at"]


@pytest.mark.usefixtures("transactional_db")
def test_a_key_is_made_copied_and_revoked(looked_at: BrowserContext, member: User) -> None:
    factories.key(member, "read")
    looked_at.grant_permissions(["clipboard-read", "clipboard-write"])
    page = looked_at.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.goto("/")
    log_in(page, member)
    page.goto("/me/")
    page.get_by_role("link", name="Keys", exact=True).click()
    page.get_by_label("Name").fill("CMS, live")
    page.get_by_label("Push").check()
    page.get_by_role("button", name="Make the key").click()
    if page.get_by_label("Password").count():  # where the login is not fresh
        page.get_by_label("Password").fill(factories.PASSWORD)
        page.get_by_role("button", name="Go on").click()
    shown = page.locator("#new-key")
    expect(shown).to_be_visible()
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{id(page)}.png", full_page=True)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == shown.inner_text()
    page.get_by_role("button", name="Revoke CMS, live").click()
    page.get_by_role("button", name="Undo the revocation of CMS, live").click()
    page.get_by_text("works again").wait_for()
    assert [key.revoked_at for key in ApiKey.objects.all()] == [None, None]
    assert wrong == []
