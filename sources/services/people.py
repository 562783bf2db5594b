"""Who is on the desk: an admin adds people, gives roles, closes logins. Each act leaves a row."""

from collections.abc import Iterable

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse

from sources.errors import LastAdmin, MailTaken, NameTaken
from sources.models import PersonAct, Profile
from sources.permissions import roles, scopes_of
from sources.roles import Role
from sources.services import keys

FIRST_KEY = "First key"


def add_person(
    name: str, *, roles: Iterable[Role], by: User, first_name: str = "", last_name: str = "", email: str = ""
) -> User:
    """A new login without a password: `invitation` leads to one. Raises NameTaken, MailTaken."""
    with transaction.atomic():
        user = _new(name, first_name=first_name, last_name=last_name, email=email)
        _give(user, roles)
        _log(user, by, f"Added; roles: {_named(roles)}.")
    return user


def add_service(name: str, *, roles: Iterable[Role], by: User, first_name: str = "") -> tuple[User, str]:
    """A machine's login and its key, which is told this once. Raises NameTaken."""
    with transaction.atomic():
        user = _new(name, first_name=first_name)
        Profile.objects.create(user=user, service=True)
        _give(user, roles)
        _log(user, by, f"Added as a machine's login; roles: {_named(roles)}.")
        return user, keys.create(user, name=FIRST_KEY, scopes=scopes_of(user), by=by).plain


def invitation(user: User) -> str:
    """The path at which a person sets a password: works once, for three days, until the password or mail changes."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])


def offer_password(user: User, *, by: User) -> str:
    """The path of an invitation for somebody who forgot her password."""
    _log(user, by, "Link to a new password made.")
    return invitation(user)


def change_roles(user: User, became: Iterable[Role], *, by: User) -> None:
    """Gives a person these roles and no others. Raises LastAdmin."""
    with transaction.atomic():
        _locked()
        was, became = roles_given(user), frozenset(became)
        if Role.ADMIN in was and Role.ADMIN not in became:
            _refuse_without_admin(user)
        if was != became:
            _give(user, became)
            _log(user, by, f"Roles: {_named(was)} became {_named(became)}.")


def close(user: User, *, by: User) -> None:
    """Closes a login: its sessions end and its key stops working, now. Raises LastAdmin."""
    with transaction.atomic():
        _locked()
        _refuse_without_admin(user)
        if User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
            keys.revoke_all(user, by=by)
            end_sessions(user)
            _log(user, by, "Login closed.")
    user.refresh_from_db()


def reopen(user: User, *, by: User) -> None:
    """Opens a closed login again; the old password holds."""
    with transaction.atomic():
        if User.objects.filter(pk=user.pk, is_active=False).update(is_active=True):
            _log(user, by, "Login opened again.")
    user.refresh_from_db()


def reset_second_factor(user: User, *, by: User) -> None:
    """Takes all second factors away, for somebody who lost hers; her sessions end."""
    with transaction.atomic():
        count, _ = Authenticator.objects.filter(user=user).delete()
        end_sessions(user)
        _log(user, by, f"Second factor reset: {count} taken away.")


def log_out(user: User, *, by: User) -> None:
    """Ends the sessions of somebody whose laptop is lost; the login stays open."""
    with transaction.atomic():
        end_sessions(user)
        _log(user, by, "Logged out everywhere.")


def end_sessions(user: User) -> None:
    """Ends every session of a person. Reads all sessions there are, as their owner stands only inside them."""
    own = [one.pk for one in Session.objects.iterator() if one.get_decoded().get("_auth_user_id") == str(user.pk)]
    Session.objects.filter(pk__in=own).delete()


def set_own(user: User, *, first_name: str, last_name: str, email: str, theme: str, keys_off: bool) -> Profile:
    """What a person sets for herself. Raises MailTaken."""
    with transaction.atomic():
        _refuse_taken_mail(email, user)
        User.objects.filter(pk=user.pk).update(first_name=first_name, last_name=last_name, email=email)
        if email != user.email:
            EmailAddress.objects.filter(user=user).delete()  # what the old one was known for: links to a password
            _log(user, user, "Mail address changed.")
        profile, _ = Profile.objects.update_or_create(user=user, defaults={"theme": theme, "keys_off": keys_off})
    return profile


def roles_given(user: User) -> frozenset[Role]:
    """The roles that a login has by its groups, whether it is closed or not."""
    names = set(user.groups.values_list("name", flat=True))
    return frozenset(role for role in Role if role.value in names)


def _new(name: str, *, first_name: str = "", last_name: str = "", email: str = "") -> User:
    _refuse_taken_mail(email)
    if User.objects.filter(username__iexact=name).exists():
        raise NameTaken
    try:
        with transaction.atomic():
            return User.objects.create_user(name, email, first_name=first_name, last_name=last_name)
    except IntegrityError:
        raise NameTaken from None


def _refuse_taken_mail(email: str, owner: User | None = None) -> None:
    others = User.objects.exclude(pk=owner.pk) if owner else User.objects.all()
    if email and others.filter(email__iexact=email).exists():
        raise MailTaken


def _give(user: User, became: Iterable[Role]) -> None:
    """Groups that are no role of ours stay as they are."""
    ours = [role.value for role in Role]
    wanted = [Group.objects.get_or_create(name=role.value)[0] for role in became]
    user.groups.remove(*user.groups.filter(name__in=ours).exclude(pk__in=[group.pk for group in wanted]))
    user.groups.add(*wanted)


def _locked() -> None:
    """Two admins who take each other's role away at one moment go one after the other."""
    Group.objects.select_for_update().get_or_create(name=Role.ADMIN.value)


def _refuse_without_admin(user: User) -> None:
    """Raises LastAdmin where nobody but this person could look after people."""
    able = Q(groups__name=Role.ADMIN.value) | Q(is_superuser=True)
    others = User.objects.filter(able, is_active=True).exclude(pk=user.pk).exclude(profile__service=True)
    if Role.ADMIN in roles(user) and not others.exists():
        raise LastAdmin


def _named(some: Iterable[Role]) -> str:
    return ", ".join(role.value.replace("_", " ") for role in Role if role in some) or "none"


def _log(user: User, by: User, words: str) -> None:
    PersonAct.objects.create(person=user, by=by, words=words)
