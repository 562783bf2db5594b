"""Fixtures of the runtime's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import embedded
from tests.runtime import places


@pytest.fixture
def var() -> Iterator[Path]:
    """A `var/` that does not exist yet."""
    yield from places.fresh_var()


@pytest.fixture(scope="module")
def shared() -> Iterator[embedded.Servers]:
    """Servers for tests that only look."""
    for folder in places.fresh_var():
        with embedded.servers(folder, durable=False) as running:
            yield running
