"""Where a request came from, for its lines in the log."""

from typing import Any

import structlog
from django.dispatch import receiver
from django.http import HttpRequest
from django_structlog.signals import bind_extra_request_metadata
from rest_framework.throttling import BaseThrottle


@receiver(bind_extra_request_metadata)
def _bind_address(request: HttpRequest, **_: Any) -> None:
    """The address that connects, or that the one proxy before us names; never one that the sender made up."""
    structlog.contextvars.bind_contextvars(ip=BaseThrottle().get_ident(request))
