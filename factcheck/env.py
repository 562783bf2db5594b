"""Reads the environment once, typed; every setting that a site may set is named here and in docs/settings.md.

A secret may come from a file: `SECRET_KEY_FILE=/run/secrets/key` stands for `SECRET_KEY`.
"""

import os
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

BASE_DIR = Path(__file__).resolve().parent.parent


class Misconfigured(ValueError):
    """A setting has a value that cannot be used; the message names the setting and the way out."""


@dataclass(frozen=True, slots=True)
class Env:
    """The site's settings. Times are in seconds, sizes in characters."""

    var: Path
    debug: bool
    secret_key: str
    secret_key_fallbacks: tuple[str, ...]
    allowed_hosts: tuple[str, ...]
    csrf_trusted_origins: tuple[str, ...]
    behind_tls: bool
    database_url: str
    prepared_statements: bool
    redis_url: str
    require_two_factor: str
    code_tolerance: int
    breached_passwords: Path | None
    email_url: str
    mail_from: str
    oidc_issuer: str
    oidc_client_id: str
    oidc_client_secret: str
    oidc_name: str
    time_zone: str
    log_level: str
    log_json: bool
    lease: int
    attempts: int
    sweep_every: float
    text_limit: int
    public_url: str
    public_name: str
    judge: str
    judge_model: str
    call_networks: tuple[IPv4Network | IPv6Network, ...]
    call_ports: frozenset[int]
    call_plain: bool
    api_rate: int
    event_streams: int


def text(name: str, default: str = "") -> str:
    """The value of `name`, or the content of the file that `name`_FILE points to, or the default."""
    path = os.environ.get(f"{name}_FILE")
    if path and name not in os.environ:
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise Misconfigured(f"{name}_FILE names {path}, which cannot be read: {error.strerror}") from error
    return os.environ.get(name, default)


def number(name: str, default: float, low: float, high: float) -> float:
    """The value of `name` as a number between low and high. Raises Misconfigured."""
    raw = text(name, str(default))
    try:
        value = float(raw)
    except ValueError as error:
        raise Misconfigured(f"{name} is {raw!r}; it has to be a number") from error
    if not low <= value <= high:
        raise Misconfigured(f"{name} is {raw}; it has to lie between {low:g} and {high:g}")
    return value


def flag(name: str, default: bool) -> bool:
    """The value of `name` as yes or no. Raises Misconfigured."""
    raw = text(name, "yes" if default else "no").strip().lower()
    if raw in {"1", "yes", "true", "on"}:
        return True
    if raw in {"0", "no", "false", "off", ""}:
        return False
    raise Misconfigured(f"{name} is {raw!r}; say yes or no")


def flag_or(name: str, other: str, *, default: bool) -> str:
    """The value of `name`: the word `other`, or "yes" or "no" for whatever says so. Raises Misconfigured."""
    if text(name).strip().lower() == other:
        return other
    try:
        return "yes" if flag(name, default) else "no"
    except Misconfigured as error:
        raise Misconfigured(f"{error}, or {other}") from error


def words(name: str, default: str = "") -> tuple[str, ...]:
    """The comma-separated values of `name`."""
    return tuple(word.strip() for word in text(name, default).split(",") if word.strip())


def networks(name: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """The networks that `name` lists. Raises Misconfigured."""
    try:
        return tuple(ip_network(word) for word in words(name))
    except ValueError as error:
        raise Misconfigured(f"{name} has to list networks such as 10.1.0.0/16: {error}") from error


def ports(name: str, default: str) -> frozenset[int]:
    """The ports that `name` lists. Raises Misconfigured."""
    listed = words(name, default)
    if not all(word.isascii() and word.isdigit() and 0 < int(word) < 65_536 for word in listed):
        raise Misconfigured(f"{name} has to list ports such as 80,443")
    return frozenset(int(word) for word in listed)


def broker_url(redis_url: str) -> str:
    """The address of a Redis server as Celery's transport spells it.

    redis-py writes a Unix socket as `unix://:pw@/path?db=0`, kombu as `redis+socket://:pw@/path?virtual_host=0`.
    TCP addresses are the same in both and are given back as they are.
    """
    parts = urlsplit(redis_url)
    if parts.scheme != "unix":
        return redis_url
    login = f":{quote(unquote(parts.password), safe='')}@" if parts.password else ""
    database = parse_qs(parts.query).get("db", ["0"])[0]
    return f"redis+socket://{login}{parts.path}?virtual_host={database}"


def var_dir() -> Path:
    """The folder of own servers, logins and collected static files."""
    return Path(text("VAR_DIR", str(BASE_DIR / "var")))


def read() -> Env:
    """The environment as it is now. Raises Misconfigured with the name of the setting."""
    debug, behind_tls = flag("DEBUG", default=False), flag("BEHIND_TLS", default=False)
    oidc_issuer = text("OIDC_ISSUER").rstrip("/")
    return Env(
        var=var_dir(),
        debug=debug,
        secret_key=text("SECRET_KEY"),
        secret_key_fallbacks=words("SECRET_KEY_FALLBACKS"),
        allowed_hosts=words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]"),
        csrf_trusted_origins=words("CSRF_TRUSTED_ORIGINS"),
        behind_tls=behind_tls,
        database_url=text("DATABASE_URL"),
        prepared_statements=flag("PREPARED_STATEMENTS", default=True),
        redis_url=text("REDIS_URL"),
        require_two_factor=flag_or("REQUIRE_TWO_FACTOR", "approvers", default=behind_tls),
        code_tolerance=int(number("CODE_TOLERANCE", 0, 0, 1)),
        breached_passwords=Path(text("BREACHED_PASSWORDS")) if text("BREACHED_PASSWORDS") else None,
        email_url=text("EMAIL_URL"),
        mail_from=text("MAIL_FROM", "factcheck@localhost"),
        oidc_issuer=oidc_issuer,
        oidc_client_id=text("OIDC_CLIENT_ID"),
        oidc_client_secret=text("OIDC_CLIENT_SECRET"),
        oidc_name=text("OIDC_NAME", "single sign-on") if oidc_issuer else "",
        time_zone=text("TIME_ZONE", "UTC"),
        log_level=text("LOG_LEVEL", "INFO").upper(),
        log_json=flag("LOG_JSON", default=not debug),
        lease=int(number("RUN_LEASE", 120, 1, 3600)),
        attempts=int(number("RUN_ATTEMPTS", 3, 1, 20)),
        sweep_every=number("SWEEP_EVERY", 5, 0.05, 3600),
        text_limit=int(number("TEXT_LIMIT", 300_000, 1_000, 5_000_000)),
        public_url=text("PUBLIC_URL").rstrip("/"),
        public_name=text("PUBLIC_NAME", "Factcheck"),
        judge=text("JUDGE"),
        judge_model=text("JUDGE_MODEL"),
        call_networks=networks("CALL_NETWORKS"),
        call_ports=ports("CALL_PORTS", "80,443"),
        call_plain=flag("CALL_PLAIN", default=False),
        api_rate=int(number("API_RATE", 600, 0, 1_000_000)),
        event_streams=int(number("EVENT_STREAMS", 3, 0, 100)),
    )
