"""What people do with the gate: say what it goes by, let a text out that it stops, and take that back."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims import permissions
from claims.enums import GateAnswer, GateEffect, GateReason, Kind, Priority, RunState
from claims.errors import NothingStopped, ReasonMissing, ServiceAccount, StalePolicy, StopChanged, WrongRole
from claims.gate import Ruling, rule
from claims.models import GateJob, GateOverride, GatePolicy
from claims.queries import gate as queries
from claims.queries.gate import Found
from claims.services.gate_jobs import sight_without_embargo
from sources.engine.text import clean
from sources.models import Article, ArticleVersion
from sources.permissions import is_service
from sources.roles import Role

MOST_DAYS = 3_650


@dataclass(frozen=True, slots=True)
class Stop:
    """A text that the gate stops. basis, against: what that rests on; with `_open`: of it, what is not held back."""

    article: Article | None
    text_mark: str
    basis: str
    basis_open: str
    against: tuple[GateReason, ...]
    against_open: tuple[GateReason, ...]


def stop_of(version: ArticleVersion, *, latest: bool) -> Stop | None:
    """Why a stored text is stopped, by all that is known; None where it is not."""
    mark = queries.text_mark(version.article_id, version.title, version.sha256)
    both = [queries.found_in(version, sight) for sight in (None, sight_without_embargo())]
    return _stop(version.article, mark, both[0], both[1], timezone.now(), latest=latest)


def stop_of_job(job: GateJob) -> Stop | None:
    """Why a text that is not stored is stopped, by what its job found; None where it is not, or is not read yet."""
    if job.state != RunState.DONE or job.finished_at is None:
        return None
    sha256 = hashlib.sha256(job.text.encode()).hexdigest()
    mark = queries.text_mark(job.article_id, job.title, sha256)
    return _stop(job.article, mark, job.grounds, job.grounds_open, job.finished_at, latest=True)


def override(stop: Stop | None, *, basis: str, reason: str, by: User) -> GateOverride:
    """Lets a text out that the gate stops. basis: of the stop as it was shown. Leaves an entry in the audit trail.

    Raises WrongRole, ServiceAccount, ReasonMissing, NothingStopped, StopChanged.
    """
    if not permissions.override_gate(by):
        raise WrongRole("Only the desk head lets a text out that the gate stops.")
    if is_service(by):
        raise ServiceAccount("A machine cannot let a text out that the gate stops. Somebody has to do it by name.")
    said = clean(reason)
    if said.is_blank:
        raise ReasonMissing("Say why the text may go out nevertheless: whoever asks the gate reads it.")
    if stop is None:
        raise NothingStopped("The gate does not stop this text.")
    if basis != stop.basis:
        raise StopChanged("What stops the text has changed since you looked. Read the reasons again.")
    return GateOverride.objects.create(
        article=stop.article,
        text_mark=stop.text_mark,
        basis=stop.basis,
        basis_open=stop.basis_open,
        against=[reason.value for reason in stop.against],
        against_open=[reason.value for reason in stop.against_open],
        reason=said.text.strip(),
        role=Role.DESK_HEAD.value,
        by=by,
    )


def withdraw(override: GateOverride, *, by: User) -> None:
    """The gate stops the text again. Withdrawing twice is once. Raises WrongRole."""
    if not permissions.override_gate(by):
        raise WrongRole("Only the desk head takes back that a text may go out.")
    GateOverride.objects.filter(pk=override.pk, withdrawn_at=None).update(withdrawn_at=timezone.now(), withdrawn_by=by)
    override.refresh_from_db(fields=["withdrawn_at", "withdrawn_by"])


def set_policy(
    *,
    after: int,
    effects: Mapping[GateReason, GateEffect],
    unchecked_percent: int,
    stale_days: int,
    kinds: Sequence[Kind],
    least_priority: Priority,
    by: User,
) -> GatePolicy:
    """The next revision of what the gate goes by. after: the revision that was looked at.

    Raises WrongRole, ServiceAccount, StalePolicy.
    """
    if not permissions.set_gate(by):
        raise WrongRole("Only an admin says what stops a text.")
    if is_service(by):
        raise ServiceAccount("A machine cannot say what stops a text. Somebody has to do it by name.")
    stale = "Somebody else changed these settings since you opened them. Look at theirs first."
    if queries.in_force().revision != after:
        raise StalePolicy(stale)
    try:
        with transaction.atomic():
            return GatePolicy.objects.create(
                revision=after + 1,
                effects={reason.value: effect.value for reason, effect in effects.items()},
                unchecked_percent=unchecked_percent,
                stale_days=stale_days,
                kinds=sorted(kind.value for kind in kinds),
                least_priority=least_priority.value,
                by=by,
            )
    except IntegrityError as error:  # somebody was a moment faster
        raise StalePolicy(stale) from error


def _stop(
    article: Article | None, mark: str, found: list[Found], found_open: list[Found], now: datetime, *, latest: bool
) -> Stop | None:
    policy = queries.in_force().policy
    every = rule([queries.facts_of(one) for one in found], now, policy, latest=latest)
    if every.answer is not GateAnswer.STOP:
        return None
    open_ones = rule([queries.facts_of(one) for one in found_open], now, policy, latest=latest)
    return Stop(
        article,
        mark,
        queries.basis_of(mark, found, every),
        queries.basis_of(mark, found_open, open_ones),
        _stopping(every),
        _stopping(open_ones),
    )


def _stopping(ruling: Ruling) -> tuple[GateReason, ...]:
    return tuple(reason for reason, effect in ruling.effects.items() if effect is GateEffect.STOP)
