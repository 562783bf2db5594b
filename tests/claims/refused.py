"""How tests of constraints try a second row, and read what refused it."""

from typing import Any

from django.db import IntegrityError
from django.db.models import Model


def again(row: Model, **changes: Any) -> Model:
    """An unsaved copy of a row, with changes."""
    row.pk = None
    row._state.adding = True
    for name, value in changes.items():
        setattr(row, name, value)
    return row


def broken(error: IntegrityError) -> str:
    """The name of the constraint that refused a statement."""
    cause: Any = error.__cause__
    return str(cause.diag.constraint_name)
