"""Two sentences read side by side: does the number marked in one count the same as the number marked in the other?

A small cross-encoder, taught on wordings of one measure by many newsrooms and on the gold stories
(`weights/same_measure_reader`). It sees what no list of words has: that a debt "runs for 15 years" where another text
gives "a tenor of 12". It never decides alone: `odds.py` weighs its answer against the signs.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from claims.engine.embedding import pieces, session
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Mention

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

_WEIGHTS = Path(__file__).parent.parent / "weights" / "same_measure_reader"
# The model's own signs, by their numbers in its vocabulary: what begins, parts, hides; what stands about the number.
BEGIN, PART, HIDDEN, OPEN, CLOSE = 101, 102, 103, 1, 2
# What the model was taught on: so many pieces around the number.
LONGEST = 44
# The two parts of the model: what is seen of one sentence, and how two are compared; and what the first gives.
SEEN, COMPARED = "sight-int8.onnx", "comparison.onnx"
PARTS_SEEN = ("pieces", "weights", "whole")
# A version's mentions meet those of its rivals several times over: by rule, by likelihood, by rank. What is seen of a
# sentence takes some 10 kB.
KEPT, SEEN_KEPT = 20_000, 3_000

Pieces = tuple[int, ...]


def read(a: Mention, b: Mention, language: str = "en") -> float | None:
    """The logarithm of the odds that two mentions of figures count the same, as the model reads their sentences.

    The same for (a, b) and (b, a). None where a caller gave no place of the sentence, so that no number can be marked.
    Raises TypeError for other kinds than figures.
    """
    first, second = marked(a, language), marked(b, language)
    if not first or not second:
        return None
    return _answer(*sorted((first, second)))


def marked(mention: Mention, language: str = "en") -> Pieces:
    """A figure's sentence as pieces of the model's vocabulary: its number hidden, signs about it; () where unplaced."""
    figure = mention.record
    if not isinstance(figure, Figure):
        raise TypeError("the reader takes mentions of figures")
    if mention.sentence_start is None:
        return ()
    start, end = (at - mention.sentence_start for at in (figure.value_span.start, figure.value_span.end))
    return marked_in(mention.sentence, start, end, language)


@lru_cache(maxsize=KEPT)
def marked_in(sentence: str, start: int, end: int, language: str) -> Pieces:
    """A sentence as `marked` gives it, its number from start to end (characters); () where that lies out of reach."""
    numbers = lexicon(language, "numbers").HIDDEN_FROM_READER
    before: list[int] = []
    inside: list[int] = []
    behind: list[int] = []
    for piece, first, last in pieces(sentence):
        if first >= end:
            behind.append(piece)
        elif last <= start:
            before.append(piece)
        elif any(c.isdigit() for c in sentence[first:last]) or sentence[first:last].lower() in numbers:
            inside += [HIDDEN] if HIDDEN not in inside else []
        else:
            inside.append(piece)
    if not inside:
        return ()
    whole = (*before, OPEN, *inside, CLOSE, *behind)
    begin = max(0, min(len(before) - LONGEST // 2, len(whole) - LONGEST))
    return whole[begin : begin + LONGEST]


@lru_cache(maxsize=KEPT)
def _answer(first: Pieces, second: Pieces) -> float:
    import numpy as np

    given = {
        f"{side}{name}": part.astype(np.float32)
        for side, one in (("", first), ("other_", second))
        for name, part in zip(PARTS_SEEN, _seen(one), strict=True)
    }
    (answer,) = _session(COMPARED).run(["odds"], given)
    return round(float(np.asarray(answer)[0]), 4)


@lru_cache(maxsize=SEEN_KEPT)
def _seen(sentence: Pieces) -> "tuple[NDArray[np.float16], ...]":
    """What the model sees of one sentence, whatever it is held against; halved, since many are kept."""
    import numpy as np

    row = (BEGIN, *sentence, PART)
    given = {
        "input_ids": np.array([row]),
        "there": np.ones((1, len(row)), dtype=bool),
        "mark": np.array([1 + sentence.index(OPEN)]),
    }
    return tuple(np.asarray(part).astype(np.float16) for part in _session(SEEN).run(list(PARTS_SEEN), given))


@cache
def _session(part: str) -> "InferenceSession":
    return session(_WEIGHTS / part)
