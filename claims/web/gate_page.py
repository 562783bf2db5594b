"""What the page of the gate shows of one text."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils import timezone

from claims import permissions
from claims.enums import GateAnswer, GateEffect, GateReason
from claims.gate import MEANINGS, Ruling, rule
from claims.models import GateOverride
from claims.queries import gate as queries
from claims.queries.status import Text

EFFECTS = {GateEffect.STOP: "Stops", GateEffect.NOTE: "Note"}
# What MEANINGS says of "a claim", where the claim itself stands at the head of the row.
IN_A_ROW = {
    GateReason.CONFLICT: "Open conflict",
    GateReason.RATED_WRONG: "Found wrong",
    GateReason.RATED_DISPUTED: "Disputed",
    GateReason.CHANGED: "Changed since it was approved",
    GateReason.RATED_OUTDATED: "Outdated",
    GateReason.NOT_CONFIRMABLE: "Could not be confirmed",
    GateReason.SILENT_CHANGE: "Changed without a note",
    GateReason.STALE: "Finding is old",
    GateReason.UNCHECKED: "Not checked",
    GateReason.NOT_APPROVED: "Waits for a second person",
}


@dataclass(frozen=True, slots=True)
class Against:
    """A claim with what speaks against it."""

    claim: int
    text: str
    stops: bool
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class GatePage:
    """answer: None while the text is read. basis: of a stop, for whoever may set it aside."""

    text: Text
    answer: GateAnswer | None
    reasons: list[tuple[str, str]]
    claims: list[Against]
    counted: int
    override: GateOverride | None
    basis: str
    may_override: bool
    revision: int


def gate_page(text: Text, user: User) -> GatePage:
    """By what is known now, as far as the person sees it."""
    version, told = text.version, queries.in_force()
    found = queries.found_in(version, user)
    ruling = rule([queries.facts_of(one) for one in found], timezone.now(), told.policy, latest=text.latest)
    marks = [queries.text_mark(owner, version.title, version.sha256) for owner in (version.article_id, None)]
    bases = [queries.basis_of(mark, found, ruling) for mark in marks]
    stopped = text.processed and ruling.answer is GateAnswer.STOP
    overrides = (queries.override_of(*pair, user) for pair in zip(marks, bases, strict=True)) if stopped else iter(())
    override = next((one for one in overrides if one), None)
    answer = GateAnswer.GO_WITH_NOTES if override else ruling.answer
    return GatePage(
        text=text,
        answer=answer if text.processed else None,
        reasons=[(MEANINGS[reason], EFFECTS[ruling.effects[reason]]) for reason in ruling.text],
        claims=[_against(one, ruling) for one in found if one["row"]["id"] in ruling.claims],
        counted=len(found),
        override=override,
        basis=bases[0] if stopped and not override else "",
        may_override=permissions.override_gate(user),
        revision=told.revision,
    )


def _against(found: queries.Found, ruling: Ruling) -> Against:
    claim: int = found["row"]["id"]
    reasons: tuple[GateReason, ...] = ruling.claims[claim]
    return Against(claim, found["row"]["words_text"], ruling.stops(claim), [IN_A_ROW[reason] for reason in reasons])
