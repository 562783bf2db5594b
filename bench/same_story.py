"""python -m bench.same_story [--write] [--json OUT]: teaches what each sign of one story is worth (`kinship.py`).

Pairs are an article and some articles of a story: of its own story, as they might have come in, and of all others, near
misses among them. For each lesson (a story with its near-misses) it prints how the articles fall into stories with
weights that the others taught. --write stores the weights of all of them for the engine.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from bench.grouping import Document, Grouping, measure, sets
from claims.engine import kinship
from claims.engine.storyline import WINDOW

WEIGHTS = Path(kinship.__file__).parent / "weights" / "same_story.json"
# Signs that speak against one story where they are large; all others speak for it. One that came out the other way
# round is left out: it would make up for another sign on these articles, and be wrong on the next.
AGAINST = frozenset({"days", "other_days"})
# How strongly large weights are held back, and how often the fit is improved.
HELD_BACK = 2.0
ROUNDS = 12
# What a pair counts: those of one story are few, and near-misses are what has to be told apart.
OF_ONE, NEAR_MISS, FAR = 2.0, 3.0, 0.5
DRAWN = 3

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """lessons: those of the article and of the story. counts: how much it weighs in the lesson."""

    lessons: frozenset[str]
    signs: Mapping[str, float]
    same: bool
    counts: float


def examples_of(documents: Sequence[Document]) -> Iterator[Example]:
    """Each article with parts of each story: those before it, single ones, and some drawn at random."""
    draw = random.Random(1)
    stories: dict[str, list[Document]] = defaultdict(list)
    having: dict[str, set[str]] = defaultdict(set)
    for document in sorted(documents, key=lambda one: (one.profile.published, one.name)):
        stories[document.group].append(document)
        for key in document.profile.keys:
            having[key].add(document.group)
    for new in documents:
        for name, members in stories.items():
            others = [one for one in members if one is not new and _in_time(one, new)]
            parts = list(_parts(new, others, draw))
            for part in parts:
                found = kinship.signs(
                    new.profile,
                    [one.profile for one in part],
                    lambda key, name=name: kinship.rarity(len(having[key] - {name})),
                )
                if found is not None:
                    same = new.group == name
                    near = OF_ONE / len(parts) if same else NEAR_MISS if new.lesson == part[0].lesson else FAR
                    yield Example(frozenset({new.lesson, part[0].lesson}), found, same, near)


def _parts(new: Document, others: list[Document], draw: random.Random) -> Iterator[list[Document]]:
    earlier = [one for one in others if one.profile.published <= new.profile.published]
    if earlier:
        yield earlier
    if others and others[0].group == new.group:
        yield from ([one] for one in others)
        yield from (draw.sample(others, draw.randint(1, len(others))) for _ in range(DRAWN))
    elif others:
        yield [draw.choice(others)]
        yield others


def _in_time(one: Document, other: Document) -> bool:
    return abs(one.profile.published - other.profile.published) <= WINDOW


def taught(examples: Sequence[Example]) -> Weights:
    """The weights that fit examples best, by logistic regression on signs brought to one scale."""
    names = sorted(examples[0].signs)
    same = np.array([example.same for example in examples], dtype=float)
    counts = np.array([example.counts for example in examples])
    while True:
        table = np.array([[example.signs[name] for name in names] for example in examples])
        mean, scale = table.mean(axis=0), table.std(axis=0) + 1e-9
        weights = _fitted(np.hstack([(table - mean) / scale, np.ones((len(table), 1))]), same, counts)
        wrong = [name for name, weight in zip(names, weights, strict=False) if (weight < 0) != (name in AGAINST)]
        if not wrong:
            break
        names = [name for name in names if name not in wrong]
    found = {name: float(weight / spread) for name, weight, spread in zip(names, weights, scale, strict=False)}
    found["intercept"] = float(weights[-1] - sum(found[name] * m for name, m in zip(names, mean, strict=True)))
    return {name: round(weight, 4) for name, weight in found.items()}


def _fitted(table: np.ndarray, same: np.ndarray, counts: np.ndarray) -> np.ndarray:
    weights = np.zeros(table.shape[1])
    held_back = np.diag([HELD_BACK] * (table.shape[1] - 1) + [0.0])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (counts * (same - likely)) - held_back @ weights
        bend = (table * (counts * likely * (1 - likely))[:, None]).T @ table + held_back
        weights += np.linalg.solve(bend, slope)
    return weights


class LeaveOneOut:
    """Judges each document with weights that its own lesson did not teach."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._examples = examples
        self._weights: dict[str, Weights] = {}
        self.now: Weights = {}

    def __call__(self, document: Document) -> None:
        lesson = document.lesson
        if lesson not in self._weights:
            self._weights[lesson] = taught([one for one in self._examples if lesson not in one.lessons])
        self.now = self._weights[lesson]


def left_out() -> Iterator[tuple[str, int, Grouping]]:
    """Precision and recall of each set, every lesson judged with weights that the others taught."""
    every = sets()
    judge = LeaveOneOut(list(examples_of(every["all"])))
    with patch.object(kinship, "_weights", lambda: judge.now):
        for name, documents in every.items():
            yield name, len(documents), measure(documents, judge)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="store the weights for the engine")
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    if options.write:
        weights = taught(list(examples_of(sets()["all"])))
        WEIGHTS.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    table = {}
    for name, articles, found in left_out():
        print(
            f"{name:20} {articles:4} articles  precision {found.precision:.3f}  recall {found.recall:.3f}", flush=True
        )
        table |= {f"{name}: precision": round(found.precision, 4), f"{name}: recall": round(found.recall, 4)}
    if options.json:
        options.json.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
