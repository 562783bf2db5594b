"""What every test has. Fixtures live in `tests/fixtures*.py`; list the module here."""

import socket
from ipaddress import ip_address

import pytest

pytest_plugins = ["tests.fixtures"]


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
