"""Two texts beside each other: what was put in and taken out, and what only stands elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.engine.redline import Fate, Mark, redline

OLD = (
    "The toll rose to 133 on Saturday.\n"
    "Police held 11 people near the border with the north.\n"
    "The hall was sold out that night, the owner said."
)
FIRST, SECOND, THIRD = OLD.split("\n")
SIGNS = {Mark.KEPT: "{}", Mark.OUT: "[{}]", Mark.IN: "+{}+"}


def shown(old: str, new: str) -> list[tuple[str, int | None, int | None, str]]:
    """Each line: what became of it, its numbers, its words with [taken out] and +put in+."""
    return [
        (
            line.fate.value,
            line.old,
            line.new,
            "".join(SIGNS[piece.mark].format(piece.text) for piece in line.pieces),
        )
        for line in redline(old, new)
    ]


@pytest.mark.parametrize(
    ("new", "found"),
    [
        # the same text
        (OLD, [("same", 1, 1, FIRST), ("same", 2, 2, SECOND), ("same", 3, 3, THIRD)]),
        # white space alone is no change
        (OLD.replace("\n", "\n\n"), [("same", 1, 1, FIRST), ("same", 2, 2, SECOND), ("same", 3, 3, THIRD)]),
        # one figure, whole, never its digits
        (
            OLD.replace("133", "137"),
            [
                ("changed", 1, 1, "The toll rose to [133] +137+ on Saturday."),
                ("same", 2, 2, SECOND),
                ("same", 3, 3, THIRD),
            ],
        ),
        # words put in, and a clause taken out with the comma before it
        (
            f"{FIRST}\n{SECOND.replace('11', 'some 11')}\n{THIRD.replace(', the owner said', '')}",
            [
                ("same", 1, 1, FIRST),
                ("changed", 2, 2, "Police held +some+ 11 people near the border with the north."),
                ("changed", 3, 3, "The hall was sold out that night[, the owner said]."),
            ],
        ),
        # a single word that stays between two replacements goes with them
        (
            OLD.replace("rose to 133 on Saturday", "fell to 120 by Sunday"),
            [
                ("changed", 1, 1, "The toll [rose to 133 on Saturday] +fell to 120 by Sunday+."),
                ("same", 2, 2, SECOND),
                ("same", 3, 3, THIRD),
            ],
        ),
        # a paragraph that stands elsewhere is moved, not taken out and put in
        (
            f"{THIRD}\n{FIRST}\n{SECOND}",
            [("moved", 3, 1, THIRD), ("same", 1, 2, FIRST), ("same", 2, 3, SECOND)],
        ),
        # moved, with a word changed
        (
            f"{THIRD.replace('owner', 'manager')}\n{FIRST}\n{SECOND}",
            [
                ("moved", 3, 1, "The hall was sold out that night, the [owner] +manager+ said."),
                ("same", 1, 2, FIRST),
                ("same", 2, 3, SECOND),
            ],
        ),
        # a paragraph that is gone stands where it stood, before what took its place
        (
            f"{FIRST}\nA fireman was treated for burns.\n{THIRD}",
            [
                ("same", 1, 1, FIRST),
                ("out", 2, None, f"[{SECOND}]"),
                ("in", None, 2, "+A fireman was treated for burns.+"),
                ("same", 3, 3, THIRD),
            ],
        ),
        # another text altogether
        ("Nothing", [("out", 1, None, f"[{FIRST}]"), ("out", 2, None, f"[{SECOND}]"), ("out", 3, None, f"[{THIRD}]")]),
    ],
)
def test_lines(new: str, found: list[tuple[str, int | None, int | None, str]]) -> None:
    told = shown(OLD, new)
    if new == "Nothing":
        assert sorted(told, key=str) == sorted([*found, ("in", None, 1, "+Nothing+")], key=str)
    else:
        assert told == found


def test_right_to_left_words_are_words() -> None:
    old, new = "قتل ثلاثون شخصا في الحريق", "قتل أربعون شخصا في الحريق"
    assert shown(old, new) == [("changed", 1, 1, "قتل [ثلاثون] +أربعون+ شخصا في الحريق")]


def test_where_a_line_begins() -> None:
    (_, second, _) = redline(OLD, OLD.replace("toll", "death toll").replace("11", "12"))
    assert (second.old_start, second.new_start) == (len(FIRST) + 1, len(FIRST) + 7)


LINES = st.lists(st.sampled_from([FIRST, SECOND, THIRD, "A fireman was treated.", "12 held", "…", ""]), max_size=8)


@given(LINES, LINES)
def test_no_line_is_lost_or_told_twice(old: list[str], new: list[str]) -> None:
    lines = redline("\n".join(old), "\n".join(new))
    assert [line.new_text for line in lines if line.new] == [line for line in new if line]
    assert sorted(line.old for line in lines if line.old) == list(range(1, 1 + len([line for line in old if line])))
    assert all((line.fate is Fate.OUT) == (line.new is None) for line in lines)


@given(LINES, LINES)
def test_the_pieces_make_both_lines(old: list[str], new: list[str]) -> None:
    """White space aside: between a word taken out and one put in the page needs some of its own."""
    for line in redline("\n".join(old), "\n".join(new)):
        for text, other in ((line.old_text, Mark.IN), (line.new_text, Mark.OUT)):
            left = "".join(piece.text for piece in line.pieces if piece.mark is not other)
            assert "".join(left.split()) == "".join(text.split())


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_set_beside_each_other(old: str, new: str) -> None:
    assert all(line.pieces for line in redline(old, new))
