"""A content system asks before it publishes: DESK=http://127.0.0.1:8000 KEY=fcw_... python cms_gate.py TITLE TEXT_FILE

Prints what stands in the way and ends with 1, or ends with 0. Needs `pip install ./clients/python`.
"""

import os
import sys
import time
from pathlib import Path

from factcheck_client import Client


def gate(desk: Client, title: str, text: str, *, patience: float = 60.0) -> list[str]:
    """What has to be looked at before the text goes out; nothing, and it may go."""
    article = desk.add_article(title=title, text=text, source="Our paper")["id"]
    until = time.monotonic() + patience
    while not (found := desk.status(article=article))["text"]["processed"]:
        if time.monotonic() > until:
            return ["The desk has not read the text yet. Ask again later."]
        time.sleep(0.5)
    unsafe = [claim for claim in found["claims"] if not claim["checked"] or claim["conflicts"]["count"]]
    return [f"{claim['words']['text']}: {claim['summary']}" for claim in unsafe]


if __name__ == "__main__":
    with Client(os.environ["DESK"], os.environ["KEY"]) as desk:
        reasons = gate(desk, sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8"))
    print("\n".join(reasons) or "Go.")
    sys.exit(bool(reasons))
