"""What the engine read of a mention, as lines that a person reads, and two readings side by side."""

from dataclasses import dataclass
from decimal import Decimal

from claims.enums import Approximation, Direction, FlagType, Kind, Polarity
from claims.models import ContradictionFlag, Mention
from claims.queries.reading import Listed

WORDINGS = {
    Approximation.EXACT: "exactly",
    Approximation.ABOUT: "about",
    Approximation.AT_LEAST: "at least",
    Approximation.MORE_THAN: "more than",
    Approximation.AT_MOST: "at most",
    Approximation.LESS_THAN: "less than",
    Approximation.BETWEEN: "between",
}
DIRECTIONS = {Direction.UP: "a rise", Direction.DOWN: "a fall"}
STANCES = {Polarity.AFFIRMED: "says so", Polarity.DENIED: "denies it"}


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of two readings; a and b are "" where a side has nothing to say."""

    label: str
    a: str
    b: str

    @property
    def same(self) -> bool:
        return self.a.casefold() == self.b.casefold()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a flag: the value as the text has it, and its sentence before, in and after the mark."""

    mention: Mention
    value: str
    before: str
    words: str
    after: str


def content(mention: Mention) -> dict[str, str]:
    """The typed content by label, in the order to be read; lines that are empty are left out."""
    lines = {Kind.FIGURE: _figure, Kind.QUOTE: _quote, Kind.ATTRIBUTION: _attribution}[Kind(mention.kind)](mention)
    return {label: value for label, value in lines.items() if value}


def compared(a: Mention, b: Mention) -> list[Compared]:
    """Two readings line by line, all labels that either has."""
    left, right = content(a), content(b)
    return [Compared(label, left.get(label, ""), right.get(label, "")) for label in {**left, **right}]


def value_words(mention: Mention | Listed) -> str:
    """The value of a figure as the text has it; the words of a quote; who says so, of an attribution."""
    if mention.kind == Kind.FIGURE and mention.value_start is not None and mention.value_end is not None:
        return mention.text[mention.value_start - mention.start : mention.value_end - mention.start] or mention.text
    if mention.kind == Kind.QUOTE:
        return f"“{mention.text}”"
    return f"{_who(mention)} {STANCES.get(Polarity(mention.polarity), '')}".strip()


def side(flag: ContradictionFlag, mention: Mention) -> Side:
    """One side of a flag with the sentence around it."""
    value = _who(mention) if flag.type == FlagType.SPEAKER else value_words(mention)
    before, words, after = mention.sentence.partition(mention.text)
    if not words:
        before, words, after = "", mention.text, ""
    return Side(mention, value, before, words, after)


def sides(flag: ContradictionFlag) -> tuple[Side, Side]:
    """Both sides of a flag, the earlier one first."""
    return side(flag, flag.a), side(flag, flag.b)


def number(value: Decimal | None, unbounded: str) -> str:
    """A value with thousands set apart and no idle zeros."""
    if value is None:
        return unbounded
    return f"{value:,f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def _figure(mention: Mention) -> dict[str, str]:
    return {
        "What is counted": mention.measure,
        "Of what": mention.thing,
        "Counts only": mention.group,
        "Place": mention.place,
        "Lowest": number(mention.low, "no lower bound"),
        "Highest": number(mention.high, "no upper bound"),
        "Wording": WORDINGS.get(Approximation(mention.approximation), ""),
        "Unit": mention.unit.replace("_", " "),
        "Change": DIRECTIONS.get(Direction(mention.direction), ""),
        "As of": mention.as_of,
        "Who says so": mention.claimant or "the outlet itself",
    }


def _quote(mention: Mention) -> dict[str, str]:
    return {"Words": mention.text, "Speaker": mention.claimant or "nobody named", "Reporting verb": mention.cue}


def _attribution(mention: Mention) -> dict[str, str]:
    return {
        "Who": _who(mention),
        "Stance": STANCES.get(Polarity(mention.polarity), ""),
        "What": mention.proposition,
        "Reporting verb": mention.cue,
        "Unnamed source": mention.anonymous,
    }


def _who(mention: Mention) -> str:
    return mention.claimant or mention.anonymous or "nobody named"
