"""python -m bench.api [--scale MENTIONS] [--rounds N] [--json OUT]: what an answer of the API costs.

gunicorn with two processes on a fresh PostgreSQL that holds so many mentions, asked by a few connections at once. All
figures are ratios within one run, and what is compared takes turns, round by round:
status_ratio: requests a second of the status of a claim by its id, against an empty view on the same server.
not_modified_ratio: the same of claims asked for with `If-None-Match`, answered 304.
page_ratio: a page of fifty claims with articles and sources against the same by the framework's plain serializers.
match_p95_ms: one text of somebody else's against the verdicts on a tenth of the claims, one after the other, with the
models loaded; every text is another one.
"""

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.load import Address, at_percent, rate, request, times, wire
from bench.servers import product

FULL = 1_000_000
ROUNDS, SECONDS, WIRES = 7, 1.0, 4
ASKED = 200
WARM, WARMING = 20, 5.0
PAGE = "/api/v1/claims?limit=50&fields=id,kind,state,created_at&include=article,source"


@contextmanager
def served() -> Iterator[Address]:
    """gunicorn as the product runs it, with two processes; its address once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "factcheck.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    command += ["--threads", "8", "--config", "python:factcheck.serving", "--no-control-socket", "--keep-alive", "30"]
    given = {"DJANGO_SETTINGS_MODULE": "bench.api_settings", "ALLOWED_HOSTS": "localhost", "SECRET_KEY": "bench" * 12}
    given["API_RATE"] = "1000000"  # each request is counted as ever, and none is refused
    process = subprocess.Popen(command, env={**os.environ, **given}, stdout=subprocess.DEVNULL)
    address = ("127.0.0.1", port)
    try:
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(30)


def _wait(address: Address, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        try:
            with wire(address) as line:
                if line.ask(request("/bench/empty"))[0] == 200:
                    return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the web server does not answer")


def measured(size: int, rounds: int) -> dict[str, float]:
    """All figures. Needs `product()` around it."""
    from bench import desk, matching
    from bench.corpus import Corpus
    from claims.models import Claim
    from sources.enums import Scope
    from sources.services import keys

    head, checker, *_ = desk.people()
    began = time.perf_counter()
    corpus = Corpus()
    corpus.grow(size)
    print(f"{corpus.mentions:,} mentions stored after {time.perf_counter() - began:.0f} s", flush=True)
    key = keys.create(head, name="bench", scopes=[Scope.READ], by=head).plain
    last = Claim.objects.latest("pk").pk
    ids = list(Claim.objects.filter(pk__gt=last - 50 * ASKED).values_list("pk", flat=True)[::50])
    with served() as address:
        found = _rates(address, key, ids, rounds)
    began = time.perf_counter()
    print(f"{matching.check(checker, head):,} verdicts stored after {time.perf_counter() - began:.0f} s", flush=True)
    with served() as address:
        return found | _matched(address, [request(path, Authorization=f"Bearer {key}") for path in matching.paths()])


def _matched(address: Address, requests: list[bytes]) -> dict[str, float]:
    """Both processes load their models first: each of a few connections at once gets texts until all are warm."""
    for _ in range(2):
        rate(address, requests[:WARM], 200, seconds=WARMING, wires=WIRES)
    found = times(address, requests[WARM:])
    return {f"match_p{percent}_ms": round(at_percent(found, percent), 1) for percent in (50, 95)}


def _rates(address: Address, key: str, ids: list[int], rounds: int) -> dict[str, float]:
    say = {"Authorization": f"Bearer {key}"}
    paths = [f"/api/v1/claims/{claim}/status" for claim in ids]
    asked: dict[str, tuple[list[bytes], int]] = {
        "empty": ([request("/bench/empty")], 200),
        "status": ([request(path, **say) for path in paths], 200),
        "plain_page": ([request("/bench/claims", **say)], 200),
        "page": ([request(PAGE, **say)], 200),
    }
    if tagged := _tagged(address, [f"/api/v1/claims/{claim}" for claim in ids], say):
        asked["not_modified"] = (tagged, 304)
    found: dict[str, list[float]] = {name: [] for name in asked}
    for turn in range(rounds + 1):
        for name, (requests, status) in asked.items():
            got = rate(address, requests, status, seconds=SECONDS, wires=WIRES)
            if turn:  # the first round warms
                found[name].append(got)
    middle = {name: statistics.median(values) for name, values in found.items()}
    ratios = {
        "status_ratio": middle["status"] / middle["empty"],
        "page_ratio": middle["page"] / middle["plain_page"],
    }
    if "not_modified" in middle:
        ratios["not_modified_ratio"] = middle["not_modified"] / middle["empty"]
    return {f"{name}_per_second": round(value, 1) for name, value in middle.items()} | {
        name: round(value, 3) for name, value in ratios.items()
    }


def _tagged(address: Address, paths: list[str], say: dict[str, str]) -> list[bytes]:
    """The same requests with what each was tagged with; none where answers have no tag."""
    found = []
    with wire(address) as line:
        for path in paths:
            head = line.ask(request(path, **say))[1]
            tags = [one.split(b":", 1)[1].strip() for one in head.splitlines() if one.lower().startswith(b"etag:")]
            found += [request(path, **say, If_None_Match=tag.decode()) for tag in tags]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=int, default=FULL, metavar="MENTIONS")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    with product():
        found = measured(options.scale, options.rounds)
    for name, value in found.items():
        print(f"{name:28s} {value:>12}")
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
