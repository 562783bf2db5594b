"""The form of a key for the API: `fcw_<id>_<secret><checksum>`, all letters and digits.

`fcw_` is what scanners for leaked secrets look for. The checksum is the CRC-32 of all that stands before it, so that a
scanner, and we before we ask the database, can tell a key from what only looks like one.
"""

import hashlib
import re
import zlib

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ID_LENGTH, SECRET_LENGTH, CHECKSUM_LENGTH = 6, 32, 6
_FORM = re.compile(rf"fcw_([0-9A-Za-z]{{{ID_LENGTH}}})_[0-9A-Za-z]{{{SECRET_LENGTH + CHECKSUM_LENGTH}}}")


def written(key_id: str, secret: str) -> str:
    """The key of an id and a secret, which are 6 and 32 letters of ALPHABET."""
    body = f"fcw_{key_id}_{secret}"
    return body + checksum(body)


def checksum(body: str) -> str:
    """CRC-32 of the ASCII bytes in base 62, 6 letters, the highest first."""
    number, letters = zlib.crc32(body.encode("ascii")), ""
    for _ in range(CHECKSUM_LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        letters = ALPHABET[digit] + letters
    return letters


def id_of(key: str) -> str | None:
    """The id that a key carries; None for what is no key, whose checksum is wrong or that was cut."""
    found = _FORM.fullmatch(key)
    if found is None or checksum(key[:-CHECKSUM_LENGTH]) != key[-CHECKSUM_LENGTH:]:
        return None
    return found[1]


def digest(key: str) -> str:
    """What is stored of a key: its SHA-256, in hex. 190 random bits need no slow hash."""
    return hashlib.sha256(key.encode("ascii")).hexdigest()
