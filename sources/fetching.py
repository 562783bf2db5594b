"""Guarded HTTP: the one door through which this product calls an address that somebody else wrote.

A name is resolved once; unless every address that it has is public, nothing is sent; the connection goes to an address
that was looked at, so there is no second look-up that could give another. Redirects are followed by our own loop, each
hop checked. Bytes, time and redirects are capped. No proxy and no credentials of the environment are used.
"""

import ssl
import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import httpcore
import httpx

from sources.connecting import PORTS, Door, Guarded
from sources.errors import FetchRefused, Unreachable

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEEPS_METHOD = frozenset({307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds: for the whole of it, redirects included. bytes: of the body, once unpacked."""

    seconds: float = 15.0
    bytes: int = 10_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back in the end. url: after redirects. headers: names in lower case, the last of each."""

    status: int
    url: str
    headers: Mapping[str, str]
    body: bytes


def fetch(
    url: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
    limits: Limits | None = None,
    door: Door | None = None,
) -> Answer:
    """Sends a request to an address that somebody else wrote, and gives the answer, whatever its status.

    Raises FetchRefused where the address, or one that it redirects to, is not to be called, or the answer is over a
    limit; Unreachable where nobody answers in time.
    """
    limits, door = limits or Limits(), door or Door()
    deadline = time.monotonic() + limits.seconds
    sent = dict(headers or {})
    for _ in range(limits.redirects + 1):
        target = checked(url, door)
        answer = _once(target, (method, sent, content), Guarded(door, deadline), limits)
        location = answer.headers.get("location")
        if answer.status not in REDIRECTS or not location:
            return answer
        if answer.status not in _KEEPS_METHOD and method != "HEAD":
            method, content = "GET", None
        following = _joined(target, location)
        if (following.scheme, following.host) != (target.scheme, target.host):
            sent = {name: value for name, value in sent.items() if name.lower() not in {"authorization", "cookie"}}
        url = str(following)
    raise FetchRefused(f"The address redirects more than {limits.redirects} times.")


def checked(url: str, door: Door | None = None) -> httpx.URL:
    """An address that may be called as far as its spelling says. Raises FetchRefused."""
    if any(character.isspace() or not character.isprintable() or character == "\\" for character in url):
        raise FetchRefused("The address has characters that no address has.")
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchRefused("This is no address of the web.") from error
    if target.scheme not in PORTS or not target.host:
        raise FetchRefused("Only addresses that begin with http:// or https:// and name a host are called.")
    if target.userinfo:
        raise FetchRefused("An address with a name or a password before the host is not called.")
    if target.scheme == "http" and not (door or Door()).lets_plain(target.host):
        said = f"Anybody on the way could read what {target.host} is told."
        raise FetchRefused(f"{said} Give an https:// address, or have the site set CALL_PLAIN.")
    if (PORTS[target.scheme] if target.port is None else target.port) not in (door or Door()).ports:
        raise FetchRefused("Only the ports 80 and 443 are called.")
    return target


def _joined(target: httpx.URL, location: str) -> httpx.URL:
    try:
        return target.join(location)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchRefused("It redirects to something that is no address of the web.") from error


def _once(
    target: httpx.URL, what: tuple[str, Mapping[str, str], bytes | None], backend: Guarded, limits: Limits
) -> Answer:
    """One request and its answer, no redirect followed. what: method, headers, body."""
    method, headers, content = what
    sent = {"Host": target.netloc.decode("ascii"), "Accept-Encoding": "gzip", "User-Agent": "factcheck-workbench"}
    sent |= {"Content-Length": str(len(content))} if content is not None else {}
    timeout = dict.fromkeys(("connect", "read", "write", "pool"), limits.seconds)
    try:
        with (
            httpcore.ConnectionPool(ssl_context=ssl.create_default_context(), network_backend=backend) as pool,
            pool.stream(
                method,
                str(target),
                headers=list({**sent, **headers}.items()),
                content=content,
                extensions={"timeout": timeout},
            ) as response,
        ):
            named = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            packed = named.get("content-encoding", "identity").strip().lower()
            body = b"" if method == "HEAD" else _read(response.iter_stream(), packed, limits.bytes)
    except httpcore.TimeoutException as error:
        raise Unreachable(f"{target.host} did not answer within {limits.seconds:g} seconds.") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError) as error:
        raise Unreachable(f"{target.host} could not be reached: {error}.") from error
    return Answer(response.status, str(target), named, body)


def _read(chunks: Iterable[bytes], packed: str, most: int) -> bytes:
    """The body, unpacked piece by piece, so that a small one cannot unfold to more than `most`."""
    if packed not in {"identity", "gzip", ""}:
        raise FetchRefused(f"The answer is packed as {packed[:20]!r}, which was not asked for.")
    unpacker = zlib.decompressobj(wbits=31) if packed == "gzip" else None
    body = bytearray()
    for chunk in chunks:
        try:
            body += unpacker.decompress(chunk, most + 1 - len(body)) if unpacker else chunk
        except zlib.error as error:
            raise Unreachable("The answer could not be unpacked.") from error
        if len(body) > most or (unpacker and unpacker.unconsumed_tail):
            raise FetchRefused(f"The answer is over {most:,} bytes.")
    return bytes(body)
