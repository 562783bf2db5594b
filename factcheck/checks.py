"""What must be set before the product may serve anybody; `manage.py check --deploy` says so."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security, deploy=True)
def secrets_are_set(**_: Any) -> list[CheckMessage]:
    """An error for every address or secret that a server cannot do without."""
    missing = [
        name
        for name, value in (
            ("SECRET_KEY", settings.ENV.secret_key),
            ("DATABASE_URL", settings.ENV.database_url),
            ("REDIS_URL", settings.ENV.redis_url),
        )
        if not value
    ]
    return [
        Error(f"{name} is not set.", hint=f"Set {name}, or {name}_FILE.", id=f"factcheck.E{index:03}")
        for index, name in enumerate(missing, start=1)
    ]
