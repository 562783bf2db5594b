"""What allauth asks of this product."""

from functools import reduce
from operator import or_
from smtplib import SMTPException
from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import Provider
from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from factcheck import theme
from factcheck.login.required import must_have
from sources.models import Profile
from sources.permissions import is_service
from sources.sealing import seal, unseal

log = structlog.get_logger(__name__)
FACTORS = "second factors"
NOT_KNOWN = "Nobody on this desk has your address. Ask an admin to add you, then try again."
MACHINE = "This login is a machine's. It works with a key, not here."


class Accounts(DefaultAccountAdapter):
    """Nobody signs up; machines stay outside; a person's settings come along."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "enter_current_password": "This is not your password. Try again.",
        "incorrect_password": "This is not your password. Try again.",
        "incorrect_code": "This code does not match. Codes change every half minute. Try the next one.",
        "invalid_password_reset": "This link was used, or is too old. Ask for another.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        if is_service(user):
            messages.warning(request, MACHINE)
            return redirect("login")
        return super().pre_login(request, user, **kwargs)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        answer = super().post_login(request, user, **kwargs)
        profile = Profile.objects.filter(user=user).first() or Profile(user=user)
        request.session["keys_off"] = profile.keys_off
        if profile.theme:
            theme.keep(request, answer, profile.theme)
        return answer

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        if not is_service(user):
            super().send_password_reset_mail(user, email, context)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail server that is away must not tell a stranger which addresses are ours: the page is the same."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as error:
            log.error("mail_not_sent", template=template_prefix, error=str(error))


class SecondFactors(DefaultMFAAdapter):
    """Secrets of authenticator apps and recovery codes are stored encrypted, with a key made of SECRET_KEY."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code does not match. Codes change every half minute. Try the next one.",
        "cannot_delete_authenticator": "You need a second factor on this desk. Add another one before you remove this.",
        "cannot_generate_recovery_codes": "Recovery codes stand in for a second factor. Add one first.",
    }

    def _get_site_name(self) -> str:
        return "Factcheck"

    def encrypt(self, text: str) -> str:
        return seal(text.encode(), of=FACTORS).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Nothing where SECRET_KEY is another one by now: no code matches then, and an admin resets the factor."""
        text = unseal(encrypted_text.encode(), of=FACTORS)
        if text is None:
            log.error("second_factor_unreadable")
        return (text or b"").decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        own = Authenticator.objects.filter(user=authenticator.user_id).exclude(pk=authenticator.pk)
        return not must_have(authenticator.user) or own.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"


class SingleSignOn(DefaultSocialAccountAdapter):
    """A provider says who somebody is; whether she is on this desk, the desk says."""

    def on_authentication_error(self, request: HttpRequest, provider: Provider, **said: Any) -> None:
        """The page tells nothing of why; whoever set the provider up reads it in the log."""
        log.warning("sign_on_failed", code=str(said.get("error")), error=str(said.get("exception") or ""))

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if sociallogin.is_existing:
            return
        verified = [address.email for address in sociallogin.email_addresses if address.verified]
        named = reduce(or_, (Q(email__iexact=address) for address in verified), Q(pk=None))
        people = list(User.objects.filter(named, is_active=True))
        if len(people) != 1:
            messages.warning(request, NOT_KNOWN)
            raise ImmediateHttpResponse(redirect("login"))
        sociallogin.connect(request, people[0])
