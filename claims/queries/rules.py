"""What the desk's own decisions say of each rule."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db.models import Count, OuterRef, Subquery

from claims.enums import FlagState
from claims.models import ContradictionFlag, FlagMove
from claims.queries.flags import SIDES
from sources.permissions import readable


@dataclass(frozen=True, slots=True)
class Tally:
    """How many flags of a rule are open, and how many the desk upheld, settled by a note, or dismissed.

    What closed by itself counts nowhere: nobody said whether it was right. reasons: the codes of the dismissals.
    """

    open: int = 0
    upheld: int = 0
    resolved: int = 0
    dismissed: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)

    @property
    def decided(self) -> int:
        return self.upheld + self.resolved + self.dismissed

    @property
    def precision(self) -> int | None:
        """How many of a hundred decided flags did point at something, None where none is decided."""
        return round(100 * (self.upheld + self.resolved) / self.decided) if self.decided else None


def tallies(seen_by: User | None = None) -> dict[str, Tally]:
    """The tally of each rule that has a flag which the person sees, by the rule's id. Two queries."""
    states: dict[str, Counter[str]] = {}
    reasons: dict[str, Counter[str]] = {}
    seen = ContradictionFlag.objects.filter(readable(seen_by, *SIDES))
    opened = seen.filter(state=FlagState.OPEN).order_by().values_list("rule").annotate(Count("pk"))
    for rule, count in opened:
        states.setdefault(rule, Counter())[FlagState.OPEN] = count
    for rule, state, code, count in _decided(seen_by):
        states.setdefault(rule, Counter())[state] += count
        if code:
            reasons.setdefault(rule, Counter())[code] += count
    return {rule: Tally(**counts, reasons=reasons.get(rule, {})) for rule, counts in states.items()}


def _decided(seen_by: User | None) -> list[tuple[str, str, str, int]]:
    """Rule, state, code and number of the flags whose latest move a person made, and did not take back."""
    latest = FlagMove.objects.filter(flag=OuterRef("flag")).order_by("-pk").values("pk")[:1]
    own = readable(seen_by, *(f"flag__{side}" for side in SIDES))
    moves = FlagMove.objects.filter(own, pk=Subquery(latest), by__isnull=False).exclude(became=FlagState.OPEN)
    found = moves.order_by().values_list("flag__rule", "became", "code").annotate(Count("pk"))
    return list(found)
