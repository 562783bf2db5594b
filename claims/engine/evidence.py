"""Whether a passage really holds what a claim says: its figure, its words, or who says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel, LCSseq

from claims.engine.compare import compare
from claims.engine.compare.figures import reading
from claims.engine.compare.quotes import best_stretch, spoken_words, stands_in
from claims.engine.compare.values import dimension, same_dimension
from claims.engine.compare.words import Word, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Comparison, Figure, Mention, Quote
from claims.enums import Answer, Containment, FlagType

SPEAKER = "quote.speaker"


@dataclass(frozen=True, slots=True)
class PassageCheck:
    """What a passage holds of a claim. reason: one plain sentence.

    against: the key of the passage's mention that says otherwise, "" where no mention does. type: of the contradiction.
    """

    contains: Containment
    reason: str
    against: str = ""
    type: FlagType = FlagType.FIGURE


class Side(StrEnum):
    """Where a stretch of words stands: in both wordings, in the quote only, in the passage only."""

    BOTH = "both"
    QUOTE = "quote"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words of two wordings that are alike, or stand in one of them only; text as it is written there."""

    side: Side
    text: str


def check_passage(claim: Mention, passage: str, found: Sequence[Mention], language: str = "en") -> PassageCheck:
    """Holds a claim against a passage of another text.

    passage: its words. found: the mentions that the engine reads within it. Raises UnknownLanguage.
    """
    record = claim.record
    alike = [mention for mention in found if mention.record.kind is record.kind]
    if isinstance(record, Figure):
        return _figure(claim, record, alike, language)
    if isinstance(record, Quote):
        return _quote(claim, record, passage, alike, language)
    return _attribution(claim, alike, language)


def word_diff(quote: str, passage: str, language: str = "en", *, whole: bool = False) -> tuple[Stretch, ...]:
    """A quote against the words of a passage that are most like it, in the order of the text.

    What stands in the passage before and after those is left out, unless the two are compared as a whole.
    """
    ours, theirs = words(quote, language), words(passage, language)
    if whole:
        return tuple(_stretches(ours, theirs, quote, passage))
    start, end = best_stretch(_lower(ours), _lower(theirs))
    return tuple(_trimmed(list(_stretches(ours, theirs[start:end], quote, passage))))


def _figure(claim: Mention, record: Figure, found: Sequence[Mention], language: str) -> PassageCheck:
    said = lexicon(language, "readings")
    ours = reading(claim, language)
    answers = [(mention, compare(claim, mention, language=language)) for mention in found]
    for mention, answer in answers:
        if answer.answer is Answer.AGREES:
            return PassageCheck(Containment.CONTAINS, said.HOLDS_FIGURE.format(b=reading(mention, language)))
    for mention, _ in answers:
        if _same_number(record, mention, language):
            words_of_it = said.HOLDS_NUMBER.format(a=ours, b=reading(mention, language))
            return PassageCheck(Containment.UNCLEAR, words_of_it)
    other = _first_typed(answers) or next((m for m, _ in answers if _same_unit(record, m, language)), None)
    if other is None:
        return PassageCheck(Containment.UNCLEAR, said.NO_FIGURE)
    return PassageCheck(
        Containment.DIFFERS, said.OTHER_FIGURE.format(a=ours, b=reading(other, language)), other.key, FlagType.FIGURE
    )


def _quote(claim: Mention, record: Quote, passage: str, found: Sequence[Mention], language: str) -> PassageCheck:
    said = lexicon(language, "readings")
    for mention in found:
        if compare(claim, mention, language=language).rule == SPEAKER:
            other = mention.record.claimant or said.NOBODY
            reason = said.OTHER_SPEAKER.format(a=record.claimant or said.NOBODY, b=other)
            return PassageCheck(Containment.DIFFERS, reason, mention.key, FlagType.SPEAKER)
    if stands_in(record.words, passage, language):
        return PassageCheck(Containment.CONTAINS, said.HOLDS_QUOTE)
    ours = spoken_words(record.words)
    shared = int(LCSseq.similarity(ours, spoken_words(passage)))
    against = next((mention.key for mention in found), "")
    reason = said.OTHER_QUOTE.format(shared=shared, total=len(ours))
    return PassageCheck(Containment.DIFFERS, reason, against, FlagType.QUOTE)


def _attribution(claim: Mention, found: Sequence[Mention], language: str) -> PassageCheck:
    said = lexicon(language, "readings")
    answers = [(mention, compare(claim, mention, language=language)) for mention in found]
    for _, answer in answers:
        if answer.answer is Answer.AGREES:
            return PassageCheck(Containment.CONTAINS, said.HOLDS_ATTRIBUTION.format(b=answer.readings[1]))
    other = _first_typed(answers)
    if other is None:
        return PassageCheck(Containment.UNCLEAR, said.NO_ATTRIBUTION)
    theirs = compare(claim, other, language=language).readings[1]
    return PassageCheck(Containment.DIFFERS, said.OTHER_ATTRIBUTION.format(b=theirs), other.key, FlagType.ATTRIBUTION)


def _first_typed(answers: Sequence[tuple[Mention, Comparison]]) -> Mention | None:
    return next((mention for mention, answer in answers if answer.type is not None), None)


def _same_number(record: Figure, mention: Mention, language: str) -> bool:
    other = mention.record
    assert isinstance(other, Figure)
    return (record.low, record.high) == (other.low, other.high) and _same_unit(record, mention, language)


def _same_unit(record: Figure, mention: Mention, language: str) -> bool:
    other = mention.record
    assert isinstance(other, Figure)
    return same_dimension(dimension(record.unit, language), dimension(other.unit, language))


def _stretches(ours: Sequence[Word], theirs: Sequence[Word], quote: str, passage: str) -> Iterator[Stretch]:
    """Between two stretches that are alike the quote's words come before those that the passage has instead."""
    gone: list[Word] = []
    come: list[Word] = []
    for step in [*Indel.opcodes(_lower(ours), _lower(theirs)), None]:
        if step is not None and step.tag != "equal":
            gone += ours[step.src_start : step.src_end]
            come += theirs[step.dest_start : step.dest_end]
            continue
        if gone:
            yield Stretch(Side.QUOTE, _written(gone, quote))
        if come:
            yield Stretch(Side.PASSAGE, _written(come, passage))
        if step is not None:
            yield Stretch(Side.BOTH, _written(theirs[step.dest_start : step.dest_end], passage))
        gone, come = [], []


def _trimmed(found: list[Stretch]) -> list[Stretch]:
    """Without what the passage goes on to say at either end: there it has no more words than the quote."""
    if found and found[-1].side is Side.PASSAGE:
        told = words(found[-1].text)[: _room(found[-2:-1])]
        found[-1] = Stretch(Side.PASSAGE, _written(told, found[-1].text) if told else "")
    first = 1 if found and found[0].side is Side.QUOTE else 0
    if len(found) > first + 1 and found[first].side is Side.PASSAGE:
        room = _room(found[:first])
        told = words(found[first].text)[-room:] if room else ()
        found[first] = Stretch(Side.PASSAGE, _written(told, found[first].text) if told else "")
    return [one for one in found if one.text]


def _room(before: Sequence[Stretch]) -> int:
    """How many words of the quote stand beside an end of the passage."""
    return sum(len(words(one.text)) for one in before if one.side is Side.QUOTE)


def _lower(side: Sequence[Word]) -> list[str]:
    return [word.text.lower().replace("’", "'") for word in side]


def _written(side: Sequence[Word], text: str) -> str:
    return text[side[0].start : side[-1].end]
