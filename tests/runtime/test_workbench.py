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
def test_from_nothing_to_a_page_and_back(var: Path, port: int, terminals: list[Terminal]) -> None:
    run = Terminal(var, "--port", str(port))
    terminals.append(run)
    assert run.says(rf"The workbench runs at http://127\.0\.0\.1:{port}/"), run.text()
    assert get(port, "/healthz") == (200, b"ok\n")
    assert run.says(r"(?m)^ +desk_head +\S+$"), run.text()

    # A second one says where the first one is, whatever port it asks for, and leaves it alone.
    second = Terminal(var, "--port", str(port + 1))
    assert second.ends() == 1
    assert f"in use by process {run.process.pid}, at http://127.0.0.1:{port}/" in second.text()
    assert get(port, "/healthz") == (200, b"ok\n")

    # A worker that is killed comes back.
    worker = run.pid("worker")
    assert worker
    os.kill(worker, signal.SIGKILL)
    assert run.says(r"Starting the worker again: it ended \(-9\)")
    assert wait_until(lambda: run.pid("worker") not in {None, worker}, seconds=20)

    assert run.ends(signal.SIGINT) == 0
    assert run.text().endswith("Stopped\n")
    assert end_strays(str(var.resolve())) == 0
    assert get(port, "/healthz") is None


@pytest.mark.faults
def test_after_a_kill_the_next_start_works_and_has_the_data(var: Path, port: int, terminals: list[Terminal]) -> None:
    first = Terminal(var, "--port", str(port), "--no-demo")
    terminals.append(first)
    assert first.says("The workbench runs at"), first.text()
    url = embedded.addresses(var)["DATABASE_URL"]
    # What docs/operations.md has the first admin made with.
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

    second = Terminal(var, "--port", str(port), "--no-demo")
    terminals.append(second)
    assert second.says("The workbench runs at"), second.text()
    with psycopg.connect(url) as session:
        assert session.execute("SELECT username, is_superuser FROM auth_user").fetchall() == [("mira", True)]
    assert second.ends(signal.SIGTERM) == 0


@pytest.mark.faults
def test_given_servers_are_used_and_none_is_started(var: Path, port: int, terminals: list[Terminal]) -> None:
    addresses = {name: os.environ[name] for name in ("DATABASE_URL", "REDIS_URL")}
    run = Terminal(var, "--port", str(port), "--no-demo", **addresses)
    terminals.append(run)
    assert run.says("The workbench runs at"), run.text()
    assert "PostgreSQL" not in run.text()
    assert not (var / "servers").exists()
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
