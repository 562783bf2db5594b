"""Clients that ask the API as members of the cast, by key."""

import functools
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from rest_framework.test import APIClient

from tests import factories


@pytest.fixture(autouse=True)
def _nobody_guessed_yet(db: None) -> None:
    cache.clear()


@pytest.fixture
def connection_of_the_test(db: None) -> Iterator[None]:
    """A web server gives its connection back after each answer; here it is the test's, in a transaction."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def api_of() -> Callable[..., APIClient]:
    """A client with a key of a person, good for all that her roles allow or for the scopes that are given."""

    def client(user: User, *scopes: str) -> APIClient:
        return APIClient(headers={"Authorization": f"Bearer {factories.key(user, *scopes)}"})

    return client


@pytest.fixture
def reporting(api_of: Callable[..., APIClient], reporter: User) -> APIClient:
    return api_of(reporter)


@pytest.fixture
def checking(api_of: Callable[..., APIClient], checker: User) -> APIClient:
    return api_of(checker)


@functools.cache
def _described() -> bytes:
    """Kept, since making it takes a second and it is the same for everybody."""
    answer = APIClient().get("/api/v1/schema", headers={"Accept": "application/vnd.oai.openapi+json"})
    assert answer.status_code == 200
    return bytes(answer.content)


@pytest.fixture
def schema(db: None) -> Any:
    """The description that is served."""
    return json.loads(_described())
