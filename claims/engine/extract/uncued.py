"""Quotations without a cue of their own: whose they are by what stands before, behind or around them."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from claims.engine.extract.naming import Namer
from claims.engine.extract.spoken import Utterance, Voice
from claims.engine.lexicon import lexicon
from claims.engine.parse import Parsed, Sentence
from claims.enums import Part

# Words of a heading that do without a capital are shorter, and it has no more words.
_SMALL, _LONGEST_HEADING = 5, 8
# A dash, and a name of two to five words with capitals up to the end of the line or a comma.
_SIGNED = re.compile(
    r"[^\S\n]{0,3}\n{0,2}[^\S\n]{0,3}[―—–-]{1,2}[^\S\n]{0,3}"
    r"([A-Z][\w.'’-]*(?: [A-Za-z][\w.'’-]*){1,4}?)\.?[^\S\n]{0,3}(?=[\n,]|$)"
)


class Uncued:
    """Looks for the speakers of such quotations in one part. voices: those outside quotations, in the text's order."""

    def __init__(self, parsed: Parsed, part: Part, voices: Sequence[Voice], namer: Namer) -> None:
        self.parsed, self.text, self.outside, self.namer = parsed, parsed.texts[part], voices, namer
        self.numbers = [number for number, one in enumerate(parsed.sentences) if one.part is part]
        self.starts = [parsed.sentences[number].span.start for number in self.numbers]
        self.joining: frozenset[str] = lexicon(parsed.language, "cues").JOINING

    def give(self, tops: Sequence[Utterance]) -> None:
        """Gives the outermost quotations, in the text's order, the speakers that no cue gave them."""
        before: Utterance | None = None
        for place, one in enumerate(tops):
            if one.voice is None:
                after = tops[place + 1] if place + 1 < len(tops) else None
                self._goes_on(one, before) or self._joined(one, before) or self._announced(one) or self._signed(
                    one
                ) or (
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

    def _joined(self, one: Utterance, before: Utterance | None) -> bool:
        """ "They chanted “Send them home” and “Build the wall”."""
        if before is None or not before.rule or one.quotation.paragraph != before.quotation.paragraph:
            return False
        between = self.text[before.quotation.outer.end : one.quotation.outer.start].strip(" ,;—–-").lower()
        return between in self.joining and self._copy(one, before, "quote.goes_on")

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
        before = self.text[max(0, start - 3) : start].rstrip()
        if not before.endswith(":"):
            return False
        colon = max(0, start - 3) + len(before) - 1
        name = self.namer.announcer(self.numbers[max(0, bisect_right(self.starts, colon) - 1)], colon)
        if name is None:
            return False
        one.name, one.rule = name, "quote.announced"
        return True

    def _begins_sentence(self, one: Utterance) -> bool:
        sentence = self.sentence(one.quotation.outer.start)
        if sentence is None:
            return False
        between = self.text[sentence.span.start : one.quotation.outer.start].rstrip()
        return between.endswith((".", "!", "?", "”", '"')) or not any(char.isalnum() for char in between)

    def sentence(self, offset: int) -> Sentence | None:
        """The sentence that an offset stands in."""
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
        if before is None or not before.rule or not before.whole or self.is_heading(one):
            return False
        if before.quotation.paragraph + 1 != one.quotation.paragraph:
            return False
        end = before.quotation.outer.end
        if before.voice is not None:
            sentence = self.parsed.sentences[before.voice.sentence]
            alone = self._last_voice(sentence) is before.voice
            end = max(end, sentence.span.end if alone else before.voice.lead.end)
        return not self._letters(end, one.quotation.outer.start) and self._copy(one, before, "quote.goes_on")

    def is_heading(self, one: Utterance) -> bool:
        """A line between paragraphs, "'All Bets Are Off'": short, and in capitals up to its last word."""
        words = one.quotation.inner.of(self.text).split()
        capitals = all(word[:1].isupper() or len(word) < _SMALL for word in words)
        return capitals and 1 < len(words) <= _LONGEST_HEADING and words[-1][:1].isupper()

    def _letters(self, start: int, end: int) -> bool:
        return any(char.isalnum() for char in self.text[start:end])
