"""Advisory locks, held until the transaction ends. Always taken in this order: placing, then stories by their ids."""

from collections.abc import Iterable

from django.db import connection

# The first key of our advisory locks, so that they meet no other application's.
LOCKS = 0x0FAC
# The second is a story's id, or an article's as a negative number; no row has the id 0.
_PLACING = 0
# Of a class of its own, so that whoever numbers events waits for nobody who stores a version.
EVENTS = 0x0FAD


def lock_placing() -> None:
    """Only this transaction puts articles into stories; those that store a version of a placed article wait too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCKS, _PLACING])


def share_placing() -> None:
    """No article changes its story meanwhile; any number of transactions may hold this side by side."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s, %s)", [LOCKS, _PLACING])


def lock_stories(ids: Iterable[int]) -> None:
    """Stores nothing in these stories beside another transaction that does."""
    with connection.cursor() as cursor:
        for key in sorted(set(ids)):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCKS, key])


def lock_events() -> None:
    """Only this transaction numbers events."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [EVENTS, 0])
