"""A passkey in a real browser, with an authenticator that the browser plays itself."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import factories
from tests.browser.conftest import log_in


@pytest.fixture
def at_localhost(browser: Browser, address: str) -> BrowserContext:
    """Browsers make passkeys for names, not for numbers."""
    context = browser.new_context(base_url=address.replace("127.0.0.1", "localhost"))
    yield context
    context.close()


@pytest.fixture
def page(at_localhost: BrowserContext) -> Page:
    page = at_localhost.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    device = at_localhost.new_cdp_session(page)
    device.send("WebAuthn.enable")
    abilities = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = {**abilities, "isUserVerified": True, "automaticPresenceSimulation": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield page
    assert wrong == []


def test_a_passkey_is_made_and_logs_in_alone(page: Page, member: User) -> None:
    page.goto("/")
    log_in(page, member)
    page.goto("/me/second-factor/keys/add/")
    page.get_by_label("Your password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("textbox", name="Name").fill("Work phone")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert Authenticator.objects.get(type="webauthn").wrap().name == "Work phone"
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert re.fullmatch(r"(\d{8}\n){9}\d{8}", download.value.path().read_text())

    page.context.clear_cookies()
    page.goto("/flags/")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Flags")

    # With the password the passkey is the second factor.
    page.context.clear_cookies()
    page.goto("/login/")
    page.get_by_label("Name").fill(member.username)
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mine")
