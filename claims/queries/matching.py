"""Checked claims that may be of what a text says. Reads only, and a bounded number of rows however many there are."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import connection

from claims.engine.embedding import MODEL
from claims.enums import Kind
from claims.models import CheckedClaim
from sources.permissions import sight

# So many are compared for each claim of a text at most: the nearest in meaning, and as many that share most keys.
MOST = 12
# So many of those that share a key are looked at, the latest; a key that has more says little anyway.
PER_KEY = 32
# A shorter name is a name only as it is written: "US".
SHORT = 4

_CANDIDATES = """
SELECT asked.at, found.claim, found.cosine
FROM jsonb_to_recordset(%(asked)s) AS asked(at integer, kind text, keys jsonb, vector text)
CROSS JOIN LATERAL claims_candidates(
    asked.kind, ARRAY(SELECT jsonb_array_elements_text(asked.keys)::bigint), asked.vector::vector, %(model)s, %(most)s,
    %(per_key)s, %(everyone)s, %(owner)s, %(embargoed)s
) AS found
ORDER BY asked.at, found.claim
"""
_NOT_NAMED = """
SELECT asked.version, asked.name
FROM unnest(%(versions)s::bigint[], %(names)s::text[]) WITH ORDINALITY AS asked(version, name, at)
JOIN sources_articleversion AS version ON version.id = asked.version
WHERE NOT CASE WHEN length(asked.name) < %(short)s
    THEN (version.title || ' ' || version.text) ~ ('\\m' || asked.name || '\\M')
    ELSE (version.title || ' ' || version.text) ~* ('\\m' || asked.name || '\\M') END
ORDER BY asked.at
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one claim of a text is looked for by. keys: hashes of its candidate keys. vector: of its sentence."""

    kind: Kind
    keys: Sequence[int]
    vector: Sequence[float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A checked claim, with how near its sentence is; None until its vector is made."""

    row: CheckedClaim
    cosine: float | None


def candidates(wanted: Sequence[Wanted], seen_by: User | None) -> list[list[Candidate]]:
    """For each claim of a text the checked claims to compare it with, in no order, as far as the person sees them.

    Each with verdict, mention, version without its text, source and story. Two statements.
    """
    if not wanted:
        return []
    asked = [
        {"at": at, "kind": one.kind, "keys": list(one.keys), "vector": str(list(one.vector))}
        for at, one in enumerate(wanted)
    ]
    limits = {"model": MODEL, "most": MOST, "per_key": PER_KEY}
    with connection.cursor() as cursor:
        cursor.execute(_CANDIDATES, {"asked": json.dumps(asked), **limits, **sight(seen_by).parameters})
        found = cursor.fetchall()
    rows = _rows({claim for _, claim, _ in found})
    told: list[list[Candidate]] = [[] for _ in wanted]
    for at, claim, cosine in found:
        if claim in rows:
            told[at].append(Candidate(rows[claim], cosine))
    return told


def one(claim: int) -> CheckedClaim | None:
    """A checked claim with all that a comparison needs."""
    return _rows({claim}).get(claim)


def not_named(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    """Which names a version, headline and text, does not have, by its id. pairs: id of a version, name. One statement.

    Names are letters and apostrophes alone, as `claims.engine.compare.words` cuts them.
    """
    asked = list(dict.fromkeys(pairs))
    missing: dict[int, list[str]] = defaultdict(list)
    if asked:
        versions, names = zip(*asked, strict=True)
        with connection.cursor() as cursor:
            cursor.execute(_NOT_NAMED, {"versions": list(versions), "names": list(names), "short": SHORT})
            for version, name in cursor.fetchall():
                missing[version].append(name)
    return dict(missing)


# Half of what the joined tables hold: neither texts nor vectors, and no columns that nobody asks for.
_OF_MENTION = (
    "kind part start end text sentence rule trigger reading claimant cue value_start value_end low high approximation"
    " unit measure measure_key thing place as_of group direction proposition proposition_start proposition_end polarity"
    " anonymous"
)
_NEEDED = (
    *("kind", "sentence_start", "before", "known_as", "lone", "claim__state"),
    *(f"verdict__{name}" for name in ("claim", "revision", "state", "rating", "in_substance", "as_of")),
    *(f"mention__{name}" for name in _OF_MENTION.split()),
    *(f"mention__version__{name}" for name in ("number", "title", "published_at", "language")),
    *(f"article__{name}" for name in ("story", "embargoed_until", "source__name", "source__kind")),
)


def _rows(claims: set[int]) -> dict[int, CheckedClaim]:
    found = CheckedClaim.objects.filter(pk__in=claims)
    joined = found.select_related("claim", "verdict", "mention__version", "article__source")
    return {row.pk: row for row in joined.only(*_NEEDED)}
