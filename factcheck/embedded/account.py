"""Which user the servers run as.

PostgreSQL refuses to run as root, so root lends the servers to an unprivileged user. Everybody else
runs them as themselves.
"""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from factcheck.embedded.errors import EmbeddedError

# `postgres` is made for this very purpose by every distribution; `nobody` is there where that one is not.
FALLBACK_ACCOUNTS = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """A user of this machine, by name and ids."""

    name: str
    uid: int
    gid: int

    @property
    def is_me(self) -> bool:
        """Whether this process already runs as this user."""
        return self.uid == os.geteuid()

    @property
    def other_uid(self) -> int | None:
        """The `user` argument of `subprocess`: None when the child runs as this process does anyway."""
        return None if self.is_me else self.uid

    @property
    def other_gid(self) -> int | None:
        """The `group` argument of `subprocess`, likewise."""
        return None if self.is_me else self.gid

    @property
    def other_groups(self) -> list[int] | None:
        """The `extra_groups` argument of `subprocess`, likewise: none of root's groups go along."""
        return None if self.is_me else []


def choose_account(*, data: Path | None, checkout: Path, named: str | None = None) -> Account:
    """The user that the servers run as.

    `data` is the account's own folder of an earlier start, whose owner is kept; `checkout` is the folder
    that the project lies in; `named` is a user asked for by name. For root the order is: named, owner of
    `data`, the user behind sudo, owner of `checkout`, `postgres`, `nobody`. Root itself is never taken.

    Raises EmbeddedError when the named user does not exist or is root, or when there is none to take.
    """
    if os.geteuid() != 0:
        return this_user()
    if named:
        return _by_name(named)
    owners = [data.stat().st_uid] if data else []
    owners.append(int(os.environ.get("SUDO_UID", "0")))
    owners += [checkout.stat().st_uid] if checkout.exists() else []
    for uid in filter(None, owners):
        if found := _by_uid(uid):
            return found
    for name in FALLBACK_ACCOUNTS:
        try:
            return _by_name(name)
        except EmbeddedError:
            continue
    raise EmbeddedError(
        "PostgreSQL does not run as root, and no unprivileged user was found to lend it to. "
        "Name one with --server-user, or run as an ordinary user."
    )


def can_enter(account: Account, folder: Path) -> bool:
    """Whether the account gets into the folder: tried as that user, since mode bits are not all there is."""
    return run_as(account, "/bin/sh", "-c", 'cd -- "$1"', "sh", str(folder)).returncode == 0


def run_as(account: Account, *command: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a short command as the account, in `/`, with a bare environment, and returns its output.

    Raises EmbeddedError when this process may not become that user, PermissionError when that user may
    not run the program.
    """
    try:
        return subprocess.run(
            command,
            cwd="/",
            env=bare_environment(),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            user=account.other_uid,
            group=account.other_gid,
            extra_groups=account.other_groups,
        )
    except subprocess.SubprocessError as error:
        raise EmbeddedError(f"Cannot run a program as user {account.name}: {error}") from error


def bare_environment() -> dict[str, str]:
    """An environment without the caller's PG* variables, library paths and locale."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def this_user() -> Account:
    """The user that this process runs as."""
    uid = os.geteuid()
    return _by_uid(uid) or Account(name=str(uid), uid=uid, gid=os.getegid())


def _by_uid(uid: int) -> Account | None:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:  # initdb insists on an entry, so a bare number cannot be used
        return None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _by_name(name: str) -> Account:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise EmbeddedError(f"There is no user {name} on this machine.") from None
    if entry.pw_uid == 0:
        raise EmbeddedError("PostgreSQL does not run as root; name another user.")
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
