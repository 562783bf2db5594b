"""Connections to machines that were looked at first, and that end at a deadline."""

import socket
import ssl
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as ResolvedTooLate
from dataclasses import dataclass, field
from ipaddress import ip_address

import httpcore

from sources.engine.addresses import Network, is_public
from sources.errors import FetchRefused

PORTS = {"http": 80, "https": 443}
_RESOLVERS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="resolver")


@dataclass(frozen=True, slots=True)
class Door:
    """Where calls may go. networks: addresses that are let through although they are not public.

    ports: those of http and https, and no others, but for tests, whose servers listen elsewhere. plain: whether http is
    good enough for names and public addresses; to an address in `networks`, given by its number, it always is.
    """

    networks: tuple[Network, ...] = ()
    ports: frozenset[int] = field(default_factory=lambda: frozenset(PORTS.values()))
    plain: bool = True

    def lets_plain(self, host: str) -> bool:
        """Whether this host may be called without encryption."""
        try:
            number = ip_address(host)
        except ValueError:
            return self.plain
        return self.plain or any(number in network for network in self.networks)


class Guarded(httpcore.SyncBackend):
    """Connects to addresses that were looked at, and to nothing else; nothing of it outlasts the deadline."""

    def __init__(self, door: Door, deadline: float) -> None:
        self.door = door
        self.deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = _resolved(host, port, left(self.deadline))
        if not all(is_public(address, also=self.door.networks) for address in addresses):
            raise FetchRefused(f"{host} leads to a machine that is not on the open internet.")
        last: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in addresses:
            try:
                stream = super().connect_tcp(address, port, left(self.deadline), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
            else:
                return Timed(stream, self.deadline)
        raise last or httpcore.ConnectError(f"{host} has no address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None
    ) -> httpcore.NetworkStream:
        raise FetchRefused("A socket of this machine is not called.")


class Timed(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline: a drip of bytes would keep one alive for ever."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self.stream = stream
        self.deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, left(self.deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, left(self.deadline))

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self.stream.start_tls(ssl_context, server_hostname, left(self.deadline))
        return Timed(inner, self.deadline)

    def get_extra_info(self, info: str) -> object:
        return self.stream.get_extra_info(info)


def left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time is up")
    return left


def _resolved(host: str, port: int, seconds: float) -> Sequence[str]:
    """The addresses of a host, each once. In a thread, since a resolver has a patience of its own."""
    looking = _RESOLVERS.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    try:
        found = looking.result(timeout=seconds)
    except ResolvedTooLate as error:
        raise httpcore.ConnectTimeout(f"{host} could not be resolved in time") from error
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"there is no host of that name: {host}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
