"""By what lists can be filtered. Whatever is not named here cannot be asked for."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.enums import (
    Act,
    ClaimState,
    FlagState,
    FlagType,
    Kind,
    LineState,
    Outcome,
    Rating,
    Relation,
    Scope,
    Stance,
    VerdictState,
)
from claims.models import ContradictionFlag, Mention
from claims.queries.flags import SIDES
from sources.api.filters import IdFilter, YesNoFilter, one_code_of
from sources.enums import ArticleKind
from sources.permissions import within


class ArticleFilters(django_filters.FilterSet):
    source = IdFilter()
    story = IdFilter()
    kind = one_code_of(ArticleKind)
    url = django_filters.CharFilter(field_name="canonical_url", max_length=2_000)
    external_id = django_filters.CharFilter(max_length=300)


class ClaimFilters(django_filters.FilterSet):
    article = IdFilter()
    kind = one_code_of(Kind)
    state = one_code_of(ClaimState)
    has_open_flag = YesNoFilter(method="by_open_flag")
    measure_key = django_filters.CharFilter(method="by_measure_key", max_length=80)

    def by_open_flag(self, claims: QuerySet[Any], name: str, wanted: bool) -> QuerySet[Any]:
        seen = within(self.request.eyes, *SIDES)  # asked by a ToldList
        open_ones = ContradictionFlag.objects.filter(seen, state=FlagState.OPEN)
        flagged = Exists(open_ones.filter(a__claim=OuterRef("pk"))) | Exists(open_ones.filter(b__claim=OuterRef("pk")))
        return claims.filter(flagged if wanted else ~flagged)

    def by_measure_key(self, claims: QuerySet[Any], name: str, key: str) -> QuerySet[Any]:
        return claims.filter(Exists(Mention.objects.filter(claim=OuterRef("pk"), measure_key=key)))


class FlagFilters(django_filters.FilterSet):
    state = one_code_of(FlagState)
    type = one_code_of(FlagType)
    scope = one_code_of(Scope)
    relation = one_code_of(Relation)
    story = IdFilter()
    article = IdFilter(method="by_article")
    silent = YesNoFilter()

    def by_article(self, flags: QuerySet[Any], name: str, article: int) -> QuerySet[Any]:
        return flags.filter(Q(a__version__article=article) | Q(b__version__article=article))


class MentionFilters(django_filters.FilterSet):
    claim = IdFilter()
    article = IdFilter(field_name="version__article")
    version = IdFilter(field_name="version__number")
    kind = one_code_of(Kind)
    outcome = one_code_of(Outcome)
    measure_key = django_filters.CharFilter(max_length=80)


class EvidenceFilters(django_filters.FilterSet):
    claim = IdFilter()
    article = IdFilter(field_name="claim__article")
    stance = one_code_of(Stance)
    removed = YesNoFilter(method="by_removed")

    def by_removed(self, rows: QuerySet[Any], name: str, wanted: bool) -> QuerySet[Any]:
        return rows.filter(removed_at__isnull=not wanted)


class VerdictFilters(django_filters.FilterSet):
    claim = IdFilter()
    article = IdFilter(field_name="claim__article")
    state = one_code_of(VerdictState)
    rating = one_code_of(Rating)


class ReviewFilters(django_filters.FilterSet):
    verdict = IdFilter()
    claim = IdFilter(field_name="verdict__claim")
    act = one_code_of(Act)


class CorrectionFilters(django_filters.FilterSet):
    claim = IdFilter()
    mention = IdFilter()
    article = IdFilter(field_name="claim__article")


class CommentFilters(django_filters.FilterSet):
    claim = IdFilter()
    article = IdFilter(field_name="claim__article")


class OverrideFilters(django_filters.FilterSet):
    article = IdFilter()
    withdrawn = YesNoFilter(method="by_withdrawn")

    def by_withdrawn(self, rows: QuerySet[Any], name: str, wanted: bool) -> QuerySet[Any]:
        return rows.filter(withdrawn_at__isnull=not wanted)


class LineFilters(django_filters.FilterSet):
    state = one_code_of(LineState)
