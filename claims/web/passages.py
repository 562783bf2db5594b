"""A mention in the words around it."""

from dataclasses import dataclass

from claims.engine.sentences import paragraphs
from claims.enums import Part
from claims.models import Mention

# Characters of the paragraph that are shown on each side of the sentence; the rest is cut off at a space.
AROUND = 240


@dataclass(frozen=True, slots=True)
class Passage:
    """A mention in its paragraph, in five stretches that follow each other in the text.

    sentence_before, words and sentence_after make the sentence; around_before and around_after are its neighbours,
    shortened. number counts the paragraphs from 1; None for a headline.
    """

    mention: Mention
    number: int | None
    around_before: str
    sentence_before: str
    words: str
    sentence_after: str
    around_after: str


def passage(mention: Mention) -> Passage:
    """The passage of a mention whose version is loaded with its text."""
    text = mention.version.title if mention.part == Part.HEADLINE else mention.version.text
    lines = list(paragraphs(text))
    first = next(at for at, line in enumerate(lines) if line.end > mention.start)
    line_end = next(line.end for line in lines if line.end >= mention.end)
    start, end = _sentence(text, mention)
    return Passage(
        mention,
        None if mention.part == Part.HEADLINE else first + 1,
        _last_of(text[min(lines[first].start, start) : start]),
        text[start : mention.start],
        text[mention.start : mention.end],
        text[mention.end : end],
        _first_of(text[end : max(line_end, end)]),
    )


def _sentence(text: str, mention: Mention) -> tuple[int, int]:
    """Where the stored sentence stands around the mention; the mention itself where it is not found."""
    size = len(mention.sentence)
    at = text.find(mention.sentence, max(0, mention.end - size), mention.start + size) if size else -1
    return (at, at + size) if at >= 0 else (mention.start, mention.end)


def _last_of(words: str) -> str:
    return words if len(words) <= AROUND else "… " + words[-AROUND:].partition(" ")[2]


def _first_of(words: str) -> str:
    return words if len(words) <= AROUND else words[:AROUND].rpartition(" ")[0] + " …"
