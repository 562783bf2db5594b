"""A person's own settings: name, mail, look, and keys on the keyboard."""

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from factcheck import theme
from factcheck.login.required import has_one
from sources.errors import Refusal
from sources.models import Profile
from sources.services import people
from sources.web.fields import NameField

REFUSED = 422


class MeForm(forms.Form):
    """What a person sets for herself."""

    first_name = NameField(label="First name", max_length=150)
    last_name = NameField(label="Family name", max_length=150, required=False)
    email = forms.EmailField(
        label="Email", required=False, help_text="For links to a new password. Nobody else is shown it."
    )
    theme = forms.ChoiceField(
        label="Look", required=False, choices=[("", "As the system has it"), ("light", "Light"), ("dark", "Dark")]
    )
    keys_off = forms.BooleanField(required=False)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """The settings. Another mail address is one to which passwords are sent, so it asks for the password first."""
    form = MeForm(request.POST or None, initial=_settings_of(request.user))
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["email"] != request.user.email:
            raise_if_reauthentication_required(request, app="allauth.account")
        try:
            profile = people.set_own(request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("email", str(refusal))
        else:
            return _kept(request, profile)
    return _page(request, form, status=REFUSED if form.errors else 200)


def _kept(request: HttpRequest, profile: Profile) -> HttpResponse:
    request.session["keys_off"] = profile.keys_off
    messages.info(request, "Your settings are kept.")
    answer = redirect("me")
    theme.keep(request, answer, profile.theme)
    return answer


def _settings_of(user: User) -> dict[str, Any]:
    profile = Profile.objects.filter(user=user).first() or Profile(user=user)
    own = {"first_name": user.first_name, "last_name": user.last_name, "email": user.email}
    return {**own, "theme": profile.theme, "keys_off": profile.keys_off}


def _page(request: HttpRequest, form: MeForm, *, status: int) -> HttpResponse:
    context = {
        "form": form,
        "has_second_factor": has_one(request.user),
    }
    return render(request, "me/settings.html", context, status=status)
