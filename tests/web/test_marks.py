"""How a text is cut into pieces, so that no mark stands inside another."""

import pytest

from claims.enums import Kind
from claims.models import Mention
from claims.web.marks import Paragraph, marked

FIGURE, QUOTE, ATTRIBUTION = Kind.FIGURE, Kind.QUOTE, Kind.ATTRIBUTION


def mention(key: int, kind: Kind, text: str, words: str, value: str = "") -> Mention:
    start = text.index(words)
    row = Mention(pk=key, claim_id=key, kind=kind, start=start, end=start + len(words), text=words)
    if value:
        row.value_start = start + words.index(value)
        row.value_end = row.value_start + len(value)
    return row


def read(paragraph: Paragraph) -> list[tuple[str, int | None, str]]:
    """Pieces as words, whose mark, and whether it goes on (>) or comes from a part before (<)."""
    return [
        (
            piece.text,
            piece.mention.pk if piece.mention else None,
            ("<" if piece.goes_from else "") + (">" if piece.goes_on else ""),
        )
        for piece in paragraph.pieces
    ]


TEXT = "Police said 40 people died and 12 men fled."


@pytest.mark.parametrize(
    ("mentions", "pieces"),
    [
        # No mention: one plain piece.
        ([], [(TEXT, None, "")]),
        # Two that do not touch.
        (
            [(1, FIGURE, "40 people died", "40"), (2, FIGURE, "12 men fled", "12")],
            [
                ("Police said ", None, ""),
                ("40 people died", 1, ""),
                (" and ", None, ""),
                ("12 men fled", 2, ""),
                (".", None, ""),
            ],
        ),
        # A figure inside an attribution cuts it in two parts of one mark.
        (
            [(1, ATTRIBUTION, "Police said 40 people died and 12 men fled", ""), (2, FIGURE, "40 people died", "40")],
            [
                ("Police said ", 1, ">"),
                ("40 people died", 2, ""),
                (" and 12 men fled", 1, "<"),
                (".", None, ""),
            ],
        ),
        # Two that cross: the shorter one has what both claim.
        (
            [(1, ATTRIBUTION, "Police said 40 people", ""), (2, FIGURE, "40 people died", "40")],
            [
                ("Police said", 1, ""),
                (" ", None, ""),  # white space at the end of a mark stays outside it
                ("40 people died", 2, ""),
                (" and 12 men fled.", None, ""),
            ],
        ),
        # A figure that fills a quote draws back to its number, or the quote would have no mark.
        (
            [(1, QUOTE, "40 people died", ""), (2, FIGURE, "40 people died", "40")],
            [
                ("Police said ", None, ""),
                ("40", 2, ""),
                (" ", None, ""),
                ("people died", 1, ""),
                (" and 12 men fled.", None, ""),
            ],
        ),
        # Two counts in the very same words: each keeps its number.
        (
            [(1, FIGURE, "40 people died and 12 men", "40"), (2, FIGURE, "40 people died and 12 men", "12")],
            [
                ("Police said ", None, ""),
                ("40", 1, ""),
                (" people died and ", None, ""),
                ("12", 2, ""),
                (" men fled.", None, ""),
            ],
        ),
    ],
)
def test_marks_are_cut(mentions: list[tuple[int, Kind, str, str]], pieces: list[tuple[str, int | None, str]]) -> None:
    rows = [mention(key, kind, TEXT, words, value) for key, kind, words, value in mentions]
    (paragraph,) = marked(TEXT, dict.fromkeys(rows, "unchecked"))
    assert read(paragraph) == pieces


def test_a_mark_over_two_paragraphs_has_a_part_in_each() -> None:
    text = "“One.\n\nTwo,” she said."
    row = mention(1, QUOTE, text, "One.\n\nTwo")
    assert [read(paragraph) for paragraph in marked(text, {row: "unchecked"})] == [
        [("“", None, ""), ("One.", 1, ">")],
        [("Two", 1, "<"), (",” she said.", None, "")],
    ]


def test_no_letter_is_lost_or_doubled() -> None:
    text = "  A 1.\n\n\tB 2 C.\u2028D.  \nE"
    rows = [mention(1, FIGURE, text, "A 1.\n\n\tB 2", "1"), mention(2, FIGURE, text, "2 C.\u2028D", "2")]
    lines = ["".join(piece.text for piece in paragraph.pieces) for paragraph in marked(text, dict.fromkeys(rows, "x"))]
    assert lines == ["A 1.", "B 2 C.", "D.", "E"]


def test_lines_that_the_version_before_has_not_are_changed() -> None:
    changed = [paragraph.changed for paragraph in marked("One.\nTwo.\nThree.", {}, before="Three.\nOne.")]
    assert changed == [False, True, False]
    assert [paragraph.changed for paragraph in marked("One.", {})] == [False]


def test_a_text_without_words_has_no_paragraph() -> None:
    assert marked("", {}) == []
