"""Addresses of servers on Unix sockets."""

from pathlib import Path
from urllib.parse import quote

ROLE = "factcheck"
DATABASE = "factcheck"


def database_url(sockets: Path, password: str) -> str:
    """A DATABASE_URL for the folder that PostgreSQL's socket lies in, for libpq and django-environ alike."""
    return f"postgres://{ROLE}:{quote(password, safe='')}@/{DATABASE}?host={quote(str(sockets))}"


def redis_url(socket: Path, password: str) -> str:
    """A REDIS_URL for a Unix socket, in redis-py's form; `factcheck.env.broker_url` gives Celery's."""
    return f"unix://:{quote(password, safe='')}@{quote(str(socket))}?db=0"
