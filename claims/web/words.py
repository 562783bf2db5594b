"""How a desk speaks of states, times and people: one place, so that no two pages use two words."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from claims.enums import ClaimState
from claims.queries.counting import MOST

STATES = {
    ClaimState.UNCHECKED: "Unchecked",
    ClaimState.CHECK: "In check",
    ClaimState.SENT_BACK: "Sent back",
    ClaimState.REVIEW: "In review",
    ClaimState.APPROVED: "Approved",
    ClaimState.RECHECK: "Check again",
    ClaimState.NOT_CHECKABLE: "Not checkable",
}
# Until this long before a deadline it is told in minutes.
SOON = timedelta(hours=1)


def state_of(code: str) -> str:
    """A stored state in the middle of a sentence; what is none of ours stays as it is."""
    return STATES[ClaimState(code)].lower() if code in ClaimState.__members__.values() else code


def name_of(person: User) -> str:
    """A person's name, as far as the desk knows it."""
    return person.get_full_name() or person.get_username()


def initials_of(person: User) -> str:
    """Two letters for a small round sign."""
    return "".join(word[0] for word in name_of(person).split()[:2]).upper()


def count_words(count: int, most: int = MOST) -> str:
    """A count as the navigation shows it; one that was cut off, because it is more than most, says so."""
    return f"{most:,}+" if count > most else f"{count:,}"


def due_words(due: datetime, now: datetime) -> str:
    """A deadline as the desk says it: in minutes when it is near, the time today, a weekday within the week."""
    left = due - now
    if abs(left) < SOON:
        minutes = max(1, round(abs(left).total_seconds() / 60))
        return f"{minutes} min late" if left < timedelta(0) else f"in {minutes} min"
    local, today = timezone.localtime(due), timezone.localtime(now).date()
    days = (local.date() - today).days
    if days == 0:
        return f"{local:%H:%M}{', late' if left < timedelta(0) else ''}"
    if days == 1:
        return f"tomorrow {local:%H:%M}"
    if 1 < days < 7:
        return f"{local:%a %H:%M}"
    return f"{local.day} {local:%b}{', late' if left < timedelta(0) else ''}"
