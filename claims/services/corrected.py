"""How a corrected mention was read before, and how its correction holds in the next version."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from claims.engine import records as engine
from claims.enums import Kind, Outcome, Part
from claims.models import Correction, Mention
from claims.services import rows
from claims.services.by_hand import AttributionContent, FigureContent, Marking, QuoteContent, record_of
from sources.models import ArticleVersion

# What a person may overrule, by kind of claim.
FIELDS: Mapping[str, tuple[str, ...]] = {
    Kind.FIGURE: (
        "low",
        "high",
        "approximation",
        "unit",
        "measure",
        "measure_key",
        "thing",
        "place",
        "as_of",
        "claimant",
    ),
    Kind.QUOTE: ("claimant",),
    Kind.ATTRIBUTION: ("claimant", "proposition", "polarity"),
}
_MADE = ("rule", "trigger", "reading", "keys")
DERIVED = (*_MADE, "run_id")
_NUMBERS = frozenset({"low", "high"})
# A claim that stands in the next version so was not changed there.
KEPT = frozenset({Outcome.UNCHANGED, Outcome.MOVED, Outcome.REWORDED})


@dataclass(frozen=True, slots=True)
class Read:
    """A mention as the engine reads it, and the corrections that overrule it, oldest first."""

    mention: Mention
    corrections: tuple[Correction, ...]


def as_read(mentions: Sequence[Mention]) -> list[Read]:
    """Each mention as the engine read it, for the comparison with what it reads in another version. One query."""
    by_mention: dict[int, list[Correction]] = {}
    live = Correction.objects.filter(mention__in=[row.pk for row in mentions], undone_at=None)
    for one in live.order_by("pk"):
        by_mention.setdefault(one.mention_id, []).append(one)
    return [_as_read(row, by_mention.get(row.pk, [])) for row in mentions]


def hold_again(
    carries: Sequence[engine.Carry], old: Sequence[Read], new: Sequence[Mention], *, run_id: int
) -> list[Correction]:
    """Has the corrections of the version before hold where the engine reads now what it read there.

    new: unsaved rows, tied to their claims; the indices of the carries count in old and in new. Gives the corrections,
    to be kept once the rows are stored.
    """
    held = []
    for step in carries:
        if step.old is None or step.new is None or step.new >= len(new) or step.outcome not in KEPT:
            continue
        row, corrections = new[step.new], old[step.old].corrections
        if corrections and row.carried_from_id == old[step.old].mention.pk:
            held += [one for one in [_again(row, corrections, run_id)] if one is not None]
    return held


def keep(held: Sequence[Correction]) -> None:
    """Stores corrections that went on, now that their mentions are."""
    for one in held:
        one.claim_id = one.mention.claim_id
    Correction.objects.bulk_create(held)


def _again(row: Mention, corrections: Sequence[Correction], run_id: int) -> Correction | None:
    """All corrections of a mention as one, applied to a row; None where the engine reads something else there."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for one in corrections:
        before |= {name: one.before[name] for name in one.after if name not in before}
        after |= one.after
    if any(stored(getattr(row, name)) != value for name, value in before.items()):
        return None
    before |= {name: stored(getattr(row, name)) for name in DERIVED} | {"run_id": run_id}
    new = changed(row, {name: loaded(name, value) for name, value in after.items()})
    for name in (*FIELDS[row.kind], *_MADE):
        setattr(row, name, getattr(new, name))
    last = corrections[-1]
    return Correction(mention=row, before=before, after=after, by_id=last.by_id, at=last.at, reason=last.reason)


def _as_read(row: Mention, corrections: Sequence[Correction]) -> Read:
    read = copy(row)
    for one in reversed(corrections):
        for name, value in one.before.items():
            setattr(read, name, loaded(name, value))
    return Read(read, tuple(corrections))


def changed(row: Mention, changes: Mapping[str, Any]) -> Mention:
    """A copy of a row with other content, validated and with its keys and its reading made anew."""
    copied = copy(row)
    for name, value in changes.items():
        setattr(copied, name, value)
    record = record_of(_marking(copied), rows.parts(row.version)[Part(row.part)], row.version.language)
    made = typed(record, row.version)
    for name in (*FIELDS[row.kind], *_MADE):
        setattr(copied, name, getattr(made, name))
    copied.run = None
    return copied


def typed(record: engine.Record, version: ArticleVersion) -> Mention:
    """The unsaved row of one record."""
    (row,) = rows.mentions_from([record], version)
    return row


def _marking(row: Mention) -> Marking:
    record = rows.record_from(row)
    content: FigureContent | QuoteContent | AttributionContent = QuoteContent()
    if isinstance(record, engine.Figure):
        content = FigureContent(
            low=record.low,
            high=record.high,
            approximation=record.approximation,
            unit=record.unit,
            measure=record.measure,
            measure_key=record.measure_key,
            value=record.value_span,
            thing=record.thing,
            place=record.place,
            as_of=record.as_of,
            direction=record.direction,
        )
    elif isinstance(record, engine.Attribution):
        content = AttributionContent(record.proposition, record.polarity, record.proposition_span, record.anonymous)
    return Marking(record.part, record.span, content, claimant=record.claimant or None, cue=row.cue)


def stored(value: Any) -> Any:
    """A column's value as JSON holds it."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value


def loaded(name: str, value: Any) -> Any:
    """A column's value from what JSON holds."""
    return Decimal(value) if name in _NUMBERS and value is not None else value
