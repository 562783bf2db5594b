"""manage.py load_demo: the people and the story that a first look needs."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import BaseCommand

from sources.roles import Role

STORY = Path(__file__).resolve().parent.parent.parent / "demo"
# With these the passwords are read and said by people, so no 0, O, 1, l or I.
LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


class Command(BaseCommand):
    help = "Make the demo logins, once, and record the demo story."

    def handle(self, *args: Any, **options: Any) -> None:
        logins = settings.ENV.var / "demo-logins.txt"
        logins.parent.mkdir(parents=True, exist_ok=True)
        logins.touch(mode=0o600)
        passwords = dict(line.split() for line in logins.read_text(encoding="utf-8").splitlines())
        # A role that came with a later release gets its login beside those that there are.
        passwords |= {role.value: _password() for role in Role if role.value not in passwords}
        logins.write_text("".join(f"{name} {password}\n" for name, password in passwords.items()), encoding="utf-8")
        for role in Role:
            _login(role.value, passwords[role.value])
        call_command("import_stories", STORY, stdout=self.stdout, verbosity=0)
        self.stdout.write(f"Logins, kept in {logins}:")
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<10} {password}")


def _login(name: str, password: str) -> None:
    """The person of that name and role; the password is set once and left alone where somebody changed it."""
    user, created = User.objects.get_or_create(
        username=name, defaults={"first_name": name.replace("_", " ").capitalize()}
    )
    if created:
        user.set_password(password)
        user.save(update_fields=["password"])
    group, _ = Group.objects.get_or_create(name=name)
    user.groups.add(group)


def _password() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
