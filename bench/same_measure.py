"""How likely two figures of two sources measure the same: teaches the weights, and says what they are worth.

    python -m bench.same_measure STORIES [--write]

Every pair of figures of two documents that stand beside each other, of one dimension, is an example; the gold stories
name what each figure measures, and two that have one name measure the same. What is printed is measured on one story at
a time, with weights that the others taught. --write stores the weights of all of them for the engine.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.pairs import Version, versions_of
from claims.engine.compare.features import figure_features
from claims.engine.compare.odds import LEAST, LEAST_OF_STATUS, signs
from claims.engine.compare.values import both_can_hold, same_dimension
from claims.engine.records import Figure, Mention
from claims.enums import Part

WEIGHTS = Path(__file__).parent.parent / "claims" / "engine" / "weights" / "same_measure.json"
# How strongly large weights are held back, and how often the fit is improved: it stands after a handful.
HELD_BACK = 3.0
ROUNDS = 25


@dataclass(frozen=True, slots=True)
class Example:
    """One pair. same: the gold gives both one measure. apart: their values cannot both hold."""

    story: str
    signs: dict[str, float]
    same: bool
    apart: bool


def examples_of(story: dict[str, Any], name: str) -> Iterator[Example]:
    """The pairs of a story, each version against what stood in the other documents when it came."""
    measures = {
        (c["document"], c["version"], c["start"], c["end"], c["figure"]["low"], c["figure"]["high"]): c["figure"][
            "measure"
        ].lower()
        for c in story["claims"]
        if c["kind"] == "figure"
    }
    latest: dict[str, Version] = {}
    for version in versions_of(story, extracts=False):
        for other in [one for document, one in latest.items() if document != version.document]:
            for a in _figures(version):
                for b in _figures(other):
                    first, second = sorted((a, b), key=lambda m: (m.published, m.document))
                    named = measures.get(_place(first)), measures.get(_place(second))
                    if None not in named and _comparable(first, second):
                        apart = not both_can_hold(_figure(first), _figure(second))
                        yield Example(name, signs(first, second), named[0] == named[1], apart)
        latest[version.document] = version


def _figures(version: Version) -> list[Mention]:
    return [m for m in version.mentions if isinstance(m.record, Figure) and m.record.part is Part.BODY]


def _figure(mention: Mention) -> Figure:
    assert isinstance(mention.record, Figure)
    return mention.record


def _place(mention: Mention) -> tuple[Any, ...]:
    figure = _figure(mention)
    low, high = (None if bound is None else float(bound) for bound in (figure.low, figure.high))
    return mention.document, mention.version, figure.span.start, figure.span.end, low, high


def _comparable(a: Mention, b: Mention) -> bool:
    return same_dimension(figure_features(a).dimension, figure_features(b).dimension, True)


def taught(examples: list[Example]) -> dict[str, float]:
    """The weights that fit examples best: logistic regression by Newton's method, on signs brought to one scale."""
    names = sorted({name for example in examples for name in example.signs})
    table = np.array([[example.signs.get(name, 0.0) for name in names] for example in examples])
    same = np.array([example.same for example in examples], dtype=float)
    mean, scale = table.mean(axis=0), table.std(axis=0) + 1e-9
    signs_ = np.hstack([(table - mean) / scale, np.ones((len(table), 1))])
    weights = np.zeros(signs_.shape[1])
    held_back = np.diag([HELD_BACK] * len(names) + [0.0])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(signs_ @ weights, -30, 30)))
        slope = signs_.T @ (same - likely) - held_back @ weights
        bend = (signs_ * (likely * (1 - likely))[:, None]).T @ signs_ + held_back
        weights += np.linalg.solve(bend, slope)
    found = {name: weight / spread for name, weight, spread in zip(names, weights, scale, strict=False)}
    found["intercept"] = float(weights[-1] - sum(found[name] * m for name, m in zip(names, mean, strict=True)))
    return {name: round(float(weight), 4) for name, weight in found.items()}


def likelihoods(examples: list[Example], weights: dict[str, float]) -> np.ndarray:
    """The likelihood of each example under some weights."""
    totals = [
        weights["intercept"] + sum(weights.get(name, 0.0) * value for name, value in example.signs.items())
        for example in examples
    ]
    return np.asarray(1 / (1 + np.exp(-np.clip(totals, -50, 50))))


def report(examples: list[Example]) -> None:
    """Of pairs whose values are apart: how many that measure the same stay, how many others are left out."""
    columns = f"  at {LEAST_OF_STATUS}  at {LEAST}"
    print(f"{'left out of the lesson':34} same{columns}   other{columns}")
    total = np.zeros(6, dtype=int)
    for story in sorted({example.story for example in examples}):
        held_out = [example for example in examples if example.story == story and example.apart]
        found = likelihoods(held_out, taught([example for example in examples if example.story != story]))
        same = np.array([example.same for example in held_out])
        counts = [
            [sum(which), sum(found[which] >= LEAST_OF_STATUS), sum(found[which] >= LEAST)] for which in (same, ~same)
        ]
        row = np.array(counts).ravel()
        total += row
        print(f"{story[:34]:34} {row[0]:4} {row[1]:8} {row[2]:7} {row[3]:7} {row[4]:8} {row[5]:7}")
    print(f"{'all':34} {total[0]:4} {total[1]:8} {total[2]:7} {total[3]:7} {total[4]:8} {total[5]:7}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--write", action="store_true", help="store the weights for the engine")
    arguments = parser.parse_args()
    examples = [
        example
        for path in sorted(arguments.stories.glob("*.json"))
        for example in examples_of(json.loads(path.read_text(encoding="utf-8")), path.stem)
    ]
    report(examples)
    if arguments.write:
        WEIGHTS.write_text(json.dumps(taught(examples), indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
