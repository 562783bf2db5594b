"""What an answer would be made of, without making it: the marks of its rows, which ETags are made from.

A row's mark is `xmin` and `ctid` (PostgreSQL's "System Columns"): the transaction that wrote this version of the row,
and where it lies. Every UPDATE gives another one, whoever wrote, so no counter can be forgotten. Rewriting a table
(VACUUM FULL, a restored backup) gives others too, which costs a client one answer and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.models import User
from django.db.models import BigIntegerField, QuerySet, TextField
from django.db.models.expressions import RawSQL
from psycopg.sql import Literal

from sources.permissions import Sight, sight
from sources.queries.prepared import Prepared


@dataclass(frozen=True, slots=True)
class State:
    """mark: another text whenever the answer would be. changed_at: of what changed last, as far as anybody noted it, in
    whole seconds since 1970."""

    mark: str
    changed_at: int | None


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
    row = _annotated(rows, marks, changed).first()
    return State(*row) if row else None


def _seconds(moment: str) -> str:
    """SQL for a moment in whole seconds since 1970."""
    return f"floor(extract(epoch FROM {moment}))::bigint"


def _annotated(rows: QuerySet[Any], marks: list[str], changed: list[str]) -> QuerySet[Any, Any]:
    mark = RawSQL(f"concat_ws('|', {', '.join(marks)})", (), TextField())  # noqa: S611  # nothing comes from outside
    latest = RawSQL(_seconds(f"greatest({', '.join(changed)})"), (), BigIntegerField())  # noqa: S611
    found = rows.order_by().annotate(answer_mark=mark, answer_changed=latest)
    return found.values_list("answer_mark", "answer_changed")


LAST_ID = 2**63 - 1
# The id of the owner and those that an address names, while a statement is made; fit for every column of numbers.
_OWNER, _FIRST = 1_000_000_001, 1_000_000_002


def key_mark(key: str) -> str:
    """SQL for the mark of all that decides what a key is good for: itself, its owner's login, and her roles."""
    members = "FROM auth_user_groups member JOIN auth_group role ON role.id = member.group_id"
    roles = marks_of(
        "member", f"{members} WHERE member.user_id = login.id", f"{mark_of('member')} || {mark_of('role')}"
    )
    logins = "FROM sources_apikey used JOIN auth_user login ON login.id = used.owner_id"
    # All our own: `key` is a parameter's place, or a column.
    return f"(SELECT concat_ws('|', {mark_of('used')}, {mark_of('login')}, {roles}) {logins} WHERE used.id = {key})"


@dataclass(frozen=True, slots=True)
class Stated:
    """How the state of one kind of thing is found: by one statement, planned once.

    name: a word of its own for the statement. told: SQL of our own for mark and moment (both null, or no row, for
    nothing seen) by whether everyone's are seen and whether what is under embargo is, since what is not seen must not
    move a mark; $2 is the owner, $3 and on are the ids. ids: how many an address names.
    """

    name: str
    told: Callable[[bool, bool], str]
    ids: int = 1

    def seen_by(self, user: User | None, *ids: int) -> State | None:
        """The state of what these ids name; None where there is none that the person sees."""
        return self.found(None, sight(user), *ids)[1]

    def found(self, key: int | None, eyes: Sight, *ids: int) -> tuple[str | None, State | None]:
        """The mark of what a key is good for and, read at the same moment, the state for those who see so far."""
        if (not eyes.everyone and eyes.owner is None) or max(ids) > LAST_ID:
            return None, None
        found = _statement(self, eyes.everyone, eyes.embargoed).texts(key, eyes.owner, *ids)
        assert found is not None  # the statement has one row, whatever is found
        mark, state, changed_at = found
        return mark, None if state is None else State(state, int(changed_at) if changed_at else None)


def stated(
    name: str,
    rows: Callable[..., QuerySet[Any]],
    marks: Callable[[bool], list[str]],
    changed: Callable[[bool], list[str]],
    ids: int = 1,
) -> Stated:
    """By the rows that an answer is made of.

    rows: the one row of the ids that a sight shows. marks, changed: SQL of our own by whether what is under embargo is
    seen.
    """

    def told(everyone: bool, embargoed: bool) -> str:
        seen = rows(Sight(everyone, _OWNER, embargoed), *range(_FIRST, _FIRST + ids))
        sql, given = _annotated(seen, marks(embargoed), changed(embargoed)).query.sql_with_params()
        places = {_OWNER: 2} | {_FIRST + at: 3 + at for at in range(ids)}
        return sql % tuple(f"${places[one]}" if one in places else Literal(one).as_string() for one in given)

    return Stated(name, told, ids)


def stated_by(name: str, function: str) -> Stated:
    """By a function of the database, which looks up step by step what there is: one statement starts all its joins.

    It takes an id, whether everyone's are seen, the owner, and whether what is under embargo is.
    """
    # All our own: the name of a function, places of parameters, and two that are true or false.
    columns = f"mark, {_seconds('changed')}"

    def told(everyone: bool, embargoed: bool) -> str:
        return f"SELECT {columns} FROM {function}($3, {everyone}, $2, {embargoed})"  # noqa: S608

    return Stated(name, told)


@cache
def _statement(thing: Stated, everyone: bool, embargoed: bool) -> Prepared:
    """The statement for those who see so much. Parameters: key, owner, ids."""
    told = thing.told(everyone, embargoed)
    # Ours, or the ORM's own with places in place of parameters.
    whole = f"SELECT {key_mark('$1')}, told.* FROM (SELECT 1) AS one LEFT JOIN ({told}) AS told ON true"  # noqa: S608
    return Prepared(f"state_of_{thing.name}_{everyone:d}{embargoed:d}", whole, ("bigint",) * (2 + thing.ids))
