"""What happened, as a list and as a stream: in order, without gaps, and nothing that the client may not see."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer
from rest_framework.test import APIClient

from claims.models import Event
from claims.services import events, streams, webhooks
from sources.models import Article
from tests import factories
from tests.processes import wait_until


def happened(text: str = "Nothing to count.") -> int:
    """The number of what is told of a new version."""
    version = factories.first_version(text)
    Event.objects.filter(article=version.article_id).delete()
    events.version_recorded(version)
    events.number()
    sequence = Event.objects.latest("id").sequence
    assert sequence is not None
    return sequence


def test_they_are_read_from_a_place_on(checking: APIClient) -> None:
    numbers = [happened(f"Text {letter}.") for letter in "abc"]
    first = checking.get("/api/v1/events?limit=2").json()
    assert [one["sequence"] for one in first["results"]] == numbers[:2]
    rest = checking.get(first["next"]).json()
    assert ([one["sequence"] for one in rest["results"]], rest["next"]) == (numbers[2:], None)
    assert checking.get(f"/api/v1/events?after={numbers[2]}").json() == {"next": None, "results": []}
    assert checking.get("/api/v1/events?types=flag.opened").json()["results"] == []
    of_type = checking.get("/api/v1/events?types=flag.opened,version.recorded&after=1").json()["results"]
    assert [one["sequence"] for one in of_type] == numbers[1:]


def test_one_is_as_a_webhook_is_told_it(checking: APIClient) -> None:
    happened()
    event = Event.objects.get()
    (shown,) = checking.get("/api/v1/events").json()["results"]
    assert shown == {
        "id": str(event.uid),
        "sequence": event.sequence,
        "type": "version.recorded",
        "timestamp": event.at.isoformat().replace("+00:00", "Z"),
        "data": event.payload,
    }


def test_what_a_reporter_may_not_see_and_tests_of_webhooks_are_left_out(
    reporting: APIClient, checking: APIClient, reporter: User, desk_head: User
) -> None:
    happened("Of others.")
    mine = happened("My own.")
    Article.objects.filter(events__sequence=mine).update(created_by=reporter)
    webhooks.send_test(webhooks.add("https://example.org/", [], by=desk_head), by=desk_head)
    assert [one["sequence"] for one in reporting.get("/api/v1/events").json()["results"]] == [mine]
    assert len(checking.get("/api/v1/events").json()["results"]) == 2


@pytest.mark.parametrize(
    "asked", ["after=-1", "after=x", "after=9223372036854775808", "types=rumour", "limit=0", "limit=1001", "since=1"]
)
@pytest.mark.parametrize("path", ["/api/v1/events", "/api/v1/events/stream"])
def test_what_cannot_be_read_is_refused(path: str, asked: str, checking: APIClient) -> None:
    answer = checking.get(f"{path}?{asked}", headers={"Accept": "text/event-stream, application/json"})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert streams.HUB.open == 0


class Reader:
    """A client of the stream, that reads event by event."""

    def __init__(self, server: LiveServer, token: str, path: str, **headers: str) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=30)
        self.connection.request("GET", path, headers={"Authorization": token, "Accept": "text/event-stream", **headers})
        self.answer = self.connection.getresponse()

    def block(self) -> list[str]:
        """The lines up to an empty one."""
        lines = iter(lambda: self.answer.readline().decode().rstrip("\n"), "")
        return list(lines)

    def close(self) -> None:
        self.answer.close()
        self.connection.close()


@pytest.fixture
def token(checking: APIClient) -> str:
    return str(checking._credentials.get("HTTP_AUTHORIZATION") or checking.defaults["HTTP_AUTHORIZATION"])


@pytest.fixture
def reading(live_server: LiveServer, token: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Reader]]:
    """Opens streams, which show that they live so often that their end is noticed soon."""
    monkeypatch.setattr(streams, "HEARTBEAT", 0.1)
    opened: list[Reader] = []

    def open_one(path: str = "/api/v1/events/stream", **headers: str) -> Reader:
        opened.append(Reader(live_server, token, path, **headers))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()
    wait_until(lambda: streams.HUB.open == 0 and streams.HUB.listener is None, 10, "no stream is open")


def events_of(reader: Reader) -> Iterator[tuple[int, dict[str, Any]]]:
    while lines := reader.block():
        if lines[0].startswith("id: "):
            assert lines[1].startswith("event: ")
            yield int(lines[0].removeprefix("id: ")), json.loads(lines[2].removeprefix("data: "))


@pytest.mark.django_db(transaction=True)
def test_a_stream_tells_what_was_missed_and_what_happens(reading: Callable[..., Reader]) -> None:
    missed = happened("Before.")
    stream = reading()
    assert (stream.answer.status, stream.answer.headers["Content-Type"]) == (200, "text/event-stream")
    assert stream.block() == ["retry: 2000"]
    told = events_of(stream)
    assert next(told)[0] == missed
    now = happened("Now.")
    sequence, shown = next(told)
    assert (sequence, shown["sequence"], shown["type"]) == (now, now, "version.recorded")
    again = events_of(reading(**{"Last-Event-ID": str(missed)}))
    assert next(again)[0] == now


@pytest.mark.django_db(transaction=True)
def test_there_are_only_so_many_at_once_and_a_client_that_left_makes_room(
    reading: Callable[..., Reader], settings: Any
) -> None:
    settings.EVENT_STREAMS = 1
    first = reading()
    assert first.block() == ["retry: 2000"]
    refused = reading()
    assert (refused.answer.status, refused.answer.headers["Retry-After"]) == (503, "10")
    assert json.loads(refused.answer.read())["code"] == "too_many_streams"
    first.close()
    wait_until(lambda: streams.HUB.open == 0, 10, "the first one's end was noticed")
    assert reading().answer.status == 200


@pytest.mark.django_db(transaction=True)
def test_a_stream_ends_after_its_time_and_when_the_server_stops(
    reading: Callable[..., Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "LONGEST", 0.0)
    assert list(events_of(reading())) == []
    monkeypatch.setattr(streams, "LONGEST", 600.0)
    stream = reading()
    monkeypatch.setattr(streams.HUB, "closing", False)  # put back afterwards
    streams.HUB.close()
    assert list(events_of(stream)) == []


def test_waiting_takes_no_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream reads once at its start, once when it is told that there is more, and not in between."""
    monkeypatch.setattr(streams, "HUB", hub := streams.Hub())
    monkeypatch.setattr(hub, "_listen", lambda: None)
    read: list[int] = []
    waits = threading.Event()

    def look(after: int) -> list[Event]:
        read.append(after)
        waits.set()
        return [Event(sequence=8)] if len(read) > 1 else []

    stream = streams.Stream(look, 7, written=lambda found: f"{len(found)}".encode(), opening=b"hello")
    assert next(stream) == b"hello"
    got: list[bytes] = []
    thread = threading.Thread(target=lambda: got.append(next(stream)))
    thread.start()
    assert waits.wait(10)
    hub._say()
    thread.join(10)
    stream.close()
    stream.close()
    assert (got, read, stream.after, hub.open) == ([b"1"], [7, 7], 8, 0)
