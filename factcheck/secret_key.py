"""The signing key of a workbench that was given none."""

import os
import secrets
from pathlib import Path


def read_or_make_key(path: Path) -> str:
    """The key kept in the file; made at the first start, readable by this user alone."""
    try:
        if kept := path.read_text().strip():
            return kept
    except FileNotFoundError:
        pass
    made = secrets.token_urlsafe(50)
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as sink:
        sink.write(made)
    draft.replace(path)
    return made
