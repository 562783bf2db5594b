"""The line that is drafted for a note: an update never admits an error, a correction always names it."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from claims.engine.compare import compare
from claims.engine.compare.suggestions import LONGEST, draft_line
from claims.engine.records import Attribution, Comparison, Figure, Mention, Quote, Record, Span, Why
from claims.enums import Answer, Approximation, FlagType, Polarity, Relation

WHY = Why("test", "", "")
SPAN = Span(0, 4)


def figure(low: int | None, high: int | None, *, measure: str = "people killed", claimant: str | None = None) -> Figure:
    about = Approximation.EXACT if low == high else Approximation.AT_LEAST
    return Figure(SPAN, SPAN, _decimal(low), _decimal(high), about, "person", measure, WHY, claimant=claimant)


def quote(words: str, claimant: str | None = "Edda Korsin") -> Quote:
    return Quote(SPAN, words, WHY, claimant)


def says(what: str, claimant: str | None = "The port authority", *, denied: bool = False) -> Attribution:
    stance = Polarity.DENIED if denied else Polarity.AFFIRMED
    return Attribution(SPAN, SPAN, what, "said", stance, WHY, claimant)


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def mention(record: Record, version: int) -> Mention:
    return Mention(
        str(version), record, "ledger", version, "Tidewater Ledger", "", datetime(2026, 4, 15, 8 + version, tzinfo=UTC)
    )


def answer(kind: FlagType, relation: Relation | None, rule: str = "test") -> Comparison:
    return Comparison(Answer.CONTRADICTS, rule, ("", ""), "", kind, relation)


UPDATE, CONFLICT = Relation.UPDATE, Relation.CONFLICT


@pytest.mark.parametrize(
    ("old", "new", "found", "line"),
    [
        # The world moved: no word of an error.
        (
            figure(31, None),
            figure(37, None, claimant="the coast guard"),
            answer(FlagType.FIGURE, UPDATE),
            (
                "Update: the figure for people killed is now at least 37, according to the coast guard. "
                "An earlier version of this article said at least 31."
            ),
        ),
        # The text erred: the wrong value is named as such.
        (
            figure(133, 133),
            figure(331, 331),
            answer(FlagType.FIGURE, CONFLICT),
            "Correction: An earlier version of this article gave the figure for people killed as 133. It is 331.",
        ),
        # What is counted may only stand in the old version, or nowhere.
        (
            figure(12, 12),
            figure(15, 15, measure=""),
            answer(FlagType.FIGURE, UPDATE),
            "Update: the figure for people killed is now 15. An earlier version of this article said 12.",
        ),
        (
            figure(12, 12, measure=""),
            figure(15, 15, measure=""),
            answer(FlagType.FIGURE, CONFLICT),
            "Correction: An earlier version of this article gave the figure as 12. It is 15.",
        ),
        (
            quote("We had no warning"),
            quote("We had hardly any warning."),
            answer(FlagType.QUOTE, CONFLICT, "quote.words"),
            (
                "Correction: An earlier version of this article quoted Edda Korsin as saying “We had no warning”. "
                "The words are “We had hardly any warning”."
            ),
        ),
        (
            quote("We had no warning", None),
            quote("We had no warning", "the mayor"),
            answer(FlagType.SPEAKER, CONFLICT, "quote.speaker"),
            (
                "Correction: An earlier version of this article gave the words “We had no warning” to a source that "
                "was not named. They were said by the mayor."
            ),
        ),
        (
            says("pressure was low", denied=True),
            says("pressure was low"),
            answer(FlagType.ATTRIBUTION, CONFLICT, "attribution.polarity"),
            (
                "Correction: An earlier version of this article reported that The port authority denied: pressure was "
                "low. It should have said that The port authority said: pressure was low."
            ),
        ),
        (
            says("pressure was low"),
            says("pressure was low", "Osk Lines"),
            answer(FlagType.ATTRIBUTION, CONFLICT, "attribution.claimant"),
            (
                "Correction: An earlier version of this article credited to The port authority what Osk Lines said: "
                "pressure was low."
            ),
        ),
        # Nothing is at odds, so there is nothing to tell.
        (figure(31, None), figure(37, None), Comparison(Answer.AGREES, "figure.overlap", ("", ""), ""), ""),
        # Two kinds are never compared.
        (figure(31, None), quote("We mourn"), answer(FlagType.FIGURE, CONFLICT), ""),
    ],
)
def test_a_line(old: Record, new: Record, found: Comparison, line: str) -> None:
    assert draft_line(mention(old, 1), mention(new, 2), found) == line


def test_a_long_quote_is_cut_at_a_space() -> None:
    long = " ".join(["harbour"] * 60)
    line = draft_line(mention(quote("We mourn"), 1), mention(quote(long), 2), answer(FlagType.QUOTE, CONFLICT))
    words = line.rpartition("“")[2].removesuffix("”.")
    assert words.endswith("harbour …")
    assert len(words) <= LONGEST + 2


def test_what_the_comparison_finds_is_drafted_by_its_relation() -> None:
    old, new = mention(figure(31, 31), 1), mention(figure(37, 37), 2)
    found = compare(old, new, anchored=True)
    assert found.relation is None or draft_line(old, new, found).startswith(("Update: ", "Correction: "))
