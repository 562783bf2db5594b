"""Servers on loopback for what the product calls: their pages are functions, and they remember who asked."""

import http.server
import threading
from collections.abc import Callable
from ipaddress import ip_network

from sources.connecting import Door

LOOPBACK = ip_network("127.0.0.0/8")


class Site:
    """A server on loopback whose pages are functions, and the requests that reached it."""

    def __init__(self) -> None:
        self.pages: dict[str, Callable[[http.server.BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.bodies: list[bytes] = []
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                site.asked.append((self.command, self.path))
                site.headers.append({name.lower(): value for name, value in self.headers.items()})
                site.bodies.append(self.rfile.read(int(self.headers.get("Content-Length", 0))))
                site.pages[self.path](self)

            do_GET = do_POST = answer  # noqa: N815  # the names are the library's

            def log_message(self, *args: object) -> None:
                """Tests print nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.door = Door((LOOPBACK,), frozenset({self.port}))
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        """Answers nobody any more; whoever connects is refused."""
        self.server.shutdown()
        self.server.server_close()

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


def body(content: bytes, status: int = 200, **headers: str) -> Callable[[http.server.BaseHTTPRequestHandler], None]:
    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer
