"""Teaches the reader of two sentences, `claims/engine/weights/same_measure_reader`. Needs torch and onnx besides.

    python -m bench.teach_reader BASE STORIES... --out FOLDER [--hold NAMES] [--rounds N]

Examples are of two kinds. `bench/wordings` has invented events, each with measures that are easily taken for one
another, each of these as several newsrooms would word it: two wordings of one measure count the same, wordings of two
do not. Of the gold stories in STORIES come the pairs of `bench.same_measure` that are at odds, and of those that do not
measure the same the ones that share most words. BASE is an ONNX file of a BERT cross-encoder to begin with. Names under
--hold teach nothing: with them the worth of the answer beside the signs is fitted (`claims/engine/compare/odds.py`).
Some twenty minutes on two cores.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch

from bench.pairs import versions_of
from bench.reader_model import Reader, batch, store
from bench.same_measure import judged_pairs
from claims.engine.compare.reader import Pieces, marked, marked_in

WORDINGS = Path(__file__).parent / "wordings"
# A number within the brackets of a wording, which hold its unit too.
NUMBER = re.compile(
    r"[$£€]?\d[\d,.]*\d|[$£€]?\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozens?|no|none|nobody|half|thirds?|quarters?"
    r"|fifths?|sixths?|eighths?|tenths?|a)\b",
    re.IGNORECASE,
)
# Of each measure so many pairs that count the same, for each of them so many that do not; of the stories likewise.
SAME_OF_MEASURE, OTHERS, OTHERS_OF_STORY = 4, 2, 3
TOGETHER = 32
SPEED, SPEED_OF_HEAD = 3e-4, 1.5e-3
WARM_UP = 60
# The layers that stay as they are: the lower ones know the language.
LEFT_ALONE = 3
# Answers that are nearly sure; a model that is asked for certainty gives it where it is wrong too.
SURELY = 0.97


@dataclass(frozen=True, slots=True)
class Example:
    """Two marked sentences, and whether their figures count the same."""

    a: Pieces
    b: Pieces
    same: bool


def of_wordings(chosen: random.Random) -> Iterator[Example]:
    """Examples of the invented events."""
    for path in sorted(WORDINGS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            measures = [[_marked(one) for one in measure["wordings"]] for measure in json.loads(line)["measures"]]
            for number, own in enumerate(measures):
                others = [one for at, other in enumerate(measures) if at != number for one in other]
                pairs = [(x, y) for at, x in enumerate(own) for y in own[:at]]
                for x, y in chosen.sample(pairs, min(SAME_OF_MEASURE, len(pairs))):
                    yield Example(x, y, True)
                    for _ in range(OTHERS):
                        yield Example(chosen.choice(own), chosen.choice(others), False)


def _marked(wording: str) -> Pieces:
    start, end = wording.index("[["), wording.index("]]") - 2
    text = wording.replace("[[", "").replace("]]", "")
    number = NUMBER.search(text, start, end)
    found = marked_in(text, *(number.span() if number else (start, end)), "en")
    if not found:
        raise ValueError(f"Nothing to mark in: {wording}")
    return found


def of_stories(paths: list[Path], chosen: random.Random) -> Iterator[Example]:
    """Examples of gold stories, of their claims as the gold gives them and as the extraction reads them."""
    for path in paths:
        story = json.loads(path.read_text(encoding="utf-8"))
        found: dict[tuple[Pieces, Pieces], bool] = {}
        for extracts in (False, True):
            for a, b, same, apart in judged_pairs(story, versions_of(story, extracts)):
                pair = marked(a), marked(b)
                if all(pair) and (apart or same):
                    found[pair] = found.get(pair, False) or same
        alike = [pair for pair, same in found.items() if same]
        others = sorted((pair for pair, same in found.items() if not same), key=_shared, reverse=True)
        others = others[: 2 * OTHERS_OF_STORY * len(alike)]
        yield from (Example(*pair, True) for pair in alike)
        yield from (Example(*pair, False) for pair in chosen.sample(others, len(others) // 2))


def _shared(pair: tuple[Pieces, Pieces]) -> float:
    first, second = set(pair[0]), set(pair[1])
    return len(first & second) / min(len(first), len(second))


def teach(reader: Reader, examples: list[Example], rounds: int, chosen: random.Random) -> None:
    """Teaches a reader in place, and prints how far it is and how wrong it was of late."""
    learning = [
        {"params": reader.taught(LEFT_ALONE), "lr": SPEED},
        {"params": [*reader.head.parameters(), reader.signs], "lr": SPEED_OF_HEAD},
    ]
    steps = rounds * (len(examples) // TOGETHER)
    optimiser = torch.optim.AdamW(learning, weight_decay=0.01)
    course = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / WARM_UP) * max(0.02, 1 - step / steps)
    )
    reader.train()
    for step in range(steps):
        drawn = chosen.sample(examples, TOGETHER)
        pairs = [(one.a, one.b) if chosen.random() < 0.5 else (one.b, one.a) for one in drawn]
        wanted = torch.tensor([SURELY if one.same else 1 - SURELY for one in drawn])
        with torch.autocast("cpu", torch.bfloat16):
            answers = reader(*batch(pairs))
        wrong = torch.nn.functional.binary_cross_entropy_with_logits(answers.float(), wanted)
        optimiser.zero_grad()
        wrong.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        course.step()
        if step % 50 == 0:
            print(f"{step} of {steps}: {wrong.item():.3f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hold", default="", help="names of stories that teach nothing, parted by commas")
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    chosen = random.Random(1)
    torch.manual_seed(1)
    held = set(arguments.hold.split(","))
    paths = [path for folder in arguments.stories for path in sorted(folder.glob("*.json")) if path.stem not in held]
    examples = [*of_wordings(chosen), *of_stories(paths, chosen)]
    print(f"{len(examples)} examples, {sum(one.same for one in examples)} of one measure", flush=True)
    reader = Reader(arguments.base)
    teach(reader, examples, arguments.rounds, chosen)
    store(reader, arguments.out / "model-int8.onnx")


if __name__ == "__main__":
    main()
