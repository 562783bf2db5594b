"""Drift between two versions: what somebody said becomes plain fact, a hedge is lost, a claim becomes a finding.

No value changes and no word need be wrong, so nothing else sees it: the text has taken over what it reported.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claims.engine.changing import credits_in, hedges_in, sayings
from claims.engine.compare.words import content, stem, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Attribution, Carry, Comparison, Figure, Mention, Quote, Record, Span, Why
from claims.engine.sentences import paragraphs, sentences
from claims.enums import Answer, FlagType, Outcome, Part, Polarity, Relation
from sources.engine.diff import OffsetMap

UNCREDITED = "attribution.uncredited"
DRIFT, HEDGE, FIRMER = "attribution.drift", "attribution.hedge", "attribution.firmer"
RULES = frozenset({DRIFT, HEDGE, FIRMER})
# So much of what was credited stands in one sentence of the new version, of at least so many words.
KEPT = 0.8
LEAST_WORDS = 4
# A quotation mark in the sentence: the words may still be somebody's.
_QUOTED = re.compile(r"[“”„«»\"]")

Texts = Mapping[Part, str]


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """What a version says in its own voice that the one before gave to somebody.

    old: the index of the old record. record: an attribution to nobody, in the new version. again: it was so before.
    """

    old: int
    record: Attribution
    again: bool


def uncredited(
    texts: tuple[Texts, Texts],
    records: tuple[Sequence[Record], Sequence[Record]],
    carries: Sequence[Carry],
    language: str = "en",
) -> list[OwnVoice]:
    """Dropped attributions whose words the new version goes on to say, or whose claim of responsibility it takes over.

    texts, records: of the old and the new version. carries: what `carry` gave for them. A sentence counts that has no
    source, no hedge, no quotation mark and no attribution or quote of its own.
    """
    old_texts, new_texts = texts
    dropped = [step.old for step in carries if step.old is not None and step.outcome is Outcome.DROPPED]
    lost = [(at, record) for at in dropped if isinstance(record := records[0][at], Attribution)]
    if not lost:
        return []
    plain = list(_plain_sentences(new_texts, records[1], language))
    maps = {part: OffsetMap(old_texts.get(part, ""), new_texts.get(part, "")) for part in Part}
    found = []
    for at, record in lost:
        place = _still_said(record, maps[record.part], plain) or _taken_over(record, plain, new_texts, language)
        if place is not None:
            found.append(OwnVoice(at, _own(record, place, new_texts, language), record.why.rule == UNCREDITED))
    return found


Place = tuple[Part, Span]


def _plain_sentences(texts: Texts, records: Sequence[Record], language: str) -> Iterator[Place]:
    voices = [(r.part, r.span) for r in records if isinstance(r, Attribution | Quote)]
    for part, text in texts.items():
        for line in paragraphs(text):
            for span in sentences(text, line, language):
                said = span.of(text)
                credited = _cued(said, language) or credits_in(said, language) or hedges_in(said, language)
                voiced = any(own is part and where.touches(span) for own, where in voices)
                if not credited and not voiced and not _QUOTED.search(said):
                    yield part, span


def _still_said(record: Attribution, offsets: OffsetMap, plain: Sequence[Place]) -> Place | None:
    """The plain sentence of the new version in which the credited words stand."""
    inside = offsets.old_tokens(record.proposition_span.start, record.proposition_span.end)
    images = [image for token in inside if (image := offsets.image(token)) is not None]
    if len(images) < max(LEAST_WORDS, KEPT * len(inside)):
        return None
    for part, span in plain:
        if part is record.part:
            there = offsets.new_tokens(span.start, span.end)
            if sum(image in there for image in images) >= KEPT * len(inside):
                return part, span
    return None


def _taken_over(record: Attribution, plain: Sequence[Place], texts: Texts, language: str) -> Place | None:
    """The plain sentence by which a claim of responsibility has become responsibility."""
    known = lexicon(language, "hedges")
    claimed = known.RESPONSIBILITY and re.search(known.RESPONSIBILITY, record.proposition.lower())
    name = words(record.claimant or "", language)
    if not claimed or not name or record.polarity is Polarity.DENIED:
        return None
    for part, span in plain:
        said = span.of(texts[part])
        named = name[-1].stem in {word.stem for word in words(said, language)}
        if named and re.search(known.RESPONSIBLE, said.lower()):
            return part, span
    return None


def _own(record: Attribution, place: Place, texts: Texts, language: str) -> Attribution:
    """The attribution to nobody that stands for a sentence of the text's own."""
    part, span = place
    said = span.of(texts[part]).rstrip(" .")
    own = Span(span.start, span.start + len(said))
    voice = lexicon(language, "readings").OWN_VOICE
    why = Why(UNCREDITED, said, said)
    return replace(
        record, span=own, proposition_span=own, proposition=said, cue=voice, why=why, claimant=None, anonymous="",
        polarity=Polarity.AFFIRMED, part=part,
    )  # fmt: skip


def compare_drift(a: Mention, b: Mention, language: str = "en") -> Comparison | None:
    """Whether the later of two anchored mentions says more firmly what the earlier one says; None where it does not.

    a, b: one claim in two versions of a text, neither its value nor its words at odds.
    """
    first, second = a.record, b.record
    said = b.sentence
    if first.claimant and second.claimant is None and _nobody_says(b, language):
        return _answer(DRIFT, (a, b), language)
    lost = _hedges(a, language) - _hedges(b, language)
    credited = second.claimant and not first.claimant
    distant = hedges_in(said, language) or sayings(said, language) > sayings(a.sentence, language)
    if lost and not credited and not distant:
        return _answer(HEDGE, (a, b), language, min(lost))
    if isinstance(first, Attribution) and isinstance(second, Attribution) and _firmer(first, second, language):
        return _answer(FIRMER, (a, b), language)
    return None


def _nobody_says(mention: Mention, language: str) -> bool:
    """Whether no word in a mention's sentence gives it to a source or keeps a distance."""
    if mention.record.why.rule == UNCREDITED:
        return True
    said = mention.sentence
    if isinstance(mention.record, Quote) or _QUOTED.search(said) or hedges_in(said, language):
        return False
    return not _cued(said, language) and not credits_in(said, language)


def _cued(text: str, language: str) -> bool:
    """Whether somebody says, rules, orders or finds something in a text."""
    decided = lexicon(language, "hedges").DECIDED
    return bool(sayings(text, language)) or any(word.text.lower() in decided for word in words(text, language))


def _hedges(mention: Mention, language: str) -> frozenset[str]:
    """The hedges in a mention's sentence, in small letters, those left out that are never one by themselves."""
    weak = lexicon(language, "hedges").NOT_ALONE
    found = {span.of(mention.sentence).lower() for span in hedges_in(mention.sentence, language)}
    return frozenset(found - weak)


def _firmer(a: Attribution, b: Attribution, language: str) -> bool:
    """Whether what one claimed, the other confirms, found or admitted; of one proposition."""
    weak, strong = _cues(language)
    first, second = ({word.stem for word in words(record.cue, language)} for record in (a, b))
    shared = content(a.proposition, language) & content(b.proposition, language)
    enough = len(shared) * 2 > len(content(a.proposition, language))
    return bool(first & weak and second & strong and enough and a.polarity is b.polarity)


@cache
def _cues(language: str) -> tuple[frozenset[str], frozenset[str]]:
    known = lexicon(language, "hedges")
    weak, strong = (frozenset(stem(cue, language) for cue in listed) for listed in (known.WEAK_CUES, known.STRONG_CUES))
    return weak, strong


def _answer(rule: str, pair: tuple[Mention, Mention], language: str, hedge: str = "") -> Comparison:
    names = lexicon(language, "readings")
    a, b = pair
    first, second = (_said(mention.record) for mention in pair)
    sentence: str = names.DRIFTED[rule]
    reason = sentence.format(a=first, b=second, who=a.record.claimant or names.NOBODY, hedge=hedge)
    readings = (a.record.why.reading or first, b.record.why.reading or second)
    return Comparison(Answer.CONTRADICTS, rule, readings, reason, FlagType.ATTRIBUTION, Relation.CONFLICT)


def _said(record: Record) -> str:
    if isinstance(record, Figure):
        return record.why.reading
    return record.words if isinstance(record, Quote) else record.proposition
