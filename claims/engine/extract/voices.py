"""Reads a version from its first sentence to its last and says who speaks where: credits with names, quotations with speakers."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from claims.engine.extract.credits import Credit, Reader
from claims.engine.extract.marks import Quotation, quotations
from claims.engine.extract.people import Cast, Entity
from claims.engine.extract.tree import child, noun_end, noun_start, text_between
from claims.engine.parse import Parsed, Sentence
from claims.engine.records import Part, Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A credit with its source by name.

    name: None where it cannot be told. inside: the quotation that the cue stands in. direct: it credits nothing but words
    in quotation marks.
    """

    sentence: int
    credit: Credit
    name: str | None
    anonymous: str
    person: bool
    inside: int | None
    direct: bool = False


@dataclass(slots=True)
class Utterance:
    """A quotation and who speaks it."""

    quotation: Quotation
    part: Part
    name: str | None = None
    cue: str = ""
    rule: str = ""
    voice: Voice | None = None
    whole: bool = True


@dataclass(slots=True)
class Heard:
    parsed: Parsed
    voices: list[Voice] = field(default_factory=list)
    utterances: list[Utterance] = field(default_factory=list)


class _Places:
    """Which quotation covers an offset."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self.found = found
        self.tops = [index for index, one in enumerate(found) if one.depth == 0]
        self.starts = [found[index].outer.start for index in self.tops]

    def top(self, offset: int) -> int | None:
        at = bisect_right(self.starts, offset) - 1
        if at >= 0 and offset < self.found[self.tops[at]].outer.end:
            return self.tops[at]
        return None

    def within(self, span: Span) -> list[int]:
        """The outermost quotations that touch a stretch."""
        at = max(bisect_right(self.starts, span.start) - 1, 0)
        result = []
        while at < len(self.tops) and self.starts[at] < span.end:
            if self.found[self.tops[at]].outer.touches(span):
                result.append(self.tops[at])
            at += 1
        return result


def hear(parsed: Parsed) -> Heard:
    """Who says what in a version."""
    heard = Heard(parsed)
    cast = Cast(parsed)
    for part, text in parsed.texts.items():
        groups = list(parsed.paragraphs(part))
        spans = [Span(group[0].span.start, group[-1].span.end) for group in groups]
        found = quotations(text, spans, parsed.language)
        _Listener(heard, cast, part, text, found).listen()
    return heard


class _Listener:
    """Goes through one part of a version in order."""

    def __init__(self, heard: Heard, cast: Cast, part: Part, text: str, found: Sequence[Quotation]) -> None:
        self.heard, self.cast, self.part, self.text = heard, cast, part, text
        self.places = _Places(found)
        self.utterances = [Utterance(one, part) for one in found]
        self.reader = Reader(heard.parsed.language)
        self.voices: list[Voice] = []
        self.last: Voice | None = None

    def listen(self) -> None:
        for number, sentence in enumerate(self.heard.parsed.sentences):
            if sentence.part is self.part:
                self._sentence(number, sentence)
        self._inner()
        self._rest()
        self.heard.voices.extend(self.voices)
        self.heard.utterances.extend(self.utterances)

    def _sentence(self, number: int, sentence: Sentence) -> None:
        here: list[Voice] = []
        for credit in self.reader.read(sentence):
            inside = self.places.top(sentence.span.start + credit.verb.idx)
            name, anonymous, person = self._named(number, sentence, credit.source)
            direct = not credit.empty and self._direct(sentence, credit)
            voice = Voice(number, credit, name, anonymous, person, inside, direct)
            here.append(voice)
            self.voices.append(voice)
            if inside is None:
                self._speak(sentence, voice)
                if name is not None:
                    self.last = voice

    def _direct(self, sentence: Sentence, credit: Credit) -> bool:
        """Whether nothing is credited but words inside quotation marks."""
        span = sentence.span_of(sentence.doc[credit.first], sentence.doc[credit.last])
        at, bare = span.start, []
        for index in self.places.within(span):
            outer = self.places.found[index].outer
            bare.append(self.text[at : max(at, outer.start)])
            at = max(at, outer.end)
        bare.append(self.text[at : max(at, span.end)])
        return not any(char.isalnum() for char in "".join(bare))

    def _speak(self, sentence: Sentence, voice: Voice) -> None:
        """Gives the quotations beside a cue, or within what it credits, to its source."""
        credit = voice.credit
        start = sentence.span.start
        if not credit.empty:
            doc = sentence.doc
            span = Span(start + doc[credit.first].idx, start + doc[credit.last].idx + len(doc[credit.last].text))
            rule = "quote.cue_after" if credit.before else "quote.cue_before"
            for index in self.places.within(span):
                self._give(index, voice, rule)
                if not voice.direct:
                    self.utterances[index].whole = False
        self._beside(sentence, voice)

    def _beside(self, sentence: Sentence, voice: Voice) -> None:
        credit = voice.credit
        left = min(credit.cue[0], credit.source.left_edge.i if credit.source is not None else credit.cue[0])
        right = max(credit.cue[1], credit.source.right_edge.i if credit.source is not None else 0)
        start = sentence.span.start
        for index in self.places.within(sentence.span):
            outer = self.places.found[index].outer
            if outer.end <= start + sentence.doc[left].idx and credit.before:
                between = self.text[outer.end : start + sentence.doc[left].idx]
                if not any(char.isalnum() for char in between):
                    self._give(index, voice, "quote.cue_after")
            elif outer.start >= start + sentence.doc[credit.cue[1]].idx:
                last = sentence.doc[right]
                between = self.text[start + last.idx + len(last.text) : outer.start]
                cue_end = start + sentence.doc[credit.cue[1]].idx + len(sentence.doc[credit.cue[1]].text)
                plain = self.text[cue_end : outer.start]
                if self.utterances[index].voice is None and (len(between) < 80 or len(plain) < 80):
                    self._give(index, voice, "quote.cue_before")

    def _give(self, index: int, voice: Voice, rule: str) -> None:
        one = self.utterances[index]
        if one.voice is not None and not voice.credit.before:
            return
        one.voice, one.name, one.rule = voice, voice.name, rule
        one.cue = voice.credit.verb.text

    def _inner(self) -> None:
        """Nested quotations take the cue that stands inside the quotation around them."""
        for index, one in enumerate(self.utterances):
            around = one.quotation.around
            if around is None:
                continue
            best: Voice | None = None
            for voice in self.voices:
                sentence = self.heard.parsed.sentences[voice.sentence]
                at = sentence.span.start + voice.credit.verb.idx
                if self.utterances[around].quotation.outer.start <= at < one.quotation.outer.start:
                    if sentence.span.end > one.quotation.outer.start:
                        best = voice
                elif best is None and one.quotation.outer.end <= at < self.utterances[around].quotation.outer.end:
                    if sentence.span.start <= one.quotation.outer.end:
                        best = voice
            if best is not None:
                one.voice, one.name, one.rule, one.cue = best, best.name, "quote.nested", best.credit.verb.text

    def _rest(self) -> None:
        """Quotations without a cue of their own go on from the one before, or follow a sentence that names their speaker."""
        spoken: Utterance | None = None
        for one in self.utterances:
            if one.quotation.depth:
                continue
            if one.voice is None and spoken is not None:
                goes_on = one.quotation.goes_on is not None
                same = spoken.quotation.paragraph == one.quotation.paragraph
                if goes_on or same:
                    one.voice, one.name, one.cue = spoken.voice, spoken.name, spoken.cue
                    one.rule = "quote.goes_on"
            if one.voice is None:
                self._sentence_before(one)
            spoken = one if one.voice is not None else spoken

    def _sentence_before(self, one: Utterance) -> None:
        best: Voice | None = None
        for voice in self.voices:
            sentence = self.heard.parsed.sentences[voice.sentence]
            if voice.inside is None and sentence.span.end <= one.quotation.outer.start:
                best = voice
        if best is None:
            return
        between = self.text[self.heard.parsed.sentences[best.sentence].span.end : one.quotation.outer.start]
        if not any(char.isalnum() for char in between) and "\n" not in between and best.person:
            one.voice, one.name, one.rule, one.cue = best, best.name, "quote.follows", best.credit.verb.text

    def _named(self, number: int, sentence: Sentence, head: Token | None) -> tuple[str | None, str, bool]:
        """The source's name as the version gives it most fully, the kind of an unnamed one, and whether it is a person."""
        if head is None:
            return None, "", False
        words = self.cast.words
        low = head.lower_
        if low in words.SPEAKER:
            return None, "", True
        if low in words.SHE or low in words.HE:
            entity = self._pronoun(number, sentence, head, "f" if low in words.SHE else "m")
            return (entity.name if entity else None), "", True
        if low in words.IT or low in words.THEY:
            if self.last is not None and number - self.last.sentence <= 1:
                return self.last.name, self.last.anonymous, False
            return None, "", False
        appos = child(head, "appos")
        if head.tag_ not in ("NNP", "NNPS") and appos is not None and appos.tag_ in ("NNP", "NNPS"):
            head = appos
        if head.tag_ in ("NNP", "NNPS"):
            entity = self._proper(number, sentence, head)
            if entity is not None and entity.person:
                return entity.name, "", True
        else:
            first = noun_start(head)
            if first.lower_ == "the" or first is head:
                held = self.cast.by_role([head.lemma_.lower()], number)
                if held is not None:
                    return held.name, "", True
        text = text_between(sentence, noun_start(head), noun_end(head))
        for article in ("The ", "A ", "An "):
            if text.startswith(article):
                text = article.lower() + text[len(article) :]
        return text, words.ANONYMOUS.get(head.lemma_.lower(), ""), head.lemma_.lower() in words.ANONYMOUS

    def _proper(self, number: int, sentence: Sentence, head: Token) -> Entity | None:
        for name in self.cast.names(sentence):
            if name.first <= head.i <= name.last:
                return self.cast.fullest([sentence.doc[at].text for at in range(name.first, name.last + 1)], number)
        return None

    def _pronoun(self, number: int, sentence: Sentence, head: Token, gender: str) -> Entity | None:
        offset = sentence.span.start + head.idx
        best: Entity | None = None
        for back in range(number, max(-1, number - 6), -1):
            there = self.heard.parsed.sentences[back]
            if there.part is not self.part:
                break
            candidates = []
            for name in self.cast.names(there):
                token = there.doc[name.last]
                if back == number and there.span.start + token.idx >= offset:
                    continue
                if self.places.top(there.span.start + token.idx) is not None:
                    continue
                entity = self.cast.fullest([there.doc[at].text for at in range(name.first, name.last + 1)], back)
                if entity is not None and entity.person and entity.gender in ("", gender):
                    candidates.append((token.dep_ != "nsubj", -name.first if back == number else name.first, entity))
            if candidates:
                best = min(candidates, key=lambda c: (c[0], c[1]))[2]
                break
        if best is not None and not best.gender:
            best.gender = gender
        return best
