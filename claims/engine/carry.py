"""What became of each record between two versions: first anchored by the words around it, then compared by value.

Alike strings prove nothing: "more than 60" and "more than 133" are nearly the same letters. A record is unchanged only
where its words and all that was read from them are the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from claims.engine.compare.figures import may_be_one
from claims.engine.compare.people import name_words
from claims.engine.compare.quotes import one_holds_the_other, spoken_words
from claims.engine.compare.wording import compare_wording
from claims.engine.compare.words import content
from claims.engine.lexicon import lexicon
from claims.engine.mentions import mentions_of, own_words
from claims.engine.records import Attribution, Carry, Figure, Mention, Quote, Record, Span
from claims.enums import Outcome, Part
from sources.engine.diff import OffsetMap

# Changes around a record that touch what it says, though its own words stay.
DOUBTS = frozenset({"wording.negation", "wording.opposite", "wording.hedge", "wording.narrows"})
# A carry asks for no moment: both texts are of one document.
NO_TIME = datetime(1, 1, 1, tzinfo=UTC)
# Least share of kept words (of the record and of what stands around it) for an anchor.
ANCHORED = 0.34
# Tokens on either side that count as a record's surroundings.
AROUND = 8


@dataclass(frozen=True, slots=True)
class _Anchor:
    """That an old record may be a new one: how surely, and whether its words stand out of their old order."""

    score: float
    old: int
    new: int
    moved: bool


def carry(
    old_texts: Mapping[Part, str],
    new_texts: Mapping[Part, str],
    old: Sequence[Record],
    new: Sequence[Record],
    language: str = "en",
) -> list[Carry]:
    """What became of the records of one version in the next.

    Every old record has exactly one Carry, and so has every new one; the old ones come first, in their order, then what
    is new. Raises UnknownLanguage.
    """
    ours, theirs = _mentions(old_texts, old, language), _mentions(new_texts, new, language)
    maps = {part: OffsetMap(old_texts.get(part, ""), new_texts.get(part, "")) for part in Part}
    partner: dict[int, _Anchor] = {}
    taken: set[int] = set()
    for anchor in sorted(_anchors(maps, ours, theirs, language), key=lambda a: (-a.score, a.old, a.new)):
        if anchor.old not in partner and anchor.new not in taken:
            partner[anchor.old] = anchor
            taken.add(anchor.new)
    carried = [_carried(at, partner.get(at), mention, theirs, language) for at, mention in enumerate(ours)]
    names = lexicon(language, "readings")
    return carried + [
        Carry(None, at, Outcome.NEW, "carry.new", names.CARRY_NEW) for at in range(len(new)) if at not in taken
    ]


def _mentions(texts: Mapping[Part, str], records: Sequence[Record], language: str) -> list[Mention]:
    """The records with the words around them; whose they are is no matter here."""
    keys = [str(at) for at in range(len(records))]
    return mentions_of(
        texts, records, keys=keys, document="", version=0, source="", published=NO_TIME, language=language
    )


def _anchors(
    maps: Mapping[Part, OffsetMap], old: Sequence[Mention], new: Sequence[Mention], language: str
) -> list[_Anchor]:
    found = []
    places: dict[tuple[Part, str], dict[int, list[int]]] = {}
    for at, record in enumerate(mention.record for mention in new):
        spots = places.setdefault((record.part, record.kind), {})
        for token in maps[record.part].new_tokens(record.span.start, record.span.end):
            spots.setdefault(token, []).append(at)
    for at, mention in enumerate(old):
        record = mention.record
        offsets = maps[record.part]
        spots = places.get((record.part, record.kind), {})
        for other in _near(record, offsets, spots):
            anchor = _anchor(at, other, record, new[other].record, offsets)
            if anchor is not None and _may_be_one(mention, new[other], language):
                found.append(anchor)
    return found


def _near(record: Record, offsets: OffsetMap, spots: Mapping[int, Sequence[int]]) -> set[int]:
    """The new records of the same kind that hold a word of the old one, or stand in its place."""
    inside = offsets.old_tokens(record.span.start, record.span.end)
    images = [image for at in inside if (image := offsets.image(at)) is not None]
    low, high = offsets.slot(record.span.start, record.span.end)
    places = [*images, *range(low, min(high, low + 4 * len(inside) + AROUND))]
    return {other for place in places for other in spots.get(place, ())}


def _anchor(at: int, other: int, old: Record, new: Record, offsets: OffsetMap) -> _Anchor | None:
    ours, theirs = _tokens(old.span, new.span, offsets)
    kept = [image for token in ours if (image := offsets.image(token)) is not None]
    inside = sum(image in theirs for image in kept)
    own = 2 * inside / (len(ours) + len(theirs)) if ours and theirs else 0.0
    before = _side(ours.start - 1, theirs.start - 1, -1, offsets)
    behind = _side(ours.stop, theirs.stop, 1, offsets)
    score = 0.6 * own + 0.2 * before + 0.2 * behind
    if score < ANCHORED:
        return None
    score += 1.0 if _content(old) == _content(new) else 0.0
    moved = bool(kept) and all(offsets.is_moved(token) for token in ours if offsets.image(token) is not None)
    return _Anchor(score, at, other, moved)


def _tokens(old: Span, new: Span, offsets: OffsetMap) -> tuple[range, range]:
    return offsets.old_tokens(old.start, old.end), offsets.new_tokens(new.start, new.end)


def _side(ours: int, theirs: int, way: int, offsets: OffsetMap) -> float:
    """The share of the tokens on one side of an old record that stand on the same side of the new one, close by."""
    kept = 0
    for step in range(AROUND):
        image = offsets.image(ours + way * step)
        kept += image is not None and 0 <= (image - theirs) * way < AROUND + 4
    return kept / AROUND


def _may_be_one(old: Mention, new: Mention, language: str) -> bool:
    first, second = old.record, new.record
    if isinstance(first, Figure) and isinstance(second, Figure):
        return may_be_one(old, new, language)
    if isinstance(first, Quote) and isinstance(second, Quote):
        return bool(set(spoken_words(first.words)) & set(spoken_words(second.words)))
    if isinstance(first, Attribution) and isinstance(second, Attribution):
        return bool(content(first.proposition, language) & content(second.proposition, language))
    return False


def _content(record: Record) -> tuple[object, ...]:
    """What a record asserts, its place left out."""
    if isinstance(record, Figure):
        return record.low, record.high, record.approximation, record.unit, record.direction
    if isinstance(record, Quote):
        return tuple(spoken_words(record.words))
    return tuple(spoken_words(record.proposition)), record.polarity


def _carried(at: int, anchor: _Anchor | None, old: Mention, new: Sequence[Mention], language: str) -> Carry:
    names = lexicon(language, "readings")
    if anchor is None:
        return Carry(at, None, Outcome.DROPPED, "carry.dropped", names.CARRY_DROPPED)
    outcome = _outcome(old, new[anchor.new], anchor.moved, language)
    before, after = old.record, new[anchor.new].record
    reason = names.CARRY[outcome.value].format(
        a=_said(before), b=_said(after), x=_who(before, names), y=_who(after, names)
    )
    return Carry(at, anchor.new, outcome, f"carry.{outcome.value}", reason)


def _outcome(before: Mention, after: Mention, moved: bool, language: str) -> Outcome:
    old, new = before.record, after.record
    if _value(old) != _value(new) and not _is_only_cut(old, new, language):
        return Outcome.VALUE_CHANGED
    if _says_otherwise(old, new, language):
        return Outcome.VALUE_CHANGED
    if name_words(old.claimant, language) != name_words(new.claimant, language):
        return Outcome.ATTRIBUTION_CHANGED
    same_words = own_words(before).split() == own_words(after).split()
    if _content(old) != _content(new) or not same_words or _is_cast_in_doubt(before, after, language):
        return Outcome.REWORDED
    return Outcome.MOVED if moved else Outcome.UNCHANGED


def _is_only_cut(old: Record, new: Record, language: str) -> bool:
    """Whether a quote has the same words, cut at an end or where an ellipsis says so."""
    return isinstance(old, Quote) and isinstance(new, Quote) and one_holds_the_other(old.words, new.words, language)


def _is_cast_in_doubt(before: Mention, after: Mention, language: str) -> bool:
    """Whether the sentence around the same words was negated, turned round or hedged."""
    if before.sentence == after.sentence:
        return False
    changes = compare_wording(before.sentence, after.sentence, language)
    return any(change.rule in DOUBTS for change in changes)


def _says_otherwise(old: Record, new: Record, language: str) -> bool:
    """Whether the proposition of an attribution changed in a number, a name, a negation or the like."""
    if not isinstance(old, Attribution) or not isinstance(new, Attribution):
        return False
    return bool(compare_wording(old.proposition, new.proposition, language))


def _value(record: Record) -> tuple[object, ...]:
    """What may not change without a new check: a figure's interval, a quote's words, what an attribution affirms."""
    if isinstance(record, Attribution):
        return (record.polarity,)
    return _content(record)


def _said(record: Record) -> str:
    if isinstance(record, Quote):
        return record.words
    return record.proposition if isinstance(record, Attribution) else record.why.reading


def _who(record: Record, names: object) -> str:
    return record.claimant or str(getattr(names, "NOBODY", ""))
