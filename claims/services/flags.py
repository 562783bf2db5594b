"""Stores what the comparison finds as flags, each pair once. How they end by themselves stands in `closing.py`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import structlog
from django.db.models import Q, QuerySet

from claims.engine import ENGINE_VERSION
from claims.engine import records as engine
from claims.engine.findings import findings_across, findings_between, findings_within
from claims.engine.records import Carry, Finding
from claims.enums import FlagState, Outcome, RunState
from claims.models import ContradictionFlag, Mention
from claims.services import closing, events, judging, rows, severity
from claims.services.carryover import Carried, mentions_of
from claims.services.drafts import suggested
from sources.models import ArticleVersion

log = structlog.get_logger(__name__)

# Of a story's other articles, so many are compared with, the newest first; a story of a thousand wires has said it all
# many times over. What is left out is counted with the run.
MOST_ARTICLES = 60


def sync(version: ArticleVersion, carried: Carried) -> list[ContradictionFlag]:
    """Compares a version with itself, the one before and the story's other sources; opens flags, and closes them."""
    new, old = rows.placed(carried.new), rows.placed(carried.old)
    left_out: Counter[str] = Counter()
    found = findings_within(new, version.language, left_out=left_out)
    if old:
        found += findings_across(old, new, carried.carries, version.note, version.language, left_out=left_out)
    others = _comparable(version, carried.new, left_out)
    found += findings_between(new, _placed(others), version.language, left_out=left_out)
    _count(version, left_out)
    by_key = {str(row.pk): row for row in (*carried.old, *carried.new, *others)}
    closing.close_unfound(version, found, by_key)
    opened = _open(found, by_key)
    closing.close_outdated(version, carried.old, carried.new)
    severity.age(version.article.story_id)
    return opened


def _count(version: ArticleVersion, left_out: Counter[str]) -> None:
    """Keeps with the run what was not compared: pairs by the kind of their mentions, and whole articles."""
    if left_out:
        log.info("not_compared", version_id=version.pk, **left_out)
    version.runs.filter(engine_version=ENGINE_VERSION).update(left_out=dict(left_out))


def sync_between(version: ArticleVersion, mentions: Sequence[Mention]) -> list[ContradictionFlag]:
    """Compares mentions of a version with the other articles of its story, as when it has just joined that story."""
    others = _comparable(version, mentions)
    found = findings_between(rows.placed(mentions), _placed(others), version.language)
    return _open(found, {str(row.pk): row for row in (*mentions, *others)})


def sync_marked(row: Mention) -> list[ContradictionFlag]:
    """Compares a mention that a person marked with the rest of its version and with the story's other sources."""
    beside = mentions_of(row.version)
    own = str(row.pk)
    found = [finding for finding in findings_within(rows.placed(beside)) if own in (finding.a, finding.b)]
    return [*_open(found, {str(m.pk): m for m in beside}), *sync_between(row.version, [row])]


def sync_pair(old: Mention, new: Mention) -> list[ContradictionFlag]:
    """Compares a claim with itself in the version before, whatever the carry-over said of the two."""
    step = Carry(0, 0, Outcome.REWORDED, "", "")
    language = new.version.language
    found = findings_across(rows.placed([old]), rows.placed([new]), [step], new.version.note, language)
    return _open(found, {str(row.pk): row for row in (old, new)})


def counterparts(version: ArticleVersion) -> QuerySet[ArticleVersion]:
    """The versions of the story's other articles that stood, or came to stand, beside this one.

    Of each article by another source: the latest one published by then, and those published while this one was the
    latest of its own article. So the pairs are the same whatever order the versions arrive in.
    """
    article = version.article
    if article.story_id is None:
        return ArticleVersion.objects.none()
    others = ArticleVersion.objects.filter(article__story_id=article.story_id, runs__state=RunState.DONE).exclude(
        article__source_id=article.source_id
    )
    at_the_time = (
        others.filter(published_at__lte=version.published_at).order_by("article_id", "-number").distinct("article_id")
    )
    since = others.filter(published_at__gt=version.published_at)
    following = article.versions.filter(number__gt=version.number).order_by("number").first()
    if following:
        since = since.filter(published_at__lt=following.published_at)
    nearest = Q(pk__in=at_the_time.values("pk")) | Q(pk__in=since.values("pk"))
    return ArticleVersion.objects.filter(nearest).order_by("-published_at", "-pk")


def _comparable(
    version: ArticleVersion, mentions: Sequence[Mention], left_out: Counter[str] | None = None
) -> list[Mention]:
    """The mentions of the counterparts that share a candidate key with any of these."""
    keys = sorted({key for row in mentions for key in row.keys})
    beside = list(counterparts(version).values_list("pk", flat=True)) if keys else []
    if not beside:
        return []
    if len(beside) > MOST_ARTICLES:
        if left_out is not None:
            left_out["article"] += len(beside) - MOST_ARTICLES
        beside = beside[:MOST_ARTICLES]
    return list(
        Mention.objects.filter(version__in=beside, keys__overlap=keys, withdrawn=False)
        .select_related("version__article__source", "claim")
        .order_by("version_id", "pk")
    )


def _placed(mentions: Sequence[Mention]) -> list[engine.Mention]:
    """Mentions of several versions, in their order, as the comparison wants them."""
    by_version: dict[int, list[Mention]] = {}
    for row in mentions:
        by_version.setdefault(row.version_id, []).append(row)
    return [placed for group in by_version.values() for placed in rows.placed(group)]


def _open(found: Iterable[Finding], mentions: Mapping[str, Mention]) -> list[ContradictionFlag]:
    fresh = [(mentions[finding.a], mentions[finding.b], finding) for finding in found]
    if not fresh:
        return []
    outdated = closing.superseded(row for a, b, _ in fresh for row in (a, b))
    standing, closed = _known([(a, b) for a, b, _ in fresh])
    unknown = []
    for a, b, finding in fresh:
        it = _identity(a, b, finding)
        if it not in standing and not (it in closed and (a.pk in outdated or b.pk in outdated)):
            unknown.append((a, b, finding))
            # Two versions of one text that say the same disagree with a third once.
            standing.add(it)
    newest = severity.newest_in(unknown[0][1].version.article.story_id) if unknown else None
    opened = ContradictionFlag.objects.bulk_create(_flag(a, b, finding, newest) for a, b, finding in unknown)
    events.flags_opened(opened)
    closing.close_superseded(opened, outdated)
    return opened


def _flag(a: Mention, b: Mention, finding: Finding, newest: datetime | None) -> ContradictionFlag:
    comparison = finding.comparison
    assert comparison.type is not None
    assert comparison.relation is not None
    flag = ContradictionFlag(
        story_id=b.version.article.story_id,
        a=a,
        b=b,
        type=comparison.type,
        scope=finding.scope,
        relation=comparison.relation,
        rule=comparison.rule,
        reason=judging.reason_for(a, b, comparison),
        reading_a=comparison.readings[0],
        reading_b=comparison.readings[1],
        silent=finding.silent,
        suggestion=suggested(a, b, comparison, silent=finding.silent),
        fresh=severity.is_fresh(b, newest),
        engine_version=ENGINE_VERSION,
    )
    flag.severity = severity.of(flag)
    return flag


Identity = tuple[str, str, frozenset[tuple[object, ...]]]


def _known(pairs: Sequence[tuple[Mention, Mention]]) -> tuple[set[Identity], set[Identity]]:
    """What the claims of these pairs are flagged for already, on whatever versions of theirs: standing, closed.

    A conflict that persists is one conflict; a decision on it holds until one of the values moves. One that closed by
    itself opens anew when the value comes back, and not when an old version is read again.
    """
    claims = {row.claim_id for pair in pairs for row in pair}
    earlier = ContradictionFlag.objects.filter(a__claim__in=claims, b__claim__in=claims).select_related("a", "b")
    earlier = earlier.prefetch_related("moves")
    known: tuple[set[Identity], set[Identity]] = (set(), set())
    for flag in earlier:
        known[not _counts(flag)].add((flag.type, flag.scope, frozenset({rows.says(flag.a), rows.says(flag.b)})))
    return known


def _counts(flag: ContradictionFlag) -> bool:
    """Whether a flag stands in the way of a new one: all but those that closed by themselves."""
    if flag.state != FlagState.RESOLVED:
        return True
    moves = list(flag.moves.all())
    return bool(moves) and moves[-1].by_id is not None


def _identity(a: Mention, b: Mention, finding: Finding) -> Identity:
    return str(finding.comparison.type), finding.scope.value, frozenset({rows.says(a), rows.says(b)})
