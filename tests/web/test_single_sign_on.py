"""The button of single sign-on, where it leads, and who is let in by it."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.web.pages import page


class Provider(BaseHTTPRequestHandler):
    """Says where its pages are, as a provider does."""

    def do_GET(self) -> None:
        issuer = f"http://127.0.0.1:{self.server.server_address[1]}"
        ends = {f"{name}_endpoint": f"{issuer}/{name}" for name in ("authorization", "token", "userinfo")}
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"issuer": issuer, "jwks_uri": f"{issuer}/keys", **ends}).encode())

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def issuer(settings: object) -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Provider) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}"
        app = {"provider_id": "oidc", "name": "the house", "client_id": "desk", "secret": "s"}
        providers = {"OAUTH_PKCE_ENABLED": True, "APPS": [{**app, "settings": {"server_url": address}}]}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": providers}
        settings.ENV = replace(settings.ENV, oidc_issuer=address, oidc_name="the house")
        yield address
        server.shutdown()


def test_without_a_provider_there_is_no_button(db: None) -> None:
    assert "Log in with" not in Client().get("/login/").content.decode()
    assert Client().get("/login/oidc/login/").status_code == 404


def test_the_button_leads_to_the_provider(issuer: str, db: None, reporter: User) -> None:
    client = Client()
    link = page(client.get("/login/?next=/flags/")).one("p", cls="mt-3").one("a")
    assert (link.text, link.attrs["href"]) == ("Log in with the house", "/login/oidc/login/?next=/flags/")
    there = urlsplit(client.get(link.attrs["href"]).headers["Location"])
    asked = parse_qs(there.query)
    assert f"{there.scheme}://{there.netloc}{there.path}" == f"{issuer}/authorization"
    assert (asked["client_id"], asked["code_challenge_method"]) == (["desk"], ["S256"])
    assert asked["redirect_uri"] == ["http://testserver/login/oidc/login/callback/"]
    assert "state" in asked
