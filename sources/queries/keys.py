"""Keys for the API, as they are looked up and listed."""

import copy
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import Group, User
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, TextField
from django.db.models.expressions import RawSQL
from django.utils import timezone

from sources.engine import key_form
from sources.models import ApiKey
from sources.permissions import sight
from sources.queries.prepared import Prepared
from sources.queries.states import key_mark

KEYS = 100
# For so long whoever revoked a key may take it back.
UNDO = timedelta(minutes=10)
# So many keys a process keeps, by digest, as they were when they were last looked up.
KEPT = 1_000
_REMEMBERED: dict[str, ApiKey] = {}
_MARK = Prepared("mark_of_key", f"SELECT {key_mark('$1')}", ("bigint",))  # nothing comes from outside


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
    """The key of this id and digest with its owner and her roles, whether it works or not. One query.

    `mark` on it is another one as soon as anything of these changes. Of a key that is remembered the mark alone is
    asked for: to make the whole of it anew takes many times as long.
    """
    kept = _REMEMBERED.get(digest)
    if kept is not None and kept.public_id == public_id and _MARK.texts(kept.pk) == (kept.mark,):  # type: ignore[attr-defined]
        return _copy_of(kept)
    names = ArraySubquery(Group.objects.filter(user=OuterRef("owner")).values("name"))
    mark = RawSQL(key_mark("sources_apikey.id"), (), TextField())  # noqa: S611  # nothing comes from outside
    keys = ApiKey.objects.select_related("owner").annotate(role_names=names, mark=mark)
    key = keys.filter(public_id=public_id).first()
    if key is None or not hmac.compare_digest(key.digest, digest):
        return None
    groups = Group.objects.none()
    groups._result_cache = [Group(name=name) for name in key.role_names]
    key.owner._prefetched_objects_cache = {"groups": groups}
    return key


def _copy_of(kept: ApiKey) -> ApiKey:
    """For one request, which may note on key and owner what it likes."""
    key = copy.copy(kept)
    key.owner = copy.copy(kept.owner)
    key.owner._prefetched_objects_cache = dict(kept.owner._prefetched_objects_cache)  # type: ignore[attr-defined]
    return key


def remember(key: ApiKey) -> None:
    """Keeps a key that `key_sent` found, with how far it sees, `eyes`, and what it reads, `reads`, as that is asked.

    Whoever takes it from here has to see whether its mark is still the same.
    """
    if len(_REMEMBERED) >= KEPT:
        _REMEMBERED.clear()
    key.owner.key_scopes = frozenset(key.scopes)  # type: ignore[attr-defined]  # see sources.permissions.sees_embargoed
    key.eyes = sight(key.owner)  # type: ignore[attr-defined]
    key.reads = {}  # type: ignore[attr-defined]
    _REMEMBERED[key.digest] = key


def remembered(sent: str) -> ApiKey | None:
    """What was kept of the key that somebody sent; None for nothing. No query."""
    return _REMEMBERED.get(key_form.digest(sent)) if sent.isascii() else None
