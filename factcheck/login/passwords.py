"""Passwords that are made of the desk's own words."""

import re

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from sources.roles import Role

LEAST = 8
# What everybody would try first here; the desk's public name and its roles come to these.
WORDS = ("factcheck", "fact", "checker", "check", "workbench", "newsroom", "news", "desk", "password", "welcome")
SAID = "This password is made of words of this desk. Add others that nobody would look for here."


class NotOurWords:
    """Refuses a password with fewer than LEAST letters beside these words; digits and signs are none."""

    def validate(self, password: str, user: User | None = None) -> None:
        names = [*settings.PUBLIC_NAME.lower().split(), *(role.value.replace("_", "") for role in Role)]
        ours = sorted({*WORDS, *(name for name in names if len(name) > 2)}, key=len, reverse=True)
        letters = re.sub(r"[\W\d_]+", "", password.lower())
        rest = re.sub("|".join(map(re.escape, ours)), "", letters)
        if rest != letters and len(rest) < LEAST:
            raise ValidationError(SAID, code="password_of_our_words")

    def get_help_text(self) -> str:
        return SAID
