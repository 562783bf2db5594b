"""manage.py reprocess: has a whole archive read again by the engine of today, in batches, through the workers."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Count

from claims import tasks
from claims.engine import ENGINE_VERSION
from claims.enums import RunState
from claims.models import ExtractionRun
from claims.services import runs
from sources.models import ArticleVersion


class Command(BaseCommand):
    help = (
        "Read every version again that the engine of today has not read. Human decisions are kept. It may be stopped "
        "at any time and started again: what is done is done, and what was sent is worked off by the workers."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", type=int, default=200, help="versions in the workers' queue at a time")
        parser.add_argument("--every", type=float, default=1.0, help="seconds between two looks at the progress")

    def handle(self, *args: Any, batch: int, every: float, **options: Any) -> None:
        total = ArticleVersion.objects.count()
        told = -1
        while True:
            states = _states()
            done = states.get(RunState.DONE, 0) + states.get(RunState.FAILED, 0)
            if done != told:
                self.stdout.write(f"{done} of {total} versions, {states.get(RunState.FAILED, 0)} failed")
                told = done
            waiting = states.get(RunState.DUE, 0) + states.get(RunState.RUNNING, 0)
            fresh = runs.schedule_outdated(batch - waiting) if waiting < batch else []
            for version_id in fresh:
                tasks.send(version_id)
            if not fresh and not waiting:
                break
            time.sleep(every)
        self.stdout.write(self.style.SUCCESS(f"Engine {ENGINE_VERSION} has read every version."))


def _states() -> dict[str, int]:
    """How many runs of the engine of today are in each state."""
    rows = ExtractionRun.objects.filter(engine_version=ENGINE_VERSION).values_list("state").annotate(Count("pk"))
    return dict(rows)
