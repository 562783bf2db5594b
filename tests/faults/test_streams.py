"""Streams under the web server as it runs: they leave threads to pages, and end politely when it stops."""

import http.client
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from claims.services import events
from tests import factories, processes

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
PATH = "/api/v1/events/stream"


@pytest.fixture
def asked() -> Iterator[Callable[..., http.client.HTTPResponse | None]]:
    """Asks, on a connection of its own: the answer, its headers read; None while nobody listens."""
    opened: list[http.client.HTTPConnection] = []

    def ask(port: int, path: str, key: str = "") -> http.client.HTTPResponse | None:
        opened.append(http.client.HTTPConnection("127.0.0.1", port, timeout=30))
        try:
            opened[-1].request("GET", path, headers={"Authorization": f"Bearer {key}"} if key else {})
            return opened[-1].getresponse()
        except ConnectionError:
            return None

    yield ask
    for one in opened:
        one.close()


def test_streams_leave_room_for_pages_and_end_with_the_server(
    tmp_path: Path, checker: User, asked: Callable[..., Any]
) -> None:
    key = factories.key(checker)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server: tuple[str, ...] = ("-m", "gunicorn", "factcheck.wsgi", "--bind", f"127.0.0.1:{port}", "--threads", "3")
    server += ("--config", "python:factcheck.serving", "--no-control-socket", "--graceful-timeout", "60")
    settings = {"EVENT_STREAMS": "2", "ALLOWED_HOSTS": "127.0.0.1"}
    with processes.started(*server, log=tmp_path / "web.log", **settings) as process:
        processes.wait_until(lambda: asked(port, "/healthz") is not None, 60, "the web server answers")
        streams: list[Any] = [asked(port, PATH, key) for _ in range(2)]
        assert [stream.readline() for stream in streams] == [b"retry: 2000\n"] * 2
        refused = asked(port, PATH, key)
        assert refused is not None
        assert (refused.status, refused.headers["Retry-After"]) == (503, "10")
        page = asked(port, "/readyz")
        assert page is not None
        assert page.status == 200
        events.version_recorded(factories.first_version("Nothing to count."))
        events.number()
        assert [stream.readline() for stream in streams] == [b"\n"] * 2
        assert [stream.readline() for stream in streams] == [b"id: 1\n"] * 2
        process.terminate()
        # Each answer ends as answers do: one that is cut off would raise IncompleteRead.
        assert all(stream.read().endswith(b"\n\n") for stream in streams)
        assert process.wait(30) == 0
