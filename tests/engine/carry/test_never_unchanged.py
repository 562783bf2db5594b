"""For any edit: no changed value is called unchanged, and what was not touched keeps its identity."""

import re
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from claims.engine.carry import carry
from claims.engine.records import Attribution, Figure, Quote, Record, Span, Why
from claims.enums import Approximation, Outcome, Part, Polarity

WHY = Why("test", "", "")
KEPT = {Outcome.UNCHANGED, Outcome.MOVED, Outcome.REWORDED}
TOPICS = ("people were killed", "homes were flooded", "trees fell", "buses ran late", "schools closed")
NAMES = ("Ann Vale", "Peter Marsh", "Ida Berg")
REMARKS = ("the road was closed at dawn", "nobody had told the crew", "the gate stood open all night")


@dataclass(frozen=True)
class Line:
    """One paragraph: a count, a quote or an attribution, with the noise around it."""

    kind: str
    value: int
    topic: int
    name: int
    noise: str

    def text(self) -> str:
        if self.kind == "figure":
            return f"{self.noise} {self.value} {TOPICS[self.topic]}."
        if self.kind == "quote":
            return f"{self.noise} “{REMARKS[self.topic % 3]} {self.value} times,” said {NAMES[self.name]}."
        return f"{self.noise} {NAMES[self.name]} said {REMARKS[self.topic % 3]} {self.value} times."


def records(text: str) -> list[Record]:
    """What stands in a text made of such lines, read by patterns, so that only carry-over is tried."""
    figures = re.finditer(r"(\d+) (" + "|".join(TOPICS) + ")", text)
    quotes = re.finditer(r"“([^”]+),” said (\w+ \w+)\.", text)
    credits_ = re.finditer(r"(\w+ \w+) said ([a-z][^.]+)\.", text)
    return [*map(figure, figures), *map(quote, quotes), *map(attribution, credits_)]


def figure(m: "re.Match[str]") -> Figure:
    value = Decimal(m.group(1))
    unit = m.group(2).split()[0]
    return Figure(Span(*m.span()), Span(*m.span(1)), value, value, Approximation.EXACT, unit, m.group(2), WHY)


def quote(m: "re.Match[str]") -> Quote:
    return Quote(Span(*m.span(1)), m.group(1), WHY, claimant=m.group(2))


def attribution(m: "re.Match[str]") -> Attribution:
    said = Span(*m.span(2))
    return Attribution(Span(*m.span()), said, m.group(2), "said", Polarity.AFFIRMED, WHY, m.group(1))


LINES = st.builds(
    Line,
    kind=st.sampled_from(["figure", "quote", "attribution"]),
    value=st.integers(2, 60),
    topic=st.integers(0, 4),
    name=st.integers(0, 2),
    noise=st.sampled_from(["", "On Monday", "By noon", "In the north of the town", "Later that night"]),
)
TEXTS = st.lists(LINES, max_size=7)


def body(lines: list[Line]) -> dict[Part, str]:
    return {Part.HEADLINE: "", Part.BODY: "\n".join(line.text() for line in lines)}


def value(record: Record) -> tuple[object, ...]:
    if isinstance(record, Figure):
        return record.low, record.high, record.unit
    if isinstance(record, Quote):
        return record.words, record.claimant
    return record.proposition, record.claimant, record.polarity


@given(TEXTS, TEXTS)
def test_no_changed_value_is_called_unchanged(old_lines: list[Line], new_lines: list[Line]) -> None:
    old_texts, new_texts = body(old_lines), body(new_lines)
    old, new = records(old_texts[Part.BODY]), records(new_texts[Part.BODY])
    for step in carry(old_texts, new_texts, old, new):
        if step.old is not None and step.new is not None and step.outcome in KEPT:
            assert value(old[step.old]) == value(new[step.new])


@given(TEXTS, st.integers(0, 6), st.integers(61, 99))
def test_an_edit_elsewhere_leaves_a_claim_as_it_is(lines: list[Line], at: int, changed: int) -> None:
    if not lines:
        return
    at %= len(lines)
    edited = [
        *lines[:at],
        Line(lines[at].kind, changed, lines[at].topic, lines[at].name, lines[at].noise),
        *lines[at + 1 :],
    ]
    old_texts, new_texts = body(lines), body(edited)
    old, new = records(old_texts[Part.BODY]), records(new_texts[Part.BODY])
    steps = {step.old: step for step in carry(old_texts, new_texts, old, new)}
    ends = [len("\n".join(line.text() for line in lines[: n + 1])) for n in range(len(lines))]
    for number, record in enumerate(old):
        line = next(n for n, end in enumerate(ends) if record.span.start < end)
        if line != at:
            assert steps[number].outcome is Outcome.UNCHANGED


@given(TEXTS)
def test_the_same_text_changes_nothing(lines: list[Line]) -> None:
    texts = body(lines)
    found = records(texts[Part.BODY])
    assert {step.outcome for step in carry(texts, texts, found, found)} <= {Outcome.UNCHANGED}
