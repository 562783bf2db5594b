"""Reads the key that a request carries."""

from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework import exceptions
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.request import Request

from sources.engine import key_form
from sources.models import ApiKey
from sources.queries import key_sent, remember
from sources.services.keys import note_use, use_noted

WORDS = frozenset({"bearer", "token"})


class DeskKeys(BaseAuthentication):
    """`Authorization: Bearer fcw_...`; the word `Token` does as well. One query, and a write a minute.

    What cannot be a key, since its form or its checksum is wrong, never reaches the database. No answer tells a key
    that never was from one that was revoked or whose login was closed.
    """

    def authenticate(self, request: Request) -> tuple[User, ApiKey] | None:
        word, _, sent = get_authorization_header(request).decode("latin-1").partition(" ")
        if word.lower() not in WORDS:
            return None
        public_id = key_form.id_of(sent)
        key = key_sent(public_id, key_form.digest(sent)) if public_id else None
        if key is None or not key.works_at(timezone.now()) or not key.owner.is_active:
            raise exceptions.AuthenticationFailed("There is no such key, or it does not work any more.")
        if use_noted(key, timezone.now()):
            remember(key)
        else:
            note_use(key)  # which gives it another mark
        return key.owner, key

    def authenticate_header(self, request: Any) -> str:
        return "Bearer"


class KeyScheme(OpenApiAuthenticationExtension):
    """What the description says of keys: bearer tokens, RFC 6750."""

    target_class = "sources.api.tokens.DeskKeys"
    name = "key"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "fcw_...",
            "description": "Made at /me/keys/.",
        }
