"""Pages by key: what was on a page stays before the next one, whatever is added meanwhile."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError as ValueRefused
from django.db.models import Model, Q, QuerySet
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from sources.api import sparse

ORDER, LIMIT, CURSOR = "order", "limit", "cursor"
PARAMETERS = frozenset({ORDER, LIMIT, CURSOR})
USUAL, MOST = 50, 100
LONGEST_CURSOR = 400


class Key(NamedTuple):
    """Where a page ended: the value that the list is ordered by and, among equals, the id."""

    value: Any
    id: int


class Window(NamedTuple):
    """The rows of a page in their order, and one more where there is another page."""

    rows: QuerySet[Any]
    order: str
    limit: int

    @classmethod
    def of(cls, rows: QuerySet[Any], given: Mapping[str, str], orderings: Sequence[str]) -> "Window":
        """The page that parameters ask for. Raises ValidationError."""
        limit = _limit(given.get(LIMIT))
        order = given.get(ORDER, orderings[0])
        if order not in orderings:
            raise ValidationError({ORDER: f"Choose one of {', '.join(orderings)}."}, code="invalid_choice")
        down, column = order.startswith("-"), order.removeprefix("-")
        if cursor := given.get(CURSOR):
            rows = rows.filter(_after(_read(cursor, order, rows.model), column, down))
        sign = "-" if down else ""
        return cls(rows.order_by(f"{sign}{column}", f"{sign}id")[: limit + 1], order, limit)

    @property
    def column(self) -> str:
        return self.order.removeprefix("-")

    def next(self, address: str, last: Model) -> str:
        """The address of the page after the one that ends with this row, from the address of that page."""
        return str(replace_query_param(address, CURSOR, _written(self.order, self.column, last)))


class KeysetPagination(BasePagination):
    """`?limit=`, `?order=` from the view's `orderings` (the first is the usual one), `?cursor=` from the page before.

    Rows are ordered by one column that never changes and by id, so no row is given twice or left out while others are
    added. A cursor that was tampered with, or that belongs to another order, is a 400.
    """

    def paginate_queryset(self, queryset: QuerySet[Any], request: Request, view: Any = None) -> list[Any]:
        window = Window.of(queryset, request.query_params, view.orderings)
        rows: list[Any] = list(window.rows)
        page = rows[: window.limit]
        more = len(rows) > window.limit
        self.next = window.next(request.build_absolute_uri(), page[-1]) if more else None
        return page

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"next": self.next, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        address = {
            "type": ["string", "null"],
            "format": "uri",
            "description": "The next page; null on the last one.",
            "example": "https://desk.example.org/api/v1/claims?cursor=WyItaWQiLCAiNDEiLCA0MV0",
        }
        return {
            "type": "object",
            "required": ["next", "results"],
            "properties": {"next": address, "results": schema},
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        order = {"type": "string", "enum": list(view.orderings), "default": view.orderings[0]}
        limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}
        cursor = {"type": "string", "maxLength": LONGEST_CURSOR}
        return [
            _parameter(ORDER, order, "By which column; a minus has the greatest first."),
            _parameter(LIMIT, limit, "How many to a page."),
            _parameter(CURSOR, cursor, "Where the page begins; taken from `next`."),
            *(sparse.parameters(view.known_fields(), view.includes) if view.is_sparse else ()),
        ]


def _parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": description}


def _limit(given: str | None) -> int:
    if given is None:
        return USUAL
    if not (given.isascii() and given.isdigit() and len(given) <= 3 and 1 <= int(given) <= MOST):
        raise ValidationError({LIMIT: f"Give a number from 1 to {MOST}."})
    return int(given)


def _after(key: Key, column: str, down: bool) -> Q:
    beyond = "lt" if down else "gt"
    return Q((f"{column}__{beyond}", key.value)) | Q((column, key.value), (f"id__{beyond}", key.id))


def _written(order: str, column: str, row: Model) -> str:
    value = row._meta.get_field(column).value_to_string(row)
    return base64.urlsafe_b64encode(json.dumps([order, value, row.pk]).encode()).decode().rstrip("=")


def _read(cursor: str, order: str, model: type[Model]) -> Key:
    try:
        if len(cursor) > LONGEST_CURSOR:
            raise ValueError
        parts: Sequence[Any] = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True))
        made_for, value, row_id = parts
        column = model._meta.get_field(order.removeprefix("-"))
        if made_for != order or type(row_id) is not int or not isinstance(value, str) or "\x00" in value:
            raise ValueError
        key = Key(column.to_python(value), row_id)
        if key.value is None or abs(row_id) >= 2**63:
            raise ValueError
    except (ValueError, TypeError, OverflowError, RecursionError, binascii.Error, ValueRefused) as error:
        raise ValidationError({CURSOR: "This cursor is not one of this list."}) from error
    return key
