"""Keys for the API, as they are looked up and listed."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import Group, User
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.utils import timezone

from sources.models import ApiKey

KEYS = 100
# For so long whoever revoked a key may take it back.
UNDO = timedelta(minutes=10)


def keys_working(moment: datetime) -> Q:
    """Keys that are neither revoked nor past their time."""
    return Q(revoked_at=None) & (Q(expires_at=None) | Q(expires_at__gt=moment))


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key as its owner sees it. state: "works", "expired" or "revoked". rotated: another one came in its place."""

    key: ApiKey
    state: str
    rotated: bool
    undoable: bool


def key_rows(owner: User, seen_by: User) -> list[KeyRow]:
    """The keys of a login, those that work first, the latest first. undoable: by whom looks. Two queries."""
    now = timezone.now()
    own = list(ApiKey.objects.filter(owner=owner).prefetch_related("rotated_to")[:KEYS])
    return sorted((_key_row(key, seen_by, now) for key in own), key=lambda row: row.state != "works")


def _key_row(key: ApiKey, seen_by: User, now: datetime) -> KeyRow:
    state = "revoked" if key.revoked_at else "works" if key.works_at(now) else "expired"
    undoable = key.revoked_at is not None and key.revoked_by_id == seen_by.pk and key.revoked_at >= now - UNDO
    return KeyRow(key, state, bool(key.rotated_to.all()), undoable)


def key_sent(public_id: str, digest: str) -> ApiKey | None:
    """The key of this id and digest with its owner and her roles, whether it works or not. One query."""
    names = ArraySubquery(Group.objects.filter(user=OuterRef("owner")).values("name"))
    key = ApiKey.objects.select_related("owner").annotate(role_names=names).filter(public_id=public_id).first()
    if key is None or not hmac.compare_digest(key.digest, digest):
        return None
    groups = Group.objects.none()
    groups._result_cache = [Group(name=name) for name in key.role_names]
    key.owner._prefetched_objects_cache = {"groups": groups}
    return key
