"""Text is cleaned once, at the boundary, and what comes out is what offsets count in."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.engine.text import MARKS_IN_A_ROW, CleanText, Undecodable, clean, decode, one_line

CLEANED = [
    # Nothing to do, and the two control characters that text is laid out with.
    ("Nine people\tdied.\n\nTwo were hurt.", "Nine people\tdied.\n\nTwo were hurt."),
    # NUL, which PostgreSQL refuses; the rest of C0; DEL; C1.
    ("Ni\x00ne", "Nine"),
    ("Ni\x01\x08\x0b\x0c\x0e\x1fne", "Nine"),
    ("Ni\x7f\x80\x9fne", "Nine"),
    # An ANSI escape loses its escape character and so its power over terminals.
    ("\x1b[31mNine\x1b[0m", "[31mNine[0m"),
    # Surrogates that stand alone, the second the wrong way round; non-characters.
    ("Ni\ud800ne \udc00\ud800", "Nine"),
    ("Ni\ufffe\uffffne", "Nine"),
    # A character beyond the first plane is none of these.
    ("Nine \U0001f525", "Nine \U0001f525"),
    # Line ends of Windows, of old Macs and of mainframes.
    ("one\r\ntwo\rthree\x85four\r\r\nfive", "one\ntwo\nthree\nfour\n\nfive"),
    # Decomposed letters are composed, in Hangul too; compatibility forms (ligature, full width) stay as published.
    ("Malme\u0301", "Malm\u00e9"),
    ("\u1112\u1161\u11ab", "\ud55c"),
    ("\ufb01ve \uff15", "\ufb01ve \uff15"),
    # White space at the edges goes, inside it stays.
    ("\u00a0\n Nine  people \u2003\n", "Nine  people"),
    ("", ""),
    (" \n\t", ""),
]


@pytest.mark.parametrize(("raw", "text"), CLEANED)
def test_clean(raw: str, text: str) -> None:
    assert clean(raw) == CleanText(text, has_bidi=False, has_invisible=False)


# Kept, since somebody published it, and told of. Before each: why it matters.
@pytest.mark.parametrize(
    ("raw", "bidi", "invisible"),
    [
        # An override turns "not" round; isolates and marks are of the same family.
        ("con\u202efirmed\u202c", True, False),
        ("con\u2066firmed\u2069", True, False),
        ("con\u200ffirmed", True, False),
        # Zero-width space and joiner, soft hyphen, word joiner, a byte order mark in the middle, a Hangul filler.
        ("con\u200bfirmed", False, True),
        ("con\u200dfirmed", False, True),
        ("con\u00adfirmed", False, True),
        ("con\u2060firmed", False, True),
        ("con\ufefffirmed", False, True),
        ("con\u115ffirmed", False, True),
        ("c\u202eon\u200bfirmed", True, True),
        # Near misses: a line separator and a no-break space have a width, an accent is seen.
        ("con\u2028firmed", False, False),
        ("con\u00a0firmed", False, False),
        ("con\u0301firmed", False, False),
    ],
)
def test_what_cannot_be_seen_is_told_of(raw: str, bidi: bool, invisible: bool) -> None:
    found = clean(raw)
    assert (found.has_bidi, found.has_invisible) == (bidi, invisible)
    assert len(found.text) == len(unicodedata.normalize("NFC", raw))


@pytest.mark.parametrize(
    ("raw", "blank"),
    [
        ("", True),
        (" \t\r\n\u00a0\u2003\u3000", True),
        ("\x00\x1b", True),
        ("\u200b\u200d\u2060\ufeff\u00ad", True),
        ("\u202e \u2066\u200f", True),
        ("\u200b.", False),
        ("0", False),
    ],
)
def test_whether_a_reader_would_see_anything(raw: str, blank: bool) -> None:
    assert clean(raw).is_blank is blank


def test_as_many_marks_in_a_row_as_text_needs() -> None:
    most = "Z" + "\u0335" * MARKS_IN_A_ROW
    assert clean(most).text == most
    assert clean(most + "\u0335" * 9_970 + "algo").text == most + "algo"
    # Each letter has its own row.
    assert clean(f"{most}a{most}").text == f"{most}a{most}"


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("  Ferry   fire\n\nin\tKalderhaven ", "Ferry fire in Kalderhaven"),
        # A line end in a headline would become a header's or a mail's.
        ("Ferry fire\r\nBcc: all", "Ferry fire Bcc: all"),
        ("Ferry\u2028fire", "Ferry fire"),
        ("Fe\u0301rry\x00", "F\u00e9rry"),
        ("\n", ""),
    ],
)
def test_one_line(raw: str, line: str) -> None:
    assert one_line(raw) == line


FERRY = "“Fünf Tote” in Kalderhaven — 5 €"


@pytest.mark.parametrize(
    "raw",
    [
        FERRY.encode(),
        b"\xef\xbb\xbf" + FERRY.encode(),
        FERRY.encode("utf-16"),
        b"\xff\xfe" + FERRY.encode("utf-16-le"),
        b"\xfe\xff" + FERRY.encode("utf-16-be"),
        FERRY.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "little endian", "big endian", "windows-1252"],
)
def test_decode(raw: bytes) -> None:
    assert decode(raw) == FERRY


@pytest.mark.parametrize(
    "raw",
    [
        # Pictures, archives, documents: they hold NULs or what no text has.
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xe2",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00",
        b"\x1f\x8b\x08\x08\xff\xd8",
        # UTF-16 without a mark, and with one but cut in the middle of a character.
        FERRY.encode("utf-16-le"),
        FERRY.encode("utf-16")[:-1],
        b"\xef\xbb\xbf\xff",
        # Bytes that Windows-1252 has no letter for.
        b"F\xfcnf \x81",
        # Windows-1252 in name, but with control characters.
        b"F\xfcnf\x07",
    ],
)
def test_what_is_no_text(raw: bytes) -> None:
    with pytest.raises(Undecodable):
        decode(raw)


@pytest.mark.parametrize(
    "raw",
    ["e\u0301" * 150_000, "\u0335" * 300_000, "\r" * 300_000, "\u202e" * 300_000, "\x00" * 300_000, "x" * 300_000],
    ids=["accents", "marks", "line ends", "overrides", "nuls", "one line"],
)
def test_a_text_of_the_limit_takes_no_time(raw: str) -> None:
    begun = time.process_time()
    clean(raw)
    assert time.process_time() - begun < 1


@given(st.text(st.characters(), max_size=60))
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once = clean(raw)
    assert clean(once.text) == once
    assert once.text.encode().decode() == once.text
    assert "\x00" not in once.text
    assert unicodedata.is_normalized("NFC", once.text)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        decode(raw)
    except Undecodable:
        return
