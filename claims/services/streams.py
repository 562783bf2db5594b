"""Streams of events: one connection listens for all of a process's streams, and they wait without looking.

Each stream keeps a thread of the web server for as long as it is open, so a process has few of them.
"""

import threading
import time
from collections.abc import Callable, Sequence

import psycopg
import structlog
from django.conf import settings
from django.db import DatabaseError, connection

from claims.errors import TooManyStreams
from claims.models import Event
from claims.services.events import NUMBERED

log = structlog.get_logger(__name__)

# A stream that has nothing to say shows after so many seconds that it is there; so a client that left is noticed too.
HEARTBEAT = 15.0
# A stream ends after so many; its client asks again, and is looked at again.
LONGEST = 600.0
# How long the database is listened to before a look at whether anybody still wants to hear.
PATIENCE = 0.5

Read = Callable[[int], Sequence[Event]]
Write = Callable[[Sequence[Event]], bytes]


class Hub:
    """What the streams of this process share: how many are open, and how often the database said that there is more."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.open = 0
        self.heard = 0
        self.closing = False
        self.listener: threading.Thread | None = None

    def enter(self) -> None:
        """Counts a stream. Raises TooManyStreams."""
        with self.changed:
            if self.closing or self.open >= settings.EVENT_STREAMS:
                raise TooManyStreams("As many streams are open as may be. Ask again later, or read /api/v1/events.")
            self.open += 1
            if self.listener is None:
                self.listener = threading.Thread(target=self._listen, name="events", daemon=True)
                self.listener.start()

    def leave(self) -> None:
        """One stream less."""
        with self.changed:
            self.open -= 1

    def more_than(self, heard: int, seconds: float) -> None:
        """Waits until the database said something after `heard`, at most so long, or until all have to end."""
        with self.changed:
            self.changed.wait_for(lambda: self.heard != heard or self.closing, seconds)

    def close(self) -> None:
        """Ends all streams of this process, for good."""
        with self.changed:
            self.closing = True
            self.changed.notify_all()

    def _listen(self) -> None:
        while self._wanted():
            try:
                with connection.cursor() as cursor:
                    cursor.execute(f"LISTEN {NUMBERED}")
                self._say()  # what was numbered before somebody listened
                while self._wanted():
                    for _ in connection.connection.notifies(timeout=PATIENCE, stop_after=1):
                        self._say()
            except (DatabaseError, psycopg.Error) as error:
                log.warning("streams_without_database", error=str(error))
                with self.changed:
                    self.changed.wait_for(lambda: self.closing, PATIENCE)
            finally:
                connection.close()

    def _wanted(self) -> bool:
        """Whether a stream is open; if none is, the next one starts a listener of its own."""
        with self.changed:
            if self.open == 0 or self.closing:
                self.listener = None
                return False
            return True

    def _say(self) -> None:
        with self.changed:
            self.heard += 1
            self.changed.notify_all()


HUB = Hub()


class Stream:
    """What comes after a place in the sequence, as bytes, for as long as the client stays.

    read: the events after a number, in order. written: them as they go out; given none, a sign of life. opening: sent
    at once. A stream holds no connection to the database while it waits. Raises TooManyStreams.
    """

    def __init__(self, read: Read, after: int, *, written: Write, opening: bytes) -> None:
        self.read, self.after, self.written, self.opening = read, after, written, opening
        self.ends = time.monotonic() + LONGEST
        self.closed = threading.Event()
        HUB.enter()

    def __iter__(self) -> "Stream":
        return self

    def __next__(self) -> bytes:
        opening, self.opening = self.opening, b""
        return opening or self._next()

    def _next(self) -> bytes:
        silent_until = min(time.monotonic() + HEARTBEAT, self.ends)
        while not HUB.closing and not self.closed.is_set() and time.monotonic() < self.ends:
            heard = HUB.heard
            if found := self._found():
                self.after = found[-1].sequence or self.after
                return self.written(found)
            HUB.more_than(heard, silent_until - time.monotonic())
            if time.monotonic() >= silent_until:
                return self.written(())
        raise StopIteration

    def close(self) -> None:
        """Called by the web server at the end, however it came."""
        if not self.closed.is_set():
            self.closed.set()
            HUB.leave()

    def _found(self) -> Sequence[Event]:
        """What is new; the stream ends where the database is out of reach, and the client comes again."""
        try:
            return self.read(self.after)
        except DatabaseError as error:
            log.warning("stream_without_database", error=str(error))
            raise StopIteration from error
        finally:
            connection.close()
