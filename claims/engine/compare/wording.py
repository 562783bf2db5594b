"""Whether a change of words is a change of fact: a number, a name, a negation, an opposite, a hedge, or only other
words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Indel

from claims.engine.compare.words import Word, content, stem, words
from claims.engine.lexicon import lexicon

# So many words of content put in at one place, or taken out of it, tell something new.
ADDED = 3


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that took the place of others; either side may be empty."""

    old: tuple[Word, ...]
    new: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class WordingChange:
    """That a change of words changes what is said. rule: `wording.number` and the like; old, new: the words."""

    rule: str
    old: str
    new: str


def compare_wording(old: str, new: str, language: str = "en") -> tuple[WordingChange, ...]:
    """What a new wording of a text says otherwise, in the order of the text; () where it only says it in other
    words."""
    found = edits(old, new, language)
    return tuple(change for edit in found for change in _changes(edit, found, language))


def edits(old: str, new: str, language: str = "en") -> tuple[Edit, ...]:
    """The words that differ between two texts, neighbours together."""
    ours, theirs = words(old, language), words(new, language)
    steps = Indel.opcodes([w.text.lower() for w in ours], [w.text.lower() for w in theirs])
    found: list[Edit] = []
    gone: list[Word] = []
    come: list[Word] = []
    for step in [*steps, None]:
        if step is not None and step.tag != "equal":
            gone += ours[step.src_start : step.src_end]
            come += theirs[step.dest_start : step.dest_end]
        elif gone or come:
            found.append(Edit(tuple(gone), tuple(come)))
            gone, come = [], []
    return tuple(found)


def _changes(edit: Edit, every: Sequence[Edit], language: str) -> Iterator[WordingChange]:
    rules = (_number, _negation, _opposite, _calendar, _name, _narrows, _hedge, _added)
    for rule in rules:
        if rule(edit, every, language):
            yield WordingChange(f"wording.{rule.__name__.strip('_')}", _said(edit.old), _said(edit.new))
            return


def _said(side: Sequence[Word]) -> str:
    return " ".join(word.text for word in side)


def _lower(side: Sequence[Word]) -> list[str]:
    return [word.text.lower().replace("’", "'") for word in side]


def _moved(word: str, every: Sequence[Edit], to_new: bool) -> bool:
    """Whether a word only changed its place: another edit has it on the other side."""
    return any(word in _lower(edit.new if to_new else edit.old) for edit in every)


def _one_sided(edit: Edit, every: Sequence[Edit], wanted: frozenset[str]) -> tuple[set[str], set[str]]:
    """The wanted words that an edit takes out and puts in, those left out that stand on both sides somewhere."""
    gone = {word for word in _lower(edit.old) if word in wanted and not _moved(word, every, True)}
    come = {word for word in _lower(edit.new) if word in wanted and not _moved(word, every, False)}
    return gone, come


def _number(edit: Edit, every: Sequence[Edit], language: str) -> bool:
    spelt = lexicon(language, "morphology").NUMBER_WORDS
    gone, come = (
        {w.text.lower().replace(",", "") for w in side if w.is_number or w.text.lower() in spelt}
        for side in (edit.old, edit.new)
    )
    gone -= {word for word in gone if _moved(word, every, True)}
    come -= {word for word in come if _moved(word, every, False)}
    return gone != come


def _negation(edit: Edit, every: Sequence[Edit], language: str) -> bool:
    negations = lexicon(language, "morphology").NEGATIONS
    sides = [sum(w in negations or w.endswith("n't") for w in _lower(side)) for side in (edit.old, edit.new)]
    return sides[0] % 2 != sides[1] % 2


@cache
def _sides(language: str) -> dict[str, frozenset[tuple[int, int]]]:
    """For each stem of the table of opposites, in which pair and on which side it stands."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, pair in enumerate(lexicon(language, "opposites").OPPOSITES):
        for side, listed in enumerate(pair):
            for word in listed:
                found.setdefault(stem(word, language), set()).add((number, side))
    return {word: frozenset(places) for word, places in found.items()}


def _opposite(edit: Edit, every: Sequence[Edit], language: str) -> bool:
    for gone in edit.old:
        for come in edit.new:
            if opposite(gone.text, come.text, language):
                return True
    return False


def opposite(a: str, b: str, language: str = "en") -> bool:
    """Whether two words turn a statement round when one takes the other's place."""
    first, second = stem(a, language), stem(b, language)
    if first == second:
        return False
    places = _sides(language)
    ours, theirs = places.get(first, frozenset()), places.get(second, frozenset())
    if any((number, 1 - side) in theirs for number, side in ours):
        return True
    prefixes = lexicon(language, "opposites").PREFIXES
    short, long = sorted((a.lower(), b.lower()), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in prefixes)


def _calendar(edit: Edit, every: Sequence[Edit], language: str) -> bool:
    gone, come = _one_sided(edit, every, lexicon(language, "opposites").CALENDAR)
    return bool(gone and come and gone != come)


def _name(edit: Edit, every: Sequence[Edit], language: str) -> bool:
    """Whether a name took another one's place, or a new one came in."""
    gone, come = ({w.text for w in side if w.is_name and w.start > 0} for side in (edit.old, edit.new))
    gone = {name for name in gone if not _moved(name.lower(), every, True)}
    come = {name for name in come if not _moved(name.lower(), every, False)}
    return bool(come and gone)


def _narrows(edit: Edit, every: Sequence[Edit], language: str) -> bool:
    gone, come = _one_sided(edit, every, lexicon(language, "opposites").NARROWS)
    return gone != come


def _hedge(edit: Edit, every: Sequence[Edit], language: str) -> bool:
    gone, come = _one_sided(edit, every, lexicon(language, "opposites").HEDGES)
    return bool(gone) != bool(come)


def _added(edit: Edit, every: Sequence[Edit], language: str) -> bool:
    """Whether an edit tells, or leaves out, something with content of its own."""
    joins = lexicon(language, "opposites").JOINS
    gone, come = (content(_said(side), language) for side in (edit.old, edit.new))
    joined = {word for word in _lower(edit.new) if word in joins} - set(_lower(edit.old))
    return bool(joined and come) or (len(come) - len(gone) >= ADDED)
