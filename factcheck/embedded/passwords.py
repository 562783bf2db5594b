"""The generated passwords of the two servers."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "secrets.json"


@dataclass(frozen=True, slots=True)
class Passwords:
    """Letters, digits, `-` and `_` only, so that they stand in a URL as they are."""

    database: str
    redis: str


def read_or_make(folder: Path) -> tuple[Passwords, bool]:
    """The passwords kept in the folder, and whether they were made just now.

    A missing or damaged file is replaced: the passwords protect sockets, not data, and are set anew in
    the servers when they change.
    """
    if found := kept(folder):
        return found, False
    made = Passwords(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
    write(folder / FILE, made)
    return made, True


def kept(folder: Path) -> Passwords | None:
    """The passwords kept in the folder; None where the file is missing or damaged."""
    try:
        found = json.loads((folder / FILE).read_text())
        return Passwords(database=str(found["database"]), redis=str(found["redis"]))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def write(path: Path, passwords: Passwords) -> None:
    """Writes the file whole or not at all, readable by the caller alone."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as sink:
        json.dump(asdict(passwords), sink)
        sink.flush()
        os.fsync(sink.fileno())
    draft.replace(path)
