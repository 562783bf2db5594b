"""The whole extraction: the same with what was kept as without, the same every time, for any text."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.engine import ENGINE_VERSION
from claims.engine.attributes import Attributes
from claims.engine.extract import extract
from claims.engine.parse import model
from claims.engine.records import Extraction, Figure
from claims.enums import Kind, Part

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
# What a sentence says hangs on its neighbours: what was counted last, where a quotation opens, whose dollars they are.
LEANING = (
    *SENTENCES,
    "Three more are missing.",
    "It fell to 12 in May.",
    "The repair cost $40m and took 66 degrees of heat.",
    "Sydney and Canberra spent A$3m on it.",
    "Officials in Washington, Ohio and Texas counted 31 wells.",
    "Twelve dogs were found.",
    "“The doors were shut, he said, and nobody came.",
    "He said: “There were 17 of us, and two got out.”",
    "There were 17 of us, and two got out.”",
    "Police: driver was asleep for 20 minutes",
)
BODIES = st.lists(
    st.tuples(st.sampled_from(LEANING), st.sampled_from((" ", "\n\n"))).map("".join), min_size=0, max_size=8
).map("".join)
TITLES = st.sampled_from(LEANING)
ANY = st.text(st.characters(exclude_categories=()), max_size=200)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(st.lists(st.tuples(TITLES, BODIES), min_size=2, max_size=4))
def test_what_was_kept_changes_no_answer(versions: list[tuple[str, str]]) -> None:
    kept = b""
    for title, body in versions:
        found = extract(body, title=title, published=AT, previous=kept)
        assert found.records == extract(body, title=title, published=AT).records
        kept = found.parse


# The edit: one sentence of a text that holds them all, taken out, put first, or another.
@SLOW
@given(st.permutations(LEANING), st.integers(0, len(LEANING) - 1), st.sampled_from(("out", "first", "other")))
def test_one_edit_of_a_long_text_gives_what_a_full_reading_gives(order: list[str], at: int, act: str) -> None:
    before = " ".join(order)
    rest = [*order[:at], *order[at + 1 :]]
    edited = {"out": rest, "first": [order[at], *rest], "other": [*order[:at], "Nine cows died.", *order[at + 1 :]]}
    after = " ".join(edited[act])
    assert extract(after, previous=extract(before).parse).records == extract(after).records


def _told(same: str, text: str, found: Extraction) -> list[tuple[Kind, str, str]]:
    """What is read in one sentence of a text: kind, words and unit of its records."""
    start = text.index(same)
    here = [one for one in found.records if start <= one.span.start < start + len(same)]
    return [(one.kind, one.span.of(text), one.unit if isinstance(one, Figure) else "") for one in here]


# A sentence that stays letter for letter, in two versions where it says different things.
@pytest.mark.parametrize(
    ("same", "before", "after"),
    [
        # what was counted last in its paragraph, here dogs and there nothing
        ("Three more are missing.", "Two dogs were found. {}", "Two dogs were found.\n\n{}"),
        # what was counted last in the text
        ("The total fell to 12 in May.", "They counted 31 wells.\n\n{}", "They counted 31 cows.\n\n{}"),
        # whose dollars they are
        ("The repair cost $40m.", "{}\n\nSydney paid for it, in Australia.", "{}\n\nOhio paid for it, in Texas."),
        # where a quotation ends in it that began before it
        ("He told us the doors were shut” and said that nobody came.", "“It was late. {}", "It was late. {}"),
    ],
    ids=["paragraph", "text", "home", "quotation"],
)
def test_a_neighbour_that_changed_is_heard(same: str, before: str, after: str) -> None:
    first, full = extract(before.format(same)), extract(after.format(same))
    assert _told(same, before.format(same), first) != _told(same, after.format(same), full)
    assert extract(after.format(same), previous=first.parse).records == full.records


# A label is one only in a headline.
def test_a_sentence_that_moved_into_the_headline_is_read_as_one() -> None:
    label = "Police: driver was asleep"
    first, full = extract(label), extract("", title=label)
    assert [len(found.records) for found in (first, full)] == [0, 1]
    assert extract("", title=label, previous=first.parse).records == full.records


def _refuse(*_: object) -> None:
    raise AssertionError("read again")


# Otherwise the tests above would say nothing of the notes.
def test_what_stands_unchanged_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(SENTENCES)
    first = extract(text)
    monkeypatch.setattr("claims.engine.extract.figures.quantities", _refuse)
    monkeypatch.setattr("claims.engine.extract.credits.Reader.read", _refuse)
    assert extract(f"\n\n{text}", previous=first.parse).parse == first.parse
    with pytest.raises(AssertionError, match="read again"):
        extract(text)


# Another engine finds other things in the same sentence, so that nothing is left of what this one found.
def test_notes_of_another_engine_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = extract(SENTENCES[0]).parse
    others = kept.replace(f":{ENGINE_VERSION}:".encode(), b":other:", 1)
    assert others != kept
    monkeypatch.setattr("claims.engine.extract.figures.quantities", _refuse)
    with pytest.raises(AssertionError, match="read again"):
        extract(SENTENCES[0], previous=others)


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
