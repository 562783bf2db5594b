"""A broker in trouble holds nobody up: senders go on, and who cannot be counted is not let in."""

import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
from celery import current_app
from celery.signals import celeryd_init
from kombu import Connection, pools

from claims import tasks
from factcheck import env, guesses
from factcheck.embedded.account import choose_account
from factcheck.embedded.place import make_home
from factcheck.embedded.programs import find_programs
from factcheck.embedded.valkey import Valkey
from tests.servers import new_folder


@pytest.fixture
def full() -> Iterator[str]:
    """The address of a server that has room for nothing more."""
    folder = new_folder()
    account = choose_account(data=None, checkout=Path(__file__))
    home = make_home(folder / "servers", account)
    server = Valkey(home, find_programs(account, home.path / "programs"), "only-for-this-test")
    server.start()
    server.wait()
    with redis.Redis.from_url(server.url) as client:
        client.config_set("maxmemory", "1")
    yield server.url
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"redis://127.0.0.1:{listener.getsockname()[1]}/0"


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        ("full", "command not allowed when used memory > 'maxmemory'."),
        ("silent", "Timeout reading from socket"),
    ],
)
def test_a_broker_in_trouble_holds_nobody_up(
    trouble: str,
    said: str,
    request: pytest.FixtureRequest,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    url = request.getfixturevalue(trouble)
    broker = Connection(env.broker_url(url), transport_options=dict(current_app.conf.broker_transport_options))
    monkeypatch.setattr(current_app.amqp, "_producer_pool", pools.producers[broker])
    settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": url}}
    began = time.monotonic()
    assert tasks.send(1) is False
    assert said in caplog.text
    with pytest.raises(guesses.CannotCount):
        guesses.count("login-name", "mira")
    assert time.monotonic() - began < 4  # a second each, where the server says nothing
    pools.producers[broker].force_close_all()


def test_a_worker_waits_longer_for_its_broker_than_a_sender() -> None:
    waiting = current_app.conf.broker_transport_options["socket_timeout"]
    with_worker = type("Conf", (), {"broker_transport_options": dict(current_app.conf.broker_transport_options)})()
    celeryd_init.send(sender="worker@desk", instance=None, conf=with_worker, options={})
    assert (waiting, with_worker.broker_transport_options["socket_timeout"]) == (1, 5)
