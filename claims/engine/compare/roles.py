"""What part a number plays in its sentence: a change or a level, a part or a base, what was left or what remains."""

import re
from collections.abc import Container, Iterable, Sequence
from functools import cache
from itertools import pairwise

from claims.engine.compare.clauses import Place
from claims.engine.compare.values import dimension
from claims.engine.compare.words import ideas, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure

# How far behind a number the word may stand that says who is counted.
REACH = 30
# So many numbers behind the first one make a sentence a list.
LEAST_BEHIND = 2


def gap_ideas(figure: Figure, place: Place, language: str) -> frozenset[str]:
    """The idea of a lead, where a count of votes, seats or points stands behind "by"."""
    changes, senses = lexicon(language, "changes"), lexicon(language, "senses")
    before = [word.text.lower() for word in words(place.text[: place.value.start], language)][-3:]
    is_by = bool(set(before) & changes.GAP_BEFORE)
    if dimension(figure.unit, language).name == "length":
        behind = place.text[place.value.end : place.value.end + REACH].lower()
        is_off = set(before[-1:]) <= changes.GAP_BEFORE if is_by else re.search(senses.OFF_COURSE, behind)
        return frozenset({"deviation"}) if is_off else frozenset()
    return frozenset({"margin"}) if figure.unit in changes.GAP_UNITS and is_by else frozenset()


def ideas_by_shape(figure: Figure, place: Place, language: str) -> frozenset[str]:
    """The ideas that only the words on both sides of a number tell: "a dozen houses have gone"."""
    return told_by_shape(lexicon(language, "shapes").SHAPED_IDEAS, figure.unit, place)


def told_by_shape(table: Iterable[tuple[str, Container[str], str, str]], kind: str, place: Place) -> frozenset[str]:
    """What a table tells of a number of some kind; its rows: idea, kinds, a pattern ahead of it and one behind it."""
    before, behind = place.text[: place.value.start].lower(), place.text[place.value.end :].lower()
    return frozenset(
        idea
        for idea, kinds, ahead, after in table
        if kind in kinds and re.search(ahead, before) and re.search(after, behind)
    )


def is_coming(place: Place, language: str) -> bool:
    """Whether the words before a number, in its clause, say that it is to come: "profit will be no more than"."""
    ahead = place.text[place.clause.start : place.value.start].lower()
    return bool(lexicon(language, "aspects").COMING.search(ahead))


def sense_of(figure: Figure, place: Place, language: str) -> frozenset[str]:
    """In what sense a length or a time is one, by the words right beside it: "90 metres tall", "two hours after"."""
    senses = lexicon(language, "senses")
    kind = dimension(figure.unit, language).name
    is_time = kind in lexicon(language, "conversions").SPANS_OF_TIME
    if kind != "length" and not is_time:
        return frozenset()
    before, behind = place.text[: place.value.start].lower(), place.text[place.value.end :].lower()
    for sense, ahead, after in senses.SENSES_OF_TIME if is_time else senses.SENSES:
        if re.search(f"{ahead}$", before) and re.search(after, behind):
            return frozenset({sense})
    return frozenset()


def counted_to(place: Place, language: str) -> str:
    """What a time is counted up to or from, as the words right behind it say: "50 seconds before the impact"."""
    found = lexicon(language, "senses").MOMENT_BEHIND.match(place.text[place.value.end :].lower())
    return str(found.group(1)) if found else ""


def _tells_a_change(before: Sequence[str], language: str) -> bool:
    """Whether the words before a number end as "a cut in leakage of" does."""
    changes, parts = lexicon(language, "changes"), lexicon(language, "parts")
    told = changes.RISES | changes.FALLS
    joined = any(first in told and second in changes.CHANGE_IN for first, second in pairwise(before))
    return joined and before[-1] in parts.TAKEN_OF


def is_left(figure: Figure, place: Place, language: str) -> bool:
    """Whether the number is the level that a change started from or is held against."""
    rules, changes = lexicon(language, "morphology"), lexicon(language, "changes")
    before = [word.text.lower() for word in words(place.text[: place.value.start], language)]
    told = [word for word in before[-4:] if word not in rules.QUANTITY][-1:]
    if figure.unit == "person" and not set(before) & (changes.RISES | changes.FALLS):
        return False
    return bool(set(told) & (changes.LEVEL_LEFT if dimension(figure.unit, language).is_count else changes.HELD_AGAINST))


def _is_gap(place: Place, language: str) -> bool:
    """Whether the number is by how much somebody won or lost."""
    near = [idea for idea in ideas(place.text, "IDEAS", language) if 0 <= place.value.start - idea.end <= REACH // 2]
    ends = tuple(lexicon(language, "changes").GAP_BEFORE)
    return any(idea.idea == "margin" and place.text[idea.start : idea.end].lower().endswith(ends) for idea in near)


def direction_of(place: Place, unit: str, language: str) -> str:
    """Whether the number says by how much something rose or fell, or where it stands."""
    changes = lexicon(language, "changes")
    is_rate = dimension(unit, language).name in lexicon(language, "conversions").RATIOS
    spent = frozenset() if is_rate else changes.ONLY_OF_RATES
    is_count = dimension(unit, language).is_count
    sides = place.text[place.clause.start : place.value.start], place.text[place.value.end : place.own.end]
    before, behind = (_alone(_of_changes(side, language) if is_count else side, language) for side in sides)
    size = _size_of_a_change(place, language)
    if size and is_rate:
        return size
    before = _before_a_change(before, language)
    is_sum = dimension(unit, language).is_money and bool(set(before[-1:]) & changes.COLLECTED)
    if is_sum or set(before[-1:]) & (changes.LEVEL_BEFORE | changes.LEVEL_LEFT) or _is_gap(place, language):
        return "level"
    reach = len(before) if set(before[-1:]) & changes.GAP_BEFORE or _tells_a_change(before, language) else 3
    told = [word for word in before[-reach:-2] if word not in changes.ONLY_BESIDE] + before[-2:]
    for word in [*reversed(told), *behind[:2]]:
        if word in changes.RISES - spent:
            return "up"
        if word in changes.FALLS - spent:
            return "down"
    return _told_behind(behind[:1], language) if is_rate else "level"


def _of_changes(text: str, language: str) -> str:
    """A text without the verbs of a change that are none where they stand: "fell ill", "lost their lives"."""
    return str(lexicon(language, "changes").NO_CHANGE.sub("did", text.lower()))


def _alone(text: str, language: str) -> list[str]:
    """The words of a text in lower case but for second halves: a "jaw-dropping" sum has not dropped."""
    return [word.text.lower() for word in words(text, language) if text[: word.start][-1:] != "-"]


def _size_of_a_change(place: Place, language: str) -> str:
    """ "up" or "down" where the words before a number name the change that it is the size of, else ""."""
    named = lexicon(language, "changes").CHANGE_IS.search(place.text[: place.value.start].lower())
    return "" if not named else "up" if named.group(1) else "down"


def _before_a_change(before: Sequence[str], language: str) -> list[str]:
    """The words before a number without those of quantity, "an average of", and particles of other verbs."""
    changes, rules = lexicon(language, "changes"), lexicon(language, "morphology")
    parting = [len(words) for words in changes.OF_A_CHANGE if tuple(before[-len(words) :]) == words]
    ahead = before[: len(before) - max(parting, default=0)]
    alone = [word for one, word in pairwise(("", *ahead)) if one not in changes.PARTICLE_OF.get(word, ())]
    return [word for word in alone if word not in rules.QUANTITY or word in changes.FALLS | changes.RISES]


def _told_behind(behind: Sequence[str], language: str) -> str:
    """What a comparative right behind a share says: "15 per cent fewer"."""
    changes = lexicon(language, "changes")
    return "up" if set(behind) & changes.RISES_BEHIND else "down" if set(behind) & changes.FALLS_BEHIND else "level"


@cache
def _base_before(language: str) -> "re.Pattern[str]":
    return re.compile(lexicon(language, "parts").BASE_BEFORE)


def is_base(place: Place, language: str) -> bool:
    """Whether a share is taken of the number: "three of the 14", "of the 1,900 head of cattle lost, 1,100 ..."."""
    before = place.text[max(0, place.value.start - 60) : place.value.start].lower()
    return bool(_base_before(language).search(before))


def is_whole(place: Place, language: str) -> bool:
    """Whether the number that others are taken of is that of all whom it befell: "seven of the 38 dead"."""
    behind = words(place.text[place.value.end : place.value.end + REACH], language)[:1]
    return is_base(place, language) and any(
        word.text.lower() in lexicon(language, "parts").ATTRIBUTIVE for word in behind
    )


def _is_next_part(place: Place, language: str) -> bool:
    """Whether the first number of a sentence is a part, and so those behind it: "29 of them are patients, 13 staff"."""
    first = next((number for number in place.numbers if number.end <= place.value.start), None)
    behind_first = place.text.partition(" ")[2].lower()
    return first is not None and first.start == 0 and behind_first.startswith(lexicon(language, "parts").OF_THEM)


def is_part(place: Place, language: str) -> bool:
    """Whether the number counts some of those that another one counts: "five of them", "including three children"."""
    parts = lexicon(language, "parts")
    if parts.TAKES_APART.search(place.text[: place.value.start].lower()):
        return True
    if place.borrows and parts.SHARE_TAKEN.search(place.text[place.clause.start : place.value.start].lower()):
        return True
    if _is_listed(place) or _is_next_part(place, language) or is_shared_out(place, language):
        return True
    before = place.text[max(0, place.value.start - 20) : place.value.start].lower()
    behind = place.text[place.value.end :].lower().lstrip()
    if parts.ALL_OF_OURS.match(behind):
        return False
    return any(re.search(rf"(?<!\w){part}(?!\w)", before) for part in parts.PART_BEFORE) or behind.startswith(
        parts.PART_BEHIND
    )


def _is_listed(place: Place) -> bool:
    """Whether the number is one of several behind a colon that follows a number: "46 cases: 29 patients, 13 nurses"."""
    colon = place.text.rfind(": ", 0, place.value.start)
    end = min((at for at in (place.text.find(mark, place.value.end) for mark in ".;") if at >= 0), default=-1)
    beside = [number for number in place.numbers if number.start > colon and (end < 0 or number.end <= end)]
    return colon > 0 and bool(beside) and any(number.end <= colon for number in place.numbers)


def is_shared_out(place: Place, language: str) -> bool:
    """Whether the number begins a sentence that shares out a total of its own before: "nine were treated for burns, six
    for cuts and two for shock". Each number behind it stands before one preposition, which the first clause has too.
    """
    if not place.numbers or place.text[: place.value.start].strip(' “"') or len(place.numbers) < LEAST_BEHIND:
        return False
    ends = [place.value.end, *(number.end for number in place.numbers)]
    gaps = [place.text[end : number.start] for end, number in zip(ends, place.numbers, strict=False)]
    links = {(words(place.text[number.end :], language) or [None])[0] for number in place.numbers}
    said = {link.text.lower() for link in links if link}
    joins = lexicon(language, "parts").SHARES_OUT
    return (
        len(said) == 1
        and said <= joins
        and bool(said & {word.text.lower() for word in words(gaps[0], language)})
        and all(re.search(r"(?:,|,? and) $", gap) and not set(gap) & set(".;:()") for gap in gaps)
    )


def is_other(place: Place, language: str) -> bool:
    """Whether the number leaves out those named before: "no other facility", "one more site"."""
    behind = [word.text.lower() for word in words(place.text[place.value.start : place.value.end + REACH], language)]
    return bool(set(behind[:3]) & lexicon(language, "parts").OTHER)
