"""Quotes: the stretches inside quotation marks, each with its speaker."""

from claims.engine.extract.spoken import Heard, Utterance
from claims.engine.extract.voices import hear
from claims.engine.parse import Parsed
from claims.engine.records import Quote, Why

# Words of a title that may do without a capital are shorter: "Gone With the Wind".
_SHORT = 5


def extract_quotes(parsed: Parsed, heard: Heard | None = None) -> list[Quote]:
    """The quotes of a version. heard: what `hear` gave for it, where a caller has it already."""
    heard = heard or hear(parsed)
    return [_quote(parsed, one) for one in heard.utterances if _counts(parsed, one)]


def _counts(parsed: Parsed, one: Utterance) -> bool:
    """Whether it is more than a scare quote or a title: three words at least, or a whole utterance with a cue."""
    text = one.quotation.inner.of(parsed.texts[one.part])
    words = [word for word in text.split() if any(char.isalnum() for char in word)]
    if not words:
        return False
    outer = one.quotation.outer.of(parsed.texts[one.part])
    closed = len(outer) > 2 and outer[-2] in ",.!?…"
    if len(words) > 2:
        capitals = all(word[:1].isupper() or len(word) < _SHORT for word in words)
        return closed or not (capitals and words[-1][:1].isupper())
    return closed and one.voice is not None and one.whole


def _quote(parsed: Parsed, one: Utterance) -> Quote:
    words = one.quotation.inner.of(parsed.texts[one.part])
    cue = one.voice.cue.of(parsed.texts[one.part]) if one.voice is not None else ""
    reading = f"“{words}”, said by {one.name}" if one.name else f"“{words}”, speaker not named"
    return Quote(one.quotation.inner, words, Why(one.rule or "quote.marks", cue, reading), one.name, cue, one.part)
