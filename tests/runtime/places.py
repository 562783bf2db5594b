"""Folders to start servers in, and what can be seen of them from outside."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.servers import new_folder

CHECKOUT = Path(__file__).resolve().parents[2]
AS_ROOT = os.geteuid() == 0

# Starts servers, says so, and waits to be killed or told to end.
HOLDER = """
import sys
from pathlib import Path
from factcheck import embedded
from factcheck.embedded import processes
exec(sys.argv[2])
with embedded.servers(Path(sys.argv[1]), durable=False) as running:
    print(running.database_url, flush=True)
    sys.stdin.read()
"""


def fresh_var() -> Iterator[Path]:
    """A `var/` that does not exist yet, in a folder that is removed afterwards."""
    folder = new_folder()
    yield folder / "var"
    shutil.rmtree(folder)


def holder(var: Path, *, before: str = "") -> subprocess.Popen[str]:
    """Another process that has started servers in this `var/`, after running a line of its own."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(var), before],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline().startswith("postgres://")
    return child


def permissions(*roots: Path, without: Path) -> dict[str, tuple[int, int, int]]:
    """Mode, owner and group of the roots, and of all above and below them that is not in `without`."""
    paths = {above for root in roots for above in (root, *root.parents)}
    for root in roots:
        paths |= set(root.rglob("*"))
    seen = {}
    for path in sorted(paths):
        if not path.is_relative_to(without):
            found = path.lstat()
            seen[str(path)] = (stat.S_IMODE(found.st_mode), found.st_uid, found.st_gid)
    return seen
