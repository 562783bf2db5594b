"""What the gate goes by: the facts of each claim in a text, what the desk wants, and who let a text out anyway."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F, Q, QuerySet

from claims import gate
from claims.enums import ClaimState, GateEffect, GateReason, Kind, Priority, Rating
from claims.models import Claim, GateOverride, GatePolicy, Mention
from claims.queries.status import changed_silently, claims_in, statuses
from sources.models import ArticleVersion
from sources.permissions import readable, sees_embargoed

# What is known of one claim, as JSON has it: `row` as `statuses` gives it, with `silent` and `priority`.
Found = dict[str, Any]


@dataclass(frozen=True, slots=True)
class InForce:
    """What the desk wants, and since which revision of it; 0 where it never said."""

    policy: gate.Policy
    revision: int
    changed_at: datetime | None


def in_force() -> InForce:
    """The policy that counts now."""
    row = GatePolicy.objects.last()
    return InForce(policy_of(row), row.revision, row.at) if row else InForce(gate.Policy(), 0, None)


def policy_of(row: GatePolicy) -> gate.Policy:
    """A stored revision as the gate takes it."""
    return gate.Policy(
        unchecked_share=row.unchecked_percent / 100,
        stale_after=timedelta(days=row.stale_days),
        effects={GateReason(reason): GateEffect(effect) for reason, effect in row.effects.items()},
        kinds=frozenset(Kind(kind) for kind in row.kinds),
        least_priority=Priority(row.least_priority),
    )


def policies() -> QuerySet[GatePolicy]:
    """Every revision, the last first."""
    return GatePolicy.objects.select_related("by").order_by("-revision")


def found_in(version: ArticleVersion, seen_by: User | None) -> list[Found]:
    """What is known of each claim in a version, in the order of the text, as far as a person sees it."""
    claims = claims_in(version)
    rows = statuses(claims, seen_by, version.pk)
    silent = changed_silently(version, seen_by)
    priorities = dict(Claim.objects.filter(pk__in=claims).values_list("pk", "priority"))
    return [
        {"row": rows[claim], "silent": claim in silent, "priority": priorities[claim]}
        for claim in claims
        if claim in rows
    ]


def found_again(version: ArticleVersion, text: str, seen_by: User | None) -> list[Found]:
    """What is known of those claims of a version whose whole sentence stands in another text, letter for letter."""
    standing = Mention.objects.filter(version=version, withdrawn=False).exclude(sentence="")
    kept = {claim for claim, sentence in standing.values_list("claim_id", "sentence") if sentence in text}
    return [one for one in found_in(version, seen_by) if one["row"]["id"] in kept] if kept else []


def facts_of(found: Found) -> gate.ClaimFacts:
    """As the gate takes it."""
    row = found["row"]
    checked = row["verdict"] is not None and row["changed_version"] is None
    return gate.ClaimFacts(
        claim=row["id"],
        kind=Kind(row["kind"]),
        state=ClaimState(row["state"]),
        checked=checked,
        rating=Rating(row["rating"]) if row["rating"] else None,
        as_of=datetime.fromisoformat(row["as_of"]) if row["as_of"] else None,
        changed=row["verdict"] is not None and not checked,
        conflicts=len(row["conflicts"] or ()),
        silent=found["silent"],
        priority=Priority(found["priority"]),
    )


def basis_of(text_mark: str, found: Sequence[Found], ruling: gate.Ruling) -> str:
    """A mark of what a ruling rests on; see `claims.gate.basis`."""
    return gate.basis(text_mark, ruling, {one["row"]["id"]: _grounds(one["row"]) for one in found})


def text_mark(article_id: int | None, title: str, sha256: str) -> str:
    """A mark of a text: of which article, under which title. sha256: of its words."""
    return hashlib.sha256(f"{article_id or 0}\n{sha256}\n{title}".encode()).hexdigest()


def override_of(mark: str, basis: str, seen_by: User | None) -> GateOverride | None:
    """Who let this text out, on just this basis; None where nobody did, or it was taken back, or anything changed.

    mark: of the text. basis: of what the person sees.
    """
    column = "basis" if sees_embargoed(seen_by) else "basis_open"
    rows = overrides_listed(seen_by).filter(text_mark=mark, withdrawn_at=None)
    return rows.filter(**{column: basis}).order_by("-pk").first()


def overrides_listed(seen_by: User | None) -> QuerySet[GateOverride]:
    """Every override of a text whose article the person sees; those of texts that were never pushed are everybody's.

    Each with the reasons set aside that she may know of in `told`; without those that set aside only what is held back.
    """
    column = "against" if sees_embargoed(seen_by) else "against_open"
    # Spelt out, as `readable` is an empty condition for whoever sees all, and one or nothing is one.
    seen = Q(article=None) | (Q(article__isnull=False) & readable(seen_by, "article"))
    told_of = GateOverride.objects.filter(seen).exclude(**{column: []})
    return told_of.annotate(told=F(column)).select_related("by")


def sight_of(seen_by: User | None) -> User | None:
    """The sight in which the basis of an override is worked out: all there is, or all but what is held back."""
    if sees_embargoed(seen_by):
        return None
    nobody = User(is_superuser=True)  # sees everybody's articles, and is never stored
    setattr(nobody, "key_scopes", frozenset())  # noqa: B010  # as the API notes it: good for nothing held back
    return nobody


def _grounds(row: dict[str, Any]) -> list[object]:
    place = [row["words_part"], row["words_start"], row["words_end"], row["words_text"]]
    conflicts = sorted([flag["type"], flag["scope"], flag["reason"]] for flag in row["conflicts"] or ())
    return [*place, row["state"], row["verdict"], row["revision"], conflicts]
