"""How often one key, session or address may ask: counted for all processes at once, in one round trip to the cache.

Headers as in draft-ietf-httpapi-ratelimit-headers. Where nobody can count, requests go on: a desk that cannot be asked
is worse than one that is asked too often. Guesses at passwords are counted elsewhere and stop then.
"""

import time
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from sources.models import ApiKey

WINDOW = 60  # seconds
# After a cache that does not answer it is left alone for so long, so that not each request waits for it.
REST = 5.0


class Rate(NamedTuple):
    """Of whom ("key", "session", "address"), how many requests a window has, how many are left, seconds to the next."""

    kind: str
    limit: int
    left: int
    seconds: int

    @property
    def exceeded(self) -> bool:
        return self.left < 0

    def headers(self) -> dict[str, str]:
        return {
            "RateLimit-Policy": f'"{self.kind}";q={self.limit};w={WINDOW}',
            "RateLimit": f'"{self.kind}";r={max(0, self.left)};t={self.seconds}',
        }


class _Rest:
    """Until when the cache is left alone, on the clock that only goes forward."""

    until = 0.0


def rate_of(request: Request) -> Rate | None:
    """Counts this request; None where there is no limit, or nobody to count."""
    if not settings.API_RATE:
        return None
    kind, who = _asker(request)
    now = time.time()
    used = count(f"{kind}:{who}:{int(now) // WINDOW}")
    if used is None:
        return None
    return Rate(kind, settings.API_RATE, settings.API_RATE - used, int(WINDOW - now % WINDOW) or WINDOW)


def count(key: str) -> int | None:
    """Adds one under this key and says how many there are; None where the cache does not answer."""
    if time.monotonic() < _Rest.until:
        return None
    name = cache.make_key(f"rate:{key}")
    try:
        # Django's own `incr` asks first whether the key is there, and knows no end: three round trips.
        pipeline = cache._cache.get_client(None, write=True).pipeline(transaction=False)
        used, _ = pipeline.incr(name).expire(name, 2 * WINDOW).execute()
    except RedisError:
        _Rest.until = time.monotonic() + REST
        return None
    return int(used)


def _asker(request: Request) -> tuple[str, str]:
    if isinstance(request.auth, ApiKey):
        return "key", str(request.auth.pk)
    if request.user.is_authenticated:
        return "session", str(request.user.pk)
    return "address", BaseThrottle().get_ident(request) or ""
