"""Keys for the API: made, rotated, revoked. Each act leaves a row about the owner; the audit trail has the key's."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.db.models.functions import Least
from django.utils import timezone

from sources.engine import key_form
from sources.enums import Scope
from sources.errors import KeyGone, ScopeNotHeld, TooManyKeys
from sources.models import ApiKey, PersonAct
from sources.permissions import scopes_of
from sources.queries.keys import UNDO, keys_working

MOST = 50
# A key in use is changed where its program runs; so long the old one works beside the new.
OVERLAP = timedelta(hours=24)
USED_AGAIN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Made:
    """A new key. plain: what a program sends; it stands nowhere else, so it is shown now or never."""

    key: ApiKey
    plain: str


def create(
    owner: User, *, name: str, scopes: Iterable[Scope], by: User, expires_at: datetime | None = None, note: str = ""
) -> Made:
    """A key for a login. Raises ScopeNotHeld where her roles allow less, TooManyKeys."""
    wanted = frozenset(scopes)
    if beyond := wanted - scopes_of(owner):
        raise ScopeNotHeld(f"The roles of this login do not allow: {_named(beyond)}.")
    with transaction.atomic():
        User.objects.select_for_update().get(pk=owner.pk)  # two at once must not both be the fiftieth
        if ApiKey.objects.filter(keys_working(timezone.now()), owner=owner).count() >= MOST:
            raise TooManyKeys
        made = _made(ApiKey(owner=owner, name=name, scopes=_sorted(wanted), created_by=by, expires_at=expires_at))
        _log(made.key, by, f"Key made: {_named(wanted)}.")
    return made


def rotate(key: ApiKey, *, by: User) -> Made:
    """A new key in place of this one, with the same name, scopes and time; the old one works for a day more.

    Raises KeyGone where it does not work any more or was rotated before.
    """
    now = timezone.now()
    with transaction.atomic():
        User.objects.select_for_update().get(pk=key.owner_id)
        old = ApiKey.objects.select_related("owner").filter(keys_working(now), pk=key.pk, rotated_to=None).first()
        if old is None:
            raise KeyGone("This key does not work any more, or has its successor already.")
        fresh = ApiKey(owner=old.owner, name=old.name, scopes=old.scopes, created_by=by, expires_at=old.expires_at)
        fresh.rotated_from = old
        ApiKey.objects.filter(pk=old.pk).update(expires_at=Least(F("expires_at"), now + OVERLAP))
        made = _made(fresh)
        _log(made.key, by, f"Key made in place of fcw_{old.public_id}.")
    return made


def revoke(key: ApiKey, *, by: User) -> None:
    """The key stops working, now. Raises KeyGone where it was revoked before."""
    with transaction.atomic():
        rows = ApiKey.objects.filter(pk=key.pk, revoked_at=None)
        if not rows.update(revoked_at=timezone.now(), revoked_by=by):
            raise KeyGone("This key was revoked before.")
        _log(key, by, "Key revoked.")


def restore(key: ApiKey, *, by: User) -> None:
    """Takes a revocation back, within ten minutes and by whoever revoked. Raises KeyGone."""
    with transaction.atomic():
        recent = Q(revoked_by=by, revoked_at__gte=timezone.now() - UNDO, owner__is_active=True)
        rows = ApiKey.objects.filter(recent, pk=key.pk)
        if not rows.update(revoked_at=None, revoked_by=None):
            raise KeyGone("This cannot be undone any more. Make a new key.")
        _log(key, by, "Key works again.")


def revoke_all(owner: User, *, by: User) -> int:
    """Revokes every key of a login that is closed; says how many."""
    return ApiKey.objects.filter(owner=owner, revoked_at=None).update(revoked_at=timezone.now(), revoked_by=by)


def use_noted(key: ApiKey, now: datetime) -> bool:
    """Whether it stands there already that a key is in use: to the minute."""
    return key.last_used_at is not None and key.last_used_at >= now - USED_AGAIN


def note_use(key: ApiKey) -> None:
    """Keeps when a key was last used, once a minute at most."""
    now = timezone.now()
    if not use_noted(key, now):
        stale = Q(last_used_at=None) | Q(last_used_at__lt=now - USED_AGAIN)
        ApiKey.objects.filter(stale, pk=key.pk).update(last_used_at=now)


def _made(key: ApiKey) -> Made:
    """Saves a key under an id that is free. Two of 56,800,235,584 ids are the same once in a long while."""
    while True:
        key.public_id = _letters(key_form.ID_LENGTH)
        plain = key_form.written(key.public_id, _letters(key_form.SECRET_LENGTH))
        key.digest = key_form.digest(plain)
        try:
            with transaction.atomic():
                key.save(force_insert=True)
        except IntegrityError:
            if not ApiKey.objects.filter(public_id=key.public_id).exists():
                raise
        else:
            return Made(key, plain)


def _letters(count: int) -> str:
    return "".join(secrets.choice(key_form.ALPHABET) for _ in range(count))


def _sorted(scopes: Iterable[Scope]) -> list[str]:
    return [scope.value for scope in Scope if scope in frozenset(scopes)]


def _named(scopes: Iterable[Scope]) -> str:
    return ", ".join(_sorted(scopes))


def _log(key: ApiKey, by: User, words: str) -> None:
    PersonAct.objects.create(person_id=key.owner_id, by=by, words=f"{key.name} (fcw_{key.public_id}): {words}")
