"""Statements that the database plans once for each connection, as planning takes longer than finding."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from django.db import InterfaceError, OperationalError, ProgrammingError, connection

# Which statements a connection knows, so many at most. Another connection, be it to the same database, knows none.
KEPT = 200
_KNOWN: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


Answer = TypeVar("Answer")


def held(ask: Callable[[], Answer]) -> Answer:
    """What `ask`, which only reads, gets from the database.

    A connection that broke since it was last used is noticed by the statement itself, which is tried once more on a
    new one; to ask beforehand whether it still holds would take as long again.
    """
    connection.health_check_done = True
    try:
        return ask()
    except (OperationalError, InterfaceError, ProgrammingError):
        if connection.in_atomic_block:
            raise
        connection.close()
        return ask()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A SELECT. Its parameters are $1, $2 and so on; types has the SQL type of each, or nothing where all are plain."""

    name: str
    sql: str
    types: tuple[str, ...]

    def row(self, *given: Any) -> tuple[Any, ...] | None:
        """The first row that is found, None for none."""
        found = self.rows(*given)
        return found[0] if found else None

    def rows(self, *given: Any) -> list[tuple[Any, ...]]:
        """All rows that are found."""
        return held(lambda: self._rows(given))

    def _rows(self, given: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            known = _KNOWN.setdefault(connection.connection, set())
            if self.name not in known:
                if len(known) >= KEPT:
                    cursor.execute("DEALLOCATE ALL")
                    known.clear()
                types = f" ({', '.join(self.types)})" if self.types else ""
                cursor.execute(f"PREPARE {self.name}{types} AS {self.sql}")
                known.add(self.name)
            cursor.execute(f"EXECUTE {self.name} ({', '.join(['%s'] * len(given))})", given)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found
