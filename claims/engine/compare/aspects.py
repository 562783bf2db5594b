"""What sets a number apart from one of the same measure: a limit, a forecast, an average; asked, offered, per day."""

import re

from claims.engine.compare.clauses import Place
from claims.engine.compare.roles import REACH, told_by_shape
from claims.engine.compare.values import Dimension
from claims.engine.compare.words import ideas, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Mention

# A conversion right behind a number: "9,200 rand ($510) a month".
_BRACKETED = re.compile(r" ?\([^()]{1,40}\)")
# From a number to what it is told per: "£900 a week on a five-year deal", "900 euros a week".
_BEHIND_A_NUMBER = re.compile(r"(?: [\w-]+){0,2} ")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")


def leading(mention: Mention, language: str = "en") -> str:
    """The sentence before, where the mention's own begins by pointing back to it ("It's 8.5 per cent"), else ""."""
    points = re.match(lexicon(language, "aspects").POINTING_BACK, mention.sentence.lower().lstrip("“\"‘'"))
    return re.split(r"(?<=[.!?]) ", mention.before)[-1] if points and mention.before else ""


def aspects_of(place: Place, unit: Dimension, lead: str, language: str) -> frozenset[str]:
    """Aspects named in the figure's clause, and those that a verb before it hands on.

    unit: what the figure measures. lead: the sentence before, where this one points back to it.
    """
    aspects, shapes = lexicon(language, "aspects"), lexicon(language, "shapes")
    reaching = aspects.REACHING - aspects.MODAL
    inside = (
        {idea.idea for idea in ideas(place.clause.of(place.text), "ASPECTS", language)} - aspects.RATES - aspects.MODAL
    )
    inside |= _modal(place, language) or _asked(lead, language)
    inside |= _rates(place, language) if unit.name != "speed" else frozenset()
    inside -= aspects.SHARED_OUT if unit.name in lexicon(language, "conversions").MEASURED else frozenset()
    inside |= _beside(place, language) & aspects.OF_ANOTHER
    inside |= told_by_shape(shapes.SHAPED_ASPECTS, unit.name.partition(":")[0], place)
    of_wind = inside & aspects.KINDS_OF_WIND and unit.name == "speed"
    inside = inside | aspects.WIND if of_wind else inside - aspects.KINDS_OF_WIND
    before = {idea.idea for idea in ideas(_ahead(place, language), "ASPECTS", language)} & reaching
    if _is_known_number(place, language):
        behind = {idea.idea for idea in ideas(place.text[place.value.end : place.clause.end], "ASPECTS", language)}
        inside -= behind & reaching
    return frozenset(inside | before)


def _ahead(place: Place, language: str) -> str:
    """What stands before a number and may govern it: no quotation that has closed, nothing before "who"."""
    before = _QUOTED.sub(" ", place.text[: place.value.start])
    told_of = lexicon(language, "aspects").OF_SOMEBODY.search(before.lower())
    return before[told_of.start() :] if told_of else before


def _beside(place: Place, language: str) -> set[str]:
    """The aspects named around a number, as far as the numbers next to it, in whatever clause."""
    end = min([number.start for number in place.numbers if number.start >= place.value.end], default=len(place.text))
    start = max([number.end for number in place.numbers if number.end <= place.value.start], default=0)
    return {idea.idea for idea in ideas(place.text[start:end], "ASPECTS", language)}


def _rates(place: Place, language: str) -> frozenset[str]:
    """Per what time or head a number is told: the words behind it, as far as the next number, or an adjective."""
    aspects = lexicon(language, "aspects")
    converted = _BRACKETED.match(place.text, place.value.end)
    behind_value = converted.end() if converted else place.value.end
    end = min([number.start for number in place.numbers if number.start >= behind_value], default=len(place.text))
    reach = max(place.own.end, place.span.end, behind_value + REACH // 2 if converted else 0)
    found = {idea.idea for idea in ideas(place.text[behind_value : min(end, reach)], "ASPECTS", language)}
    start = max([number.end for number in place.numbers if number.end <= place.value.start], default=0)
    begin = max(start, place.clause.start)
    before = place.text[begin : place.value.start]
    found |= {
        idea.idea
        for idea in ideas(before, "ASPECTS", language)
        if not start or _BEHIND_A_NUMBER.fullmatch(place.text[start : begin + idea.start]) is None
    }
    found &= aspects.RATES
    return frozenset(found - {"each"} if len(found) > 1 else found)


def _modal(place: Place, language: str) -> frozenset[str]:
    """Whether a number is asked for or offered, by the nearest word that says so before it, else in its clause."""
    modal = lexicon(language, "aspects").MODAL
    behind = ideas(place.text[place.value.end : min(place.own.end, place.value.end + REACH)], "ASPECTS", language)
    passive = [idea.idea for idea in behind if idea.idea in modal]
    return _asked(_ahead(place, language), language) or frozenset(passive[:1])


def _asked(text: str, language: str) -> frozenset[str]:
    """What a text last says of a number to come: that it is asked for, or offered."""
    modal = lexicon(language, "aspects").MODAL
    return frozenset([idea.idea for idea in ideas(text, "ASPECTS", language) if idea.idea in modal][-1:])


def _is_known_number(place: Place, language: str) -> bool:
    """Whether a count is given in passing, whatever is forecast of it: "all 640 workers would be paid"."""
    known = lexicon(language, "aspects").KNOWN_BEFORE
    inside = words(place.value.of(place.text), language)[:1]
    beside = [word.text.lower() for word in (*inside, *words(place.text[: place.value.start], language)[-1:])]
    return any(word in known or word.endswith(("'s", "’s")) for word in beside)
