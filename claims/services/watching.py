"""Who wants to know once something is checked: watches are kept, and told when a verdict that has to do with them is
approved. The calls themselves are those of any webhook.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from pgvector.django import CosineDistance

from claims.engine.embedding import MODEL, likeness
from claims.engine.records import Mention
from claims.enums import DeliveryState, EventType, MatchRelation
from claims.errors import NothingToCheck, TooManyWatches
from claims.models import CheckedClaim, Watch, WatchedWords, Webhook
from claims.queries import matching as queries
from claims.services import events, matching, webhooks
from claims.services.told import told_of_claim, told_of_hit
from sources.models import ApiKey
from sources.permissions import out_of_embargo, sees

log = structlog.get_logger(__name__)

# So many a person has at most.
MOST = 100
# Of one verdict so many are looked at, those with a key in common and the nearest.
LOOKED_AT = 200
# What is not the same is told from here on.
SURE = 0.5
# The type of a webhook that is there for watches alone.
TYPES = [EventType.VERDICT_MATCHED.value]


@dataclass(frozen=True, slots=True)
class Registered:
    """A watch. created: it is new. secret: with which its calls are signed, told when its address is new; else ""."""

    watch: Watch
    created: bool
    secret: str = ""


def register(
    text: str, callback: str | Webhook, *, lasts: timedelta, by: User, key: ApiKey | None = None
) -> Registered:
    """Has an address told once a verdict on what a text says is approved; the same again only makes it last longer.

    text: cleaned. callback: an address, for which a webhook is made that is told nothing else, or a webhook.
    Raises NothingToCheck, TooManyWatches, FetchRefused for an address that is never called, NotDeliverable.
    """
    now = timezone.now()
    found = matching.read(text, now)
    if not found:
        raise NothingToCheck("No figure, quote or attributed statement stands in this text: no verdict can match it.")
    to = callback if isinstance(callback, str) else f"webhook {callback.pk}"
    mark = hashlib.sha256(f"{text}\0{to}".encode()).hexdigest()
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=by.pk)  # two at once must not both be the hundredth
        own = Watch.objects.select_related("webhook").filter(owner=by)
        own.filter(expires_at__lte=now).delete()
        if (known := own.filter(mark=mark).first()) is not None:
            known.expires_at = max(known.expires_at, now + lasts)
            known.save(update_fields=["expires_at"])
            return Registered(known, created=False)
        if own.count() >= MOST:
            raise TooManyWatches(f"You have {MOST} watches. Remove one that you need no more.")
        hook, secret = _hook(callback, by)
        watch = Watch.objects.create(
            owner=by, key=key, webhook=hook, text=text, mark=mark, created_at=now, expires_at=now + lasts
        )
        WatchedWords.objects.bulk_create(
            WatchedWords(
                watch=watch, kind=one.mention.record.kind, keys=list(one.keys), model=MODEL, vector=list(one.vector)
            )
            for one in found
        )
    return Registered(watch, created=True, secret=secret)


def remove(watch: Watch) -> None:
    """Tells it nothing more; a webhook that was there for it alone goes with it."""
    with transaction.atomic():
        watch.delete()
        _forget_unused(Webhook.objects.filter(pk=watch.webhook_id))


def expire(now: datetime) -> int:
    """Removes watches whose time is over, with their webhooks once nothing is on its way to them; how many."""
    over = Watch.objects.filter(expires_at__lte=now)
    count = over.count()
    if count:
        with transaction.atomic():
            over.delete()
            _forget_unused(Webhook.objects.filter(types=TYPES))
    return count


def due() -> bool:
    """Whether a verdict came of which nobody who watches has been told."""
    return _untold().exists()


def tell(limit: int = 50) -> int:
    """Tells those who watch of new verdicts; how many verdicts were looked at. Of what is held back they hear once it
    no longer is."""
    looked = 0
    while looked < limit and _tell_next():
        looked += 1
    return looked


def _untold() -> QuerySet[CheckedClaim]:
    return CheckedClaim.objects.filter(out_of_embargo("article"), told=False, vector__isnull=False)


def _tell_next() -> bool:
    with transaction.atomic():
        row = _untold().select_for_update(of=("self",), skip_locked=True).select_related("article").first()
        if row is None:
            return False
        checked = queries.one(row.pk)
        assert checked is not None
        for watch in _concerned(row):
            if told := _told_safely(watch, checked, row.vector):
                events.verdict_matched(watch, checked, matches=told)
                Watch.objects.filter(pk=watch.pk).update(told_at=timezone.now())
        CheckedClaim.objects.filter(pk=row.pk).update(told=True)
    return True


def _concerned(row: CheckedClaim) -> list[Watch]:
    """The watches that may be about a verdict, of those who may see it, with a key that nobody revoked."""
    live = WatchedWords.objects.filter(
        Q(watch__key=None) | Q(watch__key__revoked_at=None),
        kind=row.kind,
        model=row.model,
        watch__expires_at__gt=timezone.now(),
        watch__webhook__active=True,
    ).order_by(CosineDistance("vector", row.vector), "pk")
    shared = live.filter(keys__overlap=list(row.keys.values_list("key", flat=True)))
    near = {*live.values_list("watch", flat=True)[:LOOKED_AT], *shared.values_list("watch", flat=True)[:LOOKED_AT]}
    found = Watch.objects.filter(pk__in=near).select_related("owner").prefetch_related("owner__groups").order_by("pk")
    return [watch for watch in found if sees(watch.owner, row.article)]


def _told_safely(watch: Watch, checked: CheckedClaim, vector: Sequence[float]) -> list[dict[str, object]]:
    """A text that cannot be read any more must not keep others from being told."""
    try:
        return _told(watch, checked, vector)
    except Exception:
        log.exception("watch_unread", watch_id=watch.pk)
        return []


def _told(watch: Watch, checked: CheckedClaim, vector: Sequence[float]) -> list[dict[str, object]]:
    """What a verdict has to do with the claims of a watch's text; nothing where that is not clear."""
    found = matching.read(watch.text, timezone.now())
    hits = matching.held_against(found, checked, [likeness(one.vector, list(vector)) for one in found])
    return [
        {**told_of_claim(one.mention), **told_of_hit(hit)}
        for one, hit in zip(found, hits, strict=True)
        if hit is not None and _is_sure(one.mention, hit)
    ]


def _is_sure(mention: Mention, hit: matching.Hit) -> bool:
    """Of a text that names no event, every other count of such a thing would be told of."""
    if hit.match.relation is MatchRelation.SAME:
        return True
    return hit.match.relation is not MatchRelation.UNCLEAR and hit.match.score >= SURE and not hit.match.anywhere


def _hook(callback: str | Webhook, by: User) -> tuple[Webhook, str]:
    if isinstance(callback, Webhook):
        return callback, ""
    known = Webhook.objects.filter(created_by=by, url=callback, types=TYPES, active=True).first()
    if known is not None:
        return known, ""
    made = webhooks.add(callback, [EventType.VERDICT_MATCHED], by=by)
    return made, made.secret


def _forget_unused(hooks: QuerySet[Webhook]) -> None:
    """Removes webhooks that were made for watches and have none left, once nothing is on its way to them."""
    idle = hooks.filter(types=TYPES, watches=None, created_by__isnull=False)
    for hook in idle.exclude(deliveries__state=DeliveryState.DUE).select_related("created_by"):
        assert hook.created_by is not None
        webhooks.remove(hook, by=hook.created_by)
