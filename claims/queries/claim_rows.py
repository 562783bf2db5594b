"""Claims of a list, written as JSON by the database: with fifty to a page, that is where the time goes.

The outermost table has its own name, `claims_claim`. tests/api/test_sparse.py holds these against the shapes.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.expressions import RawSQL

from claims.models import Claim, Mention
from sources.permissions import Sight, within

_FIGURE = ("low", "high", "approximation", "unit", "measure", "measure_key", "thing", "place", "as_of", "group",
           "direction", "value_start", "value_end")  # fmt: skip
_ATTRIBUTION = ("proposition", "polarity", "anonymous", "proposition_start", "proposition_end")
_MENTION = ("id", "part", "start", "end", "text", "sentence", "claimant", "cue", "rule", "reading", "outcome",
            "outcome_reason")  # fmt: skip
_HELD_BACK = (
    "SELECT FROM claims_mention h JOIN sources_articleversion w ON w.id = h.version_id JOIN sources_article p"
    " ON p.id = w.article_id WHERE h.id IN (f.a_id, f.b_id) AND p.embargoed_until > statement_timestamp()"
)


def moment(column: str) -> str:
    """SQL for a point in time as the API writes it."""
    written = f"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
    return f"replace({written}, '.000000Z', 'Z')"


def _object(columns: Mapping[str, str]) -> str:
    pairs = ", ".join(f"'{name}', {sql}" for name, sql in columns.items())
    return f"json_build_object({pairs})"


def _one(columns: Mapping[str, str], rest: str) -> str:
    """One object of what `rest`, a FROM with its conditions, finds first; null for nothing."""
    return f"(SELECT {_object(columns)} {rest} LIMIT 1)"


def _all(columns: Mapping[str, str], alias: str, rest: str) -> str:
    """An array of such objects, by id."""
    return f"(SELECT coalesce(json_agg({_object(columns)} ORDER BY {alias}.id), '[]'::json) {rest})"


def _plain(alias: str, *names: str) -> dict[str, str]:
    return {name: f'{alias}."{name}"' for name in names}


def _decimal(column: str) -> str:
    return f"trim_scale({column})::text"


def _mention() -> str:
    figure = _plain("m", *_FIGURE) | {"low": _decimal("m.low"), "high": _decimal("m.high")}
    kinds = {
        "figure": f"CASE m.kind WHEN 'figure' THEN {_object(figure)} END",
        "quote": f"CASE m.kind WHEN 'quote' THEN {_object({'words': 'm.text'})} END",
        "attribution": f"CASE m.kind WHEN 'attribution' THEN {_object(_plain('m', *_ATTRIBUTION))} END",
    }
    told = _plain("m", *_MENTION) | {"version": "v.number", "carried_from": "m.carried_from_id"} | kinds
    stands = "FROM claims_mention m JOIN sources_articleversion v ON v.id = m.version_id"
    latest = "WHERE m.claim_id = claims_claim.id AND NOT m.withdrawn ORDER BY v.number DESC, m.id DESC"
    return _one(told, f"{stands} {latest}")


def _open_flags(embargoed: bool) -> str:
    """FROM with its conditions: flags `f` that stand on the claim, once each, as far as who asks sees both sides."""
    rest = "" if embargoed else f" AND NOT EXISTS ({_HELD_BACK})"
    own = "FROM claims_mention n JOIN claims_contradictionflag g ON g.a_id = n.id OR g.b_id = n.id"
    ids = f"SELECT g.id {own} WHERE n.claim_id = claims_claim.id"
    return f"FROM claims_contradictionflag f WHERE f.state = 'open' AND f.id IN ({ids}){rest}"


def _columns(embargoed: bool) -> dict[str, str]:
    return _plain("claims_claim", "id", "kind", "state") | {
        "article": "claims_claim.article_id",
        "created_at": moment("claims_claim.created_at"),
        "open_flags": f"(SELECT count(*) {_open_flags(embargoed)})",
        "mention": _mention(),
    }


def _included(embargoed: bool) -> dict[str, str]:
    article = {"id": "a.id", "kind": "a.kind", "url": "a.canonical_url", "external_id": "a.external_id",
               "source": "a.source_id", "story": "a.story_id", "created_at": moment("a.created_at")}  # fmt: skip
    source = _plain("s", "id", "name", "kind", "tier", "independence")
    verdict = _plain("d", "id", "revision", "state", "rating", "in_substance") | {"as_of": moment("d.as_of")}
    passage = _plain("e", "id", "stance", "text") | {"article": "p.id", "version": "w.number"}
    seen = "" if embargoed else " AND (p.embargoed_until IS NULL OR p.embargoed_until <= statement_timestamp())"
    flag = _plain("f", "id", "type", "scope", "relation", "severity", "silent", "reason")
    paper = "FROM sources_article a JOIN sources_source s ON s.id = a.source_id WHERE a.id = claims_claim.article_id"
    # The latest that was decided, if it stands: what was taken back brings no older one back.
    decided = (
        "FROM claims_verdict t WHERE t.claim_id = d.claim_id AND t.state IN ('approved', 'published', 'retracted')"
    )
    held_to = (
        "FROM claims_verdict d WHERE d.claim_id = claims_claim.id AND d.state IN ('approved', 'published')"
        f" AND d.revision = (SELECT max(t.revision) {decided})"
    )
    copy = "JOIN sources_articleversion w ON w.id = e.version_id JOIN sources_article p ON p.id = w.article_id"
    linked = f"FROM claims_evidence e {copy} WHERE e.claim_id = claims_claim.id AND e.removed_at IS NULL{seen}"
    return {
        "article": _one(article, paper),
        "source": _one(source, paper),
        "verdict": _one(verdict, held_to),
        "evidence": _all(passage, "e", linked),
        "flags": _all(flag, "f", _open_flags(embargoed)),
    }


def claims_seen(eyes: Sight) -> QuerySet[Claim]:
    """Claims within somebody's sight that stand anywhere."""
    stands = Exists(Mention.objects.filter(claim=OuterRef("pk"), withdrawn=False))
    return Claim.objects.filter(within(eyes, "article"), stands)


def told_of_claims(ids: Sequence[int], included: str, eyes: Sight) -> dict[int, Any]:
    """One of what a list includes, for claims by id, without those that are not seen. One statement."""
    # Our own SQL: `included` is a name of `_included`.
    told = RawSQL(f"({_included(eyes.embargoed)[included]})::text", (), TextField())  # noqa: S611
    seen = Claim.objects.filter(within(eyes, "article"), pk__in=ids).order_by().annotate(told=told)
    return {pk: told and json.loads(told) for pk, told in seen.values_list("pk", "told")}


def claim_told(fields: Sequence[str], included: Sequence[str], eyes: Sight) -> str:
    """SQL for a claim as JSON with these fields of its shape; what is included stands in `included`."""
    columns, along = _columns(eyes.embargoed), _included(eyes.embargoed)
    told = {name: columns[name] for name in fields}
    if included:
        told["included"] = _object({name: along[name] for name in included})
    return _object(told)
