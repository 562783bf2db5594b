"""python -m bench.word_meanings [--write]: the vectors of frequent words that the comparison of figures reads.

Each whole word of the embedding model's vocabulary is read by the model alone; the directions in which most of the
words differ are kept, and rounded to bytes. Prints how near some pairs of words come. Takes a minute or two.
"""

import argparse
from pathlib import Path

import numpy as np

from claims.engine.compare.meanings import DIMENSIONS, whole_words
from claims.engine.embedding import embed

WEIGHTS = Path(__file__).parent.parent / "claims" / "engine" / "weights"
# The directions are those of the most frequent words; the rest of the vocabulary is names and fragments.
FREQUENT = 12_000
SHOWN = (("riders", "passengers"), ("hurt", "injured"), ("staff", "employees"), ("hurt", "revenue"), ("fire", "budget"))


def table(words: list[str]) -> np.ndarray:
    """The vectors of words, DIMENSIONS bytes each."""
    read = np.array(embed(words), dtype=np.float64)
    read -= read.mean(axis=0)
    directions = np.linalg.svd(read[:FREQUENT], full_matrices=False)[2][:DIMENSIONS]
    kept = read @ directions.T
    kept /= np.abs(kept).max(axis=1, keepdims=True) + 1e-9
    return np.round(kept * 127).astype(np.int8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="store the table for the engine")
    arguments = parser.parse_args()
    words = whole_words((WEIGHTS / "minilm_l6_v2" / "vocab.txt").read_bytes().decode().split("\n"))
    made = table(words)
    for first, second in SHOWN:
        a, b = (made[words.index(word)].astype(float) for word in (first, second))
        print(f"{first:10s} {second:12s} {a @ b / np.linalg.norm(a) / np.linalg.norm(b):6.2f}")
    if arguments.write:
        np.save(WEIGHTS / "word_meanings.npy", made)


if __name__ == "__main__":
    main()
