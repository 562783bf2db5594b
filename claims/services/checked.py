"""Keeps the claims that have a standing verdict findable from somebody else's words.

The act on a verdict enters the claim with its keys, in its own transaction. The vector, and what of its text a
comparison needs, is a worker's part, who finds due what has no vector.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import structlog
from django.db import transaction

from claims.engine import records as engine
from claims.engine.embedding import MODEL, embed
from claims.enums import VerdictState
from claims.models import CheckedClaim, CheckedKey, Mention, Verdict
from claims.services import rows
from sources.models import ArticleVersion

log = structlog.get_logger(__name__)

_STANDS = (VerdictState.APPROVED, VerdictState.PUBLISHED)
_DECIDED = (*_STANDS, VerdictState.RETRACTED)
BATCH = 50


def renew(claims: Iterable[int]) -> None:
    """Brings claims up to their latest decided revision; one that was retracted brings no earlier one back."""
    wanted = sorted(set(claims))
    latest = Verdict.objects.filter(claim__in=wanted, state__in=_DECIDED).order_by("claim_id", "-revision")
    standing = [
        verdict
        for verdict in latest.distinct("claim_id").select_related("claim", "mention")
        if verdict.state in _STANDS
    ]
    known = {row.pk: row for row in CheckedClaim.objects.filter(pk__in=wanted)}
    gone = known.keys() - {verdict.claim_id for verdict in standing}
    CheckedClaim.objects.filter(pk__in=gone).delete()
    for verdict in standing:
        row = known.get(verdict.claim_id)
        if row is None or (row.verdict_id, row.mention_id) != (verdict.pk, verdict.mention_id):
            _enter(verdict)


def refresh(mentions: Iterable[int]) -> None:
    """Has what is known of the words of verdicts made anew: they were read again, or corrected."""
    CheckedClaim.objects.filter(mention__in=list(mentions)).update(vector=None)


def refresh_in(version: ArticleVersion) -> None:
    """The same for all verdicts on words of a version."""
    CheckedClaim.objects.filter(mention__version=version).update(vector=None)


def renew_all(batch: int = 1_000) -> int:
    """Makes all of it anew, as from nothing; how many claims there are. The vectors are left to the workers."""
    after = 0
    while True:
        decided = Verdict.objects.filter(state__in=_DECIDED, claim__gt=after).order_by("claim_id")
        claims = list(decided.values_list("claim_id", flat=True).distinct()[:batch])
        if not claims:
            break
        with transaction.atomic():
            renew(claims)
            CheckedClaim.objects.filter(pk__in=claims).update(vector=None)
        after = claims[-1]
    return CheckedClaim.objects.count()


def due() -> bool:
    """Whether a vector is to be made."""
    return CheckedClaim.objects.filter(vector=None).exists()


def complete(limit: int = BATCH) -> int:
    """Reads checked claims that have no vector yet, and gives how many. Safe to run beside itself."""
    waiting = CheckedClaim.objects.filter(vector=None).select_related("mention__version__article__source")
    of_version: dict[int, list[CheckedClaim]] = defaultdict(list)
    for row in waiting.order_by("pk")[:limit]:
        of_version[row.mention.version_id].append(row)
    for found in of_version.values():
        try:
            _complete(found)
        except Exception:  # one text that cannot be cut or keyed must not stand in the way of all others
            log.exception("checked_claims_unread", version_id=found[0].mention.version_id)
            _store_plainly(found)
    return sum(map(len, of_version.values()))


def told_by(mention: engine.Mention) -> str:
    """What the vector of a checked claim is made of: its sentence, with the headline, which names the event."""
    return f"{mention.title}. {mention.sentence}" if mention.title != mention.sentence else mention.sentence


def _enter(verdict: Verdict) -> None:
    assert verdict.approved_at is not None
    row, _ = CheckedClaim.objects.update_or_create(
        claim=verdict.claim,
        defaults={
            "article_id": verdict.claim.article_id,
            "verdict": verdict,
            "mention": verdict.mention,
            "kind": verdict.claim.kind,
            "at": verdict.approved_at,
            "sentence_start": None,
            "before": "",
            "known_as": [],
            "lone": False,
            "vector": None,
            "told": False,
        },
    )
    _key(row, verdict.mention.keys)


def _key(row: CheckedClaim, keys: Sequence[int]) -> None:
    CheckedKey.objects.filter(checked=row).delete()
    CheckedKey.objects.bulk_create(CheckedKey(checked=row, key=key, at=row.at) for key in sorted(set(keys)))


def _complete(found: Sequence[CheckedClaim]) -> None:
    """Of one version: all of its mentions are looked at, since only together they tell which count stands alone."""
    version = found[0].mention.version
    wanted = {row.mention_id: row for row in found}
    standing = Mention.objects.filter(version=version, withdrawn=False) | Mention.objects.filter(pk__in=wanted)
    every = list(standing.order_by("pk"))
    for mention in every:
        mention.version = version
    placed = {int(one.key): one for one in rows.placed(every)}
    vectors = embed([told_by(placed[mention]) for mention in wanted])
    for row, vector in zip(wanted.values(), vectors, strict=True):
        _store(row, placed[row.mention_id], vector, version.language)


def _store_plainly(found: Sequence[CheckedClaim]) -> None:
    """By their sentences alone, with the keys that they have."""
    for row, vector in zip(found, embed([row.mention.sentence or row.mention.text for row in found]), strict=True):
        CheckedClaim.objects.filter(pk=row.pk, mention=row.mention_id, vector=None).update(model=MODEL, vector=vector)


def _store(row: CheckedClaim, placed: engine.Mention, vector: Sequence[float], language: str) -> None:
    """Nothing is written over a verdict that came in the meantime: that one is due itself."""
    columns = {
        "sentence_start": placed.sentence_start,
        "before": placed.before,
        "known_as": list(placed.known_as),
        "lone": placed.lone,
        "model": MODEL,
        "vector": list(vector),
    }
    with transaction.atomic():
        if CheckedClaim.objects.filter(pk=row.pk, mention=row.mention_id, vector=None).update(**columns):
            _key(row, rows.key_hashes(placed, language))
