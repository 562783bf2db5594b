"""How often one key, session or address may ask: counted for all processes at once, in the cache.

Headers as in draft-ietf-httpapi-ratelimit-headers. Where nobody can count, requests go on: a desk that cannot be asked
is worse than one that is asked too often. Guesses at passwords are counted elsewhere and stop then.
"""

import time
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.redis import RedisCacheClient
from redis import Redis
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from sources.models import ApiKey

WINDOW = 60  # seconds
# After a cache that does not answer it is left alone for so long, so that not each request waits for it.
REST = 5.0
# A process takes a sixtieth of the limit at a time, and no more than this: most requests then ask nobody.
MOST_AT_ONCE = 10
# Where it stands in a request's environ how it was counted, under a name that no header can have.
NOTED = "factcheck.rate"
# Of so many counts a process remembers what it has taken.
KEPT = 10_000


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
    """Counts this request, if it was not counted yet; None where there is no limit, or nobody to count."""
    kind, who = _asker(request)
    noted: Rate | None = request.META.get(NOTED)
    return noted if noted and noted.kind == kind else _rate(kind, who)


def rate_of_key(key: ApiKey) -> Rate | None:
    """The same for a request that came with this key."""
    return _rate("key", str(key.pk))


def _rate(kind: str, who: str) -> Rate | None:
    limit = settings.API_RATE
    if not limit:
        return None
    now = time.time()
    used = _BLOCKS.next(f"{kind}:{who}:{int(now) // WINDOW}", max(1, min(MOST_AT_ONCE, limit // 60)))
    return None if used is None else Rate(kind, limit, limit - used, int(WINDOW - now % WINDOW) or WINDOW)


class _Blocks:
    """What this process has taken of each count and not given out yet: the numbers up to `end` from `next` on.

    A number is given out once in all processes, so nobody gets more than the limit. What a process has taken and not
    given out when the window ends is lost: so many requests fewer than the limit may be refused.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.taken: dict[str, tuple[int, int]] = {}

    def next(self, key: str, size: int) -> int | None:
        """The number of a request under this key, from 1 on; None where the cache does not answer."""
        with self.lock:
            number, end = self.taken.get(key, (1, 0))
            if number <= end:
                self.taken[key] = (number + 1, end)
                return number
        end_now = count(key, size)
        if end_now is None:
            return None
        with self.lock:
            if len(self.taken) >= KEPT:
                self.taken.clear()
            self.taken[key] = (end_now - size + 2, end_now)
        return end_now - size + 1


_BLOCKS = _Blocks()


def count(key: str, size: int = 1) -> int | None:
    """Adds so many under this key and says how many there are; None where the cache does not answer."""
    if time.monotonic() < _Rest.until:
        return None
    name = cache.make_key(f"rate:{key}")
    try:
        # Django's own `incr` asks first whether the key is there, and knows no end: three round trips.
        client = _client(cache._cache)
        used = int(client.incrby(name, size))
        if used == size:
            client.expire(name, 2 * WINDOW)
    except RedisError:
        _Rest.until = time.monotonic() + REST
        return None
    return used


@lru_cache(maxsize=32)
def _client(behind: RedisCacheClient) -> Redis:
    """One for all requests of a thread: to make it takes half as long as to ask."""
    client: Redis = behind.get_client(None, write=True)
    return client


def _asker(request: Request) -> tuple[str, str]:
    if isinstance(request.auth, ApiKey):
        return "key", str(request.auth.pk)
    if request.user.is_authenticated:
        return "session", str(request.user.pk)
    return "address", BaseThrottle().get_ident(request) or ""
