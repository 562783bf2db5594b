"""python -m bench.stories [DIR] [--json OUT]: gold stories through the whole product, scored."""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from bench.score import score
from bench.servers import product

GOLD = Path(__file__).resolve().parent / "gold"


def measured(folder: Path, *, gold_claims: bool = False) -> dict[str, Any]:
    """The scores of the product on a folder of gold stories, as `score.py` gives them. Needs `product()` around it."""
    from django.core.management import call_command

    with tempfile.TemporaryDirectory() as out:
        call_command("evaluate", "stories", folder, output=Path(out), gold_claims=gold_claims, verbosity=0)
        return score(folder, out)


def figures(result: dict[str, Any]) -> dict[str, float]:
    """The figures that the baseline holds."""
    found: dict[str, float] = {}
    for kind in ("figure", "quote", "attribution"):
        found[f"{kind}_f1"] = result["claims"][kind]["f1"]
        for slot, share in result["slots"].get(kind, {}).items():
            found[f"{kind}_{slot}"] = share
    for scope, row in result["contradictions_by_scope"].items():
        found[f"contradictions_{scope}_f1"] = row["f1"]
    found["relation_accuracy"] = result["relation_accuracy"] or 0.0
    found["compatible_false_alarms"] = result["compatible_false_alarm_rate"] or 0.0
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--gold-claims", action="store_true", help="the comparison alone, on the claims of the files")
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    with product():
        found = figures(measured(options.folder, gold_claims=options.gold_claims))
    for name, value in found.items():
        print(f"{name:44s} {value:7.3f}")
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
