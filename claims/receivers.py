"""What claims does when sources recorded a version: make it due, and say "look"."""

from typing import Any

from django.dispatch import receiver

from claims import tasks
from claims.services import runs
from sources.signals import version_recorded


@receiver(version_recorded, dispatch_uid="claims.schedule")
def schedule(*, version_id: int, **_: Any) -> None:
    runs.schedule(version_id)
    tasks.send(version_id)
