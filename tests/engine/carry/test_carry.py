"""What becomes of a record in the next version."""

import pytest

from claims.engine.carry import carry
from claims.engine.extract import extract
from claims.engine.records import Carry, Record
from claims.enums import Kind, Outcome, Part

OLD = (
    "Gunmen killed at least 60 people at a concert hall in Arden on Friday.\n"
    "Police detained 11 people near the border, the interior ministry said.\n"
    "“We had no warning at all,” said Ann Vale, who was in the hall.\n"
    "The owner denied that the doors were locked."
)


def carried(old: str, new: str) -> list[tuple[Record | None, Record | None, Carry]]:
    before, after = extract(old).records, extract(new).records
    texts = [{Part.HEADLINE: "", Part.BODY: text} for text in (old, new)]
    steps = carry(texts[0], texts[1], before, after)
    return [(None if s.old is None else before[s.old], None if s.new is None else after[s.new], s) for s in steps]


def outcome(new: str, words: str, kind: Kind) -> Outcome:
    """What became of the old record of a kind that holds the words."""
    at = OLD.index(words)
    for record, _, step in carried(OLD, new):
        if record and record.kind is kind and record.span.start <= at < record.span.end:
            return step.outcome
    raise LookupError(words)


@pytest.mark.parametrize(
    ("new", "words", "kind", "expected"),
    [
        # the same text
        (OLD, "60", Kind.FIGURE, Outcome.UNCHANGED),
        # 95 % alike as strings, another value
        (OLD.replace("at least 60", "at least 133"), "60", Kind.FIGURE, Outcome.VALUE_CHANGED),
        # the bound alone changed
        (OLD.replace("at least 60", "60"), "60", Kind.FIGURE, Outcome.VALUE_CHANGED),
        # a neighbour changed, this one did not
        (OLD.replace("at least 60", "at least 133"), "11", Kind.FIGURE, Outcome.UNCHANGED),
        # other words, the same value
        (OLD.replace("Police detained 11", "Officers detained 11"), "11", Kind.FIGURE, Outcome.REWORDED),
        # the paragraph went to the top
        (
            "\n".join([OLD.split("\n")[1], OLD.split("\n", maxsplit=1)[0], *OLD.split("\n")[2:]]),
            "“We",
            Kind.QUOTE,
            Outcome.UNCHANGED,
        ),
        # the sentence is gone
        (OLD.replace(OLD.split("\n")[1] + "\n", ""), "11", Kind.FIGURE, Outcome.DROPPED),
        # a word inside the quotation marks changed
        (OLD.replace("no warning", "hardly any warning"), "We had", Kind.QUOTE, Outcome.VALUE_CHANGED),
        # the quote was cut at its end
        (OLD.replace("no warning at all,”", "no warning ...”"), "We had", Kind.QUOTE, Outcome.REWORDED),
        # the same words, another speaker
        (OLD.replace("Ann Vale", "Peter Marsh"), "We had", Kind.QUOTE, Outcome.ATTRIBUTION_CHANGED),
        # a denial became an admission
        (OLD.replace("denied", "admitted"), "The owner", Kind.ATTRIBUTION, Outcome.VALUE_CHANGED),
        # what is denied was turned round
        (OLD.replace("were locked", "were open"), "The owner", Kind.ATTRIBUTION, Outcome.VALUE_CHANGED),
    ],
)
def test_outcome(new: str, words: str, kind: Kind, expected: Outcome) -> None:
    assert outcome(new, words.strip("“"), kind) is expected


def test_moved_paragraph_keeps_its_claims() -> None:
    lines = OLD.split("\n")
    new = "\n".join([lines[1], lines[2], lines[3], lines[0]])
    assert {step.outcome for _, _, step in carried(OLD, new)} == {Outcome.MOVED, Outcome.UNCHANGED}


def test_new_claim_is_listed_after_the_old_ones() -> None:
    steps = carried(OLD, OLD + "\nRescuers found 14 bodies in the cellar.")
    assert [step.outcome for _, _, step in steps if step.old is None] == [Outcome.NEW]
    assert steps[-1][2].old is None


def test_another_measure_in_the_same_place_is_no_changed_value() -> None:
    new = OLD.replace("killed at least 60 people", "injured at least 133 people")
    assert outcome(new, "60", Kind.FIGURE) is Outcome.DROPPED


def test_every_record_is_answered_once() -> None:
    new = OLD.replace("60", "133").replace("11 people", "14 people") + "\nNine people are missing."
    steps = [step for _, _, step in carried(OLD, new)]
    olds = [step.old for step in steps if step.old is not None]
    news = [step.new for step in steps if step.new is not None]
    assert olds == list(range(len(extract(OLD).records)))
    assert sorted(news) == list(range(len(extract(new).records)))


def test_nothing_against_nothing() -> None:
    empty = {Part.HEADLINE: "", Part.BODY: ""}
    assert carry(empty, empty, (), ()) == []
