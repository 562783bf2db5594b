"""What is heard in a version: voices, which credit words to somebody, and utterances in quotation marks."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from claims.engine.extract.marks import Quotation
from claims.engine.extract.named import Named
from claims.engine.extract.turns import Turn
from claims.engine.parse import Parsed
from claims.engine.records import Span
from claims.enums import Part


@dataclass(frozen=True, slots=True)
class Credit:
    """A cue with its source and the words that it credits, as token indices of one sentence, both ends included.

    content: the credited stretches, none where they stand in another sentence. source: the head of its phrase, which
    reaches over edges. frame: the letter of the lexicon that fits. before: the words stand before the cue. asserted:
    the text says that it was said; not where it is denied, asked or only possible.
    """

    verb: Token
    cue: tuple[int, int]
    source: Token
    edges: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    frame: str
    before: bool
    denied: bool
    asserted: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A credit with its source by name, and where its pieces stand in the part's text.

    inside: the outermost quotation that the cue stands in. direct: it credits nothing but words in quotation marks.
    content: the credited stretches; none where they stand in another sentence. lead: from source to cue.
    follows: the same source spoke in the sentence before this cue.
    """

    sentence: int
    part: Part
    credit: Credit
    named: Named
    inside: int | None
    direct: bool
    cue: Span
    lead: Span
    content: tuple[Span, ...]
    follows: bool = False


@dataclass(slots=True)
class Utterance:
    """A quotation, its speaker's name and the voice that gives it to him.

    rule: how the speaker was found, "" where he was not. whole: it is no piece of a sentence in other words.
    """

    quotation: Quotation
    part: Part
    name: str | None = None
    rule: str = ""
    voice: Voice | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Heard:
    """All that is said in a version, in the order of the text, part by part. turns: a transcript's, by sentence."""

    parsed: Parsed
    voices: tuple[Voice, ...]
    utterances: tuple[Utterance, ...]
    turns: Mapping[int, Turn]
