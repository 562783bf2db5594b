"""The tables that tests work on: made once for all workers of pytest-xdist, and emptied after tests that commit."""

import atexit
import fcntl
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connection

MADE = "factcheck_tables"
LOCK = "TEST_TABLES_LOCK"
# What migrations leave and no test changes, so that a test finds it whatever ran before it.
STAYS = {"django_content_type", "auth_permission", "auth_group"}


def make(folder: Path) -> None:
    """Has a process make the tables while the workers look for their tests; it holds a lock until it ends."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as session:
        session.execute(f"CREATE DATABASE {MADE}")
    os.environ[LOCK] = str(folder / "tables.lock")
    with open(os.environ[LOCK], "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        making = subprocess.Popen(
            [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
            cwd=Path(__file__).resolve().parent.parent,
            env={**os.environ, "DATABASE_URL": _place(MADE)},
            pass_fds=[lock.fileno()],
        )
    atexit.register(making.wait)
    atexit.register(making.kill)  # comes first, and finds nothing but where the run was cut off


def copy() -> None:
    """In a worker: waits for the tables, and has its database begin as a copy of them."""
    _wait()
    settings.DATABASES["default"].setdefault("TEST", {})["TEMPLATE"] = MADE


def another(name: str) -> str:
    """The address of a further database, of tables as they are made for the workers, or empty where none were."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as session:
        if os.environ.get(LOCK):
            _wait()
        made = session.execute("SELECT 1 FROM pg_database WHERE datname = %s", [MADE]).fetchone()
        session.execute(f"CREATE DATABASE {name} TEMPLATE {MADE if made else 'template1'}")
    return _place(name)


def empty(case: object) -> None:
    """Takes out what a test has committed. In place of Django's own way, which makes anew each time what stays here."""
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(name for name in names if name not in STAYS)}")


def _wait() -> None:
    with open(os.environ[LOCK], encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)


def _place(name: str) -> str:
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
