"""A content system asks before it publishes: DESK=http://127.0.0.1:8000 KEY=fcw_... python cms_gate.py TITLE TEXT_FILE

Prints what stands in the way and ends with 1, or ends with 0. Needs `pip install ./clients/python`.
"""

import os
import sys
import time
from pathlib import Path

from factcheck_client import Client


def gate(desk: Client, title: str, text: str, *, patience: float = 60.0) -> list[str]:
    """What has to be looked at before the text goes out; nothing, and it may go. The desk records nothing of it."""
    found = desk.gate(title=title, text=text, source="Our paper")
    until = time.monotonic() + patience
    while found["poll"] and time.monotonic() < until:
        time.sleep(0.5)
        found = desk.gate_job(found["job"]["id"])
    if found["answer"] is None:
        return ["The desk has not read the text yet. Ask again later."]
    if found["answer"] != "stop":
        return []
    return [f"{claim['text']}: {claim['summary']}" for claim in found["claims"]]


if __name__ == "__main__":
    with Client(os.environ["DESK"], os.environ["KEY"]) as desk:
        reasons = gate(desk, sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8"))
    print("\n".join(reasons) or "Go.")
    sys.exit(bool(reasons))
