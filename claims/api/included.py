"""What comes along by `include` with articles, claims, flags, verdicts and the rest: see `sources.api.included`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count

from claims.api.article_shapes import VersionShape
from claims.api.claim_shapes import IncludedShape
from claims.api.included_shapes import IncludedClaimShape, IncludedEvidenceShape, IncludedVerdictShape
from claims.api.verdict_shapes import ReviewShape
from claims.enums import ClaimState
from claims.models import Claim, Evidence
from claims.queries import claims_listed, versions_listed
from claims.queries.claim_rows import told_of_claims
from claims.queries.resources import evidence_seen, reviews_listed
from sources.api.desk import Along
from sources.api.included import article_by, grouped, newest
from sources.api.shapes import StoryShape
from sources.permissions import readable, sight
from sources.queries import stories_seen


def _claims(ids: set[int], seen_by: User) -> dict[int, Any]:
    found = Claim.objects.filter(readable(seen_by, "article"), pk__in=ids)
    return {claim.pk: IncludedClaimShape(claim).data for claim in found}


def _claim_by(key: Callable[[Any], int]) -> Along:
    def look_up(rows: Sequence[Any], seen_by: User) -> Mapping[int, Any]:
        found = _claims({key(row) for row in rows}, seen_by)
        return {row.pk: found.get(key(row)) for row in rows}

    return look_up


def _claims_of_flags(flags: Sequence[Any], seen_by: User) -> Mapping[int, Any]:
    found = _claims({side.claim_id for flag in flags for side in (flag.a, flag.b)}, seen_by)
    return {flag.pk: {"a": found.get(flag.a.claim_id), "b": found.get(flag.b.claim_id)} for flag in flags}


def _stories_of_flags(flags: Sequence[Any], seen_by: User) -> Mapping[int, Any]:
    found = {story.pk: StoryShape(story).data for story in stories_seen(seen_by).filter(pk__in=_set(flags, "story_id"))}
    return {flag.pk: found.get(flag.story_id) for flag in flags}


def _set(rows: Sequence[Any], name: str) -> set[int]:
    return {value for row in rows if (value := getattr(row, name)) is not None}


def _told_of_claims(name: str) -> Along:
    """As the list of claims has it."""
    return lambda claims, seen_by: told_of_claims([claim.pk for claim in claims], name, sight(seen_by))


def _counts_of_articles(articles: Sequence[Any], seen_by: User) -> Mapping[int, Any]:
    """How many claims stand in each, by state."""
    none = {"all": 0} | {state.value: 0 for state in ClaimState}
    told = {article.pk: dict(none) for article in articles}
    standing = claims_listed(seen_by).filter(article__in=list(told)).prefetch_related(None).order_by()
    for article, state, count in standing.values_list("article", "state").annotate(Count("pk")):
        told[article][state] = count
        told[article]["all"] += count
    return told


def _versions_of_articles(articles: Sequence[Any], seen_by: User) -> Mapping[int, Any]:
    seen = versions_listed(seen_by).filter(article__in=[article.pk for article in articles])
    return grouped((one.article_id, VersionShape(one).data) for one in newest(seen, "article_id", "number"))


def _evidence_of_verdicts(verdicts: Sequence[Any], seen_by: User) -> Mapping[int, Any]:
    under = {verdict.pk: [row.evidence_id for row in verdict.stands_on.all()] for verdict in verdicts}
    ids = {passage for passages in under.values() for passage in passages}
    seen = Evidence.objects.filter(evidence_seen(sight(seen_by)), pk__in=ids)
    told = {one.pk: IncludedEvidenceShape(one).data for one in seen.select_related("version").defer("version__text")}
    return {verdict: [told[one] for one in passages if one in told] for verdict, passages in under.items()}


def _reviews_of_verdicts(verdicts: Sequence[Any], seen_by: User) -> Mapping[int, Any]:
    seen = reviews_listed(seen_by).filter(verdict__in=[verdict.pk for verdict in verdicts]).order_by("pk")
    return grouped((one.verdict_id, ReviewShape(one).data) for one in seen)


def _verdicts_of_reviews(reviews: Sequence[Any], seen_by: User) -> Mapping[int, Any]:
    """Each is there already: a review is seen with its verdict."""
    return {review.pk: IncludedVerdictShape(review.verdict).data for review in reviews}


_CLAIM = _claim_by(lambda row: int(row.claim_id))
_OF_VERSION = article_by(lambda row: int(row.version.article_id))
WITH_ARTICLES: Mapping[str, Along] = {"claims": _counts_of_articles, "versions": _versions_of_articles}
WITH_ARTICLE: Mapping[str, Along] = {"claims": _counts_of_articles}
WITH_CLAIM: Mapping[str, Along] = {name: _told_of_claims(name) for name in IncludedShape._declared_fields}
WITH_FLAGS: Mapping[str, Along] = {"claims": _claims_of_flags, "story": _stories_of_flags}
WITH_MENTIONS: Mapping[str, Along] = {"claim": _CLAIM, "article": _OF_VERSION}
WITH_VERDICTS: Mapping[str, Along] = {
    "claim": _CLAIM,
    "evidence": _evidence_of_verdicts,
    "reviews": _reviews_of_verdicts,
}
WITH_REVIEWS: Mapping[str, Along] = {"verdict": _verdicts_of_reviews}
WITH_EVIDENCE: Mapping[str, Along] = {"claim": _CLAIM, "article": _OF_VERSION}
WITH_REMARKS: Mapping[str, Along] = {"claim": _CLAIM}
