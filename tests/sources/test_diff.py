"""Which words of one text are which words of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.engine.diff import OffsetMap

OLD = "The toll rose to 133 on Saturday.\nPolice held 11 people near the border.\nThe hall was sold out that night."


def where(old: str, new: str, words: str) -> str | None:
    """What the words of the old text are in the new one, or None where they do not stand there whole."""
    start = old.index(words)
    found = OffsetMap(old, new).exact(start, start + len(words))
    return None if found is None else new[found[0] : found[1]]


@pytest.mark.parametrize(
    ("new", "words", "there"),
    [
        # nothing changed
        (OLD, "133", "133"),
        # a number that differs in one digit is another word, not two thirds the same
        (OLD.replace("133", "137"), "133", None),
        # its neighbours stay
        (OLD.replace("133", "137"), "on Saturday", "on Saturday"),
        # a separator belongs to the number
        (OLD.replace("133", "1,133"), "133", None),
        # words put in before it only move the offset
        ("Early on, t" + OLD[1:], "133", "133"),
        # a stretch that was broken up is not there as a whole
        (OLD.replace("11 people", "11 more people"), "11 people", None),
        # the paragraph is gone
        (OLD.replace("Police held 11 people near the border.\n", ""), "11 people", None),
    ],
)
def test_exact(new: str, words: str, there: str | None) -> None:
    assert where(OLD, new, words) == there


def test_moved_paragraph_is_found_and_marked() -> None:
    first, second, third = OLD.split("\n")
    new = "\n".join([second, third, first])
    offsets = OffsetMap(OLD, new)
    start = OLD.index("133")
    token = offsets.old_tokens(start, start + 3).start
    held = offsets.old_tokens(OLD.index("11"), OLD.index("11") + 2).start
    assert (where(OLD, new, "133"), offsets.is_moved(token), offsets.is_moved(held)) == ("133", True, False)


def test_moved_paragraph_with_a_changed_number_keeps_its_other_words() -> None:
    first, second, third = OLD.split("\n")
    new = "\n".join([second, third, first.replace("133", "137")])
    assert (where(OLD, new, "133"), where(OLD, new, "on Saturday")) == (None, "on Saturday")


def test_slot_is_the_gap_between_the_kept_neighbours() -> None:
    new = OLD.replace("133", "137 or more")
    offsets = OffsetMap(OLD, new)
    low, high = offsets.slot(OLD.index("133"), OLD.index("133") + 3)
    assert [token.text for token in offsets.new[low:high]] == ["137", "or", "more"]


def test_texts_too_long_to_align_keep_what_is_alike_at_their_ends() -> None:
    old = "The toll rose to 133. " + "a b " * 17_000 + "It ended at noon."
    new = "The toll rose to 133. " + "c d " * 17_000 + "It ended at noon."
    assert (where(old, new, "133"), where(old, new, "noon")) == ("133", "noon")


WORDS = st.lists(
    st.sampled_from(["one", "two", "133", "137", "1,605", "said", ",", ".", "\n", "é", "日本", "🙂"]), max_size=40
)


@given(WORDS, WORDS)
def test_equal_runs_are_equal_and_used_once(old: list[str], new: list[str]) -> None:
    offsets = OffsetMap(" ".join(old), " ".join(new))
    pairs = [(s.old + at, s.new + at) for s in offsets.stretches for at in range(s.length)]
    assert all(offsets.old[a].text == offsets.new[b].text for a, b in pairs)
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_taken(old: str, new: str) -> None:
    offsets = OffsetMap(old, new)
    assert all(offsets.old[s.old].text == offsets.new[s.new].text for s in offsets.stretches)
