"""What stands under a claim, and what of it can stand alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Min
from django.utils import timezone

from claims.enums import Stance
from claims.models import Claim, Evidence, StoryProfile
from claims.queries.mentions import last_change, said_before
from sources.models import ArticleVersion

# Context tells what a thing is about; it neither bears a claim out nor against it.
BEARING = frozenset({Stance.SUPPORTS, Stance.REFUTES})
# What happened is reported within a day; a text that is older than that was written about something else.
BEFORE_FIRST_REPORT = timedelta(days=1)
# Days further back that a text names are no longer those of what it reports as news.
EARLIER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Standing:
    """A passage under a claim. greyed: why it cannot stand alone, in words for the desk; "" where it can."""

    evidence: Evidence
    greyed: str

    @property
    def alone(self) -> bool:
        """Whether a verdict can rest on this passage and nothing else."""
        return not self.greyed and self.evidence.stance in BEARING


def standing(claim: Claim, linked: Iterable[Evidence] | None = None) -> list[Standing]:
    """The evidence of a claim that was not removed, the oldest first; five queries at most, four with it (`linked`).

    Greyed is what is older than the event, and what was found for something that the claim no longer says: a passage
    that was linked before the version that changed the claim was captured, or that was published before the last
    version that still said otherwise.
    A passage from between those two versions is what a change usually rests on, so it stands.
    """
    if linked is None:
        found = claim.evidence.filter(removed_at=None).select_related("version__article__source", "added_by")
        linked = found.defer("version__text").order_by()
    rows = sorted((row for row in linked if row.removed_at is None), key=lambda row: row.pk)
    event = event_of(claim) if rows else None
    change = last_change(claim) if rows else None
    if change is None:
        return [Standing(row, _before(event, row)) for row in rows]
    before = said_before(change)
    number = change.version.number
    found = []
    for row in rows:
        greyed = _before(event, row)
        if row.added_at < change.version.captured_at:
            greyed = f"Linked before version {number} changed the claim. Link it again if it bears on what stands now."
        elif before is not None and row.version.published_at < before.version.published_at:
            greyed = f"Older than version {before.version.number}, which still said otherwise."
        found.append(Standing(row, greyed))
    return found


@dataclass(frozen=True, slots=True)
class Event:
    """What a story is about. began: before this nobody can have known of it. day: that of it, where texts name one."""

    began: datetime
    day: date | None = None


def event_of(claim: Claim) -> Event | None:
    """The event of a claim's story; None where it has no story. Two queries.

    Its day is the earliest that half of the story's articles name, and two at least, from a month before the first
    report to the day of it. Where there is none, it began within a day before that report.
    """
    story = claim.article.story_id
    if story is None:
        return None
    first = ArticleVersion.objects.filter(article__story=story).aggregate(first=Min("published_at"))["first"]
    if first is None:
        return None
    named = StoryProfile.objects.filter(article__story=story).values_list("days", flat=True)
    day = _day_named(list(named), timezone.localdate(first))
    if day is None:
        return Event(first - BEFORE_FIRST_REPORT)
    return Event(timezone.make_aware(datetime.combine(day, time())), day)


def _day_named(days: list[list[date]], reported: date) -> date | None:
    told = Counter(day for of_article in days for day in of_article if reported - EARLIER <= day <= reported)
    # The earliest: a passage that is greyed for nothing costs more than one that somebody else has to look at.
    return min((day for day, count in told.items() if count >= 2 and 2 * count >= len(days)), default=None)


def _before(event: Event | None, row: Evidence) -> str:
    if event is None or row.version.published_at >= event.began:
        return ""
    if event.day is not None:
        told = f"{event.day.day} {event.day:%B %Y}"
        return f"Older than the event: published before {told}, the day that the story's articles name."
    return "Older than the event: published well before the first report of the story."
