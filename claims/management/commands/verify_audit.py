"""manage.py verify_audit: was anything changed behind the audit trail's back?"""

import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction

from claims.queries import audit


class Command(BaseCommand):
    help = "Work the chain of the audit trail out anew and compare it with the rows; fail where they differ."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--expect", metavar="SEQ:HASH", help="an end of the trail that was noted somewhere else")

    def handle(self, *args: Any, expect: str | None = None, **options: Any) -> None:
        noted = _head(expect) if expect else None
        with transaction.atomic():
            with connection.cursor() as cursor:  # one picture of everything, while the desk goes on
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            end = audit.head()
            faults = 0
            for fault in self._faults(noted):
                faults += 1
                self.stderr.write(fault)
        self.stdout.write(f"{end.seq} entries. End of the trail: {end}")
        if faults:
            raise CommandError(f"The audit trail does not hold: {faults} faults.")
        self.stdout.write("The audit trail holds, and the rows are as it says.")

    def _faults(self, noted: audit.Head | None) -> Any:
        yield from audit.chain_faults(expect=noted, told=lambda seq: self.stdout.write(f"{seq} entries read"))
        yield from audit.row_faults()
        yield from audit.trigger_faults()


def _head(given: str) -> audit.Head:
    seq, _, hash = given.partition(":")
    if not re.fullmatch(r"[0-9]{1,18}", seq) or not re.fullmatch(r"[0-9a-f]{64}", hash):
        raise CommandError("--expect takes what an earlier run printed: a number, a colon, 64 hex digits.")
    return audit.Head(int(seq), hash)
