"""The panel of the chosen claim: what was read, evidence, verdict, what happened, what was said."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.auth.models import User

from claims import permissions
from claims.engine.evidence import Stretch, word_diff
from claims.enums import Containment, Kind
from claims.models import Claim, Comment, Correction, Evidence, Mention
from claims.queries import flags_of
from claims.queries.comments import comments_on
from claims.queries.evidence import standing
from claims.queries.panel import corrections_on, evidence_on
from claims.queries.reading import mentions_of_claim
from claims.services.merging import candidates
from claims.web.content import content, sides, value_words
from claims.web.correction_form import CorrectionForm
from claims.web.happened import Happening, happened
from claims.web.rows import FlagRow, Row, row_of
from claims.web.verdict_form import VerdictForm
from claims.web.verdict_panel import VerdictPanel


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A passage under the claim. stale: why it cannot stand alone. diff: a quote that differs, word by word."""

    evidence: Evidence
    stale: str
    diff: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What a person typed and was refused, to stand in its form again. comment: its words; refusal: why."""

    verdict: VerdictForm | None = None
    correction: CorrectionForm | None = None
    comment: str = ""
    refusal: str = ""
    at: str = ""


@dataclass(frozen=True)
class ClaimPanel:
    """The chosen claim. here: its mention in the version shown, None where it does not stand in it.

    everywhere: all its mentions, oldest version first. row: the one that is spoken of, None where none stands. place
    counts from 1. before, after: the claims beside it; following: the next one that waits for a decision.
    """

    claim: Claim
    state: str
    here: Mention | None
    row: Row | None
    everywhere: Sequence[Mention]
    place: int | None
    before: int | None
    after: int | None
    following: int | None
    user: User
    given: Given = field(default_factory=Given)

    @property
    def mention(self) -> Mention | None:
        """That in the version shown, else the last one; None where it stands nowhere."""
        return self.here or next(reversed(self.everywhere), None)

    @cached_property
    def content(self) -> dict[str, str]:
        return content(self.mention) if self.mention else {}

    @property
    def elsewhere(self) -> list[tuple[Mention, str]]:
        """Its mentions in the other versions, each with its words."""
        here = self.here.version_id if self.here else None
        return [(one, value_words(one)) for one in self.everywhere if one.version_id != here]

    @property
    def splittable(self) -> bool:
        """Whether the claim stands in an earlier version too, from which it may be another one here."""
        here = self.here.version.number if self.here else 0
        return any(one.version.number < here for one in self.everywhere)

    @cached_property
    def mergeable(self) -> list[Mention]:
        """Where claims stand that this one may be in another version; nothing for who cannot merge them."""
        return candidates(self.claim) if permissions.mark_claims(self.user) else []

    @cached_property
    def flags(self) -> list[FlagRow]:
        return [FlagRow(flag, *sides(flag)) for flag in flags_of([self.claim.pk])]

    @cached_property
    def evidence(self) -> list[EvidenceRow]:
        return [
            EvidenceRow(row.evidence, row.greyed, self._diff(row.evidence)) for row in standing(self.claim, self.linked)
        ]

    @cached_property
    def linked(self) -> list[Evidence]:
        """Whatever was linked to the claim, the latest first."""
        return evidence_on(self.claim.pk)

    @property
    def removed(self) -> list[Evidence]:
        """What was linked and taken back, what was taken back last first."""
        gone = [(row.removed_at, row) for row in self.linked if row.removed_at is not None]
        return [row for _, row in sorted(gone, key=lambda one: one[0], reverse=True)]

    @cached_property
    def corrected(self) -> list[Correction]:
        """All corrections of the claim, the latest first."""
        return corrections_on(self.claim.pk)

    @property
    def corrections(self) -> list[Correction]:
        """The corrections of the mention shown that hold, the latest first."""
        shown = self.mention.pk if self.mention else None
        return [row for row in self.corrected if row.mention_id == shown and row.undone_at is None]

    @cached_property
    def correction(self) -> CorrectionForm | None:
        if self.given.correction is not None or self.mention is None:
            return self.given.correction
        return CorrectionForm(self.mention)

    @cached_property
    def verdict(self) -> VerdictPanel:
        return VerdictPanel(self.claim, self.user, self.given.verdict)

    @cached_property
    def history(self) -> list[Happening]:
        return happened(self.claim, self.verdict.revisions, self.linked, self.corrected, self.flags)

    @cached_property
    def comments(self) -> list[Comment]:
        return comments_on(self.claim)

    @property
    def spoken_to(self) -> bool:
        """Whether a comment names the person who has not said that she has seen it."""
        return any(
            self.user in comment.people.all() and self.user not in comment.seen_by.all() for comment in self.comments
        )

    @property
    def may_check(self) -> bool:
        return permissions.check_claims(self.user)

    def _diff(self, evidence: Evidence) -> tuple[Stretch, ...]:
        if self.claim.kind != Kind.QUOTE or evidence.contains != Containment.DIFFERS or self.mention is None:
            return ()
        return word_diff(self.mention.text, evidence.text)


def panel_of(
    claim: Claim, rows: Sequence[Row], state: str, *, user: User, given: Given, open_ids: Sequence[int]
) -> ClaimPanel:
    """The panel of a claim beside a version. rows: of the version, in its order. open_ids: claims not yet decided."""
    ids = list(dict.fromkeys(row.mention.claim_id for row in rows))
    own = next((row for row in rows if row.mention.claim_id == claim.pk), None)
    at = ids.index(claim.pk) if own else None
    everywhere = mentions_of_claim(claim.pk)
    here = next((one for one in everywhere if own and one.pk == own.mention.pk), None)
    spoken_of = here or next(reversed(everywhere), None)
    return ClaimPanel(
        claim=claim,
        state=state,
        here=here,
        row=row_of(spoken_of, state) if spoken_of else None,
        everywhere=everywhere,
        place=None if at is None else at + 1,
        before=ids[at - 1] if at else None,
        after=ids[at + 1] if at is not None and at + 1 < len(ids) else None,
        following=_following(ids, at, open_ids),
        user=user,
        given=given,
    )


def _following(ids: Sequence[int], at: int | None, open_ids: Sequence[int]) -> int | None:
    """The next claim that waits for a decision, from the beginning again behind the last one; None where none does."""
    start = 0 if at is None else at + 1
    waiting = set(open_ids)
    around = [*ids[start:], *ids[: max(0, start - 1)]]
    return next((one for one in around if one in waiting), None)
