"""Who counts as what: roles, and machines."""

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.db import IntegrityError, transaction

from sources.models import Profile
from sources.permissions import is_service, look_after_people
from sources.roles import Role
from tests import factories


def test_a_login_is_a_machines_only_where_somebody_said_so(reporter: User, checker: User, stranger: User) -> None:
    Profile.objects.create(user=reporter, service=True)
    Profile.objects.create(user=checker)
    assert [is_service(user) for user in (reporter, checker, stranger, AnonymousUser())] == [True, False, False, False]


@pytest.mark.parametrize("role", Role)
def test_only_an_admin_looks_after_people(role: Role, db: None) -> None:
    assert look_after_people(factories.person("mira", role)) == (role is Role.ADMIN)


def test_a_theme_is_one_that_there_is(reporter: User) -> None:
    with pytest.raises(IntegrityError, match="profile_theme_is_known"), transaction.atomic():
        Profile.objects.create(user=reporter, theme="pink")
