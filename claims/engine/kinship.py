"""How likely an article tells of the event that a story's articles tell of: a few signs, weighed as bench taught.

Each sign is a number between an article and the articles of a story; a logistic regression on the gold stories and on
near-misses of them (`python -m bench.same_story`) says what each is worth. The weights are data, in
`weights/same_story.json`.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from math import exp, log, log2
from pathlib import Path

from claims.engine.embedding import likeness
from claims.engine.profiles import Profile, weight

_WEIGHTS = Path(__file__).parent / "weights" / "same_story.json"
# From this likelihood on an article belongs to a story.
ENOUGH = 0.5
# Without this much in names and numbers two may be about the same kind of event, but not about one.
LEAST_SHARED = 0.8
# More of one sign than this adds nothing: long articles share more of everything.
MOST_NAMES, MOST_WORDS, MOST_WORDS_OF_ALL, MOST_NUMBERS, MOST_FIGURES = 3.0, 5.0, 8.0, 1.6, 3.0
# A longer time tells no more: a report that comes out ten months later is of the event as one of two months later is.
MOST_DAYS = 5.5  # of the logarithm to the base of two: 44 days
# Both say when it was, and the days lie so many apart: most likely another event of the kind.
DAYS_APART = 1
# Numbers with so few digits besides zeros are met by chance now and then.
_SHORT_NUMBER = 3
# Counts below this are met in many texts, and round ones in some.
_DOZEN = 13
_ROUND, _SMALL = 0.6, 0.25

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Kinship:
    """What an article shares with a story. names, words, numbers: each with what it weighs here.

    likeness: of the openings, that of the nearest article. apart: the time to the one nearest in time. nearest: the
    place of the article that shares most, among those given. likelihood: 0 to 1.
    """

    names: Mapping[str, float]
    words: Mapping[str, float]
    numbers: Mapping[str, float]
    likeness: float
    apart: timedelta
    other_days: bool
    nearest: int
    likelihood: float

    @property
    def enough(self) -> bool:
        return self.likelihood >= ENOUGH


def kinship(new: Profile, story: Sequence[Profile], rarity_of: Rarity) -> Kinship:
    """What a new article shares with the articles of a story, at least one.

    rarity_of: for a key of the article what it weighs by how few other stories have it, see `rarity`.
    """
    shared = [_shared(new, one, rarity_of) for one in story]
    names, words, numbers = _together(shared)
    alike = [likeness(new.vector, one.vector) for one in story]
    found = _signs(new, story, shared, alike)
    sum_of = sum(names.values()) + min(MOST_NUMBERS, sum(numbers.values()))
    nearest = max(range(len(story)), key=lambda at: (sum(shared[at].names.values()) + 4 * alike[at], -at))
    return Kinship(
        names,
        words,
        numbers,
        max(alike),
        min(abs(new.published - one.published) for one in story),
        bool(found["other_days"]),
        nearest,
        _likelihood(found) if sum_of >= LEAST_SHARED else 0.0,
    )


def signs(new: Profile, story: Sequence[Profile], rarity_of: Rarity) -> dict[str, float] | None:
    """What the likelihood is made of, by name; None where too little is shared for any."""
    shared = [_shared(new, one, rarity_of) for one in story]
    names, _, numbers = _together(shared)
    if sum(names.values()) + min(MOST_NUMBERS, sum(numbers.values())) < LEAST_SHARED:
        return None
    return _signs(new, story, shared, [likeness(new.vector, one.vector) for one in story])


def rarity(stories: int) -> float:
    """What a name weighs by how many other stories have it: 1 for none, 0.6 for one, a quarter for twenty."""
    return 1 / (1 + log(1 + stories))


@dataclass(frozen=True, slots=True)
class _Shared:
    names: Mapping[str, float]
    words: Mapping[str, float]
    numbers: Mapping[str, float]
    figures: frozenset[str]


def _shared(new: Profile, other: Profile, rarity_of: Rarity) -> _Shared:
    names = new.named & other.named
    words = ((new.words | new.named) & (other.words | other.named)) - names
    return _Shared(
        {word: weight(word) * rarity_of(word) for word in names},
        {word: weight(word) * rarity_of(word) for word in words},
        {number: _number_weight(number) * rarity_of(f"#{number}") for number in new.numbers & other.numbers},
        new.figures & other.figures,
    )


def _together(shared: Sequence[_Shared]) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    names: dict[str, float] = {}
    words: dict[str, float] = {}
    numbers: dict[str, float] = {}
    for one in shared:
        names |= one.names
        words |= one.words
        numbers |= one.numbers
    return names, words, numbers


def _signs(
    new: Profile, story: Sequence[Profile], shared: Sequence[_Shared], alike: Sequence[float]
) -> dict[str, float]:
    _, words, numbers = _together(shared)
    values = {figure.split(" ", 1)[0] for one in shared for figure in one.figures}
    apart = min(abs(new.published - one.published) for one in story) / timedelta(days=1)
    return {
        "likeness": sum(alike) / len(alike),
        "names": min(MOST_NAMES, max(sum(one.names.values()) for one in shared)),
        "words": min(MOST_WORDS, max(sum(one.words.values()) for one in shared)),
        "words_of_all": min(MOST_WORDS_OF_ALL, sum(words.values())),
        "repeated": max(_repeated(new, one) + _repeated(one, new) for one in story),
        "numbers": min(MOST_NUMBERS, sum(numbers.values())),
        "figures": min(MOST_FIGURES, sum(map(_value_weight, values))),
        "days": min(MOST_DAYS, log2(1 + apart)),
        "other_days": float(_on_other_days(new, story)),
    }


def _repeated(one: Profile, other: Profile) -> float:
    """How much of what a text says more than once another has at all, 0 to 1; a half where it repeats nothing."""
    whole = sum(map(weight, one.repeated))
    return sum(map(weight, one.repeated & (other.named | other.words))) / whole if whole else 0.5


def _on_other_days(new: Profile, story: Sequence[Profile]) -> bool:
    """Whether both say on what days it was, and all of those lie well apart."""
    gaps = [abs(one - other).days for one in new.days for profile in story for other in profile.days]
    return bool(gaps) and min(gaps) > DAYS_APART


def _number_weight(number: str) -> float:
    return 0.5 if len(number.replace(".", "").strip("0")) <= _SHORT_NUMBER else 0.8


def _value_weight(value: str) -> float:
    if float(value) < _DOZEN:
        return _SMALL
    return _ROUND if len(value.replace(".", "").strip("0")) == 1 else 1.0


def _likelihood(found: Mapping[str, float]) -> float:
    weights = _weights()
    total = weights["intercept"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + exp(-max(-50.0, min(50.0, total))))


@cache
def _weights() -> dict[str, float]:
    return {name: float(value) for name, value in json.loads(_WEIGHTS.read_text(encoding="utf-8")).items()}
