"""Flags: one, the list, and those of a claim or an article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Manager, Prefetch, Q, QuerySet, Value, When

from claims.enums import FlagState
from claims.models import ContradictionFlag, FlagMove
from sources.models import ArticleVersion
from sources.permissions import readable

PAGE = 25
# Where a flag's articles are.
SIDES = ("a__claim__article", "b__claim__article")
GRAVEST = ("-severity", "-opened_at", "-pk")
MOVES = Prefetch("moves", FlagMove.objects.select_related("by").order_by("pk"))


@dataclass(frozen=True, slots=True)
class FlagFilters:
    """Stored codes, each "" for any; story and article are ids. silent: only changes that no note names."""

    state: str = ""
    type: str = ""
    scope: str = ""
    relation: str = ""
    story: int | None = None
    article: int | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The open flags beside one, by id, the gravest first; place counts from 1 and is None for one that is not open."""

    before: int | None
    after: int | None
    place: int | None
    total: int


def flag_page(
    filters: FlagFilters, number: str | int | None = 1, *, seen_by: User | None = None
) -> Page[ContradictionFlag]:
    """One page of the flags that a person sees: the open ones first, the gravest before the rest, then the newest."""
    return Paginator(open_first(_matching(_with_passages(), filters).filter(readable(seen_by, *SIDES))), PAGE).get_page(
        number
    )


def flag(pk: int, seen_by: User | None = None) -> ContradictionFlag | None:
    """A flag that the person sees: mentions, versions with texts, articles, sources, moves. Two queries."""
    relays = [f"{side}__version__article__source__relays" for side in "ab"]
    found = _with_passages(texts=True).select_related(*relays).prefetch_related(MOVES)
    return found.filter(readable(seen_by, *SIDES), pk=pk).first()


def flags_of(claims: Iterable[int]) -> list[ContradictionFlag]:
    """The flags of any of these claims, open ones first, with their moves. Three queries, one where there are none."""
    found = _on_either_side(claim__in=list(claims))
    open_ones = [pk for pk, state in found if state == FlagState.OPEN]
    others = [pk for pk, state in found if state != FlagState.OPEN]
    return _in_order([*open_ones, *others], _with_passages().prefetch_related(MOVES))


def flags_of_article(article_id: int, decided: int) -> tuple[list[ContradictionFlag], list[ContradictionFlag]]:
    """The open flags that a claim of the article stands on one side of, and so many of the others, with their moves;
    the gravest first. Two queries, two more where some are decided, one where there are none."""
    states = _on_either_side(claim__article=article_id)
    open_ones = [pk for pk, state in states if state == FlagState.OPEN]
    others = [pk for pk, state in states if state != FlagState.OPEN]
    closed = _in_order(others[:decided], _with_passages().prefetch_related(MOVES))
    return _in_order(open_ones, _with_passages()), closed


def last_move(flag_id: int) -> FlagMove | None:
    """How a flag came to its state, with its person; None where it was never moved."""
    return FlagMove.objects.filter(flag=flag_id).select_related("by").order_by("pk").last()


def notes_for(flag: ContradictionFlag) -> list[ArticleVersion]:
    """The versions whose note may settle a flag: of the later passage's article, from its version on. One query."""
    later = ArticleVersion.objects.filter(article=flag.b.version.article_id, number__gte=flag.b.version.number)
    return list(later.exclude(note="").defer("text").order_by("number"))


def neighbours_of(
    found: ContradictionFlag, filters: FlagFilters | None = None, *, seen_by: User | None = None
) -> Neighbours:
    """What a person sees before and after a flag in the list of open ones that the filters leave. Four queries."""
    seen = ContradictionFlag.objects.filter(readable(seen_by, *SIDES))
    open_ones = _matching(seen, replace(filters or FlagFilters(), state=FlagState.OPEN.value))
    same = Q(severity=found.severity)
    later = Q(opened_at=found.opened_at, pk__gt=found.pk) | Q(opened_at__gt=found.opened_at)
    earlier = Q(opened_at=found.opened_at, pk__lt=found.pk) | Q(opened_at__lt=found.opened_at)
    above = open_ones.filter(Q(severity__gt=found.severity) | same & later)
    below = open_ones.filter(Q(severity__lt=found.severity) | same & earlier)
    first = above.order_by("severity", "opened_at", "pk").values_list("pk", flat=True).first()
    following = below.order_by(*GRAVEST).values_list("pk", flat=True).first()
    place = above.count() + 1 if found.state == FlagState.OPEN else None
    return Neighbours(first, following, place, open_ones.count())


def open_first(flags: QuerySet[ContradictionFlag]) -> QuerySet[ContradictionFlag]:
    """The open flags first, the gravest before the rest, then the newest."""
    closed = Case(When(state=FlagState.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    return flags.order_by(closed, *GRAVEST)


def _matching(flags: Manager[ContradictionFlag] | QuerySet[ContradictionFlag], filters: FlagFilters) -> QuerySet:
    named = {name: getattr(filters, name) for name in ("state", "type", "scope", "relation", "story")}
    found = flags.filter(**{name: value for name, value in named.items() if value})
    if filters.article:
        found = found.filter(_of_article(filters.article))
    return found.filter(silent=True) if filters.silent else found


def _of_article(article_id: int) -> Q:
    return Q(a__claim__article=article_id) | Q(b__claim__article=article_id)


def _on_either_side(**of_mention: object) -> list[tuple[int, str]]:
    """The flags with such a mention on one of their sides, by id, each with its state, the gravest first. One query.

    Each side by itself, and before the passages are joined to them: only so does the planner take the indexes of the
    sides, and not read all mentions.
    """
    a, b = (
        ContradictionFlag.objects.filter(**{f"{side}__{name}": value for name, value in of_mention.items()})
        for side in "ab"
    )
    either = (
        a.order_by()
        .values_list("pk", "state", "severity", "opened_at")
        .union(b.order_by().values_list("pk", "state", "severity", "opened_at"))
    )
    return [(pk, state) for pk, state, *_ in sorted(either, key=lambda row: (row[2], row[3], row[0]), reverse=True)]


def _in_order(ids: Sequence[int], flags: QuerySet[ContradictionFlag]) -> list[ContradictionFlag]:
    """The flags with these ids, in their order. No query for none.

    To put them in order here is quicker than to ask for it: each column of a wide row is weighed for an ORDER BY.
    """
    found = flags.order_by().in_bulk(ids) if ids else {}
    return [found[pk] for pk in ids if pk in found]


def _with_passages(*, texts: bool = False) -> QuerySet[ContradictionFlag]:
    found = ContradictionFlag.objects.select_related(
        "story", "raised_by", "a__claim", "b__claim", "a__version__article__source", "b__version__article__source"
    )
    return found if texts else found.defer("a__version__text", "b__version__text")
