"""What an answer would be made of, without making it: the marks of its rows, which ETags are made from.

A row's mark is `xmin` and `ctid` (PostgreSQL's "System Columns"): the transaction that wrote this version of the row,
and where it lies. Every UPDATE gives another one, whoever wrote, so no counter can be forgotten. Rewriting a table
(VACUUM FULL, a restored backup) gives others too, which costs a client one answer and nothing else.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, QuerySet, TextField
from django.db.models.expressions import RawSQL


@dataclass(frozen=True, slots=True)
class State:
    """mark: another text whenever the answer would be. changed_at: of what changed last, as far as anybody noted it."""

    mark: str
    changed_at: datetime | None


def mark_of(alias: str) -> str:
    """SQL for the mark of one row."""
    return f"{alias}.id || ':' || {alias}.xmin || {alias}.ctid"


def marks_of(alias: str, rest: str, mark: str = "") -> str:
    """SQL for the marks of all rows of `alias` that `rest`, a FROM with its conditions, finds; '' for none.

    mark: what else belongs to a row's mark, or in place of it.
    """
    return f"(SELECT coalesce(string_agg({mark or mark_of(alias)}, ',' ORDER BY {alias}.id), '') {rest})"


def latest_of(column: str, rest: str) -> str:
    """SQL for the greatest value of a column."""
    return f"(SELECT max({column}) {rest})"


def marked(rows: QuerySet[Any], marks: list[str], changed: list[str]) -> State | None:
    """The state of the one row that `rows` finds; None for none. marks, changed: SQL of our own; one query in all."""
    mark = RawSQL(f"concat_ws('|', {', '.join(marks)})", (), TextField())  # noqa: S611  # nothing comes from outside
    latest = RawSQL(f"greatest({', '.join(changed)})", (), DateTimeField())  # noqa: S611
    found = rows.order_by().annotate(answer_mark=mark, answer_changed=latest)
    row = found.values_list("answer_mark", "answer_changed").first()
    return State(*row) if row else None
