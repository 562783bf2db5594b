"""What stands under a claim, and what of it can stand alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min

from claims.enums import Stance
from claims.models import Claim, Evidence
from claims.queries.mentions import last_change, said_before
from sources.models import ArticleVersion

# Context tells what a thing is about; it neither bears a claim out nor against it.
BEARING = frozenset({Stance.SUPPORTS, Stance.REFUTES})
# What happened is reported within a day; a text that is older than that was written about something else.
BEFORE_FIRST_REPORT = timedelta(days=1)


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
    """The evidence of a claim that was not removed, the oldest first; four queries at most, three with it (`linked`).

    Greyed is what is older than the event, and what was found for something that the claim no longer says: a passage
    that was linked before the version that changed the claim was captured, or that was published before the last
    version that still said otherwise.
    A passage from between those two versions is what a change usually rests on, so it stands.
    """
    if linked is None:
        found = claim.evidence.filter(removed_at=None).select_related("version__article__source", "added_by")
        linked = found.defer("version__text").order_by()
    rows = sorted((row for row in linked if row.removed_at is None), key=lambda row: row.pk)
    event = _event_began(claim) if rows else None
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


def _event_began(claim: Claim) -> datetime | None:
    """Before this nobody can have known of the event: some time before the story's first report. None: no story."""
    story = claim.article.story_id
    if story is None:
        return None
    first = ArticleVersion.objects.filter(article__story=story).aggregate(first=Min("published_at"))["first"]
    return None if first is None else first - BEFORE_FIRST_REPORT


def _before(event: datetime | None, row: Evidence) -> str:
    if event is None or row.version.published_at >= event:
        return ""
    return "Older than the event: published well before the first report of the story."
