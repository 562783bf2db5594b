"""Verdicts in a large archive, and the words of others that are held against them. For `bench.api`.

Every so-manieth claim of the archive has a verdict that stands. Stored vectors are those of the sentences, each moved a
little, as headlines would move them, so that no two are one.
"""

import random
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from django.contrib.auth.models import User
from django.db import connection

from bench.invented import COUNTED, DISTRICTS, EVENTS, MENTIONS, told
from claims.engine.embedding import MODEL, embed
from claims.models import CheckedClaim, CheckedKey

# One claim of so many has a verdict.
SHARE = 10
# How far a vector is moved: cosine 0.97 to where it was.
MOVED = 0.25
TEXTS = 200

# Rules and audit trail are for what people write; the archive was there before.
RULES = "ALTER TABLE claims_verdict {} TRIGGER USER"
VERDICTS = """
INSERT INTO claims_verdict (claim_id, mention_id, revision, state, rating, in_substance, rationale, as_of, author_id,
    approved_by_id, approved_at, override, edits, created_at, changed_at)
SELECT claim_id, id, 1, 'approved', CASE WHEN claim_id %% 7 = 0 THEN 'wrong' ELSE 'confirmed' END, '', 'So it is.',
    now(), %(author)s, %(reviewer)s, now() - claim_id * interval '1 second', '', 0, now(), now()
FROM claims_mention WHERE claim_id %% %(share)s = 0
"""
CHECKED = """
SELECT verdict.claim_id, claim.article_id, verdict.id, verdict.mention_id, verdict.approved_at, mention.sentence,
    mention.keys
FROM claims_verdict AS verdict JOIN claims_claim AS claim ON claim.id = verdict.claim_id
JOIN claims_mention AS mention ON mention.id = verdict.mention_id ORDER BY verdict.claim_id
"""


def check(author: User, reviewer: User) -> int:
    """Enters the verdicts as if all had been approved and read; how many there are."""
    with connection.cursor() as cursor:
        cursor.execute(RULES.format("DISABLE"))
        cursor.execute(VERDICTS, {"author": author.pk, "reviewer": reviewer.pk, "share": SHARE})
        cursor.execute(RULES.format("ENABLE"))
        cursor.execute(CHECKED)
        found = cursor.fetchall()
    with connection.schema_editor(atomic=False) as editor:  # an index is built faster at once than row by row
        editor.execute("SET maintenance_work_mem = '1GB'")
        near = [index for index in CheckedClaim._meta.indexes if index.fields == ["vector"]]
        for index in near:
            editor.remove_index(CheckedClaim, index)
        _copy(found)
        for index in near:
            editor.add_index(CheckedClaim, index)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE claims_checkedclaim")
        cursor.execute("VACUUM ANALYZE claims_checkedkey")
    return len(found)


def _copy(found: Sequence[tuple[Any, ...]]) -> None:
    columns = "claim_id, article_id, verdict_id, mention_id, kind, at, before, known_as, lone, model, vector, told"
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {CheckedClaim._meta.db_table} ({columns}) FROM STDIN") as copy:
            for (claim, article, verdict, mention, at, *_), vector in zip(found, _vectors(found), strict=True):
                copy.write_row((claim, article, verdict, mention, "figure", at, "", [], False, MODEL, vector, True))
        with cursor.copy(f"COPY {CheckedKey._meta.db_table} (checked_id, key, at) FROM STDIN") as copy:
            for claim, _, _, _, at, _, keys in found:
                for key in keys:
                    copy.write_row((claim, key, at))


def _vectors(found: Sequence[tuple[Any, ...]]) -> Iterator[str]:
    import numpy as np

    draw = np.random.default_rng(20260415)
    sentences = list(dict.fromkeys(row[5] for row in found))
    known = {sentence: np.array(vector) for sentence, vector in zip(sentences, embed(sentences), strict=True)}
    for row in found:
        vector = known[row[5]]
        moved = vector + draw.normal(0, MOVED / len(vector) ** 0.5, len(vector))
        yield str((moved / np.linalg.norm(moved)).round(6).tolist())


def texts() -> list[str]:
    """What others say: of what was checked, half of it with another number, and no two alike."""
    draw = random.Random(20260415)
    found = []
    for at in range(TEXTS):
        event, claim = told(at % EVENTS), draw.randrange(MENTIONS)
        _, _, _, counted = COUNTED[claim % len(COUNTED)]
        value = int(event.records[claim].low or 0) + (at % 2) * draw.randint(1, 40)
        district = DISTRICTS[claim // len(COUNTED)]
        found.append(draw.choice(_WORDINGS).format(value=value, counted=counted, district=district, at=at))
    return found


_WORDINGS = (
    "{value} {counted} in {district}, officials said.",
    "In {district} {value} {counted}, it was announced on day {at}.",
    "The mayor told us: “We count on everybody's help.” {value} {counted} in {district}.",
    "So far {value} {counted} in {district}. The police denied that a pump had failed.",
)


def paths() -> list[str]:
    """The same as addresses."""
    return [f"/api/v1/match?text={quote(text)}" for text in texts()]
