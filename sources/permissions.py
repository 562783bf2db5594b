"""Who may do what with articles; pages, API and templates ask here."""

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db.models import Q
from django.db.models.functions import Now

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


@dataclass(frozen=True, slots=True)
class Sight:
    """What `readable` says, for statements that are written by hand. everyone: not her own articles alone."""

    everyone: bool
    owner: int | None
    embargoed: bool

    @property
    def parameters(self) -> dict[str, bool | int | None]:
        return {"everyone": self.everyone, "owner": self.owner, "embargoed": self.embargoed}


def readable(user: AbstractBaseUser | AnonymousUser | None, *paths: str) -> Q:
    """Which rows a person sees: all, or, for somebody who is a reporter and no more, those of articles she added.

    paths: where the rows' articles are ("a__claim__article"), "" for articles themselves; one of hers is enough, so a
    flag is seen from either side; one under embargo is too many for a key that is not good for it. None for user is
    the product itself, which sees all.
    """
    return within(sight(user), *paths)


def within(eyes: Sight, *paths: str) -> Q:
    """The same for somebody who sees so far."""
    held_back = Q() if eyes.embargoed else out_of_embargo(*paths)
    if eyes.everyone:
        return held_back
    if eyes.owner is None:
        return Q(pk__in=[])
    owners = [f"{path}__created_by" if path else "created_by" for path in paths]
    return held_back & reduce(or_, (Q((owner, eyes.owner)) for owner in owners))


def sees(user: AbstractBaseUser | AnonymousUser, article: Article) -> bool:
    """Whether a person sees an article: what `readable` says of rows."""
    if article.embargoed and not sees_embargoed(user):
        return False
    return read_all(user) or (read(user) and article.created_by_id == user.pk)


def sees_embargoed(user: AbstractBaseUser | AnonymousUser | None) -> bool:
    """Whether what is held back is there for a reader: for people at their pages, and for keys with the scope.

    The API notes on the user what the key is good for that she came with (`key_scopes`); at pages there is none.
    """
    scopes = getattr(user, "key_scopes", None)
    return scopes is None or Scope.EMBARGOED in scopes


def out_of_embargo(*paths: str) -> Q:
    """Rows none of whose articles is held back now. paths: as with `readable`; no article at all is none held back."""
    columns = [f"{path}__embargoed_until" if path else "embargoed_until" for path in paths]
    return reduce(and_, (Q((column, None)) | Q((f"{column}__lte", Now())) for column in columns))


def set_embargoes(user: AbstractBaseUser | AnonymousUser) -> bool:
    """The desk head changes until when an article is held back; whoever adds one may say so with it."""
    return Role.DESK_HEAD in roles(user)


def add_articles(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Anybody on the desk adds articles and versions."""
    return bool(roles(user))


def sight(user: AbstractBaseUser | AnonymousUser | None) -> Sight:
    """How far a person sees; None is the product itself, which sees all. Who has no role sees nothing."""
    if user is None:
        return Sight(everyone=True, owner=None, embargoed=True)
    return Sight(read_all(user), user.pk if read(user) else None, sees_embargoed(user))
