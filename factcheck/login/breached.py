"""Passwords that were found in breaches, looked up in a list that the site keeps; nobody outside is asked."""

import hashlib
from pathlib import Path
from typing import BinaryIO

import structlog
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

log = structlog.get_logger(__name__)
HEX = 40
SAID = "This password was found in a breach of another site. Choose one that was never used anywhere."
CANNOT_LOOK = "Passwords cannot be checked at the moment. Ask an admin to look at the list of breached ones."


class NotBreached:
    """Refuses what the list of BREACHED_PASSWORDS holds; where no list is set, nothing, and where it is gone, all."""

    def validate(self, password: str, user: User | None = None) -> None:
        if settings.BREACHED_PASSWORDS is None:
            return
        try:
            listed = is_listed(password, settings.BREACHED_PASSWORDS)
        except OSError as error:
            log.error("breached_passwords_unreadable", error=str(error))
            raise ValidationError(CANNOT_LOOK, code="password_not_checked") from error
        if listed:
            raise ValidationError(SAID, code="password_breached")

    def get_help_text(self) -> str:
        return "Your password must not be one that was found in a breach of another site."


def is_listed(password: str, path: Path) -> bool:
    """Whether a file of lines `SHA1:COUNT`, in the order of the hashes, holds a password. Raises OSError.

    The count may be missing. Some forty places are read, however long the file is (a billion lines are 40 GB).
    """
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as lines:
        return _from(wanted, lines) == wanted


def fault_of(path: Path) -> str:
    """What keeps a file from being such a list, "" for none; its order is looked at in its first lines alone."""
    try:
        with path.open("rb") as lines:
            first = [_hash_of(lines.readline(200)) for _ in range(100)]
    except OSError as error:
        return f"it cannot be read: {error.strerror}"
    hashes = [one for one in first if one]
    if not hashes or any(len(one) != HEX or set(one) - set(b"0123456789ABCDEF") for one in hashes):
        return "its lines have to be SHA-1 hashes in hex, each with a colon and a count or alone"
    return "" if hashes == sorted(hashes) else "its lines have to be in the order of the hashes"


def _from(wanted: bytes, lines: BinaryIO) -> bytes:
    """The first hash of a sorted file that is not before the wanted one, b"" where all are."""
    low, high = 0, lines.seek(0, 2)  # every line that begins before `low` is before it, none from `high` on is
    while low < high:
        middle = (low + high) // 2
        lines.seek(max(0, middle - 1))
        if middle:
            lines.readline()
        found = _hash_of(lines.readline())
        if found and found < wanted:  # an empty line stands at the end alone
            low = lines.tell()
        else:
            high = middle
    lines.seek(low)
    return _hash_of(lines.readline())


def _hash_of(line: bytes) -> bytes:
    return line.strip().partition(b":")[0].upper()
