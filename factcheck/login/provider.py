"""Single sign-on by OpenID Connect: what a provider says of itself and of people has to be signed, and to fit.

allauth takes a token that came straight from the provider for genuine, as OpenID Connect Core 1.0, 3.1.3.7, allows.
Here its signature is checked all the same: it is genuine by itself, and not by the way that it came.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base import Provider
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from requests import RequestException

# With a key pair; a secret that both sides know would let whoever reads our settings sign.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
NEEDED = ("iss", "aud", "sub", "iat", "exp")


class SignedProvider(OpenIDConnectOAuth2Adapter):
    """A provider whose description names OIDC_ISSUER, and whose tokens are signed with a key that it publishes."""

    def get_provider(self) -> Provider:
        provider = super().get_provider()
        provider.oauth2_adapter_class = type(self)
        return provider

    @property
    def openid_config(self) -> dict[str, Any]:
        """The provider's description. Raises OAuth2Error for one of another issuer (OpenID Connect Discovery, 4.3)."""
        described: dict[str, Any] = super().openid_config
        configured = self.get_provider().app.settings["server_url"].partition("/.well-known/")[0]
        named = str(described.get("issuer"))
        if named.rstrip("/") != configured.rstrip("/"):
            raise OAuth2Error(f"OIDC_ISSUER is {configured}, and the description there is of {named}.")
        return described

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """Raises OAuth2Error without a token that says who it is, or where the two answers are of two people."""
        if not kwargs["response"].get("id_token"):
            raise OAuth2Error("The provider gave no id_token.")
        login: SocialLogin = super().complete_login(request, app, token, **kwargs)
        told = login.account.extra_data
        if told["userinfo"].get("sub") != told["id_token"]["sub"]:
            raise OAuth2Error("The provider's userinfo is of somebody else than its id_token.")
        return login

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        try:
            told: dict[str, Any] = jwt.decode(
                id_token,
                _key_of(id_token, jwt.PyJWKSet.from_dict(answer.json())),
                algorithms=ALGORITHMS,
                audience=app.client_id,
                issuer=self.openid_config["issuer"],
                options={"require": list(NEEDED)},
            )
        except (jwt.PyJWTError, ValueError) as error:
            raise OAuth2Error(f"The provider's id_token is not genuine: {error}") from error
        jwtkit.verify_jti(told)
        return told


def _key_of(token: str, published: jwt.PyJWKSet) -> jwt.PyJWK:
    """The key that a token names, or the only one there is. Raises PyJWTError where that says none."""
    named = jwt.get_unverified_header(token).get("kid")
    signing = [key for key in published.keys if key.public_key_use in {None, "sig"}]
    fitting = [key for key in signing if named is None or key.key_id == named]
    if len(fitting) != 1:
        raise jwt.InvalidKeyError(f"{len(fitting)} published keys fit it")
    return fitting[0]


def _told(view: Callable[[HttpRequest, str], HttpResponse]) -> Callable[[HttpRequest, str], HttpResponse]:
    """A provider that cannot be reached, or that is not the one configured, is a page and a line in the log."""

    @wraps(view)
    def telling(request: HttpRequest, provider_id: str) -> HttpResponse:
        try:
            return view(request, provider_id)
        except SocialApp.DoesNotExist:
            raise Http404 from None
        except (OAuth2Error, RequestException) as error:
            provider = get_adapter().get_provider(request, provider_id)
            answer: HttpResponse = render_authentication_error(request, provider, exception=error)
            return answer

    return telling


@_told
def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On to the provider, for somebody who pressed the button here; a page elsewhere begins nothing."""
    if request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}:
        return redirect("login")
    answer: HttpResponse = OAuth2LoginView.adapter_view(SignedProvider(request, provider_id))(request)
    return answer


@_told
def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """From the provider, with a code; in, where what that gives is genuine and of somebody whom the desk knows."""
    answer: HttpResponse = OAuth2CallbackView.adapter_view(SignedProvider(request, provider_id))(request)
    return answer
