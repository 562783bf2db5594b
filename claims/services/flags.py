"""Stores what the comparison finds as flags: each pair once, open until somebody decides."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q

from claims.engine.findings import findings_across, findings_between, findings_within
from claims.engine.records import Finding
from claims.enums import RunState
from claims.models import ContradictionFlag, Mention
from claims.services import rows
from claims.services.carryover import Carried, mentions_of
from sources.models import Article, ArticleVersion


def sync(version: ArticleVersion, carried: Carried) -> list[ContradictionFlag]:
    """Compares a new version with itself, with the version before and with the story's other sources."""
    new, old = rows.placed(carried.new), rows.placed(carried.old)
    found = findings_within(new, version.language)
    if old:
        found += findings_across(old, new, carried.carries, version.note, version.language)
    by_key = {str(row.pk): row for row in (*carried.old, *carried.new)}
    opened = _open(found, by_key, version.article)
    return [*opened, *sync_between(version, carried.new)]


def sync_between(version: ArticleVersion, mentions: Sequence[Mention]) -> list[ContradictionFlag]:
    """Compares a version with the other articles of its story, each in the version that stood at the time."""
    opened: list[ContradictionFlag] = []
    new = rows.placed(mentions)
    for other in counterparts(version):
        theirs = mentions_of(other)
        found = findings_between(new, rows.placed(theirs), version.language)
        opened += _open(found, {str(row.pk): row for row in (*mentions, *theirs)}, version.article)
    return opened


def sync_marked(row: Mention) -> list[ContradictionFlag]:
    """Compares a mention that a person marked with the rest of its version and with the story's other sources."""
    beside = mentions_of(row.version)
    own = str(row.pk)
    found = [finding for finding in findings_within(rows.placed(beside)) if own in (finding.a, finding.b)]
    opened = _open(found, {str(m.pk): m for m in beside}, row.version.article)
    return [*opened, *sync_between(row.version, [row])]


def counterparts(version: ArticleVersion) -> list[ArticleVersion]:
    """The versions of the story's other articles that stood, or came to stand, beside this one.

    Of each article by another source: the latest one published by then, and those published while this one was the
    latest of its own article. So the pairs are the same whatever order the versions arrive in.
    """
    article = version.article
    if article.story_id is None:
        return []
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
    return [*at_the_time, *since.distinct()]


def _open(found: Iterable[Finding], mentions: Mapping[str, Mention], article: Article) -> list[ContradictionFlag]:
    flags = []
    for finding in found:
        a, b = mentions[finding.a], mentions[finding.b]
        if _known(a, b, finding):
            continue
        flags.append(_flag(a, b, finding, article))
    return ContradictionFlag.objects.bulk_create(flags)


def _flag(a: Mention, b: Mention, finding: Finding, article: Article) -> ContradictionFlag:
    comparison = finding.comparison
    assert comparison.type is not None
    assert comparison.relation is not None
    return ContradictionFlag(
        story_id=article.story_id,
        a=a,
        b=b,
        type=comparison.type,
        scope=finding.scope,
        relation=comparison.relation,
        rule=comparison.rule,
        reason=comparison.reason,
        reading_a=comparison.readings[0],
        reading_b=comparison.readings[1],
        silent=finding.silent,
    )


def _known(a: Mention, b: Mention, finding: Finding) -> bool:
    """Whether the two claims have such a flag already, found on earlier versions that said the same.

    A conflict that persists is one conflict; a decision on it holds until one of the values moves.
    """
    pair = Q(a__claim=a.claim_id, b__claim=b.claim_id) | Q(a__claim=b.claim_id, b__claim=a.claim_id)
    earlier = ContradictionFlag.objects.filter(
        pair, type=str(finding.comparison.type), scope=finding.scope
    ).select_related("a", "b")
    return any({says(flag.a), says(flag.b)} == {says(a), says(b)} for flag in earlier)


def says(row: Mention) -> tuple[object, ...]:
    """What a mention comes to, whatever version it stands in."""
    if row.approximation:
        return row.claim_id, row.low, row.high, row.approximation, row.unit
    return row.claim_id, " ".join(row.text.lower().split()), row.claimant, row.polarity
