"""A second factor where the desk demands one: of everybody, or of those who approve, publish or look after people."""

from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sources.api.problems import plain_problem
from sources.permissions import roles
from sources.roles import Role

APPROVERS = frozenset({Role.REVIEWER, Role.DESK_HEAD, Role.ADMIN})
# Where somebody goes to get one, and out.
WITHOUT = frozenset(
    {
        "account_reauthenticate",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_list_webauthn",
        "mfa_view_recovery_codes",
        "account_change_password",
        "account_set_password",
        "login",
        "logout",
        "theme",
        "healthz",
        "readyz",
        # What readers see, who need not even log in.
        "public_verdict",
        "api-claimreview",
        "api-context",
        "api-feed",
        "api-oembed",
        "api-badge",
    }
)
SAID = "You need a second factor on this desk. Set one up to go on."


def must_have(user: User) -> bool:
    """Whether the desk demands a second factor of this person."""
    asked = settings.REQUIRE_TWO_FACTOR
    return asked == "yes" or (asked == "approvers" and bool(roles(user) & APPROVERS))


def has_one(user: User) -> bool:
    """Whether a person has a second factor beside recovery codes."""
    own = Authenticator.objects.filter(user=user)
    return own.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


class SecondFactorRequired:
    """Leads people without one to where they get one, whatever they ask for. Keys of the API never come this way.

    A session that single sign-on began has passed the provider's own rules and is let through.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, *_: object) -> HttpResponse | None:
        if settings.REQUIRE_TWO_FACTOR == "no" or not request.user.is_authenticated:
            return None
        if request.resolver_match and request.resolver_match.url_name in WITHOUT:
            return None
        methods = {record.get("method") for record in get_authentication_records(request, request.user)}
        if methods & {"mfa", "socialaccount"} or not must_have(request.user) or has_one(request.user):
            return None
        if request.path.startswith("/api/"):
            return plain_problem("second_factor_required", SAID, request.path)
        messages.warning(request, SAID)
        return redirect("mfa_index")
