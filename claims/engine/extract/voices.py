"""Reads a version from its first sentence to its last: who is credited with what, and who speaks which quotation."""

from collections.abc import Sequence
from dataclasses import replace

from claims.engine.extract.credits import Reader
from claims.engine.extract.marks import quotations
from claims.engine.extract.named import Named
from claims.engine.extract.naming import Namer
from claims.engine.extract.noted import from_note, to_note
from claims.engine.extract.people import Cast
from claims.engine.extract.phrases import OWN_VOICE
from claims.engine.extract.places import Places
from claims.engine.extract.speakers import utterances
from claims.engine.extract.spoken import Credit, Heard, Utterance, Voice
from claims.engine.extract.turns import turns
from claims.engine.parse import Parsed, Sentence
from claims.engine.records import Span
from claims.enums import Part

__all__ = ["Heard", "Utterance", "Voice", "hear"]

_READER = "credits"


def hear(parsed: Parsed, publisher: str = "") -> Heard:
    """Who says what in a version. publisher: who speaks as "we" outside quotations, "" where nobody does."""
    cast = Cast(parsed)
    whose = turns(parsed)
    namer = Namer(parsed, cast, whose, publisher)
    voices: list[Voice] = []
    spoken: list[Utterance] = []
    for part, text in parsed.texts.items():
        groups = [Span(group[0].span.start, group[-1].span.end) for group in parsed.paragraphs(part)]
        found = quotations(text, groups, parsed.language)
        places = Places(found)
        here = _voices(parsed, part, places, namer)
        voices.extend(here)
        spoken.extend(utterances(parsed, part, places, here, namer))
    return Heard(parsed, tuple(voices), tuple(spoken), whose)


def _voices(parsed: Parsed, part: Part, places: Places, namer: Namer) -> list[Voice]:
    reader = Reader(parsed.language)
    text = parsed.texts[part]
    voices: list[Voice] = []
    for number, sentence in enumerate(parsed.sentences):
        if sentence.part is not part:
            continue
        skipped = [places.found[index].outer for index in places.within(sentence.span)]
        quoted = _quoted(sentence, places) if skipped else [None] * len(sentence.doc)
        heads: set[int] = set()
        for credit in _credits(parsed, reader, sentence, quoted, behind=_exclaimed(text, sentence, places)):
            inside = quoted[credit.verb.i]
            own = namer.own_voice(number) if credit.rule == OWN_VOICE else None
            if own is not None and own.name is None:
                continue
            named = namer.name(number, credit.source, skipped, credit.edges) if inside is None else None
            named = own or named or namer.name_inside(number, credit.source, quoted)
            voice = _voice(
                text, number=number, sentence=sentence, credit=credit, named=named, inside=inside, skipped=skipped
            )
            voices.append(replace(voice, follows=credit.source.i in heads))
            heads.add(credit.source.i)
            if inside is None and credit.frame != "s" and (credit.content or reader.says(credit)):
                namer.remember(number, named)
    return voices


def _credits(
    parsed: Parsed, reader: Reader, sentence: Sentence, quoted: Sequence[int | None], *, behind: bool
) -> list[Credit]:
    """The credits of a sentence, from the note of the version before where the marks fall as they did there."""
    order: dict[int, int] = {}
    marks = [one if one is None else order.setdefault(one, len(order)) for one in quoted]
    given = [sentence.part.value, marks if order else None, behind]
    note = parsed.notes.found(_READER, sentence.text, given)
    if note is not None:
        return from_note(note, sentence.doc)
    found = reader.read(sentence, marks, behind)
    parsed.notes.keep(_READER, sentence.text, given, to_note(found))
    return found


def _exclaimed(text: str, sentence: Sentence, places: Places) -> bool:
    """Whether a quotation that asks or exclaims ends right before a sentence."""
    index = places.last_before(sentence.span.start)
    end = places.found[index].outer.end if index is not None else 0
    return end > 1 and text[end - 2] in "?!…" and text[end : sentence.span.start] == " "


def _quoted(sentence: Sentence, places: Places) -> list[int | None]:
    return [places.top(sentence.span.start + token.idx) for token in sentence.doc]


def _voice(
    text: str,
    *,
    number: int,
    sentence: Sentence,
    credit: Credit,
    named: Named,
    inside: int | None,
    skipped: Sequence[Span],
) -> Voice:
    doc = sentence.doc
    cue = sentence.span_of(doc[credit.cue[0]], doc[credit.cue[1]])
    source = sentence.span_of(doc[credit.edges[0]], doc[credit.edges[1]])
    content = tuple(_stopped(sentence, sentence.span_of(doc[first], doc[last])) for first, last in credit.content)
    direct = bool(content) and inside is None and not any(_bare(text, span, skipped) for span in content)
    lead = Span(min(source.start, cue.start), max(source.end, cue.end))
    return Voice(number, sentence.part, credit, named, inside, direct, cue, lead, content)


def _stopped(sentence: Sentence, span: Span) -> Span:
    """A stretch without the sentence's full stop, which sticks to a word such as "£2m."."""
    ends = span.end == sentence.span.end and sentence.text[-1] == "." and sentence.text[-2:] != ".."
    return Span(span.start, span.end - 1) if ends and span.end - span.start > 1 else span


def _bare(text: str, span: Span, quotes: Sequence[Span]) -> bool:
    """Whether letters stand in a stretch outside all quotations."""
    at = span.start
    for outer in quotes:
        if outer.end > at and outer.start < span.end:
            if any(char.isalnum() for char in text[at : max(at, outer.start)]):
                return True
            at = max(at, outer.end)
    return any(char.isalnum() for char in text[at : max(at, span.end)])
