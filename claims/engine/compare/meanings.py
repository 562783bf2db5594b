"""How near the meanings of words are: "riders" and "passengers", "hurt" and "injuries".

Each frequent English word has a vector of DIMENSIONS small numbers, taken from the embedding model's reading of that
word alone (`python -m bench.word_meanings --write`). They tell words that go together, not words that mean the same, so
they are signs among others and decide nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log1p
from pathlib import Path

import numpy as np

from claims.engine.compare.words import words
from claims.engine.lexicon import lexicon

DIMENSIONS = 64
_WEIGHTS = Path(__file__).parent.parent / "weights"
# The rank by frequency of a word that the table lacks, and how fast words gain weight with their rank.
UNKNOWN = 20_000
FREQUENT = 30.0


@dataclass(frozen=True, slots=True)
class Meaning:
    """The words of a text with what each weighs, and their vectors, one a row; nought for a word without one."""

    terms: tuple[str, ...]
    weights: "np.ndarray"
    vectors: "np.ndarray"
    whole: "np.ndarray"


@lru_cache(maxsize=20_000)
def meaning(terms: tuple[str, ...]) -> Meaning:
    """What a text's words mean, each word once. whole: their weighted mean, of unit length, nought without words."""
    once = tuple(dict.fromkeys(terms))
    table, ranks = _table()
    rows = np.zeros((len(once), DIMENSIONS), dtype=np.float32)
    weights = np.zeros(len(once), dtype=np.float32)
    for at, term in enumerate(once):
        rank = ranks.get(term)
        weights[at] = log1p((UNKNOWN if rank is None else rank) / FREQUENT)
        if rank is not None:
            row = table[rank].astype(np.float32)
            rows[at] = row / float(np.linalg.norm(row) or 1.0)
    whole = weights @ rows if once else np.zeros(DIMENSIONS, dtype=np.float32)
    length = float(np.linalg.norm(whole))
    return Meaning(once, weights, rows, whole / length if length else whole)


@lru_cache(maxsize=20_000)
def terms_of(text: str, language: str = "en") -> tuple[str, ...]:
    """The words of a text that carry meaning, in lower case and in order: no numbers, no function words."""
    rules = lexicon(language, "morphology")
    found = []
    for word in words(text, language):
        lower = word.text.lower().replace("’", "'").removesuffix("'s")
        if not word.is_number and not (lower in rules.STOP or lower in rules.QUANTITY or lower in rules.NUMBER_WORDS):
            found.append(lower)
    return tuple(found)


def nearness(a: Meaning, b: Meaning) -> float:
    """The cosine of two texts' means: 1 for the same words, about 0 for texts of different things."""
    return float(a.whole @ b.whole)


def covered(a: Meaning, b: Meaning) -> tuple[float, float]:
    """How much of what each of two texts says the other says too, 0 to 1, each word by its nearest; the lower first."""
    if not a.terms or not b.terms:
        return 0.0, 0.0
    near = np.maximum(a.vectors @ b.vectors.T, 0.0)
    shared = set(a.terms) & set(b.terms)
    for term in shared:
        near[a.terms.index(term), b.terms.index(term)] = 1.0
    sides = (_mean(near.max(axis=1), a.weights), _mean(near.max(axis=0), b.weights))
    return min(sides), max(sides)


def covered_by(some: Meaning, others: Meaning) -> float:
    """How much of what a text says another one says too, 0 to 1, each word by its nearest."""
    if not some.terms or not others.terms:
        return 0.0
    near = np.maximum(some.vectors @ others.vectors.T, 0.0).max(axis=1)
    for at, term in enumerate(some.terms):
        if term in others.terms:
            near[at] = 1.0
    return _mean(near, some.weights)


def _mean(values: "np.ndarray", weights: "np.ndarray") -> float:
    total = float(weights.sum())
    return float(values @ weights) / total if total else 0.0


@cache
def _table() -> tuple["np.ndarray", dict[str, int]]:
    """The vectors, one a row, and in which row each word stands: the most frequent first."""
    listed = whole_words((_WEIGHTS / "minilm_l6_v2" / "vocab.txt").read_bytes().decode().split("\n"))
    return np.load(_WEIGHTS / "word_meanings.npy"), {word: at for at, word in enumerate(listed)}


def whole_words(vocabulary: Sequence[str]) -> list[str]:
    """The entries of the model's vocabulary that are English words of two letters or more, in its order."""
    return [entry for entry in vocabulary if len(entry) > 1 and entry.isascii() and entry.isalpha()]
