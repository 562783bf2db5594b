"""What every test has. Fixtures live in `tests/fixtures*.py`; list the module here."""

import os
import socket
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

from tests import servers, tables

# Examples are drawn the same at every run, and a busy machine is no failure: how fast the engine is stands in bench/.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

pytest_plugins = ["tests.fixtures"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Side by side, what waits for browsers and servers comes first, so that what is quick fills the time up."""
    if tables.LOCK in os.environ:
        items.sort(key=lambda item: not any(item.get_closest_marker(name) for name in ("browser", "faults")))


@pytest.fixture(autouse=True)
def _no_names_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """pytest-socket stops connections; this stops the question to a name server that comes before one."""
    ask = socket.getaddrinfo

    def ask_for_numbers_only(host: object, *args: object, **kwargs: object) -> object:
        if host not in {None, "", "localhost", b"localhost"}:
            try:
                ip_address(host.decode() if isinstance(host, bytes) else str(host))
            except ValueError:
                raise socket.gaierror(socket.EAI_NONAME, f"No test looks up {host!r}") from None
        return ask(host, *args, **kwargs)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(socket, "getaddrinfo", ask_for_numbers_only)


def pytest_sessionstart(session: pytest.Session) -> None:
    if servers.ours and session.config.getoption("dist", "no") != "no":
        tables.make(servers.ours)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    if tables.LOCK in os.environ:
        tables.copy()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The audit trail refuses to be emptied, which is how tests that commit clean up after themselves."""
    TransactionTestCase._fixture_teardown = tables.empty
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE claims_auditentry DISABLE TRIGGER entry_stays_whole")
    yield
    # A process that a test killed may have left a statement running, and a database in use cannot be dropped.
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
