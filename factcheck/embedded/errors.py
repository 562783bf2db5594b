"""What can stop the embedded servers from starting; every message is meant for the person at the terminal."""


class EmbeddedError(RuntimeError):
    """The embedded servers could not be started. The message says what was found and what to do."""


class AlreadyRunningError(EmbeddedError):
    """Another process has taken this folder; nothing was touched."""

    def __init__(self, home: str, pid: int | None, note: str = "") -> None:
        who = f"process {pid}" if pid else "another process"
        where = f", at {note}" if note else ""
        super().__init__(f"{home} is already in use by {who}{where}. Stop that one first.")
        self.pid = pid


class UnusableDataError(EmbeddedError):
    """The data folder is not one that this PostgreSQL can open; nothing was touched."""
