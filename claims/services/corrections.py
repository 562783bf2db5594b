"""Corrects what the engine read in a mention; the correction is kept, and holds through later readings."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from claims.errors import ContentInvalid, StaleCorrection
from claims.models import Claim, Correction, Mention
from claims.services import checked, claim_moves, containment, contributing, resync
from claims.services.corrected import DERIVED, FIELDS, changed, loaded, stored
from sources.engine.text import one_line


def correct(mention: Mention, changes: Mapping[str, Any], *, by: User, edits: int, reason: str = "") -> Correction:
    """Overrules columns of a mention. changes: those of FIELDS that the person gives, typed as the columns are.

    edits: the claim's count that the person saw. Flags and evidence are looked at again. Raises ContentInvalid,
    StaleCorrection, and WrongState while a reviewer has the verdict.
    """
    allowed = {name: _clean(value) for name, value in changes.items() if name in FIELDS[mention.kind]}
    with transaction.atomic():
        claim = _locked(mention.claim_id, edits)
        row = _fresh(mention.pk)
        new = changed(row, allowed)
        before = {name: stored(getattr(row, name)) for name in FIELDS[row.kind]}
        after = {name: stored(getattr(new, name)) for name in FIELDS[row.kind]}
        differing = [name for name in before if before[name] != after[name]]
        if not differing:
            raise ContentInvalid("Nothing is different from what was read.")
        contributing.contribute_if_judged(claim, by=by)
        correction = Correction.objects.create(
            claim=claim,
            mention=row,
            before={name: before[name] for name in differing} | {name: stored(getattr(row, name)) for name in DERIVED},
            after={name: after[name] for name in differing},
            by=by,
            reason=reason.strip(),
        )
        _save(new)
        _follow(new, claim, by=by)
    return correction


def undo(correction: Correction, *, by: User, edits: int) -> None:
    """Has the engine's reading stand again. Raises StaleCorrection where a later correction stands on this one."""
    with transaction.atomic():
        claim = _locked(correction.claim_id, edits)
        last = live(correction.mention_id)[-1:]
        if [one.pk for one in last] != [correction.pk]:
            raise StaleCorrection("This was undone, or corrected once more, in the meantime.")
        contributing.contribute_if_judged(claim, by=by)
        Correction.objects.filter(pk=correction.pk).update(undone_at=timezone.now(), undone_by=by)
        row = _fresh(correction.mention_id)
        for name, value in correction.before.items():
            setattr(row, name, loaded(name, value))
        _save(row)
        _follow(row, claim, by=by)


def live(mention_id: int) -> list[Correction]:
    """The corrections of a mention that hold, oldest first."""
    return list(Correction.objects.filter(mention=mention_id, undone_at=None).select_related("by").order_by("pk"))


def _locked(claim_id: int, edits: int) -> Claim:
    claim = claim_moves.lock([claim_id])[claim_id]
    took = Claim.objects.filter(pk=claim_id, edits=edits).update(edits=F("edits") + 1, changed_at=timezone.now())
    if not took:
        raise StaleCorrection("Somebody changed this claim in the meantime. Look at it again, then correct it.")
    claim.edits += 1
    return claim


def _fresh(pk: int) -> Mention:
    return Mention.objects.select_related("claim", "version__article__source").get(pk=pk)


def _save(row: Mention) -> None:
    row.save(update_fields=[*FIELDS[row.kind], "rule", "trigger", "reading", "keys", "run"])


def _follow(row: Mention, claim: Claim, *, by: User) -> None:
    """What stands on a reading follows it: flags, then evidence."""
    resync.resync(row, by=by)
    containment.renew_of(claim)
    checked.refresh([row.pk])


def _clean(value: Any) -> Any:
    return one_line(value) if type(value) is str else value
