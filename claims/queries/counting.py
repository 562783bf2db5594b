"""Counts for a navigation: many in one statement, and none of them counts on when it is many anyway."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

# "1,000+" says all that a person at a queue needs to know.
MOST = 1_000


def counted(found: Mapping[str, QuerySet[Any]], most: int = MOST) -> dict[str, int]:
    """How many rows each query has, `most` + 1 where there are more. One statement, none for nothing."""
    parts: list[str] = []
    given: list[object] = []
    for rows in found.values():
        try:
            sql, params = rows.order_by().values_list("pk")[: most + 1].query.sql_with_params()
        except EmptyResultSet:
            sql, params = "SELECT 1 WHERE false", ()
        # The ORM's own statement; whatever a person typed is among its parameters.
        parts.append(f"(SELECT count(*) FROM ({sql}) AS found)")  # noqa: S608
        given += params
    if not parts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", given)
        return dict(zip(found, cursor.fetchone(), strict=True))
