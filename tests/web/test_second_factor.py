"""The second factor: set up, asked for, guessed at, lost; and no way round it."""

import time
from collections.abc import Iterator
from io import StringIO
from ipaddress import ip_network
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt, encrypt
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from time_machine import Traveller

from claims.models import Webhook
from claims.services import webhooks
from factcheck import env, guesses
from sources.models import ApiKey
from sources.roles import Role
from sources.services import kept_answers
from tests import factories
from tests.web.factors import STEP, code_of, set_up_app
from tests.web.pages import page


@pytest.fixture(autouse=True)
def clock(settings: object) -> Iterator[Traveller]:
    """The clock stands at the start of a window, so that none ends within a test; codes are good in their own alone."""
    settings.MFA_TOTP_TOLERANCE = env.read().code_tolerance
    with time_machine.travel(factories.MORNING.replace(hour=4), tick=False) as traveller:
        yield traveller


@pytest.fixture
def secret(checker: User, as_checker: Client, clock: Traveller) -> str:
    """That of the checker's app, set up in another session a minute ago."""
    secret, _ = set_up_app(as_checker)
    clock.shift(2 * STEP)
    return secret


def at_the_code(name: str = "checker", *, then: str = "") -> Client:
    """Somebody who has given the right password."""
    client = Client()
    answer = client.post("/login/", {"username": name, "password": factories.PASSWORD, "next": then})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/login/code/")
    return client


def is_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def test_the_password_alone_opens_nothing(secret: str) -> None:
    client = at_the_code()
    assert [client.get(path).status_code for path in ("/", "/me/", "/api/v1/claims", "/admin/")] == [302, 302, 401, 302]


def test_password_and_code_lead_to_where_one_wanted_to_go(secret: str) -> None:
    client = at_the_code(then="/flags/?type=quote")
    answer = client.post("/login/code/", {"code": code_of(secret)})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/flags/?type=quote")
    assert is_in(client)


@pytest.mark.parametrize(
    ("steps", "tolerance", "taken"),
    [
        # Half a minute is all the life that a code has ...
        (-1, 0, False),
        (0, 0, True),
        (1, 0, False),
        # ... and where the site is patient, another before it and after it.
        (-2, 1, False),
        (-1, 1, True),
        (1, 1, True),
        (2, 1, False),
    ],
)
def test_how_long_a_code_is_taken(steps: int, tolerance: int, taken: bool, secret: str, settings: object) -> None:
    settings.MFA_TOTP_TOLERANCE = tolerance
    client = at_the_code()
    answer = client.post("/login/code/", {"code": code_of(secret, time.time() + steps * STEP)})
    assert (answer.status_code, is_in(client)) == (302 if taken else 200, taken)
    if not taken:
        said = page(answer).one("span", id="id_code_error").text
        assert said == "This code does not match. Codes change every half minute. Try the next one."


def test_a_code_works_once(secret: str) -> None:
    first, second = at_the_code(), at_the_code()
    for client in (first, second):
        client.post("/login/code/", {"code": code_of(secret)})
    assert (is_in(first), is_in(second)) == (True, False)


# Half a minute after its use the cache has forgotten a code whose time is not over yet.
@pytest.mark.parametrize("path", ["/login/code/", "/me/again/code/"])
def test_a_code_works_once_as_long_as_it_is_good(
    path: str, secret: str, as_checker: Client, clock: Traveller, settings: object
) -> None:
    settings.MFA_TOTP_TOLERANCE = 1
    with time_machine.travel(factories.MORNING.replace(hour=4), tick=False) as early:
        early.shift(3 * STEP)
        code = code_of(secret)  # of a telephone that is half a minute early
    first = at_the_code()
    assert first.post("/login/code/", {"code": code}).status_code == 302
    cache.clear()
    clock.shift(STEP)
    second = at_the_code() if path == "/login/code/" else as_checker
    assert second.post(path, {"code": code}).status_code == 200
    clock.shift(STEP)
    assert second.post(path, {"code": code_of(secret)}).status_code == 302


def test_guesses_at_a_code_are_limited_wherever_they_come_from(secret: str, clock: Traveller) -> None:
    client = at_the_code()
    for number in range(guesses.AT_CODE):
        answer = client.post("/login/code/", {"code": f"00000{number}"}, REMOTE_ADDR=f"192.0.2.{number}")
        assert answer.status_code == 200
    answer = client.post("/login/code/", {"code": code_of(secret)}, REMOTE_ADDR="192.0.2.99")
    assert (answer.status_code, answer.headers["Retry-After"], is_in(client)) == (429, "61", False)
    clock.shift(guesses.WINDOW)
    assert client.post("/login/code/", {"code": code_of(secret)}).status_code == 302


def test_where_nobody_can_count_no_code_is_looked_at(secret: str, settings: object) -> None:
    client = at_the_code()
    settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": "redis://127.0.0.1:1/0"}}
    assert client.post("/login/code/", {"code": code_of(secret)}).status_code == 503
    assert not is_in(client)


def test_a_recovery_code_stands_in_once(as_checker: Client) -> None:
    _, codes = set_up_app(as_checker)
    assert len(set(codes)) == 10
    first, second = at_the_code(), at_the_code()
    for client in (first, second):
        client.post("/login/code/", {"code": codes[0]})
    assert (is_in(first), is_in(second)) == (True, False)


def test_recovery_codes_are_kept_as_hashes_and_each_goes_when_it_is_used(as_checker: Client, checker: User) -> None:
    _, codes = set_up_app(as_checker)

    def kept() -> list[str]:
        data = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).data
        assert {**data, "viewed_at": 0, "hashed": []} == {"migrated_codes": [], "viewed_at": 0, "hashed": []}
        return [decrypt(one) for one in data["hashed"]]

    assert [[check_password(code, one) for one in kept()].count(True) for code in codes] == [1] * 10
    assert as_checker.post("/me/again/code/", {"code": f" {codes[3][:4]}-{codes[3][4:]} "}).status_code == 302
    assert [code for code in codes if any(check_password(code, one) for one in kept())] == codes[:3] + codes[4:]
    assert "9 left." in page(as_checker.get("/me/second-factor/")).text
    assert "The 9 that are left" in page(as_checker.get("/me/second-factor/codes/new/")).text
    assert at_the_code().post("/login/code/", {"code": codes[3]}).status_code == 200


def test_recovery_codes_from_before_they_were_hashed_work_and_are_hashed_at_the_login(
    as_checker: Client, checker: User, settings: Any
) -> None:
    set_up_app(as_checker)
    seed = {"seed": encrypt("ab" * 40), "used_mask": 1, "viewed_at": time.time()}
    own = Authenticator.objects.filter(type=Authenticator.Type.RECOVERY_CODES)
    own.update(data=seed)
    codes = own.get().wrap().generate_codes()
    client = at_the_code()
    assert client.post("/login/code/", {"code": codes[0]}).status_code == 200  # used in those days
    assert client.post("/login/code/", {"code": codes[1]}).status_code == 302
    assert (list(own.get().data), len(own.get().data["hashed"])) == (["hashed", "viewed_at", "migrated_codes"], 8)
    # Django has other rounds by now: what it hashed before still fits.
    settings.PASSWORD_HASHERS = ["tests.web.factors.OtherRounds", *settings.PASSWORD_HASHERS]
    assert at_the_code().post("/login/code/", {"code": codes[1]}).status_code == 200
    assert at_the_code().post("/login/code/", {"code": codes[2]}).status_code == 302


def test_recovery_codes_are_shown_once(as_checker: Client) -> None:
    _, codes = set_up_app(as_checker)
    again = as_checker.get("/me/second-factor/codes/").content.decode()
    assert [code for code in codes if code in again] == []
    assert as_checker.post("/me/second-factor/codes/new/").headers["Location"] == "/me/second-factor/codes/"
    fresh = page(as_checker.get("/me/second-factor/codes/")).one("ul", cls="codes").all("li")
    assert {item.text for item in fresh} & set(codes) == set()


def test_the_page_that_sets_up_an_app_asks_for_the_password_first(as_checker: Client) -> None:
    answer = as_checker.get("/me/second-factor/app/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/me/again/?next=%2Fme%2Fsecond-factor%2Fapp%2F")


def test_the_square_code_is_a_picture_that_our_policy_allows(as_checker: Client) -> None:
    set_up_app(as_checker)
    as_checker.post("/me/second-factor/app/remove/")
    shown = page(as_checker.get("/me/second-factor/app/"))
    assert shown.one("img").attrs["src"].startswith("data:image/svg+xml;base64,")


def test_secrets_are_not_stored_as_they_are(secret: str) -> None:
    stored = Authenticator.objects.get(type=Authenticator.Type.TOTP).data["secret"]
    assert secret not in stored


def test_with_another_secret_key_no_code_matches_and_nothing_breaks(secret: str, settings: object) -> None:
    settings.SECRET_KEY = "another"
    client = at_the_code()
    assert client.post("/login/code/", {"code": code_of(secret)}).status_code == 200
    assert not is_in(client)


def test_another_secret_key_takes_over_what_the_earlier_one_sealed(
    secret: str, clock: Traveller, settings: Any, desk_head: User
) -> None:
    settings.CALL_NETWORKS = (ip_network("192.0.2.0/24"),)
    hook = webhooks.add("https://192.0.2.7/", [], by=desk_head)
    begun = kept_answers.begin("key:1", "one", "same")
    answer = kept_answers.Answer(201, b"told once", "application/json", "")
    kept_answers.keep(begun, answer)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    call_command("renew_secrets", stdout=(said := StringIO()))
    assert said.getvalue() == "4 rows are encrypted with SECRET_KEY.\n"  # app, recovery codes, webhook, answer
    settings.SECRET_KEY_FALLBACKS = []
    assert at_the_code().post("/login/code/", {"code": code_of(secret)}).status_code == 302
    assert Webhook.objects.get().secret == hook.secret
    assert kept_answers.begin("key:1", "one", "same") == answer
    # Nothing is made unreadable by a key that was forgotten: each stays as it is.
    settings.SECRET_KEY = "a third"
    with pytest.raises(CommandError, match=r"^0 rows are .* 4 cannot be read"):
        call_command("renew_secrets")
    settings.SECRET_KEY = settings.UNSET_KEY
    with pytest.raises(CommandError, match=r"^SECRET_KEY is not set"):
        call_command("renew_secrets")
    settings.SECRET_KEY = "another"
    clock.shift(STEP)
    assert at_the_code().post("/login/code/", {"code": code_of(secret)}).status_code == 302


def test_the_token_of_the_api_is_no_way_round(secret: str, client: Client) -> None:
    credentials = {"username": "checker", "password": factories.PASSWORD}
    answer = client.post("/api/v1/token", credentials, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "second_factor_required")
    assert (
        answer.json()["detail"] == "This login has a second factor. Log in with a browser and make a key at /me/keys/."
    )
    assert not ApiKey.objects.exists()


class TestWhereItIsDemanded:
    @pytest.fixture(autouse=True)
    def _demanded(self, settings: object) -> None:
        settings.REQUIRE_TWO_FACTOR = "yes"

    @pytest.mark.parametrize(
        ("role", "of_all", "of_approvers"),
        [
            (None, True, False),
            (Role.REPORTER, True, False),
            (Role.CHECKER, True, False),
            (Role.REVIEWER, True, True),
            (Role.DESK_HEAD, True, True),
            (Role.ADMIN, True, True),
        ],
    )
    def test_people_are_led_to_it(
        self, role: Role | None, of_all: bool, of_approvers: bool, settings: object, db: None
    ) -> None:
        client = Client()
        client.force_login(factories.person("mira", *[role] if role else []))
        for asked, led in (("yes", of_all), ("approvers", of_approvers), ("no", False)):
            settings.REQUIRE_TWO_FACTOR = asked
            answer = client.get("/me/")
            assert (asked, answer.status_code, answer.headers.get("Location")) == (
                (asked, 302, "/me/second-factor/") if led else (asked, 200, None)
            )
            assert client.get("/me/second-factor/").status_code == 200
            assert (client.get("/api/v1/claims").json().get("code") == "second_factor_required") is led

    def test_with_one_they_go_on(self, as_reviewer: Client) -> None:
        assert as_reviewer.get("/rules/").status_code == 302
        set_up_app(as_reviewer)
        assert as_reviewer.get("/rules/").status_code == 200

    def test_the_last_one_cannot_be_taken_away(self, as_reviewer: Client) -> None:
        set_up_app(as_reviewer)
        answer = as_reviewer.post("/me/second-factor/app/remove/")
        assert page(answer).one("div", role="alert").text == (
            "You need a second factor on this desk. Add another one before you remove this."
        )
        assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()

    def test_no_token_without_one(self, reviewer: User, client: Client) -> None:
        credentials = {"username": "reviewer", "password": factories.PASSWORD}
        assert client.post("/api/v1/token", credentials, content_type="application/json").status_code == 403
