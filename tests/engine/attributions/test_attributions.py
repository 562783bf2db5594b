"""The attributions of short texts, and what holds for every text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.engine.extract.attributions import extract_attributions
from claims.engine.parse import parse
from claims.engine.records import Attribution, Part
from tests.engine.attributions.cases import (
    CUES,
    ENDS,
    MIXED,
    NOT_MARKED,
    PLACES,
    SHAPES,
    STANDS,
    Found,
)
from tests.engine.attributions.genres import ASKING, COURTS, PASSIVES, VIEWS, WHOSE
from tests.engine.attributions.voices import UNNAMED, WHO, WRITTEN_OUT


def attributions(text: str) -> list[Attribution]:
    return extract_attributions(parse({Part.BODY: text}, "en"), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    PLACES + CUES + NOT_MARKED + MIXED + STANDS + SHAPES + ENDS + WHO + COURTS + ASKING + VIEWS + PASSIVES + WHOSE,
    ids=lambda value: str(value)[:40],
)
def test_words_claimant_cue_and_polarity(text: str, expected: list[Found]) -> None:
    found = [(one.span.of(text), one.claimant, one.cue, str(one.polarity)) for one in attributions(text)]
    assert found == expected


@pytest.mark.parametrize(("text", "kind"), UNNAMED, ids=lambda value: str(value)[:40])
def test_a_source_without_a_name_has_its_kind(text: str, kind: str) -> None:
    assert [one.anonymous for one in attributions(text)] == [kind]


@pytest.mark.parametrize(("text", "expected"), WRITTEN_OUT, ids=lambda value: str(value)[:40])
def test_a_proposition_stands_by_itself(text: str, expected: list[str]) -> None:
    assert [one.proposition for one in attributions(text)] == expected


def test_an_attribution_says_why() -> None:
    (one,) = attributions("The firm denied that the doors were locked.")
    assert (one.why.rule, one.why.trigger, one.why.reading) == (
        "attribution.verb",
        "denied",
        "the doors were locked, denied by the firm",
    )


def test_a_headline_names_its_source_with_a_colon() -> None:
    parsed = parse({Part.HEADLINE: "Police: driver was asleep", Part.BODY: "Water: it is clean."}, "en")
    found = extract_attributions(parsed, [])
    assert [(one.part, one.claimant, one.proposition) for one in found] == [
        (Part.HEADLINE, "Police", "driver was asleep")
    ]


WORDS = st.sampled_from(
    [
        "said",
        "says",
        "that",
        "the",
        "police",
        ",",
        ".",
        "“",
        "”",
        "according",
        "to",
        "Ann",
        "Vale",
        "denied",
        "it",
        "he",
        "they",
        "told",
        "us",
        "who",
        "had",
        "“gone”",
        "by",
        "as",
        "claim",
        "of",
        ":",
        "—",
        "and",
        "while",
    ]
)


@given(st.lists(WORDS | st.text(max_size=3), max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_words_in_any_order_give_valid_spans(text: str) -> None:
    for one in attributions(text):
        assert one.span.covers(one.proposition_span)
        assert one.cue in one.span.of(text)
        assert one.proposition.strip() != ""
