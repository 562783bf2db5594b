"""Secrets in the database: encrypted with a key that is made of SECRET_KEY, which lies outside of it.

Fernet: AES-128-CBC, then HMAC-SHA-256. SECRET_KEY_FALLBACKS read what an earlier key wrote.
"""

import base64
import hashlib
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def seal(content: bytes, *, of: str) -> bytes:
    """The content encrypted, in letters of ASCII. of: what kind of secret it is; each kind has a key of its own."""
    return _cipher(settings.SECRET_KEY, tuple(settings.SECRET_KEY_FALLBACKS), of).encrypt(content)


def unseal(token: bytes, *, of: str) -> bytes | None:
    """What was sealed; None where SECRET_KEY is another one by now, or somebody changed it."""
    try:
        return _cipher(settings.SECRET_KEY, tuple(settings.SECRET_KEY_FALLBACKS), of).decrypt(token)
    except InvalidToken:
        return None


@cache
def _cipher(key: str, earlier: tuple[str, ...], of: str) -> MultiFernet:
    digests = [hashlib.sha256(f"{of}:{one}".encode()).digest() for one in (key, *earlier)]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
