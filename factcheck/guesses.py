"""How often somebody may guess at a password: counted by name and by address, for all processes at once."""

import hashlib
import time

from django.core.cache import cache
from redis.exceptions import RedisError

WINDOW = 60  # seconds
# In one window so many attempts at one login, at one second factor, and so many from one address. A code has but six
# digits, so fewer guesses at it; and whoever gets to guess one knows the password.
AT_LOGIN, AT_CODE, FROM_ADDRESS = 10, 5, 30


class CannotCount(Exception):
    """Nobody can count the attempts now, so none is to be allowed."""


def count(kind: str, of: str) -> int:
    """Counts one attempt, and says which of the window it is. Raises CannotCount."""
    key = _key(kind, of)
    try:
        cache.add(key, 0, 2 * WINDOW)
        return int(cache.incr(key))
    except RedisError as error:
        raise CannotCount from error


def take_back(kind: str, of: str) -> None:
    """Forgets one attempt that was no guess: the password was right. Where that fails it counts for a minute."""
    try:
        cache.decr(_key(kind, of))
    except (RedisError, ValueError):
        return


def seconds_left() -> float:
    """Until the next window begins."""
    return WINDOW - time.time() % WINDOW


def name_of(login: object) -> str:
    """What is counted of a name: neither case nor what no login is long enough for."""
    return str(login)[:200].lower()


def _key(kind: str, of: str) -> str:
    counted = hashlib.sha256(of.encode("utf-8", "replace")).hexdigest()
    return f"guesses:{kind}:{counted}:{int(time.time()) // WINDOW}"
