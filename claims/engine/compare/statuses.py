"""What happened to those whom a figure counts, from its own words, else its clause, else what stands before it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from claims.engine.compare.clauses import Place
from claims.engine.compare.roles import is_base
from claims.engine.compare.words import Idea, hides_an_idea, ideas
from claims.engine.lexicon import lexicon
from claims.engine.records import BY_HAND, Figure, Span


def status_of(figure: Figure, place: Place, language: str) -> tuple[str, bool]:
    """What happened to those counted, "" where nothing is said; whether only words beyond the figure's own say so."""
    status, inherited = _status_told(figure, place, language)
    of_nobody = figure.unit in lexicon(language, "shapes").BUILDINGS
    return ("", False) if of_nobody and status in lexicon(language, "shapes").OF_NO_BUILDING else (status, inherited)


def _status_told(figure: Figure, place: Place, language: str) -> tuple[str, bool]:
    known = lexicon(language, "statuses").STATUS
    if figure.why.rule == BY_HAND and figure.measure_key and figure.measure_key in known:
        return figure.measure_key, False
    shaped = status_by_shape(figure, place, language)
    if shaped:
        return shaped, False
    every = ideas(place.text, "STATUS", language)
    found = [idea for idea in every if not _of_base(idea, place, language)]
    names = frozenset() if is_base(place, language) else lexicon(language, "statuses").CALLINGS_OF_STATUS
    for bounds in (place.span, place.own):
        inside = _foremost(_inside(found, bounds), names, place, language)
        only_called = bounds == place.span != place.own and all(_called(idea, place, names) for idea in inside)
        if inside and not only_called:
            return _of_dead_in_hospital(_nearest(inside, place.value).idea, found, place, language), False
    is_of_others = bool(_inside([idea for idea in every if idea not in found], place.span))
    is_of_others = is_of_others or hides_an_idea(place.span.of(place.text), "STATUS", language)
    if figure.measure_key and figure.measure_key in known and not is_of_others:
        return figure.measure_key, False
    of_their_own = known_of_themselves(place, language)
    statuses = lexicon(language, "statuses")
    background = statuses.BACKGROUND | statuses.STANDING if of_their_own else frozenset()
    behind = [idea for idea in found if idea.start < place.value.start and idea.idea not in background]
    if behind and figure.unit == "person" and not is_of_others:
        return _nearest(behind, place.value).idea, True
    return "", False


def known_of_themselves(place: Place, language: str) -> bool:
    """Whether words behind a number tell who its people are: "the half a million people who ride the trains"."""
    return bool(lexicon(language, "statuses").WHO_BEHIND.match(place.text[place.value.end :].lower()))


def _inside(found: Iterable[Idea], bounds: Span) -> list[Idea]:
    return [idea for idea in found if bounds.start <= idea.start and idea.end <= bounds.end]


def _called(idea: Idea, place: Place, names: frozenset[str]) -> bool:
    """Whether a wording is only what those counted are called: staff, workers."""
    return place.text[idea.start : idea.end].lower() in names


def _foremost(found: list[Idea], names: frozenset[str], place: Place, language: str) -> list[Idea]:
    """The ideas without those of the background, where there are others.

    "27 striking drivers were arrested", "31 patients and staff have come down with it"; of its 1,200 staff all.
    names: nouns that only call those counted.
    """
    background = lexicon(language, "statuses").BACKGROUND
    told = [idea for idea in found if not _called(idea, place, names)] or found
    return [idea for idea in told if idea.idea not in background] or told


def _of_dead_in_hospital(status: str, found: Sequence[Idea], place: Place, language: str) -> str:
    """ "Nine have died, six of them in hospital": where they died, not where they are."""
    before = [idea for idea in found if idea.end <= place.value.start]
    parts, statuses = lexicon(language, "parts"), lexicon(language, "statuses")
    is_part = place.text[place.value.end :].lower().lstrip().startswith(parts.PART_BEHIND)
    return before[-1].idea if status in statuses.WHEREABOUTS and is_part and before else status


@cache
def _shapes(language: str) -> tuple[tuple[str, frozenset[str], "re.Pattern[str]", "re.Pattern[str]"], ...]:
    table = lexicon(language, "shapes").SHAPES
    return tuple((status, units, re.compile(before), re.compile(behind)) for status, units, before, behind in table)


def status_by_shape(figure: Figure, place: Place, language: str) -> str:
    """The status that only the words on both sides of a number tell: "voted by six to three"."""
    before, behind = place.text[: place.value.start].lower(), place.text[place.value.end :].lower()
    for status, units, ahead, after in _shapes(language):
        if (not units or figure.unit in units) and ahead.search(before) and after.search(behind):
            return status
    return ""


def _of_base(idea: Idea, place: Place, language: str) -> bool:
    """Whether a wording names those of whom some are counted: "62 of the dead"."""
    parts = lexicon(language, "parts")
    before = place.text[: idea.start].lower()
    if before.endswith(parts.BASE_OF) and before[:-4].strip() != "":
        return True
    number = parts.OF_THE_NUMBER.search(before)
    if not number or number.start(1) < place.value.end or not _is_number(number.group(1), language):
        return False
    if place.text[idea.start : idea.end].lower() not in parts.ATTRIBUTIVE:
        return False
    return not number.group(2) or bool(parts.BEFORE_A_VERB.match(place.text[idea.end :].lower()))


def _is_number(word: str, language: str) -> bool:
    return word[0].isdigit() or word.partition("-")[0] in lexicon(language, "morphology").NUMBER_WORDS


def _nearest(found: Iterable[Idea], value: Span) -> Idea:
    return min(found, key=lambda idea: (max(idea.start - value.end, value.start - idea.end, 0), idea.start))
