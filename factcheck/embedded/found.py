"""The servers that a workbench of this `var/` runs, for commands typed beside it."""

from pathlib import Path

from factcheck.embedded import passwords
from factcheck.embedded.account import choose_account
from factcheck.embedded.errors import EmbeddedError
from factcheck.embedded.place import POSTGRES_SOCKET, VALKEY_SOCKET, made_before, sockets_folder
from factcheck.embedded.urls import database_url, redis_url


def addresses(var_dir: Path) -> dict[str, str]:
    """DATABASE_URL and REDIS_URL of the servers that run for this `var/` in one of the folders that are usual.

    Nothing where none run, or where this user may not get at them.
    """
    try:
        return _addresses(var_dir)
    except (PermissionError, EmbeddedError):
        return {}


def _addresses(var_dir: Path) -> dict[str, str]:
    home = made_before(var_dir)
    kept = passwords.kept(home) if home else None
    if home is None or kept is None:
        return {}
    sockets = sockets_folder(home, choose_account(data=home / "data", checkout=var_dir.resolve().parent))
    if not all((sockets / name).is_socket() for name in (POSTGRES_SOCKET, VALKEY_SOCKET)):
        return {}
    return {
        "DATABASE_URL": database_url(sockets, kept.database),
        "REDIS_URL": redis_url(sockets / VALKEY_SOCKET, kept.redis),
    }
