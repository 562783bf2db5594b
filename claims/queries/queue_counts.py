"""How many claims each view of the queue holds, and what the navigation counts beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from django.contrib.auth.models import User

from claims.enums import FlagState
from claims.queries.counting import MOST, Statement, counted, statement_of
from claims.queries.desk import to_count
from claims.queries.queue import QueueFilters, View, in_queue

# Whoever looks for words reads what was found; each claim has to be read to be counted, so counting stops sooner.
MOST_FOUND = 200
# Statements of the views are written once, with this key where that of the person who asks has to stand.
_SOMEBODY = -1
# The planner goes through an index once for all keys of a list; a join would look up each of them by itself.
_FLAGGED = Statement(
    "SELECT DISTINCT claim_id FROM claims_mention WHERE id = ANY (ARRAY("
    "SELECT a_id FROM claims_contradictionflag WHERE state = %s"
    " UNION ALL SELECT b_id FROM claims_contradictionflag WHERE state = %s)) LIMIT %s",
    (FlagState.OPEN.value, FlagState.OPEN.value, MOST + 1),
)


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """views: by view. asked: by the name that it was asked under. desk: as `counts_for` gives it."""

    views: dict[View, int]
    asked: dict[str, int]
    desk: dict[str, int]


def queue_counts(user: User, now: datetime, asked: Mapping[str, QueueFilters]) -> QueueCounts:
    """Counts of all views, of what else is asked for, and of the navigation. One statement; see `most_counted`."""
    views, desk = _views(user), to_count(user)
    found = counted(
        {f"view {view}": rows for view, rows in views.items()}
        | {
            f"asked {name}": statement_of(in_queue(filters, user, now), most_counted(filters))
            for name, filters in asked.items()
        }
        | {f"desk {name}": rows for name, rows in desk.items()}
    )
    return QueueCounts(
        {view: found[f"view {view}"] for view in views},
        {name: found[f"asked {name}"] for name in asked},
        {name: found[f"desk {name}"] for name in desk},
    )


def most_counted(filters: QueueFilters) -> int:
    """Where counting what filters leave stops."""
    return MOST_FOUND if filters.words else MOST


def _views(user: User) -> dict[View, Statement]:
    return {
        view: Statement(sql, tuple(user.pk if value == _SOMEBODY else value for value in params))
        for view, (sql, params) in _written().items()
    }


@cache
def _written() -> dict[View, Statement]:
    """Whether a claim is in a view, without filters, does not hang on the time."""
    somebody, any_time = User(pk=_SOMEBODY), datetime(1970, 1, 1, tzinfo=UTC)
    views = {view: statement_of(in_queue(QueueFilters(view=view), somebody, any_time)) for view in View}
    return views | {View.FLAGS: _FLAGGED}
