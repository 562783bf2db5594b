"""A second opinion on two statements: a model of a site's own, asked beside the comparison and never in its place.

`compare` decides what is flagged. A judge adds one sentence to the reason of a flag that stands already.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Protocol

from claims.enums import Answer

LONGEST_TOKENS = 128
# The labels of natural-language inference, as what they say of two statements.
ANSWERS = {"entailment": Answer.AGREES, "neutral": Answer.UNCLEAR, "contradiction": Answer.CONTRADICTS}


@dataclass(frozen=True, slots=True)
class Judgement:
    """label: agrees, contradicts or unclear. score: how sure, 0 to 1. reason: one sentence, shown as it is."""

    label: Answer
    score: float
    reason: str


class Judge(Protocol):
    """Whatever can be called with two statements, the earlier published one first."""

    def __call__(self, a: str, b: str) -> Judgement:
        """What it holds of the two; the same for the same two."""
        ...


class JudgeUnusable(ValueError):
    """The folder of a model lacks something; the message says what."""


class CrossEncoder:
    """A judge from a folder with a cross-encoder as ONNX.

    The folder holds one `*.onnx` (inputs `input_ids`, `attention_mask`, `token_type_ids`; its first output is the
    logits), `tokenizer.json`, and `labels.json` whose `labels` names the logits in order, out of entailment, neutral
    and contradiction. Both orders are asked, and the mean is taken. Raises JudgeUnusable.
    """

    def __init__(self, folder: str) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        where = Path(folder)
        models = sorted(where.glob("*.onnx"))
        missing = [name for name in ("tokenizer.json", "labels.json") if not (where / name).is_file()]
        if len(models) != 1 or missing:
            raise JudgeUnusable(f"{folder} must hold one *.onnx, tokenizer.json and labels.json.")
        self.labels = labels_in((where / "labels.json").read_text(encoding="utf-8"))
        self._tokenizer = Tokenizer.from_file(str(where / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST_TOKENS)
        self._tokenizer.encode_special_tokens = True
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(models[0]), options, providers=["CPUExecutionProvider"])

    def __call__(self, a: str, b: str) -> Judgement:
        """What the model holds of two statements."""
        return judgement(self.labels, [self._logits(a, b), self._logits(b, a)])

    def _logits(self, a: str, b: str) -> list[float]:
        import numpy as np

        encoding = self._tokenizer.encode(a, b)
        known = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        wanted = [one.name for one in self._session.get_inputs()]
        answer = self._session.run(None, {name: np.array([known[name]], dtype=np.int64) for name in wanted})
        return [float(number) for number in np.asarray(answer[0])[0]]


def labels_in(text: str) -> tuple[str, ...]:
    """The names of a model's logits from its `labels.json`. Raises JudgeUnusable."""
    try:
        labels = tuple(json.loads(text)["labels"])
    except (ValueError, KeyError, TypeError) as error:
        raise JudgeUnusable("labels.json must hold a list under labels.") from error
    if set(labels) != set(ANSWERS) or len(labels) != len(ANSWERS):
        raise JudgeUnusable(f"labels.json must name {', '.join(ANSWERS)}, each once.")
    return labels


def judgement(labels: Sequence[str], asked: Sequence[Sequence[float]]) -> Judgement:
    """The label with the highest mean probability over all times that the model was asked.

    asked: the logits of each time, in the order of labels.
    """
    shares = [_probabilities(logits) for logits in asked]
    means = [sum(column) / len(shares) for column in zip(*shares, strict=True)]
    best = max(range(len(means)), key=means.__getitem__)
    label = ANSWERS[labels[best]]
    return Judgement(label, means[best], f"A language model holds that this {SAYS[label]} ({means[best]:.2f} of 1).")


SAYS = {
    Answer.AGREES: "is the same or follows",
    Answer.UNCLEAR: "can both be so",
    Answer.CONTRADICTS: "cannot both be so",
}


def _probabilities(logits: Sequence[float]) -> list[float]:
    top = max(logits)
    weights = [exp(one - top) for one in logits]
    return [one / sum(weights) for one in weights]
