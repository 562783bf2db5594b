"""The cast, and clients that are logged in as its members."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client

from sources.roles import Role
from tests import factories
from tests.sites import Site


@pytest.fixture
def reporter(db: None) -> User:
    return factories.person("reporter", Role.REPORTER)


@pytest.fixture
def checker(db: None) -> User:
    return factories.person("checker", Role.CHECKER)


@pytest.fixture
def second_checker(db: None) -> User:
    return factories.person("second_checker", Role.CHECKER)


@pytest.fixture
def desk_head(db: None) -> User:
    return factories.person("desk_head", Role.DESK_HEAD)


@pytest.fixture
def reviewer(db: None) -> User:
    return factories.person("reviewer", Role.REVIEWER)


@pytest.fixture
def admin(db: None) -> User:
    return factories.person("admin", Role.ADMIN)


@pytest.fixture
def stranger(db: None) -> User:
    """Has a login and no role."""
    return factories.person("stranger")


@pytest.fixture
def as_reporter(reporter: User) -> Client:
    return _logged_in(reporter)


@pytest.fixture
def as_checker(checker: User) -> Client:
    return _logged_in(checker)


@pytest.fixture
def as_desk_head(desk_head: User) -> Client:
    return _logged_in(desk_head)


@pytest.fixture
def as_reviewer(reviewer: User) -> Client:
    return _logged_in(reviewer)


@pytest.fixture
def as_admin(admin: User) -> Client:
    return _logged_in(admin)


@pytest.fixture
def as_stranger(stranger: User) -> Client:
    return _logged_in(stranger)


@pytest.fixture
def site() -> Iterator[Site]:
    """A server on loopback that is somebody else's."""
    site = Site()
    yield site
    site.close()


def _logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
