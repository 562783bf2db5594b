"""The article page: one version with its marks, the list of claims, and the panel of the chosen one."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from claims.enums import ClaimState, Outcome, Part
from claims.models import Claim, ContradictionFlag, FlagMove, Mention
from claims.queries import Reading, flags_of
from claims.queries.reading import claim_of, mentions_of_claim
from claims.web.content import Side, content, sides, value_words
from claims.web.marks import Paragraph, marked
from claims.web.progress import Progress, progress_of
from sources.models import ArticleVersion

CHANGED = (Outcome.VALUE_CHANGED, Outcome.ATTRIBUTION_CHANGED)
FLAGGED = "flagged"
# So many flags stand beside the text, the gravest; how many more there are is said, with a link.
BUDGET = 5


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A flag with its two sides, the earlier one first."""

    flag: ContradictionFlag
    a: Side
    b: Side

    @property
    def decision(self) -> FlagMove | None:
        """The move that brought the flag to where it stands; None where it never moved. The moves have to be loaded."""
        return next(reversed(self.flag.moves.all()), None)

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Row:
    """A mention in the list of claims: the words before, in and after its value."""

    mention: Mention
    state: str
    before: str
    value: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimPanel:
    """The chosen claim. here: its mention in the version shown, None where it does not stand in it.

    elsewhere: its mentions in the other versions. place counts from 1. before, after: the claims beside it.
    """

    claim: Claim
    state: str
    here: Mention | None
    row: Row | None
    content: dict[str, str]
    elsewhere: list[tuple[Mention, str]]
    flags: list[FlagRow]
    place: int | None
    before: int | None
    after: int | None


class ArticlePage:
    """What the templates of the article page read. Nothing here asks the database but `panel` and the reading given."""

    def __init__(self, reading: Reading, claim_id: int | None = None) -> None:
        self.reading = reading
        self.claim_id = claim_id
        self.article = reading.article
        self.version = reading.version
        self.flagged = reading.flagged_claims
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
        counts = Counter(row.state for row in self.rows)
        order = (FLAGGED, ClaimState.RECHECK.value, ClaimState.UNCHECKED.value)
        return {state: counts[state] for state in order if counts[state]}

    @cached_property
    def open_flags(self) -> list[FlagRow]:
        """The gravest, as many as the budget allows."""
        return [FlagRow(flag, *sides(flag)) for flag in self.reading.open_flags[:BUDGET]]

    @property
    def more_flags(self) -> int:
        """How many open flags the budget leaves out."""
        return max(0, len(self.reading.open_flags) - BUDGET)

    @cached_property
    def silent(self) -> list[FlagRow]:
        """All of them: each page that counts them shows the first few."""
        return [FlagRow(flag, *sides(flag)) for flag in self.reading.silent_changes]

    @property
    def changed(self) -> int:
        """How many claims have another value or another speaker than in the version before."""
        return sum(mention.outcome in CHANGED for mention in self.reading.mentions)

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

    def state_of(self, mention: Mention) -> str:
        """Where a claim stands; an open flag wins over the rest."""
        return FLAGGED if mention.claim_id in self.flagged else mention.claim.state

    def _states(self, part: Part) -> dict[Mention, str]:
        return {mention: self.state_of(mention) for mention in self.reading.mentions if mention.part == part}

    def _row(self, mention: Mention) -> Row:
        value = "" if mention.value_start is None else value_words(mention)
        before, value, after = mention.text.partition(value) if value else ("", "", mention.text)
        return Row(mention, self.state_of(mention), before, value, after)

    def _panel(self) -> ClaimPanel | None:
        claim = claim_of(self.article, self.claim_id)
        if claim is None:
            return None
        all_of_it = mentions_of_claim(claim.pk)
        here = next((row.mention for row in self.rows if row.mention.claim_id == claim.pk), None)
        ids = list(dict.fromkeys(row.mention.claim_id for row in self.rows))
        at = ids.index(claim.pk) if here else None
        shown = here or all_of_it[-1]
        return ClaimPanel(
            claim=claim,
            state=FLAGGED if claim.pk in self.flagged else claim.state,
            here=here,
            row=self._row(shown),
            content=content(shown),
            elsewhere=[(one, value_words(one)) for one in all_of_it if one.version_id != self.version.pk],
            flags=[FlagRow(flag, *sides(flag)) for flag in flags_of([claim.pk])],
            place=None if at is None else at + 1,
            before=ids[at - 1] if at else None,
            after=ids[at + 1] if at is not None and at + 1 < len(ids) else None,
        )
