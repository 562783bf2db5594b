"""By what mentions, evidence, verdicts and the rest can be filtered. Whatever is not named cannot be asked for."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from claims.enums import Act, Kind, LineState, Outcome, Rating, Stance, VerdictState
from sources.api.filters import IdFilter, YesNoFilter, one_code_of


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
