"""What happened, for machines: written with the deed, numbered in the order of commits, handed to webhooks."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from claims.enums import EventType
from claims.models import CheckedClaim, Claim, ContradictionFlag, Delivery, Event, Verdict, Watch, Webhook
from claims.queries.webhooks import PRIVATE, open_to_all
from claims.services.locks import lock_events
from sources.models import ArticleVersion

# On this channel the database says, once a transaction commits, that it wrote events.
CHANNEL = "factcheck_events"
# On this one, that events have their numbers and can be read.
NUMBERED = "factcheck_numbered"
# So many events are numbered in one transaction; a backlog is done in several.
ROUND = 1_000


def version_recorded(version: ArticleVersion) -> None:
    """A new text came in."""
    _write([Event(type=EventType.VERSION_RECORDED, article_id=version.article_id, payload=_of_version(version))])


def version_processed(version: ArticleVersion, *, mentions: int) -> None:
    """The engine is through with a text. mentions: how many it holds."""
    payload = _of_version(version) | {"mentions": mentions}
    _write([Event(type=EventType.VERSION_PROCESSED, article_id=version.article_id, payload=payload)])


def claims_changed(claims: Iterable[Claim], *, was: str, reason: str) -> None:
    """Claims came to stand elsewhere. was: the state before; the claims have the new one."""
    _write(
        Event(
            type=EventType.CLAIM_CHANGED,
            article_id=claim.article_id,
            claim=claim,
            payload={
                "claim": claim.pk,
                "article": claim.article_id,
                "was": was,
                "state": claim.state,
                "reason": reason,
            },
        )
        for claim in claims
    )


def flags_opened(flags: Sequence[ContradictionFlag]) -> None:
    """Contradictions were found or raised. An event belongs to the article that was published later."""
    _write(_of_flag(EventType.FLAG_OPENED, flag) for flag in flags)


def flag_decided(flag: ContradictionFlag, *, was: str, reason: str) -> None:
    """A flag came to another state, by a person or by itself."""
    event = _of_flag(EventType.FLAG_DECIDED, flag)
    event.payload |= {"was": was, "decision": reason}
    _write([event])


def verdict_moved(verdict: Verdict, type: EventType, *, reason: str = "") -> None:
    """A revision of a verdict came to another state, or no longer fits the claim (`verdict.stale`)."""
    payload = {
        "verdict": verdict.pk,
        "revision": verdict.revision,
        "claim": verdict.claim_id,
        "article": verdict.claim.article_id,
        "state": verdict.state,
        "rating": verdict.rating,
        "as_of": verdict.as_of.isoformat(),
        "reason": reason,
    }
    _write([Event(type=type, article_id=verdict.claim.article_id, claim_id=verdict.claim_id, payload=payload)])


def verdict_matched(watch: Watch, checked: CheckedClaim, *, matches: Sequence[dict[str, Any]]) -> None:
    """A verdict was approved that has to do with the text of a watch; its webhook alone is told."""
    payload = {
        "watch": watch.pk,
        "webhook": watch.webhook_id,
        "text": watch.text,
        "claim": checked.pk,
        "matches": list(matches),
    }
    where = {"article_id": checked.article_id, "claim_id": checked.pk}
    _write([Event(type=EventType.VERDICT_MATCHED, payload=payload, **where)])


def test(webhook: Webhook, *, by: User) -> Event:
    """Something to try a webhook with; nobody else is told."""
    (event,) = _write([Event(type=EventType.TEST, payload={"webhook": webhook.pk, "by": by.get_username()})])
    return event


def number() -> int:
    """Gives the events that have committed their places in the sequence, and each its deliveries; how many.

    One transaction at a time, so that the sequence has neither gaps nor latecomers: who has read up to a number has
    missed nothing below it.
    """
    with transaction.atomic():
        lock_events()
        fresh = list(Event.objects.filter(sequence=None).order_by("id")[:ROUND])
        if not fresh:
            return 0
        last = Event.objects.aggregate(last=Max("sequence"))["last"] or 0
        for place, event in enumerate(fresh, start=last + 1):
            event.sequence = place
        Event.objects.bulk_update(fresh, ["sequence"])
        _address(fresh)
        with connection.cursor() as cursor:
            cursor.execute(f"NOTIFY {NUMBERED}")
        return len(fresh)


def _address(events: Sequence[Event]) -> None:
    """Makes the deliveries of events: to each active webhook that asked for the type, and was there at the time.

    What tells of an article under embargo is sent to nobody: a webhook has no scopes.
    """
    now = timezone.now()
    hooks = list(Webhook.objects.filter(active=True))
    told = open_to_all(events) if hooks else frozenset()
    Delivery.objects.bulk_create(
        Delivery(webhook=hook, event=event, due_at=now)
        for event in events
        for hook in hooks
        if event.pk in told and _wants(hook, event)
    )


def _wants(hook: Webhook, event: Event) -> bool:
    if event.type in PRIVATE:
        return bool(event.payload["webhook"] == hook.pk)
    return hook.created_at <= event.at and (not hook.types or event.type in hook.types)


def _of_version(version: ArticleVersion) -> dict[str, Any]:
    return {"article": version.article_id, "version": version.number, "sha256": version.sha256, "title": version.title}


def _of_flag(type: EventType, flag: ContradictionFlag) -> Event:
    return Event(
        type=type,
        article_id=flag.b.version.article_id,
        claim_id=flag.b.claim_id,
        payload={
            "flag": flag.pk,
            "type": flag.type,
            "scope": flag.scope,
            "relation": flag.relation,
            "state": flag.state,
            "reason": flag.reason,
            "claims": sorted({flag.a.claim_id, flag.b.claim_id}),
            "articles": sorted({flag.a.version.article_id, flag.b.version.article_id}),
        },
    )


def _write(events: Iterable[Event]) -> list[Event]:
    """Stores events in the caller's transaction; the database says "look" once that commits."""
    written = Event.objects.bulk_create(list(events))
    if written:
        with connection.cursor() as cursor:
            cursor.execute(f"NOTIFY {CHANNEL}")
    return written


def heard(seconds: float) -> bool:
    """Waits until the database says that events were written, at most so long; whether it said so."""
    with connection.cursor() as cursor:
        cursor.execute(f"LISTEN {CHANNEL}")
    return any(True for _ in connection.connection.notifies(timeout=seconds, stop_after=1))
