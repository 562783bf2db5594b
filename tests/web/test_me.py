"""A person's own settings, and the ways to another password."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from factcheck.checks import breached_passwords_can_be_looked_up
from factcheck.login import breached, passwords
from sources.models import Profile
from tests import factories
from tests.web.factors import prove
from tests.web.pages import page

GIVEN = {"first_name": "Mira", "last_name": "Weil", "email": "", "theme": "dark", "keys_off": "on"}
NEW = "tide-lantern-88-osk"


def test_settings_are_kept_and_come_along_to_the_next_login(checker: User, as_checker: Client, client: Client) -> None:
    answer = as_checker.post("/me/", GIVEN)
    assert (answer.status_code, answer.cookies["theme"].value) == (302, "dark")
    assert page(as_checker.get("/")).one("body").attrs["data-keys"] == "off"
    answer = client.post("/login/", {"username": "checker", "password": factories.PASSWORD})
    assert answer.cookies["theme"].value == "dark"
    shown = page(client.get("/"))
    assert (shown.one("body").attrs["data-keys"], shown.one("html").attrs["data-theme"]) == ("off", "dark")
    as_checker.post("/me/", {**GIVEN, "keys_off": ""})
    assert "data-keys" not in page(as_checker.get("/")).one("body").attrs


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"theme": "pink"}, "theme"),
        ({"first_name": "\u200b"}, "first_name"),
        ({"email": "nobody"}, "email"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(changed: dict[str, str], field: str, as_checker: Client) -> None:
    answer = as_checker.post("/me/", {**GIVEN, **changed})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Profile.objects.exists()


def test_another_address_asks_for_the_password_and_is_nobody_elses(
    checker: User, second_checker: User, as_checker: Client
) -> None:
    User.objects.filter(pk=second_checker.pk).update(email="jonas@desk.example")
    answer = as_checker.post("/me/", {**GIVEN, "email": "mira@desk.example"})
    assert answer.headers["Location"] == "/me/again/?next=%2Fme%2F"
    checker.refresh_from_db()
    assert checker.email == ""
    prove(as_checker)
    assert as_checker.post("/me/", {**GIVEN, "email": "JONAS@desk.example"}).status_code == 422
    assert as_checker.post("/me/", {**GIVEN, "email": "mira@desk.example"}).status_code == 302
    checker.refresh_from_db()
    assert checker.email == "mira@desk.example"


def test_a_forgotten_password_is_set_by_mail(checker: User, client: Client) -> None:
    User.objects.filter(pk=checker.pk).update(email="mira@desk.example")
    client.post("/login/password/", {"email": "Mira@desk.example"})
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["mira@desk.example"], "Factcheck: set a new password")
    link = re.search(r"http://testserver(/login/password/\S+)", sent.body)[1]
    step = client.get(link)
    assert client.post(step.headers["Location"], {"password1": NEW, "password2": NEW}).status_code == 302
    assert client.get("/").status_code == 302  # setting a password is no login: the second factor is asked for there
    assert client.post("/login/", {"username": "checker", "password": NEW}).status_code == 302


@pytest.mark.parametrize("address", ["nobody@desk.example", "mira@desk.example"])
def test_nobody_learns_which_addresses_there_are(address: str, checker: User, client: Client) -> None:
    User.objects.filter(pk=checker.pk).update(email="mira@desk.example")
    answer = client.post("/login/password/", {"email": address})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/login/password/sent/")
    assert [one.to for one in mail.outbox] == ([["mira@desk.example"]] if address.startswith("mira") else [])


def test_an_address_that_was_given_up_gets_no_link(checker: User, as_checker: Client, client: Client) -> None:
    User.objects.filter(pk=checker.pk).update(email="old@desk.example")
    EmailAddress.objects.create(user=checker, email="old@desk.example", verified=True, primary=True)
    prove(as_checker)
    assert as_checker.post("/me/", {**GIVEN, "email": "new@desk.example"}).status_code == 302
    client.post("/login/password/", {"email": "old@desk.example"})
    assert mail.outbox == []


def test_another_password_ends_the_other_sessions(checker: User, as_checker: Client) -> None:
    other = Client()
    other.force_login(checker)
    form = {"oldpassword": factories.PASSWORD, "password1": NEW, "password2": NEW}
    assert as_checker.post("/me/password/", {**form, "oldpassword": "wrong"}).status_code == 200
    assert as_checker.post("/me/password/", form).status_code == 302
    assert (as_checker.get("/").status_code, other.get("/").status_code) == (200, 302)


def test_other_sessions_are_listed_and_ended(checker: User) -> None:
    clients = [Client(headers={"User-Agent": f"Browser {number}"}) for number in (1, 2)]
    for client in clients:
        client.post("/login/", {"username": "checker", "password": factories.PASSWORD})
    rows = page(clients[0].get("/me/sessions/")).one("tbody").all("th")
    assert [row.text for row in rows] == ["Browser 1 This one", "Browser 2"]
    asked = clients[0].post("/me/sessions/")
    assert asked.headers["Location"] == "/me/again/?next=%2Fme%2Fsessions%2F"
    assert [client.get("/").status_code for client in clients] == [200, 200]
    clients[0].post(asked.headers["Location"], {"password": factories.PASSWORD})
    assert [client.get("/").status_code for client in clients] == [200, 302]


@pytest.mark.parametrize("path", ["/me/", "/me/second-factor/", "/me/sessions/", "/me/password/"])
def test_settings_are_for_those_who_are_logged_in(path: str, db: None) -> None:
    assert Client().get(path).headers["Location"] == f"/login/?next={path}"


def test_nobody_signs_up(db: None) -> None:
    assert [Client().get(path).status_code for path in ("/signup/", "/login/signup/", "/accounts/signup/")] == [404] * 3


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short-7", "This password is too short. It must contain at least 8 characters."),
        ("iloveyou1", "This password is too common."),
        # The desk's name, its roles and the year are what somebody tries first here.
        ("Factcheck-2026!", passwords.SAID),
        ("newsroom.desk.head.7", passwords.SAID),
        ("checkerchecker99", passwords.SAID),
    ],
)
def test_a_password_that_others_would_guess_is_refused(password: str, said: str, as_checker: Client) -> None:
    answer = as_checker.post(
        "/me/password/", {"oldpassword": factories.PASSWORD, "password1": password, "password2": password}
    )
    assert answer.status_code == 200
    assert said in answer.context["form"].errors["password1"]


NO_HASHES = "its lines have to be SHA-1 hashes in hex, each with a colon and a count or alone"
BREACHED = [f"osprey-{number}-lantern" for number in range(60)]


def listed(line: str, end: str) -> bytes:
    hashes = sorted(hashlib.sha1(word.encode()).hexdigest() for word in BREACHED)
    return "".join(line.format(one) for one in hashes).encode() + end.encode()


# As it is fetched, cut down to the hashes by somebody's tool, and with a line that an editor added at its end.
@pytest.mark.parametrize(("line", "end"), [("{}:7\r\n", ""), ("{}\n", ""), ("{}:12345\n", "\n\n")])
def test_what_a_list_of_breached_passwords_holds(line: str, end: str, tmp_path: Path) -> None:
    (path := tmp_path / "list").write_bytes(listed(line, end).upper())
    assert breached.fault_of(path) == ""
    near = [f"{word}." for word in BREACHED]
    assert [word for word in [*BREACHED, *near] if breached.is_listed(word, path)] == BREACHED


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", NO_HASHES),
        (b"iloveyou1\n", NO_HASHES),
        # Hashes of another kind: 32 letters of NTLM.
        (
            b"8846F7EAEE8FB117AD06BDD830B7586C:3\n",
            NO_HASHES,
        ),
        # In the order of their counts, as it is handed round too.
        (b"B" * 40 + b":9\n" + b"A" * 40 + b":3\n", "its lines have to be in the order of the hashes"),
        (None, "it cannot be read: No such file or directory"),
    ],
)
def test_a_list_that_is_none_is_named(content: bytes | None, fault: str, tmp_path: Path, settings: Any) -> None:
    settings.BREACHED_PASSWORDS = path = tmp_path / "list"
    if content is not None:
        path.write_bytes(content)
    (error,) = breached_passwords_can_be_looked_up()
    assert (error.id, error.msg) == ("factcheck.E004", f"BREACHED_PASSWORDS names {path}, but {fault}.")


def test_a_breached_password_is_refused(tmp_path: Path, settings: Any, as_checker: Client) -> None:
    settings.BREACHED_PASSWORDS = path = tmp_path / "list"
    path.write_bytes(listed("{}:7\n", ""))

    def set_to(password: str) -> tuple[int, list[str]]:
        form = {"oldpassword": factories.PASSWORD, "password1": password, "password2": password}
        answer = as_checker.post("/me/password/", form)
        return answer.status_code, [] if answer.status_code == 302 else answer.context["form"].errors["password1"]

    assert set_to(BREACHED[7]) == (200, [breached.SAID])
    path.rename(tmp_path / "away")  # then nobody can say what was breached, and every password is refused
    assert set_to("osprey-lantern-never-used") == (200, [breached.CANNOT_LOOK])
    (tmp_path / "away").rename(path)
    assert set_to("osprey-lantern-never-used") == (302, [])


@pytest.mark.parametrize(
    "password",
    [
        "factcheck tide lantern",  # enough is left beside the desk's word
        "  " + "œuvre ßüß 🦊 " * 12 + " ",  # long, of any letters, with spaces at its ends
        "tidelanternoskferry",  # letters alone will do
    ],
)
def test_any_other_password_is_taken_letter_by_letter(password: str, checker: User, as_checker: Client) -> None:
    form = {"oldpassword": factories.PASSWORD, "password1": password, "password2": password}
    assert as_checker.post("/me/password/", form).status_code == 302
    checker.refresh_from_db()
    near = [password[:-1], password.swapcase(), f"{password} ", password.strip() + "x"]
    assert [one for one in near if checker.check_password(one)] == []
    assert Client().post("/login/", {"username": "checker", "password": password}).status_code == 302


def test_a_password_may_be_pasted_and_is_kept_by_managers(client: Client, db: None) -> None:
    field = page(client.get("/login/")).one("input", name="password").attrs
    assert (field["type"], field["autocomplete"]) == ("password", "current-password")
    assert {"onpaste", "maxlength"} & set(field) == set()
