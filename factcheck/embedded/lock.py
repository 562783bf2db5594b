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

    def acquire(self) -> None:
        """Takes the lock, or raises AlreadyRunningError with the process number of the one who has it."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise AlreadyRunningError(str(self.path.parent), read_pid(self.path)) from None
        os.truncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        self._descriptor = descriptor

    def release(self) -> None:
        """Gives the lock back; safe to call twice."""
        if self._descriptor is not None:
            os.truncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None
