"""Gives every quotation its speaker: by the cue beside it or around it, or by the quotation that it goes on from."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from claims.engine.extract.naming import Namer
from claims.engine.extract.places import Places
from claims.engine.extract.spoken import Utterance, Voice
from claims.engine.extract.uncued import Uncued
from claims.engine.lexicon import lexicon
from claims.engine.parse import Parsed
from claims.enums import Part

# Between a cue and the quotation that it opens stand at most an addressee, a place and a time.
_LONGEST_LEAD = 140
# A sentence in marks has so many words at least.
_SENTENCE = 5


def utterances(parsed: Parsed, part: Part, places: Places, voices: Sequence[Voice], namer: Namer) -> list[Utterance]:
    """The quotations of one part with their speakers."""
    return _Giver(parsed, part, places, voices, namer).given()


class _Giver:
    def __init__(self, parsed: Parsed, part: Part, places: Places, voices: Sequence[Voice], namer: Namer) -> None:
        self.parsed, self.part, self.text, self.places, self.namer = parsed, part, parsed.texts[part], places, namer
        self.spoken = [Utterance(one, part) for one in places.found]
        self.outside = [voice for voice in voices if voice.inside is None]
        self.inside: dict[int, list[Voice]] = defaultdict(list)
        for voice in voices:
            if voice.inside is not None:
                self.inside[voice.inside].append(voice)
        self.uncued = Uncued(parsed, part, self.outside, namer)
        self.words = lexicon(parsed.language, "titles")
        self.opening: tuple[str, ...] = lexicon(parsed.language, "cues").OPENING

    def given(self) -> list[Utterance]:
        for voice in self.outside:
            self._around(voice)
        for voice in self.outside:
            self._left(voice)
            self._right(voice)
        self._resumed()
        self.uncued.give([one for one in self.spoken if not one.quotation.depth])
        for index, one in enumerate(self.spoken):
            if one.quotation.depth:
                self._nested(index, one)
        return self.spoken

    def _give(self, index: int, voice: Voice, rule: str) -> None:
        one = self.spoken[index]
        if one.voice is None:
            one.voice, one.name, one.rule = voice, voice.named.name, rule

    def _around(self, voice: Voice) -> None:
        """Quotations within the words that a voice is credited with."""
        rule = "quote.cue_after" if voice.credit.before else "quote.cue_before"
        for span in voice.content:
            for index in self.places.within(span):
                self._give(index, voice, rule)
                if not voice.direct:
                    self.spoken[index].whole = False

    def _left(self, voice: Voice) -> None:
        """A quotation right before a cue: "“Who are they?” Trump said of Apple"."""
        if voice.content and not voice.credit.before and not voice.direct:
            return
        index = self.places.last_before(voice.lead.start)
        if index is None:
            return
        between = self.text[self.places.found[index].outer.end : voice.lead.start]
        outer = self.places.found[index].outer
        stopped = "." in (self.text[outer.end - 2 : outer.end - 1], self.text[outer.end : outer.end + 1])
        sentence = self.parsed.sentences[voice.sentence]
        alone = self.text[voice.lead.end : sentence.span.end] == "."
        if stopped and sentence.span.start >= outer.end and not alone:
            return
        if "\n" not in between and not any(char.isalnum() for char in between):
            self._give(index, voice, "quote.cue_after")

    def _right(self, voice: Voice) -> None:
        """A quotation that a cue opens: "he told reporters in Leeds on Friday: “...”"."""
        end = voice.lead.end
        index = self.places.first_from(end)
        if index is None or voice.credit.rule == "attribution.according_to":
            return
        start = self.places.found[index].outer.start
        between = self.text[end:start]
        colon = between.rstrip().endswith(":")
        if len(between) > _LONGEST_LEAD or (("\n" in between.strip("\n") or "\n" in between) and not colon):
            return
        at = bisect_right(self.outside, voice.cue.start, key=lambda one: one.cue.start)
        if at < len(self.outside) and self.outside[at].cue.start < start:
            return
        sentence = self.parsed.sentences[voice.sentence]
        if start >= sentence.span.end and not (colon and not self.text[sentence.span.end : start].strip()):
            return
        opened = between.rstrip().endswith(self.opening)
        if " " in between.strip(" ,:") and self.uncued.is_heading(self.spoken[index]):
            return
        # Behind "“...,” said Jo Reed, author of" stands the title of a book.
        # "Asked the crowd “If he cannot ...”": a sentence in marks behind the one who was addressed.
        asked = not voice.content and _is_sentence(self.spoken[index].quotation.inner.of(self.text))
        opened = opened or (asked and self.text[start - 1] == " " and voice.credit.frame == "q")
        if opened or (not between.strip() and not (voice.credit.before and voice.content)):
            self._give(index, voice, "quote.cue_before")

    def _resumed(self) -> None:
        """The second half of a sentence in marks, whatever stands between: "“...,” she wrote in a note, “but ...”"."""
        tops = [one for one in self.spoken if not one.quotation.depth]
        for before, one in pairwise(tops):
            start, end = before.quotation.outer.end, one.quotation.outer.start
            small = self.text[one.quotation.inner.start].islower() and self.text[end - 2 : end] == ", "
            same = one.quotation.paragraph == before.quotation.paragraph and self.text[start - 2 : start - 1] == ","
            cued = before.voice is not None and before.voice.credit.before
            if small and same and cued and self.uncued.sentence(start) is self.uncued.sentence(end):
                one.voice, one.name, one.rule = before.voice, before.name, "quote.goes_on"

    def _nested(self, index: int, one: Utterance) -> None:
        """A quotation inside another takes the cue that stands before or behind it in there."""
        top = self.places.top(one.quotation.outer.start)
        voices = self.inside.get(top, []) if top is not None else []
        at = bisect_right(voices, one.quotation.outer.start, key=lambda voice: voice.cue.start)
        voice = None
        if at and self.parsed.sentences[voices[at - 1].sentence].span.end > one.quotation.outer.start:
            voice = voices[at - 1]
        elif at < len(voices) and self.parsed.sentences[voices[at].sentence].span.start <= one.quotation.outer.end:
            voice = voices[at]
        around = self.spoken[top] if top is not None else None
        if voice is None:
            return
        one.voice, one.rule, one.name = voice, "quote.nested", self._seen_from(voice, around)

    def _seen_from(self, voice: Voice, around: Utterance | None) -> str | None:
        """The name of a source in a quotation: "I" is its speaker, "my doctor" the speaker's doctor."""
        speaker = around.name if around is not None else None
        if voice.credit.source.lower_ in self.words.SPEAKER:
            return speaker
        name = voice.named.name
        if name is None:
            return None
        first, _, rest = name.partition(" ")
        if first.lower() in self.words.SPEAKER and rest:
            return f"{speaker}’s {rest}" if speaker else name
        return name


def _is_sentence(words: str) -> bool:
    return words[0].isupper() and words.count(" ") >= _SENTENCE and words[-1] in ".?!"
