"""Who may do what with articles; pages, API and templates ask here."""

from functools import reduce
from operator import or_

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db.models import Q

from sources.enums import Scope
from sources.models import Article, Profile
from sources.roles import Role

_CHECKERS = frozenset({Scope.READ, Scope.PUSH, Scope.CHECK, Scope.EMBARGOED})
SCOPES_OF = {
    Role.REPORTER: frozenset({Scope.READ, Scope.PUSH}),
    Role.CHECKER: _CHECKERS,
    Role.REVIEWER: _CHECKERS | {Scope.REVIEW},
    Role.DESK_HEAD: _CHECKERS | {Scope.REVIEW, Scope.WEBHOOKS},
    Role.ADMIN: frozenset({Scope.READ, Scope.PUSH, Scope.WEBHOOKS}),
}


def roles(user: AbstractBaseUser | AnonymousUser) -> frozenset[Role]:
    """The roles that a person has on this desk; an active superuser has all of them."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    if user.is_superuser:
        return frozenset(Role)
    names = {group.name for group in user.groups.all()}
    return frozenset(role for role in Role if role.value in names)


def scopes_of(user: AbstractBaseUser | AnonymousUser) -> frozenset[Scope]:
    """What a key of this person may be good for. To ask is always allowed; whether she is answered, her roles say."""
    return frozenset({Scope.READ}).union(*(SCOPES_OF[role] for role in roles(user)))


def is_service(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether a login is a machine's: it works with a key, has no password, and approves nothing. One query."""
    return isinstance(user, User) and Profile.objects.filter(user=user, service=True).exists()


def look_after_people(user: AbstractBaseUser | AnonymousUser) -> bool:
    """An admin adds people, gives roles, and closes logins."""
    return Role.ADMIN in roles(user)


def read(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Anybody on the desk sees its articles and claims."""
    return bool(roles(user))


def read_all(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whoever is more than a reporter sees what others added too."""
    return bool(roles(user) - {Role.REPORTER})


def readable(user: AbstractBaseUser | AnonymousUser | None, *paths: str) -> Q:
    """Which rows a person sees: all, or, for somebody who is a reporter and no more, those of articles she added.

    paths: where the rows' articles are ("a__claim__article"), "" for articles themselves; one of them is enough, so a
    flag is seen from either side. None for user is the product itself, which sees all.
    """
    if user is None or read_all(user):
        return Q()
    if not read(user):
        return Q(pk__in=[])
    owners = [f"{path}__created_by" if path else "created_by" for path in paths]
    return reduce(or_, (Q((owner, user.pk)) for owner in owners))


def sees(user: AbstractBaseUser | AnonymousUser, article: Article) -> bool:
    """Whether a person sees an article: what `readable` says of rows."""
    return read_all(user) or (read(user) and article.created_by_id == user.pk)


def add_articles(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Anybody on the desk adds articles and versions."""
    return bool(roles(user))
