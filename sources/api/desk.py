"""What all views of the API have in common: who may, which parameters, how to page."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db.models import Model, prefetch_related_objects
from django.http import QueryDict
from django.utils.cache import patch_vary_headers
from rest_framework import exceptions, status
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from sources.api import paging, rates, sparse
from sources.api.at_once import ASK_AGAIN, VARY, AtOnce, tried_at_once
from sources.api.once import Once
from sources.api.tags import tagged_by_body
from sources.enums import Scope
from sources.models import ApiKey

ASKING = frozenset({"GET", "HEAD"})
# What comes along with each of some rows, by their ids, as far as somebody sees it.
Along = Callable[[Sequence[Any], Any], Mapping[int, Any]]
Allows = Callable[[AbstractBaseUser | AnonymousUser], bool]


class AskedOfTheApp(BasePermission):
    """Asks the function of the app's `permissions.py` that the view names for the method."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if isinstance(request.user, User):
            prefetch_related_objects([request.user], "groups")  # asked for often while one answer is made
        method = str(request.method)
        allows = view.allows.get("GET" if method == "HEAD" else method)
        if allows is None:  # a method without a rule is let through only where it is answered with 405
            return method == "OPTIONS" or not hasattr(view, method.lower())
        if not allows(request.user):
            return False
        demand_scope(request, view.scopes.get("GET" if method == "HEAD" else method))
        return True


def demand_scope(request: Request, scope: Scope | None) -> None:
    """A session may do all that its roles allow. A key may do nothing for which no scope is named.

    Raises ScopeMissing.
    """
    if isinstance(request.auth, ApiKey) and (scope is None or scope.value not in request.auth.scopes):
        raise ScopeMissing(f"This key is not good for that: it lacks the scope {scope.value if scope else ''}.")


class ScopeMissing(exceptions.PermissionDenied):
    """The roles of the key's owner allow it, and the key was made for less."""

    default_code = "scope_missing"


class DeskView(Once, GenericAPIView[Any]):
    """A view names in `allows` who may use each method, in `scopes` what a key must be good for, and in `orderings`
    how its list may be ordered."""

    allows: Mapping[str, Allows] = {}
    scopes: Mapping[str, Scope] = {"GET": Scope.READ}
    orderings: tuple[str, ...] = ("-id", "id")
    permission_classes = [AskedOfTheApp]
    pagination_class = paging.KeysetPagination
    is_list = False
    # Whether what is read carries an ETag: not what stays open.
    is_tagged = True
    rate: rates.Rate | None = None
    # What else GET may be asked with; of a list, what no filter or page names.
    parameters: frozenset[str] = frozenset()
    # Whether the rows of a list may be asked for with `fields`, and what may come along with each, or with one thing:
    # names, with how each is looked up where the database does not write it.
    is_sparse = False
    includes: Collection[str] = ()
    # Of a list whose rows have another shape than what is acted on, theirs.
    row_shape: type[Serializer[Any]] | None = None
    # What answers the usual GET in one statement, where a view has such a way: see sources.api.at_once.
    at_once: AtOnce | None = None

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        usual = super().as_view(**initkwargs)
        return usual if cls.at_once is None else tried_at_once(cls, usual)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if hasattr(self, str(request.method).lower()):  # of any other method 405 is all there is to say
            lists = self.is_list and request.method in ASKING
            known = self.known_parameters() if lists else self.parameters | self._include(request)
            refuse_unknown(request.query_params, known, self.filters() if lists else ())

    def _include(self, request: Request) -> frozenset[str]:
        return frozenset({sparse.INCLUDE} if self.includes and request.method in ASKING else ())

    @classmethod
    def known_parameters(cls) -> frozenset[str]:
        """What a list may be asked with."""
        names = {*cls.parameters, *paging.PARAMETERS, *cls.filters()}
        return frozenset(
            names | ({sparse.FIELDS} if cls.is_sparse else set()) | ({sparse.INCLUDE} if cls.includes else set())
        )

    @classmethod
    def filters(cls) -> frozenset[str]:
        """By what a list may be filtered."""
        filterset = getattr(cls, "filterset_class", None)
        return frozenset(filterset.base_filters if filterset else ())

    @classmethod
    def known_fields(cls) -> tuple[str, ...]:
        """The fields of a row, in the order of its shape."""
        return tuple(name for name in (cls.row_shape or cls.serializer_class)._declared_fields if name != "included")

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        """Nobody else's cache keeps what the desk reads, and a client asks whether its own copy still holds."""
        answer = super().finalize_response(request, response, *args, **kwargs)
        for name, value in self.rate.headers().items() if self.rate else ():
            answer[name] = value
        answer.setdefault("Cache-Control", ASK_AGAIN if request.method in ASKING else "no-store")
        patch_vary_headers(answer, VARY)
        self.tag_answer(request, answer, **kwargs)
        return answer

    def tag_answer(self, request: Request, answer: Response, **kwargs: Any) -> None:
        """The ETag of what was read: of its bytes, which tell of nothing that whoever asks does not see."""
        if request.method in ASKING and answer.status_code == status.HTTP_200_OK and "ETag" not in answer:
            tagged_by_body(request, answer)

    def perform_authentication(self, request: Request) -> None:
        """Who asks, and how often: a key that is none counts against the address that sent it.

        What her key is good for is noted on the user, so that queries which are told of her leave out the rest.
        """
        try:
            super().perform_authentication(request)
        finally:
            self.rate = rates.rate_of(request)
            if self.rate and self.rate.exceeded:
                raise exceptions.Throttled(self.rate.seconds)
        if request.auth is not None:
            request.user.key_scopes = frozenset(getattr(request.auth, "scopes", ()))

    def page_of(self, **context: Any) -> Response:
        """One page of the view's list, filtered, ordered, and in the shape of `serializer_class`."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        assert page is not None
        return self.get_paginated_response(self.shaped(page, **context))

    def shaped(self, page: Sequence[Any], **context: Any) -> Any:
        """The rows of a page as they go out; a view that has to look something up for all of them does it here."""
        rows = (self.row_shape or self.get_serializer_class())(page, many=True, context=context)
        if not self.is_sparse:
            return rows.data
        fields, included = sparse.wanted(self.request.query_params, self.known_fields(), self.includes)
        for name in set(rows.child.fields) - set(fields):
            rows.child.fields.pop(name)
        return self._with(included, page, rows.data)

    def one(self, row: Model, told: dict[str, Any]) -> Response:
        """One thing as it goes out, with what was asked to come along."""
        _, included = sparse.wanted(self.request.query_params, (), self.includes)
        (told,) = self._with(included, [row], [told])
        return Response(told)

    def _with(self, included: Sequence[str], rows: Sequence[Model], told: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Adds what comes along: one look-up a name for all rows."""
        if included:
            assert isinstance(self.includes, Mapping)
            found = {name: self.includes[name](rows, self.request.user) for name in included}
            for row, one in zip(rows, told, strict=True):
                one["included"] = {name: by_row[row.pk] for name, by_row in found.items()}
        return told

    def checked(self, shape: type[Serializer[Any]]) -> dict[str, Any]:
        """The body as a shape has it. Raises ValidationError."""
        body = shape(data=self.request.data)
        body.is_valid(raise_exception=True)
        return dict(body.validated_data)


def refuse_unknown(given: QueryDict, known: Collection[str], filters: Collection[str] = ()) -> None:
    """A filter that is misspelt or empty would give the whole list and look like an answer. Raises ValidationError."""
    problems = {}
    for name, values in given.lists():
        if name not in known:
            problems[name] = exceptions.ErrorDetail("There is no such parameter.", "unknown_parameter")
        elif len(values) > 1:
            problems[name] = exceptions.ErrorDetail("Give this parameter once.", "repeated")
        elif name in filters and not values[0]:
            problems[name] = exceptions.ErrorDetail("Give a value, or leave the parameter out.", "blank")
    if problems:
        raise exceptions.ValidationError(problems)
