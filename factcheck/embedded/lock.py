"""One owner at a time: the lock on a pair of servers.

The kernel drops the lock when its holder ends, however it ends, so there is no stale lock to clear.
"""

import fcntl
import os
from pathlib import Path

from factcheck.embedded.errors import AlreadyRunningError
from factcheck.embedded.processes import read_pid


class Lock:
    """An advisory lock on a file that holds its owner's process number."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def acquire(self, *, note: str = "") -> None:
        """Takes the lock and leaves a note beside our process number, or raises AlreadyRunningError with theirs."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise AlreadyRunningError(str(self.path.parent), read_pid(self.path), self._note()) from None
        os.truncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n{note}\n".encode())
        self._descriptor = descriptor

    def _note(self) -> str:
        return " ".join(self.path.read_text().splitlines()[1:2])

    def release(self) -> None:
        """Gives the lock back; safe to call twice."""
        if self._descriptor is not None:
            os.truncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None
