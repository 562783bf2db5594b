"""manage.py renew_matches: has what free text is matched with made anew, from the verdicts that stand."""

from typing import Any

from django.core.management.base import BaseCommand

from claims import tasks
from claims.services import checked


class Command(BaseCommand):
    help = (
        "Enter every claim with a standing verdict anew for /api/v1/match; the workers read them, one after the other."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        count = checked.renew_all()
        tasks.send_verdicts()
        self.stdout.write(self.style.SUCCESS(f"{count} checked claims are being read."))
