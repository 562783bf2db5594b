"""python -m bench [--newsquant PATH] [--polnear PATH] [--summedits PATH] [--equate PATH] ... [--baseline] [--scale N]

Prints every figure that can be measured here beside the baseline: the gold stories through the whole product, with and
without the extraction, how articles fall into stories, speed and memory, the pages that a desk lives on, the peers
where they are installed, and each public benchmark whose path is given. --baseline writes what was measured into
bench/baseline.json.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
BASELINE = HERE / "baseline.json"
# Each measure is a process of its own, so that no one's memory or cache is another's.
ALWAYS = {
    "stories": ("bench.stories",),
    "gold_claims": ("bench.stories", "--gold-claims"),
    "grouping": ("bench.same_story",),
    "speed": ("bench.speed",),
    "pages": ("bench.pages",),
    "peers": ("bench.peers",),
}
WITH_PATH = ("newsquant", "polnear", "equate", "recognizers", "quantulum", "summedits")


def measured(options: argparse.Namespace) -> Iterator[tuple[str, dict[str, float]]]:
    """The figures of each measure, as soon as they are there."""
    for name, (module, *more) in ALWAYS.items():
        yield name, _run(module, *more)
    for name in WITH_PATH:
        if path := getattr(options, name):
            yield name, _run(f"bench.{name}", str(path))
    if options.scale:
        yield "scale", _run("bench.scale", str(options.scale))
        yield "api", _run("bench.api", "--scale", str(options.scale))


def _run(module: str, *arguments: str) -> dict[str, float]:
    """The figures that a module writes with --json; none, and its last words on the screen, where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        command = [sys.executable, "-m", module, *arguments, "--json", str(out)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        if ended.returncode:
            print(f"{module}: {ended.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
            return {}
        found = json.loads(out.read_text(encoding="utf-8"))
    return {name: value for name, value in found.items() if isinstance(value, int | float)}


def _print(name: str, found: dict[str, float], before: dict[str, float]) -> None:
    print(f"\n{name:44s} {'now':>12s} {'baseline':>12s}")
    for key, value in found.items():
        held = f"{before[key]:12.3f}" if key in before else f"{'':12s}"
        print(f"  {key:42s} {value:12.3f} {held}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in WITH_PATH:
        parser.add_argument(f"--{name}", type=Path, metavar="PATH")
    parser.add_argument("--scale", type=int, metavar="MENTIONS")
    parser.add_argument("--baseline", action="store_true")
    options = parser.parse_args()
    baseline = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    for name, found in measured(options):
        _print(name, found, baseline.get(name, {}))
        if found and options.baseline:
            baseline[name] = found
            BASELINE.write_text(json.dumps(baseline, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
