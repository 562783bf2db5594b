"""What a receiver of webhooks needs: whether it was the workbench that called.

The rule is that of Standard Webhooks: https://github.com/standard-webhooks/standard-webhooks.
"""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from typing import Any

# A call that is older, or further ahead, may be one that somebody kept.
TOLERANCE = 300


class NotGenuine(Exception):
    """The call is not signed with the secret, or not of now."""


def verified(body: bytes, headers: Mapping[str, str], secret: str, *, now: float | None = None) -> dict[str, Any]:
    """The event that a webhook was sent: `type`, `timestamp`, `sequence`, `data`. Raises NotGenuine.

    body: as it came, not parsed. secret: `whsec_...`. now: seconds since 1970, for tests.
    """
    given = {name.lower(): value for name, value in headers.items()}
    try:
        uid, at, signatures = (given[f"webhook-{name}"] for name in ("id", "timestamp", "signature"))
        sent = int(at)
    except (KeyError, ValueError) as error:
        raise NotGenuine("The headers of a webhook are missing.") from error
    if abs((time.time() if now is None else now) - sent) > TOLERANCE:
        raise NotGenuine("The call is not of now.")
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = hmac.new(key, f"{uid}.{at}.".encode() + body, hashlib.sha256).digest()
    expected = f"v1,{base64.b64encode(digest).decode()}"
    if not any(hmac.compare_digest(expected.encode(), one.encode()) for one in signatures.split()):
        raise NotGenuine("The call is not signed with this secret.")
    event: dict[str, Any] = json.loads(body)
    return event
