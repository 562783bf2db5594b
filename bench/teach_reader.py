"""Teaches the reader of two sentences, `claims/engine/weights/same_measure_reader`. Needs torch and onnx besides.

    python -m bench.teach_reader STORIES... --out FOLDER [--hold NAMES] [--minutes N]

Examples are of two kinds. `bench/wordings` has invented events, each with measures that are easily taken for one
another, each of these as several newsrooms would word it: two wordings of one measure count the same, wordings of two
do not. Of the gold stories in STORIES come the pairs of `bench.same_measure` that are at odds or measure the same. A
step takes one event, or a part of one story: each sentence is seen once and held against all the others. Names under
--hold teach nothing: with them the worth of the answer beside the signs is fitted (`claims/engine/compare/odds.py`).
The network begins as the encoder that the engine has for whole sentences.
"""

import argparse
import json
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch

from bench.pairs import versions_of
from bench.reader_model import Reader, store
from bench.same_measure import judged_pairs
from claims.engine.compare.reader import CLOSE, HIDDEN, OPEN, Pieces, marked, marked_in

BASE = Path(__file__).parent.parent / "claims" / "engine" / "weights" / "minilm_l6_v2" / "model-int8.onnx"
WORDINGS = Path(__file__).parent / "wordings"
# A number within the brackets of a wording, which hold its unit too.
NUMBER = re.compile(
    r"[$£€]?\d[\d,.]*\d|[$£€]?\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozens?|no|none|nobody|half|thirds?|quarters?"
    r"|fifths?|sixths?|eighths?|tenths?|a)\b",
    re.IGNORECASE,
)
# A number of dollars is not held against one of days, nor a share against a count, but now and then.
KINDS = {
    "money": r"[$£€]|dollar|euro|pound|crown|franc|peso|rupee|krona|cents?\b",
    "ratio": r"%|per ?cent|half|third|quarter|fifth|tenth|in \w+\b|point",
    "time": r"hour|minute|day|week|month|year|second|decade",
    "length": r"metre|meter|km|kilomet|mile|feet|foot|inch|tonne|ton\b|kg|hectare|acre|litre|gallon|degree",
}
OTHER_KIND = 0.08
# So many sentences a step, of a story's pairs so many that are alike and so many that are not; a step in so many is of
# a story.
TOGETHER, ALIKE, UNLIKE = 44, 120, 300
OF_STORIES = 0.3
SPEED, SPEED_OF_NEW = 1.5e-4, 7.5e-4
WARM_UP = 60
# A piece in so many is hidden, so that no single word decides.
HIDE = 0.06
# Answers that are nearly sure; a model that is asked for certainty gives it where it is wrong too.
SURELY = 0.98

Pair = tuple[int, int, bool]


@dataclass(frozen=True, slots=True)
class Lot:
    """Marked sentences, and pairs of them by their places that do or do not count the same."""

    sentences: list[Pieces]
    pairs: list[Pair]


class Events:
    """Invented events, drawn in turn."""

    def __init__(self, folder: Path) -> None:
        lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
        self._all = [_wordings(json.loads(line)) for line in lines]
        self._left: list[list[tuple[Pieces, str, int]]] = []

    def draw(self, chosen: random.Random) -> Lot:
        """One event: as many of its measures as there is room for, each with all of its wordings."""
        if not self._left:
            self._left = chosen.sample(self._all, len(self._all))
        wordings = self._left.pop()
        measures = chosen.sample(sorted({measure for *_, measure in wordings}), len({one[2] for one in wordings}))
        taken: list[tuple[Pieces, str, int]] = []
        for measure in measures:
            taken += [one for one in wordings if one[2] == measure] if len(taken) < TOGETHER else []
        pairs = [
            (i, j, one[2] == other[2])
            for i, one in enumerate(taken)
            for j, other in enumerate(taken[:i])
            if one[1] == other[1] or one[2] == other[2] or chosen.random() < OTHER_KIND
        ]
        return Lot([one for one, *_ in taken], pairs)


def _wordings(event: dict[str, list[dict[str, list[str]]]]) -> list[tuple[Pieces, str, int]]:
    """The wordings of an event: marked, with the kind of number and the place of the measure in the event."""
    told = [(number, one) for number, measure in enumerate(event["measures"]) for one in measure["wordings"]]
    return [(_marked(wording), _kind(wording), number) for number, wording in told]


def _kind(wording: str) -> str:
    inside, _, behind = wording.partition("[[")[2].partition("]]")
    told = f"{inside} {behind[:12]}".lower()
    return next((kind for kind, words in KINDS.items() if re.search(words, told)), "count")


def _marked(wording: str) -> Pieces:
    start, end = wording.index("[["), wording.index("]]") - 2
    text = wording.replace("[[", "").replace("]]", "")
    number = NUMBER.search(text, start, end)
    found = marked_in(text, *(number.span() if number else (start, end)), "en")
    if not found:
        raise ValueError(f"Nothing to mark in: {wording}")
    return found


class Stories:
    """Gold stories, drawn by chance."""

    def __init__(self, paths: list[Path]) -> None:
        self._all = [judged for path in paths if any((judged := _judged(path)).values())]

    def draw(self, chosen: random.Random) -> Lot:
        """Some sentences of one story that have another of the same measure, with those and some that have not."""
        judged = chosen.choice(self._all)
        beside: dict[Pieces, dict[Pieces, bool]] = {}
        for (a, b), same in judged.items():
            beside.setdefault(a, {})[b] = beside.setdefault(b, {})[a] = same
        told = [one for one, others in beside.items() if any(others.values())]
        taken: dict[Pieces, None] = {}
        while len(taken) < TOGETHER / 2 and told:
            one = told.pop(chosen.randrange(len(told)))
            for wanted, most in ((True, 2), (False, 3)):
                others = [other for other, same in beside[one].items() if same is wanted]
                taken |= dict.fromkeys([one, *chosen.sample(others, min(most, len(others)))])
        sentences = list(taken)
        pairs = [
            (i, j, beside[one][other])
            for i, one in enumerate(sentences)
            for j, other in enumerate(sentences[:i])
            if other in beside[one]
        ]
        return Lot(sentences, pairs)


def _judged(path: Path) -> dict[tuple[Pieces, Pieces], bool]:
    """Pairs of a story's figures, as the gold gives them and as the extraction reads them."""
    story = json.loads(path.read_text(encoding="utf-8"))
    found: dict[tuple[Pieces, Pieces], bool] = {}
    for extracts in (False, True):
        for a, b, same, apart in judged_pairs(story, versions_of(story, extracts)):
            pair = marked(a), marked(b)
            if all(pair) and (apart or same):
                found[pair] = found.get(pair, False) or same
    return found


def teach(reader: Reader, lots: Iterator[Lot], minutes: float, chosen: random.Random) -> None:
    """Teaches a reader in place for so long, and prints how wrong it was of late."""
    new = [*reader.comparison.parameters(), *reader.sight.piece.parameters(), *reader.sight.weight.parameters()]
    new += [*reader.sight.whole.parameters(), reader.sight.signs]
    own = list(reader.sight.layers.parameters())
    optimiser = torch.optim.AdamW(
        [{"params": own, "lr": SPEED}, {"params": new, "lr": SPEED_OF_NEW}], weight_decay=0.01
    )
    speeds = [group["lr"] for group in optimiser.param_groups]
    begun, step, late = time.monotonic(), 0, 0.0
    reader.train()
    while (spent := (time.monotonic() - begun) / 60 / minutes) < 1:
        step += 1
        for group, speed in zip(optimiser.param_groups, speeds, strict=True):
            group["lr"] = speed * min(1.0, step / WARM_UP) * max(0.03, 1 - spent)
        wrong = _wrong(reader, next(lots), chosen)
        optimiser.zero_grad()
        wrong.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        late = 0.98 * late + 0.02 * wrong.item()
        if step % 50 == 0:
            print(f"{step} steps, {spent:.0%}: {late / (1 - 0.98**step):.3f}", flush=True)


def _wrong(reader: Reader, lot: Lot, chosen: random.Random) -> torch.Tensor:
    """How wrong the reader is on some pairs of a lot; those that are alike, fewer, count more."""
    by_answer = {wanted: [pair for pair in lot.pairs if pair[2] is wanted] for wanted in (True, False)}
    drawn = by_answer[True][:ALIKE] + chosen.sample(by_answer[False], min(UNLIKE, len(by_answer[False])))
    same = torch.tensor([pair[2] for pair in drawn])
    hidden = [tuple(_hidden(piece, chosen) for piece in sentence) for sentence in lot.sentences]
    with torch.autocast("cpu", torch.bfloat16):
        answers = reader(hidden, torch.tensor([i for i, *_ in drawn]), torch.tensor([j for _, j, _ in drawn]))
    share = (~same).sum() / same.sum().clamp(min=1)
    weights = torch.where(same, (0.3 * share).clamp(0.5, 4.0), 1.0)
    wanted = torch.where(same, SURELY, 1 - SURELY)
    wrong = torch.nn.functional.binary_cross_entropy_with_logits(answers.float(), wanted, reduction="none")
    return (wrong * weights).sum() / weights.sum()


def _hidden(piece: int, chosen: random.Random) -> int:
    return HIDDEN if piece not in (OPEN, CLOSE) and chosen.random() < HIDE else piece


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hold", default="", help="names of stories that teach nothing, parted by commas")
    parser.add_argument("--minutes", type=float, default=50)
    arguments = parser.parse_args()
    chosen = random.Random(1)
    torch.manual_seed(1)
    held = set(arguments.hold.split(","))
    paths = [path for folder in arguments.stories for path in sorted(folder.glob("*.json")) if path.stem not in held]
    events, stories = Events(WORDINGS), Stories(paths)
    reader = Reader(BASE)
    lots = iter(lambda: (stories if chosen.random() < OF_STORIES else events).draw(chosen), None)
    teach(reader, lots, arguments.minutes, chosen)
    store(reader, arguments.out)


if __name__ == "__main__":
    main()
