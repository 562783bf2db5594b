"""The whole workbench in one terminal: servers, migrations, web, worker, sweep, demo story.

Knows Django only by its command line: this process never opens the database, so the servers can be
started before anything reads a setting.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from factcheck import embedded
from factcheck.embedded.lock import Lock
from factcheck.embedded.place import make_folder
from factcheck.embedded.processes import last_lines
from factcheck.listening import Listener, listen
from factcheck.secret_key import read_or_make_key
from factcheck.supervise import Part, Supervisor, end_strays

STRAY_SECONDS = 3.0  # for what a killed run left: its servers are gone, so there is nothing to finish
TURN = 0.05  # seconds between two looks while starting
WATCH = 1.0  # seconds between two looks afterwards


class StepFailedError(RuntimeError):
    """A step of the start came to a bad end; the message holds the end of its output."""


class StoppedError(Exception):
    """Somebody asked to stop while the start was under way."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for. `var` and `checkout` are absolute; `given` is the environment."""

    var: Path
    checkout: Path
    given: Mapping[str, str]
    database_url: str
    redis_url: str
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    demo: bool = True
    server_user: str | None = None
    server_folder: Path | None = None


class Workbench:
    """One run, from the first line on the terminal to the last."""

    def __init__(self, options: Options, say: Callable[[str], None]) -> None:
        self.options = options
        self.say = say
        self.stopping = threading.Event()
        self.servers: embedded.Servers | None = None
        self.demo: subprocess.Popen[bytes] | None = None
        self._asked = 0

    def run(self) -> None:
        """Runs until it is asked to stop, then stops everything it has started.

        Raises AlreadyRunningError, PortTakenError, EmbeddedError or StepFailedError when it cannot start;
        nothing is left running then either.
        """
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, self._ask_to_stop)
        make_folder(self.options.var, mode=0o711 if os.geteuid() == 0 else 0o700)
        mark = str(self.options.var)
        with ExitStack() as stack:
            lock = Lock(self.options.var / "workbench.lock")
            lock.acquire(note=f"http://{self.options.host}:{self.options.port}/")
            stack.callback(lock.release)
            if count := end_strays(mark, seconds=STRAY_SECONDS):
                self.say(f"Ended {count} processes that an earlier run had left")
            listener = stack.enter_context(listen(self.options.host, self.options.port))
            environment = self._serve(stack)
            logs = self.options.var / "log"
            make_folder(logs, mode=0o700)
            supervisor = Supervisor(mark, environment, self.options.checkout, logs, self.say)
            stack.callback(self._stop, supervisor)
            try:
                self._start(supervisor, listener)
                self._watch(supervisor)
            except StoppedError:
                pass
            self.say("Stopping")

    def _serve(self, stack: ExitStack) -> dict[str, str]:
        """The environment of all children; starts the servers whose addresses were not given."""
        options = self.options
        addresses = {"DATABASE_URL": options.database_url, "REDIS_URL": options.redis_url}
        if not all(addresses.values()):
            running = embedded.start(options.var, user=options.server_user, folder=options.server_folder, say=self.say)
            stack.callback(running.stop)
            self.servers = running
            addresses["DATABASE_URL"] = options.database_url or running.database_url
            addresses["REDIS_URL"] = options.redis_url or running.redis_url
        hosts = options.given.get("ALLOWED_HOSTS", f"localhost,127.0.0.1,[::1],{options.host}")
        # In the foreground of a terminal, lines are easier to read than JSON.
        defaults = {
            "VAR_DIR": str(options.var),
            "ALLOWED_HOSTS": hosts,
            "LOG_JSON": "no",
            "EMAIL_URL": "consolemail://",
        }
        if not {"SECRET_KEY", "SECRET_KEY_FILE"} & options.given.keys():
            defaults["SECRET_KEY"] = read_or_make_key(options.var / "secret-key")
        return {**defaults, **options.given, **addresses, "PYTHONUNBUFFERED": "1"}

    def _start(self, supervisor: Supervisor, listener: Listener) -> None:
        static = supervisor.begin("collectstatic", *_manage("collectstatic", "--noinput"))
        self._finish(supervisor, "migrate", supervisor.begin("migrate", *_manage("migrate", "--noinput")))
        self.say("The database is up to date")
        self._finish(supervisor, "collectstatic", static)
        web, *others = _parts(listener, self.options.workers)
        supervisor.start(web)  # alone at first: the rest would take its time away, and nobody waits for them
        self._wait(lambda: listener.get("/login/", seconds=1) is not None)
        self.say(f"The workbench runs at {listener.address}  (Ctrl-C stops it)")
        for part in others:
            supervisor.start(part)
        if self.options.demo:
            self.demo = supervisor.begin("load_demo", *_manage("load_demo"))

    def _watch(self, supervisor: Supervisor) -> None:
        while not self.stopping.wait(WATCH):
            self._tell_demo(supervisor)
            if self.servers and (dead := self.servers.restart_dead()):
                self.say(f"Started again: {', '.join(dead)}")
                self._restart_worker(supervisor, "its server went away")
            supervisor.look_after()

    def _restart_worker(self, supervisor: Supervisor, reason: str) -> None:
        for part in supervisor.parts:
            if part.name == "worker":
                supervisor.restart(part, reason=reason)

    def _tell_demo(self, supervisor: Supervisor) -> None:
        """Prints the demo logins once they are there."""
        if self.demo and self.demo.poll() is not None:
            log = supervisor.log("load_demo")
            failed = f"The demo story could not be loaded. The end of {log}:\n{last_lines(log)}"
            self.say(failed if self.demo.returncode else log.read_text().strip())
            self.demo = None

    def _finish(self, supervisor: Supervisor, name: str, child: subprocess.Popen[bytes]) -> None:
        self._wait(lambda: child.poll() is not None)
        if child.returncode:
            log = supervisor.log(name)
            raise StepFailedError(f"{name} failed. The end of {log}:\n{last_lines(log)}")

    def _wait(self, ready: Callable[[], bool]) -> None:
        while not ready():
            if self.stopping.wait(TURN):
                raise StoppedError

    def _ask_to_stop(self, *_: object) -> None:
        self._asked += 1
        self.stopping.set()

    def _stop(self, supervisor: Supervisor) -> None:
        supervisor.stop(impatient=lambda: self._asked > 1)


def _manage(*words: str) -> tuple[str, ...]:
    return (sys.executable, "manage.py", *words)


def _parts(listener: Listener, workers: int) -> list[Part]:
    module = (sys.executable, "-m")
    web = (
        *(*module, "gunicorn", "factcheck.wsgi", "--bind", f"fd://{listener.descriptor}"),
        *("--threads", "8", "--graceful-timeout", "5", "--no-control-socket"),
        *("--config", "python:factcheck.serving"),
    )
    worker = (
        *(*module, "celery", "-A", "factcheck", "worker", "--concurrency", str(workers)),
        *("--loglevel", "INFO", "--without-gossip", "--without-mingle"),
        *("--include", "factcheck.deaf_worker"),
    )
    return [
        Part("web server", web, descriptors=(listener.descriptor,)),
        # Without its broker a worker does not end when it is asked to (seen with celery 5.7). The database knows
        # what it was at, so it may be killed.
        Part("worker", worker, farewell=signal.SIGKILL),
        Part("sweep", _manage("sweep")),
    ]
