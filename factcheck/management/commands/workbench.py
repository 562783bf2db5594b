"""manage.py workbench: everything in one terminal."""

import os
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from factcheck import env
from factcheck.embedded import AlreadyRunningError, EmbeddedError
from factcheck.listening import PortTakenError
from factcheck.workbench import Options, StepFailedError, Workbench


class Command(BaseCommand):
    help = "Start the servers, migrate, start web, worker and sweep, load the demo story; Ctrl-C stops all."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
        parser.add_argument("--workers", type=int, default=2, help="versions read at the same time (2)")
        parser.add_argument("--no-demo", action="store_true", help="no demo story and no demo logins")
        parser.add_argument("--server-user", help="as root: the user that the embedded servers run as")
        parser.add_argument("--server-dir", type=Path, help="the folder of the embedded servers (var/servers)")

    def handle(self, *args: Any, **options: Any) -> None:
        begun = time.monotonic()

        def say(text: str) -> None:
            self.stdout.write(f"{time.monotonic() - begun:6.1f} s  {text.replace(chr(10), chr(10) + ' ' * 10)}")
            self.stdout.flush()

        site = env.read()
        wanted = Options(
            var=site.var.resolve(),
            checkout=env.BASE_DIR,
            given=dict(os.environ),
            database_url=site.database_url,
            redis_url=site.redis_url,
            host=options["host"],
            port=options["port"],
            workers=options["workers"],
            demo=not options["no_demo"],
            server_user=options["server_user"],
            server_folder=options["server_dir"],
        )
        try:
            Workbench(wanted, say).run()
        except (AlreadyRunningError, PortTakenError, EmbeddedError, StepFailedError) as error:
            raise CommandError(str(error)) from error
        say("Stopped")
