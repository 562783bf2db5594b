"""Where the servers keep their things, and who owns what there.

```
HOME/                 the caller's: 0700 (0711 for root, so that the account can pass through)
  lock secrets.json postgres.log valkey.log programs/
  data/               the account's, 0700
    postgres/ valkey/ sockets/
```

HOME is `var/servers`. Root, when the account cannot get into `var/` (a checkout in a closed home), takes
`/var/lib/factcheck-workbench/<hash of var>` instead, because opening the home to the account would open
it to everybody. Nothing that exists already gets other permissions.
"""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from factcheck.embedded.account import Account, can_enter
from factcheck.embedded.errors import EmbeddedError

STATE_FOLDER = Path("/var/lib/factcheck-workbench")
SHORT_FOLDER = Path("/tmp")  # noqa: S108  # the sockets' folder in it is 0700 and checked for its owner
POSTGRES_SOCKET = ".s.PGSQL.5432"
VALKEY_SOCKET = "valkey.sock"
SOCKET_PATH_LIMIT = 100  # bytes; the kernel allows 107, some platforms 103


@dataclass(frozen=True, slots=True)
class Home:
    """The folders of one pair of servers. All paths are absolute."""

    path: Path
    account: Account
    sockets: Path

    @property
    def data(self) -> Path:
        """The account's own folder."""
        return self.path / "data"

    @property
    def postgres_data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.data / "postgres"

    @property
    def valkey_data(self) -> Path:
        """Valkey's working folder."""
        return self.data / "valkey"


def made_before(var_dir: Path, *, named: Path | None = None) -> Path | None:
    """The absolute HOME of an earlier start for this `var/`, or None. Where data are, there they stay."""
    for path in [named.resolve()] if named else _homes_of(var_dir):
        if (path / "data").is_dir():
            return path
    return None


def choose_path(var_dir: Path, account: Account, *, named: Path | None = None) -> Path:
    """The absolute HOME for a first start: `named` if given, else as the module says. Makes only `var/`.

    Raises EmbeddedError when `var/` cannot be made.
    """
    if named:
        return named.resolve()
    make_folder(var_dir.resolve(), mode=_passable())
    inside, *elsewhere = _homes_of(var_dir)
    return inside if account.is_me or can_enter(account, var_dir.resolve()) else elsewhere[0]


def make_home(path: Path, account: Account) -> Home:
    """Makes the folders under HOME that are missing and checks those that are there.

    Raises EmbeddedError when a folder belongs to somebody else or the account cannot reach it.
    """
    if path.is_relative_to(STATE_FOLDER):
        make_folder(STATE_FOLDER, mode=0o755)
    make_folder(path, mode=_passable())
    _check_owner(path, os.geteuid())
    home = Home(path, account, sockets_folder(path, account))
    for folder in (home.data, home.valkey_data, home.sockets):
        _make_private(folder, account)
    if not account.is_me and not can_enter(account, home.data):
        raise EmbeddedError(
            f"User {account.name} cannot reach {home.data}. Name a folder that it can reach with "
            "--server-dir, or another user with --server-user."
        )
    return home


def make_folder(path: Path, *, mode: int) -> None:
    """Makes a folder with this mode whatever the umask; one that exists keeps its own mode."""
    if path.is_dir():
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700)
        path.chmod(mode)
    except OSError as error:
        raise EmbeddedError(f"Cannot make the folder {path}: {error.strerror}") from error


def _make_private(folder: Path, account: Account) -> None:
    make_folder(folder, mode=0o700)
    found = folder.lstat()
    if found.st_uid == os.geteuid() != account.uid:
        os.chown(folder, account.uid, account.gid, follow_symlinks=False)
    _check_owner(folder, account.uid)
    if stat.S_IMODE(found.st_mode) != 0o700:
        folder.chmod(0o700)


def _check_owner(folder: Path, uid: int) -> None:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise EmbeddedError(f"{folder} is not a folder. Move it away.")
    if found.st_uid != uid:
        raise EmbeddedError(
            f"{folder} belongs to user id {found.st_uid}, not to {uid}. Start the workbench as the user "
            "that made it, or name another folder with --server-dir."
        )


def sockets_folder(path: Path, account: Account) -> Path:
    """Where the sockets of this HOME lie."""
    beside = path / "data" / "sockets"
    if len(os.fsencode(beside / POSTGRES_SOCKET)) < SOCKET_PATH_LIMIT:
        return beside
    return SHORT_FOLDER / f"factcheck-{account.uid}-{_short_hash(path)}"


def _homes_of(var_dir: Path) -> list[Path]:
    absolute = var_dir.resolve()
    elsewhere = [STATE_FOLDER / _short_hash(absolute)] if os.geteuid() == 0 else []
    return [absolute / "servers", *elsewhere]


def _passable() -> int:
    return 0o711 if os.geteuid() == 0 else 0o700


def _short_hash(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
