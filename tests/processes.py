"""Real worker and sweep processes on the tests' own database, and waiting for a condition."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from factcheck.embedded.processes import die_with

ROOT = Path(__file__).resolve().parent.parent


def wait_until(holds: Callable[[], bool], seconds: float, what: str) -> None:
    """Looks at a condition again and again; fails with `what` once the time is over."""
    ends = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > ends:
            raise AssertionError(f"after {seconds} s not so: {what}")
        time.sleep(0.02)


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that is to work on the test database of this pytest worker."""
    place = connection.settings_dict
    host = quote(str(place.get("OPTIONS", {}).get("host") or place["HOST"]), safe="")
    login = f"{quote(place['USER'], safe='')}:{quote(place['PASSWORD'], safe='')}"
    address = f"postgres://{login}@/{place['NAME']}?host={host}"
    if place["PORT"]:
        address += f"&port={place['PORT']}"
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "factcheck.settings",
        "DATABASE_URL": address,
        "REDIS_URL": settings.ENV.redis_url,
        "SECRET_KEY": settings.SECRET_KEY,
        **more,
    }


@contextmanager
def started(*arguments: str, log: Path, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A Python process of its own group; ended with all its children, by SIGKILL if it must be, on the way out."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment(**more),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=partial(die_with, os.getpid(), signal.SIGTERM),  # noqa: PLW1509  # leave nobody behind
        )
    try:
        yield process
    finally:
        end(process)


@contextmanager
def worker(log: Path, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A Celery worker of two processes."""
    arguments = ("-m", "celery", "-A", "factcheck", "worker", "-c", "2", "--loglevel", "INFO", "--without-mingle")
    with started(*arguments, log=log, **more) as process:
        yield process


@contextmanager
def sweep(log: Path, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """The sweep, as the product runs it."""
    with started("manage.py", "sweep", log=log, **more) as process:
        yield process


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9 of a process and all its children at one instant."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def end(process: subprocess.Popen[bytes]) -> None:
    """Asks a process to stop, and kills what is left of its group."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
