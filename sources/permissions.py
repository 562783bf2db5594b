"""Who may do what with articles; pages, API and templates ask here."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

from sources.models import Profile
from sources.roles import Role


def roles(user: AbstractBaseUser | AnonymousUser) -> frozenset[Role]:
    """The roles that a person has on this desk; an active superuser has all of them."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    if user.is_superuser:
        return frozenset(Role)
    names = {group.name for group in user.groups.all()}
    return frozenset(role for role in Role if role.value in names)


def is_service(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether a login is a machine's: it works with a key, has no password, and approves nothing. One query."""
    return isinstance(user, User) and Profile.objects.filter(user=user, service=True).exists()


def look_after_people(user: AbstractBaseUser | AnonymousUser) -> bool:
    """An admin adds people, gives roles, and closes logins."""
    return Role.ADMIN in roles(user)


def read(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Anybody on the desk sees its articles and claims."""
    return bool(roles(user))


def add_articles(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Anybody on the desk adds articles and versions."""
    return bool(roles(user))
