"""What other texts tell of two figures: whoever says the same as one of them is a witness.

"31 shelters" and "13 centres" are hardly likely to be one count by their words. Where a third text has "13 shelters",
at odds with the first and the same as the second, the first two are one count after all. It works the other way round
too: what a witness's words keep apart from the first is less likely to be the first's rival.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from math import exp, log
from statistics import fmean

from claims.engine.candidates import is_coarse, keys
from claims.engine.compare import compare
from claims.engine.compare.features import figure_features
from claims.engine.compare.figures import as_unlike, compare_as_one
from claims.engine.compare.odds import Likelihoods
from claims.engine.records import Comparison, Figure, Mention
from claims.engine.rivals import Compared
from claims.enums import Answer, FlagType

# What is refused for its likelihood or by tables of nouns may be one all the same; nothing else that sets two apart.
UNLIKELY = ("figure.measure", "figure.unit")
# From here on two figures of one value are so surely one that the one can speak for the other.
LEAST_OF_WITNESS = 0.75
# A pair that was refused is at odds where a witness is so surely at odds, and it is not quite unlikely by itself.
CONFIRMED, LEAST_TO_CONFIRM = 0.5, 0.12
# A pair at odds is left alone where no witness confirms it, it is less likely than that by its own words and those of
# the witnesses together, and by its own words not as sure as that.
DENIED, MOST_TO_DENY = 0.35, 0.95
# So many witnesses are heard on a pair: where hundreds of texts tell one count, the others would say the same.
MOST_HEARD = 4
# No likelihood counts for more than these where several are put together.
LEAST, MOST = 0.01, 0.99


def heard(compared: Sequence[Compared], likelihoods: Likelihoods) -> list[Compared]:
    """Comparisons between the mentions of different texts, those of figures weighed with what witnesses tell."""
    court = _Court(compared, likelihoods)
    return [(a, b, court.judged(a, b, answer)) for a, b, answer in compared]


class _Court:
    """The comparisons of one version with others, and what they tell of each other."""

    def __init__(self, compared: Sequence[Compared], likelihoods: Likelihoods) -> None:
        self._likelihood = likelihoods.of
        self._language = likelihoods.language
        self._answers: dict[tuple[str, str], Comparison] = {}
        self._values: dict[str, Decimal] = {}
        self._words: dict[str, frozenset[str]] = {}
        # Who was compared with a mention, by value: the witnesses are among those with the value of the other one.
        self._beside: dict[tuple[str, Decimal], list[Mention]] = defaultdict(list)
        for a, b, answer in compared:
            if isinstance(a.record, Figure) and isinstance(b.record, Figure):
                self._answers[a.key, b.key] = self._answers[b.key, a.key] = answer
                self._beside[a.key, self._value(b)].append(b)
                self._beside[b.key, self._value(a)].append(a)

    def judged(self, a: Mention, b: Mention, answer: Comparison) -> Comparison:
        """The answer on a pair, or another one where witnesses know better."""
        if answer.type is FlagType.FIGURE:
            return self._if_denied(a, b, answer)
        return self._if_confirmed(a, b, answer) if answer.rule in UNLIKELY else answer

    def _if_denied(self, a: Mention, b: Mention, answer: Comparison) -> Comparison:
        own = self._likelihood(a, b)
        if own >= MOST_TO_DENY:
            return answer
        told = []
        for one, witness in islice(self._witnesses(a, b), MOST_HEARD):
            told.append(self._likelihood(one, witness))
            if told[-1] >= CONFIRMED:
                return answer
        denied = told and _mean([own, _mean(told)]) < DENIED
        return as_unlike(answer, self._language) if denied else answer

    def _if_confirmed(self, a: Mention, b: Mention, answer: Comparison) -> Comparison:
        told = (
            self._likelihood(one, witness)
            for one, witness in islice(self._witnesses(a, b), MOST_HEARD)
            if self._answer(one, witness).type is FlagType.FIGURE
        )
        if max(told, default=0.0) < CONFIRMED or self._likelihood(a, b) < LEAST_TO_CONFIRM:
            return answer
        return compare_as_one(a, b, self._language)

    def _witnesses(self, a: Mention, b: Mention) -> Iterator[tuple[Mention, Mention]]:
        """Either of two with whatever says the same as the other and may be compared with it."""
        for one, other in ((a, b), (b, a)):
            value = self._value(other)
            beside = {m.key: m for m in (*self._beside[one.key, value], *self._beside[other.key, value])}
            for witness in beside.values():
                if other.key != witness.key and witness.document != one.document and self._hears(one, witness, other):
                    yield one, witness

    def _hears(self, one: Mention, witness: Mention, other: Mention) -> bool:
        """Whether a witness of the other's value says surely the same as it, and may be compared with the one.

        Of two texts that were not compared here only those are that share a word.
        """
        if not all(self._are_near(witness, mention) for mention in (one, other)):
            return False
        answer = self._answer(one, witness)
        if not answer.type and answer.answer is not Answer.AGREES and answer.rule not in UNLIKELY:
            return False
        agrees = self._answer(witness, other).answer is Answer.AGREES
        return agrees and self._likelihood(witness, other) >= LEAST_OF_WITNESS

    def _are_near(self, a: Mention, b: Mention) -> bool:
        return (a.key, b.key) in self._answers or bool(self._keys(a) & self._keys(b))

    def _value(self, mention: Mention) -> Decimal:
        if mention.key not in self._values:
            self._values[mention.key] = figure_features(mention, self._language).value
        return self._values[mention.key]

    def _keys(self, mention: Mention) -> frozenset[str]:
        if mention.key not in self._words:
            found = keys(mention, self._language)
            self._words[mention.key] = frozenset(key for key in found if not is_coarse(key))
        return self._words[mention.key]

    def _answer(self, a: Mention, b: Mention) -> Comparison:
        if (a.key, b.key) not in self._answers:
            self._answers[a.key, b.key] = self._answers[b.key, a.key] = compare(a, b, language=self._language)
        return self._answers[a.key, b.key]


def _mean(likelihoods: Sequence[float]) -> float:
    """The mean of likelihoods by the logarithms of their odds."""
    bounded = [min(max(one, LEAST), MOST) for one in likelihoods]
    return 1 / (1 + exp(-fmean(log(one / (1 - one)) for one in bounded)))
