"""What a crash, an older hand or another machine may have left in `var/`, and what a start makes of it."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from factcheck import embedded
from factcheck.embedded import processes
from tests.runtime.places import holder

pytestmark = pytest.mark.faults


@pytest.fixture
def stopped(var: Path) -> embedded.Servers:
    """Servers that ran once, hold a table, and were stopped."""
    with embedded.servers(var, durable=False) as running:
        with psycopg.connect(running.database_url) as session:
            session.execute("CREATE TABLE kept AS SELECT 1")
        return running


@pytest.fixture
def bystander(stopped: embedded.Servers) -> Iterator[int]:
    """The number of a live process of the servers' user that is no server."""
    owner = stopped.home.account
    child = subprocess.Popen(
        ["/bin/sleep", "60"], user=owner.other_uid, group=owner.other_gid, extra_groups=owner.other_groups
    )
    yield child.pid
    assert child.poll() is None
    child.kill()
    child.wait()


def pids_of(servers: embedded.Servers) -> list[int]:
    """The numbers in the servers' pid files."""
    files = (servers.home.postgres_data / "postmaster.pid", servers.home.valkey_data / "valkey.pid")
    return [pid for path in files if (pid := processes.read_pid(path))]


def assert_kept(var: Path) -> None:
    with embedded.servers(var, durable=False) as running, psycopg.connect(running.database_url) as session:
        assert session.execute("SELECT count(*) FROM kept").fetchone() == (1,)


def test_servers_end_with_a_killed_parent_and_the_next_start_works(stopped: embedded.Servers, var: Path) -> None:
    parent = holder(var)
    pids = pids_of(stopped)
    parent.kill()
    parent.communicate()
    assert len(pids) == 2
    for pid in pids:
        assert processes.wait_until(lambda pid=pid: not processes.is_alive(pid), seconds=20)
    assert_kept(var)


def test_servers_that_outlived_their_parent_are_stopped(stopped: embedded.Servers, var: Path) -> None:
    parent = holder(var, before="processes.die_with = lambda *_: None")  # a kernel that cannot tell children
    pids = pids_of(stopped)
    parent.kill()
    parent.communicate()
    assert [processes.is_alive(pid) for pid in pids] == [True, True]
    with embedded.servers(var, durable=False) as running:
        assert not set(pids) & set(pids_of(running))
        assert [processes.is_alive(pid) for pid in pids] == [False, False]
    assert_kept(var)


def test_a_pid_file_whose_number_went_to_another_program_stops_nobody(
    stopped: embedded.Servers, var: Path, bystander: int
) -> None:
    stale = stopped.home.postgres_data / "postmaster.pid"
    stale.write_text(f"{bystander}\n{stopped.home.postgres_data}\n1700000000\n5432\n{stopped.home.sockets}\n\n")
    os.chown(stale, stopped.home.account.uid, stopped.home.account.gid)
    (stopped.home.valkey_data / "valkey.pid").write_text(f"{bystander}\n")
    (stopped.home.sockets / ".s.PGSQL.5432.lock").write_text(f"{bystander}\n")
    assert_kept(var)


def test_what_was_committed_survives_a_killed_postgresql(var: Path) -> None:
    with embedded.servers(var, durable=True) as running:
        with psycopg.connect(running.database_url) as session:
            session.execute("CREATE TABLE kept AS SELECT 1")
        assert running.postgres.child is not None
        running.postgres.child.send_signal(signal.SIGKILL)
        running.postgres.child.wait()
        assert running.restart_dead() == ["PostgreSQL"]
        with psycopg.connect(running.database_url) as session:
            assert session.execute("SELECT count(*) FROM kept").fetchone() == (1,)


def test_a_half_made_data_folder_is_made_again(stopped: embedded.Servers, var: Path) -> None:
    draft = stopped.home.data / "postgres.new"
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18\n")
    assert_kept(var)
    assert not draft.exists()


# A folder that PostgreSQL cannot open is named, with the way out, and left as it was.
@pytest.mark.parametrize(
    ("version", "word"),
    [
        ("99\n", r"made by PostgreSQL 99, which is newer than the installed 18"),
        ("17\n", r"made by PostgreSQL 17, which is older than the installed 18"),
        ("", r"not a whole PostgreSQL data folder"),  # cut off by a full disk
        (None, r"not a whole PostgreSQL data folder"),
    ],
)
def test_unusable_data_are_named_and_left_alone(
    stopped: embedded.Servers, var: Path, version: str | None, word: str
) -> None:
    marker = stopped.home.postgres_data / "PG_VERSION"
    kept = marker.read_text()
    if version is None:
        marker.unlink()
    else:
        marker.write_text(version)
    before = sorted(stopped.home.data.rglob("*"))
    with pytest.raises(embedded.UnusableDataError, match=word):
        embedded.start(var, durable=False)
    assert sorted(stopped.home.data.rglob("*")) == before
    marker.write_text(kept)
    os.chown(marker, stopped.home.account.uid, stopped.home.account.gid)
    assert_kept(var)
