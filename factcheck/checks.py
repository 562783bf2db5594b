"""What must be set before the product may serve anybody (`check --deploy`), and what is set wrongly (`check`)."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from factcheck.login import breached


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


@register(Tags.security)
def breached_passwords_can_be_looked_up(**_: Any) -> list[CheckMessage]:
    """An error where the list that a site set is none: without it nobody could set a password."""
    path = settings.BREACHED_PASSWORDS
    fault = breached.fault_of(path) if path else ""
    hint = "docs/operations.md says how such a list is made."
    return [Error(f"BREACHED_PASSWORDS names {path}, but {fault}.", hint=hint, id="factcheck.E004")] if fault else []
