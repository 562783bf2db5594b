"""What changed between two versions, as rows: numbers first, then names, dates, quotes, attributions and hedges."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.engine.changes import Matter, TextChange
from claims.enums import FlagState, Kind, Outcome, Part
from claims.models import ContradictionFlag, Mention
from claims.queries.versions import Step, is_silent
from claims.web.content import value_words

# The order in which an editor looks.
GROUPS = {
    Kind.FIGURE: "Figures",
    Matter.NAME: "Names",
    Matter.DATE: "Dates",
    Kind.QUOTE: "Quotes",
    Kind.ATTRIBUTION: "Attributions",
    Matter.HEDGE: "Hedges and sources",
}
_IN_GROUP = {Matter.CREDIT: Matter.HEDGE}
ICONS = {Matter.NAME: "source", Matter.DATE: "clock", Matter.HEDGE: "info"}
# The gravest first; what is the same comes last.
ORDER = (
    Outcome.VALUE_CHANGED,
    Outcome.ATTRIBUTION_CHANGED,
    Outcome.DROPPED,
    Outcome.NEW,
    Outcome.REWORDED,
    Outcome.MOVED,
    Outcome.UNCHANGED,
)
SENT_BACK = (Outcome.VALUE_CHANGED, Outcome.ATTRIBUTION_CHANGED)
KEPT = (Outcome.UNCHANGED, Outcome.MOVED)
STATES = {
    **dict.fromkeys(SENT_BACK, "recheck"),
    **dict.fromkeys(KEPT, "approved"),
    Outcome.REWORDED: "check",
    Outcome.NEW: "unchecked",
    Outcome.DROPPED: "not_checkable",
}
_TOLD = {Matter.NAME: "a name", Matter.DATE: "a date", Matter.HEDGE: "a hedge", Matter.CREDIT: "who says so"}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One change. old, new: as the texts have it, "" where it does not stand. step: None for words that are no claim.

    old_reading, new_reading: as the engine reads the values, "" where that says nothing more. who: says so.
    fate: what became of the old verdict. noted: what the note says of the change; silent: nothing, though it should.
    other: where the flag joins it to another claim of the two versions, that one.
    """

    group: Kind | Matter
    subject: str
    old: str
    new: str
    outcome: str
    label: str
    noted: str = ""
    silent: bool = False
    old_reading: str = ""
    new_reading: str = ""
    who: str = ""
    fate: str = ""
    sentence: str = ""
    step: Step | None = None
    flag: ContradictionFlag | None = None
    other: Mention | None = None

    @property
    def state(self) -> str:
        return STATES.get(Outcome(self.outcome), "") if self.step else ""

    @property
    def other_words(self) -> str:
        return value_words(self.other) if self.other else ""

    @property
    def same_words(self) -> bool:
        return self.old == self.new


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one kind, under one heading."""

    label: str
    icon: str
    rows: list[VersionRow]


def claim_row(step: Step, joining: Sequence[ContradictionFlag] = ()) -> VersionRow:
    """A claim with what became of it. joining: flags that join it to another, as where a new one took its place."""
    kind, mention = Kind(step.mention.kind), step.mention
    flags = [*step.flags, *joining]
    flag = next((one for one in flags if one.state == FlagState.OPEN), flags[-1] if flags else None)
    readings = [_reading(one) for one in (step.old, step.new)]
    differ = kind is Kind.FIGURE and step.outcome not in (*KEPT, Outcome.ATTRIBUTION_CHANGED)
    return VersionRow(
        kind,
        _subject(mention),
        _words(step.old, step.outcome),
        _words(step.new, step.outcome),
        step.outcome.value,
        step.outcome.value.replace("_", " ").capitalize(),
        _noted(step, flags),
        any(is_silent(one) for one in flags),
        readings[0] if differ else "",
        readings[1] if differ else "",
        _who(step),
        _fate(step),
        "",
        step,
        flag,
        _other(step, flag),
    )


def wording_row(change: TextChange, notes: Sequence[str]) -> VersionRow:
    """Words that changed though no claim was made of them."""
    if change.old and change.new:
        label, outcome = "Changed", Outcome.VALUE_CHANGED
    else:
        label, outcome = ("Gone", Outcome.DROPPED) if change.old else ("New", Outcome.NEW)
    told = any(word.casefold() in note.casefold() for note in notes for word in (change.old, change.new) if word)
    subject = _TOLD[change.matter] + (f", {change.times} times" if change.times > 1 else "")
    return VersionRow(
        group=_IN_GROUP.get(change.matter, change.matter),
        subject=subject,
        old=change.old,
        new=change.new,
        outcome=outcome.value,
        label=label,
        noted="In the note" if told else "Not in the note",
        sentence=change.sentence,
    )


def grouped(rows: Sequence[VersionRow]) -> list[Group]:
    """The rows under their headings, in the order in which an editor looks; empty ones left out."""
    rank = {outcome.value: at for at, outcome in enumerate(ORDER)}
    found = []
    for kind, label in GROUPS.items():
        own = sorted((row for row in rows if row.group == kind), key=lambda row: rank[row.outcome])
        if own:
            found.append(Group(label, ICONS.get(kind, str(kind)) if isinstance(kind, Matter) else str(kind), own))
    return found


def stand_for_themselves(changes: Sequence[TextChange], steps: Sequence[Step]) -> list[TextChange]:
    """The changes of words that no claim tells of already: a credit that went is told by its attribution."""
    told = [step for step in steps if step.mention.kind == Kind.ATTRIBUTION and step.outcome not in KEPT]
    old = [step.old for step in told if step.old and step.old.part == Part.BODY]
    new = [step.new for step in told if step.new and step.new.part == Part.BODY]
    return [
        change
        for change in changes
        if change.matter is not Matter.CREDIT or not (_overlap(change.old_span, old) or _overlap(change.new_span, new))
    ]


def _overlap(span: object, mentions: Sequence[Mention]) -> bool:
    start, end = getattr(span, "start", 0), getattr(span, "end", 0)
    return any(start < mention.end and mention.start < end for mention in mentions)


def _subject(mention: Mention) -> str:
    if mention.kind == Kind.FIGURE:
        return mention.measure or mention.unit.replace("_", " ")
    if mention.kind == Kind.QUOTE:
        return mention.claimant or "nobody named"
    return mention.proposition


def _words(mention: Mention | None, outcome: Outcome) -> str:
    """The value; of a figure that says the same in other words, these words."""
    if mention and mention.kind == Kind.FIGURE and outcome is Outcome.REWORDED:
        return mention.text
    return value_words(mention) if mention else ""


def _reading(mention: Mention | None) -> str:
    return mention.reading if mention else ""


def _who(step: Step) -> str:
    """Who says so, where that is not what the row shows anyway."""
    told = [one.claimant or one.anonymous for one in (step.old, step.new) if one]
    if step.outcome is not Outcome.ATTRIBUTION_CHANGED:
        read = f"{_reading(step.old)} {_reading(step.new)}"
        if step.mention.kind != Kind.FIGURE or all(not name or name in read for name in told):
            return ""
    return ", now ".join(dict.fromkeys(name or "the outlet itself" for name in told))


def _other(step: Step, flag: ContradictionFlag | None) -> Mention | None:
    sides = (flag.a, flag.b) if flag else ()
    return next((side for side in sides if side.claim_id != step.claim.pk), None)


def _noted(step: Step, flags: Sequence[ContradictionFlag]) -> str:
    if any(is_silent(flag) for flag in flags):
        return "Silent change"
    if any(not flag.silent for flag in flags):
        return "In the note"
    if any(flag.state == FlagState.RESOLVED for flag in flags):
        return "Settled"
    if flags:
        return "Dismissed: no change of fact"
    if step.outcome in SENT_BACK:
        return "Both can hold"
    return "Nothing to note" if step.outcome is Outcome.NEW else ""


def _fate(step: Step) -> str:
    """What became of the verdict on the old words; "" where there was none."""
    if step.again and (step.verdict is None or step.again.pk != step.verdict.pk):
        return "checked again"
    if step.verdict is None:
        return ""
    if step.outcome in KEPT:
        return "kept"
    if step.outcome is Outcome.DROPPED:
        return f"stays with version {step.verdict.mention.version.number}"
    if step.outcome in SENT_BACK:
        return "sent back"
    return "kept, asks for a glance" if step.asks else _glanced(step)


def _glanced(step: Step) -> str:
    by = step.glanced.by if step.glanced and step.glanced.became == "" else None
    return f"kept, still right by {by.get_full_name() or by.username}" if by else "kept"
