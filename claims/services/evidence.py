"""Links claims to passages of stored versions, and takes the links back."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.enums import Part, Stance
from claims.errors import AlreadyLinked, OwnWords, SpanOutsideText, StaleEvidence, WordsNotFound
from claims.models import Claim, Evidence
from claims.services import claim_moves, containment
from claims.services.contributing import contribute
from claims.services.passages import words_in
from sources.engine.text import clean
from sources.models import ArticleVersion


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch [start, end) of a part of a version, in code points of the part as stored."""

    version: ArticleVersion
    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a passage means for the claim, in the person's words. locator: a page, a minute, a row."""

    stance: Stance
    note: str = ""
    locator: str = ""


def link(claim: Claim, passage: Passage, bearing: Bearing, *, by: User) -> Evidence:
    """Links a passage to a claim, looks what it holds of it, and makes `by` a contributor of the draft in work.

    A draft is opened where there is none, and a new revision where the latest was approved. Raises SpanOutsideText,
    OwnWords, AlreadyLinked, and WrongState while a reviewer has the verdict.
    """
    text = _text(passage)
    if passage.version.article_id == claim.article_id and bearing.stance is not Stance.CONTEXT:
        raise OwnWords("This article cannot bear out what it says itself. Choose another text, or link it as context.")
    with transaction.atomic():
        claim_moves.lock([claim.pk])
        contribute(claim, by=by)
        row = Evidence(
            claim=claim,
            version=passage.version,
            part=passage.part,
            start=passage.start,
            end=passage.end,
            text=text,
            stance=bearing.stance,
            note=clean(bearing.note).text.strip(),
            locator=clean(bearing.locator).text.strip()[:300],
            added_by=by,
        )
        _store(row)
        containment.renew([row])
    return row


def remove(evidence: Evidence, *, by: User) -> None:
    """Takes a link back; the row stays. Raises StaleEvidence, WrongState."""
    with transaction.atomic():
        claim_moves.lock([evidence.claim_id])
        contribute(evidence.claim, by=by)
        changed = Evidence.objects.filter(pk=evidence.pk, removed_at=None).update(
            removed_at=timezone.now(), removed_by=by
        )
        if not changed:
            raise StaleEvidence("Somebody removed this passage in the meantime.")
        containment.close_flags(evidence, by=by, reason="The passage was removed from the claim.")


def restore(evidence: Evidence, *, by: User) -> None:
    """Puts a removed link back. Raises StaleEvidence, AlreadyLinked, WrongState."""
    with transaction.atomic():
        claim_moves.lock([evidence.claim_id])
        contribute(evidence.claim, by=by)
        try:
            with transaction.atomic():
                changed = Evidence.objects.filter(pk=evidence.pk, removed_at__isnull=False).update(
                    removed_at=None, removed_by=None, restored_at=timezone.now(), restored_by=by
                )
        except IntegrityError as error:
            raise AlreadyLinked("The passage was linked again in the meantime.") from error
        if not changed:
            raise StaleEvidence("The passage is there; somebody put it back in the meantime.")
        evidence.removed_at = evidence.removed_by = None
        containment.renew([evidence])


def find(version: ArticleVersion, words: str) -> Passage:
    """Where somebody's words stand in a version, white space aside: its text first, then its headline.

    Raises WordsNotFound.
    """
    for part, text in ((Part.BODY, version.text), (Part.HEADLINE, version.title)):
        found = words_in(text, words)
        if found is not None:
            return Passage(version, part, *found)
    raise WordsNotFound("These words do not stand in the text. Copy them from it as they are.")


def _text(passage: Passage) -> str:
    whole = passage.version.title if passage.part is Part.HEADLINE else passage.version.text
    text = whole[passage.start : passage.end]
    if not 0 <= passage.start < passage.end <= len(whole) or not text.strip():
        raise SpanOutsideText("There is no text at that place. Choose the words once more.")
    return text


def _store(row: Evidence) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise AlreadyLinked("This very passage is linked to the claim already.") from error
