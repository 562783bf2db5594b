"""The servers that the tests run against: real ones, started once for the whole run.

`tests.settings` calls `provide()` before Django reads its settings. With pytest-xdist that is first the
controller, whose environment the workers inherit, so all of them share one pair of servers: each worker
has a database of its own in PostgreSQL (pytest-django names it) and one in Redis (here).
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from factcheck import embedded
from factcheck.embedded.processes import is_alive

PREFIX = "factcheck-tests-"
# The folder of the servers that this process has started; none where it was given some.
ours: Path | None = None


def provide() -> None:
    """Sets DATABASE_URL and REDIS_URL to servers that end with this process, where they are not set."""
    global ours  # noqa: PLW0603  # a process provides once
    if not {"DATABASE_URL", "REDIS_URL"} <= os.environ.keys():
        remove_leftovers()
        folder = ours = new_folder()
        running = embedded.start(folder / "var", durable=False)
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        atexit.register(running.stop)
        os.environ.setdefault("DATABASE_URL", running.database_url)
        os.environ.setdefault("REDIS_URL", running.redis_url)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw")
    if worker and os.environ["REDIS_URL"].endswith("?db=0"):
        os.environ["REDIS_URL"] = os.environ["REDIS_URL"].removesuffix("0") + str(int(worker) + 1)


def new_folder() -> Path:
    """An empty folder with a short path that the servers' user can pass through even where root made it."""
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir="/tmp"))
    if os.geteuid() == 0:
        folder.chmod(0o711)
    return folder


def remove_leftovers() -> None:
    """Removes the folders of runs that were killed, which are those whose process is gone."""
    for folder in Path("/tmp").glob(f"{PREFIX}*-*"):
        maker = folder.name.removeprefix(PREFIX).partition("-")[0]
        if maker.isdigit() and not is_alive(int(maker)):
            shutil.rmtree(folder, ignore_errors=True)  # a server may still be ending in it; then the next run does it
