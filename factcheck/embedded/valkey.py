"""The embedded Redis-protocol server.

It keeps nothing on disk: the database is the truth about work that is due, so a start with an empty
queue costs a delay and no claim.
"""

import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from factcheck.embedded.errors import EmbeddedError
from factcheck.embedded.place import VALKEY_SOCKET, Home
from factcheck.embedded.processes import (
    last_lines,
    read_pid,
    runs_with,
    spawn,
    stop_child,
    stop_stranger,
    wait_until,
)
from factcheck.embedded.programs import Programs
from factcheck.embedded.urls import redis_url

START_SECONDS = 20.0


@dataclass(slots=True)
class Valkey:
    """One embedded Valkey, on a Unix socket with a password."""

    home: Home
    programs: Programs
    password: str
    child: subprocess.Popen[bytes] | None = field(default=None, init=False)

    name = "Valkey"

    @property
    def url(self) -> str:
        """The address in redis-py's form."""
        return redis_url(self.socket, self.password)

    @property
    def socket(self) -> Path:
        """The Unix socket it listens on."""
        return self.home.sockets / VALKEY_SOCKET

    @property
    def log(self) -> Path:
        """Where the server's messages go."""
        return self.home.path / "valkey.log"

    def start(self) -> None:
        """Stops what a crash left and starts the server, without waiting for it."""
        pid = read_pid(self._pid_file)
        if pid and runs_with(pid, str(self._pid_file)):
            stop_stranger(pid, signal.SIGTERM)
        self.socket.unlink(missing_ok=True)
        self._pid_file.unlink(missing_ok=True)
        # The settings go in by standard input: on the command line everybody could read the password. The pid
        # file stands there so that a left-over process is known again.
        self.child = spawn(
            [str(self.programs.valkey), "-", "--pidfile", str(self._pid_file), "--set-proc-title", "no"],
            account=self.home.account,
            log=self.log,
            folder=self.home.valkey_data,
            farewell=signal.SIGTERM,
            stdin=self._settings(),
        )

    def wait(self) -> None:
        """Waits until the server answers. Raises EmbeddedError when it does not."""
        if not (wait_until(self._answers_or_ended, seconds=START_SECONDS) and self.is_alive()):
            raise EmbeddedError(f"Valkey did not start. The end of {self.log}:\n{last_lines(self.log)}")

    def is_alive(self) -> bool:
        """Whether the server process runs."""
        return self.child is not None and self.child.poll() is None

    def stop(self) -> None:
        """Ends the server."""
        if self.child:
            stop_child(self.child, signal.SIGTERM)
        self.socket.unlink(missing_ok=True)

    @property
    def _pid_file(self) -> Path:
        return self.home.valkey_data / "valkey.pid"

    def _answers_or_ended(self) -> bool:
        if not self.is_alive():
            return True
        client = redis.Redis.from_url(self.url, socket_timeout=5, retry=Retry(NoBackoff(), 0))
        try:
            return bool(client.ping())
        except redis.ConnectionError:
            return False
        finally:
            client.close()

    def _settings(self) -> str:
        settings = (
            "port 0",
            f'unixsocket "{self.socket}"',
            "unixsocketperm 700",
            f"requirepass {self.password}",
            f'dir "{self.home.valkey_data}"',
            'save ""',
            "appendonly no",
            "maxmemory 256mb",
            "maxmemory-policy noeviction",
        )
        return "\n".join(settings) + "\n"
