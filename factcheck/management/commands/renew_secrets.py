"""manage.py renew_secrets: after SECRET_KEY was changed, seals with it what the one in SECRET_KEY_FALLBACKS sealed."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from factcheck.renewal import renew_all


class Command(BaseCommand):
    help = "Encrypt second factors, secrets of webhooks and kept answers anew with SECRET_KEY."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.SECRET_KEY == settings.UNSET_KEY:
            raise CommandError("SECRET_KEY is not set. Set it, or SECRET_KEY_FILE, to the one that the web server has.")
        renewed, unreadable = renew_all()
        said = f"{renewed} rows are encrypted with SECRET_KEY."
        if unreadable:
            raise CommandError(
                f"{said} {unreadable} cannot be read: name the key they were made with in SECRET_KEY_FALLBACKS."
            )
        self.stdout.write(self.style.SUCCESS(said))
