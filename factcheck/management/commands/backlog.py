"""manage.py backlog: does work get done? For health checks of processes that serve no pages."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from claims import queries


class Command(BaseCommand):
    help = "Say for how long the oldest unread version has been waiting; fail when it is too long."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        limit = 5 * settings.RUN_LEASE
        parser.add_argument("--limit", type=float, default=limit, help=f"seconds that are too long ({limit})")

    def handle(self, *args: Any, limit: float, **options: Any) -> None:
        try:
            age = queries.oldest_due_age()
        except DatabaseError as error:
            raise CommandError(f"The database cannot be asked: {error}") from error
        if age is None:
            self.stdout.write("Nothing waits.")
        elif age > limit:
            raise CommandError(f"A version has been waiting for {age:.0f} s; {limit:.0f} s are allowed.")
        else:
            self.stdout.write(f"The oldest version has been waiting for {age:.0f} s.")
