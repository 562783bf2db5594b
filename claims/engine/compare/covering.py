"""Whether what is said of a value is borne out by what is known of it: "more than 130" by 133, not the other way."""

from claims.engine.compare.values import dimension, in_one_unit, is_exact
from claims.engine.records import Figure


def says_no_more(said: Figure, known: Figure, language: str = "en") -> bool:
    """Whether every value that `known` allows is one that `said` allows. Of two figures that can both hold.

    Two that name one value each are alike then, whatever their units and rounding.
    """
    if is_exact(said) and is_exact(known):
        return True
    first, second = dimension(said.unit, language), dimension(known.unit, language)
    if first == second or first.is_count:
        bounds = (said.low, said.high, known.low, known.high)
    else:
        ours, theirs = in_one_unit(said, known, language)
        bounds = (*ours, *theirs)
    low, high, known_low, known_high = bounds
    below = low is None or (known_low is not None and known_low >= low)
    above = high is None or (known_high is not None and known_high <= high)
    return below and above
