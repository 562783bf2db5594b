"""What every answer says of itself: who may keep it, show it in a frame, run what is in it; and how it travels."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from sources.caching import CACHED
from tests.web.factors import set_up_app

PRIVATE = ["/me/", "/me/password/", "/me/again/", "/me/sessions/", "/me/second-factor/", "/me/keys/"]


def routes(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """An address of every route, with 1 for whatever it takes."""
    for one in patterns:
        address = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, address)
        else:
            yield re.sub(r"\(\?P<\w+>[^()]*\)|<[^>]*>", "1", address).replace("^", "").replace("$", "")


# The administration of the framework is one door, behind it are hundreds of routes of one make; the schema is slow.
ROUTES = [
    one
    for one in routes(get_resolver().url_patterns)
    if one == "/admin/" or not one.startswith(("/admin/", "/api/v1/schema"))
]


def test_every_answer_to_everybody_is_safe_to_show_and_kept_by_nobody(db: None) -> None:
    client = Client()
    for address in ROUTES:
        answer = client.get(address)
        said = answer.headers
        assert answer.status_code < 500, address
        assert {"object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"} <= {
            rule.strip() for rule in said["Content-Security-Policy"].split(";")
        }, address
        assert (said["X-Content-Type-Options"], said["Referrer-Policy"], said["Cross-Origin-Opener-Policy"]) == (
            "nosniff",
            "same-origin",
            "same-origin",
        ), address
        kind = said.get("Content-Type", "")
        assert not kind.startswith(("text/", "image/svg")) or "charset=utf-8" in kind, address
        kept = said["Cache-Control"]
        # This is nobody in particular: whatever she may keep is there for everybody.
        assert kept.startswith("public, ") or kept == "private, no-cache" or "no-store" in kept, (address, kept)
        assert not kept.startswith("public, ") or not answer.cookies, address
        assert "Access-Control-Allow-Origin" not in said or kept == CACHED, address


@pytest.mark.parametrize("address", PRIVATE)
def test_no_cache_keeps_what_somebody_sets_about_her_login(address: str, as_checker: Client) -> None:
    answer = as_checker.get(address)
    assert (answer.status_code, "no-store" in answer.headers["Cache-Control"]) == (200, True)


def test_no_cache_keeps_recovery_codes_and_the_secret_of_an_app(as_checker: Client) -> None:
    set_up_app(as_checker)
    for address in ("/me/second-factor/codes/", "/me/second-factor/keys/add/"):
        answer = as_checker.get(address)
        assert (answer.status_code, "no-store" in answer.headers["Cache-Control"]) == (200, True)


def test_a_request_is_never_sent_back_by_trace(as_reporter: Client) -> None:
    for address in ("/", "/login/", "/me/", "/rules/", "/api/v1/claims", "/api/v1/token"):
        answer = as_reporter.trace(address, headers={"X-Mine": "echo-of-mine"})
        assert b"echo-of-mine" not in answer.content
        assert answer.status_code >= 300


class TestBehindTls:
    """What a site with BEHIND_TLS=yes does; names of cookies are settled at the start: another process tells."""

    @pytest.fixture(autouse=True)
    def _behind(self, settings: object) -> None:
        settings.SECURE_SSL_REDIRECT = True
        settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True

    def test_people_are_led_to_it_and_machines_refused(self, db: None) -> None:
        page, asked = Client().get("/flags/"), Client().get("/api/v1/claims", headers={"Authorization": "Bearer x"})
        assert (page.status_code, page.headers["Location"]) == (301, "https://testserver/flags/")
        assert (asked.status_code, asked.json()["code"], "Location" in asked.headers) == (403, "https_required", False)
        assert Client().get("/api/v1/claims", secure=True).status_code == 401

    def test_browsers_are_told_to_stay(self, db: None) -> None:
        for address in ("/login/", "/api/v1/claims"):
            said = Client().get(address, secure=True).headers["Strict-Transport-Security"]
            assert said == "max-age=31536000; includeSubDomains"

    def test_cookies_carry_the_names_that_no_other_host_can_plant(self) -> None:
        code = (
            "from factcheck import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME,"
            " s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY)"
        )
        site = {**os.environ, "BEHIND_TLS": "yes"}
        said = subprocess.run([sys.executable, "-c", code], env=site, capture_output=True, text=True, check=True)
        assert said.stdout.split() == ["__Host-session", "__Host-csrf", "True", "True", "True"]


@pytest.mark.parametrize("elsewhere", ["cross-site", "same-site"])
def test_a_page_elsewhere_begins_no_single_sign_on(elsewhere: str, db: None) -> None:
    answer = Client().get("/login/oidc/login/", headers={"Sec-Fetch-Site": elsewhere})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/login/")
    # From our own page, it goes on: here to nowhere, as no provider is set.
    assert Client().get("/login/oidc/login/", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 404


def test_another_host_is_not_answered(db: None, reporter: User) -> None:
    client = Client()
    assert client.get("/login/", headers={"Host": "elsewhere.example"}).status_code == 400
    forwarded = client.get("/flags/", headers={"X-Forwarded-Host": "elsewhere.example"})
    assert forwarded.headers["Location"] == "/login/?next=/flags/"
