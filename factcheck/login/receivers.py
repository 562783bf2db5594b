"""Logins and what changes about them, in the log: who, from where, by which way; never a password, a code or a key.

`user_id`, `ip` and `request_id` stand on every line of a request already (`factcheck.receivers`).
"""

from typing import Any

import structlog
from allauth.account import signals as account
from allauth.mfa import signals as factors
from allauth.usersessions.models import UserSession
from django.contrib.auth import signals as auth
from django.contrib.auth.models import User
from django.dispatch import receiver
from django.http import HttpRequest

from factcheck.login import lifetime, recovery

log = structlog.get_logger(__name__)


@receiver(auth.user_logged_in)
def _logged_in(request: HttpRequest, user: User, **_: Any) -> None:
    lifetime.begin(request.session)
    recovery.seal(user)  # those that were shown before codes were hashed
    log.info("logged_in", login=user.pk)


@receiver(auth.user_login_failed)
def _login_failed(credentials: dict[str, Any], **_: Any) -> None:
    """Which login was tried, where there is one of that name: people type their password there by mistake."""
    tried = User.objects.filter(username__iexact=str(credentials.get("username", ""))[:150]).first()
    log.warning("login_failed", login=tried and tried.pk)


@receiver(auth.user_logged_out)
def _logged_out(user: User | None, **_: Any) -> None:
    if user is not None:
        log.info("logged_out", login=user.pk)


@receiver(account.authentication_step_completed)
def _step(request: HttpRequest, user: User, method: str, reauthenticated: bool = False, **_: Any) -> None:
    """One of the ways was proven. Within a session, it goes on under a new key: one that leaked is dead."""
    log.info("login_step", login=user.pk, method=method, again=reauthenticated)
    if reauthenticated:
        request.session.cycle_key()
        UserSession.objects.create_from_request(request)


@receiver(factors.authentication_failed)
def _factor_failed(user: User, **_: Any) -> None:
    log.warning("second_factor_failed", login=user.pk)


@receiver([factors.authenticator_added, factors.authenticator_removed, factors.authenticator_reset])
def _factor_changed(signal: Any, user: User, authenticator: Any, **_: Any) -> None:
    words = {factors.authenticator_added: "added", factors.authenticator_removed: "removed"}
    log.warning("second_factor_changed", login=user.pk, what=words.get(signal, "reset"), kind=authenticator.type)


@receiver([account.password_set, account.password_changed, account.password_reset])
def _password_changed(user: User, **_: Any) -> None:
    log.warning("password_changed", login=user.pk)
