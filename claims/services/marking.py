"""Marks a claim by hand: where it stands, and what it asserts."""

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from claims.enums import Kind, RunState
from claims.errors import AlreadyMarked, StillRead
from claims.models import Claim, Mention
from claims.services import flags, origins, rows
from claims.services.by_hand import Marking, record_of
from claims.services.pipeline import lock_story
from sources.models import ArticleVersion

THROUGH = (RunState.DONE, RunState.FAILED)


def mark(version: ArticleVersion, marking: Marking, *, by: User, unread: bool = False) -> Mention:
    """A new claim with its mention in a version, compared at once with what the story holds.

    unread: the version was recorded in this very transaction, so that no worker can be at it; what it finds later goes
    round what stands marked. Raises SpanOutsideText, ContentInvalid, AlreadyMarked, and StillRead while the version
    waits for the engine.
    """
    record = record_of(marking, rows.parts(version)[marking.part], version.language)
    with transaction.atomic():
        lock_story(version)
        if not (unread or version.runs.filter(state__in=THROUGH).exists()):
            raise StillRead("This text is still being read. Mark claims in it once that is done.")
        (row,) = rows.mentions_from([record], version)
        row.claim = Claim.objects.create(article_id=version.article_id, kind=row.kind, created_by=by)
        row.outcome_reason = f"Marked by {by.get_username()}."
        _store(row)
        flags.sync_marked(row)
        origins.renew_beside(version, [row])
    return row


def _store(row: Mention) -> None:
    taken = "A claim of this kind stands at these words already."
    if row.kind == Kind.FIGURE and _value_taken(row):
        raise AlreadyMarked(taken)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise AlreadyMarked(taken) from error


def _value_taken(row: Mention) -> bool:
    """Whether another figure has some of the same digits for its number."""
    same_part = Mention.objects.filter(version_id=row.version_id, kind=row.kind, part=row.part, withdrawn=False)
    return same_part.filter(value_start__lt=row.value_end, value_end__gt=row.value_start).exists()
