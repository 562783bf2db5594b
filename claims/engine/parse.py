"""Parses the sentences of a version with spaCy, and only those that the version before did not have.

Each sentence is a document of its own, so its analysis depends on its letters alone: what is kept from the version
before is what a full run would give.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Token

from claims.engine.lexicon import lexicon
from claims.engine.records import Span
from claims.engine.sentences import dateline, paragraphs, sentences
from claims.enums import Part

# Larger batches are no faster here and peak at several times the memory.
BATCH = 32
_KEPT = ["ORTH", "SPACY", "LEMMA", "POS", "TAG", "DEP", "HEAD", "MORPH", "ENT_IOB", "ENT_TYPE", "SENT_START"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence. `doc[i].idx` counts from span.start; `paragraph` counts from 0 within the part."""

    span: Span
    part: Part
    paragraph: int
    doc: Doc

    @property
    def text(self) -> str:
        return self.doc.text

    def at(self, offset: int) -> Token | None:
        """The token that covers an offset of the part, or None outside the sentence and between tokens."""
        inside = offset - self.span.start
        low, high = 0, len(self.doc)
        while low < high:
            middle = (low + high) // 2
            token = self.doc[middle]
            if inside < token.idx:
                high = middle
            elif inside >= token.idx + len(token.text):
                low = middle + 1
            else:
                return token
        return None

    def span_of(self, first: Token, last: Token) -> Span:
        """The offsets in the part from one token to another, both included."""
        return Span(self.span.start + first.idx, self.span.start + last.idx + len(last.text))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A version, cut and parsed. texts: what the offsets of each part count in."""

    language: str
    texts: Mapping[Part, str]
    sentences: tuple[Sentence, ...]

    def paragraphs(self, part: Part) -> Iterator[tuple[Sentence, ...]]:
        """The sentences of each paragraph of a part, in order."""
        held: list[Sentence] = []
        for sentence in self.sentences:
            if sentence.part is not part:
                continue
            if held and held[-1].paragraph != sentence.paragraph:
                yield tuple(held)
                held = []
            held.append(sentence)
        if held:
            yield tuple(held)


@cache
def model(language: str) -> Language:
    """The loaded spaCy pipeline of a language; one a process."""
    return spacy.load(str(lexicon(language, "text").MODEL))


def parse(texts: Mapping[Part, str], language: str, previous: bytes = b"") -> tuple[Parsed, bytes]:
    """Cuts and parses the parts of a version.

    previous: the bytes that this function gave for an earlier version, or none. Gives the parse, and its bytes.
    """
    places = [place for part, text in texts.items() for place in _places(part, text, language)]
    docs = _docs([span.of(texts[part]) for part, _, span in places], language, previous)
    found = tuple(Sentence(span, part, number, doc) for (part, number, span), doc in zip(places, docs, strict=True))
    return Parsed(language, texts, found), _packed(docs)


def _places(part: Part, text: str, language: str) -> Iterator[tuple[Part, int, Span]]:
    for number, paragraph in enumerate(paragraphs(text)):
        start = dateline(text, paragraph) if part is Part.BODY and number < 3 else paragraph.start
        for span in sentences(text, Span(start, paragraph.end), language):
            yield part, number, span


def _docs(texts: Sequence[str], language: str, previous: bytes) -> list[Doc]:
    known = _unpacked(previous, language)
    new = [text for text in dict.fromkeys(texts) if text not in known]
    known.update(zip(new, model(language).pipe(new, batch_size=BATCH), strict=True))
    return [known[text] for text in texts]


def _packed(docs: Sequence[Doc]) -> bytes:
    return DocBin(attrs=_KEPT, docs=list({doc.text: doc for doc in docs}.values())).to_bytes()


def _unpacked(previous: bytes, language: str) -> dict[str, Doc]:
    if not previous:
        return {}
    return {doc.text: doc for doc in DocBin().from_bytes(previous).get_docs(model(language).vocab)}
