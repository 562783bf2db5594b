"""Brings the flags of one mention up to date after a person changed how it is read."""

from django.contrib.auth.models import User
from django.db.models import Q

from claims.engine.compare import compare
from claims.engine.findings import findings_within
from claims.enums import FlagState, FlagType, Scope
from claims.models import ContradictionFlag, Mention
from claims.services import decisions, flags, rows
from claims.services.by_hand import RULE as BY_HAND
from claims.services.carryover import mentions_of

REASON = "What was read was corrected."


def resync(row: Mention, *, by: User) -> None:
    """Closes the engine's open flags on a mention that no longer hold, and opens those that hold now."""
    for flag in _open_on(row):
        if not _holds(flag):
            decisions.move(flag, FlagState.RESOLVED, by=None, reason=f"{REASON} {by.get_username()} did it.")
    flags.sync_marked(row)
    for old, new in _beside(row):
        flags.sync_pair(old, new)


def _open_on(row: Mention) -> list[ContradictionFlag]:
    found = ContradictionFlag.objects.filter(Q(a=row) | Q(b=row), state=FlagState.OPEN)
    found = found.exclude(rule=BY_HAND).exclude(scope=Scope.AGAINST_EVIDENCE)
    return list(found.select_related("a__version__article__source", "b__version__article__source"))


def _holds(flag: ContradictionFlag) -> bool:
    """Whether the engine, asked again, finds the flag."""
    if flag.type == FlagType.ARITHMETIC:
        beside = rows.placed(mentions_of(flag.a.version))
        pairs = {frozenset((found.a, found.b)) for found in findings_within(beside, flag.a.version.language)}
        return frozenset((str(flag.a_id), str(flag.b_id))) in pairs
    (a,), (b,) = rows.placed([flag.a]), rows.placed([flag.b])
    anchored = flag.scope == Scope.ACROSS_VERSIONS
    return compare(a, b, anchored=anchored, language=flag.b.version.language).type == flag.type


def _beside(row: Mention) -> list[tuple[Mention, Mention]]:
    """The claim's mention in the version before, and in the one after, each with this one, the earlier one first."""
    others = Mention.objects.filter(claim=row.claim_id, withdrawn=False).exclude(pk=row.pk)
    near = others.select_related("claim", "version__article__source")
    number = row.version.number
    before = near.filter(version__number__lt=number).order_by("-version__number").first()
    after = near.filter(version__number__gt=number).order_by("version__number").first()
    pairs = [] if before is None else [(before, row)]
    return pairs if after is None else [*pairs, (row, after)]
