"""The admin's page of people: adding, roles, closing, machines; and that the last admin stays."""

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client

from sources.models import Profile
from sources.permissions import is_service, roles
from sources.roles import Role
from tests import factories
from tests.web.factors import prove, set_up_app
from tests.web.pages import page

PATHS = ["/people/", "/people/add/", "/people/{pk}/"]
ACTS = [f"/people/{{pk}}/{act}/" for act in ("close", "reopen", "second-factor", "link", "keys/make")]


def said_of(user: User) -> list[str]:
    """What was done about a person, the oldest first."""
    return [act.words for act in user.acts_about.order_by("pk")]


@pytest.mark.parametrize("who", ["reporter", "checker", "reviewer", "desk_head", "stranger"])
def test_nobody_but_an_admin_looks_after_people(who: str, checker: User, request: pytest.FixtureRequest) -> None:
    client = Client()
    client.force_login(request.getfixturevalue(who))
    assert [client.get(path.format(pk=checker.pk)).status_code for path in PATHS] == [403] * len(PATHS)
    changed = {"username": "new", "roles": ["admin"]}
    assert [client.post(path.format(pk=checker.pk), changed).status_code for path in PATHS[1:] + ACTS] == [403] * 7
    checker.refresh_from_db()
    assert (roles(checker), checker.is_active, User.objects.filter(username="new").exists()) == (
        {Role.CHECKER},
        True,
        False,
    )


def test_a_person_is_added_sets_a_password_and_gets_in(as_admin: Client, client: Client) -> None:
    form = {"username": "edda", "first_name": "Edda", "last_name": "Korsin", "roles": ["checker", "reviewer"]}
    shown = page(as_admin.post("/people/add/", form))
    link = shown.one("code").text.removeprefix("http://testserver")
    step = client.get(link)
    chosen = {"password1": "tide-lantern-88-osk", "password2": "tide-lantern-88-osk"}
    assert client.post(step.headers["Location"], chosen).status_code == 302
    # The link works once.
    assert page(Client().get(link)).one("h1").text == "This link does not work any more"
    assert client.post("/login/", {"username": "edda", "password": chosen["password1"]}).status_code == 302
    assert client.get("/").status_code == 200
    edda = User.objects.get(username="edda")
    assert (roles(edda), said_of(edda)) == ({Role.CHECKER, Role.REVIEWER}, ["Added; roles: checker, reviewer."])


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"username": "Checker"}, "username"),  # case aside, somebody has it
        ({"username": "two words"}, "username"),
        ({"username": "\u200b"}, "username"),  # nothing that one sees
        ({"username": "new", "email": "MIRA@desk.example"}, "email"),
        ({"username": "new", "roles": ["root"]}, "roles"),
    ],
)
def test_what_cannot_be_added_is_said_at_its_field(
    form: dict[str, object], field: str, checker: User, as_admin: Client
) -> None:
    User.objects.filter(pk=checker.pk).update(email="mira@desk.example")
    answer = as_admin.post("/people/add/", form)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert User.objects.exclude(username__in=["admin", "checker"]).count() == 0


def test_the_roles_that_somebody_has_are_ticked(reviewer: User, as_admin: Client) -> None:
    reviewer.groups.add(Group.objects.get_or_create(name=Role.CHECKER)[0])
    boxes = page(as_admin.get(f"/people/{reviewer.pk}/")).all("input", name="roles")
    assert [box.attrs["value"] for box in boxes if "checked" in box.attrs] == ["checker", "reviewer"]


def test_roles_change_at_the_next_request(checker: User, as_checker: Client, as_admin: Client) -> None:
    assert as_checker.get("/rules/").status_code == 200
    assert as_admin.post(f"/people/{checker.pk}/", {"roles": []}).status_code == 302
    assert as_checker.get("/rules/").status_code == 403
    assert as_admin.post(f"/people/{checker.pk}/", {"roles": ["reporter"]}).status_code == 302
    assert as_checker.get("/rules/").status_code == 200
    assert said_of(checker) == ["Roles: checker became none.", "Roles: none became reporter."]


def test_closing_ends_sessions_and_key_and_reopening_revives_neither(
    checker: User, as_checker: Client, as_admin: Client
) -> None:
    key = factories.key(checker)
    as_admin.post(f"/people/{checker.pk}/close/")
    by_key = {"headers": {"Authorization": f"Token {key}"}}
    assert (as_checker.get("/").status_code, Client().get("/api/v1/claims", **by_key).status_code) == (302, 401)
    assert Client().post("/login/", {"username": "checker", "password": factories.PASSWORD}).status_code == 200
    as_admin.post(f"/people/{checker.pk}/reopen/")
    assert (as_checker.get("/").status_code, Client().get("/api/v1/claims", **by_key).status_code) == (302, 401)
    assert Client().post("/login/", {"username": "checker", "password": factories.PASSWORD}).status_code == 302
    assert said_of(checker) == [
        f"A program ({key[:10]}): Key made: read, push, check, embargoed.",
        "Login closed.",
        "Login opened again.",
    ]


def test_the_last_admin_stays(admin: User, as_admin: Client) -> None:
    answer = as_admin.post(f"/people/{admin.pk}/", {"roles": ["checker"]})
    assert (answer.status_code, "Nobody else is an admin." in answer.content.decode()) == (422, True)
    as_admin.post(f"/people/{admin.pk}/close/")
    admin.refresh_from_db()
    assert (roles(admin), admin.is_active, said_of(admin)) == ({Role.ADMIN}, True, [])
    # A closed login and a machine are nobody to rely on.
    closed, machine = factories.person("closed", Role.ADMIN), factories.person("machine", Role.ADMIN)
    User.objects.filter(pk=closed.pk).update(is_active=False)
    Profile.objects.create(user=machine, service=True)
    assert as_admin.post(f"/people/{admin.pk}/", {"roles": []}).status_code == 422
    factories.person("second", Role.ADMIN)
    assert as_admin.post(f"/people/{admin.pk}/", {"roles": []}).status_code == 302


def test_a_lost_second_factor_is_reset(checker: User, as_checker: Client, as_admin: Client) -> None:
    set_up_app(as_checker)
    assert as_admin.post(f"/people/{checker.pk}/second-factor/").status_code == 302
    assert as_checker.get("/").status_code == 302
    answer = Client().post("/login/", {"username": "checker", "password": factories.PASSWORD})
    assert answer.headers["Location"] == "/start/"
    assert said_of(checker) == ["Second factor reset: 2 taken away."]


def test_a_machine_works_with_its_key_and_never_logs_in(as_admin: Client) -> None:
    form = {"username": "cms", "roles": ["reporter"], "service": "on"}
    key = page(as_admin.post("/people/add/", form)).one("code", id="new-key").text
    machine = User.objects.get(username="cms")
    assert (is_service(machine), machine.has_usable_password()) == (True, False)
    assert Client().get("/api/v1/articles", headers={"Authorization": f"Token {key}"}).status_code == 200
    machine.set_password(factories.PASSWORD)  # by whatever way it got one
    machine.email = "cms@desk.example"
    machine.save()
    client = Client()
    assert client.post("/login/", {"username": "cms", "password": factories.PASSWORD}).status_code == 200
    assert client.get("/").status_code == 302
    client.post("/login/password/", {"email": "cms@desk.example"})
    assert mail.outbox == []
    assert as_admin.post(f"/people/{machine.pk}/link/").status_code == 302
    keys = f"/people/{machine.pk}/keys/"
    prove(as_admin)
    rotated = as_admin.post(f"{keys}{machine.api_keys.get().pk}/rotate/")
    fresh = page(rotated).one("code", id="new-key").text
    as_admin.post(f"{keys}{machine.api_keys.earliest('pk').pk}/revoke/")
    answers = [Client().get("/api/v1/articles", headers={"Authorization": f"Bearer {one}"}) for one in (key, fresh)]
    assert [answer.status_code for answer in answers] == [401, 200]
    as_admin.post(f"/people/{machine.pk}/close/")
    assert as_admin.get(keys).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(count: int, as_admin: Client, django_assert_num_queries: object) -> None:
    for number in range(count):
        factories.person(f"person-{number}", Role.CHECKER)
    with django_assert_num_queries(7):
        as_admin.get("/people/")
