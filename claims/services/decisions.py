"""What a desk decides on a flag; each change of its state goes through `move` and leaves one row."""

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from claims.enums import DismissalReason, FlagDecision, FlagState
from claims.errors import AlreadyFlagged, ReasonMissing, StaleFlag
from claims.models import ContradictionFlag, FlagMove
from claims.services import events
from sources.engine.text import clean


def decide(
    flag: ContradictionFlag,
    decision: FlagDecision,
    *,
    by: User,
    code: DismissalReason | None = None,
    reason: str = "",
) -> FlagMove:
    """Any of the four decisions. code: of a dismissal, `other` where none is given. Raises what that one raises."""
    if decision is FlagDecision.UPHOLD:
        return uphold(flag, by=by, reason=reason)
    if decision is FlagDecision.DISMISS:
        return dismiss(flag, by=by, code=code or DismissalReason.OTHER, reason=reason)
    if decision is FlagDecision.RESOLVE:
        return resolve(flag, by=by, reason=reason)
    return reopen(flag, by=by, reason=reason)


def uphold(flag: ContradictionFlag, *, by: User, reason: str = "") -> FlagMove:
    """The two passages do disagree. Raises StaleFlag where somebody decided in the meantime."""
    return move(flag, FlagState.UPHELD, by=by, reason=reason)


def dismiss(flag: ContradictionFlag, *, by: User, code: DismissalReason, reason: str = "") -> FlagMove:
    """There is no contradiction, for a reason that is counted. Raises ReasonMissing, StaleFlag."""
    if code is DismissalReason.OTHER and not reason.strip():
        raise ReasonMissing("Say in a sentence why this is no contradiction.")
    return move(flag, FlagState.DISMISSED, by=by, code=code, reason=reason)


def resolve(flag: ContradictionFlag, *, by: User, reason: str = "", note: str = "") -> FlagMove:
    """A note, a correction or a later version settles it. note: the line that tells readers, if one does.

    Raises ReasonMissing where there is neither, StaleFlag.
    """
    if not reason.strip() and not note.strip():
        raise ReasonMissing("Say what settles it: the note, the correction, or the version.")
    return move(flag, FlagState.RESOLVED, by=by, reason=reason, note=clean(note).text)


def reopen(flag: ContradictionFlag, *, by: User, reason: str = "") -> FlagMove:
    """Takes a decision back. Raises StaleFlag where it is open already, AlreadyFlagged where a new one is open."""
    was = flag.state
    try:
        with transaction.atomic():
            return move(flag, FlagState.OPEN, by=by, reason=reason)
    except IntegrityError as error:
        flag.state = was
        raise AlreadyFlagged("The same two passages have a newer flag, which is open. Decide on that one.") from error


def move(
    flag: ContradictionFlag,
    became: FlagState,
    *,
    by: User | None,
    code: DismissalReason | None = None,
    reason: str = "",
    note: str = "",
) -> FlagMove:
    """Changes a flag's state by compare-and-set on the state that the caller saw, and keeps who, when and why.

    by: empty for the engine. Raises StaleFlag.
    """
    was = flag.state
    with transaction.atomic():
        changed = 0
        if was != became:
            changed = ContradictionFlag.objects.filter(pk=flag.pk, state=was).update(state=became)
        if not changed:
            raise StaleFlag("Somebody decided on this flag in the meantime. Look at it again.")
        flag.state = became
        events.flag_decided(flag, was=was, reason=reason.strip())
        return FlagMove.objects.create(
            flag=flag, was=was, became=became, by=by, code=code or "", reason=reason.strip(), note=note.strip()
        )
