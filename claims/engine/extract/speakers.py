"""Gives every quotation its speaker: by the cue beside it or around it, or by the quotation that it goes on from."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from claims.engine.extract.naming import Namer
from claims.engine.extract.places import Places
from claims.engine.extract.spoken import Utterance, Voice
from claims.engine.lexicon import lexicon
from claims.engine.parse import Parsed, Sentence
from claims.enums import Part

# Between a cue and the quotation that it opens stand at most an addressee, a place and a time.
_LONGEST_LEAD = 140
# Words of a heading that do without a capital are shorter, and it has no more words.
_SMALL, _LONGEST_HEADING = 5, 8
# A dash, and a name of two to five words with capitals up to the end of the line or a comma.
_SIGNED = re.compile(
    r"[^\S\n]{0,3}\n?[^\S\n]{0,3}[―—–-]{1,2}[^\S\n]{0,3}"
    r"([A-Z][\w.'’-]*(?: [A-Za-z][\w.'’-]*){1,4}?)\.?[^\S\n]{0,3}(?=[\n,]|$)"
)


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
        self.numbers = [number for number, one in enumerate(parsed.sentences) if one.part is part]
        self.starts = [parsed.sentences[number].span.start for number in self.numbers]
        self.words = lexicon(parsed.language, "titles")
        self.opening: tuple[str, ...] = lexicon(parsed.language, "cues").OPENING

    def given(self) -> list[Utterance]:
        for voice in self.outside:
            self._around(voice)
        for voice in self.outside:
            self._left(voice)
            self._right(voice)
        self._rest()
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
        if stopped and self.parsed.sentences[voice.sentence].span.start >= outer.end:
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
        if not between.strip() or between.rstrip().endswith(self.opening):
            self._give(index, voice, "quote.cue_before")

    def _letters(self, start: int, end: int) -> bool:
        return any(char.isalnum() for char in self.text[start:end])

    def _rest(self) -> None:
        """Quotations without a cue of their own."""
        tops = [one for one in self.spoken if not one.quotation.depth]
        before: Utterance | None = None
        for place, one in enumerate(tops):
            if one.voice is None:
                after = tops[place + 1] if place + 1 < len(tops) else None
                self._goes_on(one, before) or self._announced(one) or self._signed(one) or (
                    self._begins_sentence(one)
                    and (self._leads_to(one, after) or self._follows(one, before) or self._next_line(one, before))
                )
            # A title or a scare quote in between is nobody's and changes nothing.
            before = one if one.rule else before

    def _copy(self, one: Utterance, other: Utterance, rule: str) -> bool:
        one.voice, one.name, one.rule = other.voice, other.name, rule
        return True

    def _goes_on(self, one: Utterance, before: Utterance | None) -> bool:
        """The next paragraph of one quotation."""
        linked = one.quotation.goes_on is not None and before is not None and bool(before.rule)
        return linked and before is not None and self._copy(one, before, "quote.goes_on")

    def _signed(self, one: Utterance) -> bool:
        """ "“...” — Nell Grey": a dash and a name at the end of the line."""
        found = _SIGNED.match(self.text, one.quotation.outer.end)
        if found is None or not any(char.isalpha() for char in found.group(1)):
            return False
        one.name, one.rule = found.group(1).rstrip("."), "quote.signed"
        return True

    def _announced(self, one: Utterance) -> bool:
        """ "Jones was scathing: “...”": the person whom the sentence is about."""
        start = one.quotation.outer.start
        if not self.text[max(0, start - 3) : start].rstrip().endswith(":"):
            return False
        number = self.numbers[bisect_right(self.starts, start) - 1]
        name = self.namer.subject(number)
        if name is None:
            return False
        one.name, one.rule = name, "quote.announced"
        return True

    def _begins_sentence(self, one: Utterance) -> bool:
        sentence = self._sentence(one.quotation.outer.start)
        if sentence is None:
            return False
        between = self.text[sentence.span.start : one.quotation.outer.start].rstrip()
        return between.endswith((".", "!", "?", "”", '"')) or not any(char.isalnum() for char in between)

    def _sentence(self, offset: int) -> Sentence | None:
        at = bisect_right(self.starts, offset) - 1
        return self.parsed.sentences[self.numbers[at]] if at >= 0 else None

    def _leads_to(self, one: Utterance, after: Utterance | None) -> bool:
        """Two quotations side by side, of which the second has the cue."""
        if after is None or not after.rule or after.quotation.paragraph != one.quotation.paragraph:
            return False
        if self._letters(one.quotation.outer.end, after.quotation.outer.start):
            return False
        return self._copy(one, after, "quote.goes_on")

    def _follows(self, one: Utterance, before: Utterance | None) -> bool:
        """It goes on from a quotation of its paragraph, or the sentence before it tells who speaks."""
        place = bisect_right(self.starts, one.quotation.outer.start) - 1
        earlier = before if before is not None and before.quotation.paragraph == one.quotation.paragraph else None
        if earlier is not None and bisect_right(self.starts, earlier.quotation.outer.end - 1) - 1 >= place - 1:
            return bool(earlier.rule) and self._copy(one, earlier, "quote.goes_on")
        previous = self.parsed.sentences[self.numbers[place - 1]] if place > 0 else None
        if previous is None or previous.paragraph != self.parsed.sentences[self.numbers[place]].paragraph:
            return False
        voice = self._last_voice(previous)
        if voice is not None and voice.named.person:
            one.voice, one.name, one.rule = voice, voice.named.name, "quote.follows"
            return True
        name = self.namer.subject(self.numbers[place - 1])
        if name is not None:
            one.name, one.rule = name, "quote.follows"
            return True
        return earlier is not None and bool(earlier.rule) and self._copy(one, earlier, "quote.goes_on")

    def _last_voice(self, sentence: Sentence) -> Voice | None:
        at = bisect_right(self.outside, sentence.span.end, key=lambda voice: voice.cue.start) - 1
        if at < 0 or self.outside[at].cue.start < sentence.span.start:
            return None
        return self.outside[at]

    def _next_line(self, one: Utterance, before: Utterance | None) -> bool:
        """A paragraph that begins with a quotation and has no cue goes on from one that ended with a cue."""
        if before is None or not before.rule or not before.whole or self._is_heading(one):
            return False
        if before.quotation.paragraph + 1 != one.quotation.paragraph:
            return False
        end = before.quotation.outer.end
        if before.voice is not None:
            sentence = self.parsed.sentences[before.voice.sentence]
            alone = self._last_voice(sentence) is before.voice
            end = max(end, sentence.span.end if alone else before.voice.lead.end)
        return not self._letters(end, one.quotation.outer.start) and self._copy(one, before, "quote.goes_on")

    def _is_heading(self, one: Utterance) -> bool:
        """A line between paragraphs, "'All Bets Are Off'": short, and in capitals up to its last word."""
        words = one.quotation.inner.of(self.text).split()
        capitals = all(word[:1].isupper() or len(word) < _SMALL for word in words)
        return capitals and 1 < len(words) <= _LONGEST_HEADING and words[-1][:1].isupper()

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
