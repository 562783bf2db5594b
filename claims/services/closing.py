"""How flags end by themselves.

A flag that a person decided on is never touched. An open one closes when the engine, asked again, no longer finds it,
or when a later version of one of its articles says something else. Where that version was read first, as in an import
or when an engine upgrade reads an archive again, the flag is closed as soon as it is found: what stands in the end does
not hang on the order in which versions came through.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q, QuerySet

from claims.engine import ENGINE_VERSION
from claims.engine.records import Finding
from claims.enums import FlagState, FlagType, Relation, RunState, Scope
from claims.models import ContradictionFlag, Mention
from claims.services import decisions, judging, rows
from claims.services.by_hand import RULE as BY_HAND
from claims.services.drafts import suggested
from sources.models import ArticleVersion

# What changed across versions did change, whatever a third version says.
CLOSED_BY_LATER = (Scope.BETWEEN_SOURCES, Scope.WITHIN_DOCUMENT)


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
    for flag in _open_by_engine(gone & earlier).filter(scope__in=CLOSED_BY_LATER):
        ours = flag.a if flag.a.version.article_id == version.article_id else flag.b
        row = now.get(ours.claim_id)
        if row is None or rows.says(row) != rows.says(ours):
            decisions.move(flag, FlagState.RESOLVED, by=None, reason=_says_now(version.number, row))


def superseded(mentions: Iterable[Mention]) -> dict[int, str]:
    """Those that the latest version of their article that was read says otherwise or drops, by id, with the words that
    close a flag on them. Two queries."""
    by_id = {row.pk: row for row in mentions}
    read = ArticleVersion.objects.filter(
        article__in={row.version.article_id for row in by_id.values()}, runs__state=RunState.DONE
    )
    latest = {v.article_id: v for v in read.order_by("article_id", "-number").distinct("article_id")}
    old = [
        row
        for row in by_id.values()
        if row.version.article_id in latest and row.version.number < latest[row.version.article_id].number
    ]
    if not old:
        return {}
    said = Mention.objects.filter(
        version__in=[v.pk for v in latest.values()], claim__in={row.claim_id for row in old}, withdrawn=False
    )
    now = {row.claim_id: row for row in said}
    return {
        row.pk: _says_now(latest[row.version.article_id].number, now.get(row.claim_id))
        for row in old
        if row.claim_id not in now or rows.says(now[row.claim_id]) != rows.says(row)
    }


def close_superseded(opened: Iterable[ContradictionFlag], words: Mapping[int, str]) -> None:
    """Closes flags that were just opened on a mention of `superseded`, with its words."""
    for flag in opened:
        reason = words.get(flag.a_id) or words.get(flag.b_id)
        if reason and flag.scope in CLOSED_BY_LATER:
            decisions.move(flag, FlagState.RESOLVED, by=None, reason=reason)


def _says_now(number: int, row: Mention | None) -> str:
    words = f"now says: {row.text}" if row else "no longer says it"
    return f"Version {number} {words}."


def _open_by_engine(which: Q) -> QuerySet[ContradictionFlag]:
    return (
        ContradictionFlag.objects.filter(which, state=FlagState.OPEN)
        .exclude(rule=BY_HAND)
        .exclude(scope=Scope.AGAINST_EVIDENCE)
        .select_related("a__version", "b__version")
    )
