"""Parses the sentences of a version with spaCy, and only those that the version before did not have.

Each sentence is a document of its own, so its analysis depends on its letters alone: what is kept from the version
before is what a full run would give.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.symbols import PROPN
from spacy.tokens import Doc, Token

from claims.engine.attributes import RULED, Attributes
from claims.engine.keeping import Kept, pack, unpack
from claims.engine.lexicon import lexicon
from claims.engine.notes import Notes
from claims.engine.records import Span
from claims.engine.sentences import dateline, paragraphs, sentences
from claims.enums import Part

# Larger batches are no faster here and peak at several times the memory.
BATCH = 32
_HALVES = re.compile("[\ud800-\udfff]")
_NAMES = "ner"
_OURS = [*RULED, _NAMES]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence. `doc[i].idx` counts from span.start; `paragraph` counts from 0 within the part."""

    span: Span
    part: Part
    paragraph: int
    doc: Doc
    text: str

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
    """A version, cut and parsed.

    texts: what the offsets of each part count in. notes: what is found in single sentences.
    """

    language: str
    texts: Mapping[Part, str]
    sentences: tuple[Sentence, ...]
    notes: Notes = field(default_factory=Notes, compare=False, repr=False)

    @property
    def kept(self) -> bytes:
        """The parse and the notes that were made, as bytes for the next version of the document."""
        return pack({sentence.text: sentence.doc for sentence in self.sentences}, self.notes)

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
    name = str(lexicon(language, "text").MODEL)
    return spacy.load(name) if name else spacy.blank(language)


def parse(texts: Mapping[Part, str], language: str, previous: bytes = b"") -> Parsed:
    """Cuts and parses the parts of a version.

    previous: `Parsed.kept` of an earlier version in that language, or none.
    """
    places = [place for part, text in texts.items() for place in _places(part, text, language)]
    cut = [span.of(texts[part]) for part, _, span in places]
    known = unpack(previous, frozenset(cut), model(language).vocab)
    found = tuple(
        Sentence(span, part, number, doc, text)
        for (part, number, span), doc, text in zip(places, _docs(cut, language, known), cut, strict=True)
    )
    return Parsed(language, texts, found, Notes(known.notes))


def _places(part: Part, text: str, language: str) -> Iterator[tuple[Part, int, Span]]:
    for number, paragraph in enumerate(paragraphs(text)):
        start = dateline(text, paragraph) if part is Part.BODY and number < 3 else paragraph.start
        for span in sentences(text, Span(start, paragraph.end), language):
            yield part, number, span


def _docs(texts: Sequence[str], language: str, known: Kept) -> list[Doc]:
    new = [text for text in dict.fromkeys(texts) if text not in known.docs]
    docs = {**known.docs, **dict(zip(new, _parsed(new, language), strict=True))}
    return [docs[text] for text in texts]


def _parsed(texts: Sequence[str], language: str) -> list[Doc]:
    """Tagged and parsed sentences; entities only where a proper noun stands, for nobody asks for others."""
    pipeline = model(language)
    if not pipeline.pipe_names:
        return [_by_letters(doc) for doc in pipeline.pipe(map(_spelt, texts))]
    docs = list(pipeline.pipe(map(_spelt, texts), batch_size=BATCH, disable=_OURS))
    rules = _attributes(language)
    for doc in docs:
        rules.set(doc)
    named = [doc for doc in docs if any(token.pos == PROPN for token in doc)]
    entities: Any = pipeline.get_pipe(_NAMES)
    for _ in entities.pipe(named, batch_size=BATCH):
        pass
    return docs


def _spelt(text: str) -> str:
    """The text with a mark of the same length for every letter that cannot be written as bytes (half a pair)."""
    return _HALVES.sub("\ufffd", text)


def _by_letters(doc: Doc) -> Doc:
    """Word classes for a language without a trained pipeline: a capital makes a noun, a small letter an adjective.

    The rules look for nouns behind numbers and stop at the words that the lexicon lists.
    """
    for token in doc:
        if token.is_alpha:
            token.pos_, token.tag_ = ("NOUN", "NN") if token.text[0].isupper() and token.i else ("ADJ", "JJ")
    return doc


@cache
def _attributes(language: str) -> Attributes:
    return Attributes(model(language))
