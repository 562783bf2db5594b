"""`manage.py workbench` as a person meets it: started, started twice, killed, stopped."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from factcheck import embedded
from factcheck.embedded.processes import is_alive, wait_until
from factcheck.listening import Listener, PortTakenError, listen
from factcheck.supervise import end_strays
from tests import tables
from tests.runtime import places

# The servers' addresses of the tests' own servers, which the command is not to see.
HIDDEN = {"DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE"}


class Terminal:
    """One run of the command, with what it prints."""

    def __init__(self, var: Path, *flags: str, **environment: str) -> None:
        given = {name: value for name, value in os.environ.items() if name not in HIDDEN}
        self.var = var
        self.output = var.parent / f"output-{len(list(var.parent.glob('output-*')))}"
        with self.output.open("w") as sink:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "workbench", "--workers", "1", *flags],
                cwd=places.CHECKOUT,
                env={**given, **environment, "VAR_DIR": str(var)},
                stdout=sink,
                stderr=subprocess.STDOUT,
            )

    def text(self) -> str:
        return self.output.read_text()

    def says(self, pattern: str, seconds: float = 60) -> "re.Match[str] | None":
        """Waits for a line with the pattern; None when the run ends or the time does without one."""
        wait_until(lambda: bool(re.search(pattern, self.text())) or self.process.poll() is not None, seconds=seconds)
        return re.search(pattern, self.text())

    def ends(self, sign: signal.Signals | None = None) -> int:
        if sign:
            self.process.send_signal(sign)
        return self.process.wait(60)

    def pid(self, word: str) -> int | None:
        """The number of the oldest running process of this run with the word on its command line."""
        mark = f"FACTCHECK_WORKBENCH={self.var.resolve()}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                ours = mark in (folder / "environ").read_bytes().split(b"\0")
                if ours and word.encode() in (folder / "cmdline").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
            except OSError:
                continue
        return min(found, default=None)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """The runs that a test has opened; whatever it does, none is left."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.ends(signal.SIGTERM)
        end_strays(str(terminal.var.resolve()), seconds=0)


def get(port: int, path: str) -> tuple[int, bytes] | None:
    return Listener("127.0.0.1", port, -1).get(path)


@pytest.mark.faults
def test_from_nothing_to_a_page_killed_started_again_and_stopped(
    var: Path, port: int, terminals: list[Terminal]
) -> None:
    first = Terminal(var, "--port", str(port))
    terminals.append(first)
    assert first.says(rf"The workbench runs at http://127\.0\.0\.1:{port}/"), first.text()
    assert get(port, "/healthz") == (200, b"ok\n")
    assert first.says(r"(?m)^ +desk_head +\S+$"), first.text()

    # Another one says where the first one is, whatever port it asks for, and leaves it alone.
    another = Terminal(var, "--port", str(port + 1))
    assert another.ends() == 1
    assert f"in use by process {first.process.pid}, at http://127.0.0.1:{port}/" in another.text()
    assert get(port, "/healthz") == (200, b"ok\n")

    # A worker that is killed comes back.
    worker = first.pid("worker")
    assert worker
    os.kill(worker, signal.SIGKILL)
    assert first.says(r"Starting the worker again: it ended \(-9\)")
    assert wait_until(lambda: first.pid("worker") not in {None, worker}, seconds=20)

    # The first admin is made beside it, as docs/operations.md says, and is there after everything was killed.
    url = embedded.addresses(var)["DATABASE_URL"]
    person = {"DJANGO_SUPERUSER_USERNAME": "mira", "DJANGO_SUPERUSER_PASSWORD": "tide-lantern-88-osk"}
    given = {name: value for name, value in os.environ.items() if name not in HIDDEN}
    subprocess.run(
        [sys.executable, "manage.py", "createsuperuser", "--noinput", "--email", ""],
        cwd=places.CHECKOUT,
        env={**given, **person, "VAR_DIR": str(var)},
        check=True,
    )
    children = [pid for word in ("gunicorn", "worker", "sweep") if (pid := first.pid(word))]
    first.ends(signal.SIGKILL)
    assert wait_until(lambda: not any(map(is_alive, children)), seconds=20)

    again = Terminal(var, "--port", str(port), "--no-demo")
    terminals.append(again)
    assert again.says("The workbench runs at"), again.text()
    with psycopg.connect(url) as session:
        admins = session.execute("SELECT username FROM auth_user WHERE is_superuser AND username = 'mira'").fetchall()
    assert admins == [("mira",)]

    assert again.ends(signal.SIGINT) == 0
    assert again.text().endswith("Stopped\n")
    assert end_strays(str(var.resolve())) == 0
    assert get(port, "/healthz") is None


@pytest.mark.faults
def test_given_servers_are_used_and_none_is_started(var: Path, port: int, terminals: list[Terminal]) -> None:
    addresses = {"DATABASE_URL": tables.another("given_servers"), "REDIS_URL": os.environ["REDIS_URL"]}
    run = Terminal(var, "--port", str(port), "--no-demo", **addresses)
    terminals.append(run)
    assert run.says("The workbench runs at"), run.text()
    assert "PostgreSQL" not in run.text()
    assert not (var / "servers").exists()
    with psycopg.connect(addresses["DATABASE_URL"]) as session:
        assert session.execute("SELECT count(*) FROM django_migrations WHERE app = 'claims'").fetchone() != (0,)
    assert run.ends(signal.SIGTERM) == 0


@pytest.mark.faults
def test_a_database_that_is_away_ends_the_start_with_the_reason(
    var: Path, port: int, terminals: list[Terminal]
) -> None:
    addresses = {"DATABASE_URL": f"postgres://nobody@127.0.0.1:{port}/none", "REDIS_URL": os.environ["REDIS_URL"]}
    run = Terminal(var, "--port", str(port + 1), "--no-demo", **addresses)
    terminals.append(run)
    assert run.ends() == 1
    assert re.search(r"(?s)migrate failed\..*Connection refused", run.text())
    assert end_strays(str(var.resolve())) == 0


@pytest.mark.faults
def test_a_taken_port_is_named_with_the_flag_before_anything_starts(var: Path, terminals: list[Terminal]) -> None:
    with listen("127.0.0.1", 0) as taken:
        run = Terminal(var, "--port", str(taken.port))
        terminals.append(run)
        assert run.ends() == 1
        assert f"Port {taken.port} of 127.0.0.1 is taken by another program. Choose another with --port" in run.text()
    assert not (var / "servers").exists()


def test_an_address_of_another_machine_names_the_host_flag() -> None:
    with (
        pytest.raises(PortTakenError, match=r"is not on this machine\. Choose another address with --host"),
        listen("192.0.2.1", 0),
    ):
        pass
