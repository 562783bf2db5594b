"""How far a version has come on its way through the engine, in plain words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from claims.enums import RunState
from claims.models import ExtractionRun

# After this long a page says more than that it is waiting.
LONG = timedelta(seconds=10)
TOO_LONG = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Progress:
    """key: moves whenever the words do, so that a page that asks again is only told what is new.

    through: the version has been read. failed: it was given up, and only a retry by hand goes on.
    """

    key: str
    words: str
    through: bool = False
    failed: bool = False

    @property
    def waits(self) -> bool:
        return not (self.through or self.failed)


def progress_of(run: ExtractionRun | None, now: datetime) -> Progress:
    """The state of a version's run, as of now; None where the version was not made due yet."""
    if run is None:
        return Progress("new", "Waiting to be read")
    if run.state == RunState.DONE:
        return Progress("done", "Read", through=True)
    if run.state == RunState.FAILED:
        return Progress("failed", "This version could not be read", failed=True)
    return _under_way(run, waited=now - run.created_at)


def _under_way(run: ExtractionRun, *, waited: timedelta) -> Progress:
    if run.attempts > 1 or (run.error and run.attempts):
        return Progress(f"again-{run.attempts}", "The first try did not come through. It is being tried again")
    if run.state == RunState.RUNNING:
        if waited > LONG:
            return Progress("running-long", "Still reading. A long text takes a while; this page goes on by itself")
        return Progress("running", "Reading the text")
    if waited > TOO_LONG:
        return Progress("due-too-long", "No worker has taken this text yet. Ask whoever runs the workbench to look")
    return Progress("due", "Waiting to be read")
