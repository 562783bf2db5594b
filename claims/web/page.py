"""The article page: one version with its marks, the list of claims, and the panel of the chosen one."""

from collections import Counter
from functools import cached_property

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from claims import permissions
from claims.enums import ClaimState, Outcome, Part
from claims.queries import Reading
from claims.queries.reading import BUDGET, Listed, claim_of
from claims.web.content import sides
from claims.web.coverage import Coverage, coverage_of
from claims.web.marks import Paragraph, marked
from claims.web.panel import ClaimPanel, Given, panel_of
from claims.web.progress import Progress, progress_of
from claims.web.rows import FlagRow, Row, row_of
from sources.models import ArticleVersion

CHANGED = (Outcome.VALUE_CHANGED, Outcome.ATTRIBUTION_CHANGED)
FLAGGED = "flagged"
# The states in the order in which they press.
PRESSING = (
    FLAGGED,
    ClaimState.RECHECK.value,
    ClaimState.SENT_BACK.value,
    ClaimState.UNCHECKED.value,
    ClaimState.CHECK.value,
    ClaimState.REVIEW.value,
    ClaimState.APPROVED.value,
    ClaimState.NOT_CHECKABLE.value,
)
# What waits for somebody to decide on it.
WAITING = frozenset({ClaimState.UNCHECKED, ClaimState.CHECK, ClaimState.SENT_BACK, ClaimState.RECHECK})


class ArticlePage:
    """What the templates of the article page read. Nothing here asks the database but `panel` and the reading given."""

    def __init__(
        self, reading: Reading, claim_id: int | None = None, *, user: User, given: Given | None = None
    ) -> None:
        self.reading = reading
        self.user, self.given = user, given or Given()
        self.claim_id = claim_id
        self.article = reading.article
        self.version = reading.version
        self.flagged = reading.flagged_claims
        # What was refused is shown at the address of the act, from which links have to lead back to the article.
        self.address = reverse("article", args=[self.article.pk]) if given else ""
        self.panel = self._panel() if claim_id else None

    @cached_property
    def progress(self) -> Progress:
        return progress_of(self.reading.run, timezone.now())

    @cached_property
    def headline(self) -> Paragraph:
        return marked(self.version.title, self._states(Part.HEADLINE))[0]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        before = self.reading.previous.text if self.reading.previous else None
        return marked(self.version.text, self._states(Part.BODY), before)

    @cached_property
    def rows(self) -> list[Row]:
        return [self._row(mention) for mention in self.reading.mentions]

    @cached_property
    def dropped(self) -> list[Row]:
        return [self._row(mention) for mention in self.reading.dropped]

    @cached_property
    def states(self) -> dict[str, int]:
        """How many claims there are in each state, the most pressing first."""
        counts = Counter(self._shown_states.values())
        return {state: counts[state] for state in PRESSING if counts[state]}

    @cached_property
    def coverage(self) -> Coverage:
        """How many of the claims that can be checked are decided."""
        states = {mention.claim_id: mention.state for mention in self.reading.mentions}
        checkable = [claim for claim, state in states.items() if state != ClaimState.NOT_CHECKABLE]
        decided = sum(states[claim] == ClaimState.APPROVED for claim in checkable)
        return coverage_of(Counter(self._shown_states[claim] for claim in checkable), decided)

    @cached_property
    def _shown_states(self) -> dict[int, str]:
        """The state of each claim, once."""
        return {mention.claim_id: self.state_of(mention) for mention in self.reading.mentions}

    @cached_property
    def open_flags(self) -> list[FlagRow]:
        """The gravest, as many as the budget allows."""
        return [FlagRow(flag, *sides(flag)) for flag in self.reading.open_flags[:BUDGET]]

    @cached_property
    def decided_flags(self) -> list[FlagRow]:
        """The gravest of those that the desk or a version closed."""
        return [FlagRow(flag, *sides(flag)) for flag in self.reading.decided_flags]

    @property
    def more_flags(self) -> int:
        """How many open flags the budget leaves out."""
        return max(0, len(self.reading.open_flags) - BUDGET)

    @property
    def left_out(self) -> str:
        """What of this version the engine did not compare, "" where it compared all."""
        counted = dict(self.reading.run.left_out) if self.reading.run else {}
        articles, pairs = counted.pop("article", 0), sum(counted.values())
        parts = [f"articles {articles}"] * bool(articles) + [f"pairs of claims {pairs}"] * bool(pairs)
        return f"Not compared, because the story holds so many: {', '.join(parts)}" if parts else ""

    @cached_property
    def silent(self) -> list[FlagRow]:
        """All of them: each page that counts them shows the first few."""
        return [FlagRow(flag, *sides(flag)) for flag in self.reading.silent_changes]

    @property
    def changed(self) -> int:
        """How many claims have another value or another speaker than in the version before."""
        return sum(mention.outcome in CHANGED for mention in self.reading.mentions)

    @property
    def may_mark(self) -> bool:
        """Whether the person can mark a claim in this version now."""
        return self.progress.through and self._may_mark

    @cached_property
    def _may_mark(self) -> bool:
        return permissions.mark_claims(self.user)

    @property
    def older(self) -> ArticleVersion | None:
        return self._beside(-1)

    @property
    def newer(self) -> ArticleVersion | None:
        return self._beside(1)

    @property
    def is_latest(self) -> bool:
        return self.newer is None

    def _beside(self, by: int) -> ArticleVersion | None:
        numbers = [version.number for version in self.reading.versions]
        at = numbers.index(self.version.number) + by
        return self.reading.versions[at] if 0 <= at < len(numbers) else None

    def state_of(self, mention: Listed) -> str:
        """Where a claim stands; an open flag wins over the rest."""
        return FLAGGED if mention.claim_id in self.flagged else mention.state

    def _states(self, part: Part) -> dict[Listed, str]:
        return {mention: self.state_of(mention) for mention in self.reading.mentions if mention.part == part}

    def _row(self, mention: Listed) -> Row:
        return row_of(mention, self.state_of(mention))

    def _panel(self) -> ClaimPanel | None:
        claim = claim_of(self.article, self.claim_id)
        if claim is None:
            return None
        state = FLAGGED if claim.pk in self.flagged else claim.state
        waiting = [row.mention.claim_id for row in self.rows if row.mention.state in WAITING]
        return panel_of(claim, self.rows, state, user=self.user, given=self.given, open_ids=waiting)
