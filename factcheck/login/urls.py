"""Addresses of the login and of what a person sets about it. The names are those that allauth asks for."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as sign_on
from allauth.usersessions import views as sessions
from django.urls import include, path, re_path

from factcheck.login import provider
from factcheck.login.recovery import counted_on
from factcheck.login.views import Login, Logout, SecondFactor, countable, framed, proven_to_change

own = [
    path("password/", framed(countable(account.password_change)), name="account_change_password"),
    path("password/set/", framed(countable(account.password_set)), name="account_set_password"),
    path("again/", framed(countable(account.reauthenticate)), name="account_reauthenticate"),
    path("again/code/", framed(countable(factor.reauthenticate)), name="mfa_reauthenticate"),
    path("again/passkey/", framed(countable(passkeys.reauthenticate_webauthn)), name="mfa_reauthenticate_webauthn"),
    path("second-factor/", framed(counted_on(factor.index)), name="mfa_index"),
    path("second-factor/app/", framed(app.activate_totp), name="mfa_activate_totp"),
    path("second-factor/app/remove/", framed(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("second-factor/codes/", framed(counted_on(codes.view_recovery_codes)), name="mfa_view_recovery_codes"),
    path(
        "second-factor/codes/new/",
        framed(counted_on(codes.generate_recovery_codes)),
        name="mfa_generate_recovery_codes",
    ),
    path("second-factor/keys/", framed(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("second-factor/keys/add/", framed(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("second-factor/keys/<int:pk>/", framed(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("second-factor/keys/<int:pk>/remove/", framed(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
    path("sessions/", framed(proven_to_change(sessions.list_usersessions)), name="usersessions_list"),
]

forgotten = [
    path("", countable(account.password_reset), name="account_reset_password"),
    path("sent/", account.password_reset_done, name="account_reset_password_done"),
    path("done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        countable(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]

urlpatterns = [
    path("login/", Login.as_view(), name="account_login"),
    path("login/", Login.as_view(), name="login"),
    path("login/code/", SecondFactor.as_view(), name="mfa_authenticate"),
    path("login/passkey/", countable(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("login/closed/", account.account_inactive, name="account_inactive"),
    path("login/password/", include(forgotten)),
    path("login/cancelled/", sign_on.login_cancelled, name="socialaccount_login_cancelled"),
    path("login/failed/", sign_on.login_error, name="socialaccount_login_error"),
    path("login/<slug:provider_id>/login/", provider.begin, name="openid_connect_login"),
    path("login/<slug:provider_id>/login/callback/", provider.come_back, name="openid_connect_callback"),
    path("logout/", Logout.as_view(), name="logout"),
    path("logout/", Logout.as_view(), name="account_logout"),
    path("me/", include(own)),
]
