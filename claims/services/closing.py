"""How flags end by themselves.

A flag that a person decided on is never touched. An open one closes when the engine, asked again, no longer finds it,
or when a later version of one of its articles says something else.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q, QuerySet

from claims.engine import ENGINE_VERSION
from claims.engine.records import Finding
from claims.enums import FlagState, FlagType, Relation, Scope
from claims.models import ContradictionFlag, Mention
from claims.services import decisions, judging, rows
from claims.services.by_hand import RULE as BY_HAND
from claims.services.drafts import suggested
from sources.models import ArticleVersion


def close_unfound(version: ArticleVersion, found: Iterable[Finding], mentions: Mapping[str, Mention]) -> None:
    """Closes open flags of this version that the engine, asked again, no longer finds; brings the words of others up
    to date."""
    still = {frozenset((mentions[f.a].pk, mentions[f.b].pk)): f for f in found}
    # What the next version changed is found with the next version, which is asked again after this one.
    found_here = Q(b__version=version) | (Q(a__version=version) & ~Q(scope=Scope.ACROSS_VERSIONS))
    for flag in _open_by_engine(found_here).exclude(engine_version=ENGINE_VERSION):
        finding = still.get(frozenset((flag.a_id, flag.b_id)))
        if finding is None:
            decisions.move(
                flag, FlagState.RESOLVED, by=None, reason=f"Version {ENGINE_VERSION} of the engine no longer finds it."
            )
        else:
            _reword(flag, finding, mentions)


def _reword(flag: ContradictionFlag, finding: Finding, mentions: Mapping[str, Mention]) -> None:
    comparison = finding.comparison
    ContradictionFlag.objects.filter(pk=flag.pk).update(
        type=comparison.type or FlagType.FIGURE,
        relation=comparison.relation or Relation.CONFLICT,
        rule=comparison.rule,
        reason=judging.reason_for(mentions[finding.a], mentions[finding.b], comparison),
        reading_a=comparison.readings[0],
        reading_b=comparison.readings[1],
        silent=finding.silent,
        suggestion=suggested(mentions[finding.a], mentions[finding.b], comparison, silent=finding.silent),
        engine_version=ENGINE_VERSION,
    )


def close_outdated(version: ArticleVersion, old: Sequence[Mention], new: Sequence[Mention]) -> None:
    """Closes open flags between sources, and within the version before, whose passage this one changed or dropped."""
    now = {row.claim_id: row for row in new}
    before = [row for row in old if row.claim_id not in now or rows.says(now[row.claim_id]) != rows.says(row)]
    gone = Q(a__claim__in=[row.claim_id for row in before]) | Q(b__claim__in=[row.claim_id for row in before])
    earlier = Q(a__version__article=version.article_id, a__version__number__lt=version.number) | Q(
        b__version__article=version.article_id, b__version__number__lt=version.number
    )
    scopes = (Scope.BETWEEN_SOURCES, Scope.WITHIN_DOCUMENT)
    for flag in _open_by_engine(gone & earlier).filter(scope__in=scopes):
        ours = flag.a if flag.a.version.article_id == version.article_id else flag.b
        row = now.get(ours.claim_id)
        if row is not None and rows.says(row) == rows.says(ours):
            continue
        words = f"now says: {row.text}" if row else "no longer says it"
        decisions.move(flag, FlagState.RESOLVED, by=None, reason=f"Version {version.number} {words}.")


def _open_by_engine(which: Q) -> QuerySet[ContradictionFlag]:
    return (
        ContradictionFlag.objects.filter(which, state=FlagState.OPEN)
        .exclude(rule=BY_HAND)
        .exclude(scope=Scope.AGAINST_EVIDENCE)
        .select_related("a__version", "b__version")
    )
