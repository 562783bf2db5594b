"""How likely two figures of two sources measure the same: teaches the lesson, and says what it is worth.

    python -m bench.same_measure STORIES [--write] [--folds FOLDER]

Every pair of figures of two documents that stand beside each other, of one dimension, is an example, once as the gold
gives the figures and once as the extraction reads them. Two that are at odds measure the same where the gold lists
them as a contradiction, two that agree where the gold names their measure alike. What a story may itself have taught
the lexicon is held back while it is read (`unlearnt.py`). What is printed is measured on one story at a time, with a
lesson that the others taught. --write stores the lesson of all of them for the engine; --folds stores for each story
the lesson that the others taught, for `python -m bench.pairs STORIES --folds FOLDER`.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.boosting import trees
from bench.pairs import Version, claim, versions_of
from bench.score import match_claims, signature
from bench.unlearnt import texts_of, unlearnt
from claims.engine.compare.features import figure_features
from claims.engine.compare.odds import LEAST, SURE, Lesson, lesson_of, likelihood
from claims.engine.compare.signs import signs
from claims.engine.compare.values import both_can_hold, same_dimension
from claims.engine.records import Figure, Mention
from claims.enums import Part

WEIGHTS = Path(__file__).parent.parent / "claims" / "engine" / "weights" / "same_measure.json"
# How strongly large weights are held back, and how often the fit is improved: it stands after a handful.
HELD_BACK = 60.0
ROUNDS = 12
# Pairs that nobody would take for one teach little: one of so many is kept, and counts for all of them.
PLAIN, ONE_OF = 0.01, 7


@dataclass(frozen=True, slots=True)
class Example:
    """One pair. same: they measure the same. apart: their values cannot both hold."""

    story: str
    signs: dict[str, float]
    same: bool
    apart: bool


@dataclass(frozen=True, slots=True)
class _Gold:
    """What a story file says: the claim that each mention is, and which claims contradict each other."""

    claims: dict[str, dict[str, Any]]
    contradictions: frozenset[frozenset[Any]]

    def judges(self, a: Mention, b: Mention, apart: bool) -> bool | None:
        """Whether two mentions measure the same; None where one of them is no claim of the file."""
        first, second = self.claims.get(a.key), self.claims.get(b.key)
        if first is None or second is None:
            return None
        if apart:
            return frozenset((signature(first), signature(second))) in self.contradictions
        return bool(first["figure"]["measure"].lower() == second["figure"]["measure"].lower())


def examples_of(stories: dict[str, dict[str, Any]]) -> list[Example]:
    """The pairs of all stories, each version against what stood in the other documents when it came."""
    texts = texts_of(stories)
    found: list[Example] = []
    for name, story in stories.items():
        with unlearnt(name, texts):
            for extracts in (False, True):
                found += _examples(story, name, versions_of(story, extracts))
    return found


def _examples(story: dict[str, Any], name: str, versions: list[Version]) -> Iterator[Example]:
    for first, second, same, apart in judged_pairs(story, versions):
        yield Example(name, signs(first, second), same, apart)


def judged_pairs(story: dict[str, Any], versions: list[Version]) -> Iterator[tuple[Mention, Mention, bool, bool]]:
    """Pairs of figures of two documents, the earlier first; whether they measure the same, and are at odds."""
    gold = _gold(story, versions)
    latest: dict[str, Version] = {}
    for version in versions:
        for other in [one for document, one in latest.items() if document != version.document]:
            for first, second in _pairs(version, other):
                apart = not both_can_hold(_figure(first), _figure(second)) or _of_points(first, second)
                same = gold.judges(first, second, apart)
                if same is not None:
                    yield first, second, same, apart
        latest[version.document] = version


def _gold(story: dict[str, Any], versions: list[Version]) -> _Gold:
    texts = {(d["id"], v["number"]): v["text"] for d in story["documents"] for v in d["versions"]}
    told = [claim(mention) for version in versions for mention in _figures(version)]
    by_id = {c["id"]: c for c in story["claims"]}
    pairs = frozenset(frozenset((signature(by_id[c["a"]]), signature(by_id[c["b"]]))) for c in story["contradictions"])
    return _Gold(match_claims(story["claims"], told, texts), pairs)


def _pairs(version: Version, other: Version) -> Iterator[tuple[Mention, Mention]]:
    for a in _figures(version):
        for b in _figures(other):
            first, second = sorted((a, b), key=lambda m: (m.published, m.document))
            one, two = figure_features(first).dimension, figure_features(second).dimension
            if same_dimension(one, two, True) or _of_points(first, second):
                yield first, second


def _of_points(a: Mention, b: Mention) -> bool:
    return {figure_features(a).dimension.name, figure_features(b).dimension.name} == {"ratio", "points"}


def _figures(version: Version) -> list[Mention]:
    return [m for m in version.mentions if isinstance(m.record, Figure) and m.record.part is Part.BODY]


def _figure(mention: Mention) -> Figure:
    assert isinstance(mention.record, Figure)
    return mention.record


def taught(examples: list[Example]) -> Lesson:
    """The lesson that fits examples best: a regression, and trees on the pairs that it does not wave through."""
    names = sorted({name for example in examples for name in example.signs})
    table = np.array([[example.signs.get(name, 0.0) for name in names] for example in examples])
    same = np.array([example.same for example in examples], dtype=float)
    weights = _regression(names, table, same)
    likely = likelihoods(examples, Lesson(weights, ()))
    chosen = random.Random(1)
    counts = np.array(
        [
            1.0 if wanted or p > PLAIN else float(ONE_OF) * (chosen.random() < 1 / ONE_OF)
            for wanted, p in zip(same, likely, strict=True)
        ]
    )
    kept = counts > 0
    return Lesson(weights, tuple(trees(names, table[kept], same[kept], counts[kept])))


def _regression(names: list[str], table: np.ndarray, same: np.ndarray) -> dict[str, float]:
    """Logistic regression by Newton's method, on signs brought to one scale."""
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


def likelihoods(examples: Iterable[Example], lesson: Lesson) -> np.ndarray:
    """The likelihood of each example under a lesson."""
    return np.array([likelihood(example.signs, lesson) for example in examples])


def report(examples: list[Example], folds: Path | None) -> None:
    """Of pairs whose values are apart: how many that measure the same stay, how many others are left out."""
    columns = f"  at {LEAST}  at {SURE}"
    print(f"{'left out of the lesson':34} same{columns}   other{columns}")
    total = np.zeros(6, dtype=int)
    for story in sorted({example.story for example in examples}):
        lesson = taught([example for example in examples if example.story != story])
        if folds:
            _write(folds / f"{story}.json", lesson)
        held_out = [example for example in examples if example.story == story and example.apart]
        found = likelihoods(held_out, lesson)
        same = np.array([example.same for example in held_out])
        counts = [[sum(which), sum(found[which] >= LEAST), sum(found[which] >= SURE)] for which in (same, ~same)]
        row = np.array(counts).ravel()
        total += row
        print(f"{story[:34]:34} {row[0]:4} {row[1]:8} {row[2]:7} {row[3]:7} {row[4]:8} {row[5]:7}", flush=True)
    print(f"{'all':34} {total[0]:4} {total[1]:8} {total[2]:7} {total[3]:7} {total[4]:8} {total[5]:7}")


def _write(path: Path, lesson: Lesson) -> None:
    stored = {"weights": lesson.weights, "trees": list(lesson.trees)}
    lines = ",\n".join(json.dumps(tree) for tree in stored["trees"])
    text = f'{{"weights": {json.dumps(lesson.weights, indent=0, sort_keys=True)},\n"trees": [\n{lines}\n]}}\n'
    assert lesson_of(json.loads(text)) == lesson
    path.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--write", action="store_true", help="store the lesson for the engine")
    parser.add_argument("--folds", type=Path, help="store what all stories but one taught, for each of them")
    arguments = parser.parse_args()
    stories = {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(arguments.stories.glob("*.json"))
    }
    examples = examples_of(stories)
    if arguments.folds:
        arguments.folds.mkdir(parents=True, exist_ok=True)
    report(examples, arguments.folds)
    if arguments.write:
        _write(WEIGHTS, taught(examples))


if __name__ == "__main__":
    main()
