"""Does one passage support or contradict the numbers of another: EQUATE with the comparison engine alone.

    python -m bench.equate PATH [--json OUT]

PATH holds `StressTest.csv`, `AWPNLI.csv`, `RTE_Quant.csv` with the columns premise, hypothesis, label. Nothing is
trained on them. RTE-Quant is entailment against the rest, AWPNLI entailment against contradiction, StressTest has all
three.
"""

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

from claims.engine.compare.support import compare_support
from claims.enums import Answer

SETS = ("StressTest", "AWPNLI", "RTE_Quant")
LABELS = {Answer.AGREES: "entailment", Answer.CONTRADICTS: "contradiction"}


def predicted(name: str, premise: str, hypothesis: str) -> str:
    """The label that the engine's answer stands for in a set."""
    answer, _ = compare_support(premise, hypothesis)
    label = LABELS.get(answer, "neutral")
    if name == "RTE_Quant" and label != "entailment":
        return "neutral"
    if name == "AWPNLI" and label == "neutral":
        return "contradiction"
    return label


def accuracy(path: Path) -> tuple[float, int, Counter[tuple[str, str]]]:
    """Accuracy, rows and the confusions (label, prediction) of one set."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    seen: Counter[tuple[str, str]] = Counter(
        (row["label"], predicted(path.stem, row["premise"], row["hypothesis"])) for row in rows
    )
    right = sum(count for (label, guess), count in seen.items() if label == guess)
    return right / max(1, len(rows)), len(rows), seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    result = {}
    for name in SETS:
        share, rows, seen = accuracy(arguments.path / f"{name}.csv")
        result[name] = round(100 * share, 2)
        print(f"{name:12s} accuracy {100 * share:6.2f} of {rows} rows  ", dict(sorted(seen.items())))
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
