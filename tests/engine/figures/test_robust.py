"""Whatever the text, figures are valid, the same every time, and found in time that grows with the text."""

import time
from decimal import Decimal
from functools import cache

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claims.engine.extract.figures import extract_figures
from claims.engine.lexicon.words import words
from claims.engine.parse import Parsed, Sentence
from claims.engine.records import Figure
from claims.engine.sentences import paragraphs, sentences
from claims.enums import Part

PIECES = sorted(
    words(
        """
        one two half a an and of in to from between - – / , . $ US$ £ % per cent million bn m k 12 1,200 3.5
        2019 000 0 people men dozen dozens hundreds tens no none twice doubled times ° C km /h ( ) “ ” ' ’ s th
        hundred point more than about up down was killed ½ ١٢ ９ e × 10 May March Friday at am p aged old year
        years hyphen-ated £3m Rs 1/2 3:40 22/03/2024 = # ~ + minus just over nearly \u200b \u0301 😀 \u202e \x00
        """
    )
    | {" ", "  ", "\n", "no one"}
)


@cache
def _tokenizer() -> Language:
    return spacy.blank("en")


def _cut_only(text: str) -> Parsed:
    """A version whose sentences are cut into tokens and no more, so that a test costs the engine's own time."""
    found = [
        Sentence(span, Part.BODY, number, _tokenizer()(span.of(text)), span.of(text))
        for number, paragraph in enumerate(paragraphs(text))
        for span in sentences(text, paragraph, "en")
    ]
    return Parsed("en", {Part.BODY: text}, tuple(found))


def _check(text: str, figures: list[Figure]) -> None:
    seen = set()
    for figure in figures:
        assert figure.span.covers(figure.value_span)
        assert figure.span.end <= len(text)
        assert (figure.span, figure.value_span) not in seen
        seen.add((figure.span, figure.value_span))
        for value in (figure.low, figure.high):
            assert value is None or (
                value.is_finite() and (value == 0 or Decimal("1e-10") < abs(value) < Decimal("1e21"))
            )
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " "]))
def test_pieces_of_numbers(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    figures = extract_figures(_cut_only(text), None)
    _check(text, figures)
    assert figures == extract_figures(_cut_only(text), None)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text(text: str) -> None:
    _check(text, extract_figures(_cut_only(text), None))


@pytest.mark.parametrize(
    "piece",
    ["1 ", "one ", "a half ", "12,", "- ", "one-", "$", "hundreds of ", "10 to ", "between 1 and ", "of the ", "no ",
     "1/", "million ", "(1) ", "1,000,", "one in ", "a dozen and a half ", "1", "almost a ", "a "],
)  # fmt: skip
def test_repeats_cost_no_more_than_their_length(piece: str) -> None:
    def seconds(size: int) -> float:
        parsed = _cut_only(piece * (size // len(piece)))
        start = time.process_time()
        extract_figures(parsed, None)
        return time.process_time() - start

    # Four times the text: quadratic work would cost sixteen times as much. What else the machine does can slow one try.
    def stays_linear() -> bool:
        short, long = seconds(3_000), seconds(12_000)
        return long < 0.05 or long < 9 * short

    seconds(100)
    assert stays_linear() or stays_linear()
