"""What became of each record between two versions: first anchored by the words around it, then compared by value.

Alike strings prove nothing: "more than 60" and "more than 133" are nearly the same letters. A record is unchanged only
where its words and all that was read from them are the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.engine.compare.attributions import likeness
from claims.engine.compare.people import name_words
from claims.engine.compare.quotes import one_holds_the_other, spoken_words
from claims.engine.compare.values import dimension
from claims.engine.compare.words import content
from claims.engine.lexicon import lexicon
from claims.engine.records import Attribution, Carry, Figure, Quote, Record, Span
from claims.enums import Outcome, Part
from sources.engine.diff import OffsetMap

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
    maps = {part: OffsetMap(old_texts.get(part, ""), new_texts.get(part, "")) for part in Part}
    partner: dict[int, _Anchor] = {}
    taken: set[int] = set()
    for anchor in sorted(_anchors(maps, old, new), key=lambda a: (-a.score, a.old, a.new)):
        if anchor.old not in partner and anchor.new not in taken:
            partner[anchor.old] = anchor
            taken.add(anchor.new)
    carried = [_carried(at, partner.get(at), old_texts, new_texts, old, new, language) for at in range(len(old))]
    names = lexicon(language, "readings")
    return carried + [
        Carry(None, at, Outcome.NEW, "carry.new", names.CARRY_NEW) for at in range(len(new)) if at not in taken
    ]


def _anchors(maps: Mapping[Part, OffsetMap], old: Sequence[Record], new: Sequence[Record]) -> list[_Anchor]:
    found = []
    places: dict[tuple[Part, str], dict[int, list[int]]] = {}
    for at, record in enumerate(new):
        spots = places.setdefault((record.part, record.kind), {})
        for token in maps[record.part].new_tokens(record.span.start, record.span.end):
            spots.setdefault(token, []).append(at)
    for at, record in enumerate(old):
        offsets = maps[record.part]
        spots = places.get((record.part, record.kind), {})
        for other in _near(record, offsets, spots):
            anchor = _anchor(at, other, record, new[other], offsets)
            if anchor is not None:
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
    if score < ANCHORED or not _comparable(old, new):
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


def _comparable(old: Record, new: Record) -> bool:
    if isinstance(old, Figure) and isinstance(new, Figure):
        first, second = dimension(old.unit), dimension(new.unit)
        return first.name == second.name or {first.name, second.name} <= {"ratio", "points"}
    if isinstance(old, Quote) and isinstance(new, Quote):
        return bool(set(spoken_words(old.words)) & set(spoken_words(new.words)))
    if isinstance(old, Attribution) and isinstance(new, Attribution):
        return likeness(old.proposition, new.proposition) > 0.2 or bool(
            content(old.proposition) & content(new.proposition)
        )
    return False


def _content(record: Record) -> tuple[object, ...]:
    """What a record asserts, its place left out."""
    if isinstance(record, Figure):
        return record.low, record.high, record.approximation, record.unit, record.direction
    if isinstance(record, Quote):
        return tuple(spoken_words(record.words))
    return tuple(spoken_words(record.proposition)), record.polarity


def _carried(
    at: int,
    anchor: _Anchor | None,
    old_texts: Mapping[Part, str],
    new_texts: Mapping[Part, str],
    old: Sequence[Record],
    new: Sequence[Record],
    language: str,
) -> Carry:
    names = lexicon(language, "readings")
    if anchor is None:
        return Carry(at, None, Outcome.DROPPED, "carry.dropped", names.CARRY_DROPPED)
    before, after = old[at], new[anchor.new]
    outcome = _outcome(before, after, anchor, old_texts[before.part], new_texts[after.part], language)
    reason = names.CARRY[outcome.value].format(
        a=_said(before), b=_said(after), x=_who(before, names), y=_who(after, names)
    )
    return Carry(at, anchor.new, outcome, f"carry.{outcome.value}", reason)


def _outcome(old: Record, new: Record, anchor: _Anchor, old_text: str, new_text: str, language: str) -> Outcome:
    if isinstance(old, Quote) and isinstance(new, Quote) and one_holds_the_other(old.words, new.words, language):
        changed = False
    else:
        changed = _value(old, language) != _value(new, language)
    if changed:
        return Outcome.VALUE_CHANGED
    if name_words(old.claimant, language) != name_words(new.claimant, language):
        return Outcome.ATTRIBUTION_CHANGED
    if _content(old) != _content(new) or old.span.of(old_text).split() != new.span.of(new_text).split():
        return Outcome.REWORDED
    return Outcome.MOVED if anchor.moved else Outcome.UNCHANGED


def _value(record: Record, language: str) -> tuple[object, ...]:
    """What may not change without a new check: a figure's interval, a quote's words, what an attribution affirms."""
    if isinstance(record, Attribution):
        said = spoken_words(record.proposition)
        negations = lexicon(language, "morphology").NEGATIONS
        numbers = tuple(sorted(word for word in said if word[0].isdigit() or word in negations))
        return numbers, record.polarity
    return _content(record)


def _said(record: Record) -> str:
    if isinstance(record, Quote):
        return record.words
    return record.proposition if isinstance(record, Attribution) else record.why.reading


def _who(record: Record, names: object) -> str:
    return record.claimant or str(getattr(names, "NOBODY", ""))
