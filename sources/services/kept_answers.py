"""Requests that are made once however often they are sent: draft-ietf-httpapi-idempotency-key-header.

A row says that a request is being worked on; it is committed before the work begins, so that every process sees it. The
answer is stored in the transaction of the work itself: either both are there afterwards, or neither.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from sources.errors import KeyInUse, KeyReused
from sources.models import KeptAnswer
from sources.sealing import seal, unseal

KEPT = timedelta(hours=24)
ANSWERS = "kept answers"
# No request works longer: the web server ends it.
LEASE = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Answer:
    """As it went out."""

    status: int
    body: bytes
    content_type: str
    location: str


@dataclass(frozen=True, slots=True)
class Begun:
    """The right to answer a request that came for the first time."""

    row: int
    lease: uuid.UUID


def begin(asker: str, key: str, fingerprint: str) -> Begun | Answer:
    """The right to work on a request, or the answer that it had before.

    Raises KeyReused where the key came with something else, KeyInUse while the first one is being worked on.
    """
    now, lease = timezone.now(), uuid.uuid4()
    KeptAnswer.objects.filter(asker=asker, key=key, created_at__lte=now - KEPT).delete()
    columns = {"fingerprint": fingerprint, "lease": lease, "leased_until": now + LEASE, "created_at": now}
    try:
        with transaction.atomic():
            return Begun(KeptAnswer.objects.create(asker=asker, key=key, **columns).pk, lease)
    except IntegrityError:
        row = KeptAnswer.objects.filter(asker=asker, key=key).first()
    if row is None:  # given back a moment ago
        return begin(asker, key, fingerprint)
    if row.fingerprint != fingerprint:
        raise KeyReused("This Idempotency-Key came with another request. Take a fresh one for another request.")
    if row.status is not None:
        body = unseal(bytes(row.body), of=ANSWERS) if row.body else b""
        return Answer(row.status, body or b"", row.content_type, row.location)
    dead = KeptAnswer.objects.filter(pk=row.pk, status=None, lease=row.lease, leased_until__lte=now)
    if dead.update(lease=lease, leased_until=now + LEASE):
        return Begun(row.pk, lease)
    raise KeyInUse("The first request with this Idempotency-Key is still being worked on. Ask again in a moment.")


def keep(begun: Begun, answer: Answer) -> bool:
    """Stores the answer, in the caller's transaction. False where the right was lost: then nothing may be committed."""
    held = KeptAnswer.objects.filter(pk=begun.row, status=None, lease=begun.lease)
    return bool(
        held.update(
            status=answer.status,
            body=seal(answer.body, of=ANSWERS) if answer.body else b"",
            content_type=answer.content_type,
            location=answer.location,
        )
    )


def renewed() -> Iterator[bool]:
    """Seals every answer with SECRET_KEY as it is now; of each whether it could be read."""
    for row in KeptAnswer.objects.exclude(body=b"").iterator():
        body = unseal(bytes(row.body), of=ANSWERS)
        if body is not None:
            KeptAnswer.objects.filter(pk=row.pk).update(body=seal(body, of=ANSWERS))
        yield body is not None


def give_back(begun: Begun) -> None:
    """Nothing came of it that would come again: the same request is tried anew."""
    KeptAnswer.objects.filter(pk=begun.row, status=None, lease=begun.lease).delete()


def forget_old() -> int:
    """Removes answers that are older than a day."""
    gone, _ = KeptAnswer.objects.filter(created_at__lte=timezone.now() - KEPT).delete()
    return gone
