"""Cuts text into paragraphs and sentences, in one pass and by rules alone.

The cut of a sentence depends on the words of its own paragraph only, so a sentence that stays the same letter for
letter between two versions is the same unit in both, and its parse can be kept.
"""

import re
from collections.abc import Iterator
from types import ModuleType

from claims.engine.lexicon import lexicon
from claims.engine.records import Span

# A "sentence" longer than this is a list, a table or an attack; it is cut at white space, so a parse stays bounded.
LONGEST = 1_500

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_END = re.compile(r"([.!?…]+)([\"'”’»)\]]*)(?=\s+(\S))")
_WORD_BEFORE = re.compile(r"[\w.]*\w$")
_WORD_AFTER = re.compile(r"\s+[\"'“‘«(\[]*([\w’']+)")
# "MOSCOW, March 22 (Reuters) - ", "NAVSAGAR, 4 May (PNS) — ": capitals, an optional date, a credit in brackets, a dash.
_DATELINE = re.compile(
    r"[A-Z][\w.'’ \-/]{1,40}(?:,\s[\w.'’ ]{1,40}){0,3}(?:\s\([^()\n]{1,40}\))\s?[-–—]{1,2}\s"
    r"|[A-Z][A-Z.'’ \-/]{2,40}(?:,\s[\w.'’ ]{1,30}){0,3}\s?[-–—]{1,2}\s"
)


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of text that hold anything but white space, without it at the edges."""
    for line in _LINE.finditer(text):
        yield from _trimmed(text, line.start(), line.end())


def dateline(text: str, paragraph: Span) -> int:
    """The offset behind a dateline at the start of a paragraph, or the paragraph's start where there is none."""
    found = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 200))
    return found.end() if found and found.end() < paragraph.end else paragraph.start


def sentences(text: str, paragraph: Span, language: str) -> Iterator[Span]:
    """The sentences of one paragraph, in order, without white space at their edges."""
    start = paragraph.start
    for end in _ends(text, paragraph, language):
        yield from _bounded(text, start, end)
        start = end
    yield from _bounded(text, start, paragraph.end)


def _ends(text: str, paragraph: Span, language: str) -> Iterator[int]:
    words = lexicon(language, "text")
    for mark in _END.finditer(text, paragraph.start, paragraph.end):
        following = mark.group(3)
        if following.islower():
            continue
        if mark.group(1) == "." and not mark.group(2) and _abbreviates(text, paragraph.start, mark, words):
            continue
        yield mark.end()


def _abbreviates(text: str, floor: int, mark: re.Match[str], words: ModuleType) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial rather than to the sentence."""
    before = _WORD_BEFORE.search(text, max(floor, mark.start() - 20), mark.start())
    if before is None:
        return False
    word = before.group().lower()
    if word in words.TITLES or (words.ORDINAL_STOP and word.isdecimal() and len(word) < 3):
        return True
    is_initial = len(word) == 1 and word.isalpha() and before.group().isupper()
    if not is_initial and word not in words.ABBREVIATIONS:
        return False
    following = _WORD_AFTER.match(text, mark.end())
    return following is None or following.group(1).lower() not in words.OPENERS


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
