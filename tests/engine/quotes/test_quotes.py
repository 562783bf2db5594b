"""The quotes of short texts, and what holds for every text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.engine.extract.marks import quotations
from claims.engine.extract.quotes import extract_quotes
from claims.engine.parse import parse
from claims.engine.records import Part, Span
from claims.engine.sentences import paragraphs
from tests.engine.quotes.cases import BESIDE, MARKS, PIECES, SPEAKERS, Row


def quotes(text: str) -> list[tuple[str, str | None]]:
    return [(one.words, one.claimant) for one in extract_quotes(parse({Part.BODY: text}, "en"))]


@pytest.mark.parametrize(("text", "expected"), MARKS + PIECES + BESIDE + SPEAKERS, ids=lambda value: str(value)[:40])
def test_words_and_speaker(text: str, expected: Row) -> None:
    assert quotes(text) == expected


def test_a_quote_says_where_it_stands_and_why() -> None:
    text = "“We were told nothing,” said Ann Vale."
    (quote,) = extract_quotes(parse({Part.BODY: text}, "en"))
    assert quote.span == Span(1, 21)
    assert (quote.why.rule, quote.why.trigger, quote.why.reading, quote.cue) == (
        "quote.cue_after",
        "said",
        "“We were told nothing”, said by Ann Vale",
        "said",
    )


def test_the_headline_is_read_for_itself() -> None:
    parsed = parse({Part.HEADLINE: "‘We were told nothing’ says Vale", Part.BODY: "Nobody spoke."}, "en")
    assert [(one.words, one.part) for one in extract_quotes(parsed)] == [("We were told nothing", Part.HEADLINE)]


MARK = st.sampled_from("“”‘’\"'«»„‹›`´.,?! \n") | st.sampled_from(["said Ann.", "he said", "''", "``", "Ann Vale: "])


@given(st.lists(MARK | st.text(max_size=3), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_marks_in_any_order_give_valid_spans(text: str) -> None:
    found = quotations(text, list(paragraphs(text)), "en")
    for one in found:
        assert one.outer.covers(one.inner)
        assert text[one.inner.start : one.inner.end].strip() == text[one.inner.start : one.inner.end] != ""
        assert one.around is None or found[one.around].outer.covers(one.outer)
    tops = [one.outer for one in found if one.depth == 0]
    assert all(left.end <= right.start for left, right in pairwise(tops))


@given(st.lists(MARK | st.text(max_size=4), max_size=25).map("".join))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_quotes_with_their_own_words(text: str) -> None:
    parsed = parse({Part.BODY: text}, "en")
    for one in extract_quotes(parsed):
        assert one.span.of(text) == one.words


@pytest.mark.parametrize("unit", ["“", "”", "“”", "‘a’s ", "'a ", '"a" ', "''", "s’ ", "“a ‘b “c ", "«", "“a.” "])
def test_the_time_grows_with_the_length_alone(unit: str) -> None:
    """Eight times the text takes no more than a few times eight as long: nothing is searched for without bound."""

    def taken(times: int) -> float:
        text = unit * times
        spans = [Span(0, len(text.rstrip()))]
        began = time.process_time()
        quotations(text, spans, "en")
        return time.process_time() - began

    def stays_linear() -> bool:
        small, large = taken(2_000), taken(16_000)
        return large < 40 * max(small, 0.000_25)

    taken(10)
    assert stays_linear() or stays_linear()
