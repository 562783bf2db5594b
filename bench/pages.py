"""python -m bench.pages [CLAIMS] [--json OUT]: what the two pages that a desk lives on cost.

On a fresh PostgreSQL, through the whole stack of middleware, in this process: the article page with 300 mentions, with
and without a chosen claim, and the queue, fifty claims of 100,000, in each of its views. Times are of the server alone,
medians of many rounds; bytes are those of the HTML as it leaves the process. The number of queries of a queue page is
the same for one claim, for three, and for all of them, or this fails.
"""

import argparse
import json
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.servers import product

CLAIMS = 100_000
MENTIONS = 300
FLAGS = 1_000
ROUNDS = 40
WARM = 5
# The view that the target is for, and the others: the slowest of them is told too.
QUEUE = "/queue/?view=open"
SEARCH = "/queue/?view=open&q=bridges+were+closed"


def measured(size: int) -> dict[str, float]:
    """The figures of both pages. Needs `product()` around it."""
    from django.core.management import call_command
    from django.test import Client

    from bench import desk
    from bench.corpus import Corpus
    from claims.models import Claim
    from claims.queries.queue import View

    call_command("collectstatic", verbosity=0, interactive=False)
    head, *checkers = desk.people()
    Corpus().grow(size)
    desk.at_work(checkers, FLAGS)
    version = desk.article(MENTIONS, "Tidewater Ledger")
    desk.article(1, "One claim"), desk.article(3, "Three claims")
    client = Client(HTTP_HOST="localhost")
    client.force_login(head)
    address = f"/articles/{version.article_id}/"
    found = _page(client, "article", address)
    chosen = Claim.objects.filter(article=version.article_id).order_by("pk").first()
    found |= _page(client, "article_claim", f"{address}?claim={chosen and chosen.pk}")
    found |= _page(client, "queue", QUEUE)
    views = {view: statistics.median(_times(client, f"/queue/?view={view}", ROUNDS // 4)) for view in View}
    print("views of the queue: " + ", ".join(f"{view} {took:.1f} ms" for view, took in views.items()))
    found["queue_slowest_view_ms"] = round(max(views.values()), 1)
    found["queue_search_ms"] = round(statistics.median(_times(client, SEARCH, ROUNDS // 4)), 1)
    found["queue_queries"] = _the_same(
        {narrow: _queries(client, f"{QUEUE}{narrow}") for narrow in ("&source=One+claim", "&source=Three+claims", "")}
    )
    return found


def _page(client: Any, name: str, address: str) -> dict[str, float]:
    """Times and bytes of one page."""
    took = _times(client, address, ROUNDS)
    return {
        f"{name}_ms": round(statistics.median(took), 1),
        f"{name}_p95_ms": round(statistics.quantiles(took, n=20, method="inclusive")[-1], 1),
        f"{name}_bytes": len(_got(client, address).content),
    }


def _times(client: Any, address: str, rounds: int) -> list[float]:
    """Milliseconds of each round, caches warm."""
    for _ in range(WARM):
        _got(client, address)
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        _got(client, address)
        took.append((time.perf_counter() - began) * 1_000)
    return took


def _got(client: Any, address: str) -> Any:
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    return answer


def _queries(client: Any, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        _got(client, address)
    return len(captured)


def _the_same(counts: dict[str, int]) -> int:
    if len(set(counts.values())) != 1:
        raise SystemExit(f"The number of queries is not constant: {counts}")
    return next(iter(counts.values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", nargs="?", type=int, default=CLAIMS)
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VAR_DIR"] = folder  # the static files as they are deployed, hashed names and all
        with product():
            found = measured(options.claims)
    for name, value in found.items():
        print(f"{name:36s} {value:>12}")
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
