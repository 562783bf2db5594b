"""The Celery application. Its messages say "look"; what is due stands in the database."""

import os
from typing import Any

from celery import Celery
from celery.signals import celeryd_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")

app = Celery("factcheck")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@celeryd_init.connect
def listen_patiently(conf: Any, **_: Any) -> None:
    """A worker waits at its broker for a second at a time, so that an answer may take longer than a sender waits."""
    conf.broker_transport_options = {**conf.broker_transport_options, "socket_timeout": 5}
