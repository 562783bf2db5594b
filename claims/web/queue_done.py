"""The last act of a person on the queue, kept for its undo while the page it led to is open."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from claims.models import ClaimMove

KEY = "queue_done"


@dataclass(frozen=True, slots=True)
class Done:
    """words: what was done. moves: ids of the rows that it left, to be undone together."""

    words: str
    moves: list[int]


def keep(request: HttpRequest, words: str, moves: Iterable[ClaimMove]) -> None:
    request.session[KEY] = {"words": words, "moves": [move.pk for move in moves]}


def taken(request: HttpRequest) -> list[ClaimMove]:
    """The rows of the last act, the latest first; there is no second undo of it."""
    kept = request.session.pop(KEY, {"moves": []})
    return list(ClaimMove.objects.filter(pk__in=kept["moves"], by=request.user).select_related("claim").order_by("-pk"))


def done_in(request: HttpRequest) -> Done | None:
    """What was done, where the address says that it was just now."""
    kept = request.session.get(KEY) if "done" in request.GET else None
    return Done(**kept) if kept else None
