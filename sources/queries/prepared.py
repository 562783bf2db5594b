"""Statements that the database plans once for each connection, as planning takes longer than finding."""

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from django.db import InterfaceError, OperationalError, ProgrammingError, connection

# Which statements a connection knows. Another connection, be it to the same database, knows none of them.
_KNOWN: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A SELECT of at most one row. Its parameters are $1, $2 and so on; types has the SQL type of each."""

    name: str
    sql: str
    types: tuple[str, ...]

    def row(self, *given: Any) -> tuple[Any, ...] | None:
        """The row that is found, None for none.

        A connection that broke since it was last used is noticed by the statement itself, which is tried once more on
        a new one; to ask beforehand whether it still holds would take as long again.
        """
        connection.health_check_done = True
        try:
            return self._row(given)
        except (OperationalError, InterfaceError, ProgrammingError):
            if connection.in_atomic_block:
                raise
            connection.close()
            return self._row(given)

    def _row(self, given: tuple[Any, ...]) -> tuple[Any, ...] | None:
        with connection.cursor() as cursor:
            known = _KNOWN.setdefault(connection.connection, set())
            if self.name not in known:
                cursor.execute(f"PREPARE {self.name} ({', '.join(self.types)}) AS {self.sql}")
                known.add(self.name)
            cursor.execute(f"EXECUTE {self.name} ({', '.join(['%s'] * len(given))})", given)
            found: tuple[Any, ...] | None = cursor.fetchone()
            return found
