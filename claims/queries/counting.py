"""Counts for a navigation: many in one statement, and none of them counts on when it is many anyway."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

# "1,000+" says all that a person at a queue needs to know.
MOST = 1_000


class Statement(NamedTuple):
    """A statement that gives the rows to count, one more of them at most than are counted, with its parameters."""

    sql: str
    params: tuple[object, ...] = ()


def statement_of(rows: QuerySet[Any], most: int = MOST) -> Statement:
    """The statement of a query, cut off where counting stops."""
    try:
        sql, params = rows.order_by().values_list("pk")[: most + 1].query.sql_with_params()
    except EmptyResultSet:
        return Statement("SELECT 1 WHERE false")
    return Statement(sql, tuple(params))


def counted(found: Mapping[str, QuerySet[Any] | Statement]) -> dict[str, int]:
    """How many rows each query has, one more than are counted where there are more. One statement, none for nothing."""
    statements = [rows if isinstance(rows, Statement) else statement_of(rows) for rows in found.values()]
    if not statements:
        return {}
    # The ORM's own statements; whatever a person typed is among their parameters.
    parts = ", ".join(f"(SELECT count(*) FROM ({sql}) AS found)" for sql, _ in statements)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {parts}", [value for _, params in statements for value in params])
        return dict(zip(found, cursor.fetchone(), strict=True))
