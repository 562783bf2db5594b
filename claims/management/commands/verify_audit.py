"""manage.py verify_audit: was anything changed behind the audit trail's back?"""

import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.queries import audit
from claims.services import auditing


class Command(BaseCommand):
    help = "Work the chain of the audit trail out anew and compare it with the rows; fail where they differ."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--expect", metavar="SEQ:HASH", help="an end of the trail that was noted somewhere else")

    def handle(self, *args: Any, expect: str | None = None, **options: Any) -> None:
        noted = _head(expect) if expect else None
        found = []
        with auditing.one_picture():
            end = audit.head()
            for fault in auditing.faults(expect=noted, told=lambda seq: self.stdout.write(f"{seq} entries read")):
                found.append(fault)
                self.stderr.write(str(fault))
        auditing.finish(auditing.ask(), end, found)
        self.stdout.write(f"{end.seq} entries. End of the trail: {end}")
        if found:
            raise CommandError(f"The audit trail does not hold: {len(found)} faults.")
        self.stdout.write("The audit trail holds, and the rows are as it says.")


def _head(given: str) -> audit.Head:
    seq, _, hash = given.partition(":")
    if not re.fullmatch(r"[0-9]{1,18}", seq) or not re.fullmatch(r"[0-9a-f]{64}", hash):
        raise CommandError("--expect takes what an earlier run printed: a number, a colon, 64 hex digits.")
    return audit.Head(int(seq), hash)
