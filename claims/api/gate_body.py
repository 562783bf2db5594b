"""The gate's answer, put together from what is known; the same shape for a stored text and for one that is not."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import User

from claims import permissions
from claims.api.gate_shapes import GateJobState, GateOverrideShape
from claims.api.status_body import moment, summary
from claims.enums import GateAnswer, GateEffect, Kind, RunState
from claims.gate import MEANINGS, Ruling, rule
from claims.models import GateJob, GateOverride
from claims.queries import gate as queries
from claims.queries.status import Text
from sources.permissions import read_all, sees_embargoed


@dataclass(frozen=True, slots=True)
class Weighed:
    """A text with what is known of it. marks: under which an override may stand. now: the moment that is ruled for."""

    article: int | None
    version: int | None
    sha256: str
    latest: bool
    processed: bool
    marks: tuple[str, ...]
    found: Sequence[queries.Found]
    now: datetime
    job: GateJob | None = None
    poll: str | None = None


def of_version(text: Text, user: User, now: datetime) -> Weighed:
    """A stored text."""
    version = text.version
    address = f"/api/v1/articles/{version.article_id}/versions/{version.number}"
    return Weighed(
        article=version.article_id,
        version=version.number,
        sha256=version.sha256,
        latest=text.latest,
        processed=text.processed,
        marks=tuple(queries.text_mark(owner, version.title, version.sha256) for owner in (version.article_id, None)),
        found=queries.found_in(version, user),
        now=now,
        poll=None if text.processed else address,
    )


def of_job(job: GateJob, user: User, now: datetime) -> Weighed:
    """A text that is not stored: what was found in it, or, before that, what its article says word for word."""
    done = job.state == RunState.DONE
    found: list[queries.Found] = []
    if done:
        found = job.grounds if sees_embargoed(user) and read_all(user) else job.found
    latest = job.article.versions.order_by("-number").first() if job.article and not done else None
    if latest is not None:
        found = queries.found_again(latest, job.text, user)
    sha256 = hashlib.sha256(job.text.encode()).hexdigest()
    return Weighed(
        article=job.article_id,
        version=None,
        sha256=sha256,
        latest=True,
        processed=done,
        marks=(queries.text_mark(job.article_id, job.title, sha256),),
        found=found,
        now=job.finished_at or now,
        job=job,
        poll=f"/api/v1/gate/jobs/{job.pk}" if job.state in (RunState.DUE, RunState.RUNNING) else None,
    )


def gate_body(text: Weighed, user: User) -> dict[str, Any]:
    """The answer for somebody."""
    told = queries.in_force()
    ruling = rule([queries.facts_of(one) for one in text.found], text.now, told.policy, latest=text.latest)
    stopped = text.processed and ruling.answer is GateAnswer.STOP
    basis = queries.basis_of(text.marks[0], text.found, ruling) if stopped else ""
    override = _override(text, ruling, user) if stopped else None
    answer = GateAnswer.GO_WITH_NOTES if override else ruling.answer
    tells_basis = stopped and permissions.override_gate(user) and sees_embargoed(user)
    return {
        "answer": answer if text.processed else None,
        "text": {name: getattr(text, name) for name in ("article", "version", "sha256", "latest", "processed")},
        "reasons": ruling.text if text.processed else (),
        "claims": [_against(one, ruling) for one in text.found if one["row"]["id"] in ruling.claims],
        "counted": len(text.found),
        "rules": [_rule(reason, effect) for reason, effect in ruling.effects.items()],
        "policy": policy_body(told),
        "override": GateOverrideShape(override).data if override else None,
        "basis": basis if tells_basis else None,
        "job": GateJobState(text.job).data if text.job else None,
        "poll": text.poll,
        "checked_at": moment(text.now.astimezone(UTC).isoformat()),
    }


def policy_body(told: queries.InForce) -> dict[str, Any]:
    """What the gate goes by."""
    return {
        "revision": told.revision,
        "changed_at": moment(told.changed_at.astimezone(UTC).isoformat()) if told.changed_at else None,
        "unchecked_percent": round(told.policy.unchecked_share * 100),
        "stale_days": told.policy.stale_after.days,
        "kinds": [kind for kind in Kind if kind in told.policy.kinds],
        "least_priority": told.policy.least_priority.name.lower(),
    }


def _override(text: Weighed, ruling: Ruling, user: User) -> GateOverride | None:
    """A text that was let out before it was pushed stands under a mark of no article."""
    for mark in text.marks:
        basis = queries.basis_of(mark, text.found, ruling)
        if found := queries.override_of(mark, basis, user):
            return found
    return None


def _against(found: queries.Found, ruling: Ruling) -> dict[str, Any]:
    row = found["row"]
    return {
        "claim": row["id"] if found.get("known", True) else None,
        "kind": row["kind"],
        "part": row["words_part"],
        "start": row["words_start"],
        "end": row["words_end"],
        "text": row["words_text"],
        "reasons": ruling.claims[row["id"]],
        "stops": ruling.stops(row["id"]),
        "summary": summary(row),
    }


def _rule(reason: Any, effect: GateEffect) -> dict[str, Any]:
    return {"reason": reason, "effect": effect, "meaning": MEANINGS[reason]}
