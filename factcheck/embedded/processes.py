"""Children that die with their parent, and the left-over processes of a parent that crashed."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from factcheck.embedded.account import Account, bare_environment

PR_SET_PDEATHSIG = 1  # linux/prctl.h
STOP_SECONDS = 30.0
LOG_LIMIT = 1_000_000  # bytes; a longer log is set aside at the next start
TURN_SECONDS = 0.02


def die_with(parent: int, sign: signal.Signals) -> None:
    """Asks the kernel to send `sign` to this process when `parent` ends; to be called between fork and exec.

    Only Linux knows this; elsewhere the next start stops what was left.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(sign))
    if os.getppid() != parent:  # it ended before the kernel was asked
        os.kill(os.getpid(), sign)


def spawn(
    command: Sequence[str],
    *,
    account: Account,
    log: Path,
    folder: Path,
    farewell: signal.Signals,
    stdin: str = "",
    environment: Mapping[str, str] | None = None,
    descriptors: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Starts a program as the account in `folder`, its output appended to `log`.

    It has its own session, so that Ctrl-C reaches the supervisor alone, and gets `farewell` when this
    process ends in whatever way. `stdin` is its whole standard input, `descriptors` are the open files
    it inherits; its environment is bare when none is given.
    """
    _set_aside(log)
    with log.open("ab") as sink:
        child = subprocess.Popen(
            command,
            cwd=folder,
            env=bare_environment() if environment is None else environment,
            pass_fds=descriptors,
            stdin=subprocess.PIPE,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            umask=0o077,
            # Unsafe where threads hold locks at the fork; this runs in the main thread, before there are any.
            preexec_fn=partial(die_with, os.getpid(), farewell),  # noqa: PLW1509
            user=account.other_uid,
            group=account.other_gid,
            extra_groups=account.other_groups,
        )
    log.chmod(0o600)
    assert child.stdin is not None
    child.stdin.write(stdin.encode())
    child.stdin.close()
    return child


def wait_until(ready: Callable[[], bool], *, seconds: float) -> bool:
    """Asks `ready` again and again for at most `seconds`; whether it became true."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            return False
        time.sleep(TURN_SECONDS)
    return True


def stop_child(child: subprocess.Popen[bytes], *signs: signal.Signals) -> None:
    """Sends the signals in turn, each with time to work, until the child has ended; in the end SIGKILL."""
    for sign in (*signs, signal.SIGKILL):
        if child.poll() is not None:
            return
        child.send_signal(sign)
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            continue


def stop_stranger(pid: int, *signs: signal.Signals) -> None:
    """The same for a process that is not our child: the left-over of a crashed parent."""
    for sign in (*signs, signal.SIGKILL):
        try:
            os.kill(pid, sign)
        except ProcessLookupError:
            return
        if wait_until(lambda: not is_alive(pid), seconds=STOP_SECONDS):
            return


def runs_with(pid: int, argument: str) -> bool:
    """Whether process `pid` is alive and was started with this very argument.

    A number in a stale pid file may since have gone to another program; the data folder on its command
    line tells ours apart.
    """
    return is_alive(pid) and argument in _arguments(pid)


def is_alive(pid: int) -> bool:
    """Whether a process has this number and is more than a corpse waiting to be collected."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _state(pid) != "Z"


def read_pid(path: Path) -> int | None:
    """The number on the first line of a pid file; None when there is no file or no number in it."""
    try:
        first = path.read_text(errors="replace").splitlines()[:1]
    except FileNotFoundError:
        return None
    return int(first[0]) if first and first[0].strip().isdigit() else None


def last_lines(log: Path, count: int = 5) -> str:
    """The end of a log, for an error message."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:])


def _arguments(pid: int) -> list[str]:
    proc = Path(f"/proc/{pid}/cmdline")
    if Path("/proc/self").exists():
        try:
            return proc.read_bytes().decode(errors="replace").split("\0")
        except OSError:
            return []
    listing = subprocess.run(
        ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return listing.stdout.split()


def _state(pid: int) -> str:
    try:
        # The name in brackets may hold anything, so count from its end.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def _set_aside(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.replace(log.with_suffix(".log.1"))
