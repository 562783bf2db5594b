"""Reads the token that a request carries."""

import re
from typing import Any

from rest_framework import exceptions
from rest_framework.authentication import TokenAuthentication

_TOKEN = re.compile(r"[0-9a-f]{40}")


class DeskTokens(TokenAuthentication):
    """Tokens as this product makes them; anything else never reaches the database, which refuses some characters."""

    def authenticate_credentials(self, key: str) -> Any:
        if not _TOKEN.fullmatch(key):
            raise exceptions.AuthenticationFailed("There is no such token.")
        return super().authenticate_credentials(key)
