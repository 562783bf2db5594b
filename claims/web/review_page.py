"""What the template of a revision under review reads."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils import timezone

from claims.enums import Act, Change, ClaimState, Kind, Rating
from claims.models import Verdict
from claims.queries.reviewing import UnderReview
from claims.queries.verdicts import OPENED, HistoryRow
from claims.web.content import content, sides, value_words
from claims.web.passages import Passage, passage
from claims.web.rows import FlagRow
from claims.web.wording import pieces
from claims.web.words import STATES, name_of
from claims.workflow import WITHOUT_EVIDENCE, Decision, Facts, allowed
from sources.engine.redline import Mark, Piece

QUESTIONS = {
    Kind.FIGURE: "Is the figure right?",
    Kind.QUOTE: "Were these the words, and whose?",
    Kind.ATTRIBUTION: "Did they say so?",
}
ACTS = {
    OPENED: "opened revision {0}",
    Act.SUBMIT: "submitted revision {0}",
    Act.WITHDRAW: "withdrew revision {0}",
    Act.SEND_BACK: "sent revision {0} back",
    Act.APPROVE: "approved revision {0}",
    Act.PUBLISH: "published revision {0}",
    Act.RETRACT: "retracted revision {0}",
}
FIELDS = ("Words", "Finding", "In substance", "As of", "Reasons")
# What the desk head may set aside, with a reason.
SET_ASIDE = frozenset({"evidence_missing", "open_conflict"})


@dataclass(frozen=True, slots=True)
class Line:
    """One field of the finding in both revisions; without an earlier one `before` is empty."""

    label: str
    before: list[Piece]
    now: list[Piece]


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to be sure of before approving."""

    fine: bool
    words: str


@dataclass(frozen=True)
class ReviewPage:
    """One revision, as a reviewer sees it. seen: as she had seen it, where somebody changed it under her hand."""

    found: UnderReview
    seen: Verdict | None = None

    @property
    def verdict(self) -> Verdict:
        return self.found.verdict

    @property
    def state(self) -> str:
        return STATES[ClaimState(self.verdict.claim.state)]

    @property
    def question(self) -> str:
        return QUESTIONS[Kind(self.verdict.claim.kind)]

    @cached_property
    def value(self) -> str:
        return value_words(self.verdict.mention)

    @cached_property
    def passage(self) -> Passage:
        return passage(self.verdict.mention)

    @cached_property
    def reading(self) -> dict[str, str]:
        return content(self.verdict.mention)

    @cached_property
    def lines(self) -> list[Line]:
        """The finding, beside the one that was approved last."""
        before, now = self.found.approved, self.verdict
        old = (*_finding(before), self._evidence_before()) if before else ("",) * (len(FIELDS) + 1)
        new = (*_finding(now), self._evidence_now())
        rows = zip((*FIELDS, "Evidence"), old, new, strict=True)
        return [_line(label, was, became, before is not None) for label, was, became in rows if was or became]

    @cached_property
    def changes(self) -> list[Line]:
        """What changed since the reviewer looked; empty where that is not known, or is the evidence alone."""
        return [] if self.seen is None else [
            _line(label, old, new, compared=True)
            for label, old, new in zip(FIELDS, _finding(self.seen), _finding(self.verdict), strict=True)
            if old != new
        ]  # fmt: skip

    @cached_property
    def flags(self) -> list[FlagRow]:
        return [FlagRow(flag, *sides(flag)) for flag in self.found.flags if flag.state == "open"]

    @cached_property
    def decisions(self) -> dict[str, Decision]:
        """What would come of each act that the state knows. The reason is asked for where it is given."""
        return {act.value: decision for act, decision in allowed(self.found.facts).items()}

    @property
    def may_set_aside(self) -> bool:
        """Whether an override is all that stands in the way of approving."""
        approve = self.decisions.get(Act.APPROVE)
        return approve is not None and approve.code in SET_ASIDE

    @cached_property
    def ticks(self) -> list[Tick]:
        facts = self.found.facts
        return [
            Tick(not facts.contributor, _part(facts)),
            _evidence_tick(facts),
            Tick(facts.reasoned and facts.rating is not None, "Finding, reasons and “as of” are given"),
            Tick(facts.conflicts == 0, _conflicts(facts)),
            Tick(facts.current, f"The claim {'still says what' if facts.current else 'no longer says what'} is judged"),
        ]

    @cached_property
    def history(self) -> list[tuple[HistoryRow, str]]:
        return [(row, _happened(row)) for row in self.found.history]

    def _evidence_before(self) -> str:
        return "; ".join(f"{row.version.article.source.name}: {row.text}" for row in self.found.before)

    def _evidence_now(self) -> str:
        rows = [one.evidence for one in self.found.evidence]
        return "; ".join(f"{row.version.article.source.name}: {row.text}" for row in rows)


def _finding(verdict: Verdict) -> tuple[str, ...]:
    """The fields of a finding in words, in the order of FIELDS."""
    return (
        verdict.mention.text,
        _rating(verdict.rating),
        _rating(verdict.in_substance),
        _moment(verdict.as_of),
        verdict.rationale,
    )


def _line(label: str, old: str, new: str, compared: bool) -> Line:
    if not compared:
        return Line(label, [], [Piece(new, Mark.KEPT)])
    found = pieces(old, new)
    return Line(
        label,
        [piece for piece in found if piece.mark is not Mark.IN],
        [piece for piece in found if piece.mark is not Mark.OUT],
    )


def _evidence_tick(facts: Facts) -> Tick:
    if facts.evidence:
        return Tick(True, "A passage bears on it that can stand alone")
    if facts.rating in WITHOUT_EVIDENCE:
        return Tick(True, "This finding needs no passage: the reasons say where was looked")
    return Tick(False, "No passage can stand alone")


def _part(facts: Facts) -> str:
    if facts.contributor:
        return "You wrote or changed this revision: somebody else has to approve it"
    return "You had no part in this revision"


def _conflicts(facts: Facts) -> str:
    if not facts.conflicts:
        return "No open conflict on this claim"
    return "One open conflict on this claim" if facts.conflicts == 1 else f"{facts.conflicts} open conflicts"


def _rating(code: str) -> str:
    return Rating(code).replace("_", " ").capitalize() if code else ""


def _moment(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local.day} {local:%B %Y, %H:%M}"


def _happened(row: HistoryRow) -> str:
    who = name_of(row.by) if row.by else "The engine"
    if row.what in ACTS:
        aside = ", setting a rule aside" if row.override else ""
        return f"{who} {ACTS[row.what].format(row.revision)}{aside}"
    if row.what == Change.ASSIGNEE and row.by and row.became == row.by.get_username():
        return f"{who} took it"
    if row.what == Change.ASSIGNEE:
        return f"{who} gave it to {row.became}" if row.became else f"{who} took it from {row.was}"
    if row.what == Change.STATE:
        return f"{who} moved it to “{STATES[ClaimState(row.became)].lower()}”"
    if row.what == Change.GLANCE:
        return f"{who} asked for a look at other words" if row.became else f"{who} found the new words right"
    return f"{who} changed the {row.what}"
