"""The forms of the login, and how often somebody may guess at them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from rest_framework.throttling import BaseThrottle

from factcheck import guesses
from factcheck.login import recovery
from sources.permissions import is_service

TOO_MANY = "Too many attempts. Wait a minute, then try again."
CANNOT_COUNT = "Logging in is not possible at the moment. Try again in a minute."
# Refusals of what was not even looked at, with the status of the page that says so.
STATUS_OF = {"too_many": 429, "unavailable": 503}


@contextmanager
def counted(request: HttpRequest, kind: str, of: str, limit: int) -> Iterator[None]:
    """Counts an attempt before it is looked at, and forgets it where it was right.

    So of many guesses sent at once no more than the limit are ever looked at. Raises ValidationError with a code of
    STATUS_OF; what the block raises is a wrong guess, and stays counted.
    """
    address = BaseThrottle().get_ident(request) or ""
    try:
        tries = guesses.count(kind, of), guesses.count("login-address", address)
    except guesses.CannotCount:
        raise ValidationError(CANNOT_COUNT, code="unavailable") from None
    if tries[0] > limit or tries[1] > guesses.FROM_ADDRESS:
        raise ValidationError(TOO_MANY, code="too_many")
    yield
    guesses.take_back(kind, of)
    guesses.take_back("login-address", address)


def refusal_in(form: forms.Form) -> str:
    """The code of STATUS_OF that a form was refused with, "" where it was looked at."""
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    return next((code for code in STATUS_OF if code in codes), "")


class LoginForm(AuthenticationForm):
    """Name and password. A machine's login is refused in the words for a wrong password."""

    request: HttpRequest

    def clean(self) -> dict[str, Any]:
        name = guesses.name_of(self.cleaned_data.get("username", ""))
        with counted(self.request, "login-name", name, guesses.AT_LOGIN):
            cleaned: dict[str, Any] = super().clean()
        return cleaned

    def confirm_login_allowed(self, user: User) -> None:
        super().confirm_login_allowed(user)
        if is_service(user):
            raise self.get_invalid_login_error()

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Goes on to the second factor where there is one, else in."""
        user = self.get_user()
        login = Login(user=user, redirect_url=redirect_url)
        return perform_password_login(request, {"username": user.get_username()}, login)


class UsedOnce(BaseAuthenticateForm):
    """A code of the app or a recovery code, either of which works once."""

    def clean_code(self) -> str:
        if taken := recovery.take(self.user, self.cleaned_data["code"]):
            self.authenticator = taken
            return str(self.cleaned_data["code"])
        code: str = super().clean_code()
        use_up(self.authenticator, code)
        return code


class CodeForm(UsedOnce, AuthenticateForm):
    """The second factor, typed."""

    def clean_code(self) -> str:
        with counted(context.request, "login-code", str(self.user.pk), guesses.AT_CODE):
            return super().clean_code()


class AgainForm(UsedOnce, ReauthenticateForm):
    """The same before something that needs proof."""


def use_up(authenticator: Authenticator, code: str) -> None:
    """Keeps of which half minute a code of an app was, and refuses it and all before it from then on (RFC 6238, 5.2).

    allauth forgets after half a minute that a code was used, and takes one for a minute and a half. Raises
    ValidationError.
    """
    if authenticator.type != Authenticator.Type.TOTP:
        return
    secret = decrypt(authenticator.data["secret"])
    fitting = [
        counter
        for counter in yield_hotp_counters_from_time()
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, counter)))
    ]
    with transaction.atomic():
        kept = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
        if not fitting or max(fitting) <= kept.data.get("used", 0):
            raise get_adapter().validation_error("incorrect_code")
        kept.data["used"] = max(fitting)
        kept.save(update_fields=["data"])
    authenticator.data = kept.data
