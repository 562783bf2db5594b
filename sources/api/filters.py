"""Filters that refuse what they cannot read, instead of passing it over."""

from enum import StrEnum
from typing import Any

import django_filters
from django import forms
from drf_spectacular.utils import extend_schema_field

from sources.enums import SourceKind


@extend_schema_field({"type": "integer", "minimum": 1})
class IdFilter(django_filters.Filter):
    """An id, exactly."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=1, max_value=2**63 - 1, **kwargs)


@extend_schema_field(bool)
class YesNoFilter(django_filters.TypedChoiceFilter):
    """`true` or `false`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, choices=[("true", "true"), ("false", "false")], coerce=lambda v: v == "true", **kwargs)


def one_code_of(kinds: type[StrEnum], **kwargs: Any) -> django_filters.ChoiceFilter:
    """One of an enumeration's codes."""
    return django_filters.ChoiceFilter(choices=[(kind.value, kind.value) for kind in kinds], **kwargs)


class SourceFilters(django_filters.FilterSet):
    kind = one_code_of(SourceKind)


class StoryFilters(django_filters.FilterSet):
    slug = django_filters.CharFilter(max_length=120)
