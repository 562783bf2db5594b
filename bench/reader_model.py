"""The network of the reader: each sentence through a small BERT alone, then a comparison. For `bench.teach_reader`."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch.nn.functional import gelu, layer_norm, scaled_dot_product_attention

from claims.engine.compare.reader import BEGIN, CLOSE, COMPARED, OPEN, PART, SEEN, Pieces

WIDTH, LAYERS, HEADS = 384, 6, 12
# The width of a piece and of a sentence as they are compared, and of the last layer.
NARROW, WHOLE, LAST = 128, 256, 192
LEFT_OUT = 0.1
# What no weight is given to.
NOTHING = -1e4
PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "joined",
    "intermediate.dense": "widened",
    "output.dense": "narrowed",
}

Seen = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


class Layer(torch.nn.Module):
    """One layer of attention, with the names of its parts in PARTS."""

    def __init__(self, base: "Base", number: int) -> None:
        super().__init__()
        for path, name in PARTS.items():
            self.add_module(name, base.linear(f"encoder.layer.{number}.{path}"))
        self.first_norm = base.norm(f"encoder.layer.{number}.attention.output.LayerNorm")
        self.second_norm = base.norm(f"encoder.layer.{number}.output.LayerNorm")
        self.dropout = torch.nn.Dropout(LEFT_OUT)

    def forward(self, x: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """x: sentences x pieces x WIDTH. there: sentences x pieces, false where a shorter one is filled up."""
        query, key, value = (_by_head(part(x)) for part in (self.query, self.key, self.value))
        seen = scaled_dot_product_attention(query, key, value, attn_mask=there[:, None, None, :])
        x = self.first_norm(x + self.dropout(self.joined(seen.transpose(1, 2).reshape(*x.shape))))
        return self.second_norm(x + self.dropout(self.narrowed(gelu(self.widened(x)))))


class Sight(torch.nn.Module):
    """What is seen of one sentence; begins with the weights of an int8 ONNX sentence encoder."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        base = Base(path)
        self.word = torch.nn.Embedding.from_pretrained(base.table("we"))
        self.position = torch.nn.Parameter(base.table("pe"), requires_grad=False)
        self.signs = torch.nn.Parameter(torch.randn(2, WIDTH) * 0.02)
        self.norm = base.norm("embeddings.LayerNorm").requires_grad_(False)
        self.layers = torch.nn.ModuleList(Layer(base, number) for number in range(LAYERS))
        self.piece = torch.nn.Linear(WIDTH, NARROW)
        self.weight = torch.nn.Linear(NARROW, 1)
        self.whole = torch.nn.Linear(2 * WIDTH, WHOLE)

    def forward(self, input_ids: torch.Tensor, there: torch.Tensor, mark: torch.Tensor) -> Seen:
        """Pieces (sentences x pieces x NARROW), their weights (sentences x pieces), the whole (sentences x WHOLE).

        input_ids, there: sentences x pieces. mark: for each sentence where its number begins.
        """
        x = self.word(input_ids) + self.position[: input_ids.shape[1]]
        x = x + (input_ids == OPEN)[..., None] * self.signs[0] + (input_ids == CLOSE)[..., None] * self.signs[1]
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, there)
        pieces = layer_norm(self.piece(x), (NARROW,))
        weights = self.weight(gelu(pieces)).squeeze(-1).masked_fill(~there, NOTHING)
        at_mark = torch.gather(x, 1, mark[:, None, None].expand(-1, 1, WIDTH)).squeeze(1)
        return pieces, weights, self.whole(torch.cat([at_mark, x[:, 0]], -1))


class Comparison(torch.nn.Module):
    """The logarithm of the odds that two numbers count the same, from what was seen of their sentences."""

    def __init__(self) -> None:
        super().__init__()
        self.beside = torch.nn.Linear(4 * NARROW, NARROW)
        self.joined = torch.nn.Linear(2 * WHOLE + 4 * NARROW, LAST)
        self.answer = torch.nn.Linear(LAST, 1)
        self.dropout = torch.nn.Dropout(LEFT_OUT)

    def forward(self, seen: Seen, other: Seen) -> torch.Tensor:
        """Each piece is held against those of the other sentence that are nearest to it; the order tells nothing."""
        pieces, weights, whole = seen
        other_pieces, other_weights, other_whole = other
        near = torch.bmm(pieces, other_pieces.transpose(1, 2)) / NARROW**0.5
        own = self._told(pieces, _nearest(near, other_pieces, other_weights), weights)
        others = self._told(other_pieces, _nearest(near.transpose(1, 2), pieces, weights), other_weights)
        told = [
            (whole - other_whole).abs(),
            whole * other_whole,
            own + others,
            (own - others).abs(),
            own * others,
            torch.maximum(own, others),
        ]
        return self.answer(self.dropout(gelu(self.joined(self.dropout(torch.cat(told, -1)))))).squeeze(-1)

    def _told(self, pieces: torch.Tensor, nearest: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        beside = torch.cat([pieces, nearest, (pieces - nearest).abs(), pieces * nearest], -1)
        return (torch.softmax(weights, -1)[..., None] * gelu(self.beside(beside))).sum(1)


class Reader(torch.nn.Module):
    """The whole network: a sight of each sentence and their comparison."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.sight = Sight(path)
        self.comparison = Comparison()

    def forward(self, sentences: Sequence[Pieces], first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """The logarithm of the odds for pairs of sentences, given by their places among them."""
        seen = self.sight(*batch(sentences))
        return self.comparison(*(tuple(part[chosen] for part in seen) for chosen in (first, second)))


class Base:
    """The weights of the sentence encoder, by their names in its ONNX file."""

    def __init__(self, path: Path) -> None:
        self._stored = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(path)).graph.initializer}

    def table(self, name: str) -> torch.Tensor:
        """A table of weights by its name in the file, as floating point."""
        if name in self._stored:
            return torch.tensor(self._stored[name].astype(np.float32))
        whole = self._stored[f"{name}_quantized"].astype(np.float32) - self._stored[f"{name}_zero_point"]
        return torch.tensor(whole * self._stored[f"{name}_scale"])

    def linear(self, name: str) -> torch.nn.Linear:
        """A linear part by its name, "encoder.layer.0.output.dense"."""
        weight = self.table(f"{name}.W")
        part = torch.nn.Linear(*weight.shape)
        part.weight.data, part.bias.data = weight.T.contiguous(), self.table(f"{name}.b")
        return part

    def norm(self, name: str) -> torch.nn.LayerNorm:
        """A normalisation by its name in the file."""
        part = torch.nn.LayerNorm(WIDTH, eps=1e-12)
        part.weight.data, part.bias.data = self.table(f"{name}.g"), self.table(f"{name}.be")
        return part


def _by_head(x: torch.Tensor) -> torch.Tensor:
    return x.view(*x.shape[:2], HEADS, WIDTH // HEADS).transpose(1, 2)


def _nearest(near: torch.Tensor, pieces: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """For each piece the mean of the other sentence's, weighed by how near they are."""
    left_out = (weights <= NOTHING)[:, None, :]
    return torch.softmax(near.masked_fill(left_out, NOTHING), -1) @ pieces


def batch(sentences: Sequence[Pieces]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Marked sentences as the network takes them: pieces, what is there, where the numbers stand."""
    longest = max(map(len, sentences)) + 2
    pieces = torch.zeros(len(sentences), longest, dtype=torch.long)
    there = torch.zeros(len(sentences), longest, dtype=torch.bool)
    for at, one in enumerate(sentences):
        pieces[at, : len(one) + 2] = torch.tensor([BEGIN, *one, PART])
        there[at, : len(one) + 2] = True
    return pieces, there, torch.tensor([1 + one.index(OPEN) for one in sentences])


def store(reader: Reader, folder: Path) -> None:
    """Writes a reader as two ONNX files: the sight, int8, one sentence at a time, and the comparison."""
    reader.eval()
    given = batch([(7, OPEN, 8, CLOSE)])
    with torch.inference_mode():
        seen = reader.sight(*given)
    names = ["pieces", "weights", "whole"]
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "sight.onnx"
        _export(reader.sight, given, whole, (["input_ids", "there", "mark"], names), ("input_ids", "there"))
        quantize_dynamic(
            whole,
            folder / SEEN,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    others = [f"other_{name}" for name in names]
    _export(reader.comparison, (seen, seen), folder / COMPARED, (names + others, ["odds"]), (*names, *others))


def _export(
    part: torch.nn.Module,
    given: tuple[torch.Tensor | Seen, ...],
    path: Path,
    named: tuple[list[str], list[str]],
    stretching: Sequence[str],
) -> None:
    axes = {name: {1: name.partition("_")[0]} for name in stretching if not name.endswith("whole")}
    torch.onnx.export(
        part,
        given,
        str(path),
        input_names=named[0],
        output_names=named[1],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
