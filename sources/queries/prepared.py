"""Statements that the database plans once for each connection, as planning takes longer than finding.

They are sent by the driver's own connection, as the database's protocol has them ("Extended Query"). A cursor writes
the parameters into a text that is read anew each time, and reads the answer in steps that other threads come between:
together several times what the database needs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from django.conf import settings
from django.db import (
    DataError,
    InterfaceError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    connection,
    connections,
)
from psycopg import Connection, adapters, errors, pq
from psycopg.adapt import Transformer

# Which statements a connection knows, so many at most; any other is planned each time it is asked.
# Another connection, be it to the same database, knows none.
KEPT = 200
_KNOWN: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()
_DONE = frozenset({pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK})

Answer = TypeVar("Answer")


def held(ask: Callable[[], Answer]) -> Answer:
    """What `ask`, which only reads, gets from the database.

    A connection that broke since it was last used is noticed by the statement itself, which is tried once more on a
    new one; to ask beforehand whether it still holds would take as long again. So is one that knows a statement no
    more, or whose tables have changed since.
    """
    connection.health_check_done = True
    try:
        return ask()
    except (OperationalError, InterfaceError, ProgrammingError, NotSupportedError):
        if connection.in_atomic_block:
            raise
        connection.close()
        return ask()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A SELECT. Its parameters are $1, $2 and so on; types has the SQL type of each, or nothing where all are plain.

    With PREPARED_STATEMENTS off it is planned each time, for a pool that gives out another connection for each.
    """

    name: str
    sql: str
    types: tuple[str, ...]

    def row(self, *given: Any) -> tuple[Any, ...] | None:
        """The first row that is found, None for none."""
        found = self.rows(*given)
        return found[0] if found else None

    def rows(self, *given: Any) -> list[tuple[Any, ...]]:
        """All rows that are found."""
        return held(lambda: self._loaded(given))

    def texts(self, *given: Any) -> tuple[str | None, ...] | None:
        """The first row that is found, each value as the server writes it; None for none.

        What a driver needs to make values of that takes longer than all else that is done for a short row.
        """
        found = held(lambda: self._found(given))
        if not found.ntuples:
            return None
        values = (found.get_value(0, at) for at in range(found.nfields))
        return tuple(None if value is None else value.decode() for value in values)

    def _loaded(self, given: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        found = self._found(given)
        loading = Transformer(connections["default"].connection)
        loading.set_pgresult(found)
        return loading.load_rows(0, found.ntuples, tuple)

    def _found(self, given: tuple[Any, ...]) -> Any:
        base = connections["default"]
        base.ensure_connection()
        base.validate_no_broken_transaction()
        if base.queries_logged:
            base.queries_log.append({"sql": self.sql, "time": "0.000"})
        driver: Connection[Any] = base.connection
        with base.wrap_database_errors, driver.lock:
            return self._asked(driver, [_written(one) for one in given])

    def _asked(self, driver: Connection[Any], values: Sequence[bytes | None]) -> Any:
        server, name, sql = driver.pgconn, self.name.encode(), self.sql.encode()
        types = [adapters.types.get_oid(one) for one in self.types] or None
        known = _KNOWN.setdefault(driver, set())
        if self.name not in known:
            if not settings.PREPARED_STATEMENTS or len(known) >= KEPT:
                return _checked(driver, server.exec_params(sql, values, types))
            _checked(driver, server.prepare(name, sql, types))
            known.add(self.name)
        return _checked(driver, server.exec_prepared(name, values))


def _checked(driver: Connection[Any], found: Any) -> Any:
    """An answer of the server that is none of its errors. Raises the driver's errors."""
    if found.status in _DONE:
        return found
    if driver.pgconn.status != pq.ConnStatus.OK:
        raise errors.OperationalError("The connection to the database broke.")
    raise errors.error_from_result(found)


def _written(value: Any) -> bytes | None:
    """A parameter as the server reads it, from text. Raises DataError, and TypeError for what is none of these."""
    if value is None:
        return None
    if isinstance(value, str):
        if "\0" in value:
            raise DataError("PostgreSQL knows no text with NUL in it.")
        return value.encode()
    if isinstance(value, bool):
        return b"t" if value else b"f"
    if isinstance(value, int | Decimal):
        return str(value).encode()
    if isinstance(value, date):  # a datetime too
        return value.isoformat().encode()
    raise TypeError(f"A statement that is planned takes no {type(value).__name__}.")
