"""The tests' own surroundings."""

import socket
import subprocess

import pytest
import redis
from django.conf import settings
from django.db import connection

from tests import servers


@pytest.mark.django_db
def test_the_database_is_postgresql_18_with_vectors_and_trigrams() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        assert int(cursor.fetchone()[0]) // 10_000 == 18
        cursor.execute("SELECT '[3,4]'::vector <-> '[0,0]'::vector, similarity('ferry', 'ferry')")
        assert cursor.fetchone() == (5.0, 1.0)


def test_the_redis_server_answers() -> None:
    with redis.Redis.from_url(settings.ENV.redis_url) as client:
        assert client.ping() is True


def test_no_connection_leaves_the_machine() -> None:
    with socket.socket() as outgoing, pytest.raises(UserWarning, match=r"192\.0\.2\.1"):
        outgoing.connect(("192.0.2.1", 80))


def test_no_name_server_is_asked() -> None:
    with pytest.raises(socket.gaierror, match=r"No test looks up 'news\.example'"):
        socket.getaddrinfo("news.example", 443)


def test_only_the_folders_of_runs_that_are_gone_are_removed() -> None:
    gone = subprocess.Popen(["/bin/true"])
    gone.wait()
    ours = servers.new_folder()  # nothing runs in it, as between two starts in one test
    left = ours.with_name(f"{servers.PREFIX}{gone.pid}-left")
    (left / "var").mkdir(parents=True)
    servers.remove_leftovers()
    assert (left.exists(), ours.exists()) == (False, True)
    ours.rmdir()
