"""Clients that ask the API as members of the cast, by token."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient


@pytest.fixture(autouse=True)
def _nobody_guessed_yet(db: None) -> None:
    cache.clear()


@pytest.fixture
def api_of() -> Callable[[User], APIClient]:
    """A client with the token of a person."""

    def client(user: User) -> APIClient:
        token, _ = Token.objects.get_or_create(user=user)
        return APIClient(headers={"Authorization": f"Token {token.key}"})

    return client


@pytest.fixture
def reporting(api_of: Callable[[User], APIClient], reporter: User) -> APIClient:
    return api_of(reporter)


@pytest.fixture
def checking(api_of: Callable[[User], APIClient], checker: User) -> APIClient:
    return api_of(checker)
