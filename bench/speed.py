"""python -m bench.speed [DIR] [--json OUT]: how long reading takes, as ratios taken in one run on one machine.

extract_to_parse: the whole extraction against spaCy's bare parse of the same texts. peers_to_extract: quantulum3 and
textacy's quotations against the extraction; above 1 the engine is faster; missing without requirements/bench.txt.
edit_to_full: a text of forty sentences with one changed, against its first reading. worker_mb: resident memory of a
process that has the model loaded and has read every text. Timed is the last version of every other document: those
before it say much the same. Each ratio is the median of rounds in turn, A B A B, in this process's own time on the
processor, which other work on the machine hardly moves; all of it runs in one thread.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.stories import GOLD

ROUNDS = 5
SENTENCES = 40


def texts(folder: Path, *, versions: slice = slice(None)) -> list[str]:
    """The texts of every document of every story, version by version, or of some of its versions."""
    stories = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [v["text"] for story in stories for document in story["documents"] for v in document["versions"][versions]]


def measured(folder: Path) -> dict[str, float]:
    """The figures, by name."""
    from claims.engine.extract import extract
    from claims.engine.parse import BATCH, model

    bodies = texts(folder, versions=slice(-1, None))[::2]
    parser = model("en")

    def parsed() -> None:
        for _ in parser.pipe(bodies, batch_size=BATCH):
            pass

    def extracted() -> None:
        for body in bodies:
            extract(body)

    found = {"extract_to_parse": ratio(extracted, parsed)}
    if find_spec("quantulum3") and find_spec("textacy"):
        found["peers_to_extract"] = ratio(_peers(bodies), extracted, rounds=3)
    found["edit_to_full"] = _edit_to_full(bodies)
    found["worker_mb"] = _worker_mb(folder)
    return found


def ratio(first: Callable[[], Any], second: Callable[[], Any], *, rounds: int = ROUNDS) -> float:
    """The median over rounds of the time of the first against the second, after one round of each unmeasured."""
    first()
    second()
    return round(statistics.median(_seconds(first) / _seconds(second) for _ in range(rounds)), 3)


def _seconds(act: Callable[[], Any]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def _peers(bodies: Sequence[str]) -> Callable[[], None]:
    from bench.peers import quantulum_claims, textacy_claims

    def ran() -> None:
        for body in bodies:
            quantulum_claims(body)
            textacy_claims(body)

    return ran


def _edit_to_full(bodies: Sequence[str]) -> float:
    from claims.engine.extract import extract
    from claims.engine.records import Span
    from claims.engine.sentences import sentences

    cut = [span.of(body) for body in bodies for span in sentences(body, Span(0, len(body)), "en")]
    whole = list(dict.fromkeys(sentence for sentence in cut if "\n" not in sentence))[:SENTENCES]
    edited = [*whole[:20], "The harbour master counted 17 boats that morning.", *whole[21:]]
    before, after = "\n\n".join(whole), "\n\n".join(edited)
    kept = extract(before).parse
    return ratio(lambda: extract(after, previous=kept), lambda: extract(after), rounds=4 * ROUNDS)


def _worker_mb(folder: Path) -> float:
    code = (
        "import resource, sys; from pathlib import Path; from bench.speed import texts; "
        "from claims.engine.extract import extract; [extract(body) for body in texts(Path(sys.argv[1]))]; "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    answer = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    return round(float(answer.stdout), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    found = measured(options.folder)
    for name, value in found.items():
        print(f"{name:32s} {value:8.3f}")
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
