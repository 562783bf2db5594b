"""The network of the reader: a small BERT over two sentences with their numbers marked. For `bench.teach_reader`."""

import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch.nn.functional import gelu, scaled_dot_product_attention

from claims.engine.compare.reader import BEGIN, CLOSE, OPEN, PART, Pieces

WIDTH, LAYERS, HEADS = 384, 6, 12
LEFT_OUT = 0.1
PARTS = {
    "attention/self/query": "query",
    "attention/self/key": "key",
    "attention/self/value": "value",
    "attention/output/dense": "joined",
    "intermediate/dense": "widened",
    "output/dense": "narrowed",
}

Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]


class Layer(torch.nn.Module):
    """One layer of attention, with the names of its parts in PARTS."""

    def __init__(self, base: "Base", number: int) -> None:
        super().__init__()
        for path, name in PARTS.items():
            self.add_module(name, base.linear(f"encoder/layer.{number}/{path}"))
        self.first_norm = base.norm(f"bert.encoder.layer.{number}.attention.output.LayerNorm")
        self.second_norm = base.norm(f"bert.encoder.layer.{number}.output.LayerNorm")
        self.dropout = torch.nn.Dropout(LEFT_OUT)

    def forward(self, x: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """x: pairs x pieces x WIDTH. there: pairs x pieces, false where a shorter pair is filled up."""
        query, key, value = (_by_head(part(x)) for part in (self.query, self.key, self.value))
        seen = scaled_dot_product_attention(query, key, value, attn_mask=there[:, None, None, :])
        x = self.first_norm(x + self.dropout(self.joined(seen.transpose(1, 2).reshape(*x.shape))))
        return self.second_norm(x + self.dropout(self.narrowed(gelu(self.widened(x)))))


class Reader(torch.nn.Module):
    """The whole network, with the weights of an int8 ONNX cross-encoder to begin with; its head is new."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        base = Base(path)
        for name in ("word", "position", "token_type"):
            table = base.table(f"bert.embeddings.{name}_embeddings.weight")
            self.add_module(name, torch.nn.Embedding.from_pretrained(table))
        self.signs = torch.nn.Parameter(torch.randn(2, WIDTH) * 0.02)
        self.norm = base.norm("bert.embeddings.LayerNorm")
        self.layers = torch.nn.ModuleList(Layer(base, number) for number in range(LAYERS))
        self.dropout = torch.nn.Dropout(LEFT_OUT)
        self.head = torch.nn.Linear(3 * WIDTH, 1)

    def taught(self, left_alone: int) -> list[torch.nn.Parameter]:
        """The weights of the layers above the lowest so many; all others below the head are set to stay."""
        for part in (self.norm, *self.layers[:left_alone]):
            part.requires_grad_(False)
        return [weight for layer in self.layers[left_alone:] for weight in layer.parameters()]

    def forward(
        self, input_ids: torch.Tensor, sides: torch.Tensor, there: torch.Tensor, marks: torch.Tensor
    ) -> torch.Tensor:
        """The logarithm of the odds for each pair. All but marks (pairs x 2): pairs x pieces."""
        x = self.word(input_ids) + self.position.weight[: input_ids.shape[1]] + self.token_type(sides)
        x = x + (input_ids == OPEN)[..., None] * self.signs[0] + (input_ids == CLOSE)[..., None] * self.signs[1]
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, there)
        picked = torch.cat([torch.zeros_like(marks[:, :1]), marks], dim=1)
        chosen = torch.gather(x, 1, picked[..., None].expand(-1, -1, WIDTH))
        return self.head(self.dropout(chosen.flatten(1))).squeeze(-1)


class Base:
    """The weights in an int8 ONNX file, by the names that the usual export of a BERT gives them."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(str(path)).graph
        self._stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
        products = [node for node in graph.node if node.op_type == "MatMulInteger"]
        self._matrices = {node.output[0]: node.input[1].removesuffix("_quantized") for node in products}

    def table(self, name: str) -> torch.Tensor:
        """A table of weights by its name in the file, as floating point."""
        whole = self._stored[f"{name}_quantized"].astype(np.float32) - self._stored[f"{name}_zero_point"]
        return torch.tensor(whole * self._stored[f"{name}_scale"])

    def linear(self, path: str) -> torch.nn.Linear:
        """A linear part by its path below the network, "encoder/layer.0/output/dense"."""
        weight = self.table(self._matrices[f"/bert/{path}/MatMul_output_0_output_quantized"])
        part = torch.nn.Linear(*weight.shape)
        part.weight.data = weight.T.contiguous()
        part.bias.data = torch.tensor(self._stored[f"bert.{path.replace('/', '.')}.bias"])
        return part

    def norm(self, name: str) -> torch.nn.LayerNorm:
        """A normalisation by its name in the file."""
        part = torch.nn.LayerNorm(WIDTH, eps=1e-12)
        part.weight.data = torch.tensor(self._stored[f"{name}.weight"])
        part.bias.data = torch.tensor(self._stored[f"{name}.bias"])
        return part


def _by_head(x: torch.Tensor) -> torch.Tensor:
    return x.view(*x.shape[:2], HEADS, WIDTH // HEADS).transpose(1, 2)


def batch(pairs: list[tuple[Pieces, Pieces]]) -> Batch:
    """Pairs of marked sentences as the network takes them: pieces, sides, what is there, where the numbers stand."""
    longest = max(len(a) + len(b) for a, b in pairs) + 3
    pieces, sides = torch.zeros(2, len(pairs), longest, dtype=torch.long)
    there = torch.zeros(len(pairs), longest, dtype=torch.bool)
    for at, (a, b) in enumerate(pairs):
        row = torch.tensor([BEGIN, *a, PART, *b, PART])
        pieces[at, : len(row)] = row
        sides[at, len(a) + 2 : len(row)] = 1
        there[at, : len(row)] = True
    marks = torch.tensor([[1 + a.index(OPEN), len(a) + 2 + b.index(OPEN)] for a, b in pairs])
    return pieces, sides, there, marks


def store(reader: Reader, path: Path) -> None:
    """Writes a reader as int8 ONNX: one pair at a time, inputs `input_ids`, `token_type_ids`, `there`, `marks`."""
    reader.eval()
    names = ["input_ids", "token_type_ids", "there", "marks"]
    given = batch([((7, OPEN, 8, CLOSE), (OPEN, 9, CLOSE, 10))])
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "model.onnx"
        torch.onnx.export(
            reader,
            given,
            str(whole),
            input_names=names,
            output_names=["odds"],
            dynamic_axes={name: {1: "pieces"} for name in names[:3]},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
