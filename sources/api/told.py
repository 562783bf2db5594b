"""Lists whose rows the database writes as JSON, a page by one statement."""

import hashlib
import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, NamedTuple

from django.core.handlers.wsgi import WSGIRequest
from django.db.models import Model, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse, QueryDict
from django_filters.utils import translate_validation
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from sources.api import sparse
from sources.api.at_once import Answer, Environ, Found, unchanged
from sources.api.desk import DeskView, refuse_unknown
from sources.api.paging import Window
from sources.api.tags import is_known, tag_of_body
from sources.models import ApiKey
from sources.permissions import Sight, sight
from sources.queries import Prepared, key_mark

JSON = "application/json"


class ToldList(DeskView):
    """A view names in `rows` what somebody sees, and in `told` how the database writes a row of it.

    Its filters are asked with a request of which there is nothing but `eyes`, and its shape is for the description.
    """

    is_list = True
    is_sparse = True

    @staticmethod
    def rows(eyes: Sight) -> QuerySet[Any]:
        """What is seen, in no order."""
        raise NotImplementedError

    @staticmethod
    def told(fields: Sequence[str], included: Sequence[str], eyes: Sight) -> str:
        """SQL of our own for one row as JSON."""
        raise NotImplementedError

    @classmethod
    def at_once(cls, environ: Environ, key: ApiKey, **_: int) -> Found:
        """What `page` answers, with the key looked up by the same statement. An empty page goes the usual way."""
        try:
            page = _page(cls, environ.get("QUERY_STRING", ""), key.eyes)  # type: ignore[attr-defined]
        except ValidationError:
            return None, None
        rows = page.read(key.pk)
        if not rows:
            return None, None
        body = page.written(rows, lambda: WSGIRequest(environ))
        tag = {"ETag": tag_of_body(body)}
        if is_known(environ, tag["ETag"]):
            return rows[0][0], unchanged(tag)
        return rows[0][0], Answer(200, body, {"Content-Type": JSON, "Content-Length": str(len(body))} | tag)

    def page(self, request: Request) -> HttpResponse:
        """The page that a request asks for. Raises ValidationError."""
        page = _page(type(self), request.META.get("QUERY_STRING", ""), sight(request.user))
        return HttpResponse(page.written(page.read(None), lambda: request._request), content_type=JSON)


class _Page(NamedTuple):
    """A page as it is asked for: its statement, and where it ends."""

    statement: Prepared
    given: tuple[Any, ...]
    window: Window

    def read(self, key: int | None) -> list[tuple[Any, ...]]:
        """Rows of: the mark of what the key is good for, id, value that orders, JSON."""
        return self.statement.rows(key, *self.given)

    def written(self, rows: list[tuple[Any, ...]], request: Callable[[], HttpRequest]) -> bytes:
        """The body, with the address of the next page where there is one."""
        limit, following = self.window.limit, None
        if len(rows) > limit:
            _, pk, value, _ = rows[limit - 1]
            last: Model = self.window.rows.model(**{self.window.column: value, "pk": pk})
            following = self.window.next(request().build_absolute_uri(), last)
        body = ",".join(row[3] for row in rows[:limit])
        return f'{{"next":{json.dumps(following)},"results":[{body}]}}'.encode()


@lru_cache(maxsize=256)
def _page(view: type[ToldList], query: str, eyes: Sight) -> _Page:
    """What a query asks of a list. The same for all who see as far, so it is kept for a while.

    Raises ValidationError.
    """
    given = QueryDict(query)
    refuse_unknown(given, view.known_parameters(), view.filters())
    wanted = sparse.wanted(given, view.known_fields(), view.includes)
    filters = view.filterset_class(given, view.rows(eyes), request=SimpleNamespace(eyes=eyes))
    if not filters.is_valid():
        raise translate_validation(filters.errors)
    window = Window.of(filters.qs, given.dict(), view.orderings)
    told = RawSQL(f"({view.told(*wanted, eyes)})::text", (), TextField())  # noqa: S611  # nothing comes from outside
    sql, params = window.rows.annotate(told=told).values_list("pk", window.column, "told").query.sql_with_params()
    # The ORM's own statement; whatever was sent is among its parameters.
    whole = f"SELECT {key_mark('$1')}, page.* FROM ({sql}) AS page"  # noqa: S608
    numbered = whole % tuple(f"${at}" for at in range(2, len(params) + 2))
    name = f"page_{hashlib.sha256(numbered.encode()).hexdigest()[:24]}"
    return _Page(Prepared(name, numbered, ()), params, window)
