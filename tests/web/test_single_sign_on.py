"""The button of single sign-on, where it leads, and who is let in by it."""

import json
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import structlog
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import ec
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from jwt.algorithms import ECAlgorithm

from factcheck.login.adapters import MACHINE, NOT_KNOWN
from sources.models import Profile
from sources.roles import Role
from tests import factories
from tests.web.factors import set_up_app
from tests.web.pages import page

ADDRESS = "mara@ledger.example"


KEYS = {name: ec.generate_private_key(ec.SECP256R1()) for name in ("today", "tomorrow", "forged")}


class House(HTTPServer):
    """A provider. says: what it tells of whoever has logged in there. challenge: of the login under way.

    describes, tells, heads: what its description, its tokens and their heads have besides, or otherwise.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Provider)
        self.says: dict[str, object] = {}
        self.challenge = ""
        self.describes: dict[str, object] = {}
        self.tells: dict[str, object] = {}
        self.heads: dict[str, object] = {"kid": "today"}
        self.key: object = KEYS["today"]
        self.algorithm = "ES256"
        self.gives_token = True

    def keys(self) -> list[dict[str, object]]:
        """What it publishes: the key of today and the next one."""
        public = {name: KEYS[name].public_key() for name in ("today", "tomorrow")}
        return [{**ECAlgorithm.to_jwk(key, as_dict=True), "kid": name, "use": "sig"} for name, key in public.items()]

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Provider(BaseHTTPRequestHandler):
    """Says where its pages are, gives a token for the one code that it gave out, and says whose that is."""

    server: House

    def do_GET(self) -> None:
        if self.path == "/userinfo":
            known = self.headers["Authorization"] == "Bearer opens-userinfo"
            return self._answer(200 if known else 401, self.server.says if known else {})
        if self.path == "/keys":
            return self._answer(200, {"keys": self.server.keys()})
        issuer = self.server.issuer
        ends = {f"{name}_endpoint": f"{issuer}/{name}" for name in ("authorization", "token", "userinfo")}
        return self._answer(200, {"issuer": issuer, "jwks_uri": f"{issuer}/keys", **ends, **self.server.describes})

    def do_POST(self) -> None:
        given = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        digest = sha256(given["code_verifier"][0].encode()).digest()
        proven = urlsafe_b64encode(digest).decode().rstrip("=") == self.server.challenge
        if given["code"] != ["given-once"] or given["client_secret"] != ["s"] or not proven:
            return self._answer(400, {"error": "invalid_grant"})
        now = datetime.now(UTC)
        told = {"iss": self.server.issuer, "aud": "desk", "iat": now, "exp": now + timedelta(minutes=5)}
        house = self.server
        told = {**told, **house.says, **house.tells}
        claims = {name: value for name, value in told.items() if value is not None}
        token = jwt.encode(claims, house.key, algorithm=house.algorithm, headers=house.heads)
        answer = {"access_token": "opens-userinfo", "token_type": "Bearer"}
        return self._answer(200, answer | ({"id_token": token} if house.gives_token else {}))

    def _answer(self, status: int, body: dict[str, object]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def house(settings: object) -> Iterator[House]:
    with House() as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        app = {"provider_id": "oidc", "name": "the house", "client_id": "desk", "secret": "s"}
        providers = {"OAUTH_PKCE_ENABLED": True, "APPS": [{**app, "settings": {"server_url": server.issuer}}]}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": providers}
        settings.ENV = replace(settings.ENV, oidc_issuer=server.issuer, oidc_name="the house")
        yield server
        server.shutdown()


@pytest.fixture
def issuer(house: House) -> str:
    return house.issuer


def come_back(client: Client, house: House, code: str = "given-once", **changed: str) -> HttpResponse:
    """To the provider and back, as a browser is led; `changed` is what somebody meddles with on the way."""
    there = parse_qs(urlsplit(client.get("/login/oidc/login/?next=/flags/").headers["Location"]).query)
    house.challenge = there["code_challenge"][0]
    return client.get("/login/oidc/login/callback/", {"code": code, "state": there["state"][0], **changed})


def logged_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


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


@pytest.fixture
def mara(db: None) -> User:
    person = factories.person("mara", Role.REPORTER)
    person.email = ADDRESS
    person.save()
    return person


def test_who_is_known_by_a_verified_address_is_let_in(house: House, mara: User) -> None:
    house.says = {"sub": "1", "email": ADDRESS.upper(), "email_verified": True}
    client = Client()
    answer = come_back(client, house)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/flags/")
    assert logged_in(client) == str(mara.pk)
    assert client.get("/flags/").status_code == 200
    # The next time the provider's own number of her counts, whatever her address is by then.
    house.says = {"sub": "1", "email": "other@ledger.example", "email_verified": False}
    again = Client()
    come_back(again, house)
    assert logged_in(again) == str(mara.pk)
    assert list(SocialAccount.objects.values_list("user", "uid")) == [(mara.pk, "1")]


@pytest.mark.parametrize(
    ("says", "told"),
    [
        # anybody can tell a provider an address that is not hers
        ({"email": ADDRESS, "email_verified": False}, NOT_KNOWN),
        ({"email": ADDRESS}, NOT_KNOWN),
        ({"email": f"x{ADDRESS}", "email_verified": True}, NOT_KNOWN),
        ({"email_verified": True}, NOT_KNOWN),
        ({"email": "closed@ledger.example", "email_verified": True}, NOT_KNOWN),
        ({"email": "machine@ledger.example", "email_verified": True}, MACHINE),
        # nobody is made a login of because a provider knows her
        ({"email": "somebody@ledger.example", "email_verified": True}, NOT_KNOWN),
    ],
)
def test_nobody_else_is(says: dict[str, object], told: str, house: House, mara: User) -> None:
    User.objects.create(username="closed", email="closed@ledger.example", is_active=False)
    Profile.objects.create(user=User.objects.create(username="machine", email="machine@ledger.example"), service=True)
    before = User.objects.count()
    house.says = {"sub": "2", **says}
    client = Client()
    answer = come_back(client, house)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/login/")
    assert told in page(client.get("/login/")).text
    assert (logged_in(client), User.objects.count()) == (None, before)


@pytest.mark.parametrize("meddled", [{"state": "forged"}, {"code": "guessed"}, {"error": "access_denied"}])
def test_a_way_back_that_was_meddled_with_lets_nobody_in(meddled: dict[str, str], house: House, mara: User) -> None:
    house.says = {"sub": "1", "email": ADDRESS, "email_verified": True}
    client = Client()
    answer = come_back(client, house, **meddled)
    assert answer.status_code in {200, 302, 401}
    assert logged_in(client) is None
    assert SocialAccount.objects.count() == 0


def test_a_second_factor_is_asked_for_all_the_same(house: House, mara: User) -> None:
    known = Client()
    known.force_login(mara)
    set_up_app(known)
    house.says = {"sub": "1", "email": ADDRESS, "email_verified": True}
    client = Client()
    assert come_back(client, house).headers["Location"].startswith("/login/code/")
    assert logged_in(client) is None


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
MEANT = {"sub": "1", "email": ADDRESS, "email_verified": True}


# What a token is like otherwise, and what the log says of it.
@pytest.mark.parametrize(
    ("otherwise", "why"),
    [
        ({"key": KEYS["forged"]}, "Signature verification failed"),
        (
            {"key": "k" * 32, "algorithm": "HS256"},
            "The specified alg value is not allowed",
        ),  # of whoever has the secret
        ({"key": None, "algorithm": "none"}, "The specified alg value is not allowed"),
        ({"heads": {"kid": "unknown"}}, "0 published keys fit it"),
        ({"heads": {}}, "2 published keys fit it"),
        ({"tells": {"iss": "https://elsewhere.example"}}, "Invalid issuer"),
        ({"tells": {"aud": "another desk"}}, "Audience doesn't match"),
        ({"tells": {"exp": LONG_AGO}}, "Signature has expired"),
        ({"tells": {"exp": None}}, 'Token is missing the "exp" claim'),
        ({"tells": {"sub": "2"}}, "The provider's userinfo is of somebody else than its id_token."),
        ({"gives_token": False}, "The provider gave no id_token."),
    ],
)
def test_a_token_that_is_not_genuine_lets_nobody_in(
    otherwise: dict[str, object], why: str, house: House, mara: User
) -> None:
    house.says = MEANT
    for name, value in otherwise.items():
        setattr(house, name, value)
    client = Client()
    with structlog.testing.capture_logs() as logged:
        assert page(come_back(client, house)).one("h1").text == "Single sign-on did not come through"
    (said,) = [line["error"] for line in logged if line["event"] == "sign_on_failed"]
    assert why in said
    assert (logged_in(client), SocialAccount.objects.count()) == (None, 0)


def test_a_description_of_another_issuer_lets_nobody_even_begin(house: House, mara: User) -> None:
    house.says = MEANT
    client = Client()
    there = parse_qs(urlsplit(client.get("/login/oidc/login/").headers["Location"]).query)
    house.challenge = there["code_challenge"][0]
    house.describes = {"issuer": "https://elsewhere.example"}
    for way in ("/login/oidc/login/", f"/login/oidc/login/callback/?code=given-once&state={there['state'][0]}"):
        with structlog.testing.capture_logs() as logged:
            assert page(client.get(way)).one("h1").text == "Single sign-on did not come through"
        (said,) = [line["error"] for line in logged if line["event"] == "sign_on_failed"]
        assert said == f"OIDC_ISSUER is {house.issuer}, and the description there is of https://elsewhere.example."
    assert logged_in(client) is None
    # A slash at the end makes no other issuer.
    house.describes = {"issuer": f"{house.issuer}/"}
    house.tells = {"iss": f"{house.issuer}/"}
    come_back(client, house)
    assert logged_in(client) == str(mara.pk)


def test_a_provider_that_is_away_is_told_of_and_breaks_nothing(house: House, db: None) -> None:
    house.shutdown()
    house.socket.close()
    assert page(Client().get("/login/oidc/login/")).one("h1").text == "Single sign-on did not come through"
