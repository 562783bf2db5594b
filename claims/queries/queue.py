"""The queue: which claims want whom, in what order, fifty to a page, among however many there are."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.fields.tuple_lookups import TupleGreaterThan

from claims.enums import ClaimState
from claims.models import Claim, Comment, Mention
from claims.models.claim import UNDECIDED, WORDS

PAGE = 50
# What waits for a checker; what is in review waits for somebody else.
TO_CHECK = [state for state in UNDECIDED if state != ClaimState.REVIEW]
# What a row says of a claim, so that nothing else is read.
_SHOWN = (
    "kind", "state", "glance", "due_at", "priority", "edits",
    "article__source__name", "article__embargoed_until",
    "assignee__username", "assignee__first_name", "assignee__last_name",
)  # fmt: skip
_NO_DEADLINE = 10**18 - 1
_CURSOR = re.compile(r"\d{1,18}\.\d{1,18}", re.ASCII)


class View(StrEnum):
    """The ways to look at the queue that everybody has."""

    MINE = "mine"
    OPEN = "open"
    UNASSIGNED = "unassigned"
    SENT_BACK = "sent_back"
    RECHECK = "recheck"
    GLANCE = "glance"
    REVIEW = "review"
    FLAGS = "flags"
    DUE = "due"
    COMMENTS = "comments"


class Order(StrEnum):
    PRIORITY = "priority"
    DUE = "due"
    NEWEST = "newest"
    GRAVEST = "gravest"


class Due(StrEnum):
    """overdue: the time has passed. day: within 24 hours, or passed. some: there is a deadline at all."""

    OVERDUE = "overdue"
    DAY = "day"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class QueueFilters:
    """What a person looks for, each narrowing the view. state, kind, due: stored codes, "" for any.

    who: "me", "nobody", an id, "" for anybody. story: an id. source: words of its name. words: of the claim or its
    sentence. order: "" for the view's own; by gravest flag leaves out what has none.
    """

    view: View = View.OPEN
    state: str = ""
    kind: str = ""
    who: str = ""
    story: int | None = None
    source: str = ""
    priority: int | None = None
    due: str = ""
    flagged: bool = False
    words: str = ""
    order: str = ""

    @property
    def ordered_by(self) -> Order:
        usual = {View.FLAGS: Order.GRAVEST, View.DUE: Order.DUE, View.COMMENTS: Order.NEWEST}
        return Order(self.order) if self.order else usual.get(self.view, Order.PRIORITY)


Narrowing = Callable[[QuerySet[Claim], User], QuerySet[Claim]]
_VIEWS: dict[View, Narrowing] = {
    View.MINE: lambda found, user: found.filter(assignee=user, state__in=TO_CHECK),
    View.OPEN: lambda found, _: found.filter(state__in=UNDECIDED),
    View.UNASSIGNED: lambda found, _: found.filter(assignee=None, state__in=TO_CHECK),
    View.SENT_BACK: lambda found, _: found.filter(state=ClaimState.SENT_BACK),
    View.RECHECK: lambda found, _: found.filter(state=ClaimState.RECHECK),
    View.GLANCE: lambda found, _: found.filter(glance=True),
    View.REVIEW: lambda found, _: found.filter(state=ClaimState.REVIEW),
    View.FLAGS: lambda found, _: found.filter(flagged__isnull=False),
    View.DUE: lambda found, _: found.filter(state__in=UNDECIDED, due_at__isnull=False),
    View.COMMENTS: lambda found, user: found.filter(pk__in=to_answer(user).values("claim")),
}


def in_queue(filters: QueueFilters, user: User, now: datetime) -> QuerySet[Claim]:
    """The claims of a view that the filters leave, in no order."""
    # A flag on what was dropped wants a decision all the same.
    standing = Claim.objects.all() if filters.view is View.FLAGS else Claim.objects.filter(stands=True)
    found = _VIEWS[filters.view](standing, user)
    given = {"state": filters.state, "kind": filters.kind, "priority": filters.priority}
    found = found.filter(**{name: value for name, value in given.items() if value not in {"", None}})
    if filters.who:
        assignee = {"me": user.pk, "nobody": None}.get(filters.who, filters.who)
        found = found.filter(assignee=assignee)
    if filters.story:
        found = found.filter(article__story=filters.story)
    if filters.source:
        found = found.filter(article__source__name__icontains=filters.source)
    if filters.due:
        found = _due(found, Due(filters.due), now)
    if filters.flagged or filters.ordered_by is Order.GRAVEST:
        found = found.filter(flagged__isnull=False)
    if filters.words:
        said = Mention.objects.alias(said=WORDS).filter(said__icontains=filters.words, withdrawn=False)
        found = found.filter(pk__in=said.values("claim"))
    return found


def queue_page(filters: QueueFilters, user: User, now: datetime, cursor: str = "") -> tuple[list[Claim], str]:
    """Fifty claims with article, source and assignee, and the cursor of the next page, "" where this is the last.

    A cursor that is none of ours begins at the beginning. Two queries: the first puts claims alone in order, as many as
    there are; what a row shows beside them is fetched for those of the page.
    """
    order = _ORDERS[filters.ordered_by]
    found = order.sort(in_queue(filters, user, now))
    if _CURSOR.fullmatch(cursor):
        key, pk = cursor.split(".")
        found = found.filter(order.after(int(key), int(pk)))
    places = list(found.values_list(order.column, "pk")[: PAGE + 1])
    rows = (
        Claim.objects.select_related("article__source", "assignee")
        .only(*_SHOWN)
        .in_bulk([pk for _, pk in places[:PAGE]])
    )
    last, more = places[PAGE - 1 : PAGE], len(places) > PAGE
    # One that was deleted in between is not there any more.
    return [rows[pk] for _, pk in places if pk in rows], f"{order.key(last[0][0])}.{last[0][1]}" if more else ""


def any_claim() -> bool:
    """Whether the desk has a claim at all."""
    return Claim.objects.exists()


def to_answer(user: User) -> QuerySet[Comment]:
    """What somebody said to a person who has said nothing on that claim since."""
    answered = Comment.objects.filter(claim=OuterRef("claim"), by=user, removed_at=None, pk__gt=OuterRef("pk"))
    return Comment.objects.filter(~Exists(answered), people=user, removed_at=None).exclude(by=user)


def _due(found: QuerySet[Claim], due: Due, now: datetime) -> QuerySet[Claim]:
    if due is Due.OVERDUE:
        return found.filter(due_at__lt=now)
    if due is Due.DAY:
        return found.filter(due_at__lt=now + timedelta(days=1))
    return found.filter(due_at__isnull=False)


@dataclass(frozen=True, slots=True)
class _Order:
    """sort: puts claims in order. column: by what; key: its value as a number. after: what follows a key and an id."""

    sort: Callable[[QuerySet[Claim]], QuerySet[Claim]]
    column: str
    key: Callable[[Any], int]
    after: Callable[[int, int], Q | TupleGreaterThan]


def _microseconds(due: datetime | None) -> int:
    return int(due.timestamp() * 1_000_000) if due else _NO_DEADLINE


def _due_after(key: int, pk: int) -> Q:
    if key == _NO_DEADLINE:
        return Q(due_at=None, pk__gt=pk)
    due = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=min(key, 10**17))
    return Q(due_at__gt=due) | Q(due_at=due, pk__gt=pk) | Q(due_at=None)


_ORDERS = {
    Order.PRIORITY: _Order(
        lambda found: found.order_by("rank", "pk"),
        "rank",
        int,
        lambda key, pk: TupleGreaterThan((F("rank"), F("pk")), (key, pk)),
    ),
    Order.DUE: _Order(
        lambda found: found.order_by(F("due_at").asc(nulls_last=True), "pk"), "due_at", _microseconds, _due_after
    ),
    Order.NEWEST: _Order(lambda found: found.order_by("-pk"), "pk", lambda _: 0, lambda _, pk: Q(pk__lt=pk)),
    Order.GRAVEST: _Order(
        lambda found: found.order_by("-flagged__gravest", "pk"),
        "flagged__gravest",
        int,
        lambda key, pk: Q(flagged__gravest__lt=key) | Q(flagged__gravest=key, pk__gt=pk),
    ),
}
