"""What can stop the embedded servers from starting; every message is meant for the person at the terminal."""


class EmbeddedError(RuntimeError):
    """The embedded servers could not be started. The message says what was found and what to do."""


class AlreadyRunningError(EmbeddedError):
    """Another process holds these servers; nothing was touched."""

    def __init__(self, home: str, pid: int | None) -> None:
        who = f"process {pid}" if pid else "another process"
        super().__init__(f"The servers in {home} are already run by {who}. Stop that one first.")
        self.pid = pid


class UnusableDataError(EmbeddedError):
    """The data folder is not one that this PostgreSQL can open; nothing was touched."""
