"""Servers of the benchmarks' own: a fresh PostgreSQL and Valkey, migrated, and gone afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck import embedded


@contextmanager
def product(*, durable: bool = False) -> Iterator[None]:
    """Django on a fresh, migrated database; with DATABASE_URL and REDIS_URL set, on those servers instead."""
    with _servers(durable=durable):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
        os.environ.setdefault("LOG_LEVEL", "WARNING")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        yield


@contextmanager
def _servers(*, durable: bool) -> Iterator[None]:
    if {"DATABASE_URL", "REDIS_URL"} <= os.environ.keys():
        yield
        return
    folder = Path(tempfile.mkdtemp(prefix="factcheck-bench-", dir="/tmp"))
    folder.chmod(0o711)  # as root, the servers' own user has to pass through
    running = embedded.start(folder / "var", durable=durable)
    os.environ |= {"DATABASE_URL": running.database_url, "REDIS_URL": running.redis_url}
    try:
        yield
    finally:
        running.stop()
        shutil.rmtree(folder, ignore_errors=True)
