"""PostgreSQL with pgvector and a Redis-protocol server for a machine that has none.

Both come as programs inside wheels, listen on Unix sockets in a folder that only their user can enter,
and ask for a generated password. Nothing outside `var/` is changed; see `place` for the one exception.
"""

from factcheck.embedded.errors import AlreadyRunningError, EmbeddedError, UnusableDataError
from factcheck.embedded.found import addresses
from factcheck.embedded.servers import Servers, servers, start

__all__ = ["AlreadyRunningError", "EmbeddedError", "Servers", "UnusableDataError", "addresses", "servers", "start"]
