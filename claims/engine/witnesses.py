"""What other texts tell of two figures: whoever says the same as one of them is a witness.

"31 shelters" and "13 centres" are hardly likely to be one count by their words. Where a third text has "13 shelters",
at odds with the first and the same as the second, the first two are one count after all. It works the other way round
too: what a witness's words keep apart from the first is less likely to be the first's rival.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp, log
from statistics import fmean

from claims.engine.compare import compare
from claims.engine.compare.features import figure_features
from claims.engine.compare.figures import as_unlike, compare_as_one
from claims.engine.compare.odds import same_measure
from claims.engine.records import Comparison, Figure, Mention
from claims.engine.rivals import Compared
from claims.enums import Answer, FlagType

# What is refused for its likelihood or by tables of nouns may be one all the same; nothing else that sets two apart.
UNLIKELY = ("figure.measure", "figure.unit")
# From here on two figures of one value are so surely one that the one can speak for the other.
LEAST_OF_WITNESS = 0.75
# A pair that was refused is at odds where a witness is so surely at odds, and it is not quite unlikely by itself.
CONFIRMED, LEAST_TO_CONFIRM = 0.5, 0.12
# A pair at odds is left alone where it is less likely than that by its own words and those of the witnesses together,
# and by its own words not as sure as that.
DENIED, MOST_TO_DENY = 0.35, 0.95
# No likelihood counts for more than these where several are put together.
LEAST, MOST = 0.01, 0.99


def heard(compared: Sequence[Compared], language: str = "en") -> list[Compared]:
    """Comparisons between the mentions of different texts, those of figures weighed with what witnesses tell."""
    court = _Court(compared, language)
    return [(a, b, court.judged(a, b, answer)) for a, b, answer in compared]


class _Court:
    """The comparisons of one version with others, and what they tell of each other."""

    def __init__(self, compared: Sequence[Compared], language: str) -> None:
        self._language = language
        self._answers: dict[tuple[str, str], Comparison] = {}
        self._likelihoods: dict[tuple[str, str], float] = {}
        self._beside: dict[str, dict[str, Mention]] = defaultdict(dict)
        for a, b, answer in compared:
            if isinstance(a.record, Figure) and isinstance(b.record, Figure):
                self._answers[a.key, b.key] = self._answers[b.key, a.key] = answer
                self._beside[a.key][b.key] = b
                self._beside[b.key][a.key] = a

    def judged(self, a: Mention, b: Mention, answer: Comparison) -> Comparison:
        """The answer on a pair, or another one where witnesses know better."""
        if answer.type is FlagType.FIGURE:
            return self._if_denied(a, b, answer)
        return self._if_confirmed(a, b, answer) if answer.rule in UNLIKELY else answer

    def _if_denied(self, a: Mention, b: Mention, answer: Comparison) -> Comparison:
        told = [self._likelihood(one, witness) for one, witness in self._witnesses(a, b)]
        if not told or self._likelihood(a, b) >= MOST_TO_DENY:
            return answer
        together = _mean([self._likelihood(a, b), _mean(told)])
        return answer if together >= DENIED else as_unlike(answer, self._language)

    def _if_confirmed(self, a: Mention, b: Mention, answer: Comparison) -> Comparison:
        told = (
            self._likelihood(one, witness)
            for one, witness in self._witnesses(a, b)
            if self._answer(one, witness).type is FlagType.FIGURE
        )
        if max(told, default=0.0) < CONFIRMED or self._likelihood(a, b) < LEAST_TO_CONFIRM:
            return answer
        return compare_as_one(a, b, self._language)

    def _witnesses(self, a: Mention, b: Mention) -> Iterator[tuple[Mention, Mention]]:
        """Either of two with whatever says the same as the other and may be compared with it."""
        for one, other in ((a, b), (b, a)):
            for witness in (self._beside[a.key] | self._beside[b.key]).values():
                if witness.document != one.document and self._says_the_same(witness, other):
                    answer = self._answer(one, witness)
                    if answer.type or answer.answer is Answer.AGREES or answer.rule in UNLIKELY:
                        yield one, witness

    def _says_the_same(self, a: Mention, b: Mention) -> bool:
        """Whether two have one value and are surely one figure."""
        if a.key == b.key or figure_features(a, self._language).value != figure_features(b, self._language).value:
            return False
        return self._answer(a, b).answer is Answer.AGREES and self._likelihood(a, b) >= LEAST_OF_WITNESS

    def _answer(self, a: Mention, b: Mention) -> Comparison:
        if (a.key, b.key) not in self._answers:
            self._answers[a.key, b.key] = self._answers[b.key, a.key] = compare(a, b, language=self._language)
        return self._answers[a.key, b.key]

    def _likelihood(self, a: Mention, b: Mention) -> float:
        if (a.key, b.key) not in self._likelihoods:
            found = same_measure(a, b, self._language)
            self._likelihoods[a.key, b.key] = self._likelihoods[b.key, a.key] = found
        return self._likelihoods[a.key, b.key]


def _mean(likelihoods: Sequence[float]) -> float:
    """The mean of likelihoods by the logarithms of their odds."""
    bounded = [min(max(one, LEAST), MOST) for one in likelihoods]
    return 1 / (1 + exp(-fmean(log(one / (1 - one)) for one in bounded)))
