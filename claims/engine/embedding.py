"""Sentence embeddings: near each other where two texts may speak of one thing.

They link; they cannot tell agreement from contradiction. The model lies in `weights/minilm_l6_v2` with its notice. It
is loaded with the first text, once a process, and takes some 200 MB.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Vector = list[float]

MODEL = "minilm-l6-v2-int8"
DIMENSIONS = 384
# What the model was trained on; the rest of a longer text is left out.
LONGEST_TOKENS = 256
# A text of so many characters has more tokens than that, whatever it is made of; cutting first bounds the work.
LONGEST_TEXT = 20_000
# Below this likeness to the stored vectors the processor computes something else. Other runs of one text come to 1.
FAITHFUL = 0.98

_WEIGHTS = Path(__file__).parent / "weights" / "minilm_l6_v2"


def embed(texts: Sequence[str]) -> list[Vector]:
    """The vectors of texts, in their order: DIMENSIONS numbers each, of unit length.

    A text's vector depends on its letters alone. Each is run by itself: the model scales its activations by all that
    it is given at once, so texts beside each other would move each other's vectors (cosine down to 0.92).
    """
    vectors = {text: _vector(text) for text in dict.fromkeys(texts)}
    return [list(vectors[text]) for text in texts]


def likeness(a: Sequence[float], b: Sequence[float]) -> float:
    """The cosine of two vectors of unit length: 1 for the same direction, about 0 for unrelated texts."""
    return sum(x * y for x, y in zip(a, b, strict=True))


def faithfulness() -> float:
    """How near this machine comes to the stored vectors: the lowest likeness. Below FAITHFUL it needs a warning.

    Int8 arithmetic overflows on processors without VNNI in some kernels; the vectors then still link, but less well.
    """
    stored = json.loads((_WEIGHTS / "reference.json").read_text(encoding="utf-8"))
    made = embed([one["text"] for one in stored])
    return min(likeness(vector, one["vector"]) for vector, one in zip(made, stored, strict=True))


def word_ranks(words: Sequence[str]) -> list[int | None]:
    """For each word its rank by frequency in the model's vocabulary, 1 for the most frequent; None for one outside it.

    The vocabulary lists whole words by how often a general corpus has them, so a high rank, or none, is a rare word.
    """
    vocabulary = _vocabulary()
    return [vocabulary.get(word.lower()) for word in words]


def pieces(text: str) -> list[tuple[int, int, int]]:
    """A text as the model cuts it: each piece's number in the vocabulary, and its start and end in the text.

    Longer texts are cut at LONGEST_TOKENS pieces, the two that the model itself sets about a text among them.
    """
    encoding = _tokenizer().encode(text[:LONGEST_TEXT])
    return [(piece, *at) for piece, at in zip(encoding.ids[1:-1], encoding.offsets[1:-1], strict=True)]


def _vector(text: str) -> Vector:
    import numpy as np

    encoding = _tokenizer().encode(text[:LONGEST_TEXT])
    inputs = {
        "input_ids": np.array([encoding.ids], dtype=np.int64),
        "attention_mask": np.array([encoding.attention_mask], dtype=np.int64),
        "token_type_ids": np.array([encoding.type_ids], dtype=np.int64),
    }
    (answer,) = _session().run(["emb"], inputs)
    return [float(number) for number in np.asarray(answer)[0]]


@cache
def _tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer

    form = json.loads((_WEIGHTS / "tokenizer.json").read_text(encoding="utf-8"))
    words = (_WEIGHTS / "vocab.txt").read_bytes().decode().removesuffix("\n").split("\n")
    form["model"]["vocab"] = {word: number for number, word in enumerate(words)}
    tokenizer = Tokenizer.from_str(json.dumps(form))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST_TOKENS)
    # "[SEP]" in an article is five letters of it and no command to the model.
    tokenizer.encode_special_tokens = True
    return tokenizer


@cache
def _session() -> "InferenceSession":
    return session(_WEIGHTS / "model-int8.onnx")


def session(model: Path) -> "InferenceSession":
    """A model from its ONNX file, ready to be run by one thread."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread a worker process: workers are as many as cores, and a text takes milliseconds.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


@cache
def _vocabulary() -> dict[str, int]:
    whole = {token: at for token, at in _tokenizer().get_vocab().items() if token.isalpha()}
    in_order = sorted(whole, key=lambda token: whole[token])
    # Single letters of many scripts come before the words, in no order of frequency.
    return {token: rank for rank, token in enumerate((one for one in in_order if len(one) > 1), start=1)}
