"""What is asked, offered and agreed: shares of pay that are told without saying of what."""

from functools import cache

from claims.engine.compare.features import Features
from claims.engine.compare.words import content
from claims.engine.lexicon import lexicon


def of_one_bargain(a: Features, b: Features, language: str = "en") -> bool:
    """Whether two percentages are both asked for, both offered or both agreed, and of nothing but pay and parties.

    "Seeking a raise of 11 per cent", "its members want 12 per cent": a rise, though only one of them says so.
    """
    if a.dimension.name != "ratio" or b.dimension.name != "ratio" or a.direction == "down" or b.direction == "down":
        return False
    modal = lexicon(language, "aspects").MODAL
    agreed = lexicon(language, "bargains").AGREED
    asked = a.aspects & modal, b.aspects & modal
    if asked[0] != asked[1] or not (asked[0] or (agreed in a.near and agreed in b.near)):
        return False
    rest_a, rest_b = (own_words(side, language) for side in (a, b))
    return not rest_a or not rest_b or bool(rest_a & rest_b)


def own_words(features: Features, language: str = "en") -> frozenset[str]:
    """The words of a figure that tell more than who bargains, and for pay."""
    return features.core - features.names - _spent(language)


@cache
def _spent(language: str) -> frozenset[str]:
    known = lexicon(language, "bargains")
    return frozenset().union(*(content(word, language) for word in known.PARTIES | known.TERMS))
