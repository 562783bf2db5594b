"""Between two texts a figure has one rival: the one that is likeliest to measure the same."""

from collections import defaultdict
from collections.abc import Sequence

from claims.engine.candidates import is_coarse, keys
from claims.engine.compare.figures import compare_as_one, is_doubtful
from claims.engine.compare.odds import Likelihoods
from claims.engine.compare.values import dimension
from claims.engine.records import Comparison, Figure, Mention
from claims.enums import Answer, FlagType

Compared = tuple[Mention, Mention, Comparison]

# So much likelier an agreeing figure of the same text must be to measure the same than one at odds, to leave that out.
OUTDONE = 0.2
# Two that have only the kind of what they measure in common are at odds from this likelihood on.
LEAST_OF_KIND = 0.4
# Digits are not swapped where one of the two numbers stands in the other text as well.
SWAPPED = "figure.digits"
# From here on two are taken to measure the same in spite of an aspect that only one of them has, where nothing else in
# either text is likelier by more than the second.
SURE_IN_SPITE = 0.75
NEAREST = 0.05


def weighed(compared: Sequence[Compared], likelihoods: Likelihoods) -> list[Compared]:
    """Comparisons between the mentions of different texts, those of figures looked at a second time, all together.

    Two figures that only an aspect keeps apart ("average", "a year") are held against each other where they are
    very likely to measure the same and neither has a likelier partner in the other's text. Two that are at odds are
    left out where one of them has its like there: "31 hurt" is no rival of "47 treated" where that text says "31 were
    hurt" too.
    """
    language = likelihoods.language
    likely = [_likelihood(a, b, answer, likelihoods) for a, b, answer in compared]
    best: dict[tuple[str, str, int], float] = defaultdict(float)
    agreed: dict[tuple[str, str, int], float] = defaultdict(float)
    told_alike: set[tuple[str, str, int]] = set()
    for (a, b, answer), chance in zip(compared, likely, strict=True):
        if answer.answer is Answer.AGREES and _in_one_unit(a, b):
            told_alike |= {*_places(a, b)}
        for place in _places(a, b):
            best[place] = max(best[place], chance)
            if answer.answer is Answer.AGREES:
                agreed[place] = max(agreed[place], chance)
    found = []
    for (a, b, answer), chance in zip(compared, likely, strict=True):
        nearest, agreeing = (max(table[place] for place in _places(a, b)) for table in (best, agreed))
        if chance >= max(SURE_IN_SPITE, nearest - NEAREST) and is_doubtful(a, b, answer, language):
            found.append((a, b, compare_as_one(a, b, language)))
            continue
        if answer.type is FlagType.FIGURE:
            outdone = agreeing > chance + OUTDONE and not _of_two_units(a, b)
            is_slip = answer.rule in ("figure.points", "figure.currency")
            if answer.rule == SWAPPED and {*_places(a, b)} & told_alike:
                continue
            if outdone or (chance < LEAST_OF_KIND and not is_slip and not _share_a_word(a, b, language)):
                continue
        found.append((a, b, answer))
    return found


def _likelihood(a: Mention, b: Mention, answer: Comparison, likelihoods: Likelihoods) -> float:
    """How likely two figures measure the same; nought, unread, where the rules keep them apart for good."""
    if not isinstance(a.record, Figure):
        return 0.0
    refused = answer.answer is Answer.UNCLEAR and not is_doubtful(a, b, answer, likelihoods.language)
    return 0.0 if refused else likelihoods.of(a, b)


def _places(a: Mention, b: Mention) -> tuple[tuple[str, str, int], tuple[str, str, int]]:
    """Each of two mentions, with the text that the other one stands in."""
    return (a.key, b.document, b.version), (b.key, a.document, a.version)


def _share_a_word(a: Mention, b: Mention, language: str) -> bool:
    return any(not is_coarse(key) for key in keys(a, language) & keys(b, language))


def _in_one_unit(a: Mention, b: Mention) -> bool:
    if not isinstance(a.record, Figure) or not isinstance(b.record, Figure):
        return False
    first, second = dimension(a.record.unit), dimension(b.record.unit)
    return first == second or (first.is_count and second.is_count)


def _of_two_units(a: Mention, b: Mention) -> bool:
    """Whether one is told in another unit: the conversion in brackets has no rival in the value before it."""
    if not isinstance(a.record, Figure) or not isinstance(b.record, Figure) or a.record.unit == b.record.unit:
        return False
    return not dimension(a.record.unit).is_count and not dimension(b.record.unit).is_count
