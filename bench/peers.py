"""python -m bench.peers [DIR] [--json OUT]: quantulum3 and textacy beside the engine, on the same gold stories.

Accuracy by the rules of `bench/score.py` as far as a peer can answer: quantulum3 finds values, textacy finds quotations
and their speakers. Needs requirements/bench.txt.
"""

import argparse
import json
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.score import score
from bench.stories import GOLD

Claims = list[dict[str, Any]]


def quantulum_claims(text: str) -> Claims:
    """Figures as quantulum3 finds them: a value, or two where it sees a range."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser

        # Its trained classifier does not load with the scikit-learn of today; this is its own way without one.
        classifier.USE_CLF = False
        found = parser.parse(text)
    return [
        {
            "kind": "figure",
            "start": quantity.span[0],
            "end": quantity.span[1],
            "claimant": None,
            "figure": {"low": quantity.value, "high": quantity.value, "unit": quantity.unit.name},
        }
        for quantity in found
    ]


def textacy_claims(text: str) -> Claims:
    """Quotes as textacy finds them, with their speakers."""
    from textacy.extract import direct_quotations

    from claims.engine.parse import model

    found = []
    doc = model("en")(text)
    try:
        for quotation in direct_quotations(doc):
            start, end = quotation.content.start_char, quotation.content.end_char
            speaker = " ".join(token.text for token in quotation.speaker)
            found.append({"kind": "quote", "start": start, "end": end, "claimant": speaker or None})
    except ValueError:  # it refuses a text with an odd number of quotation marks
        pass
    return found


def measured(folder: Path) -> dict[str, float]:
    """F1 of each peer on its kind, and the share of its quotes with the right speaker."""
    figures = _scored(folder, quantulum_claims)
    quotes = _scored(folder, textacy_claims)
    return {
        "quantulum3_figure_f1": figures["claims"]["figure"]["f1"],
        "textacy_quote_f1": quotes["claims"]["quote"]["f1"],
        "textacy_quote_claimant": quotes["slots"].get("quote", {}).get("claimant", 0.0),
    }


def _scored(folder: Path, find: Callable[[str], Claims]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as out:
        for path in sorted(folder.glob("*.json")):
            story = json.loads(path.read_text(encoding="utf-8"))
            prediction = {"claims": list(_numbered(story, find)), "contradictions": []}
            Path(out, path.name).write_text(json.dumps(prediction), encoding="utf-8")
        return score(folder, out)


def _numbered(story: dict[str, Any], find: Callable[[str], Claims]) -> Iterator[dict[str, Any]]:
    number = 0
    for document in story["documents"]:
        for version in document["versions"]:
            for claim in find(version["text"]):
                number += 1
                yield {"id": str(number), "document": document["id"], "version": version["number"], **claim}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    found = measured(options.folder)
    for name, value in found.items():
        print(f"{name:32s} {value:7.3f}")
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
