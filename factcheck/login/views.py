"""The pages of the login; 429 and 503 where an attempt was not looked at."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.contrib.auth.views import LogoutView
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from redis.exceptions import RedisError

from factcheck import guesses
from factcheck.login.forms import CANNOT_COUNT, STATUS_OF, TOO_MANY, CodeForm, LoginForm, refusal_in
from sources.permissions import read


class Login(LoginView):
    """Name and password, or another way in."""

    template_name = "login.html"
    form_class = LoginForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = {"next": self.get_next_url() or "", "oidc": settings.ENV.oidc_name, "can_mail": settings.CAN_MAIL}
        # A desk that was just set up has nobody who could log in.
        return super().get_context_data(**kwargs) | more | {"nobody": not User.objects.exists()}

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        refused = refusal_in(form)
        said = str(form.non_field_errors()[0]) if refused else ""
        return _with_status(self.render_to_response(self.get_context_data(form=form, refused=said)), refused)


class SecondFactor(AuthenticateView):
    """The code of the app, a recovery code, or a passkey, after the password."""

    form_class = CodeForm

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return _with_status(super().form_invalid(form), refusal_in(form))


class Logout(LogoutView):
    """Ends the session, and has the browser forget what it kept of the desk."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        if request.method == "POST":
            answer["Clear-Site-Data"] = '"cache", "storage"'
        return answer


def proven_to_change(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Shows a page to whoever is logged in, and asks for the password again before anything on it is done."""
    asking: Callable[..., HttpResponse] = reauthentication_required(allow_get=True, app="allauth.account")(view)
    return login_required(asking)


def too_many(request: HttpRequest) -> HttpResponse:
    """What allauth answers where one of its own limits is reached."""
    return _with_status(render(request, "429.html", {"said": TOO_MANY}), "too_many")


def countable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answers 503 where nobody can count the attempts that a view of allauth has counted."""

    @wraps(view)
    def counting(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except RedisError:
            return _with_status(render(request, "429.html", {"said": CANNOT_COUNT}), "unavailable")

    return counting


def framed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of a person's own settings in the frame of the desk, with its ways and counts, for those who are on it."""

    @wraps(view)
    def in_frame(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.user.is_authenticated:
            prefetch_related_objects([request.user], "groups")  # asked for often while one page is made
        request.is_desk_page = read(request.user)
        return view(request, *args, **kwargs)

    return in_frame


def _with_status(answer: HttpResponse, refused: str) -> HttpResponse:
    answer.status_code = STATUS_OF.get(refused, 200)
    if refused:
        answer["Retry-After"] = str(int(guesses.seconds_left()) + 1)
    return answer
