"""Two quotes: the same words, other words for the same utterance, or the same words in another mouth."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel, LCSseq

from claims.engine.compare.people import different_people, is_proper, name_words, same_person, same_voice, unnamed_apart
from claims.engine.compare.words import words
from claims.engine.lexicon import lexicon
from claims.engine.records import Comparison, Mention, Quote
from claims.enums import Answer, FlagType, Relation

# Words that two quotes must share before the same words in another mouth mean anything.
SAME_WORDS = 3
# From so many words on two unnamed speakers of other callings tell as well.
LONG = 5
# How much of the shorter quote must return in the longer one, in order, to be the same utterance.
SHARED = 0.6
# With this much of it one word of content is enough.
NEARLY_ALL = 0.7
# From so many words on, with so much of the longer one, two named speakers are given one sentence.
A_SENTENCE = 8
NEARLY_EVERY_WORD = 0.79
# Most alignments of chance share fewer words with content than this.
SHARED_CONTENT = 2


def compare_quotes(a: Mention, b: Mention, anchored: bool = False, language: str = "en") -> Comparison:
    """Compares two mentions of quotes. anchored: both stand in the same place of two versions of one text."""
    first, second = a.record, b.record
    if not isinstance(first, Quote) or not isinstance(second, Quote):
        raise TypeError("compare_quotes takes two mentions of quotes")
    if one_holds_the_other(first.words, second.words, language):
        return _same_words(a, b, anchored, language)
    if not anchored and not (same_person(first.claimant, second.claimant, language) or same_voice(a, b, language)):
        if _nearly_the_same(a, b, language):
            return _answer("QUOTE_SPEAKER", Answer.CONTRADICTS, "quote.speaker", first, second, language=language)
        return _answer("UNLIKE_QUOTES", Answer.UNCLEAR, "quote.other_speaker", first, second, language=language)
    if not _same_utterance(first.words, second.words, language, anchored):
        return _answer("UNLIKE_QUOTES", Answer.UNCLEAR, "quote.other_utterance", first, second, language=language)
    return _answer("QUOTE_WORDS", Answer.CONTRADICTS, "quote.words", first, second, language=language)


def _same_words(a: Mention, b: Mention, anchored: bool, language: str) -> Comparison:
    first, second = a.record, b.record
    assert isinstance(first, Quote)
    assert isinstance(second, Quote)
    shorter = min(len(spoken_words(first.words)), len(spoken_words(second.words)))
    one, other = first.claimant, second.claimant
    named = (anchored and a.sentence != b.sentence) or (is_proper(one) and is_proper(other))
    unnamed = shorter >= LONG and unnamed_apart(one, other, language)
    apart = named and different_people(one, other, language) and not same_voice(a, b, language)
    if (apart or unnamed) and shorter >= SAME_WORDS:
        return _answer("QUOTE_SPEAKER", Answer.CONTRADICTS, "quote.speaker", first, second, language=language)
    return _answer("QUOTE_SAME", Answer.AGREES, "quote.same", first, second, language=language)


def _nearly_the_same(a: Mention, b: Mention, language: str) -> bool:
    """Whether two who are named beside it are given one sentence but for a word or two: "cannot", "will not"."""
    first, second = a.record, b.record
    assert isinstance(first, Quote)
    assert isinstance(second, Quote)
    said = spoken_words(first.words), spoken_words(second.words)
    shorter, longer = sorted(map(len, said))
    named = all(is_proper(m.record.claimant) and _named_beside(m, language) for m in (a, b))
    if not named or shorter < A_SENTENCE or LCSseq.similarity(*said) < longer * NEARLY_EVERY_WORD:
        return False
    return different_people(first.claimant, second.claimant, language)


def _named_beside(mention: Mention, language: str) -> bool:
    """Whether the sentence of a quote has its speaker's name, so that no pronoun had to be read."""
    told = {word.stem for word in words(mention.sentence, language)}
    return bool(told.intersection(name_words(mention.record.claimant, language)))


@lru_cache(maxsize=20_000)
def spoken_words(text: str) -> tuple[str, ...]:
    """The words of a quote in lower case, numbers and contractions as written."""
    return tuple(word.text.lower().replace("’", "'") for word in words(text))


def one_holds_the_other(a: str, b: str, language: str) -> bool:
    """Whether one quote is the other, cut at its ends or where an ellipsis says so."""
    return stands_in(b, a, language) or stands_in(a, b, language)


@lru_cache(maxsize=20_000)
def stands_in(part: str, whole: str, language: str = "en") -> bool:
    """Whether every piece of part between ellipses stands in whole, unbroken and in order."""
    marks = "|".join(re.escape(mark) for mark in lexicon(language, "morphology").ELLIPSES)
    inside = spoken_words(whole)
    at = 0
    for piece in re.split(marks, part):
        sought = spoken_words(piece)
        found = _find(inside, sought, at)
        if found < 0:
            return False
        at = found + len(sought)
    return True


def _find(inside: Sequence[str], sought: Sequence[str], start: int) -> int:
    for at in range(start, len(inside) - len(sought) + 1):
        if inside[at : at + len(sought)] == sought:
            return at
    return -1


@lru_cache(maxsize=20_000)
def _same_utterance(a: str, b: str, language: str, anchored: bool) -> bool:
    """Whether two wordings are one utterance, reported twice: most of the shorter one returns in a stretch of the
    other."""
    first, second = sorted((spoken_words(a), spoken_words(b)), key=len)
    if not first:
        return False
    stretch = second[slice(*best_stretch(first, second))]
    common = LCSseq.similarity(first, stretch)
    stop = lexicon(language, "morphology").STOP
    shared = set(first) & set(stretch)
    if anchored:
        return common >= len(first) * 0.4
    if common >= max(SAME_WORDS, len(first) * NEARLY_ALL):
        return bool(shared - stop)
    return common >= max(SAME_WORDS, len(first) * SHARED) and len(shared - stop) >= SHARED_CONTENT


def best_stretch(short: Sequence[str], long: Sequence[str]) -> tuple[int, int]:
    """Where in the longer wording the words stand that are most like the shorter one: from, and up to, which word."""
    room = len(short) + 3
    if len(long) <= room:
        return 0, len(long)
    known = set(short)
    starts = [at for at, word in enumerate(long) if word in known] or [0]
    best = max(starts, key=lambda at: (Indel.normalized_similarity(short, long[at : at + room]), -at))
    return best, min(len(long), best + room)


def _answer(pattern: str, answer: Answer, rule: str, a: Quote, b: Quote, *, language: str) -> Comparison:
    names = lexicon(language, "readings")
    nobody = names.NOBODY
    readings = tuple(f"“{quote.words}”, {quote.claimant or nobody}" for quote in (a, b))
    reason = getattr(names, pattern).format(a=a.words, b=b.words, who=a.claimant or nobody, other=b.claimant or nobody)
    flagged = answer is Answer.CONTRADICTS
    kind = FlagType.SPEAKER if rule == "quote.speaker" else FlagType.QUOTE
    return Comparison(
        answer,
        rule,
        (readings[0], readings[1]),
        reason,
        kind if flagged else None,
        Relation.CONFLICT if flagged else None,
    )
