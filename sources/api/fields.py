"""Fields that take nothing but what they say."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.core.validators import MaxLengthValidator
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.fields import empty

from sources.engine.text import clean, one_line

YEARS = range(1800, 2201)
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class StrictSerializer(serializers.Serializer[Any]):
    """A body in which a misspelt or made-up field is an error instead of being passed over."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict):
            unknown = [name for name in data if name not in self.fields]
            if unknown:
                text = "There is no such field."
                raise serializers.ValidationError({name: [text] for name in unknown}, code="unknown_field")
        return super().to_internal_value(data)


class Text(serializers.CharField):
    """Text that is cleaned when it is stored, so control characters and lone surrogates are let through to that."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(trim_whitespace=False, allow_blank=True, **kwargs)
        self.validators = [check for check in self.validators if isinstance(check, MaxLengthValidator)]

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return data


class Measured(serializers.CharField):
    """Text whose length counts as it came, as the schema says, and not only as cleaning leaves it."""

    def run_validation(self, data: Any = empty) -> Any:
        if isinstance(data, str) and self.max_length is not None and len(data) > self.max_length:
            self.fail("max_length", max_length=self.max_length)
        return super().run_validation(data)


class Name(Measured):
    """One line of visible characters."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        if clean(data).is_blank:
            self.fail("blank")
        return super().to_internal_value(one_line(data))


class Moment(serializers.DateTimeField):
    """A point in time with its zone; a clock time without one is refused, as nobody can tell which moment it is."""

    default_error_messages = {
        "zone": "Give the time with its zone, as in 2026-04-15T09:00:00Z.",
        "year": f"Give a year from {YEARS[0]} to {YEARS[-1]}.",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(default_timezone=UTC, **kwargs)

    def to_internal_value(self, value: Any) -> datetime:
        moment = super().to_internal_value(value)
        if moment.year not in YEARS:
            self.fail("year")
        return moment

    def enforce_timezone(self, value: datetime) -> datetime:
        if value.tzinfo is None:
            self.fail("zone")
        return super().enforce_timezone(value)


def plain(value: Decimal) -> str:
    """A decimal without exponent and idle zeros."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


class Number(serializers.DecimalField):
    """An exact decimal. Comes in as a number or a string, goes out as a string without idle zeros."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=30, decimal_places=9, **kwargs)

    def to_internal_value(self, data: Any) -> Decimal:
        if isinstance(data, str) and not _PLAIN.fullmatch(data):
            self.fail("invalid")
        return super().to_internal_value(data)

    def to_representation(self, value: Decimal) -> str:
        return plain(value)


@extend_schema_field(
    {
        "anyOf": [{"type": "string", "pattern": f"^{_PLAIN.pattern}$"}, {"type": "number"}],
        "example": "12",
        "title": "Number",
    }
)
class NewNumber(Number):
    """An exact decimal that comes in."""


class Code(serializers.ChoiceField):
    """One code of an enumeration; comes in as the member."""

    def __init__(self, kinds: type[StrEnum], **kwargs: Any) -> None:
        self.kinds = kinds
        super().__init__([(kind.value, kind.name) for kind in kinds], **kwargs)

    def to_internal_value(self, data: Any) -> StrEnum:
        if not isinstance(data, str):
            self.fail("invalid_choice", input=type(data).__name__)
        return self.kinds(super().to_internal_value(data))

    def to_representation(self, value: Any) -> str:
        return str(value)
