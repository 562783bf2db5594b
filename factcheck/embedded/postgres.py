"""The embedded PostgreSQL: made once, started, stopped.

Its superuser has no password and so cannot log in; what needs one is done in single-user mode while the
server is down. The application's role owns its database and may make others (the tests do). The
extensions `vector` and `pg_trgm` lie in the template, so they are in every database made from it.
"""

import os
import re
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from factcheck.embedded.account import run_as
from factcheck.embedded.errors import EmbeddedError, UnusableDataError
from factcheck.embedded.place import POSTGRES_SOCKET, Home
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
from factcheck.embedded.urls import DATABASE, ROLE, database_url

SUPERUSER = "postgres"
EXTENSIONS = ("vector", "pg_trgm")
START_SECONDS = 60.0  # replaying the log of a crash takes its time
# A killed server's last clients may hold its shared memory for a moment; then a second try succeeds.
TRIES = 5
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(slots=True)
class Postgres:
    """One embedded PostgreSQL. `durable=False` trades safety against power cuts for speed: tests only."""

    home: Home
    programs: Programs
    password: str
    durable: bool = True
    child: subprocess.Popen[bytes] | None = field(default=None, init=False)

    name = "PostgreSQL"

    @property
    def url(self) -> str:
        """The address for the application's role."""
        return database_url(self.home.sockets, self.password)

    @property
    def log(self) -> Path:
        """Where the server's messages go."""
        return self.home.path / "postgres.log"

    def prepare(self, *, new_password: bool) -> bool:
        """Makes the data folder if there is none; whether it did. Clears what a crash left.

        Raises UnusableDataError when the folder is another version's or no data folder at all.
        """
        data = self.home.postgres_data
        self._stop_leftover()
        shutil.rmtree(_draft_of(data), ignore_errors=True)  # an initdb that was cut off
        if self._check_data():
            if new_password:
                _single_user(self, data, f"ALTER ROLE {ROLE} PASSWORD '{self.password}';")
            return False
        _make_data(self, _draft_of(data))
        if data.exists():
            data.rmdir()
        _draft_of(data).rename(data)
        return True

    def start(self) -> None:
        """Starts the server without waiting for it."""
        for name in (POSTGRES_SOCKET, f"{POSTGRES_SOCKET}.lock"):
            (self.home.sockets / name).unlink(missing_ok=True)
        self.child = spawn(
            [str(self.programs.postgres), "-D", str(self.home.postgres_data), *self._settings()],
            account=self.home.account,
            log=self.log,
            folder=self.home.data,
            farewell=signal.SIGINT,
        )

    def wait(self) -> None:
        """Waits until the server answers; starts it again if it gave up. Raises EmbeddedError in the end."""
        for _ in range(TRIES):
            if wait_until(self._answers_or_ended, seconds=START_SECONDS) and self.is_alive():
                return
            if self.is_alive():
                break
            self.start()
        raise EmbeddedError(f"PostgreSQL did not start. The end of {self.log}:\n{last_lines(self.log)}")

    def is_alive(self) -> bool:
        """Whether the server process runs."""
        return self.child is not None and self.child.poll() is None

    def stop(self) -> None:
        """Ends the server: sessions are cut, everything committed is kept."""
        if self.child:
            stop_child(self.child, signal.SIGINT, signal.SIGQUIT)

    def _answers_or_ended(self) -> bool:
        if not self.is_alive():
            return True
        try:
            psycopg.connect(self.url, connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _settings(self) -> list[str]:
        settings = [
            "listen_addresses=",
            f"unix_socket_directories={self.home.sockets}",
            "unix_socket_permissions=0700",
            "logging_collector=off",
            *(() if self.durable else CARELESS),
        ]
        return [part for setting in settings for part in ("-c", setting)]

    def _stop_leftover(self) -> None:
        """Stops a server that outlived a crashed parent; disowns a pid file whose number was taken over."""
        data = self.home.postgres_data
        pid_file = data / "postmaster.pid"
        pid = read_pid(pid_file)
        if pid is None:
            return
        if runs_with(pid, str(data)):
            stop_stranger(pid, signal.SIGINT, signal.SIGQUIT)
        else:
            _disown(pid_file)

    def _check_data(self) -> bool:
        """Whether there is a data folder of this version. Raises UnusableDataError for any other."""
        data = self.home.postgres_data
        if not data.exists() or not any(data.iterdir()):
            return False
        try:
            made_by = int((data / "PG_VERSION").read_text())
        except (FileNotFoundError, ValueError):
            made_by = 0
        if not made_by or not (data / "global/pg_control").exists():
            raise UnusableDataError(
                f"{data} is not a whole PostgreSQL data folder. Put it back from a backup, or move it "
                "away to begin with an empty database. Nothing was touched."
            )
        if made_by == self.programs.postgres_major:
            return True
        age = "newer" if made_by > self.programs.postgres_major else "older"
        raise UnusableDataError(
            f"{data} was made by PostgreSQL {made_by}, which is {age} than the installed "
            f"{self.programs.postgres_major}. Install the version that fits, dump and restore, or move the "
            "folder away. Nothing was touched."
        )


def _draft_of(data: Path) -> Path:
    return data.with_name("postgres.new")


def _disown(pid_file: Path) -> None:
    """Puts our own number into a stale pid file.

    PostgreSQL refuses to start over a number that is alive, which after a restart of the machine may be
    any program's, but takes its own parent's for stale. The rest of the file stays: with it PostgreSQL
    finds out whether a session of the killed server is still at work in the shared memory.
    """
    lines = pid_file.read_text(errors="replace").splitlines()[1:]
    pid_file.unlink()
    descriptor = os.open(pid_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "w") as sink:
        sink.write("\n".join([str(os.getpid()), *lines]) + "\n")
    folder = pid_file.parent.stat()
    os.chown(pid_file, folder.st_uid, folder.st_gid)


def _make_data(server: Postgres, draft: Path) -> None:
    answer = run_as(
        server.home.account,
        *(str(server.programs.initdb), "--pgdata", str(draft), "--username", SUPERUSER, "--encoding", "UTF8"),
        *("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C.UTF-8"),
        *("--auth-local", "scram-sha-256", "--auth-host", "reject"),
        *(() if server.durable else ("--no-sync",)),
    )
    if answer.returncode != 0:
        raise EmbeddedError(f"initdb failed:\n{answer.stderr.strip()}")
    extensions = [f"CREATE EXTENSION {name};" for name in EXTENSIONS]
    role = f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{server.password}';"
    _single_user(server, draft, role, *extensions, f"CREATE DATABASE {DATABASE} OWNER {ROLE};")


def _single_user(server: Postgres, data: Path, *statements: str) -> None:
    """Runs statements as the superuser on the template database while no server runs on the data folder."""
    answer = run_as(
        server.home.account,
        *(str(server.programs.postgres), "--single", "-D", str(data), "template1"),
        stdin="\n".join(statements) + "\n",
    )
    if answer.returncode != 0 or re.search(r"\b(ERROR|FATAL|PANIC):", answer.stderr):
        raise EmbeddedError(f"The database could not be set up:\n{answer.stderr.strip()}")
