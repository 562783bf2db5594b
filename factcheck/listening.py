"""The web server's socket, opened before anything else is started.

So a taken port is found at once, a browser that comes early waits instead of being refused, and a web
server that has to be started again loses no visitor.
"""

import errno
import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address

BACKLOG = 512
REASONS = {
    errno.EADDRINUSE: "is taken by another program. Choose another with --port, as in `make run ARGS='--port 8001'`",
    errno.EACCES: "may be opened by root only. Choose one above 1023 with --port",
    errno.EADDRNOTAVAIL: "is not on this machine. Choose another address with --host",
}


class PortTakenError(RuntimeError):
    """The address cannot be listened on. The message names the flag that changes it."""


@dataclass(frozen=True, slots=True)
class Listener:
    """An open listening socket. `descriptor` may be handed to a child."""

    host: str
    port: int
    descriptor: int

    @property
    def address(self) -> str:
        """What to type into a browser on this machine."""
        return f"http://{_bracketed(self._reachable)}:{self.port}/"

    @property
    def _reachable(self) -> str:
        try:
            every = ip_address(self.host).is_unspecified
        except ValueError:  # a name
            return self.host
        return {4: "127.0.0.1", 6: "::1"}[ip_address(self.host).version] if every else self.host

    def get(self, path: str, *, seconds: float = 5.0) -> tuple[int, bytes] | None:
        """Status and body of the answer to a GET; None when there is none in time."""
        connection = http.client.HTTPConnection(self._reachable, self.port, timeout=seconds)
        try:
            connection.request("GET", path, headers={"Host": "localhost"})
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()


@contextmanager
def listen(host: str, port: int) -> Iterator[Listener]:
    """Listens on the address as long as the block lasts. Raises PortTakenError."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror as error:
        raise PortTakenError(f"{host} is no address: {error.strerror}. Choose another with --host") from error
    with socket.socket(family, kind, protocol) as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind(address)
            opened.listen(BACKLOG)
        except OSError as error:
            reason = REASONS.get(error.errno or 0, f"cannot be listened on: {error.strerror}")
            raise PortTakenError(f"Port {port} of {host} {reason}.") from error
        yield Listener(host, opened.getsockname()[1], opened.fileno())


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
