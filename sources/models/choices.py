"""Enumerations as Django wants them: pairs of stored code and label, and a constraint that holds them."""

from enum import StrEnum

from django.db import models


def choices(kinds: type[StrEnum]) -> list[tuple[str, str]]:
    """The codes of an enumeration with labels that a person reads."""
    return [(kind.value, kind.value.replace("_", " ").capitalize()) for kind in kinds]


def one_of(field: str, kinds: type[StrEnum], name: str) -> models.CheckConstraint:
    """A constraint that a column holds nothing but the codes of an enumeration."""
    return models.CheckConstraint(condition=models.Q((f"{field}__in", [kind.value for kind in kinds])), name=name)
