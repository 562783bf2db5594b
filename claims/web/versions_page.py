"""What the templates of the versions page read; the pair of versions that it is given asked the database."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.urls import reverse
from django.utils import timezone

from claims.engine.changes import text_changes
from claims.enums import NoteKind, Outcome, Part
from claims.models import ClaimMove, ContradictionFlag, NoteDraft
from claims.queries.versions import VersionPair
from claims.services.notes import suggested
from claims.services.rows import parts
from claims.web.content import sides
from claims.web.page import FlagRow
from claims.web.progress import Progress, progress_of
from claims.web.version_rows import (
    KEPT,
    ORDER,
    Group,
    VersionRow,
    claim_row,
    grouped,
    stand_for_themselves,
    wording_row,
)
from sources.engine.redline import Fate, Line, redline
from sources.models import ArticleVersion

# Versions never change, so what two of them come to is worked out once while people look at them.
_redlined = lru_cache(maxsize=32)(redline)
_changed = lru_cache(maxsize=32)(text_changes)
ALL, WORDING, LOOK = "all", "wording", "look"
HINTS = {NoteKind.UPDATE: "the world moved", NoteKind.CORRECTION: "we were wrong"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter with how many rows it leaves."""

    code: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class NoteField:
    """The draft of one note. text: what a person wrote, else what the changes suggest; suggestion: the latter.

    typed: what a person tried to save and could not, since somebody else had saved `draft`.
    """

    kind: NoteKind
    hint: str
    text: str
    suggestion: str
    draft: NoteDraft | None
    typed: str | None = None

    @property
    def edits(self) -> int:
        return self.draft.edits if self.draft else 0

    @property
    def differs(self) -> bool:
        """Whether the changes suggest something else than what a person wrote."""
        return self.draft is not None and bool(self.suggestion) and self.suggestion != self.draft.text


class VersionsPage:
    """outcome: the filter in the address. whole: all paragraphs, not the changed ones alone. typed: as in NoteField."""

    def __init__(
        self,
        pair: VersionPair,
        *,
        outcome: str = "",
        whole: bool = False,
        answers: list[ClaimMove] | None = None,
        typed: tuple[NoteKind, str] | None = None,
    ) -> None:
        self.pair, self.whole = pair, whole
        self.article, self.earlier, self.later = pair.article, pair.earlier, pair.later
        self.chosen = outcome if outcome in {ALL, WORDING, *Outcome} else LOOK
        self.answers = answers or []
        self._typed = typed
        # A note that was refused is shown at the address of the act, from which links have to lead back.
        self.address = reverse("versions", args=[self.article.pk]) if typed else ""

    @cached_property
    def progress(self) -> Progress:
        return progress_of(self.pair.run, timezone.now())

    @cached_property
    def headline(self) -> tuple[Line, ...]:
        old, new = (parts(version)[Part.HEADLINE] for version in (self.earlier, self.later))
        return _redlined(old, new)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        return _redlined(self.earlier.text, self.later.text)

    @cached_property
    def lines(self) -> list[Line]:
        """The paragraphs to be shown."""
        return [line for line in self.body if self.whole or line.fate is not Fate.SAME]

    @property
    def same_text(self) -> bool:
        return all(line.fate is Fate.SAME for line in (*self.headline, *self.body))

    @cached_property
    def wording(self) -> list[VersionRow]:
        found = _changed((*self.headline, *self.body), self.later.language)
        notes = [version.note for version in self.pair.notes]
        return [wording_row(change, notes) for change in stand_for_themselves(found, self.pair.steps)]

    @cached_property
    def claims(self) -> list[VersionRow]:
        joining: dict[int, list[ContradictionFlag]] = {}
        for flag in self.pair.other_flags:
            for side in (flag.a, flag.b):
                joining.setdefault(side.claim_id, []).append(flag)
        return [claim_row(step, joining.get(step.claim.pk, ())) for step in self.pair.steps]

    @cached_property
    def groups(self) -> list[Group]:
        """The rows that the filter leaves, numbers first."""
        if self.chosen == WORDING:
            return grouped(self.wording)
        if self.chosen == ALL:
            return grouped([*self.claims, *self.wording])
        if self.chosen == LOOK:
            return grouped([*(row for row in self.claims if row.outcome not in KEPT), *self.wording])
        return grouped([row for row in self.claims if row.outcome == self.chosen])

    @cached_property
    def chips(self) -> list[Chip]:
        counts = Counter(row.outcome for row in self.claims)
        kept = sum(counts[outcome] for outcome in KEPT)
        rest = [(one.value, one.value.replace("_", " ").capitalize(), counts[one]) for one in ORDER if counts[one]]
        found = [
            (LOOK, "To look at", len(self.claims) - kept + len(self.wording)),
            *rest,
            *([(WORDING, "Wording, no claim", len(self.wording))] if self.wording else []),
            (ALL, "All", len(self.claims) + len(self.wording)),
        ]
        return [Chip(code, label, count, code == self.chosen) for code, label, count in found]

    @property
    def kept(self) -> int:
        """How many claims keep their verdicts without anybody."""
        return sum(row.outcome in KEPT for row in self.claims)

    @property
    def asking(self) -> list[int]:
        """The reworded claims, by id, whose verdicts wait for a glance."""
        return [step.claim.pk for step in self.pair.steps if step.asks]

    @cached_property
    def silent(self) -> list[FlagRow]:
        return [FlagRow(flag, *sides(flag)) for flag in self.pair.silent]

    @cached_property
    def notes(self) -> list[NoteField]:
        lines = suggested(self.pair)
        return [self._note(kind, lines[kind]) for kind in NoteKind]

    def _note(self, kind: NoteKind, suggestion: str) -> NoteField:
        draft = self.pair.drafts.get(kind)
        typed = self._typed[1] if self._typed and self._typed[0] is kind else None
        text = draft.text if draft else suggestion
        return NoteField(kind, HINTS[kind], text if typed is None else typed, suggestion, draft, typed)

    @property
    def query(self) -> str:
        """The pair and the filters, as the query of an address."""
        whole = "&text=whole" if self.whole else ""
        return f"a={self.earlier.number}&b={self.later.number}&outcome={self.chosen}{whole}"

    @property
    def before(self) -> tuple[ArticleVersion, ArticleVersion] | None:
        """The pair that ends where this one begins."""
        at = self._place(self.earlier)
        return (self.pair.versions[at - 1], self.pair.versions[at]) if at else None

    @property
    def after(self) -> tuple[ArticleVersion, ArticleVersion] | None:
        """The pair that begins where this one ends."""
        at = self._place(self.later)
        return (self.pair.versions[at], self.pair.versions[at + 1]) if at + 1 < len(self.pair.versions) else None

    def _place(self, version: ArticleVersion) -> int:
        return [one.pk for one in self.pair.versions].index(version.pk)
