"""The frozen records that the engine takes and returns.

All offsets are Python string indices into the stored text of one part (headline or body), end exclusive.
Values are `Decimal` in the unit's base: "3.4bn" is 3400000000, "12 per cent" is 12 with unit `percent`.
"""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from claims.enums import (
    Answer,
    Approximation,
    Direction,
    FlagType,
    Kind,
    Outcome,
    Part,
    Polarity,
    Relation,
    Scope,
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one part's text, [start, end)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def touches(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


# The rule of a record that a person made: what it says of itself goes before what its words suggest.
BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Why:
    """How a record came about, shown to the checker as it is.

    rule: stable id, such as `figure.count`. trigger: the words of the text that set the rule off.
    reading: the normalised reading in plain words, "at least 40 people killed, said by the FSB".
    """

    rule: str
    trigger: str
    reading: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that can be checked.

    span: the clause or phrase that carries the number and what it counts. value_span: the number with its bound words.
    low, high: the closed interval of values that the words allow; None is unbounded (see `FORMAT` in docs/engine.md).
    unit: as written, singular with underscores, or ISO 4217. measure: what is counted, in plain words.
    measure_key: the lexicon's id of the measure ("killed"), "" where it has none. thing, place: what and where it is
    about, as the text names them, "" where it does not. as_of: the moment it holds for as the text words it, or "".
    group: words that restrict what is counted ("children", "last year"), normalised; () where none do.
    claimant: who says so, by the fullest name in the version; None for the outlet's own voice.
    """

    span: Span
    value_span: Span
    low: Decimal | None
    high: Decimal | None
    approximation: Approximation
    unit: str
    measure: str
    why: Why
    measure_key: str = ""
    thing: str = ""
    place: str = ""
    as_of: str = ""
    group: tuple[str, ...] = ()
    direction: Direction = Direction.NONE
    claimant: str | None = None
    part: Part = Part.BODY

    @property
    def kind(self) -> Kind:
        return Kind.FIGURE


@dataclass(frozen=True, slots=True)
class Quote:
    """One contiguous stretch inside quotation marks, the marks and a final comma or full stop left out."""

    span: Span
    words: str
    why: Why
    claimant: str | None = None
    cue: str = ""
    part: Part = Part.BODY

    @property
    def kind(self) -> Kind:
        return Kind.QUOTE


@dataclass(frozen=True, slots=True)
class Attribution:
    """A proposition credited to somebody.

    span covers cue and proposition in one stretch, the claimant too where it adjoins. proposition is the self-contained
    sentence; proposition_span is where its words stand. anonymous: the kind of an unnamed source ("officials"), or "".
    """

    span: Span
    proposition_span: Span
    proposition: str
    cue: str
    polarity: Polarity
    why: Why
    claimant: str | None = None
    anonymous: str = ""
    part: Part = Part.BODY

    @property
    def kind(self) -> Kind:
        return Kind.ATTRIBUTION


Record = Figure | Quote | Attribution


@dataclass(frozen=True, slots=True)
class Extraction:
    """All records of one version, in the order of the text, headline first.

    parse: the sentences' analyses with notes on them as bytes, to be handed to `extract` for the next version (see
    `keeping.py`).
    """

    records: tuple[Record, ...]
    parse: bytes = field(default=b"", repr=False)

    def of(self, kind: Kind) -> tuple[Record, ...]:
        return tuple(record for record in self.records if record.kind is kind)


@dataclass(frozen=True, slots=True)
class Mention:
    """A record where it stands: what `compare` needs to know besides the record itself.

    key: the caller's id of the mention, given back in comparisons. document, version: which text.
    source: who published it. sentence: the sentence around the record. published: when that version appeared.
    title: the version's headline. official: the publisher is a primary source (police, court, company on itself).
    sentence_start: where the sentence begins in the record's part, None where the caller does not know it.
    before: the sentences of the same paragraph before it. known_as: offices that the version names for the claimant.
    lone: a figure, and the version counts nothing else in its unit, or only gives the same value again.
    """

    key: str
    record: Record
    document: str
    version: int
    source: str
    sentence: str
    published: datetime
    title: str = ""
    official: bool = False
    sentence_start: int | None = None
    before: str = ""
    known_as: tuple[str, ...] = ()
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The engine's answer on two mentions.

    type, relation: what kind of contradiction it is; both None unless answer is contradicts or updates.
    readings: the two normalised readings. reason: one plain sentence that names both values.
    """

    answer: Answer
    rule: str
    readings: tuple[str, str]
    reason: str
    type: FlagType | None = None
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A comparison that wants an eye, with the keys of its two mentions (the earlier one first)."""

    a: str
    b: str
    scope: Scope
    comparison: Comparison
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Carry:
    """What became of one record between two versions; old is None for new, new is None for dropped.

    old, new: indices into the sequences that `carry` was given.
    """

    old: int | None
    new: int | None
    outcome: Outcome
    rule: str
    reason: str
