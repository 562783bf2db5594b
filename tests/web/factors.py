"""What a person's phone does: six digits of a secret and the time (RFC 6238)."""

import base64
import hmac
import struct
import time

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.test import Client

from tests import factories
from tests.web.pages import page

STEP = 30  # seconds


class OtherRounds(PBKDF2PasswordHasher):
    """The same hash with few rounds."""

    iterations = 7


def code_of(secret: str, at: float | None = None) -> str:
    """The code of a base32 secret at a time, now without one."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int((time.time() if at is None else at) // STEP)), "sha1")
    (number,) = struct.unpack(">I", digest[digest[-1] & 15 :][:4])
    return f"{(number & 0x7FFFFFFF) % 10**6:06}"


def prove(client: Client, password: str = factories.PASSWORD) -> None:
    """Gives the password once more, as is asked before anything about the login is changed."""
    assert client.post("/me/again/", {"password": password}).status_code == 302


def set_up_app(client: Client) -> tuple[str, list[str]]:
    """Sets up an authenticator app: its secret, and the recovery codes that come with it."""
    prove(client)
    shown = page(client.get("/me/second-factor/app/"))
    secret = shown.one("code").text
    answer = client.post("/me/second-factor/app/", {"code": code_of(secret)}, follow=True)
    assert answer.redirect_chain == [("/me/second-factor/codes/", 302)]
    return secret, [item.text for item in page(answer).one("ul", cls="codes").all("li")]
