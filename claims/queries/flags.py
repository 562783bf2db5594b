"""Flags: one, the list, and those of a claim or an article."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, IntegerField, Max, Min, Q, QuerySet, Value, When

from claims.enums import FlagState, Relation
from claims.models import ContradictionFlag

PAGE = 25


@dataclass(frozen=True, slots=True)
class FlagFilters:
    """Stored codes, each "" for any; story is an id. silent: only changes that no note names."""

    state: str = ""
    type: str = ""
    scope: str = ""
    relation: str = ""
    story: int | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The open flags beside one, by id, newest first; place counts from 1 and is None for a flag that is not open."""

    before: int | None
    after: int | None
    place: int | None
    total: int


def open_flag_count() -> int:
    return ContradictionFlag.objects.filter(state=FlagState.OPEN).count()


def flag_page(filters: FlagFilters, number: str | int | None = 1) -> Page[ContradictionFlag]:
    """One page of flags: the open ones first, conflicts before updates, then the newest."""
    found = _with_passages()
    for name in ("state", "type", "scope", "relation", "story"):
        if value := getattr(filters, name):
            found = found.filter(**{name: value})
    if filters.silent:
        found = found.filter(silent=True)
    return Paginator(open_first(found), PAGE).get_page(number)


def flag(pk: int) -> ContradictionFlag | None:
    """A flag with both mentions, their versions (texts included), articles and sources."""
    return _with_passages(texts=True).filter(pk=pk).first()


def flags_of(claims: Iterable[int]) -> list[ContradictionFlag]:
    """The flags of any of these claims, open ones first."""
    ids = list(claims)
    return list(open_first(_with_passages().filter(Q(a__claim__in=ids) | Q(b__claim__in=ids))))


def open_flags_of(article_id: int) -> list[ContradictionFlag]:
    """The open flags that a claim of the article stands on one side of."""
    either = Q(a__claim__article=article_id) | Q(b__claim__article=article_id)
    return list(open_first(_with_passages().filter(either, state=FlagState.OPEN)))


def neighbours_of(found: ContradictionFlag) -> Neighbours:
    """What stands before and after a flag in the list of open ones."""
    beside = ContradictionFlag.objects.filter(state=FlagState.OPEN).aggregate(
        before=Min("pk", filter=Q(pk__gt=found.pk)),
        after=Max("pk", filter=Q(pk__lt=found.pk)),
        place=Count("pk", filter=Q(pk__gte=found.pk)),
        total=Count("pk"),
    )
    is_open = found.state == FlagState.OPEN
    return Neighbours(beside["before"], beside["after"], beside["place"] if is_open else None, beside["total"])


def open_first(flags: QuerySet[ContradictionFlag]) -> QuerySet[ContradictionFlag]:
    """The open flags first, conflicts before updates, then the newest."""
    closed = Case(When(state=FlagState.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    update = Case(When(relation=Relation.CONFLICT, then=Value(0)), default=Value(1), output_field=IntegerField())
    return flags.order_by(closed, update, "-opened_at", "-pk")


def _with_passages(*, texts: bool = False) -> QuerySet[ContradictionFlag]:
    found = ContradictionFlag.objects.select_related(
        "story", "raised_by", "a__claim", "b__claim", "a__version__article__source", "b__version__article__source"
    )
    return found if texts else found.defer("a__version__text", "b__version__text")
