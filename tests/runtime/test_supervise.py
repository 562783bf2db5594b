"""The supervisor: what ends is started again, and nothing is left behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.embedded.processes import is_alive, wait_until
from factcheck.supervise import MARK, Part, Supervisor, end_strays

pytestmark = pytest.mark.faults

SLEEP = ("/bin/sleep", "60")
# Leaves a child in a session of its own, as a worker's pool may, and says its number.
PARENT = """
import subprocess, time
child = subprocess.Popen(["/bin/sleep", "60"], start_new_session=%s)
print(child.pid, flush=True)
time.sleep(60)
"""
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
)


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def supervisor(tmp_path: Path, said: list[str]) -> Iterator[Supervisor]:
    made = Supervisor(str(tmp_path), dict(os.environ), tmp_path, tmp_path, said.append)
    yield made
    made.stop()


def pid_of(part: Part) -> int:
    assert part.child is not None
    return part.child.pid


def first_line(supervisor: Supervisor, part: Part) -> str:
    log = supervisor.log(part.name)
    assert wait_until(lambda: log.read_text().endswith("\n"), seconds=10)
    return log.read_text().splitlines()[0]


def test_a_part_that_ended_is_started_again_after_a_pause_that_grows(supervisor: Supervisor, said: list[str]) -> None:
    part = Part("clerk", (sys.executable, "-c", "print('no paper'); raise SystemExit(3)"))
    supervisor.start(part)
    pauses = []
    for _ in range(2):
        assert wait_until(lambda: not part.is_alive(), seconds=10)
        begun, pid = part.started, pid_of(part)
        assert wait_until(lambda pid=pid: supervisor.look_after() or pid_of(part) != pid, seconds=10)
        pauses.append(part.started - begun)
    assert 0.5 <= pauses[0] < pauses[1]
    assert pauses[1] >= 1.0
    assert said[0].startswith("Starting the clerk again: it ended (3).")
    assert said[0].endswith("no paper")


def test_a_part_that_runs_is_left_alone(supervisor: Supervisor, said: list[str]) -> None:
    part = Part("clerk", SLEEP)
    supervisor.start(part)
    before = pid_of(part)
    supervisor.look_after()
    assert (pid_of(part), said) == (before, [])


def test_what_a_killed_part_had_started_ends_before_it_is_started_again(supervisor: Supervisor) -> None:
    part, other = Part("clerk", (sys.executable, "-c", PARENT % False)), Part("porter", SLEEP)
    supervisor.start(part)
    supervisor.start(other)
    grandchild = int(first_line(supervisor, part))
    before, bystander = pid_of(part), pid_of(other)
    os.kill(before, signal.SIGKILL)
    assert wait_until(lambda: supervisor.look_after() or pid_of(part) != before, seconds=10)
    assert not is_alive(grandchild)
    assert is_alive(bystander)


def test_stopping_ends_grandchildren_in_sessions_of_their_own(supervisor: Supervisor) -> None:
    part = Part("clerk", (sys.executable, "-c", PARENT % True))
    supervisor.start(part)
    grandchild = int(first_line(supervisor, part))
    supervisor.stop()
    assert wait_until(lambda: not is_alive(grandchild), seconds=10)
    assert not part.is_alive()


def test_a_part_that_will_not_end_is_killed_when_somebody_is_impatient(supervisor: Supervisor) -> None:
    part = Part("clerk", (sys.executable, "-c", STUBBORN))
    supervisor.start(part)
    assert first_line(supervisor, part) == "deaf"
    supervisor.stop(impatient=lambda: True)
    assert part.child is not None
    assert part.child.returncode == -signal.SIGKILL


def carries(child: subprocess.Popen[bytes], mark: str) -> bool:
    """Popen returns when the child's exec has begun; its environment can be read a moment later."""
    return f"{MARK}={mark}".encode() in Path(f"/proc/{child.pid}/environ").read_bytes().split(b"\0")


def test_only_processes_with_the_mark_are_strays(tmp_path: Path) -> None:
    ours, theirs = str(tmp_path / "var"), str(tmp_path / "var2")
    with (
        subprocess.Popen(SLEEP, env={MARK: ours}) as our_child,
        subprocess.Popen(SLEEP, env={MARK: theirs}) as their_child,
    ):
        try:
            assert wait_until(lambda: carries(our_child, ours) and carries(their_child, theirs), seconds=10)
            assert end_strays(ours, seconds=0) == 1
            assert our_child.wait(10) in {-signal.SIGTERM, -signal.SIGKILL}
            assert their_child.poll() is None
            assert end_strays(theirs, seconds=0) == 1
        finally:
            our_child.kill()
            their_child.kill()
