"""The embedded servers: who gets in, what stays, and what a second start does."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import environ
import psycopg
import pytest
import redis
from django.db import connections
from django.db.utils import load_backend
from kombu import Connection
from redis.backoff import NoBackoff
from redis.retry import Retry

from factcheck import embedded, env
from tests.runtime.places import CHECKOUT, holder

pytestmark = pytest.mark.faults


def count_rows(url: str) -> int:
    with psycopg.connect(url) as session:
        row = session.execute("SELECT count(*) FROM kept").fetchone()
    assert row is not None
    return int(row[0])


def test_the_sockets_lie_in_a_folder_that_only_the_servers_user_enters(var: Path) -> None:
    with embedded.servers(var, durable=False) as running:
        folder = running.home.sockets.stat()
        assert (stat.S_IMODE(folder.st_mode), folder.st_uid) == (0o700, running.home.account.uid)
        assert sorted(path.name for path in running.home.sockets.iterdir()) == [
            ".s.PGSQL.5432",
            ".s.PGSQL.5432.lock",
            "valkey.sock",
        ]
        with psycopg.connect(running.database_url) as session:
            assert session.execute("SHOW listen_addresses").fetchone() == ("",)
        with redis.Redis.from_url(running.redis_url) as client:
            assert client.config_get("port") == {b"port": b"0"} or client.config_get("port") == {"port": "0"}


# Every way in but the right password is shut, also for the superuser, who has none.
@pytest.mark.parametrize(
    "login",
    [
        {"user": "factcheck"},
        {"user": "factcheck", "password": "factcheck"},
        {"user": "postgres"},
        {"user": "postgres", "password": ""},
    ],
)
def test_postgresql_asks_for_the_password(shared: embedded.Servers, login: dict[str, str]) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(host=str(shared.home.sockets), dbname="factcheck", **login)


def test_valkey_asks_for_the_password(shared: embedded.Servers) -> None:
    with (
        redis.Redis(unix_socket_path=str(shared.valkey.socket), retry=Retry(NoBackoff(), 0)) as client,
        pytest.raises(redis.AuthenticationError),
    ):
        client.ping()


def test_no_password_stands_on_a_command_line(shared: embedded.Servers) -> None:
    for server in (shared.postgres, shared.valkey):
        assert server.child is not None
        line = Path(f"/proc/{server.child.pid}/cmdline").read_bytes().decode()
        assert server.password not in line


def test_the_application_may_make_databases_with_the_extensions_but_is_no_superuser(
    shared: embedded.Servers,
) -> None:
    with psycopg.connect(shared.database_url, autocommit=True) as session:
        session.execute("CREATE DATABASE another")
        assert session.execute("SELECT current_setting('is_superuser')").fetchone() == ("off",)
    with psycopg.connect(shared.database_url, dbname="another") as session:
        session.execute("CREATE EXTENSION IF NOT EXISTS vector")
        assert session.execute("SELECT '[1,2]'::vector::text").fetchone() == ("[1,2]",)
        # Letters outside ASCII are letters to the trigrams: in the bare C locale they would not be.
        assert session.execute("SELECT array_length(show_trgm('Żółć'), 1)").fetchone() == (5,)


@pytest.mark.django_db
def test_django_and_celery_understand_the_addresses(shared: embedded.Servers) -> None:
    config = environ.Env.db_url_config(shared.database_url)
    backend = load_backend("django.db.backends.postgresql")
    wrapper = backend.DatabaseWrapper(connections.configure_settings({"default": config})["default"])
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone() == ("factcheck",)
    wrapper.close()
    with Connection(env.broker_url(shared.redis_url)) as broker:
        queue = broker.SimpleQueue("tried")
        queue.put({"version": 1})
        assert queue.get(timeout=5).payload == {"version": 1}
        queue.close()


def test_a_command_beside_them_finds_them_while_they_run(var: Path) -> None:
    assert embedded.addresses(var) == {}
    with embedded.servers(var, durable=False) as running:
        found = {"DATABASE_URL": running.database_url, "REDIS_URL": running.redis_url}
        assert embedded.addresses(var) == found
        mine = {name: value for name, value in os.environ.items() if name not in {*found, "DJANGO_SETTINGS_MODULE"}}
        asked = "import json, os, manage; manage.find_servers(); print(json.dumps(dict(os.environ)))"
        for given in ({}, {"REDIS_URL": "redis://elsewhere/0"}):
            there = {**mine, "VAR_DIR": str(var), **given}
            told = subprocess.run(
                [sys.executable, "-c", asked], cwd=CHECKOUT, env=there, capture_output=True, text=True, check=True
            )
            assert {name: json.loads(told.stdout).get(name) for name in found} == (
                found if not given else {"DATABASE_URL": None, **given}
            )
    assert embedded.addresses(var) == {}


def test_data_and_addresses_survive_a_restart(var: Path) -> None:
    with embedded.servers(var, durable=False) as first:
        with psycopg.connect(first.database_url) as session:
            session.execute("CREATE TABLE kept AS SELECT generate_series(1, 3)")
        addresses = (first.database_url, first.redis_url)
    with embedded.servers(var, durable=False) as second:
        assert (second.database_url, second.redis_url) == addresses
        assert count_rows(second.database_url) == 3


def test_a_second_start_says_who_has_them_and_harms_nothing(var: Path) -> None:
    first = holder(var)
    with pytest.raises(embedded.AlreadyRunningError, match=f"already in use by process {first.pid}") as refusal:
        embedded.start(var, durable=False)
    assert refusal.value.pid == first.pid
    assert first.poll() is None
    first.communicate()  # closes its input, at which it stops its servers
    assert first.returncode == 0
    embedded.start(var, durable=False).stop()


def test_a_server_that_ends_by_itself_comes_back_at_the_same_address(var: Path) -> None:
    with embedded.servers(var, durable=False) as running:
        assert running.restart_dead() == []
        assert running.valkey.child is not None
        running.valkey.child.kill()
        running.valkey.child.wait()
        assert running.restart_dead() == ["Valkey"]
        with redis.Redis.from_url(running.redis_url) as client:
            assert client.ping() is True


def test_lost_passwords_are_made_anew_and_the_data_stay(var: Path) -> None:
    with embedded.servers(var, durable=False) as first:
        with psycopg.connect(first.database_url) as session:
            session.execute("CREATE TABLE kept AS SELECT 1")
        (first.home.path / "secrets.json").write_text("{damaged")
    with embedded.servers(var, durable=False) as second:
        assert second.database_url != first.database_url
        assert count_rows(second.database_url) == 1
