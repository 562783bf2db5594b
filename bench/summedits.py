"""Version against version on SummEdits: is an edit that changes a fact told from one that only changes the words?

    python -m bench.summedits PATH [--json OUT] [--show N]

PATH holds the files `summedits_*.json`. original_summary is version 1, summary is version 2; a pair is flagged where
`compare_wording` finds a change of fact. Published figures are for the harder task (article against summary).
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from claims.engine.compare.wording import compare_wording

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _changes_a_number(row: dict[str, Any]) -> bool:
    return sorted(_NUMBER.findall(row["original_summary"])) != sorted(_NUMBER.findall(row["summary"]))


def measure(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Balanced accuracy, recall on inconsistent edits that change a number, false alarms on consistent edits."""
    seen: Counter[str] = Counter()
    for row in rows:
        flagged = bool(compare_wording(row["original_summary"], row["summary"]))
        consistent = row["label"] == 1
        seen.update(consistent=consistent, inconsistent=not consistent)
        seen.update(false_alarm=flagged and consistent, caught=flagged and not consistent)
        if not consistent and _changes_a_number(row):
            seen.update(number=1, number_caught=flagged)
    false_alarms = seen["false_alarm"] / max(1, seen["consistent"])
    recall = seen["caught"] / max(1, seen["inconsistent"])
    return {
        "pairs": len(rows),
        "balanced_accuracy": round((recall + 1 - false_alarms) / 2, 4),
        "recall": round(recall, 4),
        "number_edit_recall": round(seen["number_caught"] / max(1, seen["number"]), 4),
        "false_alarm_rate": round(false_alarms, 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    files = sorted(arguments.path.glob("summedits_*.json"))
    parts = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}
    result = {name: measure(rows) for name, rows in parts.items()}
    total = measure([row for rows in parts.values() for row in rows])
    for name, figures in [*result.items(), ("all", total)]:
        print(f"{name:26s}", "  ".join(f"{key} {value}" for key, value in figures.items()))
    if arguments.json:
        arguments.json.write_text(json.dumps({**total, "domains": result}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
