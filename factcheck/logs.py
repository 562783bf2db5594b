"""What never stands in the log: secrets that an address carries."""

import re
from collections.abc import MutableMapping
from typing import Any

# The key in a link to a new password, and whatever follows a question mark: words looked for, codes of single sign-on.
_KEY = re.compile(r"(/login/password/[0-9A-Za-z]+-)[^/\s?]+")
_QUERY = re.compile(r"\?\S+")


def without_secrets(logger: object, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor: takes keys and queries out of addresses, in our own lines and in those of Django."""
    for name in ("request", "event"):
        words = event.get(name)
        if isinstance(words, str) and "/" in words:
            event[name] = _QUERY.sub("?…", _KEY.sub(r"\1…", words))
    return event
