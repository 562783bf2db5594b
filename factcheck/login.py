"""Logging in with a browser, on the desk and in the administration, and how often somebody may guess."""

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from rest_framework.throttling import BaseThrottle

from factcheck import guesses

TOO_MANY = "Too many attempts. Wait a minute, then try again."
CANNOT_COUNT = "Logging in is not possible at the moment. Try again in a minute."


class Throttled:
    """Counts an attempt before the password is looked at, and forgets it where that was right.

    So of many guesses sent at once no more than the limit are ever looked at.
    """

    request: HttpRequest
    cleaned_data: dict[str, Any]

    def clean(self) -> dict[str, Any]:
        name = guesses.name_of(self.cleaned_data.get("username", ""))
        address = BaseThrottle().get_ident(self.request) or ""
        try:
            tries = guesses.count("login-name", name), guesses.count("login-address", address)
        except guesses.CannotCount:
            raise forms.ValidationError(CANNOT_COUNT, code="unavailable") from None
        if tries[0] > guesses.AT_LOGIN or tries[1] > guesses.FROM_ADDRESS:
            raise forms.ValidationError(TOO_MANY, code="too_many")
        cleaned: dict[str, Any] = super().clean()  # type: ignore[misc]  # that of the form it is mixed into
        guesses.take_back("login-name", name)
        guesses.take_back("login-address", address)
        return cleaned


class LoginForm(Throttled, AuthenticationForm):
    """The login of the desk."""


class AdminLoginForm(Throttled, AdminAuthenticationForm):
    """The login of the administration."""


class Login(LoginView):
    """The login page; 429 and 503 where an attempt was not looked at."""

    template_name = "login.html"
    redirect_authenticated_user = True
    authentication_form = LoginForm

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        refused = next((code for code in ("too_many", "unavailable") if form.has_error("__all__", code)), "")
        said = str(form.non_field_errors()[0]) if refused else ""
        answer = self.render_to_response(
            self.get_context_data(form=form, refused=said),
            status={"too_many": 429, "unavailable": 503}.get(refused, 200),
        )
        if refused:
            answer["Retry-After"] = str(int(guesses.seconds_left()) + 1)
        return answer
