"""What somebody else's address may make this server call, and how much of an answer it takes."""

import gzip
import http.server
import ssl
import threading
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sources.connecting import Door
from sources.engine.addresses import is_public
from sources.errors import FetchRefused, Unreachable
from sources.fetching import Limits, checked, fetch
from tests.sites import LOOPBACK, Site, body


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        # This machine, in every spelling that a resolver gives it.
        ("127.0.0.1", False),
        ("127.255.255.254", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("::", False),
        ("::ffff:127.0.0.1", False),
        ("::127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        # The house and its neighbours.
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("172.32.0.1", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("fec0::1", False),
        # Doors to IPv4 through IPv6.
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("2001:0:7f00:1::", False),
        # Everybody at once, and nobody.
        ("224.0.0.1", False),
        ("ff02::1", False),
        ("255.255.255.255", False),
        ("localhost", False),
        ("", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_network_that_a_site_names_is_let_through() -> None:
    assert is_public("10.1.2.3", also=(ip_network("10.1.0.0/16"),))
    assert not is_public("10.2.2.3", also=(ip_network("10.1.0.0/16"),))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "//example.org/",
        "example.org",
        "http://user@example.org/",
        "http://user:word@example.org/",
        "http://example.org\\@127.0.0.1/",
        "http://exam ple.org/",
        "http://example.org/\r\nHost: other",
        "http://example.org:22/",
        "http://example.org:0/",
        "http://example.org:99999/",
        "http://[::1/",
    ],
)
def test_what_is_no_address_to_call(url: str) -> None:
    with pytest.raises(FetchRefused):
        checked(url)


# Each leads to this machine, whatever it looks like; the server behind it would answer.
@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"]
)
def test_this_machine_is_not_called(host: str, site: Site) -> None:
    site.pages["/"] = body(b"secret")
    with pytest.raises((FetchRefused, Unreachable)):  # a resolver may also know no host of such a name
        fetch(f"http://{host}:{site.port}/", door=Door(ports=frozenset({site.port})))
    assert site.asked == []


def test_an_answer_comes_whole(site: Site) -> None:
    site.pages["/"] = body(b"Fourteen.", X_Desk="one")
    answer = fetch(site.address("/"), method="POST", content=b"{}", headers={"X-Mine": "two"}, door=site.door)
    assert (answer.status, answer.body, answer.headers["x-desk"]) == (200, b"Fourteen.", "one")
    assert site.asked == [("POST", "/")]
    assert (site.headers[0]["x-mine"], site.headers[0]["content-length"]) == ("two", "2")


def test_a_redirect_is_followed_and_its_target_is_checked(site: Site) -> None:
    site.pages["/moved"] = body(b"", 302, Location="/here")
    site.pages["/here"] = body(b"here")
    site.pages["/away"] = body(b"", 302, Location="http://10.0.0.1/")
    site.pages["/file"] = body(b"", 302, Location="file:///etc/passwd")
    answer = fetch(site.address("/moved"), method="POST", content=b"{}", door=site.door)
    assert (answer.body, answer.url) == (b"here", site.address("/here"))
    assert site.asked == [("POST", "/moved"), ("GET", "/here")]
    for page in ("/away", "/file"):
        with pytest.raises(FetchRefused):
            fetch(site.address(page), door=site.door)


def test_a_secret_stays_with_the_host_it_is_for(site: Site) -> None:
    site.pages["/moved"] = body(b"", 307, Location=f"http://localhost:{site.port}/here")
    site.pages["/here"] = body(b"here")
    door = Door((LOOPBACK, ip_network("::1/128")), site.door.ports)
    fetch(site.address("/moved"), headers={"Authorization": "Bearer secret"}, door=door)
    assert ["authorization" in headers for headers in site.headers] == [True, False]


def test_a_loop_ends(site: Site) -> None:
    site.pages["/"] = body(b"", 302, Location="/")
    with pytest.raises(FetchRefused, match="more than 3 times"):
        fetch(site.address("/"), limits=Limits(redirects=3), door=site.door)
    assert len(site.asked) == 4


def test_a_long_answer_is_cut_off_and_a_packed_one_too(site: Site) -> None:
    packed = gzip.compress(b"0" * 2_000_000)
    assert len(packed) < 10_000
    site.pages["/long"] = body(b"0" * 10_001)
    site.pages["/bomb"] = body(packed, Content_Encoding="gzip")
    site.pages["/fits"] = body(gzip.compress(b"0" * 10_000), Content_Encoding="gzip")
    site.pages["/odd"] = body(b"0", Content_Encoding="br")
    for page in ("/long", "/bomb", "/odd"):
        with pytest.raises(FetchRefused):
            fetch(site.address(page), limits=Limits(bytes=10_000), door=site.door)
    assert fetch(site.address("/fits"), limits=Limits(bytes=10_000), door=site.door).body == b"0" * 10_000


def test_a_drip_of_bytes_ends_at_the_deadline(site: Site) -> None:
    ended = threading.Event()

    def drip(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        try:
            while not ended.wait(0.05):
                handler.wfile.write(b"0")
        except OSError:
            handler.close_connection = True

    site.pages["/"] = drip
    with pytest.raises(Unreachable, match=r"within 0\.5 seconds"):
        fetch(site.address("/"), limits=Limits(seconds=0.5), door=site.door)
    ended.set()


def test_nobody_there_is_said(site: Site) -> None:
    site.server.server_close()
    with pytest.raises(Unreachable):
        fetch(site.address("/"), door=site.door)


def test_a_certificate_that_nobody_vouches_for_is_refused(site: Site, tmp_path: Path) -> None:
    """It is for the right address and in time: what it lacks is somebody whom this machine trusts."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "desk")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (tmp_path / "both.pem").write_bytes(secret + made.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "both.pem")
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.pages["/"] = body(b"here")
    with pytest.raises(Unreachable, match="certificate"):
        fetch(site.address("/").replace("http:", "https:"), door=site.door)
    assert site.asked == []
