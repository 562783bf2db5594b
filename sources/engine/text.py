"""Cleans text once, at the boundary; every offset in the product counts in what comes out here."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

# Unicode's stream-safe text format (UAX 15) allows this many combining marks in a row; more is an attack on renderers.
MARKS_IN_A_ROW = 30

_LINE_ENDS = re.compile(r"\r\n?|\x85")
# C0 but for tab and line feed, DEL, C1, surrogates, non-characters.
_NEVER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(r"[\u00ad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\ufeff]")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Undecodable(ValueError):
    """The bytes are no text in an encoding that can be told."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text as it is stored. has_bidi: it holds controls that can turn the reading order round; has_invisible: it holds
    characters of no width. Both are kept, since somebody published them, and shown to the checker."""

    text: str
    has_bidi: bool
    has_invisible: bool

    @property
    def is_blank(self) -> bool:
        """Whether nothing is left that a reader would see."""
        return not _INVISIBLE.sub("", _BIDI.sub("", self.text)).strip()


def clean(raw: str) -> CleanText:
    """NFC text with line feeds as line ends, without control characters, surrogates or white space at its edges."""
    text = _NEVER.sub("", _LINE_ENDS.sub("\n", raw))
    if not text.isascii():
        text = unicodedata.normalize("NFC", _stream_safe(text))
    text = text.strip()
    return CleanText(text, bool(_BIDI.search(text)), bool(_INVISIBLE.search(text)))


def one_line(raw: str) -> str:
    """A headline, name or note in one line of single spaces, cleaned as above."""
    return " ".join(clean(raw).text.split())


def decode(raw: bytes) -> str:
    """The text of a file: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.

    Raises Undecodable for what is none of these, such as an image or a word processor's file.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _decoded(raw, encoding)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\x00" in raw:
        raise Undecodable("the file is not text")
    text = _decoded(raw, "cp1252")
    if _NEVER.search(text.replace("\r", "")):
        raise Undecodable("the file is not text")
    return text


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable("the file is not text in UTF-8, UTF-16 or Windows-1252") from error


def _stream_safe(text: str) -> str:
    kept: list[str] = []
    row = 0
    for character in text:
        row = row + 1 if unicodedata.combining(character) else 0
        if row <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)
