"""Runs long-lived programs beside each other: starts them, starts them again when they end, stops them all.

Made for one terminal and for the days when a worker ends because its broker went away. Knows nothing of
Django. Every child carries a mark in its environment; by that a later start finds and ends what a killed
supervisor left behind, grandchildren included.
"""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.embedded.account import this_user
from factcheck.embedded.processes import is_alive, last_lines, spawn, wait_until

MARK = "FACTCHECK_WORKBENCH"
STOP_SECONDS = 20.0
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before a part that ended is started again; doubles each time
STEADY_SECONDS = 60.0  # a part that ran for so long begins again with the first pause


@dataclass(slots=True)
class Part:
    """One program that has to run all the time."""

    name: str
    command: Sequence[str]
    # A part that is in the middle of something when its parent is killed may be told to drop it.
    farewell: signal.Signals = signal.SIGTERM
    descriptors: Sequence[int] = ()
    child: subprocess.Popen[bytes] | None = field(default=None, init=False)
    started: float = field(default=0.0, init=False)
    pause: float = field(default=FIRST_PAUSE, init=False)

    def is_alive(self) -> bool:
        """Whether its process runs."""
        return self.child is not None and self.child.poll() is None


@dataclass(slots=True)
class Supervisor:
    """The parts and what they share. `mark` must be the same at every start; `logs` is a folder."""

    mark: str
    environment: Mapping[str, str]
    folder: Path
    logs: Path
    say: Callable[[str], None]
    parts: list[Part] = field(default_factory=list)

    def start(self, part: Part) -> None:
        """Starts a part and keeps it in mind."""
        part.started = time.monotonic()
        part.child = self._spawn(part.name, part.command, part.farewell, part.descriptors)
        if part not in self.parts:
            self.parts.append(part)

    def begin(self, name: str, *command: str) -> subprocess.Popen[bytes]:
        """Starts a program that comes to an end by itself; its output goes to the log of that name."""
        self.log(name).unlink(missing_ok=True)
        return self._spawn(name, command, signal.SIGTERM, ())

    def log(self, name: str) -> Path:
        """The file with the output of a part or a program."""
        return self.logs / (name.replace(" ", "-") + ".log")

    def restart(self, part: Part, *, reason: str) -> None:
        """Stops a part, if it runs, and starts it anew."""
        self.say(f"Starting the {part.name} again: {reason}")
        _stop([part])
        if part.child:  # what a killed part had started outlives it
            end_strays(self.mark, session=part.child.pid, seconds=0)
        self.start(part)

    def look_after(self) -> None:
        """Starts again each part that has ended and whose pause is over. To be called every second or so."""
        for part in self.parts:
            if part.is_alive():
                continue
            now = time.monotonic()
            if now - part.started > STEADY_SECONDS:
                part.pause = FIRST_PAUSE
            if now - part.started >= part.pause:
                part.pause = min(part.pause * 2, LONGEST_PAUSE)
                code = part.child.returncode if part.child else None
                end = last_lines(self.log(part.name), 3)
                self.restart(part, reason=f"it ended ({code}). {self.log(part.name)} ends:\n{end}")

    def stop(self, *, impatient: Callable[[], bool] = lambda: False) -> None:
        """Stops all parts and whatever they have started; kills what has not ended in time, or once `impatient`."""
        _stop(self.parts, impatient)
        end_strays(self.mark, seconds=0)

    def _spawn(
        self, name: str, command: Sequence[str], farewell: signal.Signals, descriptors: Sequence[int]
    ) -> subprocess.Popen[bytes]:
        return spawn(
            command,
            account=this_user(),
            log=self.log(name),
            folder=self.folder,
            farewell=farewell,
            environment={**self.environment, MARK: self.mark},
            descriptors=descriptors,
        )


def end_strays(mark: str, *, session: int | None = None, seconds: float = STOP_SECONDS) -> int:
    """Ends every process that carries the mark, with SIGKILL after `seconds`; how many there were.

    With `session`, only those that the part with this process number had started.
    """
    strays = _strays(mark, session)
    _signal_all(strays, signal.SIGTERM)
    if not wait_until(lambda: not any(map(is_alive, strays)), seconds=seconds):
        _signal_all(_strays(mark, session), signal.SIGKILL)
        wait_until(lambda: not any(map(is_alive, strays)), seconds=STOP_SECONDS)
    return len(strays)


def _stop(parts: Sequence[Part], impatient: Callable[[], bool] = lambda: False) -> None:
    """Asks all at once, so that the slowest alone decides how long it takes."""
    children = [part.child for part in parts if part.child]
    for child in children:
        child.terminate()
    wait_until(lambda: impatient() or all(child.poll() is not None for child in children), seconds=STOP_SECONDS)
    for child in children:
        child.kill()  # does nothing to one that has ended
    for child in children:
        child.wait()


def _strays(mark: str, session: int | None) -> list[int]:
    """Other processes whose environment, as it was when they started, holds the mark. Linux only."""
    wanted = f"{MARK}={mark}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it ended meanwhile, or is another user's
            if wanted in (folder / "environ").read_bytes().split(b"\0"):
                pid = int(folder.name)
                if pid != os.getpid() and session in {None, os.getsid(pid)}:
                    found.append(pid)
    return found


def _signal_all(pids: Sequence[int], sign: signal.Signals) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, sign)
