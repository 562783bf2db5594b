"""Who may do what with articles; pages, API and templates ask here."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

from sources.roles import Role


def roles(user: AbstractBaseUser | AnonymousUser) -> frozenset[Role]:
    """The roles that a person has on this desk; an active superuser has all of them."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    if user.is_superuser:
        return frozenset(Role)
    names = set(user.groups.values_list("name", flat=True))
    return frozenset(role for role in Role if role.value in names)


def read(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Anybody on the desk sees its articles and claims."""
    return bool(roles(user))


def add_articles(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Anybody on the desk adds articles and versions."""
    return bool(roles(user))
