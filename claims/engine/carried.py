"""What became of a claim over several versions, from what became of it at each."""

from collections.abc import Sequence

from claims.enums import Outcome

# What can become of a claim that stands in both versions.
_STANDS = frozenset(Outcome) - {Outcome.NEW, Outcome.DROPPED}


def through(steps: Sequence[Outcome], *, same_value: bool, same_voice: bool, same_words: bool) -> Outcome:
    """What became of a claim that stands in two versions.

    steps: its outcome in each version behind the first one, oldest first. same_value, same_voice, same_words: whether
    the two ends assert the same, by the same one, in the same words; of a single step the outcome is taken as it is.
    """
    if len(steps) == 1 and steps[0] in _STANDS:
        return steps[0]
    if not same_value:
        return Outcome.VALUE_CHANGED
    if not same_voice:
        return Outcome.ATTRIBUTION_CHANGED
    if not same_words:
        return Outcome.REWORDED
    return Outcome.MOVED if Outcome.MOVED in steps else Outcome.UNCHANGED
