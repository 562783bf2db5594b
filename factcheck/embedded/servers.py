"""Both servers together: started, watched and stopped as one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from factcheck.embedded import passwords
from factcheck.embedded.account import choose_account
from factcheck.embedded.lock import Lock
from factcheck.embedded.place import Home, choose_path, made_before, make_home
from factcheck.embedded.postgres import Postgres
from factcheck.embedded.programs import find_programs
from factcheck.embedded.valkey import Valkey


@dataclass(frozen=True, slots=True)
class Servers:
    """Two running servers and the lock that makes them ours."""

    home: Home
    postgres: Postgres
    valkey: Valkey
    lock: Lock

    @property
    def database_url(self) -> str:
        """DATABASE_URL, as django-environ and libpq read it."""
        return self.postgres.url

    @property
    def redis_url(self) -> str:
        """REDIS_URL, as redis-py reads it; `factcheck.env.broker_url` gives Celery's form."""
        return self.valkey.url

    def restart_dead(self) -> list[str]:
        """Starts again what has ended by itself, at the same address; the names of what had."""
        dead: list[Postgres | Valkey] = [server for server in (self.postgres, self.valkey) if not server.is_alive()]
        for server in dead:
            server.start()
            server.wait()
        return [server.name for server in dead]

    def stop(self) -> None:
        """Stops both and gives the lock back; safe to call twice."""
        self.valkey.stop()
        self.postgres.stop()
        self.lock.release()


def start(
    var_dir: Path,
    *,
    durable: bool = True,
    user: str | None = None,
    folder: Path | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Servers:
    """Starts both servers for this `var/` and waits until they answer.

    `user` and `folder` overrule what root would choose (see `account` and `place`). `say` gets a line
    for every step that takes time. To be called from the main thread: the servers end with the thread
    that started them, also when it is killed.

    Raises AlreadyRunningError when another process has them, UnusableDataError for data of another
    version, EmbeddedError for anything else that stands in the way.
    """
    made = made_before(var_dir, named=folder)
    account = choose_account(data=made and made / "data", checkout=var_dir.resolve().parent, named=user)
    home = make_home(made or choose_path(var_dir, account, named=folder), account)
    lock = Lock(home.path / "lock")
    lock.acquire()
    try:
        return _start_both(home, lock, durable=durable, say=say)
    except BaseException:
        lock.release()
        raise


@contextmanager
def servers(var_dir: Path, *, durable: bool = True, user: str | None = None) -> Iterator[Servers]:
    """Both servers for the length of a `with` block."""
    running = start(var_dir, durable=durable, user=user)
    try:
        yield running
    finally:
        running.stop()


def _start_both(home: Home, lock: Lock, *, durable: bool, say: Callable[[str], None]) -> Servers:
    programs = find_programs(home.account, home.path / "programs")
    kept, made_now = passwords.read_or_make(home.path)
    postgres = Postgres(home, programs, kept.database, durable)
    valkey = Valkey(home, programs, kept.redis)
    running = Servers(home, postgres, valkey, lock)
    try:
        valkey.start()
        say(f"PostgreSQL and Valkey, as user {home.account.name}, in {home.path}")
        if postgres.prepare(new_password=made_now):
            say("A new database was made")
        postgres.start()
        valkey.wait()
        postgres.wait()
    except BaseException:
        running.stop()
        raise
    return running
