"""The whole extraction: the same with what was kept as without, the same every time, for any text."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.engine.attributes import Attributes
from claims.engine.extract import extract
from claims.engine.parse import model
from claims.engine.records import Figure
from claims.enums import Part

AT = datetime(2024, 3, 23, 9, 0, tzinfo=UTC)
SENTENCES = (
    "At least 40 people were killed, the interior ministry said on Friday.",
    "“We had no warning at all,” said Ann Vale, 44, who was there.",
    "The company denied that the doors were locked.",
    "Two of them remain in hospital.",
    "She said the toll had risen to 133.",
    "Revenue rose 12% to €3.4bn from €3bn.",
    "There's no doubt, it's gonna be long; let's wait.",
    "Nobody was hurt in Leeds.",
    "The bridge is 340 km (211 miles) from the capital, he added.",
    "no names, no capitals, just words",
)
BODIES = st.lists(st.sampled_from(SENTENCES), min_size=0, max_size=8).map("\n\n".join)
ANY = st.text(st.characters(exclude_categories=()), max_size=200)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(BODIES, BODIES)
def test_what_was_kept_changes_no_answer(before: str, after: str) -> None:
    kept = extract(before, title="Forty dead in fire", published=AT).parse
    again = extract(after, title="Fire kills 133", published=AT, previous=kept)
    assert again.records == extract(after, title="Fire kills 133", published=AT).records


@SLOW
@given(ANY)
def test_any_text_gives_valid_spans_and_the_same_answer_twice(text: str) -> None:
    first = extract(text, title=text[:40])
    for record in first.records:
        whole = text[:40] if record.part is Part.HEADLINE else text
        assert 0 <= record.span.start < record.span.end <= len(whole)
    assert extract(text, title=text[:40], previous=first.parse).records == first.records


def test_bytes_of_another_form_are_left_alone() -> None:
    assert extract(SENTENCES[0], previous=b"x\x9cother").records == extract(SENTENCES[0]).records


# Half of a surrogate pair is one letter of a string and no letter of any file; the offsets behind it still hold.
@pytest.mark.parametrize("half", [chr(0xD800), chr(0xDFFF)], ids=["first", "second"])
def test_half_a_pair_moves_no_offset(half: str) -> None:
    text = f"Police {half} said 12 people were hurt."
    assert [record.value_span.of(text) for record in extract(text).records if isinstance(record, Figure)] == ["12"]
    assert extract(text, previous=extract(text).parse).records == extract(text).records


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        # rules of several tokens
        "I'm gonna go, y'all; c'mon, ain't it got ta be?",
        # white space that is a token of its own
        "There's  a\tway out,  and it is  long.",
    ],
)
def test_remembered_attributes_are_those_of_the_pipeline(text: str) -> None:
    pipeline = model("en")
    ours = next(iter(pipeline.pipe([text], disable=["attribute_ruler", "lemmatizer"])))
    Attributes(pipeline).set(ours)
    seen = [[(t.text, t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph)) for t in doc] for doc in (ours, pipeline(text))]
    assert seen[0] == seen[1]
