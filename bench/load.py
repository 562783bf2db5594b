"""A small load generator: connections that stay open, each asking as soon as it is answered."""

import socket
import statistics
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle

Address = tuple[str, int]


class Wire:
    """One open connection to a server."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._open()

    def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        """Status, head and body of the answer; opened anew where the server had closed it."""
        try:
            return self._asked(request)
        except OSError:
            self._open()
            return self._asked(request)

    def close(self) -> None:
        """Gives the connection up."""
        self.lines.close()
        self.socket.close()

    def _open(self) -> None:
        self.socket = socket.create_connection(self.address, timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.lines = self.socket.makefile("rb")

    def _asked(self, request: bytes) -> tuple[int, bytes, bytes]:
        self.socket.sendall(request)
        head = b"".join(iter(self.lines.readline, b"\r\n"))
        if not head:
            raise ConnectionResetError
        length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        return int(head[9:12]), head, self.lines.read(int(length or 0))


def request(path: str, **headers: str) -> bytes:
    """A GET as it goes over the wire."""
    lines = [f"GET {path} HTTP/1.1", "Host: localhost", *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode()


def rate(address: Address, requests: Sequence[bytes], status: int, *, seconds: float, wires: int) -> float:
    """Answers a second with so many connections at once. Raises RuntimeError for an answer of another status."""
    counts, wrong = [0] * wires, set()
    ends = time.perf_counter() + seconds

    def ask(at: int) -> None:
        with wire(address) as line:
            for one in cycle(requests[at::wires] or requests):
                if time.perf_counter() >= ends:
                    return
                got = line.ask(one)[0]
                if got != status:
                    wrong.add(got)
                    return
                counts[at] += 1

    began = time.perf_counter()
    threads = [threading.Thread(target=ask, args=(at,)) for at in range(wires)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise RuntimeError(f"{requests[0].splitlines()[0]!r} answered {wrong}, not {status}")
    return sum(counts) / (time.perf_counter() - began)


def times(address: Address, requests: Sequence[bytes]) -> list[float]:
    """Milliseconds of each request, one after the other."""
    found = []
    with wire(address) as line:
        for one in requests:
            began = time.perf_counter()
            status = line.ask(one)[0]
            if status != 200:
                raise RuntimeError(f"{one.splitlines()[0]!r} answered {status}")
            found.append((time.perf_counter() - began) * 1_000)
    return found


def at_percent(values: Sequence[float], percent: int) -> float:
    """The value below which so many per cent lie."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


@contextmanager
def wire(address: Address) -> Iterator[Wire]:
    """A connection, closed afterwards."""
    opened = Wire(address)
    try:
        yield opened
    finally:
        opened.close()
