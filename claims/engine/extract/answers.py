"""What "this", "the claim" or "they were not" stand for: what was said, asked or told right before."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from claims.engine.denials import asked
from claims.engine.extract.spoken import Voice
from claims.engine.extract.tree import FINITE, noun_end, sentence_last, text_between
from claims.engine.parse import Parsed
from claims.engine.records import Span

# From how many sentences on "this" no longer means what was said there.
_BACK = 3
_ASKING = "?"
# A question begins with its verb, or behind a label or a name: "Q: Were officers told", "Minister, did you know".
_OPENS = frozenset(":,")


@dataclass(slots=True)
class Before:
    """What the voices of a version said so far, for what points back at it."""

    parsed: Parsed
    _said: list[tuple[int, Span, str]] = field(default_factory=list)

    def keep(self, voice: Voice, span: Span, words: str) -> None:
        """Remembers the words that a voice was credited with."""
        self._said.append((voice.sentence, span, words))

    def meant(self, voice: Voice, claimed: bool) -> str | None:
        """What a voice's "this" stands for: what was last said, else the question or the sentence before it.

        claimed: it is called a claim, which no plain sentence is.
        """
        asked = self._asked_of(voice)
        if asked is not None:
            return asked
        for number, span, words in reversed(self._said[-_BACK:]):
            near = 0 <= voice.sentence - number < _BACK and self._same_part(number, voice.sentence)
            if near and not span.touches(voice.cue) and not self._asked_since(number, voice.sentence):
                return words
        return self._told(voice.sentence - 1, voice.sentence, claimed)

    def _asked_of(self, voice: Voice) -> str | None:
        """What somebody was asked in the sentence of his answer: "Asked whether it had known, the firm said no"."""
        sentence = self.parsed.sentences[voice.sentence]
        return asked(sentence.text[: voice.lead.start - sentence.span.start], self.parsed.language)

    def _same_part(self, one: int, other: int) -> bool:
        return self.parsed.sentences[one].part is self.parsed.sentences[other].part

    def _asked_since(self, number: int, now: int) -> bool:
        asked = range(number + 1, now)
        return any(self.parsed.sentences[one].text.rstrip().endswith(_ASKING) for one in asked)

    def _told(self, before: int, now: int, claimed: bool) -> str | None:
        """What the sentence before says or asks; of another paragraph only a question counts."""
        if before < 0 or not self._same_part(before, now):
            return None
        sentence = self.parsed.sentences[before]
        if sentence.text.rstrip().endswith(_ASKING):
            return declared(sentence.doc)
        here = self.parsed.sentences[now].paragraph
        return sentence.text.rstrip().rstrip(".!") if sentence.paragraph == here and not claimed else None


def declared(doc: Doc) -> str | None:
    """A question that is answered by yes or no as a statement: "officers were told" of "Were officers told?"."""
    verb = next((one for one in doc if one.tag_ in FINITE and (one.i == 0 or doc[one.i - 1].text in _OPENS)), None)
    subject = _subject(verb) if verb is not None else None
    if verb is None or subject is None or subject.left_edge.i != verb.i + 1:
        return None
    end = sentence_last(doc)
    # Of "Was the kitchen short of staff?" the parse makes one noun.
    last = noun_end(subject) if noun_end(subject).i < end else subject
    rest = text_between(doc, doc[last.i + 1], doc[end]) if last.i < end else ""
    return f"{text_between(doc, subject.left_edge, last)} {verb.lower_} {rest}".strip()


def _subject(verb: Token) -> Token | None:
    """The subject of a verb or of the one that it helps, behind it."""
    heads = (verb, verb.head) if verb.dep_ in ("aux", "auxpass") else (verb,)
    kinds = ("nsubj", "nsubjpass", "attr")
    return next((one for head in heads for one in head.children if one.dep_ in kinds and one.i > verb.i), None)
